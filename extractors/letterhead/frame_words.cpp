#include "extractors/letterhead/frame_words.h"

#include <algorithm>

#include "extractors/lexicon/title_use.h"

namespace trichluc {

bool ends_word(std::string_view folded, std::size_t at) {
  constexpr std::string_view kEnds = " :,.;()-/";
  return at >= folded.size() || kEnds.find(folded[at]) != std::string_view::npos;
}

namespace {

// Asked of every line for every entry: mostly the first letter answers.
bool opens(std::string_view folded, const Entry& entry) {
  return !folded.empty() && folded.front() == entry.form.front() && folded.starts_with(entry.form);
}

}  // namespace

FrameWords::FrameWords(const Dictionaries& dictionaries)
    : frames_(dictionaries.table("document_frames")),
      bodies_(dictionaries.table("organizations")),
      titles_(dictionaries.table("titles")) {}

const Entry* FrameWords::beginning(std::string_view folded, std::string_view field) const {
  const Entry* longest = nullptr;
  for (const Entry& entry : frames_.entries()) {
    if (!opens(folded, entry) || frames_.value(entry, "field") != field) continue;
    const bool mark_last = entry.form.back() == '.' || entry.form.back() == ':';
    if (!mark_last && !ends_word(folded, entry.form.size())) continue;
    if (longest == nullptr || entry.form.size() > longest->form.size()) longest = &entry;
  }
  return longest;
}

const Entry* FrameWords::whole(std::string_view folded, std::string_view field) const {
  constexpr std::string_view kAround = " .:-";
  const std::size_t last = folded.find_last_not_of(kAround);
  if (last == std::string_view::npos) return nullptr;
  folded = folded.substr(0, last + 1);
  const Entry* entry = beginning(folded, field);
  return entry != nullptr && entry->form.size() == folded.size() ? entry : nullptr;
}

const Entry* FrameWords::inside(std::string_view folded, std::string_view field) const {
  for (const Entry& entry : frames_.entries()) {
    if (frames_.value(entry, "field") == field && folded.find(entry.form) != std::string_view::npos) return &entry;
  }
  return nullptr;
}

std::size_t FrameWords::body_word(std::string_view folded) const {
  std::size_t longest = 0;
  for (const Entry& entry : bodies_.entries()) {
    if (!opens(folded, entry) || !ends_word(folded, entry.form.size())) continue;
    const std::string_view kind = bodies_.value(entry, "kind");
    if (kind == "head" || kind == "district_committee") longest = std::max(longest, entry.form.size());
  }
  return longest;
}

bool FrameWords::begins_office(std::string_view folded) const {
  return std::any_of(titles_.entries().begin(), titles_.entries().end(), [&](const Entry& entry) {
    if (!opens(folded, entry) || !ends_word(folded, entry.form.size())) return false;
    return says_office(titles_.value(entry, "use"));
  });
}

}  // namespace trichluc
