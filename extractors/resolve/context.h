// What the document as a whole says of when and where: the ground on which statements that leave it out are settled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/date/date_reader.h"
#include "extractors/extract.h"
#include "extractors/reading.h"
#include "extractors/resolve/place_names.h"

namespace trichluc {

// A value and the words it was taken from; an empty span: from outside the text.
template <class T>
struct Told {
  T value;
  Span from;
};

struct DocumentContext {
  std::optional<Told<CalendarPoint>> published;
  std::optional<Told<CalendarPoint>> day;  // the day the document speaks on: of its meeting, else published or signed
  std::optional<Told<int>> headline_year;
  std::optional<Told<int>> issue_year;         // "BẢN TIN …, Số 3 (Quý III/2010)" at the head of a bulletin
  std::optional<Told<int>> planned_year;       // "phương hướng, nhiệm vụ năm 2023"
  std::optional<Told<CalendarSpan>> reviewed;  // "đánh giá công tác năm 2022"
  std::optional<Told<CalendarPoint>> newest;   // where the document has no day: see newest_time.h
  std::optional<Told<std::string>> place;  // what the document is about: a province, or Việt Nam where it is named
  bool place_by_district = false;          // the province is known by a district or a newspaper, and not named
};

// A portal's header shows the day on which the page was fetched, which may be years later: nobody reviews a year's work
// then. Such a date is no longer the chosen one.
void drop_crawl_clock(const Reading& reading, const std::vector<DateReading>& dates, std::vector<DatedRole>& roles);

// Everything of the context but the day, from dates and names of places as they stand in the text.
DocumentContext read_context(const Reading& reading, const std::vector<DateReading>& dates,
                             const std::vector<DatedRole>& roles, const std::vector<PlaceMention>& places);

// The day of the document, once the years of its dates are settled.
void settle_document_day(DocumentContext& context, const Reading& reading, const std::vector<DateReading>& dates);

// Is this year or period told as work that is looked back on ("tổng kết công tác năm 2022"), or as a plan?
bool is_reviewed(const Reading& reading, const DateReading& date);
bool is_planned(const Reading& reading, const DateReading& date);

// Related matter and the site's own furniture tell nothing about the document.
bool is_own_matter(text::Section section);

}  // namespace trichluc
