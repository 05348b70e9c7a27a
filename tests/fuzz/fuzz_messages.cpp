// Any bytes as what a page worker answers or is asked: refused, or sound.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "pipeline/base/utf8.h"
#include "pipeline/run/messages.h"
#include "pipeline/run/wire.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trichluc;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  wire::from_bytes<PageRequest>(bytes);
  const auto reply = wire::from_bytes<Reply>(bytes);
  if (!reply) return 0;
  // Not the same bytes: a bool of 2 is true.
  const std::string written = wire::to_bytes(*reply);
  const auto again = wire::from_bytes<Reply>(written);
  if (!again || wire::to_bytes(*again) != written) {
    std::cerr << "a message that is written otherwise than it was read\n";
    std::abort();
  }
  if (is_sound(reply->error) && !is_valid_utf8(reply->error.what.en)) std::abort();
  if (is_sound(reply->opened) && !is_valid_utf8(reply->opened.head.title)) std::abort();
  if (reply->kind == ReplyKind::kPage && is_sound(reply->page.page)) {
    for (const Word& word : reply->page.page.words) {
      if (slice(reply->page.page.text, word.in_page).size() > reply->page.page.text.size()) std::abort();
    }
  }
  return 0;
}
