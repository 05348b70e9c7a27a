// "110 tỷ đồng, giảm 25 %" beside the figure of the year before.
#include <algorithm>

#include "pipeline/query/agreement.h"
#include "pipeline/query/conflicts/conflict_parts.h"

namespace trichluc::conflict {
namespace {

// What the base must have been, by the change as it is rounded.
ValueRange implied_base(const Observation& o) {
  const double percent = o.change->percent.to_double();
  const double half = std::min(finest_unit(o.change->percent), 1.0) / 2;
  const double sign = o.change->increase ? 1 : -1;
  const double one = 1 + sign * (percent - half) / 100;
  const double other = 1 + sign * (percent + half) / 100;
  const double least = std::max(std::min(one, other), 1e-6);
  const double most = std::max(one, other);
  const ValueRange now = range_of(o);
  return {now.low / most, now.high / least};
}

bool is_other_direction(const Observation& o, const Observation& base) {
  if (!o.value || !base.value) return false;
  return o.change->increase ? *o.value < *base.value : *base.value < *o.value;
}

Conflict contradiction(const Shared& o, const Shared& base) {
  const std::string change = (o->change->increase ? "+" : "−") + o->change->percent.to_string() + " %";
  const bool other = is_other_direction(*o, *base);
  return make_conflict(
      ConflictKind::kChangeAndBase, other ? Severity::kHigh : Severity::kMedium, {o, base},
      digits_of(*base) + " " + change + " ≠ " + digits_of(*o),
      other ? Message{"it is said to have gone one way, and the figures go the other",
                      "nói tăng mà số giảm, hoặc ngược lại"}
            : Message{"the stated change does not lead from the base to the value: one of the three is wrong, "
                      "or the base was revised",
                      "mức tăng giảm nêu ra không khớp số gốc và số mới: một trong ba số sai, hoặc số gốc đã "
                      "điều chỉnh"});
}

}  // namespace

Conflicts changes_against_bases(const Figures& figures) {
  Conflicts conflicts;
  for (const Shared& o : figures.all()) {
    if (!o->change || !o->value || o->expected() || !o->when.known()) continue;
    const std::string base = o->change->relative_to.empty() ? year_before(o->period) : o->change->relative_to;
    Observations told = figures.at(key_of(*o), covered_time(base));
    told.erase(std::remove_if(told.begin(), told.end(), [](const Shared& b) { return b->expected(); }), told.end());
    const ValueRange implied = implied_base(*o);
    const bool fits =
        std::any_of(told.begin(), told.end(), [&](const Shared& b) { return range_of(*b).overlaps(implied); });
    if (!told.empty() && !fits) conflicts.push_back(contradiction(o, told.front()));
  }
  return conflicts;
}

}  // namespace trichluc::conflict
