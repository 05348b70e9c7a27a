// Names of places: which words are the name of a province, a district, a part of the country or a country, whether or
// not they say where something holds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/reading.h"

namespace trichluc {

enum class PlaceKind { kCountry, kProvince, kDistrict, kRegion };

struct PlaceMention {
  const LexiconMatch* match = nullptr;
  PlaceKind kind = PlaceKind::kProvince;
  // The first token of all that names it: of "5 tỉnh Nghệ An", "các tỉnh: Lào Cai" the number, "các".
  std::size_t first = 0;
  std::string name;  // of the province or country; of a district the province that it lies in, of a region none
};

// Every name of a place, in the order of the text.
std::vector<PlaceMention> find_place_names(const Reading& reading);

// Is this match of places.tsv the name of a place as written here: not the everyday word ("hòa bình"), no part of a
// longer name ("Huế" in "Thừa Thiên Huế"), no person ("Nguyễn Thái Bình"), no district ("huyện Quảng Ninh")?
bool names_place(const Reading& reading, const LexiconMatch& match);

// "đứng đầu cả nước", "nhóm nhiều nhất cả nước", "so với cả nước", "bằng 9% của cả nước": the country that provinces
// are compared in begins at this token, and nothing holds there.
bool is_comparison_with_country(const Reading& reading, std::size_t at);

// "tỉnh", "thành phố", "TP.", "toàn", "địa bàn": the words that stand before the name of a place and say what it is.
bool is_place_class(const Reading& reading, std::size_t at);

// "huyện", "quận", "xã", "thị xã", "H." as the last word before a name.
bool is_unit_of_district(const Reading& reading, std::size_t at);

// "các xã Trung An, Bình Phước (Mang Thít)": the district of the communes named right before.
bool is_district_of_commune(const Reading& reading, const LexiconMatch& match);

// "thành phố Huế", "thủ đô Hà Nội" are forms of their own: the first token of the name in it.
std::size_t start_of_proper_name(const Reading& reading, const LexiconMatch& match);

}  // namespace trichluc
