#include "pipeline/query/search/index_tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "pipeline/query/search/index_facets.h"
#include "pipeline/query/search/page_halves.h"
#include "pipeline/store/corrections/page_corrections.h"
#include "pipeline/store/index_words.h"
#include "pipeline/store/page_json.h"

namespace trichluc {
namespace {

using store::Database;
using store::Statement;

constexpr const char* kTables = R"sql(
CREATE TABLE settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
-- page_key: days before 9999-99-99 * 2^32, and a number, so that its order is newest first. document 0: it is gone.
-- beside: "begin end …", bytes of the page's text (as readers put it right) that are not of its article.
CREATE TABLE pages (
  page_key INTEGER PRIMARY KEY, document INTEGER NOT NULL, number INTEGER NOT NULL, beside TEXT NOT NULL);
CREATE INDEX pages_by_document ON pages (document);
CREATE VIRTUAL TABLE texts USING fts5(body, related, facets, tokenize = 'trichluc', content = '', columnsize = 0);
CREATE TABLE publishers (publisher INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
-- What a question can be answered by: values that are no part of another, no donor's or sector's, nobody's expectation.
CREATE TABLE measures (
  measure TEXT NOT NULL, place TEXT NOT NULL, period TEXT NOT NULL, page_key INTEGER NOT NULL, fact INTEGER NOT NULL,
  document INTEGER NOT NULL, status TEXT NOT NULL, currency TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (measure, place, period, page_key, fact)) WITHOUT ROWID;
CREATE INDEX measures_by_document ON measures (document);
-- Who held what office in the year of publication; title is plain words, the rest as written.
CREATE TABLE offices (
  title TEXT NOT NULL, year TEXT NOT NULL, page_key INTEGER NOT NULL, fact INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  document INTEGER NOT NULL, title_written TEXT NOT NULL, organization TEXT NOT NULL, place TEXT NOT NULL,
  name TEXT NOT NULL, position TEXT NOT NULL,
  PRIMARY KEY (title, year, page_key, fact, ordinal)) WITHOUT ROWID;
CREATE INDEX offices_by_document ON offices (document);
)sql";

constexpr const char* kFactsOfPage =
    "SELECT f.type, f.section, coalesce(f.currency, ''), coalesce(f.place, ''), f.number, f.first_year, f.last_year, "
    "coalesce(f.name, ''), e.page FROM effective_facts f JOIN evidence e ON e.fact = f.fact WHERE f.document = ?1";

constexpr const char* kMeasures =
    "SELECT CASE f.type WHEN 'aid_value' THEN 'aid' ELSE f.counted END, f.place, f.period, f.fact, "
    "coalesce(f.status, f.stage, ''), coalesce(f.currency, ''), f.value FROM effective_facts f WHERE f.document = ?1"
    " AND (f.type = 'aid_value' OR (f.type = 'count' AND f.counted IN ('ngo', 'project'))) AND f.section <> 'related'"
    " AND coalesce(f.certainty, 'reported') = 'reported' AND f.part_of IS NULL AND f.value IS NOT NULL AND f.per IS "
    "NULL AND f.scope IS NULL AND f.place IS NOT NULL AND f.period IS NOT NULL AND f.sector IS NULL AND f.donor IS NULL"
    " AND f.recipient IS NULL";

constexpr std::int64_t kAfterLastDay = 99999999;

// "2018-07" is 20180700; 0 where nothing is known.
std::int64_t day_number(std::string_view published) {
  std::string digits;
  for (const char c : published.substr(0, 10)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  digits.resize(8, '0');
  return std::stoll(digits);
}

std::optional<std::int64_t> integer_at(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
}

struct Facets {
  std::set<std::string> of_document;
  std::map<int, std::set<std::string>> of_page;

  std::string text(int page) {
    std::set<std::string> all = of_page[page];
    all.insert(of_document.begin(), of_document.end());
    std::string terms;
    for (const std::string& one : all) terms += one + " ";
    return terms;
  }
};

Facets facets_of(Statement& facts, std::int64_t document) {
  Facets facets;
  facts.bind(document);
  while (facts.step()) {
    const std::string type = facts.text(0);
    const auto number = facts.is_null(4) ? std::nullopt : std::optional(facts.real(4));
    add_facets({type, facts.text(1), facts.text(2), facts.text(3), number, integer_at(facts, 5), integer_at(facts, 6)},
               facets.of_page[static_cast<int>(facts.integer(8))]);
    if (type == "official") add_official_facets(facts.text(7), facets.of_document);
  }
  facets.of_document.insert(document_facet(document));
  return facets;
}

std::vector<Page> pages_of(Statement& rows, std::int64_t document) {
  std::vector<Page> pages;
  rows.bind(document);
  while (rows.step()) {
    Page page;
    page.number = static_cast<int>(rows.integer(0));
    page.text = rows.text(1);
    page.origin = rows.text(2) == "ocr" ? TextOrigin::kOcr : TextOrigin::kEmbedded;
    store::layout_from_json(rows.text(3), page);  // one that cannot be read costs the labels, not the words
    pages.push_back(std::move(page));
  }
  return pages;
}

void put_right(Database& archive, std::int64_t document, std::vector<Page>& pages) {
  const auto edits = store::page_edits(archive, document);
  for (Page& page : pages) {
    if (const auto found = edits.find(page.number); found != edits.end()) store::edit_page(page, found->second);
  }
}

std::string numbers_of(const std::vector<Span>& spans) {
  std::string numbers;
  for (const Span span : spans) numbers += std::to_string(span.begin) + " " + std::to_string(span.end) + " ";
  return numbers;
}

std::string plain_words(const std::string& text) {
  std::string words;
  for (const store::IndexWord& word : store::index_words(text)) words += (words.empty() ? "" : " ") + word.plain;
  return words;
}

}  // namespace

void create_index_tables(Database& index) {
  index.execute(kTables);
  // Fewer and longer runs of words to be merged later; 32 MB of memory.
  index.execute("INSERT INTO texts (texts, rank) VALUES ('hashsize', 33554432), ('pgsz', 16200)");
  index.execute("PRAGMA user_version = " + std::to_string(kIndexVersion));
}

bool has_index_tables(Database& index) {
  auto version = index.prepare("PRAGMA user_version");
  return version.step() && version.integer(0) == kIndexVersion;
}

IndexWriter::IndexWriter(Database& archive, Database& index, const text::PageMarkers& markers)
    : archive_(archive),
      index_(index),
      markers_(markers),
      head_(archive.prepare(
          "SELECT published, publisher FROM effective_documents WHERE document = ?1 AND state = 'done'")),
      pages_(archive.prepare("SELECT number, text, origin, layout FROM pages WHERE document = ?1 ORDER BY number")),
      facts_(archive.prepare(kFactsOfPage)),
      measures_(archive.prepare(kMeasures)),
      offices_(archive.prepare(
          "SELECT p.title, f.fact, p.ordinal, p.organization, p.place, f.name, p.text FROM effective_facts "
          "f JOIN effective_positions p ON p.fact = f.fact WHERE f.document = ?1 AND f.section <> 'related'")),
      text_(index.prepare("INSERT INTO texts (rowid, body, related, facets) VALUES (?1, ?2, ?3, ?4)")),
      page_(index.prepare("INSERT INTO pages VALUES (?1, ?2, ?3, ?4)")),
      measure_(index.prepare("INSERT OR IGNORE INTO measures VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")),
      office_(index.prepare("INSERT OR IGNORE INTO offices VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")),
      publisher_(index.prepare("SELECT publisher FROM publishers WHERE name = ?1")),
      last_key_(index.prepare("SELECT max(page_key) FROM pages WHERE page_key >= ?1 AND page_key < ?2")) {
  auto row = archive.prepare(
      "SELECT d.document FROM corrections_in_force c JOIN documents d ON d.id = c.document WHERE c.action = 'text'");
  while (row.step()) corrected_.insert(row.integer(0));
}

void IndexWriter::add(std::int64_t document) {
  if (!head_.bind(document).step()) {
    head_.reset();
    return;
  }
  const std::string published = head_.text(0);
  const std::string publisher = head_.text(1);
  head_.reset();
  std::vector<Page> pages = pages_of(pages_, document);
  if (corrected_.count(document) != 0) put_right(archive_, document, pages);
  const std::vector<PageHalves> halves = halves_of(pages, markers_);
  Facets facets = facets_of(facts_, document);
  if (published.size() >= 4) facets.of_document.insert(published_facet(published.substr(0, 4)));
  if (!publisher.empty()) facets.of_document.insert(publisher_facet(publisher_of(publisher)));
  const std::int64_t first = first_key(published);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::int64_t key = first + static_cast<std::int64_t>(i);
    const std::string terms = facets.text(pages[i].number);
    text_.bind(key).bind(halves[i].body).bind(halves[i].related).bind(terms).run();
    page_.bind(key).bind(document).bind(pages[i].number).bind(numbers_of(halves[i].beside)).run();
  }
  add_measures(document, first);
  add_offices(document, first, published);
}

std::int64_t IndexWriter::first_key(std::string_view published) {
  const std::int64_t first = (kAfterLastDay - day_number(published)) << 32;
  last_key_.bind(first).bind(first + (std::int64_t{1} << 32));
  const std::int64_t key = last_key_.step() && !last_key_.is_null(0) ? last_key_.integer(0) + 1 : first;
  last_key_.reset();
  return key;
}

void IndexWriter::add_measures(std::int64_t document, std::int64_t key) {
  measures_.bind(document);
  while (measures_.step()) {
    measure_.bind(measures_.text(0)).bind(measures_.text(1)).bind(measures_.text(2)).bind(key);
    measure_.bind(measures_.integer(3)).bind(document).bind(measures_.text(4)).bind(measures_.text(5));
    measure_.bind(measures_.text(6)).run();
  }
}

void IndexWriter::add_offices(std::int64_t document, std::int64_t key, std::string_view published) {
  if (published.size() < 4) return;
  offices_.bind(document);
  while (offices_.step()) {
    office_.bind(plain_words(offices_.text(0))).bind(published.substr(0, 4)).bind(key).bind(offices_.integer(1));
    office_.bind(offices_.integer(2)).bind(document).bind(offices_.text(0)).bind(offices_.text(3));
    office_.bind(offices_.text(4)).bind(offices_.text(5)).bind(offices_.text(6)).run();
  }
}

std::int64_t IndexWriter::publisher_of(const std::string& name) {
  publisher_.bind(name);
  const bool known = publisher_.step();
  const std::int64_t number = known ? publisher_.integer(0) : 0;
  publisher_.reset();
  if (known) return number;
  index_.prepare("INSERT INTO publishers (name) VALUES (?1)").bind(name).run();
  return index_.last_row();
}

void IndexWriter::remove(std::int64_t document) {
  index_.prepare("UPDATE pages SET document = 0 WHERE document = ?1").bind(document).run();
  index_.prepare("DELETE FROM measures WHERE document = ?1").bind(document).run();
  index_.prepare("DELETE FROM offices WHERE document = ?1").bind(document).run();
}

}  // namespace trichluc
