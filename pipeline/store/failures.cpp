#include "pipeline/store/failures.h"

#include <utility>

namespace trichluc::store {
namespace {

// Messages say what is wrong, and after a semicolon what to do.
std::pair<std::string, std::string> split_hint(const std::string& text) {
  const std::size_t semicolon = text.find("; ");
  if (semicolon == std::string::npos) return {text, ""};
  return {text.substr(0, semicolon), text.substr(semicolon + 2)};
}

void insert(Database& database, const Failure& failure) {
  database
      .prepare(
          "INSERT OR REPLACE INTO failures (path, page, stage, code, reason_en, reason_vi, hint_en, hint_vi) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(failure.path)
      .bind(failure.page)
      .bind(failure.stage)
      .bind(failure.code)
      .bind(failure.reason.en)
      .bind(failure.reason.vi)
      .bind(failure.hint.en)
      .bind(failure.hint.vi)
      .run();
}

Failure failure_of(const std::string& path, int page, const char* stage, ErrorCode code, const Message& what) {
  auto [reason_en, hint_en] = split_hint(what.en);
  auto [reason_vi, hint_vi] = split_hint(what.vi);
  return {path, page, stage, static_cast<int>(code), {reason_en, reason_vi}, {hint_en, hint_vi}};
}

std::string without_prefix(const std::string& text, const std::string& prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

// The page's own warning says it in both languages; its reason only in English.
Message reason_of(const Page& page) {
  const std::string n = std::to_string(page.number);
  if (page.warnings.empty()) return {page.reason, page.reason};
  const Message& told = page.warnings.back();
  return {without_prefix(told.en, "page " + n + ": "), without_prefix(told.vi, "trang " + n + ": ")};
}

}  // namespace

Result<void> note_refusal(Archive& archive, const std::string& path, const Error& error) {
  return archive.write([&](Database& database) {
    const char* stage = error.code == ErrorCode::kFileAccess ? "access" : "open";
    insert(database, failure_of(path, 0, stage, error.code, error.what));
  });
}

void note_page(Database& database, std::int64_t document, const Page& page) {
  Statement find = database.prepare("SELECT id FROM documents WHERE document = ?");
  if (!find.bind(document).step()) return;
  const std::string id = find.text(0);
  database.prepare("DELETE FROM failures WHERE path = ? AND page = ?").bind(id).bind(page.number).run();
  if (page.origin != TextOrigin::kFailed) return;
  insert(database, failure_of(id, page.number, "page", ErrorCode::kUnreadableInput, reason_of(page)));
  database.prepare("UPDATE failures SET document = ? WHERE path = ? AND page = ?")
      .bind(document)
      .bind(id)
      .bind(page.number)
      .run();
}

Result<std::vector<Failure>> list_failures(Archive& archive) {
  std::vector<Failure> failures;
  const auto read = archive.read([&](Database& database) {
    Statement row = database.prepare(
        "SELECT coalesce(d.source, f.path) AS name, f.page, f.stage, f.code, f.reason_en, f.reason_vi, f.hint_en, "
        "f.hint_vi FROM failures AS f LEFT JOIN documents AS d USING (document) ORDER BY name, f.page");
    while (row.step()) {
      failures.push_back({row.text(0),
                          static_cast<int>(row.integer(1)),
                          row.text(2),
                          static_cast<int>(row.integer(3)),
                          {row.text(4), row.text(5)},
                          {row.text(6), row.text(7)}});
    }
  });
  if (!read) return tl::unexpected(read.error());
  return failures;
}

}  // namespace trichluc::store
