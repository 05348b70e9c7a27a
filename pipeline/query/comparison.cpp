#include "pipeline/query/comparison.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <variant>

#include "pipeline/base/utf8.h"

namespace trichluc::query {
namespace {

// The older and the newer place of the tone mark; only these pairs, as the scoring script has them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kTonePlaces{{{"oà", "òa"},
                                                                                     {"oá", "óa"},
                                                                                     {"oả", "ỏa"},
                                                                                     {"oã", "õa"},
                                                                                     {"oạ", "ọa"},
                                                                                     {"oè", "òe"},
                                                                                     {"oé", "óe"},
                                                                                     {"oẻ", "ỏe"},
                                                                                     {"oẽ", "õe"},
                                                                                     {"oẹ", "ọe"},
                                                                                     {"uỳ", "ùy"},
                                                                                     {"uý", "úy"},
                                                                                     {"uỷ", "ủy"},
                                                                                     {"uỹ", "ũy"},
                                                                                     {"uỵ", "ụy"}}};

std::string normalized(std::string_view text, const icu::Normalizer2* form, bool fold_case) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = form->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))), status);
  if (fold_case) out.foldCase();
  std::string utf8;
  return out.toUTF8String(utf8);
}

const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}

const icu::Normalizer2* nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Letters and numbers of any script and the underscore; combining marks are none.
bool is_word_letter(char32_t c) {
  const uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return c == U'_' || (mask & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

template <class Keep>
std::string others_as_one_blank(std::string_view text, Keep keep) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (keep(point.value)) {
      out += text.substr(at, point.size);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    at += point.size;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::map<std::string, int> word_counts(std::string_view text) {
  const std::string words = others_as_one_blank(comparable_ascii(text), is_word_letter);
  std::map<std::string, int> counts;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    ++counts[words.substr(at, end - at)];
    at = end + 1;
  }
  return counts;
}

int sum(const std::map<std::string, int>& counts) {
  int total = 0;
  for (const auto& [word, count] : counts) total += count;
  return total;
}

using Day = std::array<std::string, 3>;  // year (or "-"), month, day
struct Days {
  Day first, last;
  friend bool operator==(const Days&, const Days&) = default;
};
// Nothing, text that is no period of days, or the days.
using Covered = std::variant<std::monostate, std::string, Days>;

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2018", "2018-07", "2018-07-05", "--04-10".
std::optional<Day> parse_day(std::string_view text, const Day& missing) {
  Day day = missing;
  const std::size_t year = text.substr(0, 1) == "-" ? 1 : 4;
  if (text.size() < year || (year == 4 && !digits(text.substr(0, 4)))) return std::nullopt;
  day[0] = text.substr(0, year);
  text.remove_prefix(year);
  for (std::size_t part = 1; part < 3 && !text.empty(); ++part) {
    if (text.size() < 3 || text[0] != '-' || !digits(text.substr(1, 2))) return std::nullopt;
    day[part] = text.substr(1, 2);
    text.remove_prefix(3);
  }
  if (!text.empty()) return std::nullopt;
  return day;
}

Covered covered(std::string_view period) {
  if (period.empty()) return {};
  const auto first = parse_day(period.substr(0, period.find('/')), {"", "01", "01"});
  const auto last = parse_day(period.substr(period.rfind('/') + 1), {"", "12", "31"});
  if (!first || !last) return std::string(period);
  return Days{*first, *last};
}

bool is_day_in_year(const Days& day, const Days& year) {
  return day.first == day.last && year.first[0] == year.last[0] && year.first[0] == day.first[0] &&
         year.first[1] == "01" && year.first[2] == "01" && year.last[1] == "12" && year.last[2] == "31";
}

}  // namespace

std::string comparable(std::string_view text) {
  std::string out = normalized(text, nfc(), true);
  for (const auto& [older, newer] : kTonePlaces) replace_all(out, older, newer);
  return others_as_one_blank(
      out, [](char32_t c) { return is_word_letter(c) || c == U'%' || c == U'/' || c == U'.' || c == U','; });
}

std::string comparable_ascii(std::string_view text) {
  std::string decomposed = normalized(comparable(text), nfd(), false);
  replace_all(decomposed, "đ", "d");
  std::string out;
  for (std::size_t at = 0; at < decomposed.size();) {
    const CodePoint point = code_point_at(decomposed, at);
    if (u_getCombiningClass(static_cast<UChar32>(point.value)) == 0) out += decomposed.substr(at, point.size);
    at += point.size;
  }
  return out;
}

bool similar(std::string_view a, std::string_view b, double need) {
  const auto in_a = word_counts(a);
  const auto in_b = word_counts(b);
  int both = 0;
  for (const auto& [word, count] : in_a) {
    const auto other = in_b.find(word);
    if (other != in_b.end()) both += std::min(count, other->second);
  }
  return both >= need * std::max({sum(in_a), sum(in_b), 1});
}

std::string comparable_place(std::string_view place) {
  std::string name = comparable_ascii(place);
  for (const std::string_view unit : {"tinh ", "thanh pho ", "tp. ", "tp ", "thu do "}) {
    if (name.compare(0, unit.size(), unit) == 0) {
      name.erase(0, unit.size());
      break;
    }
  }
  return name == "ca nuoc" || name == "toan quoc" ? "viet nam" : name;
}

bool same_period(std::string_view gold, std::string_view predicted) {
  const Covered a = covered(gold);
  const Covered b = covered(predicted);
  if (a == b) return true;
  const auto* days_a = std::get_if<Days>(&a);
  const auto* days_b = std::get_if<Days>(&b);
  if (days_a == nullptr || days_b == nullptr) return false;
  return is_day_in_year(*days_a, *days_b) || is_day_in_year(*days_b, *days_a);
}

std::string first_code_points(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += code_point_at(text, at).size;
  return std::string(text.substr(0, std::min(at, text.size())));
}

}  // namespace trichluc::query
