#include "pipeline/query/search_index.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/documents.h"
#include "pipeline/store/word_tokenizer.h"
#include "pipeline/text/layout.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;
using store::Database;

constexpr int kVersion = 1;
constexpr const char* kTables = R"sql(
CREATE TABLE documents (document INTEGER PRIMARY KEY, stamp TEXT NOT NULL);
-- page_key: publication day * 2^32, less what was added earlier, so that its descending order is newest first.
CREATE TABLE pages (page_key INTEGER PRIMARY KEY, document INTEGER NOT NULL, number INTEGER NOT NULL);
CREATE INDEX pages_by_document ON pages (document);
CREATE VIRTUAL TABLE texts USING fts5(body, related, tokenize = 'trichluc');
)sql";

fs::path index_file(const fs::path& folder) {
  return folder / "index.sqlite";
}

struct Wanted {
  std::int64_t document = 0;
  std::string stamp;
  std::string published;
};

std::vector<Wanted> wanted_documents(Database& archive) {
  std::vector<Wanted> wanted;
  auto rows = archive.prepare(
      "SELECT d.document, d.published, d.id || '|' || d.facts_fingerprint || '|' || d.published || '|' || "
      "coalesce((SELECT group_concat(p.fingerprint || length(p.text), '|') FROM pages p WHERE p.document = "
      "d.document), '')"
      " FROM effective_documents d WHERE d.state = 'done' ORDER BY d.published DESC, d.document");
  while (rows.step()) wanted.push_back({rows.integer(0), rows.text(2), rows.text(1)});
  return wanted;
}

std::map<std::int64_t, std::string> indexed_documents(Database& index) {
  std::map<std::int64_t, std::string> stamps;
  auto rows = index.prepare("SELECT document, stamp FROM documents");
  while (rows.step()) stamps.emplace(rows.integer(0), rows.text(1));
  return stamps;
}

// "2018-07" is 20180700; 0 where nothing is known.
std::int64_t day_number(const std::string& published) {
  std::string digits;
  for (const char c : published.substr(0, 10)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  digits.resize(8, '0');
  return std::stoll(digits);
}

std::int64_t next_key(Database& index, std::int64_t day) {
  auto lowest = index.prepare("SELECT min(page_key) FROM pages WHERE page_key > ?1 AND page_key < ?2");
  lowest.bind(day << 32).bind((day + 1) << 32);
  const bool none = !lowest.step() || lowest.is_null(0);
  return none ? ((day + 1) << 32) - 1 : lowest.integer(0) - 1;
}

// The page's text with everything blanked but one of its two halves; offsets stay.
struct Halves {
  std::string body, related;
};

std::vector<Halves> halves_of(const std::vector<store::StoredPage>& pages, const text::PageMarkers& markers) {
  std::vector<text::PageText> texts;
  for (const auto& stored : pages) {
    const Page& page = stored.page;
    texts.push_back({page.text, page.hard_wrapped, &page.hints, page.origin == TextOrigin::kOcr});
  }
  const text::LaidOut laid_out = text::lay_out(texts, markers);
  std::string related(laid_out.raw.size(), ' ');
  std::string body = laid_out.raw;
  for (const text::Paragraph& paragraph : laid_out.paragraphs) {
    if (text::record_section(paragraph.section) != "related") continue;
    for (const Span line : paragraph.lines) {
      std::copy_n(laid_out.raw.begin() + static_cast<std::ptrdiff_t>(line.begin), line.size(),
                  related.begin() + static_cast<std::ptrdiff_t>(line.begin));
      std::fill_n(body.begin() + static_cast<std::ptrdiff_t>(line.begin), line.size(), ' ');
    }
  }
  std::vector<Halves> halves;
  std::size_t begin = 0;
  for (const auto& stored : pages) {
    const std::size_t size = stored.page.text.size();
    halves.push_back({body.substr(begin, size), related.substr(begin, size)});
    begin += size + 1;
  }
  return halves;
}

void remove_document(Database& index, std::int64_t document) {
  index.prepare("DELETE FROM texts WHERE rowid IN (SELECT page_key FROM pages WHERE document = ?1)")
      .bind(document)
      .run();
  index.prepare("DELETE FROM pages WHERE document = ?1").bind(document).run();
  index.prepare("DELETE FROM documents WHERE document = ?1").bind(document).run();
}

void add_document(Database& index, const Wanted& wanted, const std::vector<store::StoredPage>& pages,
                  const text::PageMarkers& markers) {
  const std::vector<Halves> halves = halves_of(pages, markers);
  std::int64_t key = next_key(index, day_number(wanted.published));
  auto text = index.prepare("INSERT INTO texts (rowid, body, related) VALUES (?1, ?2, ?3)");
  auto page = index.prepare("INSERT INTO pages VALUES (?1, ?2, ?3)");
  for (std::size_t i = 0; i < pages.size(); ++i, --key) {
    text.bind(key).bind(halves[i].body).bind(halves[i].related).run();
    page.bind(key).bind(wanted.document).bind(pages[i].page.number).run();
  }
  index.prepare("INSERT INTO documents VALUES (?1, ?2)").bind(wanted.document).bind(wanted.stamp).run();
}

void create(Database& index) {
  store::Transaction transaction(index);
  index.execute(kTables);
  index.execute("PRAGMA user_version = " + std::to_string(kVersion));
  transaction.commit();
}

bool is_ours(Database& index) {
  auto version = index.prepare("PRAGMA user_version");
  return version.step() && version.integer(0) == kVersion;
}

class Updater {
 public:
  Updater(store::Archive& archive, const text::PageMarkers& markers) : archive_(archive), markers_(markers) {}

  Result<IndexUpdate> run(bool anew) {
    std::vector<Wanted> wanted;
    const auto read = archive_.read([&](Database& database) { wanted = wanted_documents(database); });
    if (!read) return tl::unexpected<Error>(read.error());
    const fs::path file = index_file(archive_.folder());
    IndexUpdate update;
    if (!anew && fs::exists(file) && is_current(file, wanted)) return update;
    update.rebuilt = anew || !fs::exists(file);
    if (anew) remove_files(file);
    Database index(file, store::OpenMode::kWrite);
    if (!is_ours(index)) create(index);
    store::Transaction transaction(index);
    const auto stamps = indexed_documents(index);
    if (const auto done = change(index, wanted, stamps, update); !done) return tl::unexpected<Error>(done.error());
    transaction.commit();
    return update;
  }

 private:
  // Read only, so that an archive on a disk that cannot be written to can be searched.
  static bool is_current(const fs::path& file, const std::vector<Wanted>& wanted) {
    Database index(file, store::OpenMode::kRead);
    if (!is_ours(index)) return false;
    std::map<std::int64_t, std::string> stamps;
    for (const Wanted& one : wanted) stamps.emplace(one.document, one.stamp);
    return stamps == indexed_documents(index);
  }

  static void remove_files(const fs::path& file) {
    for (const char* tail : {"", "-journal", "-wal", "-shm"}) fs::remove(fs::path(file.string() + tail));
  }

  Result<void> change(Database& index, const std::vector<Wanted>& wanted,
                      const std::map<std::int64_t, std::string>& stamps, IndexUpdate& update) {
    std::map<std::int64_t, std::string> left = stamps;
    for (const Wanted& one : wanted) {
      const auto known = left.find(one.document);
      const bool current = known != left.end() && known->second == one.stamp;
      if (known != left.end() && current) left.erase(known);
    }
    for (const auto& [document, stamp] : left) {
      remove_document(index, document);
      ++update.removed;
    }
    for (const Wanted& one : wanted) {
      const auto known = stamps.find(one.document);
      if (known != stamps.end() && known->second == one.stamp) continue;
      const auto pages = store::load_pages(archive_, one.document);
      if (!pages) return tl::unexpected<Error>(pages.error());
      add_document(index, one, *pages, markers_);
      ++update.added;
    }
    return {};
  }

  store::Archive& archive_;
  const text::PageMarkers& markers_;
};

}  // namespace

Result<IndexUpdate> update_index(store::Archive& archive, const text::PageMarkers& markers, bool rebuild) {
  store::provide_word_tokenizer();
  for (const bool anew : {rebuild, true}) {
    try {
      return Updater(archive, markers).run(anew);
    } catch (const store::DatabaseFault& fault) {
      const bool out_of_reach = fault.kind == store::FaultKind::kFull || fault.kind == store::FaultKind::kReadOnly ||
                                fault.kind == store::FaultKind::kBusy;
      if (anew || out_of_reach) {
        return fail(ErrorCode::kFileAccess,
                    {"the search index cannot be built: " + std::string(fault.what()),
                     "không dựng được chỉ mục tìm kiếm: " + std::string(fault.what())},
                    index_file(archive.folder()).string());
      }
    } catch (const fs::filesystem_error& error) {
      return fail(ErrorCode::kFileAccess,
                  {"the search index cannot be replaced: " + error.code().message(),
                   "không thay được chỉ mục tìm kiếm: " + error.code().message()},
                  index_file(archive.folder()).string());
    }
  }
  return IndexUpdate{};
}

Result<store::Archive> open_for_search(const fs::path& folder) {
  store::provide_word_tokenizer();
  return store::Archive::open(folder, store::Access::kRead);
}

void attach_index(store::Database& database, const fs::path& archive_folder) {
  database.prepare("ATTACH DATABASE ?1 AS search").bind(index_file(archive_folder).string()).run();
}

}  // namespace trichluc
