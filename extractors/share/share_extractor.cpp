#include "extractors/share/share_extractor.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/clause.h"
#include "extractors/quantity/bound.h"
#include "extractors/share/share_label.h"
#include "extractors/topic.h"

namespace trichluc {
namespace {

struct Percent {
  const Quantity* quantity;
  std::size_t first;  // tokens [first, last): bounds, number and sign
  std::size_t last;
};

constexpr std::size_t kParagraphsAbove = 12;  // a list of shares may stand well below what it divides

class ShareReader {
 public:
  ShareReader(const Reading& reading, const Topic& topic) : reading_(reading), topic_(topic) {
    for (const Quantity& quantity : reading.quantities()) {
      if (auto percent = percent_at(quantity)) percents_.push_back(*percent);
    }
  }

  Readings read() {
    for (const Percent& percent : percents_) read_percent(percent);
    return std::move(out_);
  }

 private:
  std::optional<Percent> percent_at(const Quantity& quantity) const {
    std::size_t last = quantity.last;
    if (reading_.is(last, "%")) {
      last += 1;
    } else if (reading_.is(last, "phần") && reading_.is(last + 1, "trăm")) {
      last += 2;
    } else {
      return std::nullopt;
    }
    if (!quantity.value) return std::nullopt;
    return Percent{&quantity, read_bound(reading_, quantity.first, last).first, last};
  }

  void read_percent(const Percent& percent) {
    const Span span = reading_.span_of(percent.first, percent.last);
    if (!topic_.speaks_of_aid(percent.first, kParagraphsAbove)) {
      out_.rejections.push_back({span, "share.percent", "nothing around speaks of aid or of foreign NGOs"});
    } else if (is_of_poll(percent)) {
      out_.rejections.push_back({span, "share.percent", "an answer in a poll, no share"});
    } else if (of_country(percent, "bằng")) {
      return;
    } else if (is_change(percent)) {
      out_.rejections.push_back({span, "share.percent", "a change, no share"});
    } else if (is_rate(percent)) {
      out_.rejections.push_back({span, "share.percent", "a rate, or more than a whole"});
    } else if (is_of_cost(percent)) {
      out_.rejections.push_back({span, "share.percent", "a part of what a project costs"});
    } else if (is_of_goods(percent)) {
      out_.rejections.push_back({span, "share.percent", "a part of goods"});
    } else if (is_attained(percent)) {
      out_.rejections.push_back({span, "share.percent", "how much of a plan was done, no share"});
    } else if (is_of_other_whole(percent)) {
      out_.rejections.push_back({span, "share.percent", "a part of something that is no aid and no organisations"});
    } else if (!label_takes(percent) && !of_organisations(percent) && !number_first(percent) && !listed(percent) &&
               !of_country(percent, "chiếm")) {
      out_.rejections.push_back({span, "share.percent", "another percentage, no share"});
    }
  }

  // "Bạn đánh giá trang tin thế nào?", then "Tốt: 61%" in a line of its own.
  bool is_of_poll(const Percent& percent) const {
    constexpr std::size_t kLongestAnswer = 12;  // tokens
    constexpr std::size_t kMostAnswers = 8;     // lines below the question
    const std::size_t own = reading_.tokens()[percent.first].paragraph;
    if (reading_.first_token_of(own + 1) - reading_.first_token_of(own) > kLongestAnswer) return false;
    const auto& paragraphs = reading_.text().paragraphs();
    for (std::size_t p = own + 1; p-- > 0 && own - p <= kMostAnswers;) {
      const std::size_t first = reading_.first_token_of(p);
      const std::size_t last = std::min(first + 4 * kLongestAnswer, reading_.first_token_of(p + 1));
      const LexiconMatch* poll = first_match_in(reading_, first, last, "share_words");
      while (poll != nullptr && poll->value("note") != "poll")
        poll = first_match_in(reading_, poll->last, last, "share_words");
      if (poll != nullptr) return true;
      if (paragraphs[p].section != paragraphs[own].section) return false;
    }
    return false;
  }

  // "75% số vaccine sẽ được chuyển giao", "25% còn lại": goods, and the rest of goods.
  bool is_of_goods(const Percent& percent) const {
    if (reading_.is(percent.last, "còn") && reading_.is(percent.last + 1, "lại")) {
      for (const Percent& other : percents_) {
        const bool before = other.first < percent.first &&
                            reading_.tokens()[other.first].sentence == reading_.tokens()[percent.first].sentence;
        if (before && is_of_goods(other)) return true;
      }
      return false;
    }
    if (!reading_.is(percent.last, "số")) return false;
    const std::size_t noun = percent.last + 1;
    const LexiconMatch* head = reading_.match_at(noun, "head_nouns");
    const bool counted = head != nullptr && !head->value("of").empty();
    return !counted &&
           !reading_.is_any(noun, {"tiền", "vốn", "kinh", "viện", "khoản", "tổ", "dự", "ngân", "nguồn", "này"});
  }

  // "tăng 12%", "giảm khoảng 8%", "đạt 95% kế hoạch", "bằng 7% vốn ODA".
  bool is_change(const Percent& percent) const {
    if (is_second_of_change(percent)) return true;
    for (std::size_t back = 1; back <= 3 && back <= percent.first; ++back) {
      const std::size_t at = percent.first - back;
      if (reading_.is(at, "tăng") || reading_.is(at, "giảm") || reading_.is(at, "vượt") || reading_.is(at, "bằng"))
        return true;
      if (is_change_without_marks(at)) return true;
      // "nhỉnh hơn năm 2014 khoảng 4%"
      if (reading_.is(at, "hơn") && at > 0 && reading_.is_any(at - 1, {"nhỉnh", "cao", "thấp", "ít", "nhiều"}))
        return true;
      // "giải ngân 2 triệu USD (đạt tỷ lệ 88%)": how much of a plan was done.
      if (reading_.is(at, "đạt") && reading_.is_any(at + 1, {"tỷ", "tỉ"}) && reading_.is(at + 2, "lệ")) return true;
      if (reading_.tokens()[at].kind == TokenKind::kMark) break;
    }
    const std::size_t end = std::min(percent.last + 4, reading_.sentence_of(percent.first).last);
    for (std::size_t at = percent.last; at < end; ++at) {
      if (reading_.is(at, "kế") && reading_.is(at + 1, "hoạch")) return true;
      if (reading_.is(at, "so") && (reading_.is(at + 1, "với") || reading_.is(at + 1, "voi"))) return true;
      if (reading_.is(at, "ke") && reading_.is(at + 1, "hoach")) return true;
    }
    return false;
  }

  // "lãi suất 6%/năm", "giá thuốc leo thang (250%)": no part of anything is more than all of it.
  bool is_rate(const Percent& percent) const {
    constexpr int kWhole = 100;
    if (Decimal{kWhole, 0} < *percent.quantity->value) return true;
    const bool each = reading_.is(percent.last, "/") || reading_.is_any(percent.last, {"mỗi", "một"});
    return each && reading_.is_any(percent.last + 1, {"năm", "tháng", "quý"});
  }

  // "tang 12%", "giam 4%", "bang 60% ke hoach": typed without marks. The words have other senses ("tang" is also
  // "tầng"), none of which makes a percentage a share.
  bool is_change_without_marks(std::size_t at) const {
    return reading_.is(at, "tang") || reading_.is(at, "giam") || reading_.is(at, "vuot") || reading_.is(at, "bang");
  }

  // "tổ chức CARE tài trợ 85%, tỉnh đối ứng 15%", "phần còn lại 15% do xã đóng góp": of what one project costs.
  bool is_of_cost(const Percent& percent) const {
    const Sentence& sentence = reading_.sentence_of(percent.first);
    const LexiconMatch* gives = reading_.match_before(percent.first, "money_cues");
    const bool given = gives != nullptr && gives->first >= sentence.first && reading_.is(percent.first - 1, "trợ") &&
                       reading_.is_any(percent.first - 2, {"tài", "hỗ"}) && gives->last - gives->first <= 3;
    if (given || (reading_.is(percent.last, "do") && reading_.is_any(percent.last + 1, {"tổ", "tỉnh", "xã", "huyện"})))
      return true;
    const std::size_t first = stretch_first(percent.first, sentence.first);
    for (std::size_t at = first; at < percent.first; ++at) {
      if (reading_.is(at, "đối") && reading_.is(at + 1, "ứng")) return true;
    }
    // "bố trí đủ 100% vốn đối ứng", "Vốn đối ứng năm 2020 giao 8,2 tỷ đồng, đến nay giải ngân 2 tỷ đồng (25%)"
    for (const std::size_t at : {percent.last, percent.last + 1, sentence.first, sentence.first + 1}) {
      if (reading_.is(at, "đối") && reading_.is(at + 1, "ứng")) return true;
    }
    return false;
  }

  // "ước đạt 97% mục tiêu đề ra", "so với giai đoạn trước …, chỉ đạt 74%", "với tỷ lệ giải ngân xấp xỉ 80%"
  bool is_attained(const Percent& percent) const {
    constexpr std::size_t kFarthest = 6;
    if (reading_.is_any(percent.last, {"mục", "kế", "chỉ"}) && reading_.is_any(percent.last + 1, {"tiêu", "hoạch"}))
      return true;
    const std::size_t from = reading_.sentence_of(percent.first).first;
    for (std::size_t at = percent.first; at > from + 1 && percent.first - at < kFarthest; --at) {
      if (reading_.tokens()[at - 1].kind != TokenKind::kWord) break;
      if (reading_.is(at - 2, "giải") && reading_.is(at - 1, "ngân")) return at > from + 3 && reading_.is(at - 3, "lệ");
    }
    if (percent.first == from || !reading_.is(percent.first - 1, "đạt")) return false;
    for (std::size_t at = percent.first - 1; at > from + 1; --at) {
      if (reading_.is(at - 2, "so") && reading_.is(at - 1, "với")) return true;
    }
    return false;
  }

  // "62% số người hưởng lợi", "Tỷ lệ hộ nghèo còn 18,5%": people, land and rates.
  bool is_of_other_whole(const Percent& percent) const {
    constexpr std::size_t kLongestLink = 3;
    const Sentence& sentence = reading_.sentence_of(percent.first);
    const std::size_t end = std::min(percent.last + kLongestLink, sentence.last);
    for (std::size_t at = percent.last; at < end; ++at) {
      if (is_other(reading_.match_at(at, "share_words"))) return true;
      if (reading_.is(at, ",") || reading_.match_at(at, "head_nouns") != nullptr) break;
      if (reading_.match_at(at, "money_cues") != nullptr || reading_.match_at(at, "sectors") != nullptr) break;
    }
    if (is_of_measured(percent, sentence.first)) return true;
    std::size_t first = stretch_first(percent.first, sentence.first);
    // "còn 23.000 hộ nghèo, chiếm tỷ lệ 5%": of what stands before the comma.
    if (reading_.is(first, "chiếm") && first > sentence.first + 1 && reading_.is(first - 1, ","))
      first = stretch_first(first - 1, sentence.first);
    // "viện trợ cho hộ nghèo chiếm 12%" is of aid all the same.
    bool other = false;
    bool aid = false;
    for (std::size_t at = first; at < percent.first; ++at) {
      const LexiconMatch* cue = reading_.match_at(at, "money_cues");
      aid = aid || (cue != nullptr && cue->value("verdict") == "aid");
      other = other || is_other(reading_.match_at(at, "share_words"));
    }
    if (other && !aid) return true;
    // "Tỷ lệ hộ nghèo: 4,53%"
    std::size_t label = first;
    if (first == percent.first && first > sentence.first && reading_.is(first - 1, ":"))
      label = stretch_first(first - 1, sentence.first);
    while (label < first && reading_.tokens()[label].kind != TokenKind::kWord) ++label;
    const bool rate = reading_.is_any(label, {"tỷ", "tỉ"}) && reading_.is(label + 1, "lệ");
    const bool takes = percent.first > first && reading_.is(percent.first - 1, "chiếm");
    return rate && !takes;
  }

  // "Xã có 1.870 hộ, 62% là người Ê Đê", "120 ha (35%)": a part of the people or land counted right before.
  bool is_of_measured(const Percent& percent, std::size_t floor) const {
    if (percent.first < floor + 3 || !(reading_.is(percent.first - 1, ",") || reading_.is(percent.first - 1, "(")))
      return false;
    const LexiconMatch* unit = reading_.match_before(percent.first - 1, "measure_units");
    if (unit == nullptr || unit->first <= floor) return false;
    const Quantity* number = reading_.quantity_at(unit->first - 1);
    return number != nullptr && number->last == unit->first;
  }

  static bool is_other(const LexiconMatch* word) { return word != nullptr && word->value("note") == "other"; }

  // "từ 31% lên 54%", "từ 46% xuống còn 30%".
  bool is_second_of_change(const Percent& percent) const {
    std::size_t at = percent.first;
    while (at > 0 && (reading_.is(at - 1, "còn") || reading_.is(at - 1, "tới") || reading_.is(at - 1, "đến"))) --at;
    const bool turned = at > 1 && (reading_.is(at - 1, "lên") || reading_.is(at - 1, "xuống"));
    // "giảm từ 38,2% năm 2011 xuống 30,6%"
    std::size_t end = at > 0 ? at - 1 : 0;
    while (end > 1 && (reading_.is_taken(end - 1) || reading_.is(end - 1, "năm"))) --end;
    return turned && reading_.is(end - 1, "%");
  }

  // "phúc lợi xã hội, với tỷ trọng trên 82%": what has the share is told in the stretch before.
  bool is_word_of_share(const Clause& label) const {
    const LexiconMatch* word = reading_.match_at(label.first, "share_words");
    return word != nullptr && word->last == label.last && !is_other(word);
  }

  // The start of the comma-separated stretch that ends at `at`.
  std::size_t stretch_first(std::size_t at, std::size_t floor) const {
    std::size_t first = at;
    while (first > floor && !reading_.is(first - 1, ",") && !reading_.is(first - 1, ";") &&
           !reading_.is(first - 1, ":") && !reading_.is(first - 1, "%"))
      --first;
    return first;
  }

  // The same, with the stretches before it that name the part too.
  std::size_t list_first(std::size_t at, std::size_t floor) const {
    return label_first(reading_, stretch_first(at, floor), floor);
  }

  // "viện trợ của Mỹ thường chiếm 30%, có những giai đoạn chiếm tới 50%": the part is told before, here only when.
  std::optional<Clause> label_at_other_times(std::size_t verb, std::size_t from) const {
    const std::size_t first = stretch_first(verb, from);
    if (first < from + 2 || !reading_.is(first, "có") || !reading_.is(first - 1, ",")) return std::nullopt;
    if (!reading_.is_any(first + 1, {"những", "năm", "lúc", "nơi", "thời", "giai", "khi"})) return std::nullopt;
    for (std::size_t at = first - 1; at > from; --at) {
      if (reading_.is(at - 1, ",")) return std::nullopt;
      if (!reading_.is(at - 1, "chiếm")) continue;
      return label_within(reading_, stretch_first(at - 1, from), at - 1);
    }
    return std::nullopt;
  }

  // "viện trợ từ khu vực châu Âu chiếm 41,3%".
  bool label_takes(const Percent& percent) {
    const Sentence& sentence = reading_.sentence_of(percent.first);
    std::size_t verb = percent.first;
    for (std::size_t at = percent.first; at > sentence.first && percent.first - at < 8; --at) {
      if (reading_.is(at - 1, ",") || reading_.is(at - 1, ";") || reading_.is(at - 1, "%")) break;
      // "Riêng y tế 1,62 triệu USD, tức 34%"
      if (reading_.is(at - 1, "chiếm") || (at == percent.first && reading_.is(at - 1, "tức"))) verb = at - 1;
    }
    if (verb == percent.first) return false;
    if (const auto label = label_at_other_times(verb, sentence.first)) return add(percent, *label, "share.label_takes");
    // "với trọng tâm là tăng trưởng xanh (chiếm 65%)": the part stands before the bracket.
    if (verb > sentence.first + 1 && reading_.is(verb - 1, "(")) {
      const std::size_t open = verb - 1;
      std::size_t first = stretch_first(open, sentence.first);
      for (std::size_t at = open; at > first && reading_.quantity_at(at - 1) == nullptr; --at) {
        if (reading_.is(at - 1, "là")) first = at;
      }
      if (const auto label = label_within(reading_, first, open)) return add(percent, *label, "share.label_takes");
    }
    if (const auto label = label_within(reading_, list_first(verb, sentence.first), verb)) {
      return add(percent, *label, "share.label_takes");
    }
    // "… cho y tế đạt 3 triệu USD, chiếm 26%": the sector told before in the sentence.
    const LexiconMatch* sector = last_match_before(reading_, verb, sentence.first, "sectors");
    if (sector != nullptr) return add(percent, {sector->first, sector->last}, "share.sector_takes");
    // "… cho các tỉnh miền núi đạt 120 tỷ đồng, chiếm 54%": told in the stretch before.
    const std::size_t start = stretch_first(verb, sentence.first);
    if (start == verb && verb > sentence.first + 1 && reading_.is(verb - 1, ",")) {
      const auto label = label_within(reading_, stretch_first(verb - 1, sentence.first), verb - 1);
      if (label) return add(percent, *label, "share.label_takes");
    }
    const std::size_t colon = find_colon(sentence.first, verb);
    if (colon == verb) return false;
    const auto label = list_label(sentence.first, colon);
    return label && add(percent, *label, "share.heading_takes");
  }

  // "- Các tổ chức của Hoa Kỳ: 1,4 triệu USD, chiếm 48,9%": an item of a list that names who gave is named in full.
  std::optional<Clause> list_label(std::size_t first, std::size_t colon) const {
    constexpr std::size_t kLongestLabel = 10;
    std::size_t at = first;
    while (at < colon && reading_.tokens()[at].kind != TokenKind::kWord) ++at;
    const std::size_t head = at + (reading_.is(at, "các") ? 1 : 0);
    const LexiconMatch* noun = reading_.match_at(head, "head_nouns");
    const bool givers = noun != nullptr && noun->value("of") == "ngo" && colon - at <= kLongestLabel;
    return givers ? std::optional<Clause>(Clause{at, colon}) : label_within(reading_, first, colon);
  }

  std::size_t find_colon(std::size_t from, std::size_t to) const {
    while (from < to && !reading_.is(from, ":")) ++from;
    return from;
  }

  // "6 triệu USD, bằng khoảng 9% viện trợ NGO của cả nước": what the province has of the country's; "bằng 94% năm 1998"
  // compares.
  bool of_country(const Percent& percent, std::string_view verb) {
    constexpr std::size_t kLongestWhole = 14;
    if (percent.first == 0 || !reading_.is(percent.first - 1, verb)) return false;
    const std::size_t end = std::min(percent.last + kLongestWhole, reading_.sentence_of(percent.first).last);
    bool aid = false;
    for (std::size_t at = percent.last; at < end && reading_.tokens()[at].kind == TokenKind::kWord; ++at) {
      const LexiconMatch* cue = reading_.match_at(at, "money_cues");
      aid = aid || (cue != nullptr && cue->value("verdict") == "aid") || reading_.match_at(at, "head_nouns") != nullptr;
      const LexiconMatch* place = reading_.match_at(at, "places");
      const bool country = place != nullptr && place->value("kind") == "country";
      if (country && aid) return add(percent, {percent.last, place->last}, "share.of_country");
    }
    return false;
  }

  // "80% tổ chức PCPNN đã nộp báo cáo".
  bool of_organisations(const Percent& percent) {
    std::size_t at = percent.last;
    while (reading_.is(at, "số") || reading_.is(at, "tổng") || reading_.is(at, "các") || reading_.is(at, "lượng")) ++at;
    const LexiconMatch* head = reading_.match_at(at, "head_nouns");
    if (head == nullptr || head->value("of").empty()) return false;
    const Clause clause = clause_of(reading_, percent.first);
    std::size_t end = head->last;
    while (end < clause.last && !reading_.is(end, ",") && !reading_.is(end, ".")) ++end;
    // "45% số dự án dành cho giáo dục"
    const bool purpose = reading_.is(head->last, "dành") && reading_.is(head->last + 1, "cho") && head->last + 2 < end;
    return add(percent, {purpose ? head->last + 2 : at, end}, "share.of_organisations");
  }

  // "20% giá trị viện trợ dành cho lĩnh vực y tế", "25% là từ khu vực châu Âu".
  bool number_first(const Percent& percent) {
    const Clause clause = clause_of(reading_, percent.first);
    std::size_t at = percent.last;
    // "15% còn lại sẽ được dành cho việc nâng cao năng lực"
    if (reading_.is(at, "còn") && reading_.is(at + 1, "lại")) at += 2;
    if (reading_.is(at, "sẽ")) ++at;
    // "còn lại 1,2 triệu USD (17%) cho môi trường"
    const bool for_what = reading_.is(at + 1, "cho") || reading_.is(at + 1, "dành");
    const bool rest = reading_.is(at, ")") && for_what && tells_rest(percent, clause);
    // "quá nửa (52%) đến từ Chính phủ Australia"
    const bool half = reading_.is(at, ")") && percent.first > 1 && reading_.is(percent.first - 1, "(") &&
                      reading_.is(percent.first - 2, "nửa");
    if (rest || half) ++at;
    static constexpr std::string_view kWhole[] = {"tổng", "giá", "viện", "số", "vốn", "nguồn", "kinh"};
    const auto begins = [&](std::size_t token) {
      return std::any_of(std::begin(kWhole), std::end(kWhole),
                         [&](std::string_view w) { return reading_.is(token, w); });
    };
    if (begins(at)) {
      while (at < clause.last && !is_link(at) && !reading_.is(at, ",") && !reading_.is(at, ".")) ++at;
    }
    if (at >= clause.last || !is_link(at)) return false;
    while (at < clause.last && is_link(at)) ++at;
    if (reading_.is(at, "việc")) ++at;
    // The rest goes to all that the sentence still names: "còn lại … (17%) dành cho môi trường, trẻ em và giới".
    const std::size_t last = rest ? reading_.sentence_of(percent.first).last : clause.last;
    std::size_t end = at;
    while (end < last && (rest || !reading_.is(end, ",")) && !reading_.is(end, ".") && !reading_.is(end, ")") &&
           !reading_.is(end, ";") && reading_.tokens()[end].kind != TokenKind::kNumber)
      ++end;
    const auto label = label_within(reading_, at, end);
    return label && add(percent, *label, "share.number_first");
  }

  bool tells_rest(const Percent& percent, const Clause& clause) const {
    const std::size_t first = stretch_first(percent.first, clause.first);
    for (std::size_t at = first; at < percent.first; ++at) {
      if (reading_.is(at, "còn") && reading_.is(at + 1, "lại")) return true;
    }
    return false;
  }

  bool is_link(std::size_t at) const {
    static constexpr std::string_view kLinks[] = {"dành", "cho",   "là",  "từ", "thuộc", "đến", "được",
                                                  "tập",  "trung", "vào", "ở",  "đầu",   "tư"};
    return std::any_of(std::begin(kLinks), std::end(kLinks),
                       [&](std::string_view link) { return reading_.is(at, link); });
  }

  // "y tế (35%), giáo dục (20%)", "Cơ cấu viện trợ: y tế 30%, giáo dục 28%", "Bắc Mỹ 37,4%" after "châu Âu đóng góp
  // 40%".
  bool listed(const Percent& percent) {
    const Sentence& sentence = reading_.sentence_of(percent.first);
    if (!tells_shares(percent, sentence)) return false;
    const std::size_t first = stretch_first(percent.first, sentence.first);
    const auto label = label_within(reading_, label_first(reading_, first, sentence.first), percent.first);
    if (label && reading_.is(label->first, "chiếm")) return false;  // of what is not told
    if (label && is_word_of_share(*label) && first > sentence.first + 1 && reading_.is(first - 1, ",")) {
      const auto before = label_within(reading_, stretch_first(first - 1, sentence.first), first - 1);
      return before && add(percent, *before, "share.listed");
    }
    if (label) return add(percent, *label, "share.listed");
    const bool after_colon = first > sentence.first + 1 && reading_.is(first - 1, ":");
    const auto heading =
        after_colon ? label_within(reading_, stretch_first(first - 1, sentence.first), first - 1) : std::nullopt;
    return heading && add(percent, *heading, "share.listed");
  }

  bool tells_words(const Sentence& sentence) const {
    for (std::size_t at = sentence.first; at < sentence.last; ++at) {
      const LexiconMatch* word = reading_.match_at(at, "share_words");
      if (word != nullptr && !is_other(word) && word->value("note") != "poll") return true;
    }
    return false;
  }

  // A word of shares in the sentence, or other percentages beside this one in it or in the lines around.
  bool tells_shares(const Percent& percent, const Sentence& sentence) const {
    if (tells_words(sentence)) return true;
    return std::any_of(percents_.begin(), percents_.end(), [&](const Percent& other) {
      const std::size_t a = reading_.tokens()[other.first].paragraph;
      const std::size_t b = reading_.tokens()[percent.first].paragraph;
      return a + 1 >= b && a <= b + 1 && other.first != percent.first && !is_change(other) && !is_of_other_whole(other);
    });
  }

  bool add(const Percent& percent, Clause label, std::string_view rule) {
    ShareFact fact;
    fact.percent = *percent.quantity->value;
    fact.label = reading_.words(reading_.span_of(label.first, label.last));
    Candidate candidate;
    candidate.rule = rule;
    candidate.numbers = {percent.quantity->span};
    candidate.span = reading_.span_of(std::min(percent.first, label.first), std::max(percent.last, label.last));
    candidate.fact = std::move(fact);
    out_.candidates.push_back(std::move(candidate));
    return true;
  }

  const Reading& reading_;
  const Topic& topic_;
  std::vector<Percent> percents_;
  Readings out_;
};

}  // namespace

Readings ShareExtractor::read(const Reading& reading) const {
  return ShareReader(reading, topic_).read();
}

}  // namespace trichluc
