// Two statements of one thing that cannot both be true.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include "pipeline/query/agreement.h"
#include "pipeline/query/conflicts/conflict_parts.h"

namespace trichluc::conflict {
namespace {

constexpr double kSameDigits = 0.01;      // "28,6" for 286.2: the digits are the same, one told more finely
constexpr double kMuch = 0.1;             // a difference that changes the picture
constexpr std::size_t kFewestDigits = 3;  // one digit of two apart is chance
constexpr double kFewForChance = 20;      // small numbers are equal by chance

// All statements of one number.
struct Told {
  Observations observations;
  std::size_t sources = 0;
  const Observation& first() const { return *observations.front(); }
};

std::size_t sources_of(const Observations& observations) {
  std::vector<const Observation*> plain;
  for (const Shared& o : observations) plain.push_back(o.get());
  return independent_sources(plain);
}

bool same_number(const Observation& a, const Observation& b) {
  return a.value && b.value ? *a.value == *b.value : !a.value && !b.value && a.low == b.low && a.high == b.high;
}

// Earlier publications first; never in the order in which documents came into the archive, which is that of the readers
// that were done.
Observations in_order(Observations observations) {
  std::stable_sort(observations.begin(), observations.end(), [](const Shared& a, const Shared& b) {
    return std::tie(a->document->published, a->document->id, a->start) <
           std::tie(b->document->published, b->document->id, b->start);
  });
  return observations;
}

// The better founded first: exact, by more sources, published earlier.
std::vector<Told> by_number(const Observations& observations) {
  std::vector<Told> told;
  for (const Shared& o : in_order(observations)) {
    const auto same = std::find_if(told.begin(), told.end(), [&](const Told& t) { return same_number(t.first(), *o); });
    if (same == told.end()) {
      told.push_back({{o}, 0});
    } else {
      same->observations.push_back(o);
    }
  }
  for (Told& t : told) t.sources = sources_of(t.observations);
  std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) {
    return std::tuple(is_exact(a.first()), a.sources) > std::tuple(is_exact(b.first()), b.sources);
  });
  return told;
}

// 10 or 1000 where one is that many times the other; 0: they are not.
double power_between(const Observation& a, const Observation& b) {
  if (!a.value || !b.value) return 0;
  const double x = a.value->to_double();
  const double y = b.value->to_double();
  if (!(x > 0) || !(y > 0)) return 0;
  const double power = std::round(std::abs(std::log10(x / y)));
  const double ratio = std::max(x, y) / std::min(x, y) / std::pow(10, power);
  return power >= 1 && std::abs(ratio - 1) <= kSameDigits ? std::pow(10, power) : 0;
}

// Both as digits from the same place on, without a point.
std::pair<std::string, std::string> aligned_digits(const Decimal& a, const Decimal& b) {
  const double unit = std::min(finest_unit(a), finest_unit(b));
  const auto digits = [unit](const Decimal& d) { return std::to_string(std::llround(d.to_double() / unit)); };
  return {digits(a), digits(b)};
}

bool is_one_digit_apart(const Observation& a, const Observation& b) {
  if (!a.value || !b.value) return false;
  const auto [x, y] = aligned_digits(*a.value, *b.value);
  if (x.size() != y.size() || x.size() < kFewestDigits) return false;
  std::vector<std::size_t> apart;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] != y[i]) apart.push_back(i);
  }
  if (apart.size() == 1) return true;
  const bool neighbours = apart.size() == 2 && apart[1] == apart[0] + 1;
  return neighbours && x[apart[0]] == y[apart[1]] && x[apart[1]] == y[apart[0]];
}

double relative_difference(const Observation& a, const Observation& b) {
  const ValueRange x = range_of(a);
  const ValueRange y = range_of(b);
  const double most = std::max(std::abs(x.low), std::abs(y.low));
  return most > 0 ? std::abs(x.low - y.low) / most : 0;
}

bool from_one_document(const Told& a, const Told& b) {
  std::set<std::int64_t> documents;
  for (const Shared& o : a.observations) documents.insert(o->document->row);
  return std::any_of(b.observations.begin(), b.observations.end(),
                     [&](const Shared& o) { return documents.count(o->document->row) != 0; });
}

Observations together(const Told& a, const Told& b) {
  Observations all = a.observations;
  all.insert(all.end(), b.observations.begin(), b.observations.end());
  return all;
}

Conflict disagreement(const Told& a, const Told& b) {
  const std::string figures = digits_of(a.first()) + " ≠ " + digits_of(b.first());
  const double power = power_between(a.first(), b.first());
  if (power > 0) {
    const std::string times = std::to_string(std::llround(power));
    return make_conflict(ConflictKind::kScale, Severity::kHigh, together(a, b), figures,
                         {"one is " + times + " times the other: a slip of the scale word or of a separator",
                          "số này gấp " + times + " lần số kia: nhầm đơn vị (nghìn, triệu, tỷ) hoặc dấu phân cách"});
  }
  if (is_one_digit_apart(a.first(), b.first())) {
    return make_conflict(
        ConflictKind::kOneDigit, Severity::kMedium, together(a, b), figures,
        {"a digit apart: a misprint, or misread from a scan", "chỉ khác một chữ số: lỗi in, hoặc đọc sai từ bản quét"});
  }
  if (from_one_document(a, b)) {
    return make_conflict(ConflictKind::kDifferentValues, Severity::kLow, together(a, b), figures,
                         {"one document gives both: perhaps they count different things",
                          "cùng một tài liệu nêu cả hai: có thể đếm những thứ khác nhau"});
  }
  if (a.first().stage == "committed") {
    return make_conflict(ConflictKind::kDifferentValues, Severity::kLow, together(a, b), figures,
                         {"pledges differ: perhaps of different programmes or days",
                          "số cam kết khác nhau: có thể của các chương trình hoặc thời điểm khác nhau"});
  }
  const bool much = relative_difference(a.first(), b.first()) >= kMuch;
  return make_conflict(ConflictKind::kDifferentValues, much ? Severity::kHigh : Severity::kMedium, together(a, b),
                       figures,
                       {"sources differ: another day, another way of counting, or a mistake",
                        "các nguồn khác nhau: khác thời điểm, khác cách tính, hoặc sai sót"});
}

Conflict forecast(const Told& final_value, const Told& expected) {
  return make_conflict(ConflictKind::kExpectedAndFinal, Severity::kInfo, together(final_value, expected),
                       digits_of(final_value.first()) + " ≠ " + digits_of(expected.first()),
                       {"what was expected came out otherwise; the reported value holds",
                        "số ước tính khác số thực hiện; lấy số thực hiện"});
}

bool agrees_with_any(const Told& one, const std::vector<Told>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Told& other) { return agree(one.first(), other.first()); });
}

// What a slip makes of a number that stands twice in one document: the same digits elsewhere, one digit apart, a little
// more or less. Numbers further apart are of things that nothing here tells apart: lines of a table, items of a list.
bool may_be_slip(const Observation& a, const Observation& b) {
  if (agree(a, b) || is_one_digit_apart(a, b)) return true;
  if (!a.value || !b.value) return false;
  const bool long_enough = aligned_digits(*a.value, *b.value).first.size() >= kFewestDigits;
  return long_enough && (power_between(a, b) > 0 || relative_difference(a, b) < kMuch);
}

bool is_less(const Observation& a, const Observation& b) {
  return range_of(a).low < range_of(b).low;
}

struct Chosen {
  Observations kept;
  Observations of_lists;  // known to be said of something of the kind: no contradiction to it
};

// Of a list only its greatest number may be a total, and none where the list is one of parts.
Chosen without_lists(const Observations& observations) {
  std::map<std::int64_t, Observations> by_document;  // in the order of the archive
  for (const Shared& o : observations) by_document[o->document->place].push_back(o);
  Chosen chosen;
  for (const auto& [place, told] : by_document) {
    const Shared& most =
        *std::max_element(told.begin(), told.end(), [](const Shared& a, const Shared& b) { return is_less(*a, *b); });
    const bool list = std::any_of(told.begin(), told.end(), [&](const Shared& o) {
      return o->is_partial_scope() ? !agree(*o, *most) : !may_be_slip(*o, *most);
    });
    for (const Shared& o : told) {
      const bool kept = !list || (o == most && !o->is_partial_scope());
      (kept ? chosen.kept : chosen.of_lists).push_back(o);
    }
  }
  return chosen;
}

bool is_in_list(const Told& told, const Observations& of_lists) {
  return std::any_of(of_lists.begin(), of_lists.end(), [&](const Shared& o) { return agree(*o, told.first()); });
}

// Does the other say what stood here before a reader put it right?
bool was_read(const Observation& corrected, const Observation& other) {
  return other.value && std::any_of(corrected.corrections.begin(), corrected.corrections.end(), [&](const auto& c) {
           return (c.field == "value" || c.field == "amount") && c.stored == other.value->to_string();
         });
}

// A reader put the figure right in one copy of a report; that it stands in the other copies is known.
bool is_corrected_in_a_copy(const Told& right, const Told& wrong) {
  return std::all_of(wrong.observations.begin(), wrong.observations.end(), [&](const Shared& copy) {
    return std::any_of(right.observations.begin(), right.observations.end(), [&](const Shared& o) {
      return o->document->group == copy->document->group && was_read(*o, *copy);
    });
  });
}

void compare_group(const Observations& group, Conflicts& conflicts) {
  Observations reported;
  Observations expected;
  for (const Shared& o : group) (o->expected() ? expected : reported).push_back(o);
  const Chosen chosen = without_lists(reported);
  const std::vector<Told> values = by_number(chosen.kept);
  for (std::size_t i = 1; i < values.size(); ++i) {
    const bool listed = is_in_list(values.front(), chosen.of_lists) || is_in_list(values[i], chosen.of_lists);
    const bool corrected =
        is_corrected_in_a_copy(values.front(), values[i]) || is_corrected_in_a_copy(values[i], values.front());
    if (!listed && !corrected && !agree(values.front().first(), values[i].first())) {
      conflicts.push_back(disagreement(values.front(), values[i]));
    }
  }
  if (values.empty()) return;
  for (const Told& forecast_value : by_number(without_lists(expected).kept)) {
    if (!agrees_with_any(forecast_value, values)) conflicts.push_back(forecast(values.front(), forecast_value));
  }
}

bool is_at_work(const std::string& status) {
  return status.empty() || status == "operating" || status == "registered" || status == "newly_registered";
}

bool is_large_total(const Observation& o) {
  return o.value && o.value->to_double() >= kFewForChance && !o.expected() && !o.is_partial_scope() && o.when.known();
}

std::string same_figure_key(const Observation& o) {
  return o.measure + '\x1f' + o.place + '\x1f' + o.currency + '\x1f' + (o.value ? o.value->to_string() : "");
}

// "Trong năm 2023 có thêm 338 tổ chức" where 338 is how many there were.
bool is_stock_told_as_flow(const Observation& stock, const Observation& flow) {
  return stock.measure == "ngo" && stock.kind == "stock" && flow.kind == "flow" && is_at_work(stock.status) &&
         is_at_work(flow.status) && flow.when.shape == TimeShape::kYear && flow.when.covers(stock.when);
}

// "Năm 2020: 1,4 tỷ USD" where that is the sum of five years.
bool is_total_told_as_year(const Observation& total, const Observation& flow) {
  return total.measure == "aid" && total.when.shape == TimeShape::kYears && flow.when.shape == TimeShape::kYear &&
         total.when.covers(flow.when) && total.stage == flow.stage && flow.kind != "cumulative" && flow.kind != "stock";
}

}  // namespace

Conflicts conflicting_values(const Figures& figures) {
  Conflicts conflicts;
  for (const auto& [key, group] : figures.groups()) {
    if (group.size() > 1 && group.front()->type != "share") compare_group(group, conflicts);
  }
  // Expected and final figures may differ in nothing but that, kind and all: they share a key already.
  return conflicts;
}

Conflicts stocks_told_as_flows(const Figures& figures) {
  std::unordered_map<std::string, Observations> same;
  for (const Shared& o : figures.all()) {
    if (o->measure != "project" && is_large_total(*o)) same[same_figure_key(*o)].push_back(o);
  }
  Conflicts conflicts;
  for (const auto& [key, group] : same) {
    std::set<std::string> told;  // once a pair of times, however many documents say so
    const Observations ordered = in_order(group);
    for (const Shared& a : ordered) {
      for (const Shared& b : ordered) {
        const bool stock = is_stock_told_as_flow(*a, *b);
        if (!stock && !is_total_told_as_year(*a, *b)) continue;
        if (!told.insert(time_key(b->when)).second) continue;
        conflicts.push_back(make_conflict(
            ConflictKind::kStockAsFlow, Severity::kMedium, {a, b}, digits_of(*a) + " = " + digits_of(*b),
            stock ? Message{"as many are said to be there and to have come within the year: a stock told as a flow",
                            "cùng một số vừa là hiện có vừa là phát sinh trong năm: số thời điểm bị nêu như số thời kỳ"}
                  : Message{"the sum of several years is told as that of one",
                            "tổng của nhiều năm bị nêu như số của một năm"}));
      }
    }
  }
  return conflicts;
}

}  // namespace trichluc::conflict
