#include "extractors/count/count_extractor.h"

#include <algorithm>
#include <utility>

#include "extractors/clause.h"
#include "extractors/count/adding_up.h"
#include "extractors/count/count_status.h"
#include "extractors/count/difference.h"
#include "extractors/count/label.h"
#include "extractors/count/paid_at_home.h"
#include "extractors/count/short_forms.h"
#include "extractors/count/table_counts.h"
#include "extractors/count/without_noun.h"
#include "extractors/lexicon/slip.h"
#include "extractors/quantity/bound.h"
#include "extractors/topic.h"

namespace trichluc {
namespace {

// Numbers of organisations and projects beyond this are misreadings.
constexpr std::int64_t kMostCounted = 100000;
constexpr double kSureOfSameNumber = 0.85;
constexpr double kSureOfMended = 0.85;
// "9 tổ chức": of the 47 of the corpus' fitted half (tests/corpus/reliability.py) none is wrong. Where only another
// paragraph names the foreign NGOs, others can be meant than there.
constexpr double kSureOfContext = 0.94;
constexpr double kSureOfContextAround = 0.85;

class CountReader {
 public:
  CountReader(const Reading& reading, const Topic& topic)
      : reading_(reading), topic_(topic), labels_(reading, topic), short_forms_(reading) {}

  Readings read() {
    std::vector<TableCount> cells = table_counts(reading_, topic_);
    auto cell = cells.begin();
    for (const Quantity& quantity : reading_.quantities()) {
      if (cell != cells.end() && cell->first == quantity.first) {
        add(std::move(cell->candidate));
        ++cell;
        continue;
      }
      if (const LexiconMatch* head = head_after(quantity)) {
        number_before_noun(quantity, *head);
      } else if (const LexiconMatch* label = labels_.label_of(quantity)) {
        label_before_number(quantity, *label);
      } else {
        without_noun(quantity);
        adding_up(quantity);
      }
    }
    return std::move(out_);
  }

 private:
  bool same_sentence(std::size_t a, std::size_t b) const {
    return b < reading_.tokens().size() && reading_.tokens()[a].sentence == reading_.tokens()[b].sentence;
  }

  // The counted noun after the number: "496 tổ chức …", "200/496 tổ chức …", "06 (sáu) dự án", "210 (năm 1996) …" not
  // here.
  const LexiconMatch* head_after(const Quantity& quantity) const {
    std::size_t at = behind_words_of(quantity);
    if (const Quantity* whole = whole_of(quantity)) at = whole->last;
    if (!same_sentence(quantity.first, at)) return nullptr;
    // "473 các tổ chức", with the slip "cá".
    if (at + 1 < reading_.tokens().size() && reading_.folded(at).size() >= 3 &&
        within_one_slip(reading_.folded(at), "các")) {
      if (const LexiconMatch* head = reading_.match_at(at + 1, "head_nouns")) return head;
    }
    if (const LexiconMatch* head = reading_.match_at(at, "head_nouns")) return head;
    if (const LexiconMatch* noun = short_forms_.noun_at(at)) return noun;
    return reading_.is(at, "lượt") ? reading_.match_at(at + 1, "head_nouns") : nullptr;
  }

  // "06 (sáu) dự án": the same number again in words.
  std::size_t behind_words_of(const Quantity& quantity) const {
    const Quantity* again = reading_.is(quantity.last, "(") ? reading_.quantity_at(quantity.last + 1) : nullptr;
    const bool same = again != nullptr && again->spelled && again->value && quantity.value &&
                      !(*again->value < *quantity.value) && !(*quantity.value < *again->value);
    return same && reading_.is(again->last, ")") ? again->last + 1 : quantity.last;
  }

  // "45/60 tổ chức", "33 trên tổng số 41 tổ chức", "15 trong số 50 tổ chức": the number that this one is a part of.
  // "một trong 60 tổ chức" tells no part.
  const Quantity* whole_of(const Quantity& quantity) const {
    std::size_t at = quantity.last;
    if (reading_.is(at, "/")) {
      ++at;
    } else if (reading_.is(at, "trên") || reading_.is(at, "trong")) {
      const bool sum = reading_.is(at + 1, "số") || (reading_.is(at + 1, "tổng") && reading_.is(at + 2, "số"));
      if (!sum || !quantity.value || quantity.value->to_integer() == 1) return nullptr;
      at += reading_.is(at + 1, "số") ? 2U : 3U;
    } else {
      return nullptr;
    }
    const Quantity* whole = reading_.quantity_at(at);
    const bool fits = whole != nullptr && same_sentence(quantity.first, at) && quantity.value && whole->value &&
                      !reading_.is_taken(*whole) && !(*whole->value < *quantity.value);
    return fits ? whole : nullptr;
  }

  void number_before_noun(const Quantity& quantity, const LexiconMatch& head) {
    const Bound bound = read_bound(reading_, quantity.first, quantity.last);
    if (const auto reason = refusal(quantity, head)) {
      reject(quantity, "count.number_noun", *reason);
      return;
    }
    first_of_rise(quantity, head);
    const bool part = whole_of(quantity) != nullptr;
    Candidate candidate = made(quantity, head, bound, part ? "count.part_of_whole" : "count.number_noun");
    if (part) candidate.span = reading_.span_of(bound.first, quantity.last);
    // "28/36 tổ chức có tài trợ": what is told is told of the part.
    if (is_whole_of_last(quantity)) {
      std::get<CountFact>(candidate.fact).status.clear();
      candidate.rule = "count.whole_of_part";
    }
    if (joined_at_ == bound.first && bound.first > 0) share_with_joined(candidate);
    joined_at_ = reading_.is(head.last, "và") ? head.last + 1 : 0;
    add(std::move(candidate));
  }

  // "22 tổ chức PCPNN và 11 nhà tài trợ nước ngoài tài trợ …": what is told of the second is told of both.
  void share_with_joined(const Candidate& second) {
    const CountFact& told = std::get<CountFact>(second.fact);
    CountFact& first = std::get<CountFact>(out_.candidates.back().fact);
    // "hơn 40 tổ chức PCPNN và 60 đại biểu tham dự": those who come are told of together, whatever they are.
    const bool alike = first.of == told.of || told.status == "attending";
    if (!first.status.empty() || !alike || told.status == "newly_registered" || told.status == "ended") return;
    first.status = told.status;
    first.kind = told.kind;
  }

  // Does the number before this one say that it is a part of it?
  bool is_whole_of_last(const Quantity& quantity) const {
    const auto& all = reading_.quantities();
    const auto own = static_cast<std::size_t>(&quantity - all.data());
    return own > 0 && !reading_.is_taken(all[own - 1]) && whole_of(all[own - 1]) == &quantity;
  }

  // "từ 210 (năm 1996) lên 496 tổ chức": the first number counts the same noun.
  void first_of_rise(const Quantity& quantity, const LexiconMatch& head) {
    const Clause clause = clause_of(reading_, quantity.first);
    const auto& all = reading_.quantities();
    auto at = std::upper_bound(all.begin(), all.end(), clause.first,
                               [](std::size_t token, const Quantity& q) { return token < q.first; });
    for (; at != all.end() && at->last <= quantity.first; ++at) {
      const Quantity& earlier = *at;
      if (reading_.is_taken(earlier)) continue;
      const Bound bound = read_bound(reading_, earlier.first, earlier.last);
      const bool from = bound.first > clause.first && reading_.is(bound.first - 1, "từ");
      if (!from || head_after(earlier) != nullptr || !rises_to(earlier.last, quantity.first)) continue;
      if (earlier.last < quantity.first && reading_.tokens()[earlier.last].kind == TokenKind::kWord &&
          !is_rise_word(earlier.last))
        continue;
      Candidate candidate = made(earlier, head, bound, "count.first_of_rise");
      candidate.span = reading_.span_of(bound.first, head.last);
      add(std::move(candidate));
    }
  }

  bool is_rise_word(std::size_t at) const {
    return reading_.is(at, "lên") || reading_.is(at, "tăng") || reading_.is(at, "xuống") || reading_.is(at, "giảm") ||
           reading_.is(at, "thành");
  }

  bool rises_to(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (is_rise_word(at)) return true;
    }
    return false;
  }

  void label_before_number(const Quantity& quantity, const LexiconMatch& label) {
    if (reading_.is_taken(quantity) || label.value("of").empty() || !fits(quantity)) return;
    const Bound bound = read_bound(reading_, quantity.first, quantity.last);
    Candidate candidate = made(quantity, label, bound, "count.label_number");
    const bool alone = no_number_between(label.last, bound.first);
    candidate.span = reading_.span_of(alone ? label.first : bound.first, bound.last);
    add(std::move(candidate));
  }

  // "…; đến năm 2000 con số này là 450", "(năm 2018 là 31)", "trong đó 12 của Hoa Kỳ".
  void without_noun(const Quantity& quantity) {
    if (out_.candidates.empty() || reading_.is_taken(quantity) || !fits(quantity)) return;
    const Bound bound = read_bound(reading_, quantity.first, quantity.last);
    const auto whole = whole_named_behind(reading_, out_.candidates, quantity);
    const auto found = whole ? std::optional(CountWithoutNoun{"count.part_without_noun", bound.first})
                             : count_without_noun(reading_, out_.candidates.back(), quantity, bound);
    if (!found) return;
    Candidate candidate = whole ? out_.candidates[whole->index] : out_.candidates.back();
    CountFact& fact = std::get<CountFact>(candidate.fact);
    fact.value = quantity.value;
    fact.low = quantity.low;
    fact.high = quantity.high;
    fact.qualifier = bound.qualifier;
    candidate.numbers = {quantity.span};
    const TableKey table = fact.of == "project" ? "project_statuses" : "statuses";
    if (const LexiconMatch* status = reading_.match_at(bound.last, table)) {
      fact.status = status->value("status");
      candidate.lines.push_back(line_of(*status));
    }
    candidate.rule = found->rule;
    // "58 trong số 166": the whole's number belongs to its words.
    candidate.span = reading_.span_of(found->first, whole ? whole->last : bound.last);
    candidate.confidence = kSureOfSameNumber;
    add(std::move(candidate));
  }

  // "Phân theo cấp quản lý: 102 do UBND tỉnh, 32 do các cơ quan trung ương": what the count above says of all is said
  // of the parts that add up to it.
  void adding_up(const Quantity& quantity) {
    const AddingUp found = parts_that_add_up(reading_, out_.candidates, quantity);
    for (const Quantity* part : found.parts) {
      Candidate candidate = out_.candidates[found.whole];
      CountFact& fact = std::get<CountFact>(candidate.fact);
      fact.value = part->value;
      fact.qualifier = Qualifier::kExact;
      candidate.numbers = {part->span};
      candidate.rule = "count.part_that_adds_up";
      candidate.span = reading_.span_of(part->first, part->last);
      candidate.confidence = kSureOfSameNumber;
      add(std::move(candidate));
    }
  }

  // No other number between the label and this one ("tăng từ 30 năm 2005 lên 47").
  bool no_number_between(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (reading_.tokens()[at].kind == TokenKind::kNumber) return false;
    }
    return true;
  }

  static bool fits(const Quantity& quantity) {
    const auto& value = quantity.value ? quantity.value : quantity.high;
    const auto whole = value ? value->to_integer() : std::nullopt;
    return whole && *whole > 0 && *whole <= kMostCounted;
  }

  std::optional<std::string> refusal(const Quantity& quantity, const LexiconMatch& head) const {
    if (reading_.is_taken(quantity)) return "the number belongs to a date or a document";
    if (head.value("of").empty()) return "counts " + head.entry->form;
    if (!fits(quantity)) return "no number of organisations or projects";
    if (!is_short_form(head)) return "not written as the short form";
    if (is_in_order(quantity)) return "a number in an order, not a count";
    if (is_year(quantity)) return "a year, not a count";
    if (is_in_name(quantity)) return "part of a name";
    if (is_glued(quantity)) return "glued to other words";
    if (is_plan_aside(quantity)) return "what was planned, beside what was reached";
    if (is_listed_year(quantity)) return "a year beside another";
    if (is_row_number(quantity, head)) return "the number of a row";
    if (is_difference(reading_, quantity, head)) return "a difference, not a count";
    if (is_told_above(quantity, head)) return "those told of before";
    if (are_other_givers(quantity, head)) return "givers beside the organisations, of any kind";
    if (is_on_offer(quantity, head)) return "projects that seek aid, not given yet";
    if (is_paid_at_home(reading_, quantity.first, head)) return "projects that are paid for at home";
    // The bare "tổ chức" counts foreign NGOs, the bare "dự án" aid only where the text around speaks of them.
    if (head.value("need") == "context" && !topic_.speaks_of_ngos(quantity.first))
      return "no foreign NGOs in the text around";
    const bool aid = topic_.is_about_aid() || topic_.speaks_of_aid(quantity.first);
    if (head.value("need") == "aid" && !aid) return "nothing in the text speaks of aid";
    return std::nullopt;
  }

  // "rà soát 2 dự án nói trên"; "trong 30 dự án nói trên có 11 …" tells a whole.
  bool is_told_above(const Quantity& quantity, const LexiconMatch& head) const {
    if (quantity.first > 0 && reading_.is_any(quantity.first - 1, {"trong", "số"})) return false;
    // "Ba tổ chức này cộng lại chiếm trên 60%": so few are named by one by one.
    constexpr int kMostNamed = 9;
    const bool few = quantity.value && !(Decimal{kMostNamed, 0} < *quantity.value);
    const bool points = reading_.is_any(head.last, {"này", "ấy"}) || reading_.is(head.last - 1, "này");
    if (few && points && head.value("need") == "context") return true;
    return reading_.is_any(head.last, {"nói", "nêu", "kể"}) && reading_.is(head.last + 1, "trên");
  }

  // "52 tổ chức PCPNN và 17 nhà tài trợ nước ngoài", "10 tổ chức PCPNN, 3 nhà tài trợ", "3 nhà tài trợ song phương":
  // givers of any kind, told beside the organisations or by a kind of their own.
  bool are_other_givers(const Quantity& quantity, const LexiconMatch& head) const {
    if (head.entry->form != "nhà tài trợ") return false;
    if (reading_.is_any(head.last, {"song", "đa"}) && reading_.is(head.last + 1, "phương")) return true;
    const std::size_t at = quantity.first;
    if (at < 2 || !reading_.is_any(at - 1, {"và", ",", "với", "cùng"})) return false;
    const LexiconMatch* other = reading_.match_before(at - 1, "head_nouns");
    return other != nullptr && other->value("of") == "ngo" && same_sentence(other->first, at);
  }

  // "18 dự án ưu tiên kêu gọi viện trợ", "danh mục 20 dự án vận động viện trợ": what donors are asked for.
  bool is_on_offer(const Quantity& quantity, const LexiconMatch& head) const {
    constexpr std::size_t kMostBetween = 3;  // "trọng điểm", "cần", "đang"
    if (head.value("of") != "project") return false;
    const bool listed = is_listed(quantity.first);
    std::size_t at = head.last;
    while (at < head.last + kMostBetween && reading_.is_any(at, {"ưu", "tiên", "trọng", "điểm", "cần", "đang", "để"}))
      ++at;
    const bool asks = reading_.is(at + 1, "gọi")
                          ? reading_.is_any(at, {"kêu", "mời"})
                          : reading_.is(at, "xin") || (reading_.is(at, "đề") && reading_.is(at + 1, "nghị"));
    const bool canvasses = reading_.is(at, "vận") && reading_.is(at + 1, "động") &&
                           (listed || (at > head.last && reading_.is(at - 1, "cần")));
    if (listed && is_list_of_needs(quantity.first)) return true;
    if (!asks && !canvasses) return false;
    const std::size_t next = at + (reading_.is(at, "xin") ? 1U : 2U);
    return reading_.is_any(next, {"viện", "tài", "hỗ", "vốn", "nguồn", "các", "nhà", "đầu", "sự"});
  }

  // "phê duyệt danh mục các dự án vận động viện trợ. Theo đó, danh mục gồm 20 dự án": what the list is of, told above.
  bool is_list_of_needs(std::size_t number) const {
    constexpr std::size_t kFarthest = 80;  // tokens
    constexpr std::size_t kLongestName = 6;
    const std::size_t floor = number > kFarthest ? number - kFarthest : 0;
    for (std::size_t at = floor; at + 1 < number; ++at) {
      if (!reading_.is(at, "danh") || !reading_.is(at + 1, "mục")) continue;
      for (std::size_t next = at + 2; next < at + 2 + kLongestName; ++next) {
        if (reading_.is(next, "vận") && reading_.is(next + 1, "động")) return true;
        if (reading_.is(next + 1, "gọi") && reading_.is_any(next, {"kêu", "mời"})) return true;
      }
    }
    return false;
  }

  // "danh mục 18 dự án", "danh mục gồm 18 dự án".
  bool is_listed(std::size_t number) const {
    std::size_t at = number;
    while (at > 1 && number - at < 2 && reading_.is_any(at - 1, {"gồm", "các", "của"})) --at;
    return at > 1 && reading_.is(at - 1, "mục") && reading_.is(at - 2, "danh");
  }

  // "5 DA" counts projects, "da" is skin: a short form without a vowel mark is written in capitals.
  bool is_short_form(const LexiconMatch& head) const {
    constexpr std::size_t kLongestShort = 4;  // bytes
    const bool single = head.last == head.first + 1 && head.entry->form.size() <= kLongestShort;
    return !single || head.value("need") != "aid" || reading_.tokens()[head.first].all_capitals;
  }

  // "trong hai năm 2014 và 2015 tổ chức dự kiến tài trợ": the second year counts nothing.
  bool is_listed_year(const Quantity& quantity) const {
    const std::size_t at = quantity.first;
    if (at < 2 || quantity.last != at + 1 || !(reading_.is(at - 1, "và") || reading_.is(at - 1, ","))) return false;
    return is_year_number(at) && is_year_number(at - 2) && same_sentence(at, at - 2);
  }

  bool is_year_number(std::size_t at) const {
    const std::string_view digits = reading_.folded(at);
    return digits.size() == 4 && reading_.tokens()[at].kind == TokenKind::kNumber &&
           (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20") &&
           digits.find_first_of(".,") == std::string_view::npos;
  }

  // "tổ chức thứ 3", "Điều 5 tổ chức …", "18/2020".
  bool is_in_order(const Quantity& quantity) const {
    if (quantity.first == 0 || !same_sentence(quantity.first, quantity.first - 1)) return false;
    const std::size_t before = quantity.first - 1;
    const bool order = reading_.is(before, "/") || reading_.match_before(quantity.first, "order_words") != nullptr;
    return order && !is_sum_word(before) && !is_whole_of_last(quantity);
  }

  // "3 | Dự án nước sạch", "2 Tổ chức Plan" at the head of a line: the number of a row, not a count.
  bool is_row_number(const Quantity& quantity, const LexiconMatch& head) const {
    const Token& noun = reading_.tokens()[head.first];
    if (opens_cell(reading_, head.first) || opens_cell(reading_, quantity.last)) return true;
    const bool opens = quantity.first == 0 || reading_.tokens()[quantity.first - 1].paragraph != noun.paragraph;
    return opens && noun.capital && !noun.all_capitals && head.last - head.first <= 2;
  }

  // "Từ 2015 dự án …": four digits without a mark, behind a word of time.
  bool is_year(const Quantity& quantity) const {
    const auto value = quantity.value ? quantity.value->to_integer() : std::nullopt;
    if (!value || *value < 1900 || *value > 2099 || quantity.span.end - quantity.span.begin != 4) return false;
    static constexpr std::string_view kTimes[] = {"từ", "sau", "trước", "đến", "tới", "giữa"};
    return quantity.first > 0 && std::any_of(std::begin(kTimes), std::end(kTimes), [&](std::string_view word) {
             return reading_.is(quantity.first - 1, word);
           });
  }

  // "Covid-19", "SARS-CoV-2", "F-16": a number that a hyphen ties to the word before it.
  bool is_in_name(const Quantity& quantity) const {
    const std::size_t at = quantity.first;
    if (at < 2 || !same_sentence(at, at - 2) || reading_.tokens()[at - 1].kind != TokenKind::kMark) return false;
    const bool hyphen = reading_.is(at - 1, "-") || reading_.is(at - 1, "–") || reading_.is(at - 1, "‑");
    const bool tied = !reading_.tokens()[at - 1].blank_before && !reading_.tokens()[at].blank_before;
    return hyphen && tied && reading_.tokens()[at - 2].kind == TokenKind::kWord;
  }

  // "phê duyệt 12 dự án, đạt 120% (kế hoạch 10 dự án)"
  bool is_plan_aside(const Quantity& quantity) const {
    const std::size_t at = quantity.first;
    const bool plan = at > 2 && ((reading_.is(at - 2, "kế") && reading_.is(at - 1, "hoạch")) ||
                                 (reading_.is(at - 2, "chỉ") && reading_.is(at - 1, "tiêu")));
    return plan && reading_.is(at - 3, "(");
  }

  // "- ảnh 1Khoản viện trợ": the number closes what stands before, and a sentence begins right behind it.
  bool is_glued(const Quantity& quantity) const {
    const Token& next = reading_.tokens()[quantity.last];
    return !next.blank_before && next.capital && !next.all_capitals && !quantity.spelled;
  }

  // "trong số 490 tổ chức", "tổng số 62 dự án": "số" in front of a count, not of an order.
  bool is_sum_word(std::size_t at) const {
    return reading_.is(at, "số") && at > 0 &&
           (reading_.is(at - 1, "trong") || reading_.is(at - 1, "tổng") || reading_.is(at - 1, "với"));
  }

  Candidate made(const Quantity& quantity, const LexiconMatch& head, const Bound& bound, std::string_view rule) const {
    CountFact fact;
    fact.of = head.value("of");
    fact.value = quantity.value;
    fact.low = quantity.low;
    fact.high = quantity.high;
    fact.qualifier = bound.qualifier;
    Candidate candidate;
    candidate.rule = rule;
    candidate.numbers = {quantity.span};
    candidate.lines.push_back(line_of(head));
    if (bound.word != nullptr) candidate.lines.push_back(line_of(*bound.word));
    const Clause clause = clause_of(reading_, quantity.first);
    std::size_t last = std::max<std::size_t>(head.last, bound.last);
    std::size_t first = std::min<std::size_t>(bound.first, head.first);
    const TableKey table = fact.of == "project" ? "project_statuses" : "statuses";
    // Between a label and its number stand the label's own words ("số tổ chức đăng ký hoạt động … là 36").
    const LexiconMatch* status =
        head.last <= bound.first ? first_match_in(reading_, head.last, bound.first, table) : nullptr;
    if (status == nullptr) status = status_of(reading_, table, {bound.first, last}, clause);
    // Delegates and sites are at a meeting; what is told of organisations is not told of them.
    const bool bodies = fact.of == "ngo" || fact.of == "project";
    if (status != nullptr && !bodies && status->value("status") != "attending") status = nullptr;
    if (status == nullptr && fact.of == "ngo") settle_unsaid_status(fact, bound.first, clause.first);
    if (status != nullptr) {
      fact.status = status->value("status");
      fact.kind = status->value("kind") == "stock" ? Kind::kStock : Kind::kFlow;
      candidate.lines.push_back(line_of(*status));
      if (status->first >= last && status->last - last <= 12) last = status->last;
      settle_told_status(fact, bound.first, head.last, *status);
    }
    if (bodies && fact.status != "attending" && is_told_per_year(bound.first, head.last, clause)) fact.per = "year";
    if (first > clause.first && (reading_.is(first - 1, "có") || reading_.is(first - 1, "đã"))) --first;
    if (const LexiconMatch* now = reading_.match_before(first + (reading_.is(first, "có") ? 1 : 0), "relative_times");
        now != nullptr && now->first >= clause.first && !now->value("lean").empty())
      first = now->first;
    candidate.confidence = sure_of(head, quantity.first, candidate.confidence);
    candidate.span = reading_.span_of(first, last);
    candidate.fact = fact;
    return candidate;
  }

  // "mỗi năm có 20-30 tổ chức", "bình quân hằng năm thu hút 40 dự án", "12 dự án mỗi năm"; "hội nghị hằng năm" is none.
  bool is_told_per_year(std::size_t number, std::size_t behind, const Clause& clause) const {
    constexpr std::size_t kFarthest = 24;
    constexpr std::size_t kNear = 4;  // "viện trợ PCPNN"
    const auto every = [&](std::size_t at) {
      return reading_.is_any(at, {"mỗi", "hằng", "hàng"}) && reading_.is(at + 1, "năm");
    };
    if (reading_.is(behind, "/") && reading_.is(behind + 1, "năm")) return true;
    for (std::size_t at = behind; at < std::min(behind + kNear, clause.last); ++at) {
      if (every(at)) return true;
      if (reading_.tokens()[at].kind != TokenKind::kWord) break;
    }
    const std::size_t from = number > clause.first + kFarthest ? number - kFarthest : clause.first;
    for (std::size_t at = number; at-- > from;) {
      if (reading_.is_taken(at)) return false;
      const bool opens = at == clause.first || reading_.tokens()[at - 1].kind == TokenKind::kMark ||
                         reading_.is_any(at - 1, {"quân", "bình", "thì", "nay"});
      if (every(at) && (opens || reading_.is(at, "mỗi"))) return true;
    }
    return false;
  }

  double sure_of(const LexiconMatch& head, std::size_t number, double sure) const {
    if (head.value("need") == "context")
      sure = topic_.speaks_of_ngos_nearby(number) ? kSureOfContext : kSureOfContextAround;
    return head.mended ? std::min(sure, kSureOfMended) : sure;
  }

  // "đang có 34 tổ chức giúp tỉnh": they are there, though they give too; "2 tổ chức mới được Ủy ban … cấp giấy đăng
  // ký".
  void settle_told_status(CountFact& fact, std::size_t number, std::size_t behind, const LexiconMatch& status) const {
    if (fact.of != "ngo") return;
    const bool there = number > 1 && reading_.is(number - 1, "có") && reading_.is_any(number - 2, {"đang", "hiện"});
    if (there && fact.status == "donor") fact.kind = Kind::kStock;
    if (fact.status == "registered" && status.first >= behind && reading_.is(behind, "mới")) {
      fact.status = "newly_registered";
      fact.kind = Kind::kFlow;
    }
  }

  // No word tells what the organisations do, but where they stand in the clause, which begins at `from`, does.
  void settle_unsaid_status(CountFact& fact, std::size_t number, std::size_t from) const {
    if (is_among_guests(reading_, number, from)) {
      fact.status = "attending";
      fact.kind = Kind::kFlow;
    } else if (gives_what_is_before(number)) {
      fact.status = "donor";
      fact.kind = Kind::kFlow;
    } else if (stands_in_place(number, from)) {
      fact.status = "operating";
      fact.kind = Kind::kStock;
    }
  }

  // "trên địa bàn tỉnh có 13 tổ chức PCPNN", "toàn tỉnh có 11 …": they are there, whatever else is told of them.
  bool stands_in_place(std::size_t number, std::size_t from) const {
    constexpr std::size_t kFarthest = 7;
    std::size_t at = number;
    while (at > from && reading_.is_any(at - 1, {"có", "hiện", "đang", "đã"})) --at;
    if (at == number || !reading_.is(number - 1, "có")) return false;
    for (; at > from && number - at < kFarthest && !reading_.is(at - 1, ","); --at) {
      if (reading_.is(at - 1, "bàn") && at > 1 && reading_.is(at - 2, "địa")) return true;
      if (reading_.is(at - 1, "toàn") && reading_.is_any(at, {"tỉnh", "thành", "huyện"})) return true;
    }
    return false;
  }

  // "514.000 USD của 9 tổ chức", "14 khoản viện trợ (8 dự án, 6 phi dự án) từ 12 tổ chức": whose the aid before them
  // is.
  bool gives_what_is_before(std::size_t number) const {
    constexpr std::size_t kLongestAside = 14;
    if (number < 2 || !reading_.is_any(number - 1, {"của", "từ"})) return false;
    std::size_t end = number - 1;
    if (reading_.is(end - 1, ")")) {
      const std::size_t close = end;
      while (end > 0 && close - end < kLongestAside && !reading_.is(end, "(")) --end;
      if (!reading_.is(end, "(")) return false;
    }
    const LexiconMatch* noun = reading_.match_before(end, "head_nouns");
    return reading_.match_before(end, "currencies") != nullptr || (noun != nullptr && noun->value("of") == "project");
  }

  void add(Candidate candidate) { out_.candidates.push_back(std::move(candidate)); }
  void reject(const Quantity& quantity, std::string_view rule, std::string reason) {
    out_.rejections.push_back({quantity.span, std::string(rule), std::move(reason)});
  }

  const Reading& reading_;
  const Topic& topic_;
  CountLabels labels_;
  ShortForms short_forms_;
  std::size_t joined_at_ = 0;  // where a count begins that "và" ties to the one before; 0: nowhere
  Readings out_;
};

}  // namespace

Readings CountExtractor::read(const Reading& reading) const {
  return CountReader(reading, topic_).read();
}

}  // namespace trichluc
