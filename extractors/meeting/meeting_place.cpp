#include "extractors/meeting/meeting_place.h"

#include <algorithm>
#include <string>

#include "extractors/date/calendar.h"
#include "extractors/meeting/meeting_words.h"
#include "extractors/official/readable_body.h"
#include "extractors/resolve/place_in_time.h"
#include "extractors/resolve/publisher_place.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// The province, city or known district named in the tokens, the first of them; null: none.
const PlaceMention* named_in(const std::vector<PlaceMention>& places, std::size_t first, std::size_t last) {
  const auto found = std::find_if(places.begin(), places.end(), [&](const PlaceMention& place) {
    return place.match->first >= first && place.match->last <= last && place.kind != PlaceKind::kCountry &&
           !place.name.empty();
  });
  return found == places.end() ? nullptr : &*found;
}

// "Hội nghị được tổ chức tại Huế", "Buổi lễ diễn ra ở thành phố Đông Hà": the meeting opens a later sentence, and the
// place stands right behind the word for being held.
const PlaceMention* told_later(const Reading& reading, const MeetingSources& sources) {
  constexpr std::size_t kLongestPlace = 9;
  for (const Sentence* sentence : sources.own) {
    const LexiconMatch* noun = reading.match_at(sentence->first, "meeting_words");
    if (noun == nullptr || noun->value("kind") != "noun") continue;
    for (std::size_t at = noun->last + 1; at + 1 < sentence->last; ++at) {
      const LexiconMatch* held = reading.match_before(at, "meeting_words");
      if (held == nullptr || held->value("kind") != "held" || !reading.is_any(at, {"tại", "ở"})) continue;
      const std::size_t end = std::min(at + kLongestPlace, sentence->last);
      if (const PlaceMention* place = named_in(sources.places, at + 1, end)) return place;
    }
  }
  return nullptr;
}

// "Tại điểm cầu Hà Nội": the first site named is where an online meeting is led from.
std::string first_site(const Reading& reading) {
  for (const Sentence& sentence : reading.sentences()) {
    if (!tells_of_document(reading, sentence)) continue;
    const LexiconMatch* site = meeting_word_in(reading, sentence.first, sentence.last, "site");
    if (site == nullptr) continue;
    std::size_t at = site->last;
    const LexiconMatch* unit = reading.match_at(at, "organizations");
    if (unit != nullptr && unit->value("kind").ends_with("unit") && reading.match_at(at, "places") == nullptr)
      at = unit->last;
    const LexiconMatch* place = reading.match_at(at, "places");
    if (place != nullptr && place->value("kind") != "country") return std::string(place->value("name"));
  }
  return {};
}

// "Hoà Bình" at the head of a notice, as places.tsv spells it; empty where it is no province or city.
std::string province_of(const Reading& reading, const std::string& written) {
  const std::string folded = text::fold(written);
  const Lexicon& places = reading.dictionaries().table("places");
  for (const Entry& entry : places.entries()) {
    if (entry.form == folded && places.value(entry, "kind") != "country")
      return std::string(places.value(entry, "name"));
  }
  return {};
}

// "Hạ Long" at the head of minutes: the province of a town; empty where none is known.
std::string province_of_town(const Reading& reading, const std::string& written) {
  const std::string folded = text::fold(written);
  const Lexicon& districts = reading.dictionaries().table("districts");
  for (const Entry& entry : districts.entries()) {
    if (entry.form == folded) return std::string(districts.value(entry, "province"));
  }
  return {};
}

// Minutes and notices come from where the meeting was.
void take_place_of_head(const Reading& reading, const HeaderFields& header, Meeting& meeting, bool& town) {
  meeting.place = province_of(reading, header.place);
  if (!meeting.place.empty()) return;
  meeting.place = province_of_town(reading, header.place);
  town = !meeting.place.empty();
  if (!header.place.empty()) return;
  // Minutes without a day of their own at the head: "UBND TỈNH VĨNH LONG / BAN TIẾP NHẬN VIỆN TRỢ".
  meeting.place = place_in(reading.dictionaries(), header.agency);
  if (meeting.place.empty()) meeting.place = place_in(reading.dictionaries(), header.superior);
}

// "UBND tỉnh tổ chức …", "giữa UBND thành phố và các tổ chức": a body of the province that the document is about.
bool names_own_body(const Reading& reading, const Sentence& sentence) {
  for (std::size_t t = sentence.first + 1; t < sentence.last; ++t) {
    if (!reading.is_any(t, {"tỉnh", "phố"}) || reading.match_at(t, "places") != nullptr) continue;
    const std::size_t body = reading.is(t, "phố") ? t - 2 : t - 1;
    const bool named = t + 1 < sentence.last && reading.tokens()[t + 1].capital;
    if (!named && reading.is_any(body, {"ubnd", "dân", "nghị", "vụ", "đảng"})) return true;
  }
  return false;
}

// On the province's own page.
std::string place_of_page(const Reading& reading, const Sentence& sentence, const std::string& home) {
  if (names_own_body(reading, sentence) && !home.empty() && home != "Việt Nam") return home;
  for (std::size_t t = sentence.first; t < sentence.last; ++t) {
    if (!reading.is(t, "tỉnh") || reading.match_at(t, "places") != nullptr) continue;
    if (t + 1 < sentence.last && reading.tokens()[t + 1].capital) return {};
    const auto publisher = place_of_publisher(reading);
    return publisher ? publisher->value : std::string();
  }
  return {};
}

}  // namespace

void take_place(const Reading& reading, const MeetingSources& sources, Meeting& meeting) {
  meeting.place = sources.announcement.place;
  bool town = sources.announcement.place_by_district && !meeting.place.empty();
  if (const PlaceMention* later = meeting.place.empty() ? told_later(reading, sources) : nullptr) {
    meeting.place = later->name;
    town = later->kind == PlaceKind::kDistrict;
  }
  if (meeting.place.empty() && meeting.format != "in_person" && !meeting.format.empty())
    meeting.place = first_site(reading);
  // A local body meets at home unless it says otherwise.
  if (meeting.place.empty()) meeting.place = sources.announcement.host;
  if (meeting.place.empty()) meeting.place = place_of_page(reading, *sources.announcement.sentence, sources.home);
  if (meeting.place.empty() && sources.header && meeting.format != "online")
    take_place_of_head(reading, *sources.header, meeting, town);
  // The name in force that day: Huế was in Thừa Thiên Huế until 2024, Thủ Dầu Một in Bình Dương until June 2025.
  if (const auto day = parse_iso(meeting.date); day && !meeting.place.empty()) {
    const ProvinceRegister provinces(reading.dictionaries().table("provinces"));
    meeting.place = town ? provinces.holder(meeting.place, *day) : provinces.renamed(meeting.place, *day);
  }
}

}  // namespace trichluc
