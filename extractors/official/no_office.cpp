#include "extractors/official/no_office.h"

#include <string>
#include <utility>

#include "extractors/official/name.h"
#include "extractors/official/shared_body.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// "Phó Chủ tịch UBND tỉnh, Trưởng đoàn", "Trưởng Công an huyện - Thành viên": in a list of those who came, where
// nothing goes on.
bool leads_delegation(const Reading& reading, const std::vector<ReadPosition>& read, std::size_t i) {
  const auto& tokens = reading.tokens();
  const std::size_t last = read[i].last;
  if (i == 0 || !tokens[read[i].first].capital || !reading.is_any(read[i].first - 1, {",", "-"})) return false;
  return last >= tokens.size() || tokens[last].paragraph != tokens[last - 1].paragraph ||
         reading.is_any(last, {";", "."});
}

}  // namespace

void drop_without_body(const Reading& reading, std::vector<ReadPosition>& read) {
  std::vector<ReadPosition> kept;
  for (std::size_t i = 0; i < read.size(); ++i) {
    const std::string& body = read[i].position.organization;
    // "đại diện nhóm hộ nuôi cá": nothing there has a name.
    const bool nameless = read[i].title->value("name") == "Đại diện" && body == text::fold(body);
    const bool lacks_body = read[i].title->value("use") == "needs_body" && (body.empty() || nameless);
    // "Phó Chủ tịch HĐND tỉnh - Trưởng đoàn Trần Văn A": the name stands behind what is left out.
    const bool before_name =
        lacks_body && !kept.empty() && i + 1 == read.size() &&
        (reading.is(read[i].last, ":") || read_name(reading, read[i].last, NameContext::kAfterTitle).has_value());
    if (before_name) kept.back().last = read[i].last;
    if (!lacks_body || leads_delegation(reading, read, i)) kept.push_back(read[i]);
  }
  read = std::move(kept);
}

void drop_superior(std::vector<ReadPosition>& read) {
  if (read.size() < 2) return;
  const bool under =
      begins_as(read[0], {"thủ tướng"}) && begins_as(read[1], {"phó thủ tướng", "bộ trưởng", "thứ trưởng"});
  const bool guest = begins_as(read[0], {"giám đốc", "tổng giám đốc", "đại sứ", "trưởng đại diện"}) &&
                     begins_as(read[1], {"thủ tướng", "chủ tịch nước", "phó thủ tướng", "phó chủ tịch nước",
                                         "chủ tịch quốc hội", "tổng bí thư", "bộ trưởng"});
  if (under || guest) read.erase(read.begin());
}

}  // namespace trichluc
