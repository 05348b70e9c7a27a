#include "pipeline/query/search.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/base/utf8.h"
#include "pipeline/query/search_filters.h"
#include "pipeline/query/search_index.h"
#include "pipeline/query/search_matches.h"
#include "pipeline/record/evidence.h"
#include "pipeline/store/page_json.h"

namespace trichluc {
namespace {

using store::Database;

constexpr std::size_t kAround = 90;  // bytes of a snippet before and after the first match

struct Row {
  std::int64_t document = 0;
  int page = 1;
  bool exact = true;
  std::string leader;  // what near duplicates are folded by
};

class Search {
 public:
  Search(Database& database, const SearchQuery& query, const SearchOptions& options)
      : database_(database), query_(query), options_(options), filter_(database, query.filters) {}

  std::vector<SearchHit> run() {
    if (!query_.node) {
      collect("SELECT page_key, document, number FROM search.pages ORDER BY page_key DESC", "", true);
    } else {
      const std::string sql =
          "SELECT t.rowid, p.document, p.number FROM search.texts t JOIN search.pages p ON p.page_key = t.rowid "
          "WHERE t.texts MATCH ?1 ORDER BY t.rowid DESC";
      collect(sql, to_fts5(*query_.node, false), true);
      if (rows_.size() < options_.limit && expands(*query_.node)) collect(sql, to_fts5(*query_.node, true), false);
    }
    std::vector<SearchHit> hits;
    for (const Row& row : rows_) hits.push_back(hit_of(row));
    return hits;
  }

 private:
  void collect(const std::string& sql, const std::string& expression, bool exact) {
    auto found = database_.prepare(sql);
    if (!expression.empty()) found.bind((options_.related ? "" : "body : ") + ("(" + expression + ")"));
    while (rows_.size() < options_.limit && found.step()) {
      const Row row{found.integer(1), static_cast<int>(found.integer(2)), exact, leader_of(found.integer(1))};
      if (!seen_.insert(found.integer(0)).second || !filter_.passes(row.document, row.page)) continue;
      const auto first = documents_.emplace(row.leader, row.document).first;
      if (first->second == row.document) {
        rows_.push_back(row);
      } else {
        folded_[row.leader].insert(row.document);
      }
    }
  }

  std::string leader_of(std::int64_t document) {
    auto group = database_.prepare("SELECT leader FROM main.groups WHERE document = ?1");
    group.bind(document);
    return group.step() ? group.text(0) : "#" + std::to_string(document);
  }

  std::string id_of(std::int64_t document) {
    auto id = database_.prepare("SELECT id FROM main.documents WHERE document = ?1");
    id.bind(document);
    return id.step() ? id.text(0) : "";
  }

  SearchHit hit_of(const Row& row) {
    auto told = database_.prepare(
        "SELECT d.id, d.source, d.title, d.publisher, d.published, p.text, p.words FROM main.effective_documents d "
        "JOIN main.pages p USING (document) WHERE d.document = ?1 AND p.number = ?2");
    told.bind(row.document).bind(row.page);
    SearchHit hit;
    if (!told.step()) return hit;
    hit.document = told.text(0);
    hit.source = told.text(1);
    hit.title = told.text(2);
    hit.publisher = told.text(3);
    hit.published = told.text(4);
    hit.page = row.page;
    hit.exact = row.exact;
    Page page;
    page.number = row.page;
    page.text = told.text(5);
    store::words_from_json(told.text(6), page);
    add_snippet(hit, page, query_.node ? find_matches(page.text, *query_.node, !row.exact) : std::vector<Span>{});
    for (const std::int64_t other : folded_[row.leader]) hit.same_report.push_back(id_of(other));
    return hit;
  }

  static void add_snippet(SearchHit& hit, const Page& page, const std::vector<Span>& matches) {
    const Span shown = snippet_around(page.text, matches.empty() ? Span{0, 0} : matches.front(), kAround);
    const CodePointOffsets offsets(page.text);
    hit.snippet = slice(page.text, shown);
    hit.start = offsets.at(shown.begin);
    for (const Span match : matches) {
      if (!shown.contains(match)) continue;
      hit.matches.push_back({offsets.at(match.begin),
                             offsets.at(match.end),
                             {match.begin - shown.begin, match.end - shown.begin},
                             line_boxes(page, match)});
    }
  }

  Database& database_;
  const SearchQuery& query_;
  const SearchOptions& options_;
  SearchFilter filter_;
  std::vector<Row> rows_;
  std::set<std::int64_t> seen_;
  std::map<std::string, std::int64_t> documents_;  // by leader: the one that is shown
  std::map<std::string, std::set<std::int64_t>> folded_;
};

}  // namespace

Result<std::vector<SearchHit>> search(store::Archive& archive, const SearchQuery& query, const SearchOptions& options) {
  std::vector<SearchHit> hits;
  const auto done = archive.read([&](Database& database) {
    attach_index(database, archive.folder());
    hits = Search(database, query, options).run();
    database.execute("DETACH DATABASE search");
  });
  if (!done) return tl::unexpected<Error>(done.error());
  return hits;
}

}  // namespace trichluc
