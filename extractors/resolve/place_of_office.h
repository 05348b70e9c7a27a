// An office that bears the name of a place and acts, or is given to: then the place is where the thing holds. Else the
// name within an office's says nothing of that ("Chủ tịch UBND tỉnh Hà Giang cho biết …").
#pragma once

#include <cstddef>

#include "extractors/reading.h"

namespace trichluc {

// What each asks of: the match that names the place, the first token of all that names it (`before`), and where its
// sentence begins (`floor`).
bool is_recipient_office(const Reading& reading, std::size_t before, std::size_t floor);
bool is_signing_office(const Reading& reading, const LexiconMatch& match, std::size_t before);
bool is_carrying_out(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor);
// A body of any kind, a hospital or a school among them.
bool is_receiving_body(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor);
// "Tổ chức Tầm nhìn thế giới tại Việt Nam": the country at this preposition is where a body sits; of a name that begins
// with its kind and a capital.
bool is_seat_of_body(const Reading& reading, std::size_t preposition, std::size_t floor);
bool is_acting_office(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor);

}  // namespace trichluc
