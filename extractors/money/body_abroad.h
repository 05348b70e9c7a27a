// The name of a body that gives: "Hội Chữ thập đỏ Na Uy", "Quỹ Nhi đồng Liên hợp quốc (UNICEF)", "tổ chức MCNV (Hà
// Lan)". What makes it one from abroad is in the name: a known donor, another country, a word in another language.
#pragma once

#include <cstddef>
#include <optional>

#include "extractors/clause.h"
#include "extractors/reading.h"

namespace trichluc {

struct BodyAbroad {
  Clause name;  // without its brackets; of "tổ chức Plan" the name alone, of "Tổ chức Tầm nhìn thế giới" all
  std::size_t last = 0;  // one past all that belongs to it
};

// The body from abroad whose name begins at this token and ends at or before `to`.
std::optional<BodyAbroad> body_abroad_at(const Reading& reading, std::size_t first, std::size_t to);

// What of the tables names the body: the donor known by its name, else the word for a body at its first token.
const LexiconMatch* cue_of_body(const Reading& reading, std::size_t first, const Clause& name);

// "Hội Chữ thập đỏ Na Uy hỗ trợ", "Đại sứ quán Ai-len vừa công bố gói hỗ trợ": the body from abroad before the verb at
// this token and the words that lead to it.
std::optional<BodyAbroad> acting_body(const Reading& reading, std::size_t verb, std::size_t from);

// "Good People International (GPI)", "Canberra": words in another language that end just before this token, with the
// name's short form in brackets or without.
std::optional<BodyAbroad> foreign_name_before(const Reading& reading, std::size_t end, std::size_t from);

// The same, where its first or last words are those of a known donor ("… International", "Habitat for …").
std::optional<BodyAbroad> known_name_before(const Reading& reading, std::size_t end, std::size_t from);

}  // namespace trichluc
