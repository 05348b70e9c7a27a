// How gold and output are compared, string by string: the same rules as the project's scoring script, so that both give
// the same numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc::query {

// Case folded, tone marks in one place (hoà = hòa), marks that are no word as one blank.
std::string comparable(std::string_view text);
// comparable() without any diacritics, đ as d.
std::string comparable_ascii(std::string_view text);
// At least `need` of the words of the longer one are in both, diacritics not counted.
bool similar(std::string_view a, std::string_view b, double need = 0.8);
// "Tỉnh Hà Giang" and "Hà Giang" give the same; "cả nước" (the whole country) is Việt Nam.
std::string comparable_place(std::string_view place);
// The two cover the same days, or one is a single day inside the other's single year. Empty: not stated.
bool same_period(std::string_view gold, std::string_view predicted);
// The first `count` code points.
std::string first_code_points(std::string_view text, std::size_t count);

}  // namespace trichluc::query
