// Who acts with a sum, where no word calls it given: organisations that help, a donor that carries out, a place that
// takes.
#pragma once

#include "extractors/reading.h"
#include "extractors/topic.h"

namespace trichluc {

// "dự án hơn 6 triệu euro của Chính phủ Đức": a donor from abroad right behind the sum.
const LexiconMatch* donor_after(const Reading& reading, const Topic& topic, std::size_t last);

// "World Vision triển khai chương trình … với ngân sách 3 triệu USD": a donor from abroad, what it does, and a neutral
// word for the sum; a comma or another sum between parts them.
const LexiconMatch* acting_donor(const Reading& reading, std::size_t first, std::size_t from);

// The nearest foreign NGOs before the sum; projects of theirs may stand between.
const LexiconMatch* acting_ngos(const Reading& reading, const Topic& topic, std::size_t end, std::size_t from);

// "Miền Trung nhận 98,5 triệu USD, miền Bắc 121,2 triệu USD": who takes is a place, and the verb is told once for a row
// of places with their sums.
const LexiconMatch* taking_place(const Reading& reading, std::size_t first, std::size_t from);

// "Sau bão gây thiệt hại 30 tỷ đồng, hai tổ chức khác giúp 640 hộ ở A, B sửa nhà với gần 2,8 tỷ đồng": the
// organisations and what they do stand behind the last word about money, and the commas between part nothing.
const LexiconMatch* helping_ngos(const Reading& reading, const Topic& topic, std::size_t first, std::size_t from);

// "Hội Chữ thập đỏ Nhật Bản giúp 1.250.000 USD": the verb of helping right before a sum in a donor's currency.
const LexiconMatch* helps_with(const Reading& reading, const Topic& topic, std::size_t first, std::size_t last);

// "Tổng giá trị các chương trình của USAID tăng từ 6 triệu USD lên 70 triệu USD": the worth of a donor's programmes.
const LexiconMatch* programmes_of_donor(const Reading& reading, std::size_t first, std::size_t from);

}  // namespace trichluc
