// The pages behind a conflict: does one of them put the other right, and how surely were the digits read?
#include <algorithm>

#include "pipeline/query/conflict_parts.h"
#include "pipeline/text/normalize.h"

namespace trichluc::conflict {
namespace {

constexpr std::int64_t kNear = 300;  // code points before and after a statement

class Pages {
 public:
  Pages(store::Database& database, const Dictionaries& dictionaries) : database_(database) {
    for (const Entry& entry : dictionaries.table("correction_words").entries()) words_.push_back(entry.form);
  }

  bool is_put_right(const Observation& o) {
    const auto start = static_cast<std::int64_t>(o.start);
    const std::int64_t from = std::max<std::int64_t>(0, start - kNear);
    auto row = database_.prepare("SELECT substr(text, ?1, ?2) FROM pages WHERE document = ?3 AND number = ?4");
    row.bind(from + 1).bind(static_cast<std::int64_t>(o.end) - from + kNear).bind(o.document->row).bind(o.page);
    const std::string near = text::fold(o.document->title + " " + (row.step() ? row.text(0) : ""));
    return std::any_of(words_.begin(), words_.end(),
                       [&](const std::string& word) { return near.find(word) != std::string::npos; });
  }

  // A sentence ends between two statements of one page.
  bool are_parted(const Observation& a, const Observation& b) {
    auto row = database_.prepare("SELECT substr(text, ?1, ?2) FROM pages WHERE document = ?3 AND number = ?4");
    const auto from = static_cast<std::int64_t>(a.end);
    row.bind(from + 1).bind(static_cast<std::int64_t>(b.start) - from).bind(a.document->row).bind(a.page);
    const std::string between = row.step() ? row.text(0) : "";
    return between.find(". ") != std::string::npos || between.find(".\n") != std::string::npos ||
           between.find("\n\n") != std::string::npos;
  }

  ReadingDoubt doubt_of(const Observation& o) {
    ReadingDoubt doubt;
    auto row = database_.prepare(
        "SELECT min(json_extract(w.value, '$[6]')) FROM pages p, json_each(p.words) w WHERE p.document = ?1 AND "
        "p.number "
        "= ?2 AND p.origin IN ('ocr', 'mixed') AND json_extract(w.value, '$[0]') >= ?3 AND json_extract(w.value, "
        "'$[1]') "
        "<= ?4 AND substr(p.text, json_extract(w.value, '$[0]') + 1, json_extract(w.value, '$[1]') - "
        "json_extract(w.value, '$[0]')) GLOB '*[0-9]*'");
    row.bind(o.document->row).bind(o.page);
    row.bind(static_cast<std::int64_t>(o.start)).bind(static_cast<std::int64_t>(o.end));
    if (row.step() && !row.is_null(0)) doubt.confidence = row.real(0);
    auto mended = database_.prepare("SELECT repaired FROM evidence WHERE fact = ?1 AND ordinal = 0");
    mended.bind(o.fact);
    if (mended.step()) doubt.repaired = mended.text(0);
    return doubt;
  }

 private:
  store::Database& database_;
  std::vector<std::string> words_;
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

void look_at_pages(store::Database& database, const Dictionaries& dictionaries, Conflicts& conflicts) {
  Pages pages(database, dictionaries);
  const auto settled = [&](const Conflict& conflict) {
    if (conflict.kind == ConflictKind::kSharesExceedWhole) return !exceeds_in_one_sentence(conflict, pages);
    return is_of_two_values(conflict) &&
           std::any_of(conflict.members.begin(), conflict.members.end(),
                       [&](const ConflictMember& m) { return pages.is_put_right(*m.observation); });
  };
  conflicts.erase(std::remove_if(conflicts.begin(), conflicts.end(), settled), conflicts.end());
  for (Conflict& conflict : conflicts) {
    for (ConflictMember& member : conflict.members) member.doubt = pages.doubt_of(*member.observation);
  }
}

}  // namespace trichluc::conflict
