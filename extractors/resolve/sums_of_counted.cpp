#include "extractors/resolve/sums_of_counted.h"

namespace trichluc {
namespace {

// "…, tổng trị giá gần 9 triệu USD", "với tổng vốn 3 tỷ đồng", "trị giá 2 triệu USD": the worth of what was counted.
bool is_worth(const Reading& reading, std::size_t figure, std::size_t from) {
  constexpr std::size_t kFarthest = 7;  // tokens
  for (std::size_t at = figure; at > from && figure - at < kFarthest; --at) {
    if (reading.is_any(at - 1, {"tổng", "trị", "với"})) return true;
    if (reading.tokens()[at - 1].kind == TokenKind::kMark) return false;
  }
  return false;
}

bool tells_time(const Reading& reading, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (reading.is_taken(at) || reading.is(at, ";")) return true;
  }
  return false;
}

}  // namespace

void settle_sums_of_counted(const Reading& reading, std::vector<Statement>& statements) {
  for (std::size_t i = 1; i < statements.size(); ++i) {
    auto* sum = std::get_if<AidValueFact>(&statements[i].candidate->fact);
    const auto* count = std::get_if<CountFact>(&statements[i - 1].candidate->fact);
    if (sum == nullptr || count == nullptr || count->of != "project" || count->kind != Kind::kCumulative) continue;
    if (statements[i].sentence != statements[i - 1].sentence || sum->kind != Kind::kFlow || !sum->per.empty()) continue;
    const std::size_t figure = figure_of(reading, statements[i]);
    const std::size_t from = statements[i - 1].last;
    if (!is_worth(reading, figure, from) || tells_time(reading, from, figure)) continue;
    sum->kind = Kind::kCumulative;
    if (!sum->period.empty() || count->period.empty()) continue;
    sum->period = count->period;
    statements[i].candidate->inferred.push_back({"period", sum->period, statements[i - 1].candidate->span});
  }
}

}  // namespace trichluc
