// A person's name in running text: two to five capitalised syllables that begin with a family name, or, behind an
// honorific, any capitalised words ("bà Sharon Kane", "ông Alăng Mướp").
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extractors/reading.h"

namespace trichluc {

struct PersonName {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  std::size_t words = 0;  // marks inside ("H'Ngăm") not counted
  std::size_t parts = 0;  // the same, what a hyphen joins ("Vi-lay-vông", "Phăn-Tha-Vông") counted once
};

// What stands before the name says how sure it is: behind an honorific everything capitalised is one.
enum class NameContext { kBare, kAfterTitle, kAfterHonorific };

std::optional<PersonName> read_name(const Reading& reading, std::size_t first, NameContext context);

// "H.Hướng Hóa", "Q. Tân Bình" in newspapers: one past a known district behind its kind in one letter, or the token.
std::size_t after_short_district(const Reading& reading, std::size_t at);

// The end of the capitalised words from `first` on, joined marks included; bounded by the paragraph.
std::size_t capitals_end(const Reading& reading, std::size_t first);

bool starts_with_family_name(const Reading& reading, std::size_t token);

// "John Miller", "Anna van der Berg": a given name of another language that the table knows, and further capitals of
// which none is a word of bodies ("Thomas Green Foundation").
bool starts_with_foreign_given_name(const Reading& reading, std::size_t token);

// "…; Khăm-phởi Pan-ma-lay, Ủy viên …": in a list of persons any capitals before a comma and an office.
bool starts_listed_name(const Reading& reading, std::size_t token);

// Can a name begin here without address or office before it?
bool starts_bare_name(const Reading& reading, std::size_t token);

// Two or three capitalised words, one of them no syllable of Vietnamese, none a word of bodies or a place.
bool foreign_name_at(const Reading& reading, std::size_t token);

// A capitalised word that is no syllable of Vietnamese and no letters.
bool foreign_word_at(const Reading& reading, std::size_t token);

// "(tiểu bang) Washington Gary Locke", "(thành phố) Daegu Hong Joon-pyo": are the capitals up to `end` a town or a
// state abroad and a person?
bool is_town_and_foreigner(const Reading& reading, std::size_t at, std::size_t end);

// "Tổng thống Obama": one capitalised word, no syllable of Vietnamese, none of bodies, offices and places.
bool foreign_surname_at(const Reading& reading, std::size_t token);

// "Đại sứ YAMADA Takio": the same, of which one is in capitals.
bool name_half_in_capitals_at(const Reading& reading, std::size_t token);

// "Giám đốc quốc gia NPA Jan Erik Stolt": two or three capitalised words behind an acronym, foreign, no words of
// bodies, and not what the acronym stands for ("CRS Catholic Relief Services").
bool foreign_name_behind_acronym(const Reading& reading, std::size_t token);

// The name as records carry it: NFC, names in capitals written as usual.
std::string spelled_name(const Reading& reading, const PersonName& name);

// "Phó Chủ tịch" of "PHÓ CHỦ TỊCH": every word with a capital.
std::string in_usual_capitals(std::string_view folded);

}  // namespace trichluc
