#include "pipeline/query/search/shown_page.h"

#include <algorithm>
#include <set>

#include "pipeline/base/byte_of.h"
#include "pipeline/query/effective_facts.h"
#include "pipeline/record/evidence.h"
#include "pipeline/store/page_json.h"

namespace trichluc {
namespace {

using store::Database;

void add_pages(Database& database, bool fact, std::int64_t key, std::size_t page, std::vector<ShownPage>& out) {
  auto pages = database.prepare(
      std::string("SELECT d.id, d.source, p.number, p.text, p.words, p.width, p.height, d.original FROM pages p JOIN "
                  "documents d USING (document) WHERE ") +
      (fact ? "(p.document, p.number) IN (SELECT document, page FROM evidence WHERE fact = ?1)" : "p.document = ?1") +
      " ORDER BY p.number");
  pages.bind(key);
  while (pages.step()) {
    if (page != 0 && pages.integer(2) != static_cast<std::int64_t>(page)) continue;
    Page read;
    read.text = pages.text(3);
    store::words_from_json(pages.text(4), read);
    ShownPage shown{pages.text(0), pages.text(1), static_cast<int>(pages.integer(2)), read.text, {}, {}, 0, 0, "", {}};
    shown.width = pages.real(5);
    shown.height = pages.real(6);
    shown.original = pages.text(7);
    auto marks =
        database.prepare(R"(SELECT "start", "end" FROM evidence WHERE fact = ?1 AND page = ?2 ORDER BY "start")");
    marks.bind(fact ? key : -1).bind(shown.page);
    while (marks.step()) {
      shown.marks.push_back({byte_of(shown.text, marks.integer(0)), byte_of(shown.text, marks.integer(1))});
      const std::vector<Box> lines = line_boxes(read, shown.marks.back());
      shown.boxes.insert(shown.boxes.end(), lines.begin(), lines.end());
    }
    shown.corrections = fact ? corrections_of(database, key) : corrections_of_page(database, key, shown.page);
    if (!fact && out.empty()) {
      for (AppliedCorrection& one : corrections_of_document(database, key)) shown.corrections.push_back(std::move(one));
    }
    out.push_back(std::move(shown));
  }
}

std::vector<std::int64_t> keys_of(Database& database, const std::string& sql, const std::string& id) {
  std::vector<std::int64_t> keys;
  auto rows = database.prepare(sql);
  rows.bind(id);
  while (rows.step()) keys.push_back(rows.integer(0));
  return keys;
}

}  // namespace

Result<std::vector<ShownPage>> pages_to_show(store::Archive& archive, const std::string& id, std::size_t page) {
  std::vector<ShownPage> shown;
  std::size_t found = 0;
  const auto done = archive.read([&](Database& database) {
    const auto facts = keys_of(database, "SELECT fact FROM facts WHERE substr(id, 1, length(?1)) = ?1", id);
    const auto documents =
        keys_of(database,
                "SELECT document FROM documents WHERE state = 'done' AND (substr(id, 1, length(?1)) = ?1"
                " OR substr(id, 8, length(?1)) = ?1)",
                id);
    found = facts.size() + documents.size();
    if (found == 1) add_pages(database, !facts.empty(), facts.empty() ? documents.front() : facts.front(), page, shown);
  });
  if (!done) return tl::unexpected<Error>(done.error());
  if (found > 1) {
    return fail(ErrorCode::kBadArguments,
                {"several ids begin so; give more of it", "có nhiều mã bắt đầu như vậy; hãy ghi dài hơn"}, id);
  }
  if (shown.empty()) {
    return fail(ErrorCode::kBadArguments,
                {"no document, fact or page of this id", "không có tài liệu, dữ kiện hay trang nào có mã này"}, id);
  }
  return shown;
}

}  // namespace trichluc
