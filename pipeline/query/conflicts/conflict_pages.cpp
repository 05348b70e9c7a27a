// The pages behind a conflict: does one of them put the other right, and how surely were the digits read?
#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/query/conflicts/conflict_parts.h"
#include "pipeline/query/self_corrections.h"

namespace trichluc::conflict {
namespace {

class Pages {
 public:
  explicit Pages(store::Database& database)
      : slice_(database.prepare("SELECT substr(text, ?1, ?2) FROM pages WHERE document = ?3 AND number = ?4")),
        least_sure_(database.prepare(
            "SELECT min(json_extract(w.value, '$[6]')) FROM pages p, json_each(p.words) w WHERE p.document = ?1 AND "
            "p.number = ?2 AND p.origin IN ('ocr', 'mixed') AND json_extract(w.value, '$[0]') >= ?3 AND "
            "json_extract(w.value, '$[1]') <= ?4 AND substr(p.text, json_extract(w.value, '$[0]') + 1, "
            "json_extract(w.value, '$[1]') - json_extract(w.value, '$[0]')) GLOB '*[0-9]*'")),
        repaired_(database.prepare("SELECT repaired FROM evidence WHERE fact = ?1 AND ordinal = 0")) {}

  const ReadingDoubt& doubt_of(const Observation& o) {
    const auto known = doubts_.find({o.fact, o.start});
    return known != doubts_.end() ? known->second
                                  : doubts_.emplace(std::pair(o.fact, o.start), look_up(o)).first->second;
  }

  // A sentence ends between two statements of one page.
  bool are_parted(const Observation& a, const Observation& b) {
    const std::string between = slice(a, static_cast<std::int64_t>(a.end), static_cast<std::int64_t>(b.start));
    return between.find(". ") != std::string::npos || between.find(".\n") != std::string::npos ||
           between.find("\n\n") != std::string::npos;
  }

 private:
  ReadingDoubt look_up(const Observation& o) {
    ReadingDoubt doubt;
    least_sure_.bind(o.document->row).bind(o.page);
    least_sure_.bind(static_cast<std::int64_t>(o.start)).bind(static_cast<std::int64_t>(o.end));
    while (least_sure_.step()) {
      if (!least_sure_.is_null(0)) doubt.confidence = least_sure_.real(0);
    }
    repaired_.bind(o.fact);
    while (repaired_.step()) doubt.repaired = repaired_.text(0);
    return doubt;
  }

  // Code points [from, to) of the page that proves it.
  std::string slice(const Observation& o, std::int64_t from, std::int64_t to) {
    std::string text;
    slice_.bind(from + 1).bind(to - from).bind(o.document->row).bind(o.page);
    while (slice_.step()) text = slice_.text(0);
    return text;
  }

  store::Statement slice_, least_sure_, repaired_;
  std::map<std::pair<std::int64_t, std::size_t>, ReadingDoubt> doubts_;  // by fact and place
};

// Two values of one thing; a sum or a change may be wrong whoever puts what right.
bool is_of_two_values(const Conflict& conflict) {
  return conflict.kind == ConflictKind::kDifferentValues || conflict.kind == ConflictKind::kScale ||
         conflict.kind == ConflictKind::kOneDigit;
}

// Shares of two sentences divide two things; is one sentence alone too much?
bool exceeds_in_one_sentence(const Conflict& conflict, Pages& pages) {
  constexpr double kWhole = 100.5;
  double sum = 0;
  const Observation* before = nullptr;
  for (const ConflictMember& member : conflict.members) {
    const Observation& o = *member.observation;
    if (o.type != "share" || !o.value) continue;
    if (before != nullptr && pages.are_parted(*before, o)) sum = 0;
    sum += o.value->to_double();
    if (sum > kWhole) return true;
    before = &o;
  }
  return false;
}

}  // namespace

void look_at_pages(store::Database& database, SelfCorrections& self_corrections, Conflicts& conflicts) {
  Pages pages(database);
  const auto settled = [&](const Conflict& conflict) {
    if (conflict.kind == ConflictKind::kSharesExceedWhole) return !exceeds_in_one_sentence(conflict, pages);
    return is_of_two_values(conflict) &&
           std::any_of(conflict.members.begin(), conflict.members.end(),
                       [&](const ConflictMember& m) { return self_corrections.is_near(*m.observation); });
  };
  conflicts.erase(std::remove_if(conflicts.begin(), conflicts.end(), settled), conflicts.end());
  for (Conflict& conflict : conflicts) {
    for (ConflictMember& member : conflict.members) member.doubt = pages.doubt_of(*member.observation);
  }
}

}  // namespace trichluc::conflict
