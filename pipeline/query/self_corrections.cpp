#include "pipeline/query/self_corrections.h"

#include <algorithm>

#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::int64_t kNear = 300;  // code points before and after a statement

// What stands behind the last sentence that ends here; abbreviations may cut it short, never make it too long.
std::string last_sentence(const std::string& text) {
  std::size_t from = 0;
  for (const char* end : {". ", ".\n", "\n\n", "! ", "? "}) {
    const std::size_t at = text.rfind(end);
    if (at != std::string::npos) from = std::max(from, at + 1);
  }
  return text.substr(from);
}

}  // namespace

SelfCorrections::SelfCorrections(store::Database& database, const Dictionaries& dictionaries)
    : slice_(database.prepare("SELECT substr(text, ?1, ?2) FROM pages WHERE document = ?3 AND number = ?4")),
      page_(database.prepare("SELECT text FROM pages WHERE document = ?1 AND number = ?2")) {
  for (const Entry& entry : dictionaries.table("correction_words").entries()) words_.push_back(entry.form);
}

bool SelfCorrections::is_near(const Observation& o) {
  const auto known = near_.find(o.fact);
  if (known != near_.end()) return known->second;
  const auto start = static_cast<std::int64_t>(o.start);
  const std::int64_t from = std::max<std::int64_t>(0, start - kNear);
  const bool near = headline_says_so(o) ||
                    (page_says_so(o) && says_so(text::fold(slice(o, from, static_cast<std::int64_t>(o.end) + kNear))));
  return near_.emplace(o.fact, near).first->second;
}

SelfCorrections::Plainness SelfCorrections::plainness(const Observation& o) {
  const auto known = plainness_.find(o.fact);
  return known != plainness_.end() ? known->second : plainness_.emplace(o.fact, look(o)).first->second;
}

bool SelfCorrections::page_says_so(const Observation& o) {
  const std::pair key(o.document->row, o.page);
  const auto known = pages_.find(key);
  if (known != pages_.end()) return known->second;
  std::string text;
  page_.bind(o.document->row).bind(o.page);
  while (page_.step()) text = page_.text(0);
  return pages_.emplace(key, says_so(text::fold(text))).first->second;
}

SelfCorrections::Plainness SelfCorrections::look(const Observation& o) {
  const Plainness by_headline = headline_says_so(o) ? Plainness::kHeadline : Plainness::kNot;
  if (!page_says_so(o)) return by_headline;
  const auto start = static_cast<std::int64_t>(o.start);
  const std::int64_t from = std::max<std::int64_t>(0, start - kNear);
  // The words may be within the proof, before its figure; what comes behind the proof is of the next figure.
  const std::string before = last_sentence(slice(o, from, start)) + slice(o, start, static_cast<std::int64_t>(o.end));
  if (says_so(text::fold(before))) return Plainness::kSentence;
  return by_headline;
}

bool SelfCorrections::says_so(const std::string& folded) const {
  return std::any_of(words_.begin(), words_.end(),
                     [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

bool SelfCorrections::headline_says_so(const Observation& o) {
  const auto known = headlines_.find(o.document->row);
  if (known != headlines_.end()) return known->second;
  return headlines_.emplace(o.document->row, says_so(text::fold(o.document->title))).first->second;
}

std::string SelfCorrections::slice(const Observation& o, std::int64_t from, std::int64_t to) {
  std::string text;
  slice_.bind(from + 1).bind(to - from).bind(o.document->row).bind(o.page);
  while (slice_.step()) text = slice_.text(0);
  return text;
}

}  // namespace trichluc
