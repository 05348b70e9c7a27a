#include "extractors/resolve/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extractors/resolve/context.h"
#include "extractors/resolve/statement.h"

namespace trichluc {
namespace {

std::string text_of(const std::optional<Decimal>& value) {
  return value ? value->to_string() : std::string{"?"};
}

// Those that were honoured or attend are others than those that work there, however many.
std::string event_of(const CountFact& count) {
  const bool event = count.status == "honored" || count.status == "attending" || count.status == "ended";
  return event ? "|" + count.status : std::string{};
}

// What makes two facts one. Officials and legal documents are merged by their extractors.
struct Key {
  std::string operator()(const CountFact& f) const {
    return "c|" + f.of + "|" + text_of(f.value) + "|" + text_of(f.low) + "|" + text_of(f.high) + "|" + f.place + "|" +
           f.period + event_of(f);
  }
  std::string operator()(const AidValueFact& f) const {
    return "a|" + text_of(f.amount) + "|" + text_of(f.low) + "|" + text_of(f.high) + "|" + f.currency + "|" + f.place +
           "|" + f.period;
  }
  std::string operator()(const ShareFact& f) const { return "s|" + f.percent.to_string() + "|" + f.label; }
  std::string operator()(const DateFact& f) const { return "d|" + f.value; }
  std::string operator()(const OfficialFact&) const { return {}; }
  std::string operator()(const LegalDocumentFact&) const { return {}; }
};

// The same without time and place: what a headline or a caption says again.
struct LooseKey {
  std::string operator()(const CountFact& f) const {
    return f.value ? "c|" + f.of + "|" + text_of(f.value) + event_of(f) : std::string{};
  }
  std::string operator()(const AidValueFact& f) const {
    return f.amount ? "a|" + text_of(f.amount) + "|" + f.currency : std::string{};
  }
  std::string operator()(const ShareFact&) const { return {}; }
  std::string operator()(const DateFact&) const { return {}; }
  std::string operator()(const OfficialFact&) const { return {}; }
  std::string operator()(const LegalDocumentFact&) const { return {}; }
};

bool is_own(const Reading& reading, const Candidate& candidate) {
  return reading.text().section_at(candidate.span.begin) != text::Section::kRelated;
}

// How much a statement says: the fuller of two equal ones is kept.
struct Fullness {
  int operator()(const CountFact& f) const {
    return (f.status.empty() ? 0 : 4) + (f.qualifier != Qualifier::kExact ? 2 : 0) + (f.change ? 1 : 0) +
           (f.part_of ? 1 : 0);
  }
  int operator()(const AidValueFact& f) const {
    return (f.stage == "unspecified" ? 0 : 2) + (f.qualifier != Qualifier::kExact ? 2 : 0) + (f.change ? 1 : 0) +
           static_cast<int>(f.equivalent.size());
  }
  int operator()(const ShareFact&) const { return 0; }
  int operator()(const DateFact&) const { return 0; }
  int operator()(const OfficialFact&) const { return 0; }
  int operator()(const LegalDocumentFact&) const { return 0; }
};

// Of one sum in two currencies the statement that gives both.
bool gives_both(const Fact& fact, const Fact& other) {
  const auto* aid = std::get_if<AidValueFact>(&fact);
  const auto* in_other = std::get_if<AidValueFact>(&other);
  return aid != nullptr && in_other != nullptr && aid->currency != in_other->currency && !aid->equivalent.empty();
}

// "Tài trợ 1,2 tỷ đồng xây trường" in the headline, "1,2 tỷ đồng do tổ chức X tài trợ" below: the names that one leaves
// out.
void take_names(Fact& kept, const Fact& other) {
  auto* aid = std::get_if<AidValueFact>(&kept);
  const auto* told = std::get_if<AidValueFact>(&other);
  if (aid == nullptr || told == nullptr) return;
  if (aid->donor.empty()) aid->donor = told->donor;
  if (aid->recipient.empty()) aid->recipient = told->recipient;
}

void restate(Candidate& kept, Candidate&& other) {
  const bool fuller = std::visit(Fullness{}, other.fact) > std::visit(Fullness{}, kept.fact);
  if (gives_both(other.fact, kept.fact) || (fuller && !gives_both(kept.fact, other.fact))) std::swap(kept, other);
  take_names(kept.fact, other.fact);
  kept.restated.push_back(other.span);
  kept.restated.insert(kept.restated.end(), other.restated.begin(), other.restated.end());
  kept.numbers.insert(kept.numbers.end(), other.numbers.begin(), other.numbers.end());
}

void follow(std::optional<std::size_t>& index, const std::vector<std::size_t>& moved, std::size_t self) {
  if (!index) return;
  index = moved[*index];
  if (*index == self) index.reset();
}

std::size_t paragraph_of(const Reading& reading, std::size_t offset) {
  const auto& paragraphs = reading.text().paragraphs();
  const auto after =
      std::upper_bound(paragraphs.begin(), paragraphs.end(), offset,
                       [](std::size_t at, const text::FoldedParagraph& p) { return at < p.in_folded.begin; });
  return after == paragraphs.begin() ? 0 : static_cast<std::size_t>(after - paragraphs.begin()) - 1;
}

Period period_of(const Candidate& candidate) {
  const auto* count = std::get_if<CountFact>(&candidate.fact);
  const auto* aid = std::get_if<AidValueFact>(&candidate.fact);
  if (count != nullptr) return count->period;
  return aid != nullptr ? aid->period : Period{};
}

bool is_headline(const Reading& reading, const Candidate& candidate) {
  return reading.text().section_at(candidate.span.begin) == text::Section::kTitle;
}

// The time was not told in the statement's own paragraph: taken from afar, or not known.
bool is_time_assumed(const Reading& reading, const Candidate& candidate) {
  const auto* count = std::get_if<CountFact>(&candidate.fact);
  const auto* aid = std::get_if<AidValueFact>(&candidate.fact);
  if ((count != nullptr ? count->period : aid->period).empty()) return true;
  const std::size_t own = paragraph_of(reading, candidate.span.begin);
  // "Đến sáng 16-10": the day is told here, its year elsewhere.
  const auto of_period = [](const Inference& each) { return each.field == "period"; };
  const auto told_here = [&](const Inference& each) {
    return of_period(each) && !each.from.empty() && paragraph_of(reading, each.from.begin) == own;
  };
  const auto& inferred = candidate.inferred;
  return std::any_of(inferred.begin(), inferred.end(), of_period) &&
         std::none_of(inferred.begin(), inferred.end(), told_here);
}

// "2 tổ chức" twice in a text are two events as likely as one told again: only above the text is it surely the same.
bool may_be_chance(const Reading& reading, const Candidate& candidate) {
  constexpr int kLargestSmall = 9;
  const auto* count = std::get_if<CountFact>(&candidate.fact);
  const text::Section section = reading.text().section_at(candidate.span.begin);
  const bool above = section == text::Section::kTitle || section == text::Section::kCaption;
  return count != nullptr && !above && count->value && !(Decimal{kLargestSmall, 0} < *count->value);
}

void take_time_and_place(Candidate& candidate, const Candidate& told) {
  if (auto* count = std::get_if<CountFact>(&candidate.fact)) {
    count->period = std::get<CountFact>(told.fact).period;
    count->place = std::get<CountFact>(told.fact).place;
  } else if (auto* aid = std::get_if<AidValueFact>(&candidate.fact)) {
    aid->period = std::get<AidValueFact>(told.fact).period;
    aid->place = std::get<AidValueFact>(told.fact).place;
    aid->places = std::get<AidValueFact>(told.fact).places;
  }
  const auto settled = [](const Inference& each) { return each.field == "period" || each.field == "place"; };
  auto& own = candidate.inferred;
  own.erase(std::remove_if(own.begin(), own.end(), settled), own.end());
  for (const Inference& each : told.inferred) {
    if (settled(each)) own.push_back(each);
  }
  // What stands in the other statement's own words was taken from there.
  const Measure measure = *measure_of(candidate.fact);
  const auto is_told = [&](std::string_view field) {
    return std::any_of(own.begin(), own.end(), [&](const Inference& each) { return each.field == field; });
  };
  if (!measure.period->empty() && !is_told("period")) own.push_back({"period", *measure.period, told.span});
  if (!measure.place->empty() && !is_told("place")) own.push_back({"place", *measure.place, told.span});
}

// "NGOs today signed grant agreements worth EUR 1.15 million": a page in two languages says in the other one what it
// says in Vietnamese.
bool is_in_english(const Reading& reading, const Candidate& candidate) {
  constexpr int kFewestWords = 6;
  const auto& tokens = reading.tokens();
  const std::size_t at = reading.token_from(candidate.span.begin);
  if (at == tokens.size()) return false;
  const Sentence& sentence = reading.sentence_of(at);
  int words = 0;
  bool english = false;
  for (std::size_t token = sentence.first; token < sentence.last; ++token) {
    if (tokens[token].kind != TokenKind::kWord) continue;
    const std::string_view word = tokens[token].folded;
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (!tokens[token].capital && !std::all_of(word.begin(), word.end(), is_ascii)) return false;
    english = english || reading.is_any(token, {"the", "of", "and", "worth", "for", "to", "with"});
    ++words;
  }
  return english && words >= kFewestWords;
}

// "Cả 4 dự án này đã hoàn thành", "ngoài số tiền 400 triệu USD nói trên", "3 dự án được ký kết lần này": a figure that
// points back to where it was told.
bool points_back(const Reading& reading, const Candidate& candidate) {
  constexpr std::size_t kFarthest = 6;
  constexpr std::size_t kLongestNoun = 5;
  const auto& tokens = reading.tokens();
  const std::size_t at = reading.token_from(candidate.span.end);
  if (at >= tokens.size()) return false;
  const std::size_t first =
      reading.token_from(candidate.numbers.empty() ? candidate.span.begin : candidate.numbers.front().begin);
  // "trao bảng tượng trưng 5,6 triệu USD": what was told to be given is handed over.
  const std::size_t near = first > kFarthest ? first - kFarthest : 0;
  for (std::size_t word = first; word > near + 1; --word) {
    if (reading.is(word - 1, "trưng") && reading.is(word - 2, "tượng")) return true;
  }
  // "Khoản hỗ trợ này nối tiếp 500.000 USD đã cung cấp": what points back in front of the figure is another one.
  for (std::size_t word = first; word < std::min(at, first + kLongestNoun); ++word) {
    if (reading.is(word, "này")) return true;
  }
  if (reading.is(at, "này") || (reading.is_any(at, {"nói", "kể", "nêu"}) && reading.is(at + 1, "trên"))) return true;
  const std::size_t end = std::min(at + kFarthest, reading.sentence_of(at).last);
  for (std::size_t word = at; word + 1 < end && tokens[word].kind == TokenKind::kWord; ++word) {
    if (reading.is(word, "lần") && reading.is(word + 1, "này")) return true;
  }
  return false;
}

// "… cho 5 dự án với tổng trị giá 397.992 USD. 5 dự án thuộc các lĩnh vực: …": what opens the next sentence and says
// what all of them are.
bool opens_with_told(const Reading& reading, const Candidate& candidate, const Candidate& before) {
  const auto& tokens = reading.tokens();
  const std::size_t first = reading.token_from(candidate.span.begin);
  const std::size_t last = reading.token_from(candidate.span.end);
  const std::size_t other = reading.token_from(before.span.begin);
  if (last >= tokens.size() || first != reading.sentence_of(first).first) return false;
  if (tokens[other].sentence + 1 != tokens[first].sentence) return false;
  return reading.is_any(last, {"gồm", "đều", "này"}) || (reading.is(last, "thuộc") && reading.is(last + 1, "các")) ||
         (reading.is(last, "bao") && reading.is(last + 1, "gồm"));
}

// What it is told to have done is done by those that were counted before.
void take_status(Candidate& candidate, const Candidate& told) {
  auto* count = std::get_if<CountFact>(&candidate.fact);
  const auto* first = std::get_if<CountFact>(&told.fact);
  if (count == nullptr || first == nullptr) return;
  count->status = first->status;
  count->kind = first->kind;
}

// The statement told before that this one repeats in other words: the whole of "9/14 dự án", an English sentence, the
// last row of a table, what points `back`. How many candidates there are: none.
std::size_t repeated_by(const Reading& reading, const std::vector<Candidate>& candidates,
                        const std::vector<std::string>& keys, std::size_t i, bool back) {
  constexpr std::size_t kFarthest = 12;
  const bool whole = candidates[i].rule == "count.whole_of_part";
  const bool total = candidates[i].rule == "table.total" && is_time_assumed(reading, candidates[i]);
  for (std::size_t j = i; j-- > 0 && i - j <= kFarthest;) {
    if (!keys[i].empty() && keys[j] == keys[i] && opens_with_told(reading, candidates[i], candidates[j])) return j;
  }
  if (keys[i].empty() || !(whole || total || back || is_in_english(reading, candidates[i]))) return candidates.size();
  // What it did is told of it anew.
  const auto bare = [&](std::size_t at) {
    const auto* count = back ? std::get_if<CountFact>(&candidates[at].fact) : nullptr;
    const std::string event = count != nullptr ? event_of(*count) : std::string{};
    const std::size_t found = event.empty() ? std::string::npos : keys[at].find(event);
    return found == std::string::npos ? keys[at] : std::string(keys[at]).erase(found, event.size());
  };
  for (std::size_t j = i; j-- > 0 && (!(whole || back) || i - j <= kFarthest);) {
    if (bare(j) == bare(i)) return j;
  }
  return candidates.size();
}

bool has_place_alone(const Candidate& candidate) {
  const auto* count = std::get_if<CountFact>(&candidate.fact);
  const auto* aid = std::get_if<AidValueFact>(&candidate.fact);
  return (count != nullptr && count->period.empty() && !count->place.empty()) ||
         (aid != nullptr && aid->period.empty() && !aid->place.empty());
}

bool has_neither(const Candidate& candidate) {
  const auto* count = std::get_if<CountFact>(&candidate.fact);
  const auto* aid = std::get_if<AidValueFact>(&candidate.fact);
  return (count != nullptr && count->period.empty() && count->place.empty()) ||
         (aid != nullptr && aid->period.empty() && aid->place.empty());
}

// "EU viện trợ 200.000 euro cho Việt Nam. … Số tiền 200.000 euro sẽ giúp người dân tại các tỉnh Quảng Nam, Bình Định":
// a sum for the country that is told again with the provinces it goes to.
bool is_told_for_provinces(const Candidate& candidate, const Candidate& told) {
  const auto* aid = std::get_if<AidValueFact>(&candidate.fact);
  const auto* whole = std::get_if<AidValueFact>(&told.fact);
  if (aid == nullptr || whole == nullptr || aid->places.size() < 2 || !whole->places.empty()) return false;
  if (whole->place != "Việt Nam" || aid->part_of || whole->part_of) return false;
  const auto alike = [](const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; };
  return alike(aid->period, whole->period) && alike(aid->donor, whole->donor);
}

// A sum told again for provinces takes the time and place of the one told for the country before.
void settle_provinces(std::vector<Candidate>& candidates, const std::vector<std::string>& keys) {
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (keys[i].empty()) continue;
    const auto [told, added] = first.emplace(keys[i], i);
    if (added || !is_told_for_provinces(candidates[i], candidates[told->second])) continue;
    take_time_and_place(candidates[i], candidates[told->second]);
    std::get<AidValueFact>(candidates[i].fact).places.clear();
  }
}

// By what they count, where the candidates that tell most of it stand.
struct Repeated {
  std::map<std::string, std::size_t> told;    // the first that tells its time
  std::map<std::string, std::size_t> placed;  // the first that has a place and no time
  std::map<std::string, std::size_t> dated;   // the first in the body that has a time, told or assumed
  std::map<std::string, std::size_t> below;   // the first sum in the body
};

// The one from which a candidate without a time of its own takes what it leaves out; null: none tells more.
const Candidate* teller_of(const Reading& reading, const std::vector<Candidate>& candidates, const Repeated& repeated,
                           const std::string& key, const Candidate& candidate) {
  const auto in = [&](const std::map<std::string, std::size_t>& map) -> const Candidate* {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &candidates[found->second];
  };
  const Candidate* told = in(repeated.told);
  if (told == nullptr && is_headline(reading, candidate)) {
    if (const Candidate* dated = in(repeated.dated)) return dated;
    if (const Candidate* below = in(repeated.below)) return below;
  }
  if (told != nullptr) return told;
  return has_neither(candidate) ? in(repeated.placed) : nullptr;
}

// A headline or caption that says a figure of the body again has no time of its own: it takes that of the body.
void settle_repeated(const Reading& reading, std::vector<Candidate>& candidates) {
  std::vector<std::string> keys;
  std::vector<bool> assumed;
  Repeated repeated;
  std::set<std::string> headline;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    keys.push_back(std::visit(LooseKey{}, candidates[i].fact));
    if (!keys[i].empty()) keys[i] += is_own(reading, candidates[i]) ? "|own" : "|related";
    const bool assumes = !keys[i].empty() && is_time_assumed(reading, candidates[i]);
    if (is_headline(reading, candidates[i])) headline.insert(keys[i]);
    // What the headline says is the matter of the whole text.
    const bool chance = may_be_chance(reading, candidates[i]) && headline.count(keys[i]) == 0;
    assumed.push_back(assumes && !chance);
    if (!keys[i].empty() && !assumes) repeated.told.emplace(keys[i], i);
    if (!keys[i].empty() && has_place_alone(candidates[i])) repeated.placed.emplace(keys[i], i);
    if (!keys[i].empty() && !period_of(candidates[i]).empty()) repeated.dated.emplace(keys[i], i);
    const bool sum = std::holds_alternative<AidValueFact>(candidates[i].fact);
    if (sum && !is_headline(reading, candidates[i])) repeated.below.emplace(keys[i], i);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const bool back = points_back(reading, candidates[i]);
    const std::size_t first = repeated_by(reading, candidates, keys, i, back);
    if (first == candidates.size()) continue;
    take_time_and_place(candidates[i], candidates[first]);
    if (back) take_status(candidates[i], candidates[first]);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!assumed[i]) continue;
    if (const Candidate* teller = teller_of(reading, candidates, repeated, keys[i], candidates[i]))
      take_time_and_place(candidates[i], *teller);
  }
  settle_provinces(candidates, keys);
}

// "Gần 30 tỷ đồng" in the headline, "1,3 triệu USD, tương đương gần 30 tỷ đồng" below it: the same sum, told in full
// once. For each candidate the one that tells it so, or itself.
std::vector<std::size_t> tellers(const Reading& reading, const std::vector<Candidate>& candidates) {
  const auto key = [&](const Candidate& candidate, const Decimal& amount, const std::string& currency) {
    return amount.to_string() + currency + (is_own(reading, candidate) ? "|own" : "|related");
  };
  std::map<std::string, std::size_t> equivalents;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto* aid = std::get_if<AidValueFact>(&candidates[i].fact);
    if (aid == nullptr) continue;
    for (const Money& money : aid->equivalent) equivalents.emplace(key(candidates[i], money.amount, money.currency), i);
  }
  std::vector<std::size_t> teller(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    teller[i] = i;
    const auto* aid = std::get_if<AidValueFact>(&candidates[i].fact);
    if (aid == nullptr || !aid->amount || !aid->equivalent.empty()) continue;
    const auto found = equivalents.find(key(candidates[i], *aid->amount, aid->currency));
    if (found == equivalents.end() || found->second == i) continue;
    const std::string& told = std::get<AidValueFact>(candidates[found->second].fact).period;
    if (aid->period.empty() || aid->period == told) teller[i] = found->second;
  }
  return teller;
}

}  // namespace

std::vector<Candidate> keep_longest(std::vector<Candidate> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.span.begin < b.span.begin; });
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    const bool same =
        !kept.empty() && kept.back().fact.index() == candidate.fact.index() && kept.back().span == candidate.span;
    if (!same) kept.push_back(std::move(candidate));
  }
  return kept;
}

namespace {

std::optional<std::size_t> whole_of(const Candidate& candidate) {
  const auto* count = std::get_if<CountFact>(&candidate.fact);
  const auto* aid = std::get_if<AidValueFact>(&candidate.fact);
  if (count != nullptr) return count->part_of;
  return aid != nullptr ? aid->part_of : std::nullopt;
}

// The last row of a table is no row of its own: it may say again what another table or the text says.
bool is_cell(const Candidate& candidate) {
  return candidate.rule == "table.sum" || candidate.rule == "count.table_cell" || candidate.rule == "table.percent";
}

// "Năm 2019, giá trị giải ngân đạt 7.360 triệu đồng" beside a table with that total: one of the two stands in a table.
bool is_one_in_table(const Candidate& a, const Candidate& b) {
  const auto in_table = [](const Candidate& each) { return is_cell(each) || each.rule.starts_with("table."); };
  return in_table(a) != in_table(b);
}

// Two projects of 50,000 USD in one list are two, not one that is told twice.
bool are_two_rows(const Candidate& a, const Candidate& b) {
  return is_cell(a) && is_cell(b);
}

}  // namespace

std::vector<Candidate> merge_equal(const Reading& reading, std::vector<Candidate> candidates) {
  settle_repeated(reading, candidates);
  std::vector<Candidate> merged;
  std::vector<std::size_t> moved(candidates.size());
  std::map<std::string, std::size_t> known;
  std::vector<std::optional<std::size_t>> wholes;  // of the candidates, before any moves
  for (const Candidate& candidate : candidates) wholes.push_back(whole_of(candidate));
  std::vector<std::optional<std::size_t>> whole_of_merged;
  const std::vector<std::size_t> teller = tellers(reading, candidates);
  std::vector<std::string> keys;
  for (const Candidate& candidate : candidates) keys.push_back(std::visit(Key{}, candidate.fact));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    std::string key = keys[teller[i]];
    if (!key.empty()) key += is_own(reading, candidates[i]) ? "|own" : "|related";
    const auto found = key.empty() ? known.end() : known.find(key);
    // "Y tế: 5 dự án; giáo dục: 5 dự án": two parts of one whole are two.
    const bool one_whole = found != known.end() && wholes[i] && wholes[i] == whole_of_merged[found->second] &&
                           !is_one_in_table(merged[found->second], candidates[i]);
    if (found != known.end() && !one_whole && !are_two_rows(merged[found->second], candidates[i])) {
      moved[i] = found->second;
      restate(merged[found->second], std::move(candidates[i]));
      continue;
    }
    moved[i] = merged.size();
    if (!key.empty()) known[key] = merged.size();
    whole_of_merged.push_back(wholes[i]);
    merged.push_back(std::move(candidates[i]));
  }
  for (std::size_t i = 0; i < merged.size(); ++i) {
    if (auto* count = std::get_if<CountFact>(&merged[i].fact)) follow(count->part_of, moved, i);
    if (auto* aid = std::get_if<AidValueFact>(&merged[i].fact)) follow(aid->part_of, moved, i);
    if (auto* share = std::get_if<ShareFact>(&merged[i].fact)) follow(share->of, moved, i);
  }
  return merged;
}

}  // namespace trichluc
