// Who pays from abroad, where the verb alone gives nothing: people pay in, firms lay out and states spend as well.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/clause.h"
#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

enum class PayerKind { kBody, kState, kCountry, kShortCountry, kForeignName, kPointedAt };

struct Payer {
  const LexiconMatch* verb;
  Clause name;
  PayerKind kind;
};

// "Đại sứ quán Na Uy bỏ ra 1,2 tỷ đồng", "Tổng thống Nga … cho lệnh giúp Việt Nam 5 triệu USD": who stands before the
// verb in front of the sum that begins at `first`, no further left than `from`.
std::optional<Payer> payer_before(const Reading& reading, std::size_t first, std::size_t from);

// The same, where the text bears out that the payer gives it here: the verb, or null.
const LexiconMatch* paying_donor(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last);

// A place at home is named around the sum that begins at `first`.
bool names_home_near(const Reading& reading, std::size_t first);

// "Tổng thống Pháp ra lệnh hỗ trợ …": who speaks for another country stands before the cue of giving, or "nước này"
// where its envoy is named near the sum that begins at `first`.
bool office_abroad_gives(const Reading& reading, const LexiconMatch& cue, std::size_t first);

// "Mỹ tài trợ 15 triệu USD xử lý dioxin ở Biên Hòa": a country whose name is a word or a woman's too, at the head of
// its stretch, with a sum in another currency and a place at home.
bool short_country_gives(const Reading& reading, const LexiconMatch& cue, std::size_t first);

// "3,4 tỷ đồng do KOICA chi trả": the body from abroad behind the sum that pays it; null: none does.
const LexiconMatch* paid_by(const Reading& reading, std::size_t last, std::size_t end);

}  // namespace trichluc
