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
// "UBND tỉnh Nghệ An đưa ra mấy con số", "Theo báo cáo của Sở Ngoại vụ tỉnh Sóc Trăng, …": what an office of the
// province tells, it tells of the province.
bool is_telling_office(const Reading& reading, const LexiconMatch& match, std::size_t before, std::size_t floor);
// "- Khoa nhi, Bệnh viện Đa khoa Khánh Hòa: 98.000 USD": who gets the sum of a list's item, named before the colon.
bool is_body_of_item(const Reading& reading, const LexiconMatch& match, std::size_t before);
// "Mặt trận Tổ quốc Việt Nam thành phố": a name of the country that a body's name ends with or goes on from.
bool is_in_name_of_body(const Reading& reading, const LexiconMatch& match);

}  // namespace trichluc
