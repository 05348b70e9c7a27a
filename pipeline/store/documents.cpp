#include "pipeline/store/documents.h"

#include <filesystem>
#include <utility>

#include "pipeline/record/record_json.h"
#include "pipeline/store/failures.h"
#include "pipeline/store/originals.h"
#include "pipeline/store/page_json.h"

namespace trichluc::store {
namespace {

DocumentState state_of(std::string_view name) {
  if (name == "done") return DocumentState::kDone;
  return name == "withdrawn" ? DocumentState::kWithdrawn : DocumentState::kReading;
}

TextOrigin origin_of(std::string_view name) {
  for (const TextOrigin origin : {TextOrigin::kPlain, TextOrigin::kEmbedded, TextOrigin::kOcr, TextOrigin::kMixed}) {
    if (name == name_of(origin)) return origin;
  }
  return TextOrigin::kFailed;
}

void insert_document(Database& database, const Document& head, std::size_t bytes, const std::string& path) {
  database
      .prepare(
          "INSERT INTO documents (id, bytes, original, state, source, media_type, encoding, page_count, meta_title, "
          "meta_publisher, meta_author, meta_published, url, head_warnings) "
          "VALUES (?, ?, ?, 'reading', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(head.id)
      .bind(static_cast<std::int64_t>(bytes))
      .bind(original_name(head.id))
      .bind(path)
      .bind(head.media_type)
      .bind(head.encoding)
      .bind(head.page_count)
      .bind(head.title)
      .bind(head.publisher)
      .bind(head.author)
      .bind(head.published_meta)
      .bind(head.url)
      .bind(messages_to_json(head.warnings))
      .run();
}

void insert_path(Database& database, std::int64_t document, const std::string& path, const std::string& container) {
  database
      .prepare(
          "INSERT INTO paths (path, document, container, complete) VALUES (?, ?, ?, ?) "
          "ON CONFLICT (path) DO UPDATE SET document = excluded.document, container = excluded.container")
      .bind(path)
      .bind(document)
      .bind_or_null(container)
      .bind(container.empty() ? 0 : 1)
      .run();
  database
      .prepare("UPDATE documents SET source = (SELECT min(path) FROM paths WHERE document = ?1) WHERE document = ?1")
      .bind(document)
      .run();
}

[[noreturn]] void unreadable_json() {
  throw DatabaseFault(FaultKind::kDamaged, "the words or layout of a page are not what was written");
}

StoredPage page_of(const Statement& row) {
  StoredPage stored;
  Page& page = stored.page;
  page.number = static_cast<int>(row.integer(0));
  page.text = row.text(1);
  page.origin = origin_of(row.text(2));
  page.reason = row.text(3);
  page.width = row.real(4);
  page.height = row.real(5);
  auto warnings = messages_from_json(row.text(8));
  if (!words_from_json(row.text(6), page) || !layout_from_json(row.text(7), page) || !warnings) unreadable_json();
  page.warnings = std::move(*warnings);
  stored.engine = row.text(9);
  stored.model = row.text(10);
  stored.fingerprint = row.text(11);
  return stored;
}

void write_page(Database& database, std::int64_t document, const StoredPage& stored) {
  const Page& page = stored.page;
  database
      .prepare(
          "INSERT OR REPLACE INTO pages (document, number, text, origin, reason, width, height, words, layout, "
          "warnings, engine, model, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(document)
      .bind(page.number)
      .bind(page.text)
      .bind(name_of(page.origin))
      .bind(page.reason)
      .bind(page.width)
      .bind(page.height)
      .bind(words_to_json(page))
      .bind(layout_to_json(page))
      .bind(messages_to_json(page.warnings))
      .bind(stored.engine)
      .bind(stored.model)
      .bind(stored.fingerprint)
      .run();
}

}  // namespace

std::string_view essence(std::string_view fingerprint) {
  const std::size_t bar = fingerprint.find(" | ");
  return bar == std::string_view::npos ? fingerprint : fingerprint.substr(bar + 3);
}

std::vector<FoundDocument> find_documents(Database& database, const std::string& named) {
  constexpr std::size_t kLeast = 8;
  constexpr std::string_view kHash = "sha256:";
  const std::string id = named.starts_with(kHash) ? named : std::string(kHash) + named;
  const bool long_enough = id.size() >= kLeast + kHash.size();
  Statement row = database.prepare(
      "SELECT document, id FROM documents WHERE (?1 AND substr(id, 1, length(?2)) = ?2) OR document IN "
      "(SELECT document FROM paths WHERE path = ?3 OR path = ?4)");
  row.bind(long_enough ? 1 : 0).bind(id).bind(named);
  row.bind(std::filesystem::absolute(named).lexically_normal().string());
  std::vector<FoundDocument> found;
  while (row.step()) found.push_back({row.integer(0), row.text(1)});
  return found;
}

Result<DocumentKey> add_document(Archive& archive, const Document& head, std::size_t bytes, const std::string& path,
                                 const std::string& container) {
  DocumentKey key;
  const auto written = archive.write([&](Database& database) {
    Statement find = database.prepare("SELECT document, state FROM documents WHERE id = ?");
    key.known = find.bind(head.id).step();
    if (key.known) {
      key.row = find.integer(0);
      key.state = state_of(find.text(1));
    } else {
      insert_document(database, head, bytes, path);
      key.row = database.last_row();
    }
    insert_path(database, key.row, path, container);
  });
  if (!written) return tl::unexpected(written.error());
  return key;
}

Result<Document> load_head(Archive& archive, std::int64_t document) {
  Document head;
  const auto read = archive.read([&](Database& database) {
    Statement row = database.prepare(
        "SELECT id, original, media_type, encoding, page_count, meta_title, meta_publisher, meta_author, "
        "meta_published, url, head_warnings FROM documents WHERE document = ?");
    if (!row.bind(document).step()) throw DatabaseFault(FaultKind::kDamaged, "a document is missing");
    head.id = row.text(0);
    head.source = row.text(1);
    head.media_type = row.text(2);
    head.encoding = row.text(3);
    head.page_count = static_cast<int>(row.integer(4));
    head.title = row.text(5);
    head.publisher = row.text(6);
    head.author = row.text(7);
    head.published_meta = row.text(8);
    head.url = row.text(9);
    auto warnings = messages_from_json(row.text(10));
    if (!warnings) unreadable_json();
    head.warnings = std::move(*warnings);
  });
  if (!read) return tl::unexpected(read.error());
  return head;
}

Result<void> keep_page(Archive& archive, std::int64_t document, const StoredPage& stored) {
  return archive.write([&](Database& database) {
    write_page(database, document, stored);
    note_page(database, document, stored.page);
  });
}

Result<std::vector<StoredPage>> load_pages(Archive& archive, std::int64_t document) {
  std::vector<StoredPage> pages;
  const auto read = archive.read([&](Database& database) {
    Statement row = database.prepare(
        "SELECT number, text, origin, reason, width, height, words, layout, warnings, engine, model, fingerprint "
        "FROM pages WHERE document = ? ORDER BY number");
    row.bind(document);
    while (row.step()) pages.push_back(page_of(row));
  });
  if (!read) return tl::unexpected(read.error());
  return pages;
}

}  // namespace trichluc::store
