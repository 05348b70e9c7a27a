#include "pipeline/store/metadata.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/store/documents.h"

namespace trichluc::store {
namespace {

namespace fs = std::filesystem;

using Rows = std::set<std::int64_t>;

// The documents of an archive by their names, withdrawn ones left out.
class Names {
 public:
  explicit Names(Database& database) : database_(database) {
    Statement row = database.prepare(
        "SELECT path, document FROM paths JOIN documents AS d USING (document) WHERE d.state <> 'withdrawn'");
    while (row.step()) {
      const std::string path = row.text(0);
      by_file_name_.emplace(path.substr(path.rfind('/') + 1), std::pair(path, row.integer(1)));
    }
  }

  Rows of(const MetadataLine& line, const std::string& table) const {
    if (line.by == DocumentColumn::kSha256) return by_hash(line.document);
    const fs::path beside = (fs::path(table).parent_path() / line.document).lexically_normal();
    Rows exact = that_end_in(beside.string(), "");
    return exact.empty() ? that_end_in(fs::path(line.document).lexically_normal().string(), "/") : exact;
  }

 private:
  // Those with the name itself, or with more before it where `before` stands between.
  Rows that_end_in(const std::string& name, const std::string& before) const {
    Rows found;
    const auto [first, last] = by_file_name_.equal_range(name.substr(name.rfind('/') + 1));
    for (auto at = first; at != last; ++at) {
      const auto& [path, document] = at->second;
      if (path == name || (!before.empty() && path.ends_with(before + name))) found.insert(document);
    }
    return found;
  }

  Rows by_hash(const std::string& hash) const {
    Rows found;
    for (const FoundDocument& document : find_documents(database_, hash)) found.insert(document.row);
    return found;
  }

  Database& database_;
  std::multimap<std::string, std::pair<std::string, std::int64_t>> by_file_name_;
};

Error unmatched(const MetadataTable& table, const MetadataLine& line, bool none) {
  const Message none_told{"no document of the archive is \"" + line.document + "\"; ingest it, or correct the line",
                          "kho không có tài liệu \"" + line.document + "\"; hãy nạp tài liệu hoặc sửa dòng này"};
  const Message several{"several documents of the archive are \"" + line.document + "\"; write more of the path",
                        "kho có nhiều tài liệu \"" + line.document + "\"; hãy ghi thêm đường dẫn"};
  return {ErrorCode::kPartlyFailed, none ? none_told : several, table.path + ":" + std::to_string(line.line)};
}

// Where a value of this table comes from: two lines must not differ.
struct Given {
  std::string value;
  std::size_t line = 0;
};
using GivenFields = std::map<std::pair<std::int64_t, std::string_view>, Given>;

class Importer {
 public:
  Importer(Database& database, const MetadataTable& table) : database_(database), table_(table) {}

  // Nothing is to be written when this gives an error.
  std::optional<Error> gather() {
    const Names names(database_);
    Rows documents;
    for (const MetadataLine& line : table_.lines) {
      const Rows found = names.of(line, table_.path);
      if (found.size() != 1) {
        told_.unmatched.push_back(unmatched(table_, line, found.empty()));
        continue;
      }
      documents.insert(*found.begin());
      for (const MetadataLine::Value& value : line.values) {
        const auto [at, fresh] = given_.try_emplace({*found.begin(), value.field->name}, Given{value.value, line.line});
        if (!fresh && at->second.value != value.value) return conflict(line, *value.field, at->second.line);
      }
    }
    told_.documents = documents.size();
    return std::nullopt;
  }

  MetadataImport write() {
    Statement known = database_.prepare("SELECT value FROM current_metadata WHERE document = ? AND field = ?");
    std::int64_t import = 0;
    for (const auto& [key, given] : given_) {
      const bool holds = known.bind(key.first).bind(key.second).step() && known.text(0) == given.value;
      known.run();
      if (holds) continue;
      if (import == 0) import = begin();
      database_.prepare("INSERT INTO metadata (document, field, import, line, value) VALUES (?, ?, ?, ?, ?)")
          .bind(key.first)
          .bind(key.second)
          .bind(import)
          .bind(static_cast<std::int64_t>(given.line))
          .bind(given.value)
          .run();
      ++told_.changed;
    }
    return std::move(told_);
  }

 private:
  std::int64_t begin() {
    database_
        .prepare(
            "INSERT INTO metadata_imports (path, sha256, \"at\") VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
        .bind(table_.path)
        .bind(table_.sha256)
        .run();
    return database_.last_row();
  }

  Error conflict(const MetadataLine& line, const MetadataField& field, std::size_t earlier) const {
    const std::string title(field.title);
    const std::string other = std::to_string(earlier);
    return {ErrorCode::kBadDictionary,
            {title + " of \"" + line.document + "\" is not what line " + other + " says; correct one of them",
             title + " của \"" + line.document + "\" khác với dòng " + other + "; hãy sửa một trong hai"},
            table_.path + ":" + std::to_string(line.line)};
  }

  Database& database_;
  const MetadataTable& table_;
  GivenFields given_;
  MetadataImport told_;
};

MetadataValue value_of(const Statement& row) {
  return {row.text(0), row.text(1),    row.text(2), row.text(3),
          row.text(4), row.integer(5), row.text(6), row.integer(7) != 0};
}

}  // namespace

Result<MetadataImport> import_metadata(Archive& archive, const MetadataTable& table) {
  MetadataImport told;
  std::optional<Error> fault;
  const auto written = archive.write([&](Database& database) {
    Importer importer(database, table);
    fault = importer.gather();
    if (!fault) told = importer.write();
  });
  if (!written) return tl::unexpected(written.error());
  if (fault) return tl::unexpected(*fault);
  return told;
}

Result<std::vector<MetadataValue>> list_metadata(Archive& archive, const std::string& named, bool history) {
  std::vector<MetadataValue> values;
  bool known = true;
  const auto read = archive.read([&](Database& database) {
    Rows wanted;
    if (!named.empty()) {
      for (const FoundDocument& found : find_documents(database, named)) wanted.insert(found.row);
      known = !wanted.empty();
    }
    Statement row = database.prepare(
        "SELECT d.id, d.source, m.field, m.value, i.path, m.line, i.\"at\", c.import IS NOT NULL AS holds, m.document "
        "FROM metadata AS m JOIN documents AS d USING (document) JOIN metadata_imports AS i USING (import) "
        "LEFT JOIN current_metadata AS c ON c.document = m.document AND c.field = m.field AND c.import = m.import "
        "WHERE ? OR holds ORDER BY d.source, d.id, m.field, m.import");
    row.bind(history ? 1 : 0);
    while (row.step()) {
      if (wanted.empty() || wanted.contains(row.integer(8))) values.push_back(value_of(row));
    }
  });
  if (!read) return tl::unexpected(read.error());
  if (!known) {
    return fail(ErrorCode::kBadArguments,
                {"no document has this id or path; give 8 digits of its id at least, or its path",
                 "không tài liệu nào có mã hay đường dẫn này; hãy ghi ít nhất 8 chữ số của mã, hoặc đường dẫn"},
                named);
  }
  return values;
}

}  // namespace trichluc::store
