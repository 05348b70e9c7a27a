// Where the meeting was: told where it is announced, in a later sentence of its own ("Hội nghị diễn ra tại Huế"), else
// the first site of an online meeting, the home of the body that holds it, or the head of the paper.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/extract.h"
#include "extractors/fact.h"
#include "extractors/meeting/announcement.h"
#include "extractors/reading.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {

struct MeetingSources {
  const Announcement& announcement;
  const std::vector<const Sentence*>& own;  // the sentences that tell of this meeting
  const std::optional<HeaderFields>& header;
  const std::vector<PlaceMention>& places;  // every name of a place
  const std::string& home;                  // the province that the document is about; empty: none is known
};

// Sets meeting.place, as the province was named on the meeting's day; after its date and format are set.
void take_place(const Reading& reading, const MeetingSources& sources, Meeting& meeting);

}  // namespace trichluc
