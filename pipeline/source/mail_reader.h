// E-mail messages (RFC 5322 with MIME), through GMime, which its .cpp alone sees: the message is a document, and what
// is attached to it are entries.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/base/result.h"
#include "pipeline/source/opened_document.h"

namespace trichluc {

// Do the bytes begin with the header of a message?
bool is_mail(std::string_view bytes);

// Subject, sender and receivers stand before the text; of a text given in two forms the plain one is read. The date of
// the message is its date of publication.
Result<OpenedDocumentPtr> open_mail(std::string_view bytes, const std::string& source);

}  // namespace trichluc
