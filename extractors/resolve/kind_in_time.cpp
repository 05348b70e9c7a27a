#include "extractors/resolve/kind_in_time.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "extractors/clause.h"

namespace trichluc {
namespace {

bool is_cumulative(const Reading& reading, const Statement& statement) {
  const Clause clause = clause_of(reading, statement.first);
  const LexiconMatch* word = last_match_before(reading, statement.last, clause.first, "cumulative_words");
  // "Kể từ đầu năm 2023, vốn cam kết là 2 triệu USD": of the months of one year.
  if (word != nullptr && word->value("note") == "since" && reading.is(word->last, "đầu")) return false;
  // "Tính từ năm 2005 đến tháng 6/2012": the count of a stated stretch of time.
  const bool counted = std::holds_alternative<CountFact>(statement.candidate->fact);
  return word != nullptr && !(counted && word->value("note") == "since");
}

// "từ khi chia tách tỉnh (năm 2004) đến nay", "tính từ khi nối lại quan hệ tháng 10/1993 tới nay": all that came
// since then, whatever day it was; "từ đầu năm đến nay" is a part of one year.
bool is_since_then(const Reading& reading, const Statement& statement) {
  constexpr std::size_t kFarthest = 24;
  const std::size_t floor = reading.sentences()[statement.sentence].first;
  const std::size_t figure = figure_of(reading, statement);
  for (std::size_t at = figure; at > floor + 2; --at) {
    if (!reading.is(at - 1, "nay") || !reading.is_any(at - 2, {"đến", "tới"})) continue;
    for (std::size_t from = at - 2; from > floor && at - from < kFarthest; --from) {
      if (reading.is(from - 1, "từ")) return !reading.is(from, "đầu");
    }
    return reading.is(floor, "từ") && !reading.is(floor + 1, "đầu");
  }
  return false;
}

// "tới nay đã thực hiện 46 dự án": what was done up to now; "đến nay đã có 46 dự án" is what is there.
bool is_done_up_to_now(const Reading& reading, const Statement& statement) {
  const std::size_t floor = reading.sentences()[statement.sentence].first;
  bool done = false;
  for (std::size_t at = figure_of(reading, statement); at > floor + 1; --at) {
    if (reading.is_any(at - 1, {"có", "đang", "còn"})) return false;
    done = done || reading.is(at - 1, "đã");
    if (reading.is(at - 1, "nay") && reading.is_any(at - 2, {"đến", "tới"})) return done;
  }
  return false;
}

// Do these words stand one after another before the figure in its clause?
bool tells_in_row(const Reading& reading, const Statement& statement, std::initializer_list<std::string_view> words) {
  for (std::size_t at = clause_of(reading, statement.first).first; at + words.size() <= statement.first; ++at) {
    std::size_t next = at;
    const bool all =
        std::all_of(words.begin(), words.end(), [&](std::string_view word) { return reading.is(next++, word); });
    if (all) return true;
  }
  return false;
}

bool has_word(const Reading& reading, std::size_t first, std::size_t last, std::string_view word) {
  while (first < last && !reading.is(first, word)) ++first;
  return first < last;
}

}  // namespace

// Stock or flow: the words of time outweigh what the status usually means.
bool settle_kind(const Reading& reading, const Statement& statement, const Measure& measure, bool now) {
  const bool told = is_cumulative(reading, statement);
  const bool cumulative = told || (now && is_since_then(reading, statement));
  if (std::holds_alternative<AidValueFact>(statement.candidate->fact)) {
    // "từ nay đến 2015, mỗi năm viện trợ 3 triệu USD"
    const bool yearly = !std::get<AidValueFact>(statement.candidate->fact).per.empty();
    if (cumulative && !yearly) *measure.kind = Kind::kCumulative;
    return told && now;
  }
  auto& count = std::get<CountFact>(statement.candidate->fact);
  // "đang triển khai", not "đã và đang triển khai": what is over is counted too.
  const bool also_over = tells_in_row(reading, statement, {"đã", "và", "đang"});
  const bool runs = count.kind == Kind::kStock && !also_over;
  if (!count.kind) count.kind = count.of == "ngo" || now ? Kind::kStock : Kind::kFlow;
  const bool passing = count.status == "ended" || count.status == "newly_registered" || count.status == "honored" ||
                       count.status == "attending";
  if (now && !passing && count.status != "donor") count.kind = Kind::kStock;
  // "Lũy kế đến nay, tỉnh đã tiếp nhận 215 dự án": of all years; what runs today is a stock all the same.
  const bool happened = count.of == "project" ? !runs : count.status == "donor";
  const bool done = now && count.of == "project" && is_done_up_to_now(reading, statement);
  if ((cumulative || done) && happened) {
    count.kind = Kind::kCumulative;
    return now;
  }
  return *measure.kind == Kind::kStock;
}

// "Đến nay, các tổ chức đã hỗ trợ tỉnh hơn 20 triệu USD": all that was given up to now, and nothing says since when.
bool is_done_so_far(const Reading& reading, const Statement& statement) {
  if (!std::holds_alternative<AidValueFact>(statement.candidate->fact)) return false;
  const std::size_t floor = reading.sentences()[statement.sentence].first;
  bool done = false;
  for (std::size_t at = figure_of(reading, statement); at > floor + 1; --at) {
    done = done || reading.is(at - 1, "đã");
    if (!reading.is(at - 1, "nay") || !reading.is_any(at - 2, {"đến", "tới"})) continue;
    // "Tổng số viện trợ của Mỹ cho đến nay đạt 40 triệu USD"
    if (done || has_word(reading, floor, at, "tổng")) return true;
  }
  return false;
}

// Delegates and sites are of their meeting, not of the year whose work it looks back on.
bool is_work(const Statement& statement) {
  const auto* count = std::get_if<CountFact>(&statement.candidate->fact);
  return count == nullptr || count->of == "ngo" || count->of == "project";
}

}  // namespace trichluc
