#include "pipeline/query/answers.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/query/effective_facts.h"
#include "pipeline/store/index_words.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

using store::Database;
using store::IndexWord;
using Words = std::vector<IndexWord>;

constexpr std::size_t kMostWords = 30;

struct Question {
  std::string year, place;
  std::set<std::string> roles;
  Words office;  // what is left of "ai là …"
  bool understood = true;
};

// Does `form` stand at this word? An accented word is itself, an unaccented one also every accented form.
bool stands_at(const Words& words, std::size_t at, const Words& form) {
  if (form.empty() || at + form.size() > words.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const IndexWord& word = words[at + i];
    if (word.accented() ? word.key != form[i].key : word.plain != form[i].plain) return false;
  }
  return true;
}

struct Meaning {
  std::string role, value;
  std::size_t size = 0;
};

class QuestionReader {
 public:
  QuestionReader(Database& database, const Dictionaries& dictionaries) {
    const Lexicon& table = dictionaries.table("question_words");
    for (const Entry& entry : table.entries()) add(entry.form, std::string(table.value(entry, "role")));
    auto places = database.prepare("SELECT DISTINCT place FROM effective_facts WHERE place <> ''");
    while (places.step()) add(places.text(0), "place");
  }

  Question read(std::string_view text) const {
    Question question;
    const Words words = store::index_words(text);
    question.understood = words.size() <= kMostWords;
    for (std::size_t at = 0; question.understood && at < words.size();) {
      const Meaning meaning = meaning_at(words, at);
      if (meaning.size == 0) {
        question.office.push_back(words[at++]);
        continue;
      }
      take(meaning, question);
      at += meaning.size;
    }
    return question;
  }

 private:
  void add(const std::string& form, const std::string& role) {
    forms_.push_back({store::index_words(form), role, form});
  }

  static bool is_year(const std::string& word) {
    return word.size() == 4 && word.find_first_not_of("0123456789") == std::string::npos && word > "1944" &&
           word < "2101";
  }

  Meaning meaning_at(const Words& words, std::size_t at) const {
    if (is_year(words[at].key)) return {"number", words[at].key, 1};
    Meaning best;
    for (const Form& form : forms_) {
      if (form.words.size() > best.size && stands_at(words, at, form.words)) {
        best = {form.role, form.written, form.words.size()};
      }
    }
    return best;
  }

  static void take_once(std::string& field, const std::string& value, Question& question) {
    if (!field.empty() && field != value) question.understood = false;  // two years or places are two questions
    field = value;
  }

  static void take(const Meaning& meaning, Question& question) {
    if (meaning.role == "number") return take_once(question.year, meaning.value, question);
    if (meaning.role == "place") return take_once(question.place, meaning.value, question);
    if (meaning.role != "filler" && meaning.role != "year") question.roles.insert(meaning.role);
  }

  struct Form {
    Words words;
    std::string role, written;
  };
  std::vector<Form> forms_;
};

constexpr const char* kColumns =
    "SELECT f.id, f.type, coalesce(f.value, ''), coalesce(f.currency, ''), coalesce(f.qualifier, ''), "
    "coalesce(f.status, f.stage, ''), coalesce(f.place, ''), coalesce(f.period, ''), coalesce(f.name, ''), d.id, "
    "d.source, "
    "d.title, "
    "d.publisher, e.page, e.quote, e.\"start\", e.\"end\", coalesce(g.leader, d.id), f.fact "
    "FROM effective_facts f JOIN effective_documents d USING (document) JOIN evidence e ON e.fact = f.fact AND "
    "e.ordinal = 0 "
    "LEFT JOIN groups g ON g.document = f.document "
    "WHERE d.state = 'done' AND f.section <> 'related' ";
constexpr const char* kOrder = " ORDER BY d.published DESC, f.document, f.ordinal";

struct Found {
  Answer answer;
  std::string source_group;
  std::int64_t fact = 0;
};

Found found_in(store::Statement& row) {
  Answer a{row.text(0),
           row.text(1),
           row.text(2),
           row.text(3),
           row.text(4),
           row.text(5),
           row.text(6),
           row.text(7),
           row.text(8),
           "",
           row.text(9),
           row.text(10),
           row.text(11),
           row.text(12),
           static_cast<int>(row.integer(13)),
           row.text(14),
           static_cast<std::size_t>(row.integer(15)),
           static_cast<std::size_t>(row.integer(16)),
           {}};
  return {std::move(a), row.text(17), row.integer(18)};
}

// A document that gives several values for one question measures something that the question does not tell apart.
std::vector<Answer> settled(const std::vector<Found>& found) {
  std::map<std::string, std::set<std::string>> values;  // of a document in a currency
  for (const Found& one : found) values[one.answer.document + one.answer.currency].insert(one.answer.value);
  std::vector<Answer> answers;
  std::set<std::string> told;
  for (const Found& one : found) {
    const Answer& a = one.answer;
    if (values[a.document + a.currency].size() > 1 || a.status == "committed") continue;
    if (told.insert(one.source_group + "|" + a.value + a.currency).second) answers.push_back(a);
  }
  return answers;
}

std::vector<Answer> amounts(Database& database, const Question& question, bool aid) {
  std::string sql = kColumns;
  sql += aid ? "AND f.type = 'aid_value' AND f.sector IS NULL AND f.donor IS NULL AND f.recipient IS NULL AND f.period "
               "= ?2"
             : "AND f.type = 'count' AND f.counted = 'ngo' AND coalesce(f.kind, 'stock') = 'stock'"
               " AND (f.period = ?2 OR f.period = ?2 || '-12-31') AND coalesce(f.status, '') IN (?3, ?4, ?5)";
  sql +=
      " AND coalesce(f.certainty, 'reported') = 'reported' AND f.part_of IS NULL AND f.value IS NOT NULL"
      " AND f.per IS NULL AND f.scope IS NULL AND f.place = ?1";
  auto rows = database.prepare(sql + kOrder);
  rows.bind(question.place).bind(question.year);
  if (!aid) {
    const bool any = !question.roles.count("operating") && !question.roles.count("registered");
    rows.bind(any ? "" : "-").bind(any || question.roles.count("operating") ? "operating" : "-");
    rows.bind(any || question.roles.count("registered") ? "registered" : "-");
  }
  std::vector<Found> found;
  while (rows.step()) found.push_back(found_in(rows));
  return settled(found);
}

// "Chủ tịch Liên hiệp": the title whole, then nothing or the beginning of the organisation's name.
bool is_office(const Words& asked, const std::string& title, const std::string& organization) {
  const Words title_words = store::index_words(title);
  if (!stands_at(asked, 0, title_words)) return false;
  const Words rest(asked.begin() + static_cast<std::ptrdiff_t>(title_words.size()), asked.end());
  const Words name = store::index_words(organization);
  if (rest.size() > name.size()) return false;
  return rest.empty() ||
         stands_at(rest, 0, Words(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(rest.size())));
}

bool has_asked_place(const std::string& organization, const std::string& place, const Question& question) {
  if (!question.place.empty()) return place == question.place;
  return place.empty() || text::fold(organization).find(text::fold(place)) != std::string::npos;
}

std::vector<Answer> officials(Database& database, const Question& question) {
  auto rows =
      database.prepare(std::string(kColumns) + "AND f.type = 'official' AND substr(d.published, 1, 4) = ?1" + kOrder);
  rows.bind(question.year);
  std::vector<Found> found;
  while (rows.step()) found.push_back(found_in(rows));
  std::vector<Answer> answers;
  std::set<std::string> told;
  for (Found& one : found) {
    auto offices = database.prepare("SELECT title, organization, place, text FROM effective_positions WHERE fact = ?1");
    offices.bind(one.fact);
    while (offices.step()) {
      if (!is_office(question.office, offices.text(0), offices.text(1))) continue;
      if (!has_asked_place(offices.text(1), offices.text(2), question)) continue;
      one.answer.position = offices.text(3);
      one.answer.place = offices.text(2);
      one.answer.period = question.year;
      if (told.insert(one.source_group + "|" + one.answer.name).second) answers.push_back(one.answer);
      break;
    }
  }
  return answers;
}

std::vector<Answer> answers_to(Database& database, Question question) {
  const bool aid = question.roles.count("aid") != 0;
  const bool ngo = question.roles.count("ngo") != 0;
  const bool who = question.roles.count("who") != 0;
  if (!question.understood || question.year.empty() || aid + ngo + who != 1) return {};
  if (who) return question.office.empty() ? std::vector<Answer>() : officials(database, question);
  if (!question.office.empty()) return {};
  if (question.place.empty()) question.place = "Việt Nam";
  return amounts(database, question, aid);
}

}  // namespace

Result<std::vector<Answer>> answer(store::Archive& archive, std::string_view question,
                                   const Dictionaries& dictionaries) {
  std::vector<Answer> answers;
  const auto done = archive.read([&](Database& database) {
    answers = answers_to(database, QuestionReader(database, dictionaries).read(question));
    for (Answer& one : answers) {
      auto fact = database.prepare("SELECT fact FROM facts WHERE id = ?1");
      if (fact.bind(one.fact).step()) one.corrections = corrections_of(database, fact.integer(0));
    }
  });
  if (!done) return tl::unexpected<Error>(done.error());
  return answers;
}

}  // namespace trichluc
