// Reads the cells of tables: a figure whose unit stands in the heading of its column and whose purpose, donor or year
// stands in its row. A row that adds up is the whole of the others. What the headings leave open is not read.
#pragma once

#include <vector>

#include "extractors/date/date_reader.h"
#include "extractors/extractor.h"
#include "extractors/table_rows.h"
#include "extractors/topic.h"

namespace trichluc {

class TableExtractor : public Extractor {
 public:
  TableExtractor(const std::vector<DateReading>& dates, const Topic& topic) : dates_(dates), topic_(topic) {}

  std::string_view name() const override { return "table"; }
  int version() const override { return 7; }
  // part_of and ShareFact::of are indices into these candidates.
  Readings read(const Reading& reading) const override;

 private:
  bool read_turned(const Reading& reading, const Table& table, Readings& out) const;

  const std::vector<DateReading>& dates_;
  const Topic& topic_;
};

}  // namespace trichluc
