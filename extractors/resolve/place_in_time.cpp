#include "extractors/resolve/place_in_time.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace trichluc {
namespace {

// "2025-07-01", "2025-07", "2025" as 20250701; parts that are not told are `rest` ("0101" or "1231").
int day_number(std::string_view iso, int rest) {
  int digits = 0;
  int number = 0;
  for (const char c : iso) {
    if (c < '0' || c > '9') continue;
    number = number * 10 + (c - '0');
    ++digits;
  }
  if (digits == 4) return number * 10000 + rest;
  if (digits == 6) return number * 100 + rest % 100;
  return number;
}

int first_day(const CalendarPoint& point) {
  return *point.year * 10000 + (point.month > 0 ? point.month : 1) * 100 + (point.day > 0 ? point.day : 1);
}

int last_day(const CalendarPoint& point) {
  return *point.year * 10000 + (point.month > 0 ? point.month : 12) * 100 + (point.day > 0 ? point.day : 31);
}

std::vector<std::string_view> ids_of(std::string_view list) {
  std::vector<std::string_view> ids;
  while (!list.empty()) {
    const std::size_t end = list.find(", ");
    ids.push_back(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 2);
  }
  return ids;
}

}  // namespace

ProvinceRegister::ProvinceRegister(const Lexicon& provinces) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  by_id.reserve(provinces.entries().size());
  units_.reserve(provinces.entries().size());
  for (const Entry& entry : provinces.entries()) {
    by_id.emplace(entry.form, units_.size());
    const std::string_view until = provinces.value(entry, "until");
    units_.push_back({std::string(provinces.value(entry, "name")),
                      day_number(provinces.value(entry, "from"), 101),
                      until.empty() ? 99991231 : day_number(until, 1231),
                      {},
                      {}});
  }
  for (std::size_t u = 0; u < units_.size(); ++u) {
    for (const std::string_view id : ids_of(provinces.value(provinces.entries()[u], "successors"))) {
      const auto successor = by_id.find(id);
      if (successor == by_id.end()) continue;
      units_[u].successors.push_back(successor->second);
      units_[successor->second].predecessors.push_back(u);
    }
  }
}

std::string ProvinceRegister::renamed(std::string_view name, const CalendarSpan& when) const {
  return follow(name, when, true);
}

std::string ProvinceRegister::holder(std::string_view name, const CalendarSpan& when) const {
  return follow(name, when, false);
}

bool ProvinceRegister::had_ended(std::string_view name, const CalendarSpan& when) const {
  if (!when.has_year()) return false;
  bool known = false;
  for (const Unit& unit : units_) {
    if (unit.name != name) continue;
    known = true;
    if (unit.until >= first_day(when.from)) return false;
  }
  return known;
}

bool ProvinceRegister::is_part_of(std::string_view part, std::string_view whole) const {
  return std::any_of(units_.begin(), units_.end(), [&](const Unit& unit) {
    return unit.name == whole && unit.successors.size() > 1 &&
           std::any_of(unit.successors.begin(), unit.successors.end(),
                       [&](std::size_t next) { return units_[next].name == part; });
  });
}

std::vector<BoundaryChange> ProvinceRegister::boundary_changes(std::string_view name) const {
  std::vector<BoundaryChange> changes;
  for (const Unit& unit : units_) {
    if (unit.name != name || unit.predecessors.empty()) continue;
    if (unit.predecessors.size() == 1 && units_[unit.predecessors.front()].successors.size() == 1) continue;
    BoundaryChange change{unit.from, {}};
    for (const std::size_t before : unit.predecessors) change.from.push_back(units_[before].name);
    changes.push_back(std::move(change));
  }
  std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  return changes;
}

const std::vector<std::size_t>& ProvinceRegister::next_of(std::size_t unit, bool forward) const {
  return forward ? units_[unit].successors : units_[unit].predecessors;
}

std::string ProvinceRegister::follow(std::string_view name, const CalendarSpan& when, bool same_land) const {
  std::string as_told(name);
  if (!when.has_year()) return as_told;
  const int from = first_day(when.from);
  const int until = when.open ? 99991231 : when.to && when.to->year ? last_day(*when.to) : last_day(when.from);
  const auto overlaps = [&](const Unit& unit) { return unit.from <= until && unit.until >= from; };
  // Of units that had ended the last, of those yet to come the first: the table is in no order of time.
  std::optional<std::size_t> ended;
  std::optional<std::size_t> coming;
  for (std::size_t u = 0; u < units_.size(); ++u) {
    if (units_[u].name != name) continue;
    if (overlaps(units_[u])) return as_told;
    if (units_[u].until < from) {
      if (!ended || units_[u].until > units_[*ended].until) ended = u;
    } else if (!coming || units_[u].from < units_[*coming].from) {
      coming = u;
    }
  }
  // What the table of districts calls by a name that was used twice is the later one: Vị Thanh of 2000 lay in what was
  // to become Hậu Giang again, in Cần Thơ.
  const bool forward = ended && (same_land || !coming);
  std::optional<std::size_t> unit = forward ? ended : coming;
  while (unit && !overlaps(units_[*unit])) {
    const std::vector<std::size_t>& next = next_of(*unit, forward);
    if (next.size() != 1 || (same_land && next_of(next.front(), !forward).size() != 1)) return as_told;
    unit = next.front();
  }
  return unit ? units_[*unit].name : as_told;
}

}  // namespace trichluc
