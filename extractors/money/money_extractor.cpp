#include "extractors/money/money_extractor.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/clause.h"
#include "extractors/money/beside_sum.h"
#include "extractors/money/donor.h"
#include "extractors/money/exchange_rate.h"
#include "extractors/money/money_cue.h"
#include "extractors/money/not_given.h"
#include "extractors/money/parts_of_given.h"
#include "extractors/money/recipient.h"
#include "extractors/money/spelled_out.h"
#include "extractors/money/sum.h"
#include "extractors/money/sums_elsewhere.h"
#include "extractors/money/sums_for_abroad.h"
#include "extractors/money/sums_sought.h"
#include "extractors/money/told_on.h"

namespace trichluc {
namespace {

class MoneyReader {
 public:
  MoneyReader(const Reading& reading, const Topic& topic)
      : reading_(reading),
        topic_(topic),
        sums_(read_sums(reading)),
        of_world_(!sums_.empty() && tells_of_world(reading)),
        of_elsewhere_(!sums_.empty() && headline_names_elsewhere(reading)) {}

  Readings read() {
    const Sum* before = nullptr;  // the last one that is a sum of its own, or an equivalent
    const Sum* rate = nullptr;    // of exchange, behind it
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      const Sum& sum = sums_[i];
      if (is_rate(i)) {
        reject(sum, "a rate of exchange, not a sum given");
        rate = &sum;
        continue;
      }
      if (before != nullptr && sum.last <= behind_spelled_out(reading_, *before)) {
        reject(sum, "the sum before it once more, in words");
        continue;
      }
      if (before != nullptr && is_equivalent(*before, sum, rate)) {
        add_equivalent(sum);
      } else {
        last_fact_.reset();
        own_words_ = i > 0 ? sums_[i - 1].last : 0;
        read_sum(sum);
      }
      before = &sum;
      rate = nullptr;
    }
    drop_refused_headlines();
    return std::move(out_);
  }

 private:
  bool is_headline(std::size_t token) const { return reading_.section_of(token) == text::Section::kTitle; }

  // "Đầu tư 1,65 triệu USD …" in the headline, and below "tổng vốn đầu tư 1.650.000 USD, trong đó …": what the text
  // says is no gift the headline does not make one.
  void drop_refused_headlines() {
    for (const Sum& sum : sums_) {
      if (!is_headline(sum.first) || !sum.amount) continue;
      const Span number = sum.quantity->span;
      const auto own = std::find_if(out_.candidates.begin(), out_.candidates.end(), [&](const Candidate& candidate) {
        return !candidate.numbers.empty() && candidate.numbers.front() == number;
      });
      if (own == out_.candidates.end() || !is_refused_below(sum)) continue;
      reject(sum, "the text below says that the sum is none that was given");
      out_.candidates.erase(own);
    }
  }

  // Told again in the text as the whole of parts, and every time refused.
  bool is_refused_below(const Sum& headline) const {
    bool told = false;
    for (const Sum& sum : sums_) {
      if (is_headline(sum.first) || sum.amount != headline.amount || sum.currency != headline.currency) continue;
      const std::size_t end = reading_.sentence_of(sum.first).last;
      told = told || first_match_in(reading_, sum.last, end, "part_words") != nullptr;
      const auto accepted = [&](const Candidate& candidate) {
        return std::find(candidate.numbers.begin(), candidate.numbers.end(), sum.quantity->span) !=
               candidate.numbers.end();
      };
      if (std::any_of(out_.candidates.begin(), out_.candidates.end(), accepted)) return false;
    }
    return told;
  }

  void reject(const Sum& sum, std::string_view reason) {
    out_.rejections.push_back({reading_.span_of(sum.first, sum.last), "money.sum", std::string(reason)});
  }

  // "5 triệu USD (tương đương 110 tỷ đồng)": the same sum in another currency, a few linking words between; `rate` is a
  // rate of exchange that stands there too, or null.
  bool is_equivalent(const Sum& first, const Sum& second, const Sum* rate) const {
    constexpr std::size_t kFarthest = 6;
    if (first.currency == second.currency || second.first < first.last) return false;
    const std::size_t link = behind_noun(first, second);
    if (second.first - link > kFarthest + (rate != nullptr ? kFarthest : 0)) return false;
    if (reading_.tokens()[first.first].sentence != reading_.tokens()[second.first].sentence) return false;
    static constexpr std::string_view kLinks[] = {"tương", "đương",  "ứng",  "với", "(",  ",",   "quy", "đổi",
                                                  "ra",    "khoảng", "bằng", "hay", "~",  "=",   "≈",   "/",
                                                  "theo",  "tỷ",     "giá",  "là",  "tỉ", "tức", "khi", "tính"};
    bool linked = second.bound.first > first.last;
    for (std::size_t at = link; at < second.first; ++at) {
      const bool known = std::any_of(std::begin(kLinks), std::end(kLinks),
                                     [&](std::string_view word) { return reading_.is(at, word); });
      const bool in_rate = rate != nullptr && at >= rate->first && at < rate->last;
      if (!known && !in_rate) return false;
    }
    const bool comma_only = second.first == first.last + 1 && reading_.is(first.last, ",");
    return linked && !comma_only;
  }

  // "2,7 triệu USD viện trợ PCPNN, tương đương 60 tỷ đồng": the sum's noun stands between; where the link begins.
  std::size_t behind_noun(const Sum& first, const Sum& second) const {
    const std::size_t end = behind_spelled_out(reading_, first);
    if (end > first.last) return end;
    for (std::size_t at = first.last; at + 2 < second.first; ++at) {
      if (reading_.is_any(at, {",", "("}) && reading_.is(at + 1, "tương") && reading_.is(at + 2, "đương")) {
        const LexiconMatch* noun = reading_.match_at(first.last, "money_cues");
        return noun != nullptr && noun->value("verdict") == "aid" ? at : first.last;
      }
      if (reading_.tokens()[at].kind != TokenKind::kWord) break;
    }
    return first.last;
  }

  bool is_rate(std::size_t sum) const { return is_rate_of_exchange(reading_, sums_, sum); }

  void add_equivalent(const Sum& sum) {
    if (!last_fact_ || !sum.amount) return;
    auto& fact = std::get<AidValueFact>(out_.candidates[*last_fact_].fact);
    fact.equivalent.push_back({*sum.amount, sum.currency});
    Candidate& candidate = out_.candidates[*last_fact_];
    candidate.span.end = std::max(candidate.span.end, reading_.span_of(sum.first, sum.last).end);
    candidate.lines.push_back(line_of(*sum.currency_word));
    candidate.numbers.push_back(sum.quantity->span);
  }

  // "tăng 15 triệu USD so với", "thêm 611.000 USD": a difference, no sum given.
  bool is_difference(const Sum& sum) const {
    if (sum.first == 0 || reading_.tokens()[sum.first - 1].sentence != reading_.tokens()[sum.first].sentence)
      return false;
    const bool compared = is_within("so", sum.last, 12);
    if (reading_.is(sum.first - 1, "tăng") || reading_.is(sum.first - 1, "giảm") ||
        reading_.is(sum.first - 1, "chênh") || reading_.is(sum.first - 1, "hụt") || reading_.is(sum.first - 1, "thiếu"))
      return true;
    return (compared && (reading_.is(sum.first - 1, "thêm") || reading_.is(sum.first - 1, "cao") ||
                         reading_.is(sum.first - 1, "hơn"))) ||
           is_margin(sum);
  }

  // "thấp hơn cùng kỳ 3 triệu USD", "cao hơn năm trước 5 tỷ đồng".
  bool is_margin(const Sum& sum) const {
    if (sum.first > 0 && (reading_.is(sum.first - 1, "mức") || reading_.is(sum.first - 1, "số"))) return false;
    const std::size_t first = std::max(reading_.sentence_of(sum.first).first + 1, sum.first < 7 ? 1 : sum.first - 7);
    for (std::size_t at = first; at < sum.first; ++at) {
      if (reading_.is(at, "hơn") && (reading_.is(at - 1, "thấp") || reading_.is(at - 1, "cao") ||
                                     reading_.is(at - 1, "ít") || reading_.is(at - 1, "nhiều")))
        return true;
    }
    return false;
  }

  bool is_within(std::string_view word, std::size_t from, std::size_t count) const {
    const Sentence& sentence = reading_.sentence_of(from - 1);
    for (std::size_t at = from; at < std::min(from + count, sentence.last); ++at) {
      if (reading_.is(at, word)) return true;
    }
    return false;
  }

  // Why the sum is none that was given, whatever the words around call it; empty: nothing says so.
  std::string_view refusal(const Sum& sum) const {
    const auto index = static_cast<std::size_t>(&sum - sums_.data());
    if (is_for_each(sum) || is_for_each_of_many(sum) || is_threshold(sum) || is_worth_of_kind(reading_, sum))
      return "a sum for each, or the bound of a rule, not a sum given";
    if (is_needed(sum) || is_sought(reading_, sum) || is_part_of_sought(reading_, sums_, index))
      return "what is needed, not a sum given";
    if (of_world_ && sum.currency != "VND") return "the document tells of the world and names no place at home";
    if (of_elsewhere_ && sum.currency != "VND" && !names_home_around(reading_, sum))
      return "the headline tells of another country, and the paragraph names no place at home";
    if (is_worth_of_gone(sum)) return "what was lost, not a sum given";
    return why_not_given(reading_, sums_, index);
  }

  AidValueFact figures_of(const Sum& sum) const {
    AidValueFact fact;
    fact.amount = sum.amount;
    fact.low = sum.low;
    fact.high = sum.high;
    fact.currency = sum.currency;
    fact.qualifier = sum.bound.qualifier;
    fact.kind = Kind::kFlow;
    if (is_told_per_year(sum)) fact.per = "year";
    return fact;
  }

  void read_sum(const Sum& sum) {
    if (is_difference(sum)) {
      out_.rejections.push_back(
          {reading_.span_of(sum.first, sum.last), "money.difference", "a difference, not a sum given"});
      return;
    }
    if (const std::string_view reason = refusal(sum); !reason.empty()) {
      reject(sum, reason);
      return;
    }
    if (refused_whole_ != nullptr && is_item_of_refused(sum)) {
      reject(sum, "an item of a sum that is no aid");
      return;
    }
    const MoneyCue cue = cue_of(sum);
    if (!cue.aid) {
      if (opens_list(sum)) refused_whole_ = &sum;
      reject(sum, cue.reason);
      return;
    }
    AidValueFact fact = figures_of(sum);
    fact.stage = !cue.stage.empty() ? cue.stage : stage_told_on(sum);
    if (fact.qualifier == Qualifier::kExact && fact.stage == "committed" && is_ceiling(sum))
      fact.qualifier = Qualifier::kUpTo;
    fact.donor = donor_told(sum);
    fact.recipient = recipient_of(reading_, sum, own_words_);
    fact.sector = sector_of(sum);
    // "Tổ chức Cứu trợ trẻ em trao 10 tỷ đồng": the word belongs to the giver's name.
    if (fact.donor.find(fact.sector) != std::string::npos) fact.sector.clear();
    add(sum, cue, std::move(fact));
  }

  // Its own, or that of a sum told before it, of which it is a part or which it goes on with.
  MoneyCue cue_of(const Sum& sum) {
    MoneyCue cue = read_money_cue(reading_, topic_, sum.first, sum.last);
    if (!cue.aid && whole_.sum != nullptr && (cue.word == nullptr || is_said_of_other(cue, sum)) &&
        is_part_of_given(reading_, *whole_.sum, sum, own_words_)) {
      cue = whole_.cue;
    } else if (cue.word == nullptr && before_.sum != nullptr && before_.sum->last == own_words_ &&
               is_told_on(reading_, *before_.sum, sum)) {
      cue = before_.cue;
    } else if (cue.aid) {
      take_whole(sum, cue);
    }
    if (cue.aid) before_ = {&sum, cue};
    return cue;
  }

  std::string donor_told(const Sum& sum) {
    const std::size_t sentence = reading_.tokens()[sum.first].sentence;
    std::string donor = donor_of(reading_, sum, own_words_);
    if (donor.empty() && donor_before_ && sentence == donor_sentence_) donor = donor_in_row(reading_, sum, own_words_);
    // "EU 532.000 USD, Trung tâm Điều phối … 216.000 USD, CRS 100.000 USD": one unread name ends no row.
    donor_before_ = !donor.empty() || (donor_before_ && sentence == donor_sentence_);
    donor_sentence_ = sentence;
    return donor;
  }

  // What refuses the sum stands before the sum in front of it, or behind this one, or tells what it is spent on.
  bool is_said_of_other(const MoneyCue& cue, const Sum& sum) const {
    if (cue.word->is_of("money_cues") && is_purpose(*cue.word)) return true;
    return cue.word->last <= own_words_ || cue.word->first >= sum.last;
  }

  // The sum whose parts may follow: not another part of the one that is kept.
  void take_whole(const Sum& sum, const MoneyCue& cue) {
    const bool part = whole_.sum != nullptr && is_part_of_given(reading_, *whole_.sum, sum, own_words_);
    if (part) return;
    whole_ = {&sum, cue};
  }

  // "giải ngân 4 triệu USD, bằng 80% của năm 2019 (5,02 triệu USD)", "năm 2020 phê duyệt 151 tỷ đồng, năm 2021 là 139
  // tỷ đồng": what no other word tells of is of the stage of the sum before it in the sentence.
  std::string stage_told_on(const Sum& sum) const {
    if (out_.candidates.empty() || own_words_ <= reading_.sentence_of(sum.first).first) return "unspecified";
    const Candidate& before = out_.candidates.back();
    const auto& told = std::get<AidValueFact>(before.fact);
    const bool last = before.numbers.front().end == reading_.span_of(0, own_words_).end ||
                      reading_.token_from(before.span.end) >= own_words_;
    // "vốn cam kết gần 16 triệu USD và hơn 58.000 euro"
    const bool joined = sum.first == own_words_ + 1 && reading_.is(own_words_, "và");
    if (!last || (told.currency != sum.currency && !joined)) return "unspecified";
    for (std::size_t at = own_words_; at < sum.first; ++at) {
      const LexiconMatch* word = reading_.match_at(at, "money_cues");
      const bool says = word != nullptr && word->value("verdict") != "abroad";
      // "Tổ chức A cam kết 1,06 triệu USD; Tổ chức B 0,96 triệu USD": the next item leaves the verb out.
      const bool item = reading_.is_capital_word(sum.first - 1) || reading_.is(sum.first - 1, ")");
      const bool other = says || reading_.match_at(at, "part_words") != nullptr;
      if (other || (reading_.is(at, ";") && !item)) return "unspecified";
    }
    return told.stage;
  }

  // "cam kết nguồn vốn lên đến 14 triệu USD", "sẽ cung cấp tới 3 triệu đô la": of what is promised it is the most, of
  // what was given ("đạt tới 70 triệu USD") all.
  bool is_ceiling(const Sum& sum) const {
    if (sum.first < 2 || !reading_.is_any(sum.first - 1, {"tới", "đến"})) return false;
    if (reading_.is(sum.first - 2, "lên")) return true;
    const LexiconMatch* gives = reading_.match_before(sum.first - 1, "money_cues");
    return gives != nullptr && gives->value("stage") == "committed";
  }

  // "… với số tiền gần 3 tỷ đồng gồm: A 100 triệu; B 80 triệu"
  bool opens_list(const Sum& sum) const {
    const LexiconMatch* parts = reading_.match_at(sum.last, "part_words");
    return reading_.is(sum.last, ":") || (parts != nullptr && reading_.is(parts->last, ":"));
  }

  // What is given at home is given so by all who are named in its list, but an item that tells of aid or of a giver
  // from abroad.
  bool is_item_of_refused(const Sum& sum) const {
    if (reading_.tokens()[sum.first].sentence != reading_.tokens()[refused_whole_->first].sentence) return false;
    if (sum.currency != refused_whole_->currency) return false;
    for (std::size_t at = own_words_; at < sum.first; ++at) {
      const LexiconMatch* cue = reading_.match_at(at, "money_cues");
      if (cue != nullptr && (cue->value("verdict") == "aid" || cue->value("verdict") == "abroad")) return false;
      const LexiconMatch* noun = reading_.match_at(at, "head_nouns");
      if (noun != nullptr && noun->value("of") == "ngo") return false;
    }
    return true;
  }

  // "32 dự án kêu gọi viện trợ, cần chừng 14 triệu đô-la".
  bool is_needed(const Sum& sum) const {
    std::size_t at = sum.bound.first;
    while (at > 0 && reading_.is_any(at - 1, {"thêm", "tới", "đến", "có"})) --at;
    return at > 0 && reading_.is(at - 1, "cần");
  }

  // "thiết bị trị giá 800 triệu đồng bị cuốn trôi": what became of the goods is told right behind their worth.
  bool is_worth_of_gone(const Sum& sum) const {
    return reading_.is(sum.last, "bị") &&
           reading_.is_any(sum.last + 1, {"hỏng", "hư", "cháy", "cuốn", "mất", "trộm", "bắt", "tịch", "thu", "chìm"});
  }

  // "mỗi hộ được hỗ trợ 5 triệu đồng", "2 triệu đồng/suất"; by the year, project or donor it is a sum given.
  bool is_for_each(const Sum& sum) const {
    constexpr std::size_t kFarthestEach = 14;
    const auto counts_gifts = [&](std::size_t at) {
      return reading_.is(at, "năm") || reading_.is(at, "dự") || reading_.is(at, "tổ") || reading_.is(at, "khoản") ||
             (reading_.is(at, "nhà") && reading_.is(at + 1, "tài")) || reading_.is(at, "chương");
    };
    if (reading_.is(sum.last, "/") && sum.last + 1 < reading_.tokens().size() &&
        reading_.tokens()[sum.last + 1].kind == TokenKind::kWord) {
      return !counts_gifts(sum.last + 1);
    }
    if (reading_.is(sum.last, "mỗi")) return !counts_gifts(sum.last + 1);
    const std::size_t from = clause_of(reading_, sum.first).first;
    for (std::size_t at = sum.bound.first; at > from && sum.bound.first - at < kFarthestEach; --at) {
      // "mỗi em nhận một phần quà, trị giá 400.000 đồng": the comma parts nothing there.
      const bool parts = reading_.is(at - 1, ",") && !reading_.is(at, "trị");
      const bool amount =
          reading_.quantity_at(at - 1) != nullptr && reading_.tokens()[at - 1].kind == TokenKind::kNumber;
      if (parts || amount) return false;
      if (reading_.is(at - 1, "mỗi")) return !counts_gifts(at);
    }
    return false;
  }

  // "các hộ có người khuyết tật được nhận thêm 1 triệu đồng", "các gói hỗ trợ trị giá từ 1.000.000-2.000.000 đồng": so
  // much for each of them.
  bool is_for_each_of_many(const Sum& sum) const {
    constexpr std::size_t kFarthestPeople = 24;
    constexpr std::size_t kFarthestParcel = 10;
    const std::size_t floor = reading_.sentence_of(sum.first).first;
    std::size_t at = sum.bound.first;
    for (std::size_t back = at; sum.low && back > floor + 1 && at - back < kFarthestParcel; --back) {
      if (reading_.is(back - 1, "tổng")) break;
      if (reading_.is_any(back - 1, {"gói", "suất", "phần"}) && reading_.is_any(back - 2, {"các", "những", "nhiều"}))
        return true;
    }
    if (sum.currency != "VND") return false;
    while (at > floor && reading_.is_any(at - 1, {"thêm", "được"})) --at;
    if (at == floor || !reading_.is(at - 1, "nhận")) return false;
    for (std::size_t back = at; back > floor + 1 && at - back < kFarthestPeople; --back) {
      if (reading_.is_any(back - 1, {"tổng", "số"})) return false;
      if (reading_.is_any(back - 1, {"hộ", "em", "cháu"}) && reading_.is_any(back - 2, {"các", "những"})) return true;
    }
    return false;
  }

  // "khoản viện trợ dưới 200.000 USD do tỉnh phê duyệt": a rule; a figure stands behind a verb of measure.
  bool is_threshold(const Sum& sum) const {
    // "các khoản viện trợ từ 3 triệu USD trở lên do Thủ tướng phê duyệt"
    const bool bound_after = sum.bound.word != nullptr && sum.bound.word->value("side") == "after";
    if (bound_after && sum.first > 0 && reading_.is(sum.first - 1, "từ")) return !is_aimed_at(sum.first - 1);
    if (sum.bound.first == 0 || !reading_.is(sum.bound.first, "dưới")) return false;
    static constexpr std::string_view kVerbs[] = {"là", "đạt", "còn", "mức", "xuống", "được", "khoảng"};
    return std::none_of(std::begin(kVerbs), std::end(kVerbs),
                        [&](std::string_view verb) { return reading_.is(sum.bound.first - 1, verb); });
  }

  // "phấn đấu vận động từ 15 triệu USD trở lên": what is aimed at, no rule.
  bool is_aimed_at(std::size_t at) const {
    constexpr std::size_t kFarthest = 6;
    const std::size_t from = std::max(clause_of(reading_, at).first, at < kFarthest ? 0 : at - kFarthest);
    for (std::size_t end = at; end > from; --end) {
      const LexiconMatch* head = reading_.match_before(end, "head_nouns");
      if (head != nullptr && head->last == at && head->value("of") == "project") return false;
      const bool draws = reading_.is(end - 1, "động") && end > 1 && reading_.is_any(end - 2, {"vận", "huy"});
      const bool spends = reading_.is(end - 1, "ngân") && end > 1 && reading_.is(end - 2, "giải");
      if (draws || spends || (reading_.is(end - 1, "hút") && end > 1 && reading_.is(end - 2, "thu"))) return true;
      if (reading_.is(end - 1, "đạt") || reading_.match_before(end, "expectations") != nullptr) return true;
    }
    return false;
  }

  // "mỗi năm", "hàng năm", "/năm".
  bool is_told_per_year(const Sum& sum) const {
    if ((reading_.is(sum.last, "/") && reading_.is(sum.last + 1, "năm")) ||
        (reading_.is(sum.last, "mỗi") && reading_.is(sum.last + 1, "năm")) ||
        (reading_.is(sum.last, "một") && reading_.is(sum.last + 1, "năm"))) {
      return true;
    }
    const Clause clause = clause_of(reading_, sum.first);
    for (std::size_t at = clause.first; at + 1 < sum.first; ++at) {
      if ((reading_.is(at, "mỗi") || reading_.is(at, "hàng") || reading_.is(at, "hằng")) &&
          reading_.is(at + 1, "năm") && (sum.first - at < 15 || is_average(at)))
        return true;
    }
    return (reading_.is(sum.last, "hàng") || reading_.is(sum.last, "hằng")) && reading_.is(sum.last + 1, "năm");
  }

  // "Bình quân mỗi năm", "trung bình hằng năm": holds for the whole clause.
  bool is_average(std::size_t at) const {
    return at > 0 && (reading_.is(at - 1, "quân") || reading_.is(at - 1, "bình"));
  }

  // The purpose: "… để ứng phó với đại dịch" right after the sum, or a sector named before it in its own clause.
  std::string sector_of(const Sum& sum) const {
    const Clause clause = clause_of(reading_, sum.first);
    if (reading_.is(sum.last, "để") || reading_.is(sum.last, "nhằm") || reading_.is(sum.last, "cho") ||
        reading_.is(sum.last, "phục")) {
      const std::size_t end = phrase_end(sum.last + 1, clause.last);
      const LexiconMatch* sector = first_match_in(reading_, sum.last, std::min(end + 8, clause.last), "sectors");
      // "cho 4 dự án thuộc các lĩnh vực giáo dục, y tế, …": one of several is not what the sum is for.
      const bool several = sector != nullptr && sector->first >= 3 && reading_.is(sector->first - 3, "các") &&
                           reading_.is(sector->first - 2, "lĩnh") && reading_.is(sector->last, ",");
      if (several) return {};
      if (sector != nullptr && sector->first < end) {
        return reading_.words(reading_.span_of(sector->first, std::max<std::size_t>(sector->last, end)));
      }
    }
    if (const auto label = list_label(clause, sum)) return reading_.words(reading_.span_of(label->first, label->last));
    std::size_t from = sum.first;
    while (from > clause.first && reading_.quantity_at(from - 1) == nullptr) --from;
    const LexiconMatch* sector = last_match_before(reading_, sum.first, from, "sectors");
    if (sector == nullptr || names_office(*sector) || is_cause(*sector)) return {};
    return reading_.words(reading_.span_of(sector->first, sector->last));
  }

  // "do ảnh hưởng của dịch bệnh", "vì đại dịch": why the sum is what it is; "hậu quả do lũ lụt" is what it is for.
  bool is_cause(const LexiconMatch& sector) const {
    std::size_t at = sector.first;
    while (at > 0 && reading_.is_any(at - 1, {"của", "bởi", "từ", "đại", "các"})) --at;
    if (at > 1 && reading_.is_any(at - 1, {"hưởng", "động"})) at -= 2;
    const bool effect = at > 1 && reading_.is_any(at - 2, {"quả", "hại"});
    return at > 0 && !effect && reading_.is_any(at - 1, {"do", "vì"});
  }

  // "Sở Y tế", "Bộ Giáo dục và Đào tạo": an office, no purpose; "Tổ chức Cứu trợ trẻ em": a giver.
  bool names_office(const LexiconMatch& sector) const {
    constexpr std::size_t kFarthestName = 4;
    for (std::size_t back = 1; back <= kFarthestName && back < sector.first; ++back) {
      const Token& token = reading_.tokens()[sector.first - back];
      if (token.kind != TokenKind::kWord) break;
      const std::size_t body = sector.first - back - 1;
      if (token.capital && (reading_.is(body, "chức") || reading_.is(body, "quỹ"))) return true;
    }
    if (sector.first == 0 || !reading_.tokens()[sector.first].capital) return false;
    static constexpr std::string_view kOffices[] = {"sở", "bộ", "phòng", "ban", "vụ", "cục", "hội", "ngành", "trạm"};
    const std::string_view before = reading_.folded(sector.first - 1);
    return std::find(std::begin(kOffices), std::end(kOffices), before) != std::end(kOffices);
  }

  // "- Y tế, dinh dưỡng: 14.320 triệu đồng": a short label that opens the sentence names what the sum is for.
  std::optional<Clause> list_label(const Clause& clause, const Sum& sum) const {
    constexpr std::size_t kLongestLabel = 10;
    constexpr std::size_t kNextToColon = 4;  // "…: Liên hiệp tiếp nhận … 600 triệu đồng" is an order, not a list
    if (clause.first == 0 || !reading_.is(clause.first - 1, ":")) return std::nullopt;
    if (sum.bound.first > clause.first + kNextToColon) return std::nullopt;
    Clause label = clause_of(reading_, clause.first - 1);
    label.last = clause.first - 1;
    // "giáo dục: 45,2 triệu USD (16%), y tế: 98 triệu USD": the figure before has a label of its own.
    for (std::size_t at = label.first; at < label.last; ++at) {
      const bool figure = reading_.tokens()[at].kind == TokenKind::kNumber || reading_.is(at, ")");
      if (figure || reading_.match_at(at, "currencies") != nullptr) label.first = at + 1;
    }
    const auto skip_marks = [&] {
      while (label.first < label.last && reading_.tokens()[label.first].kind != TokenKind::kWord) ++label.first;
    };
    skip_marks();
    if (const LexiconMatch* opens = reading_.match_at(label.first, "part_words")) label.first = opens->last;
    skip_marks();
    if (reading_.is(label.first, "lĩnh") && reading_.is(label.first + 1, "vực")) label.first += 2;
    const bool short_one = label.first < label.last && label.last - label.first <= kLongestLabel;
    if (!short_one || tells_time(label)) return std::nullopt;
    if (names_place(label)) return std::nullopt;
    // "Các tổ chức của Hoa Kỳ: 1,4 triệu USD", "3 dự án PCPNN: …": who gave or what it was, no purpose.
    const std::size_t head = label.first + (reading_.is(label.first, "các") ? 1 : 0);
    if (const LexiconMatch* noun = reading_.match_at(head, "head_nouns");
        noun != nullptr && !noun->value("of").empty() && !reading_.is(noun->last, "cho"))
      return std::nullopt;
    if (first_match_in(reading_, label.first, label.last, "money_cues") == nullptr) return label;
    // "Viện trợ PCPNN cho giáo dục: 45,2 triệu USD": the label names the sum, and the sector in it.
    const LexiconMatch* sector = last_match_before(reading_, label.last, label.first, "sectors");
    const bool closes = sector != nullptr && sector->last == label.last;
    return closes && !names_office(*sector) ? std::optional<Clause>(Clause{sector->first, sector->last}) : std::nullopt;
  }

  // "Quảng Trị: huy động gần 1.500 tỷ đồng viện trợ": where, no purpose.
  bool names_place(const Clause& label) const {
    for (std::size_t at = label.first; at < label.last; ++at) {
      const LexiconMatch* place = reading_.match_at(at, "places");
      const bool begins = at == label.first || reading_.is(at - 1, ",");
      if (begins && place != nullptr && place->last == label.last) return true;
    }
    return false;
  }

  // "6 tháng đầu năm 2021: viện trợ đạt …": the label is a time, no purpose.
  bool tells_time(const Clause& label) const {
    for (std::size_t at = label.first > 0 ? label.first - 1 : 0; at < label.last; ++at) {
      if (reading_.is_taken(at) || reading_.match_at(at, "relative_times") != nullptr) return true;
    }
    return false;
  }

  std::size_t phrase_end(std::size_t from, std::size_t end) const {
    std::size_t at = from;
    static constexpr std::string_view kEnds[] = {",", ".", "(", ")", "cho", "tại", "ở"};
    const auto ends = [&](std::string_view word) { return reading_.is(at, word); };
    while (at < end && std::none_of(std::begin(kEnds), std::end(kEnds), ends)) ++at;
    return at;
  }

  void add(const Sum& sum, const MoneyCue& cue, AidValueFact fact) {
    Candidate candidate;
    candidate.rule = "money.aid_sum";
    candidate.numbers = {sum.quantity->span};
    candidate.lines.push_back(line_of(*sum.currency_word));
    if (is_lent(sum)) {
      const Span word = reading_.span_of(sum.currency_word->first, sum.currency_word->last);
      candidate.inferred.push_back({"currency", sum.currency, word});
    }
    candidate.lines.push_back(line_of(*cue.word));
    if (sum.bound.word != nullptr) candidate.lines.push_back(line_of(*sum.bound.word));
    const Clause clause = clause_of(reading_, sum.first);
    const bool near = cue.word->first >= std::max(clause.first, own_words_) && cue.word->first < sum.first &&
                      sum.first - cue.word->first <= 16;
    candidate.span = reading_.span_of(near ? cue.word->first : sum.first, sum.last);
    candidate.fact = std::move(fact);
    last_fact_ = out_.candidates.size();
    out_.candidates.push_back(std::move(candidate));
  }

  // "y tế 9 tỷ": the currency stands with another sum.
  static bool is_lent(const Sum& sum) {
    return sum.currency_word->first >= sum.last || sum.currency_word->last + kUnitBefore < sum.first;
  }
  static constexpr std::size_t kUnitBefore = 3;  // "(triệu đồng): 14.320"

  struct Given {
    const Sum* sum = nullptr;
    MoneyCue cue;
  };

  const Reading& reading_;
  const Topic& topic_;
  std::vector<Sum> sums_;
  bool of_world_;
  bool of_elsewhere_;
  std::optional<std::size_t> last_fact_;
  const Sum* refused_whole_ = nullptr;  // the last sum with a list behind it that is no aid
  Given whole_;                         // the last sum told as given, whose parts may follow
  Given before_;                        // the last sum told as given
  std::size_t own_words_ = 0;           // one past the sum before: what stands further left is said of that one
  bool donor_before_ = false;           // the aid before has a named giver, or stands in a row that has one
  std::size_t donor_sentence_ = 0;
  Readings out_;
};

}  // namespace

Readings MoneyExtractor::read(const Reading& reading) const {
  return MoneyReader(reading, topic_).read();
}

}  // namespace trichluc
