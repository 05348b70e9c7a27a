#include "pipeline/store/corrections.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "pipeline/base/utf8.h"
#include "pipeline/source/hash.h"
#include "pipeline/store/documents.h"
#include "pipeline/store/effective_rows.h"
#include "pipeline/store/fact_anchor.h"
#include "pipeline/store/settle.h"

namespace trichluc::store {
namespace {

// A step of a correction that may find a fault before anything is written.
template <class T>
using Found = tl::expected<T, Error>;

struct TargetFact {
  std::int64_t row = 0, document = 0;
  std::string id, type, document_id, root;
};

tl::unexpected<Error> wrong(Message what, const std::string& where) {
  return fail(ErrorCode::kBadArguments, std::move(what), where);
}

Found<TargetFact> find_fact(Database& database, const std::string& named) {
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

Found<FoundDocument> find_document(Database& database, const std::string& named) {
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

Found<std::string> find_page(Database& database, const FoundDocument& document, int page) {
  Statement row = database.prepare("SELECT text FROM pages WHERE document = ? AND number = ?");
  if (row.bind(document.row).bind(page).step()) return row.text(0);
  const std::string n = std::to_string(page);
  return wrong({"the document has no page " + n, "tài liệu không có trang " + n}, document.id);
}

std::int64_t put_correction(Database& database, const std::string& action, const std::string& document,
                            const Author& author, std::int64_t undoes = 0) {
  Statement row = database.prepare(
      "INSERT INTO corrections (action, document, \"by\", why, \"at\", undoes) VALUES (?, ?, ?, ?, "
      "strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)");
  row.bind(action).bind(document).bind(author.by).bind(author.why);
  if (undoes == 0) {
    row.bind_null();
  } else {
    row.bind(undoes);
  }
  row.run();
  return database.last_row();
}

void put_field(Database& database, std::int64_t correction, const FieldValue& field, const std::string& stored) {
  database.prepare("INSERT INTO correction_fields VALUES (?, ?, ?, ?)")
      .bind(correction)
      .bind(field.field)
      .bind(field.value)
      .bind(stored)
      .run();
}

struct NewAnchor {
  std::string document, type, root;
  int page = 0;
  TextAnchor words;
  std::string said;
  bool alone = true;
};

void put_anchor(Database& database, std::int64_t correction, int ordinal, const NewAnchor& anchor) {
  database.prepare("INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(correction)
      .bind(ordinal)
      .bind(anchor.document)
      .bind(anchor.type)
      .bind(anchor.root)
      .bind(anchor.page)
      .bind(static_cast<std::int64_t>(anchor.words.start))
      .bind(static_cast<std::int64_t>(anchor.words.end))
      .bind(anchor.words.quote)
      .bind(anchor.words.prefix)
      .bind(anchor.words.suffix)
      .bind(anchor.said)
      .bind(anchor.alone ? 1 : 0)
      .run();
}

NewAnchor anchor_of(Database& database, const TargetFact& target) {
  const PageTexts pages = page_texts(database, target.document);
  const auto facts = facts_of(database, target.document);
  NewAnchor anchor{target.document_id, target.type, target.root, 0, {}, "", true};
  for (const CandidateFact& fact : facts) {
    if (fact.fact != target.row || fact.proofs.empty()) continue;
    const CandidateFact::Proof& best = fact.proofs.front();
    const auto page = pages.find(best.page);
    anchor.page = best.page;
    anchor.said = fact.said;
    anchor.alone = stands_alone(fact, facts);
    if (page != pages.end()) anchor.words = anchor_at(page->second, best.start, best.end);
  }
  return anchor;
}

void settle(Database& database, std::int64_t document) {
  unsettle_corrections(database, document);
  settle_corrections(database, document);
  // A change of the document: what was made from its facts, the search index among it, is of yesterday.
  database.prepare("UPDATE documents SET state = state WHERE document = ?1").bind(document).run();
}

// Runs the work in one transaction; where it finds a fault nothing was written.
Result<std::int64_t> in_transaction(Archive& archive, const std::function<Found<std::int64_t>(Database&)>& work) {
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

Found<std::vector<FieldValue>> checked_fields(const std::string& type, const std::vector<FieldValue>& values,
                                              const KnownNames& known) {
  std::vector<FieldValue> checked;
  for (const FieldValue& one : values) {
    const CorrectableField* field = correctable_field(type, one.field);
    if (field == nullptr) {
      std::string names;
      for (const auto& has : correctable_fields(type)) names += (names.empty() ? "" : ", ") + std::string(has.name);
      return wrong({"a fact of the type " + type + " has no field \"" + one.field + "\"; it has " + names,
                    "bản ghi loại " + type + " không có trường \"" + one.field + "\"; chỉ có " + names},
                   one.field + "=" + one.value);
    }
    auto value = checked_value(*field, one.value, known);
    if (!value) return tl::unexpected(value.error());
    checked.push_back({one.field, *value});
  }
  return checked;
}

// What a fact says now, field by field; links to other facts do not count.
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

// Whoever put a rejected fact right, or confirmed it, would change nothing.
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

Result<std::int64_t> judge_fact(Archive& archive, const std::string& fact, const std::string& action,
                                const Author& author) {
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
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

std::string value_in(const std::vector<FieldValue>& values, const char* name) {
  for (const FieldValue& one : values) {
    if (one.field == name) return one.value;
  }
  return "";
}

// What an added fact says, in the order of kSaid.
std::string said_by(const std::string& type, const std::vector<FieldValue>& values) {
  std::string said;
  bool first = true;
  for (const char* column : {"value", "low", "high", "counted", "currency", "place", "period", "status", "stage",
                             "name", "legal_number", "label"}) {
    if (!first) said += '\x1f';
    first = false;
    for (const FieldValue& one : values) {
      const CorrectableField* field = correctable_field(type, one.field);
      if (field != nullptr && field->column == column) said += one.value;
    }
  }
  return said;
}

// A fact without its figure, name or date says nothing.
std::optional<Error> missing_field(const std::string& type, const std::vector<FieldValue>& values) {
  const auto need = [&](std::initializer_list<const char*> names) -> std::optional<Error> {
    for (const char* name : names) {
      if (!value_in(values, name).empty()) return std::nullopt;
    }
    const std::string first = *names.begin();
    return Error{
        ErrorCode::kBadArguments,
        {"a fact of the type " + type + " needs " + first + "=…", "bản ghi loại " + type + " cần " + first + "=…"},
        "type=" + type};
  };
  std::optional<Error> fault;
  if (type == "count") {
    fault = need({"value", "low", "high"});
    return fault ? fault : need({"of"});
  }
  if (type == "aid_value") {
    fault = need({"amount", "low", "high"});
    return fault ? fault : need({"currency"});
  }
  if (type == "share") return need({"percent"});
  if (type == "date") return need({"value"});
  if (type == "official") return need({"name"});
  return need({"kind"});
}

// The words on the page: exactly, else as like as a slip or a line end leaves them.
Found<TextAnchor> words_on_page(const std::string& text, const std::string& quote, int page) {
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

Found<NewAnchor> person_of(Database& database, const std::string& named) {
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
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
    const auto target = find_fact(database, fact);
    if (!target) return tl::unexpected(target.error());
    if (const auto fault = rejected_before(database, *target)) return tl::unexpected(*fault);
    const auto checked = checked_fields(target->type, values, known);
    if (!checked) return tl::unexpected(checked.error());
    const std::int64_t correction = put_correction(database, "correct", target->document_id, author);
    const auto now = says_now(database, *target);
    for (const FieldValue& one : *checked) put_field(database, correction, one, value_in(now, one.field.c_str()));
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
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
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
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
    const auto document = find_document(database, fact.document);
    if (!document) return tl::unexpected(document.error());
    const auto checked = checked_fields(type, values, known);
    if (!checked) return tl::unexpected(checked.error());
    if (const auto fault = missing_field(type, *checked)) return tl::unexpected(*fault);
    const auto text = find_page(database, *document, fact.page);
    if (!text) return tl::unexpected(text.error());
    const auto words = words_on_page(*text, fact.quote, fact.page);
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
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
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
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
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
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
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
  return in_transaction(archive, [&](Database& database) -> Found<std::int64_t> {
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
