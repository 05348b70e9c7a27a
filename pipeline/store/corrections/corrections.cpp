#include "pipeline/store/corrections/corrections.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "pipeline/base/utf8.h"
#include "pipeline/source/hash.h"
#include "pipeline/store/corrections/correction_rows.h"
#include "pipeline/store/corrections/correction_targets.h"
#include "pipeline/store/corrections/said_values.h"
#include "pipeline/store/corrections/settle.h"
#include "pipeline/store/documents.h"

namespace trichluc::store {
namespace {

void settle(Database& database, std::int64_t document) {
  unsettle_corrections(database, document);
  settle_corrections(database, document);
  // A change of the document: what was made from its facts, the search index among it, is of yesterday.
  database.prepare("UPDATE documents SET state = state WHERE document = ?1").bind(document).run();
}

// Runs the work in one transaction; where it finds a fault nothing was written.
Result<std::int64_t> in_transaction(Archive& archive, const std::function<Result<std::int64_t>(Database&)>& work) {
  std::optional<Error> fault;
  std::int64_t correction = 0;
  const auto written = archive.write([&](Database& database) {
    const auto done = work(database);
    if (done) {
      correction = *done;
    } else {
      fault = done.error();
    }
  });
  if (!written) return tl::unexpected(written.error());
  if (fault) return tl::unexpected(*fault);
  return correction;
}

Result<std::int64_t> judge_fact(Archive& archive, const std::string& fact, const std::string& action,
                                const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const auto target = find_fact(database, fact);
    if (!target) return tl::unexpected(target.error());
    if (const auto fault = rejected_before(database, *target)) return tl::unexpected(*fault);
    const std::int64_t correction = put_correction(database, action, target->document_id, author);
    if (action == "confirm") {
      for (const FieldValue& one : says_now(database, *target)) put_field(database, correction, one, one.value);
    }
    put_anchor(database, correction, 0, anchor_of(database, *target));
    settle(database, target->document);
    return correction;
  });
}

Result<NewAnchor> person_of(Database& database, const std::string& named) {
  constexpr std::size_t kDigits = 8;
  const bool is_id = named.size() >= kDigits && named.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!is_id) {
    if (named.empty()) return wrong({"give a name or the id of an official", "hãy ghi tên hoặc mã"}, named);
    return NewAnchor{"", "name", named, 0, {}, "", true};
  }
  const auto target = find_fact(database, named);
  if (!target) return tl::unexpected(target.error());
  if (target->type != "official") return wrong({"this fact is no official", "bản ghi này không phải là người"}, named);
  return anchor_of(database, *target);
}

void settle_documents_of(Database& database, std::int64_t correction) {
  std::vector<std::int64_t> documents;
  Statement row = database.prepare(
      "SELECT DISTINCT d.document FROM documents AS d WHERE d.state <> 'withdrawn' AND (d.id IN (SELECT document FROM "
      "anchors WHERE correction = ?1) OR d.id = (SELECT document FROM corrections WHERE correction = ?1))");
  row.bind(correction);
  while (row.step()) documents.push_back(row.integer(0));
  for (const std::int64_t document : documents) settle(database, document);
}

// The facts are to be made anew: what they are made of has changed.
void make_stale(Database& database, const std::string& document) {
  database.prepare("UPDATE documents SET facts_fingerprint = '' WHERE id = ?").bind(document).run();
}

bool changes_reading(const std::string& action) {
  return action == "text" || action == "metadata";
}

}  // namespace

Result<std::int64_t> correct_fact(Archive& archive, const std::string& fact, const std::vector<FieldValue>& values,
                                  const KnownNames& known, const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const auto target = find_fact(database, fact);
    if (!target) return tl::unexpected(target.error());
    if (const auto fault = rejected_before(database, *target)) return tl::unexpected(*fault);
    const auto checked = checked_fields(target->type, values, known);
    if (!checked) return tl::unexpected(checked.error());
    const std::int64_t correction = put_correction(database, "correct", target->document_id, author);
    const auto now = says_now(database, *target);
    for (const FieldValue& one : *checked) put_field(database, correction, one, value_in(now, one.field));
    put_anchor(database, correction, 0, anchor_of(database, *target));
    settle(database, target->document);
    return correction;
  });
}

Result<std::int64_t> reject_fact(Archive& archive, const std::string& fact, const Author& author) {
  return judge_fact(archive, fact, "reject", author);
}

Result<std::int64_t> confirm_fact(Archive& archive, const std::string& fact, const Author& author) {
  return judge_fact(archive, fact, "confirm", author);
}

Result<std::int64_t> correct_metadata(Archive& archive, const std::string& document,
                                      const std::vector<FieldValue>& values, const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const auto found = find_document(database, document);
    if (!found) return tl::unexpected(found.error());
    for (const FieldValue& one : values) {
      const auto checked = checked_metadata(one.field, one.value);
      if (!checked) return tl::unexpected(checked.error());
    }
    const std::int64_t correction = put_correction(database, "metadata", found->id, author);
    for (const FieldValue& one : values) {
      Statement now = database.prepare("SELECT " + one.field + " FROM effective_documents WHERE document = ?");
      put_field(database, correction, one, now.bind(found->row).step() ? now.text(0) : "");
    }
    settle(database, found->row);
    make_stale(database, found->id);
    return correction;
  });
}

Result<std::int64_t> add_fact(Archive& archive, const NewFact& fact, const KnownNames& known, const Author& author) {
  std::vector<FieldValue> values = fact.values;
  const std::string type = value_in(values, "type");
  values.erase(std::remove_if(values.begin(), values.end(), [](const FieldValue& v) { return v.field == "type"; }),
               values.end());
  if (correctable_fields(type).empty()) {
    return wrong({"give type=…: count, aid_value, share, date, official or legal_document",
                  "hãy ghi type=…: count, aid_value, share, date, official hoặc legal_document"},
                 "type=" + type);
  }
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const auto document = find_document(database, fact.document);
    if (!document) return tl::unexpected(document.error());
    const auto checked = checked_fields(type, values, known);
    if (!checked) return tl::unexpected(checked.error());
    if (const auto fault = missing_field(type, *checked)) return tl::unexpected(*fault);
    const auto text = find_page(database, *document, fact.page);
    if (!text) return tl::unexpected(text.error());
    const auto words = find_words(*text, fact.quote, fact.page);
    if (!words) return tl::unexpected(words.error());
    const std::int64_t correction = put_correction(database, "add", document->id, author);
    for (const FieldValue& one : *checked) put_field(database, correction, one, "");
    constexpr std::size_t kIdDigits = 16;
    const std::string root =
        sha256_hex("added|" + document->id + "|" + std::to_string(correction)).substr(0, kIdDigits);
    put_anchor(database, correction, 0, {document->id, type, root, fact.page, *words, said_by(type, *checked), true});
    settle(database, document->row);
    return correction;
  });
}

Result<std::int64_t> correct_text(Archive& archive, const NewText& text, const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const auto document = find_document(database, text.document);
    if (!document) return tl::unexpected(document.error());
    const auto page = find_page(database, *document, text.page);
    if (!page) return tl::unexpected(page.error());
    const std::size_t first = text.text.empty() ? std::string::npos : page->find(text.text);
    if (first == std::string::npos || page->find(text.text, first + 1) != std::string::npos) {
      const std::string n = std::to_string(text.page);
      const bool none = first == std::string::npos;
      return wrong({none ? "these words do not stand on page " + n
                         : "these words stand on page " + n + " more than once; give more of them",
                    none ? "trang " + n + " không có những chữ này"
                         : "những chữ này có nhiều lần ở trang " + n + "; hãy ghi dài hơn"},
                   text.text);
    }
    const CodePointOffsets offsets(*page);
    const std::int64_t correction = put_correction(database, "text", document->id, author);
    put_field(database, correction, {"text", text.with}, text.text);
    put_anchor(database, correction, 0,
               {document->id, "text", "", text.page,
                anchor_at(*page, offsets.at(first), offsets.at(first + text.text.size())), "", true});
    settle(database, document->row);
    make_stale(database, document->id);
    return correction;
  });
}

Result<std::int64_t> merge_people(Archive& archive, const std::string& one, const std::string& other,
                                  const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const auto a = person_of(database, one);
    if (!a) return tl::unexpected(a.error());
    const auto b = person_of(database, other);
    if (!b) return tl::unexpected(b.error());
    if (a->root == b->root) return wrong({"both are the same", "hai bên là một"}, one);
    const std::int64_t correction = put_correction(database, "merge", a->document, author);
    put_anchor(database, correction, 0, *a);
    put_anchor(database, correction, 1, *b);
    settle_documents_of(database, correction);
    return correction;
  });
}

Result<std::int64_t> split_person(Archive& archive, const std::string& fact, const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const auto person = person_of(database, fact);
    if (!person) return tl::unexpected(person.error());
    if (person->type == "name") {
      return wrong({"give the id of the fact that names the other person", "hãy ghi mã bản ghi nói về người kia"},
                   fact);
    }
    const std::int64_t correction = put_correction(database, "split", person->document, author);
    put_anchor(database, correction, 0, *person);
    settle_documents_of(database, correction);
    return correction;
  });
}

Result<bool> names_fact(Archive& archive, const std::string& named) {
  bool found = false;
  const auto read = archive.read([&](Database& database) {
    Statement row = database.prepare("SELECT 1 FROM facts WHERE substr(id, 1, length(?1)) = ?1 LIMIT 1");
    found = !named.empty() && row.bind(named).step();
  });
  if (!read) return tl::unexpected(read.error());
  return found;
}

Result<std::int64_t> undo_correction(Archive& archive, std::int64_t correction, const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Result<std::int64_t> {
    const std::string n = std::to_string(correction);
    Statement row = database.prepare("SELECT action, document FROM corrections_in_force WHERE correction = ?");
    if (!row.bind(correction).step()) {
      return wrong({"no correction of this number is in force", "không có hiệu chỉnh nào số này đang có hiệu lực"}, n);
    }
    const std::string action = row.text(0);
    const std::string document = row.text(1);
    const std::int64_t undo = put_correction(database, "undo", document, author, correction);
    settle_documents_of(database, correction);
    if (changes_reading(action)) make_stale(database, document);
    return undo;
  });
}

}  // namespace trichluc::store
