#include "extractors/resolve/signed_sums.h"

#include <algorithm>

#include "extractors/resolve/context.h"

namespace trichluc {
namespace {

constexpr std::size_t kOpeningSentences = 6;
// So many sentences behind the signing its sums are told.
constexpr std::size_t kFarthest = 12;

struct Signing {
  std::size_t sentence = 0;
  Span words;
};

// "ký hợp đồng viện trợ", "ký kết": a cue of something promised, by the verb.
const LexiconMatch* signing_in(const Reading& reading, const Sentence& sentence) {
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const LexiconMatch* cue = reading.is(at, "ký") ? reading.match_at(at, "money_cues") : nullptr;
    if (cue != nullptr && cue->value("stage") == "committed") return cue;
  }
  return nullptr;
}

std::optional<Signing> signing_that_opens(const Reading& reading) {
  std::size_t own = 0;
  const auto& sentences = reading.sentences();
  for (std::size_t s = 0; s < sentences.size() && own < kOpeningSentences; ++s) {
    if (!is_own_matter(reading.section_of(sentences[s].first))) continue;
    ++own;
    const LexiconMatch* cue = signing_in(reading, sentences[s]);
    if (cue != nullptr) return Signing{s, reading.span_of(cue->first, cue->last)};
  }
  return std::nullopt;
}

// "đã giúp tỉnh hơn 10 triệu USD", "từ năm 1995 đến nay", "mỗi năm".
bool tells_of_other_times(const Reading& reading, const Statement& statement) {
  const Sentence& sentence = reading.sentences()[statement.sentence];
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    const bool before = at < statement.first && reading.is_any(at, {"đã", "từng", "từ", "tính"});
    if (before || reading.is_any(at, {"nay", "qua", "mỗi", "hằng", "hàng"})) return true;
  }
  return false;
}

bool is_open(const AidValueFact& sum) {
  return sum.stage == "unspecified" && sum.kind == Kind::kFlow && sum.per.empty() && !sum.change &&
         sum.certainty == Certainty::kReported;
}

}  // namespace

void resolve_signed_sums(const Reading& reading, std::vector<Statement>& statements) {
  const auto signing = signing_that_opens(reading);
  if (!signing) return;
  for (Statement& statement : statements) {
    auto* sum = std::get_if<AidValueFact>(&statement.candidate->fact);
    const bool near = statement.sentence > signing->sentence && statement.sentence - signing->sentence <= kFarthest;
    if (sum == nullptr || !near || !is_open(*sum) || tells_of_other_times(reading, statement)) continue;
    if (!is_own_matter(reading.section_of(statement.first))) continue;
    sum->stage = "committed";
    statement.candidate->inferred.push_back({"stage", sum->stage, signing->words});
  }
}

}  // namespace trichluc
