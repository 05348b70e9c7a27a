// Pictures in a terminal: the kitty graphics protocol, or sixels (DEC VT340). The terminal is asked, as both protocols
// have it: the answer to a kitty query names the picture's number, that to "primary device attributes" has a 4 where it
// shows sixels. A terminal that does not answer shows none.
#pragma once

#include <string>

#include "pipeline/source/picture/marked_picture.h"

namespace trichluc::cli {

enum class PictureProtocol { kNone, kKitty, kSixel };

// What its answer says; for tests.
PictureProtocol protocol_in(const std::string& answer);
// Asks the terminal of this process; waits a quarter of a second at most. kNone where there is none.
PictureProtocol ask_terminal();
// Pixels across of the terminal's window, where it tells them and they are fewer than `most`.
int pixels_across(int most);
// The picture as the terminal wants it; empty for kNone and when memory does not suffice.
std::string for_terminal(const ColourImage& image, PictureProtocol protocol);

}  // namespace trichluc::cli
