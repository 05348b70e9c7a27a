// A series in each of its formats.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/language.h"
#include "pipeline/query/series/series.h"
#include "pipeline/query/series/series_comparison.h"
#include "pipeline/store/table_file.h"

namespace trichluc::cli {

struct ShownSeries {
  Series series;
  std::vector<ComparedRow> comparison;  // with the first block; empty: nothing was compared
};

std::string series_as_table(const ShownSeries& shown, Language language, std::size_t width);
std::string series_as_json(const ShownSeries& shown);
std::string series_as_csv(const ShownSeries& shown);
// A workbook: the values, every statement, gaps and breaks, the comparison.
Result<std::string> series_as_xlsx(const ShownSeries& shown);
// `format`: svg or png. Error: kMissingDependency without gnuplot.
Result<std::string> series_as_chart(const ShownSeries& shown, const std::string& format, Language language);

// For the formats of spreadsheets. Every statement is a row; of several series one behind the other.
store::Table statement_table(const std::string& name);
void add_statements(const Series& series, store::Table& table);
store::Table comparison_table(const std::vector<ComparedRow>& comparison);
// A table with these headings, typed as series have them, and no row yet.
store::Table table_with(const std::string& name, const std::vector<std::string>& headings);
// "Hà Giang · aid flow, VND": what a block is a line of.
std::string title_of(const SeriesBlock& block, const Series& series);

}  // namespace trichluc::cli
