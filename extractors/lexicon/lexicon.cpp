#include "extractors/lexicon/lexicon.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extractors/lexicon/table_reader.h"

namespace trichluc {

Result<Lexicon> Lexicon::parse(std::string_view tsv, std::string name) {
  TableLines read = read_table(tsv, name + ".tsv");
  if (!read.faults.empty()) return tl::unexpected<Error>(std::move(read.faults.front()));
  Lexicon lexicon;
  lexicon.key_ = TableKey(name);
  lexicon.name_ = std::move(name);
  lexicon.columns_ = std::move(read.columns);
  lexicon.closed_values_ = std::move(read.values);
  lexicon.entries_ = std::move(read.entries);
  return lexicon;
}

Result<Lexicon> Lexicon::with(std::string_view added, const std::string& file) const {
  TableLines read = read_added_table(added, file, *this);
  if (!read.faults.empty()) return tl::unexpected<Error>(std::move(read.faults.front()));
  Lexicon made = *this;
  std::erase_if(made.entries_, [&](const Entry& entry) {
    return std::find(read.removed.begin(), read.removed.end(), entry.form) != read.removed.end();
  });
  std::map<std::string, Entry> by_form;
  for (Entry& entry : read.entries) by_form.emplace(entry.form, std::move(entry));
  for (Entry& entry : made.entries_) {
    const auto other = by_form.find(entry.form);
    if (other == by_form.end()) continue;
    entry = std::move(other->second);
    by_form.erase(other);
  }
  for (auto& [form, entry] : by_form) made.entries_.push_back(std::move(entry));
  return made;
}

std::string_view Lexicon::value(const Entry& entry, std::string_view column) const {
  for (std::size_t i = 1; i + 1 < columns_.size(); ++i) {
    // Asked for every match: the first letters part most columns of the same length.
    if (columns_[i].front() == column.front() && columns_[i] == column)
      return entry.values[i - 1] == "-" ? std::string_view{} : std::string_view(entry.values[i - 1]);
  }
  return {};
}

std::string Lexicon::to_tsv() const {
  std::string out;
  for (const Entry& entry : entries_) {
    out += entry.form;
    for (const std::string& value : entry.values) out += "\t" + value;
    out += "\t-\n";
  }
  return out;
}

}  // namespace trichluc
