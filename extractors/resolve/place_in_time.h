// Which name of a province was in force when: the register dictionaries/vi/provinces.tsv, in which each line is one
// unit for as long as it had one name and one land.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/date/calendar.h"
#include "extractors/lexicon/lexicon.h"

namespace trichluc {

// From this day on the name stands for other land than before: it was joined to other provinces, or split off.
struct BoundaryChange {
  int day = 0;                    // 20250701
  std::vector<std::string> from;  // names of the units whose land it is made of
};

class ProvinceRegister {
 public:
  explicit ProvinceRegister(const Lexicon& provinces);

  // The name that the same land bore at that time: "Huế" of 2019 is "Thừa Thiên Huế". The name itself where it was in
  // force on some day of that time, where the land was split or joined to other land, or where the name is unknown.
  std::string renamed(std::string_view name, const CalendarSpan& when) const;
  // The province that held the land of `name` at that time, also where it held more: Thủ Dầu Một lay in Bình Dương,
  // since July 2025 in Thành phố Hồ Chí Minh, before 1997 in Sông Bé.
  std::string holder(std::string_view name, const CalendarSpan& when) const;
  // Had that name ended before that time, its land split ("Minh Hải" after 1996)?
  bool had_ended(std::string_view name, const CalendarSpan& when) const;
  // Is `part` one of the units that the land of `whole` was split into?
  bool is_part_of(std::string_view part, std::string_view whole) const;
  // Of all units of that name, in order of time; a mere change of the name is none.
  std::vector<BoundaryChange> boundary_changes(std::string_view name) const;

 private:
  struct Unit {
    std::string name;
    int from = 0;   // 20250701
    int until = 0;  // the last day
    std::vector<std::size_t> successors;
    std::vector<std::size_t> predecessors;
  };

  std::string follow(std::string_view name, const CalendarSpan& when, bool same_land) const;
  const std::vector<std::size_t>& next_of(std::size_t unit, bool forward) const;

  std::vector<Unit> units_;
};

}  // namespace trichluc
