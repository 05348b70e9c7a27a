#include "pipeline/store/corrections/correction_targets.h"

#include <utility>

#include "pipeline/base/utf8.h"
#include "pipeline/store/corrections/effective_rows.h"

namespace trichluc::store {

tl::unexpected<Error> wrong(Message what, const std::string& where) {
  return fail(ErrorCode::kBadArguments, std::move(what), where);
}

Result<TargetFact> find_fact(Database& database, const std::string& named) {
  Statement row = database.prepare(
      "SELECT f.fact, f.document, f.id, f.type, d.id, coalesce((SELECT a.root FROM anchored AS n JOIN anchors AS a "
      "USING (correction, ordinal) WHERE n.fact = f.fact LIMIT 1), f.id) FROM facts AS f JOIN documents AS d USING "
      "(document) WHERE substr(f.id, 1, length(?1)) = ?1 LIMIT 2");
  row.bind(named);
  std::optional<TargetFact> found;
  int count = 0;
  while (!named.empty() && row.step()) {
    ++count;
    found = TargetFact{row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.text(5)};
  }
  if (count == 1) return *found;
  if (count > 1)
    return wrong({"several facts have ids that begin so; give more digits",
                  "nhiều bản ghi có mã bắt đầu như vậy; hãy ghi thêm chữ số"},
                 named);
  return wrong({"no fact has this id", "không bản ghi nào có mã này"}, named);
}

Result<FoundDocument> find_document(Database& database, const std::string& named) {
  const auto found = find_documents(database, named);
  if (found.size() != 1) {
    return wrong({found.empty() ? "no document has this id or path; give 8 digits of its id at least, or its path"
                                : "several documents have ids that begin so; give more digits",
                  found.empty() ? "không tài liệu nào có mã hay đường dẫn này; hãy ghi ít nhất 8 chữ số của mã, hoặc "
                                  "đường dẫn"
                                : "nhiều tài liệu có mã bắt đầu như vậy; hãy ghi thêm chữ số"},
                 named);
  }
  Statement state = database.prepare("SELECT state FROM documents WHERE document = ?");
  if (state.bind(found.front().row).step() && state.text(0) != "withdrawn") return found.front();
  return wrong({"this document was withdrawn", "tài liệu này đã được rút"}, named);
}

Result<std::string> find_page(Database& database, const FoundDocument& document, int page) {
  Statement row = database.prepare("SELECT text FROM pages WHERE document = ? AND number = ?");
  if (row.bind(document.row).bind(page).step()) return row.text(0);
  const std::string n = std::to_string(page);
  return wrong({"the document has no page " + n, "tài liệu không có trang " + n}, document.id);
}

Result<TextAnchor> find_words(const std::string& text, const std::string& quote, int page) {
  const TextAnchor wanted{quote, "", "", 0, 0};
  const std::string n = std::to_string(page);
  const auto found = quote.empty() ? std::nullopt : find_anchor(text, wanted);
  if (!found) {
    return wrong({"these words do not stand on page " + n + "; copy them from: trichluc show ARCHIVE DOC --page " + n,
                  "trang " + n + " không có những chữ này; hãy chép từ: trichluc show KHO TÀI-LIỆU --page " + n},
                 quote);
  }
  constexpr double kAlmost = 0.9;
  if (found->similarity < kAlmost) {
    const std::string nearest = slice_of_code_points(text, found->start, found->end);
    return wrong({"these words do not stand on page " + n + "; the most like are \"" + nearest + "\"",
                  "trang " + n + " không có những chữ này; gần nhất là \"" + nearest + "\""},
                 quote);
  }
  return anchor_at(text, found->start, found->end);
}

std::vector<FieldValue> says_now(Database& database, const TargetFact& target) {
  std::vector<FieldValue> values;
  for (const CorrectableField& field : correctable_fields(target.type)) {
    if (field.form == ValueForm::kFact) continue;
    Statement row = database.prepare("SELECT 1 FROM corrected_facts WHERE fact = ?");
    const std::string table = row.bind(target.row).step() ? "corrected_facts" : "facts";
    const std::string value = field_of(database, table, target.row, field);
    if (!value.empty()) values.push_back({std::string(field.name), value});
  }
  return values;
}

std::optional<Error> rejected_before(Database& database, const TargetFact& target) {
  Statement row = database.prepare("SELECT correction FROM rejected_facts WHERE fact = ?");
  if (!row.bind(target.row).step()) return std::nullopt;
  const std::string number = std::to_string(row.integer(0));
  return Error{
      ErrorCode::kBadArguments,
      {"correction " + number + " rejects this fact; take that back first: trichluc corrections ARCHIVE --undo " +
           number,
       "hiệu chỉnh " + number + " đã bác bỏ bản ghi này; hãy rút lại trước: trichluc corrections KHO --undo " + number},
      target.id};
}

}  // namespace trichluc::store
