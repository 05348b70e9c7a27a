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

// "ký ba văn kiện", "ký với tỉnh bản ghi nhớ": what is signed stands a few words behind the verb.
bool signs_paper(const Reading& reading, std::size_t verb) {
  constexpr std::size_t kNearVerb = 6;
  for (std::size_t at = verb + 1; at < verb + kNearVerb; ++at) {
    if (reading.is_any(at, {".", ",", ";"})) return false;
    if (reading.is(at, "văn") && reading.is(at + 1, "kiện")) return true;
    if (reading.is(at, "ghi") && reading.is(at + 1, "nhớ")) return true;
    if (reading.is(at, "hiệp") && reading.is(at + 1, "định")) return true;
    if (reading.is(at, "hợp") && reading.is(at + 1, "đồng")) return true;
    if (reading.is_any(at, {"thỏa", "thoả"}) && reading.is(at + 1, "thuận")) return true;
  }
  return false;
}

// The first token of "ký hợp đồng viện trợ", "ký kết": a cue of something promised, by the verb, or a paper behind it.
std::optional<std::size_t> signing_in(const Reading& reading, const Sentence& sentence) {
  for (std::size_t at = sentence.first; at < sentence.last; ++at) {
    if (!reading.is(at, "ký")) continue;
    const LexiconMatch* cue = reading.match_at(at, "money_cues");
    if ((cue != nullptr && cue->value("stage") == "committed") || signs_paper(reading, at)) return at;
  }
  return std::nullopt;
}

std::optional<Signing> signing_that_opens(const Reading& reading) {
  std::size_t own = 0;
  const auto& sentences = reading.sentences();
  for (std::size_t s = 0; s < sentences.size() && own < kOpeningSentences; ++s) {
    if (!is_own_matter(reading.section_of(sentences[s].first))) continue;
    ++own;
    if (const auto verb = signing_in(reading, sentences[s])) return Signing{s, reading.span_of(*verb, *verb + 1)};
  }
  return std::nullopt;
}

// "… đã ký bản ghi nhớ về chương trình. Kinh phí tổ chức X tài trợ là 412.500 USD": a signing in the sum's own
// paragraph, up to its sentence.
std::optional<Signing> signing_before(const Reading& reading, const Statement& statement) {
  constexpr std::size_t kFarthestBefore = 2;  // sentences
  for (std::size_t back = 0; back <= kFarthestBefore && back <= statement.sentence; ++back) {
    const std::size_t s = statement.sentence - back;
    const Sentence& sentence = reading.sentences()[s];
    if (reading.tokens()[sentence.first].paragraph != statement.paragraph) break;
    const auto verb = signing_in(reading, sentence);
    if (verb && *verb < statement.first) return Signing{s, reading.span_of(*verb, *verb + 1)};
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
  const auto opening = signing_that_opens(reading);
  for (Statement& statement : statements) {
    auto* sum = std::get_if<AidValueFact>(&statement.candidate->fact);
    if (sum == nullptr || !is_open(*sum) || tells_of_other_times(reading, statement)) continue;
    if (!is_own_matter(reading.section_of(statement.first))) continue;
    const bool near =
        opening && statement.sentence > opening->sentence && statement.sentence - opening->sentence <= kFarthest;
    const auto signing = near ? opening : signing_before(reading, statement);
    if (!signing) continue;
    sum->stage = "committed";
    statement.candidate->inferred.push_back({"stage", sum->stage, signing->words});
  }
}

}  // namespace trichluc
