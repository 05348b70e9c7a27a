#include "extractors/money/money_cue.h"

#include <algorithm>

#include "extractors/clause.h"
#include "extractors/money/acting_giver.h"
#include "extractors/money/beside_sum.h"
#include "extractors/money/body_abroad.h"
#include "extractors/money/contracts_of_aid.h"
#include "extractors/money/cue_words.h"
#include "extractors/money/deciding_above.h"
#include "extractors/money/donors_project.h"
#include "extractors/money/givers.h"
#include "extractors/money/goes_on.h"
#include "extractors/money/head_of_project.h"
#include "extractors/money/list_of_donors.h"
#include "extractors/money/paying_donor.h"
#include "extractors/money/project_above.h"
#include "extractors/money/ranked.h"
#include "extractors/money/series_of_aid.h"
#include "extractors/money/spent_of_project.h"
#include "extractors/money/stage_of_sum.h"
#include "extractors/money/told_above.h"

namespace trichluc {
namespace {

constexpr TableKey kTable = "money_cues";

// "Hiệp định vay vốn … cung cấp 80 triệu USD dành cho …": a loan, whatever gives behind it.
const LexiconMatch* loan_before(const Reading& reading, std::size_t first, std::size_t from) {
  for (std::size_t end = first; end > from && !is_sum(reading, end - 1); --end) {
    const LexiconMatch* cue = reading.match_before(end, kTable);
    const bool loan = cue != nullptr && is_no_aid(*cue) && cue->entry->form.find("vay") != std::string::npos;
    if (loan && cue->first >= from) return cue;
  }
  return nullptr;
}

// "giải ngân 7 tỷ đồng cho 17.000 lượt hộ vay vốn": who gets the sum borrows it.
const LexiconMatch* loan_after(const Reading& reading, std::size_t last, std::size_t end) {
  constexpr std::size_t kFarthest = 8;
  if (!reading.is(last, "cho")) return nullptr;
  for (std::size_t at = last + 1; at < std::min(last + kFarthest, end); ++at) {
    if (reading.is(at, ",") || is_sum(reading, at)) return nullptr;
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && is_no_aid(*cue) && reading.is(at, "vay")) return cue;
  }
  return nullptr;
}

// "Vốn đối ứng của tỉnh cho các dự án viện trợ là 8 tỷ đồng": with a verb of being in front of the sum its subject, the
// first cue of the stretch, outweighs nearer ones.
const LexiconMatch* refusing_subject(const Reading& reading, std::size_t first, std::size_t from) {
  static constexpr std::string_view kVerbs[] = {"là", "đạt", "còn", "lên", "tới", "đến", "được"};
  const bool verb = first > from && std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view word) {
                      return reading.folded(first - 1) == word;
                    });
  std::size_t start = first;
  while (start > from && reading.folded(start - 1) != "," && !is_sum(reading, start - 1)) --start;
  if (!verb) return nullptr;
  for (std::size_t at = start; at < first && at < start + 3; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) return is_no_aid(*cue) ? cue : nullptr;
  }
  return nullptr;
}

// "trị giá 340 triệu đồng, trong đó tổ chức X viện trợ 240 triệu đồng"
bool opens_parts(const Reading& reading, std::size_t at) {
  return is_sum(reading, at) || reading.match_at(at, "part_words") != nullptr;
}

// "- Nông nghiệp, tín dụng nhỏ: 11.176 triệu đồng", "tín dụng của phụ nữ nghèo: 8 dự án, 516.000 USD": the words of a
// field before the colon say what the sum is for, though one of them alone would say that it is no aid.
bool is_labelled_by_field(const Reading& reading, std::size_t first) {
  constexpr std::size_t kNearColon = 6;
  constexpr std::size_t kLongestLabel = 14;
  const std::size_t floor = reading.first_token_of(reading.tokens()[first].paragraph);
  std::size_t colon = first;
  while (colon > floor && first - colon < kNearColon && !reading.is(colon - 1, ":")) --colon;
  if (colon < floor + 2 || !reading.is(colon - 1, ":")) return false;
  for (std::size_t at = colon; at < first; ++at) {
    if (reading.match_at(at, kTable) != nullptr) return false;
  }
  bool field = false;
  bool refused = false;
  for (std::size_t at = colon - 1; at > floor && colon - at < kLongestLabel; --at) {
    if (reading.is_any(at - 1, {";", ".", ":", "-", "+"})) break;
    const LexiconMatch* cue = reading.match_at(at - 1, kTable);
    field = field || reading.match_at(at - 1, "sectors") != nullptr;
    refused = refused || (cue != nullptr && cue->value("verdict") == "no");
  }
  return field && refused;
}

// "… viện trợ 186.500 USD, trong đó:", then "- Mua tôn lợp: 61.300 USD": what an item of a list was spent on, of the
// sum above it.
bool is_item_of_spending(const Reading& reading, std::size_t first) {
  const std::size_t begin = reading.first_token_of(reading.tokens()[first].paragraph);
  if (first < begin + 3 || !reading.is(first - 1, ":") || !reading.is_any(begin, {"-", "–", "+", "*", "•"}))
    return false;
  for (std::size_t at = begin + 1; at + 1 < first; ++at) {
    if (is_sum(reading, at)) return false;
    // "- Bệnh viện X mua thiết bị: 108.898 USD"
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) return is_purpose(*cue);
  }
  return false;
}

// "số viện trợ", "số tiền viện trợ", "tổng giá trị viện trợ": what the sum is called.
const LexiconMatch* aid_noun_at(const Reading& reading, std::size_t at) {
  constexpr std::size_t kFarthest = 4;
  for (const std::size_t end = at + kFarthest; at < end && at < reading.tokens().size(); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && cue->value("verdict") == "aid") return cue;
    if (reading.tokens()[at].kind != TokenKind::kWord) return nullptr;
  }
  return nullptr;
}

// "Dùng hơn 1.000 tỷ đồng phòng, chống dịch. Đây là số tiền Quỹ Toàn cầu tài trợ …": what the sum is, told behind it.
const LexiconMatch* told_behind(const Reading& reading, std::size_t last) {
  constexpr std::size_t kFarthest = 24;
  // "Gần 900.000 USD: đó là số viện trợ …"
  const bool here = reading.is_any(last, {":", ",", "-", "–"}) && reading.is_any(last + 1, {"đó", "đây"});
  const std::size_t next = here ? last + 1 : reading.sentence_of(last - 1).last;
  if (!reading.is_any(next, {"đây", "đó"}) || !reading.is(next + 1, "là")) return nullptr;
  if (!reading.is_any(next + 2, {"số", "khoản", "nguồn", "kinh", "tiền", "con", "tổng"})) return nullptr;
  if (const LexiconMatch* noun = aid_noun_at(reading, next + 2)) return noun;
  const std::size_t end = std::min(next + kFarthest, reading.sentence_of(next).last);
  const LexiconMatch* donor = first_match_in(reading, next, end, kTable);
  while (donor != nullptr && donor->value("verdict") != "abroad")
    donor = first_match_in(reading, donor->first + 1, end, kTable);
  if (donor == nullptr) return nullptr;
  for (std::size_t at = donor->last; at < end; ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && decides(reading, *cue)) return is_aid(*cue) ? cue : nullptr;
  }
  return nullptr;
}

// "Bộ A cấp 500 tỷ đồng, trong khi các nước viện trợ 7 triệu USD": what follows is said of another sum.
bool opens_contrast(const Reading& reading, std::size_t at) {
  if (!reading.is(at, ",")) return false;
  return reading.is_any(at + 1, {"còn", "nhưng"}) || (reading.is(at + 1, "trong") && reading.is(at + 2, "khi"));
}

// "4,9 tỷ đồng, kéo dài đến 31/3/2022, vốn đối ứng bằng hiện vật 180 triệu đồng": what is no aid opens the words of the
// next sum.
bool is_said_of_next(const Reading& reading, const LexiconMatch& cue) {
  constexpr std::size_t kFarthest = 6;
  if (!is_no_aid(cue) || cue.first == 0 || !reading.is_any(cue.first - 1, {",", ";"})) return false;
  for (std::size_t at = cue.last; at < cue.last + kFarthest && !reading.is_any(at, {",", ";", "."}); ++at) {
    if (is_sum(reading, at)) return true;
  }
  return false;
}

// "lần lượt nhận 4,2 triệu USD và 3,6 triệu USD viện trợ": the noun behind the last of a row is that of all.
const LexiconMatch* noun_behind_row(const Reading& reading, std::size_t last, std::size_t end) {
  while (reading.is_any(last, {"và", ","}) && begins_sum(reading, last + 1)) {
    std::size_t at = last + 1;
    if (const LexiconMatch* bound = reading.match_at(at, "qualifiers")) at = bound->last;
    const Quantity* quantity = reading.quantity_at(at);
    const LexiconMatch* currency = reading.match_at(quantity->last, "currencies");
    last = currency->last;
    const LexiconMatch* cue = last < end ? reading.match_at(last, kTable) : nullptr;
    if (cue != nullptr && cue->value("verdict") == "aid") return cue;
  }
  return nullptr;
}

// "Ban tổ chức đã trao 200 tỷ đồng ủng hộ …": the verb before the sum tells who gives, the one behind it what for.
const LexiconMatch* unless_given_at_home(const Reading& reading, std::size_t first, Clause clause,
                                         const LexiconMatch* behind) {
  const LexiconMatch* gives = reading.match_before(first, kTable);
  if (gives == nullptr || !is_aid(*gives) || !is_weak(*gives) || !is_weak(*behind)) return behind;
  const LexiconMatch* giver = domestic_giver(reading, *gives, clause.first);
  return giver != nullptr ? giver : behind;
}

// The cue right behind the sum, unless the noun before it says more: "khoản viện trợ 135 triệu USD vốn ODA".
const LexiconMatch* unless_noun_says_more(const Reading& reading, std::size_t first, Clause clause,
                                          const LexiconMatch* cue) {
  const LexiconMatch* gift = reading.match_before(first, kTable);
  const bool noun = gift != nullptr && reading.is(gift->last - 1, "trợ") && reading.is(gift->last - 2, "viện");
  const bool given = noun && gift->value("verdict") == "aid" && cue->entry->form == "vốn oda";
  return given ? gift : unless_given_at_home(reading, first, clause, cue);
}

// What decides in the sentence before the sum.
const LexiconMatch* deciding_left(const Reading& reading, const Topic& topic, std::size_t first, Clause clause) {
  if (const LexiconMatch* cue = deciding_before(reading, first, clause.first)) return cue;
  // "115 tổ chức PCPNN tham gia ứng phó … với hơn 6,5 triệu USD": organisations that act with a sum give it.
  if (const LexiconMatch* ngo = acting_ngos(reading, topic, first, clause.first)) return ngo;
  if (const LexiconMatch* cue = acting_donor(reading, first, clause.first)) return cue;
  const std::size_t from = reading.sentence_of(first).first;
  // "Tổ chức X tài trợ 2 tỷ đồng; huyện bố trí 800 triệu đồng": behind a semicolon somebody else acts.
  const bool anew =
      clause.first > from && first > clause.first && reading.is_any(first - 1, {"trí", "góp", "cấp", "xuất", "nộp"});
  return anew ? nullptr : deciding_before(reading, first, from);
}

// … behind the sum, and where its project or its paragraph tells it further up.
const LexiconMatch* deciding_right_or_above(const Reading& reading, const Topic& topic, std::size_t first,
                                            std::size_t last, Clause clause) {
  const Sentence& sentence = reading.sentence_of(first);
  const ProjectAbove project = project_above(reading, first, last);
  // "Với tổng vốn 3,2 tỷ đồng, dự án …": what the project does with it says nothing of the sum.
  if (project.known && reading.is(last, ",") && reading.is(sentence.first, "với")) return project.cue;
  // The rest of the clause: "trị giá 5 tỷ đồng do tổ chức X tài trợ"; what a part of the sum is says nothing of the
  // whole.
  for (std::size_t at = last; at < clause.last && !opens_parts(reading, at) && !opens_contrast(reading, at); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue != nullptr && is_said_of_next(reading, *cue)) break;
    if (cue != nullptr && decides(reading, *cue)) return cue;
  }
  if (const LexiconMatch* cue = told_behind(reading, last)) return cue;
  if (const LexiconMatch* cue = programmes_of_donor(reading, first, sentence.first)) return cue;
  if (const LexiconMatch* cue = noun_behind_row(reading, last, clause.last)) return cue;
  if (const LexiconMatch* cue = worth_of_signed(reading, first, last)) return cue;
  if (const LexiconMatch* cue = worth_of_gifts(reading, first)) return cue;
  if (const LexiconMatch* cue = taken_by_projects(reading, topic, first)) return cue;
  if (project.known) return project.cue;
  if (const LexiconMatch* cue = series_under_headline(reading, topic, first)) return cue;
  if (goes_on_from_above(reading, first) && !tells_of_another_doer(reading, first)) {
    if (const LexiconMatch* cue = deciding_above(reading, first)) return cue;
    if (const LexiconMatch* cue = giver_in_headline(reading, first)) return cue;
  }
  return ranked_first(reading, topic, first);
}

// Where no cue calls the sum given, but who pays it is from abroad.
const LexiconMatch* paid_from_abroad(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  if (const LexiconMatch* cue = paying_donor(reading, topic, first, last)) return cue;
  if (const LexiconMatch* cue = named_payer(reading, first)) return cue;
  if (const LexiconMatch* cue = cost_of_donors_project(reading, topic, first, last)) return cue;
  if (const LexiconMatch* cue = head_of_project(reading, topic, first, last)) return cue;
  if (const LexiconMatch* cue = spender_behind(reading, first, last)) return cue;
  if (const LexiconMatch* cue = giver_before_colon(reading, first, last)) return cue;
  if (const LexiconMatch* cue = share_of_donor(reading, first)) return cue;
  if (const LexiconMatch* cue = donor_of_item(reading, topic, first)) return cue;
  if (const LexiconMatch* cue = signed_in_turn(reading, topic, first)) return cue;
  if (const LexiconMatch* cue = spent_of_project(reading, topic, first, last)) return cue;
  return money_of_country(reading, topic, first, last);
}

const LexiconMatch* deciding_around(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last,
                                    Clause clause) {
  if (is_item_of_spending(reading, first) || is_labelled_by_field(reading, first))
    return deciding_above(reading, first);
  if (const LexiconMatch* cue = left_and_moved(reading, first, last)) return cue;
  // "Oxfam góp 1,6 tỷ đồng mua 1.150 xuồng": given, and then spent.
  if (reading.is_any(last, {"mua", "mở", "xây"})) {
    if (const LexiconMatch* cue = paying_donor(reading, topic, first, last)) return cue;
    if (const LexiconMatch* cue = donor_of_item(reading, topic, first)) return cue;
  }
  if (const LexiconMatch* cue = paid_by(reading, last, clause.last)) return cue;
  if (const LexiconMatch* cue = deciding_after(reading, first, last))
    return unless_noun_says_more(reading, first, clause, cue);
  if (const LexiconMatch* cue = given_by(reading, last, clause.last)) return cue;
  if (const LexiconMatch* cue = loan_after(reading, last, clause.last)) return cue;
  if (const LexiconMatch* cue = refusing_subject(reading, first, clause.first)) return cue;
  const Sentence& sentence = reading.sentence_of(first);
  if (const LexiconMatch* cue = paid_from_abroad(reading, topic, first, last)) return cue;
  if (const LexiconMatch* cue = taking_place(reading, first, sentence.first)) return cue;
  if (const LexiconMatch* cue = helping_ngos(reading, topic, first, sentence.first)) return cue;
  if (const LexiconMatch* cue = helps_with(reading, topic, first, last)) return cue;
  if (const LexiconMatch* cue = deciding_left(reading, topic, first, clause)) return cue;
  if (const LexiconMatch* cue = donor_after(reading, topic, behind_brackets(reading, last, clause.last))) return cue;
  return deciding_right_or_above(reading, topic, first, last, clause);
}

// "phê duyệt dự án trị giá 1,15 triệu USD (trong đó ADB viện trợ không hoàn lại 1 triệu USD)", "Tổng vốn 2,5 triệu USD
// (tương đương 59 tỷ đồng). Trong đó, vốn viện trợ không hoàn lại …"
bool only_part_is_grant(const Reading& reading, std::size_t last) {
  constexpr std::size_t kFarthest = 9;
  last = behind_brackets(reading, last, reading.tokens().size());
  while (reading.is_any(last, {",", "(", ";", "."})) ++last;
  const LexiconMatch* parts = reading.match_at(last, "part_words");
  if (parts == nullptr) return false;
  for (std::size_t at = parts->last; at < parts->last + kFarthest && !is_sum(reading, at); ++at) {
    const LexiconMatch* cue = reading.match_at(at, kTable);
    if (cue == nullptr || !is_aid(*cue)) continue;
    if (cue->entry->form.find("hoàn lại") != std::string::npos || cue->entry->form == "vốn viện trợ") return true;
  }
  return false;
}

// "nhờ sự tài trợ của Quỹ X": whose it is, told behind the word. What somebody takes from a fund may be invested.
bool is_of_body_abroad(const Reading& reading, std::size_t at) {
  return reading.is_any(at, {"của", "từ"}) && body_abroad_at(reading, at + 1, reading.sentence_of(at).last).has_value();
}

// "Số tiền ủng hộ 300.000 USD được Hội Chữ thập đỏ Hàn Quốc chuyển qua …"
bool is_sent_by_body_abroad(const Reading& reading, std::size_t at) {
  return reading.is(at, "được") && body_abroad_at(reading, at + 1, reading.sentence_of(at).last).has_value();
}

// "Ngoại trưởng Úc thông báo khoản hỗ trợ …", "nước này dành 1 triệu franc cứu trợ …": who speaks for another country
// acts, told before the cue or before the verb in front of the sum.
bool country_acts(const Reading& reading, const LexiconMatch& word, std::size_t first) {
  if (office_abroad_gives(reading, word, first) || short_country_gives(reading, word, first)) return true;
  const LexiconMatch* verb = word.first > first ? reading.match_before(first, kTable) : nullptr;
  return verb != nullptr && is_aid(*verb) && office_abroad_gives(reading, *verb, first);
}

// Why the sum is no aid though a cue stands beside it; empty: it is.
std::string reason_against(const Reading& reading, const Topic& topic, const LexiconMatch& word, std::size_t first,
                           std::size_t last) {
  const bool cue = word.is_of(kTable);
  if (cue && word.last <= first && is_given_abroad(reading, word)) return "aid that Vietnam gives abroad";
  // "Tổ chức HealthBridge Canada": the country is the giver's.
  const bool named = word.value("verdict") == "abroad";
  if (cue && !named && word.last <= first && is_given_to_country(reading, word)) return "aid to another country";
  if (cue && word.last <= first && is_given_by_province(reading, word)) return "given by a province at home";
  if (word.value("verdict") == "home" || word.value("verdict") == "firm") return "given at home: " + word.entry->form;
  if (cue && (is_weak(word) || named) && only_part_is_grant(reading, last)) return "only a part of the sum is a grant";
  if (is_no_aid(word)) return "no aid: " + word.entry->form;
  if (cue && word.last <= first && is_given_by_office(reading, word)) return "given by an office at home";
  const auto from_abroad = [&] {
    return is_given_by_country(reading, word, first) || country_acts(reading, word, first) ||
           is_of_body_abroad(reading, word.last) || is_of_body_abroad(reading, last) ||
           is_sent_by_body_abroad(reading, last) ||
           acting_body(reading, word.first, clause_of(reading, word.first).first).has_value();
  };
  if (cue && is_weak(word) && !topic.speaks_of_aid(first) && !from_abroad()) {
    return "giving, but nothing around speaks of foreign NGOs or of aid: " + word.entry->form;
  }
  return "";
}

}  // namespace

MoneyCue read_money_cue(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last) {
  const Clause clause = clause_of(reading, first);
  MoneyCue cue;
  cue.word = deciding_around(reading, topic, first, last, clause);
  if (cue.word == nullptr) {
    cue.reason = "nothing says that the sum is aid";
    return cue;
  }
  if (cue.word->is_of(kTable) && is_weak(*cue.word)) {
    if (const LexiconMatch* loan = loan_before(reading, first, clause.first)) cue.word = loan;
  }
  if (cue.word->is_of(kTable)) {
    if (const LexiconMatch* aid = contract_of_aid_above(reading, *cue.word)) cue.word = aid;
  }
  cue.reason = reason_against(reading, topic, *cue.word, first, last);
  if (!cue.reason.empty()) return cue;
  cue.aid = true;
  cue.stage = stage_before(reading, first, clause.first);
  if (cue.stage.empty()) cue.stage = stage_behind(reading, last, clause.last);
  const bool far = cue.word->first >= last || cue.word->last <= clause.first;
  // What an earlier answer says of its sum's stage is not said again of the years it is compared with.
  const bool answer =
      reading.tokens()[cue.word->first].paragraph != reading.tokens()[first].paragraph && is_answer(reading, first);
  if (cue.stage.empty() && far && !answer && tells_one_stage(reading, *cue.word, first))
    cue.stage = cue.word->value("stage");
  return cue;
}

}  // namespace trichluc
