// Where do words say where something holds? Names of provinces, known districts and parts of the country behind a
// preposition or as the subject of their clause; never those inside an office's or a person's name, the seat of a
// mission or the town of a meeting.
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
  std::size_t first =
      0;  // the first token of all that names it: of "5 tỉnh Nghệ An", "các tỉnh: Lào Cai" the number, "các"
  std::string name;  // of the province or country; of a district the province that it lies in, of a region none
};

// Every name of a place, whether or not it says where, in the order of the text.
std::vector<PlaceMention> find_place_names(const Reading& reading);

// Those that say where something holds.
std::vector<PlaceMention> find_place_mentions(const Reading& reading);

// Is this match of places.tsv the name of a place as written here: not the everyday word ("hòa bình"), no part of a
// longer name ("Huế" in "Thừa Thiên Huế"), no person ("Nguyễn Thái Bình"), no district ("huyện Quảng Ninh")?
bool names_place(const Reading& reading, const LexiconMatch& match);

// "tỉnh", "thành phố", "TP.", "toàn", "địa bàn": the words that stand before the name of a place and say what it is.
bool is_place_class(const Reading& reading, std::size_t at);

}  // namespace trichluc
