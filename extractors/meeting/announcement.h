// The sentence that announces a meeting: "Sáng 10/4, tại Hà Nội, … tổ chức Hội nghị …".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/reading.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {

struct Announcement {
  const Sentence* sentence = nullptr;
  std::size_t noun = 0;  // token of "Hội nghị"
  std::string name;
  std::string date;
  std::string part_of_day;
  std::string place;
  bool place_by_district = false;  // the province follows from a town named without it
  std::string host;                // the province of the body that holds it
  bool signing = false;            // an agreement is signed
  int score = 0;
};

// The best of the document's own sentences; the first of equals. `press_release`: it tells the press of what is to
// come.
std::optional<Announcement> find_announcement(const Reading& reading, const std::vector<Candidate>& settled,
                                              const std::vector<PlaceMention>& places, bool press_release);

// The title, headings, body and captions: not what other articles or the portal say.
bool tells_of_document(const Reading& reading, const Sentence& sentence);

// Another meeting than the announced one is told of here: it is recalled, or has another day.
bool tells_of_another(const Reading& reading, const Sentence& sentence, const Announcement& announcement,
                      const std::vector<Candidate>& settled);

}  // namespace trichluc
