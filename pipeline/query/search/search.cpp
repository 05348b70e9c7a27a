#include "pipeline/query/search/search.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>

#include "pipeline/base/byte_of.h"
#include "pipeline/base/utf8.h"
#include "pipeline/query/search/search_filters.h"
#include "pipeline/query/search/search_index.h"
#include "pipeline/query/search/search_matches.h"
#include "pipeline/record/evidence.h"
#include "pipeline/store/corrections/page_corrections.h"
#include "pipeline/store/page_json.h"

namespace trichluc {
namespace {

using store::Database;

constexpr std::size_t kAround = 90;  // bytes of a snippet before and after the first match

struct Row {
  std::int64_t document = 0;
  int page = 1;
  bool exact = true;
  std::string beside;  // of the index
  std::string leader;  // what near duplicates are folded by; empty: it stands alone
};

constexpr const char* kPages =
    "SELECT t.rowid, p.document, p.number, p.beside FROM search.texts t CROSS JOIN search.pages p ON p.page_key = "
    "t.rowid "
    "WHERE t.texts MATCH ?1 ORDER BY t.rowid";

std::vector<Span> spans_in(const std::string& numbers) {
  std::istringstream stream(numbers);
  std::vector<Span> spans;
  for (Span span; stream >> span.begin >> span.end;) spans.push_back(span);
  return spans;
}

class Search {
 public:
  Search(Database& database, const SearchQuery& query, const SearchOptions& options)
      : database_(database),
        query_(query),
        options_(options),
        filter_(database, query.filters),
        leader_(database.prepare("SELECT leader FROM main.groups WHERE document = ?1")),
        members_(database.prepare("SELECT d.id FROM main.groups g JOIN main.documents d USING (document) "
                                  "WHERE g.leader = ?1 AND d.document <> ?2 AND d.state = 'done' ORDER BY d.document")),
        told_(database.prepare("SELECT d.id, d.source, d.title, d.publisher, d.published, p.text, p.words FROM "
                               "main.effective_documents d JOIN main.pages p USING (document) "
                               "WHERE d.document = ?1 AND p.number = ?2")),
        found_(database.prepare(kPages)) {}

  std::vector<SearchHit> run() {
    collect(query_.node ? to_fts5(*query_.node, false) : "", true);
    if (query_.node && rows_.size() < options_.limit && expands(*query_.node)) {
      collect(to_fts5(*query_.node, true), false);
    }
    std::vector<SearchHit> hits;
    for (const Row& row : rows_) hits.push_back(hit_of(row));
    return hits;
  }

 private:
  void collect(const std::string& words, bool exact) {
    std::string expression;
    if (!words.empty()) expression = (options_.related ? "{body related} : (" : "body : (") + words + ")";
    if (!filter_.expression().empty()) {
      expression += (expression.empty() ? "" : " AND ") + ("facets : (" + filter_.expression() + ")");
    }
    found_.reset().bind(expression);
    while (rows_.size() < options_.limit && found_.step()) {
      const std::int64_t document = found_.integer(1);
      const int page = static_cast<int>(found_.integer(2));
      if (document == 0 || (!exact && seen_.count(found_.integer(0)) != 0) || !filter_.passes(document, page)) continue;
      seen_.insert(found_.integer(0));
      Row row{document, page, exact, found_.text(3), leader_of(document)};
      if (row.leader.empty() || shown_.emplace(row.leader, document).first->second == document) {
        rows_.push_back(std::move(row));
      }
    }
    found_.reset();
  }

  std::string leader_of(std::int64_t document) {
    leader_.reset().bind(document);
    std::string leader = leader_.step() ? leader_.text(0) : "";
    leader_.reset();
    return leader;
  }

  SearchHit hit_of(const Row& row) {
    told_.reset().bind(row.document).bind(row.page);
    SearchHit hit;
    if (!told_.step()) return hit;
    hit.document = told_.text(0);
    hit.source = told_.text(1);
    hit.title = told_.text(2);
    hit.publisher = told_.text(3);
    hit.published = told_.text(4);
    hit.page = row.page;
    hit.exact = row.exact;
    Page page;
    page.number = row.page;
    page.text = told_.text(5);
    store::words_from_json(told_.text(6), page);
    add_snippet(hit, page, query_.node ? found_on(page, row) : std::vector<Found>{});
    if (row.leader.empty()) return hit;
    members_.reset().bind(row.leader).bind(row.document);
    while (members_.step()) hit.same_report.push_back(members_.text(0));
    return hit;
  }

  // A match on the page as read.
  struct Found {
    WordMatch match;
    std::string corrected;
  };

  // The words are looked for where readers have put the page right, and shown where that stands on the page as read.
  std::vector<Found> found_on(const Page& page, const Row& row) {
    const auto edits = any_corrected_ ? store::page_edits(database_, row.document) : std::map<int, store::PageEdits>{};
    const auto of_page = edits.find(row.page);
    std::vector<Found> found;
    if (of_page == edits.end()) {
      for (const WordMatch& match : matches_on(page.text, row)) found.push_back({match, ""});
      return found;
    }
    Page corrected = page;
    store::edit_page(corrected, of_page->second);
    const CodePointOffsets offsets(corrected.text);
    for (const WordMatch& match : matches_on(corrected.text, row)) {
      const auto place = store::as_read({offsets.at(match.span.begin), offsets.at(match.span.end)}, of_page->second);
      const Span read{byte_of(page.text, static_cast<std::int64_t>(place.start)),
                      byte_of(page.text, static_cast<std::int64_t>(place.end))};
      const std::string words(slice(corrected.text, match.span));
      found.push_back({{read, match.phrase}, slice(page.text, read) == words ? "" : words});
    }
    return found;
  }

  // Text beside the article is shown only to who has asked for it.
  std::vector<WordMatch> matches_on(const std::string& text, const Row& row) {
    std::vector<WordMatch> matches = find_matches(words_.read(text), *query_.node, !row.exact);
    if (!options_.related) drop_matches_within(spans_in(row.beside), matches);
    return matches;
  }

  static void add_snippet(SearchHit& hit, const Page& page, const std::vector<Found>& found) {
    std::vector<WordMatch> matches;
    for (const Found& one : found) matches.push_back(one.match);
    const Span best = matches.empty() ? Span{0, 0} : matches[best_match(matches, 2 * kAround)].span;
    const Span shown = snippet_around(page.text, best, kAround);
    const CodePointOffsets offsets(page.text);
    hit.snippet = slice(page.text, shown);
    hit.start = offsets.at(shown.begin);
    for (const auto& [match, corrected] : found) {
      const Span span = match.span;
      if (!shown.contains(span)) continue;
      hit.matches.push_back({offsets.at(span.begin),
                             offsets.at(span.end),
                             {span.begin - shown.begin, span.end - shown.begin},
                             line_boxes(page, span),
                             corrected});
    }
  }

  Database& database_;
  const SearchQuery& query_;
  const SearchOptions& options_;
  SearchFilter filter_;
  store::WordReader words_;
  store::Statement leader_, members_, told_, found_;
  bool any_corrected_ = database_.prepare("SELECT 1 FROM corrections WHERE action = 'text' LIMIT 1").step();
  std::vector<Row> rows_;
  std::set<std::int64_t> seen_;
  std::map<std::string, std::int64_t> shown_;  // by leader: the document that stands for the group
};

}  // namespace

Result<std::vector<SearchHit>> search(store::Archive& archive, const SearchQuery& query, const SearchOptions& options) {
  std::vector<SearchHit> hits;
  const auto done = archive.read([&](Database& database) {
    const AttachedIndex index(database, archive.folder());
    hits = Search(database, query, options).run();
  });
  if (!done) return tl::unexpected<Error>(done.error());
  return hits;
}

}  // namespace trichluc
