// What the columns of a table hold, read from their headings and from what stands above the table: sums of aid in a
// unit ("Giải ngân (tr.đ)", "ĐVT: triệu đồng"), percentages, labels. Counts are read by count/table_counts.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/date/date_reader.h"
#include "extractors/fact.h"
#include "extractors/table_rows.h"
#include "extractors/topic.h"

namespace trichluc {

enum class Holds { kNothing, kLabel, kOrdinal, kYear, kSum, kPercent };

// A word or date of the heading or title, and where it stands.
struct Found {
  std::string value;
  Span span;
};

struct Column {
  Holds holds = Holds::kNothing;
  std::string_view label;  // of a label column: "sector", "donor", "other"
  Cell heading;
  Found currency;
  int power = 0;  // of ten: what one in the column is worth
  std::vector<std::string> lines;
  Found stage;
  Found period;
  bool own_time = false;  // the heading itself tells the period, not the table's title
  bool term = false;      // "Thời gian": its cells tell how long each project lasts
  Found place;
  bool expected = false;
};

// One a heading; empty where the headings do not tell what is below them, or the table is not about aid.
std::vector<Column> read_columns(const Reading& reading, const Table& table, const std::vector<DateReading>& dates,
                                 const Topic& topic);

// The one time that the cell's words tell, with its year.
std::optional<Found> period_in(const Reading& reading, const std::vector<DateReading>& dates, const Cell& cell);

// The role that table_headings.tsv gives to what the cell begins with; empty: none.
std::string_view heading_role(const Reading& reading, const Cell& cell);

}  // namespace trichluc
