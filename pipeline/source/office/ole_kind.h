// The binary office files of the years before 2007 are small file systems (OLE compound files, [MS-CFB]); what is in
// them tells which program wrote them.
#pragma once

#include <string_view>

namespace trichluc {

enum class OleKind { kNone, kWord, kExcel, kPowerPoint, kEncrypted, kOther };

// kNone: no compound file. kEncrypted: a newer office file behind a password.
OleKind ole_kind(std::string_view bytes);

}  // namespace trichluc
