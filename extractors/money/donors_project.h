// What a project costs that a donor from abroad is said to pay, and what projects got, where no verb gives the sum.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/clause.h"
#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

// "dự án … của USAID, dài ba năm, tổng ngân sách 2 triệu USD", "lớn nhất là dự án … của MDM (Pháp), hơn 235.000 USD":
// the cue that names the project's donor; null: none.
const LexiconMatch* cost_of_donors_project(const Reading& reading, const Topic& topic, std::size_t first,
                                           std::size_t last);

// Whose project it is; nothing where none is told so.
std::optional<Clause> donor_of_project(const Reading& reading, std::size_t first);

// "KOICA và UBND tỉnh ký biên bản thảo luận dự án trị giá 12 triệu USD": what a donor and an office at home sign.
const LexiconMatch* worth_of_signed(const Reading& reading, std::size_t first, std::size_t last);

// "60 chương trình, dự án và phi dự án (kém năm trước 44), trị giá 4,86 triệu USD": the worth of gifts, told behind
// brackets and commas.
const LexiconMatch* worth_of_gifts(const Reading& reading, std::size_t first);

// "Đại sứ Nhật Bản", "Tổng lãnh sự Hàn Quốc": another country's envoy close to the sum.
bool is_envoy_near(const Reading& reading, std::size_t first);

// "Có tất cả 8 dự án, được nhận tổng cộng 641.634 USD": what projects got in a text that speaks of aid.
const LexiconMatch* taken_by_projects(const Reading& reading, const Topic& topic, std::size_t first);

// "Người trả tiền là Bộ Ngoại giao Hoa Kỳ, với 10 triệu USD": who pays is named, and then the sum.
std::optional<Clause> payer_named_before(const Reading& reading, std::size_t first);
const LexiconMatch* named_payer(const Reading& reading, std::size_t first);

// "Riêng phần của AusAID là 1,74 tỉ đồng", "vốn UNICEF dự tính 95.000 USD": what of the money is a donor's.
const LexiconMatch* share_of_donor(const Reading& reading, std::size_t first);

// "Plan International: gần 200 tỷ đồng nữa cho trẻ em …": a headline's giver, a colon, the sum and who gets it.
const LexiconMatch* giver_before_colon(const Reading& reading, std::size_t first, std::size_t last);

// "Với tổng ngân sách 2,2 triệu USD, Tổ chức X triển khai chương trình tại 5 xã": who spends it stands behind the sum.
const LexiconMatch* spender_behind(const Reading& reading, std::size_t first, std::size_t last);

// "641.634 USD của Nhật Bản về với 8 tỉnh": another country's money, and where it goes.
const LexiconMatch* money_of_country(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last);

}  // namespace trichluc
