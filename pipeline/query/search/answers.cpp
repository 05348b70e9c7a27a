#include "pipeline/query/search/answers.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "extractors/official/readable_body.h"
#include "pipeline/query/effective_facts.h"
#include "pipeline/query/search/question.h"
#include "pipeline/query/search/search_index.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

using store::Database;
using store::IndexWord;
using Words = std::vector<IndexWord>;

constexpr const char* kNation = "Việt Nam";

constexpr const char* kFact =
    "SELECT f.id, f.type, coalesce(f.value, ''), coalesce(f.currency, ''), coalesce(f.qualifier, ''), "
    "coalesce(f.status, f.stage, ''), coalesce(f.place, ''), coalesce(f.period, ''), coalesce(f.name, ''), d.id, "
    "d.source, d.title, d.publisher, e.page, e.quote, e.\"start\", e.\"end\" FROM main.effective_facts f "
    "JOIN main.effective_documents d USING (document) JOIN main.evidence e ON e.fact = f.fact AND e.ordinal = 0 WHERE "
    "f.fact = ?1";

Answer answer_in(const store::Statement& row) {
  Answer a;
  a.fact = row.text(0);
  a.type = row.text(1);
  a.value = row.text(2);
  a.currency = row.text(3);
  a.qualifier = row.text(4);
  a.status = row.text(5);
  a.place = row.text(6);
  a.period = row.text(7);
  a.name = row.text(8);
  a.document = row.text(9);
  a.source = row.text(10);
  a.title = row.text(11);
  a.publisher = row.text(12);
  a.page = static_cast<int>(row.integer(13));
  a.quote = row.text(14);
  a.start = static_cast<std::size_t>(row.integer(15));
  a.end = static_cast<std::size_t>(row.integer(16));
  return a;
}

// What a fact says and where, as the answer shows it.
class FactTeller {
 public:
  explicit FactTeller(Database& database)
      : database_(database),
        row_(database.prepare(kFact)),
        any_corrected_(database.prepare("SELECT 1 FROM corrections LIMIT 1").step()) {}

  Answer tell(std::int64_t fact) {
    row_.reset().bind(fact);
    if (!row_.step())
      throw store::DatabaseFault(store::FaultKind::kDamaged, "the index names a fact that is not there");
    Answer one = answer_in(row_);
    row_.reset();
    if (any_corrected_) one.corrections = corrections_of(database_, fact);
    return one;
  }

 private:
  Database& database_;
  store::Statement row_;
  bool any_corrected_;
};

// One statement that may be the answer, as the index has it.
struct Told {
  std::int64_t fact = 0, document = 0;
  std::string status, currency, value, period;  // value: of an official the name
  std::string position, place;
};

// What is said, by the newest who says it, and how many do.
class Sources {
 public:
  explicit Sources(Database& database)
      : facts_(database), leader_(database.prepare("SELECT leader FROM main.groups WHERE document = ?1")) {}

  void add(const Told& told) {
    const std::string key = told.value + "|" + told.currency;
    if (sayers_[key].empty()) first_.push_back(told);
    sayers_[key].insert(group_of(told.document));
  }

  Answers answers() {
    Answers all;
    std::map<std::string, int> values;  // by currency
    for (const Told& told : first_) {
      Answer one = facts_.tell(told.fact);
      one.sources = sayers_[told.value + "|" + told.currency].size();
      all.differ = ++values[told.currency] > 1 || all.differ;
      if (!told.position.empty()) {
        one.position = told.position;
        one.place = told.place;
        one.period = told.period;
      }
      all.found.push_back(std::move(one));
    }
    return all;
  }

 private:
  std::string group_of(std::int64_t document) {
    leader_.reset().bind(document);
    std::string group = leader_.step() ? leader_.text(0) : std::to_string(document);
    leader_.reset();
    return group;
  }

  FactTeller facts_;
  store::Statement leader_;
  std::vector<Told> first_;
  std::map<std::string, std::set<std::string>> sayers_;
};

// A document that gives several values for one question measures something that the question does not tell apart.
Answers settled(Database& database, const std::vector<Told>& found, bool committed_asked) {
  std::map<std::string, std::set<std::string>> values;  // of a document in a currency
  for (const Told& one : found) values[std::to_string(one.document) + one.currency].insert(one.value);
  Sources sources(database);
  for (const Told& one : found) {
    const bool several = values[std::to_string(one.document) + one.currency].size() > 1;
    if (!several && (one.status != "committed" || committed_asked)) sources.add(one);
  }
  return sources.answers();
}

std::vector<Told> told_of(store::Statement& rows) {
  std::vector<Told> found;
  while (rows.step()) {
    found.push_back({rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), "", ""});
  }
  return found;
}

bool is_asked(const Question& question, const std::string& status) {
  if (!question.statuses.empty()) return question.statuses.count(status) != 0;
  const bool of_stock = status.empty() || status == "operating" || status == "registered";
  return question.what != Question::What::kNgos || of_stock;
}

// Of statements within a year: those of its end, or of the last day that is told.
void keep_last_day(const std::string& year, std::vector<Told>& found) {
  std::string last;
  for (Told& one : found) {
    const bool whole = one.period == year || one.period == year + "-12-31";
    const std::string day = whole ? "end" : one.period.find('/') == std::string::npos ? one.period : "";
    if (day > last) last = day;
    one.position = day;  // for the comparison below
  }
  found.erase(std::remove_if(found.begin(), found.end(), [&](const Told& one) { return one.position != last; }),
              found.end());
  for (Told& one : found) one.position.clear();
}

// "38 organisations" of some work together may be told without more: who says "operating" or "registered" goes before.
void keep_those_at_work(std::vector<Told>& found) {
  const auto unsaid = [](const Told& one) { return one.status.empty(); };
  if (std::all_of(found.begin(), found.end(), unsaid)) return;
  found.erase(std::remove_if(found.begin(), found.end(), unsaid), found.end());
}

Answers measured(Database& database, const Question& question) {
  const bool stock = question.what == Question::What::kNgos && question.period.size() == 4 &&
                     question.statuses.count("newly_registered") + question.statuses.count("ended") == 0;
  const char* measure = question.what == Question::What::kAid    ? "aid"
                        : question.what == Question::What::kNgos ? "ngo"
                                                                 : "project";
  auto rows = database.prepare(
      "SELECT fact, document, status, currency, value, period FROM search.measures WHERE measure = ?1 AND place = ?2"
      " AND period >= ?3 AND period <= ?4 ORDER BY page_key, fact");
  rows.bind(measure).bind(question.place).bind(question.period).bind(question.period + (stock ? "-99" : ""));
  std::vector<Told> found = told_of(rows);
  found.erase(
      std::remove_if(found.begin(), found.end(), [&](const Told& one) { return !is_asked(question, one.status); }),
      found.end());
  if (stock) keep_those_at_work(found);
  if (stock && !found.empty()) keep_last_day(question.period, found);
  return settled(database, found, question.statuses.count("committed") != 0);
}

// "Chủ tịch Liên hiệp": the title whole, then nothing or the beginning of the organisation's name.
bool is_office(const std::vector<Question::OfficeWord>& asked, const Words& title, const Words& organization,
               const QuestionReader& reader) {
  std::size_t at = 0;
  const auto takes = [&](const IndexWord& word, bool may_lack) {
    while (at < asked.size() && !stands_for(asked[at].word, word)) {
      if (may_lack || !asked[at].small) return may_lack;
      ++at;
    }
    if (at == asked.size()) return may_lack;
    ++at;
    return true;
  };
  for (const IndexWord& word : title) {
    if (!takes(word, false)) return false;
  }
  const auto rest_is_small = [&] {
    return std::all_of(asked.begin() + static_cast<std::ptrdiff_t>(at), asked.end(),
                       [](const Question::OfficeWord& word) { return word.small; });
  };
  for (const IndexWord& word : organization) {
    if (rest_is_small()) return true;
    if (!takes(word, reader.is_small_word(word))) return false;
  }
  return rest_is_small();
}

// Where the office is: as the record says, or as its name does; "Việt Nam" of a ministry. Empty: "UBND tỉnh" of a
// document that is read alone may be that of any province.
std::string place_of_office(const std::string& place, const std::string& organization,
                            const Dictionaries& dictionaries) {
  if (!place.empty()) return place;
  const std::string named = place_in(dictionaries, organization);
  if (!named.empty()) return named;
  const Lexicon& ministries = dictionaries.table("ministries");
  const std::string folded = text::fold(organization);
  for (const Entry& entry : ministries.entries()) {
    if (folded == text::fold(ministries.value(entry, "name"))) return kNation;
  }
  return "";
}

// Is an office the one that is asked for? Thousands of statements name the same few offices.
class OfficeJudge {
 public:
  OfficeJudge(const Question& question, const QuestionReader& reader)
      : question_(question), reader_(reader), place_(question.place.empty() ? kNation : question.place) {}

  bool fits(const std::string& title, const std::string& organization, const std::string& place) {
    const auto [known, is_new] = judged_.try_emplace(title + '\n' + organization + '\n' + place, false);
    if (is_new) known->second = judge(title, organization, place);
    return known->second;
  }
  const std::string& place() const { return place_; }

 private:
  bool judge(const std::string& title, const std::string& organization, const std::string& place) const {
    return is_office(question_.office, store::index_words(title), store::index_words(organization), reader_) &&
           place_of_office(place, organization, reader_.dictionaries()) == place_;
  }

  const Question& question_;
  const QuestionReader& reader_;
  std::string place_;
  std::unordered_map<std::string, bool> judged_;
};

Answers officials(Database& database, const Question& question, const QuestionReader& reader) {
  Sources sources(database);
  OfficeJudge judge(question, reader);
  std::string title;
  auto rows = database.prepare(
      "SELECT fact, document, title_written, organization, place, name, position FROM search.offices"
      " WHERE title = ?1 AND year = ?2 ORDER BY page_key, fact, ordinal");
  for (const auto& [word, small] : question.office) {
    title += (title.empty() ? "" : " ") + word.plain;
    rows.reset().bind(title).bind(question.period);
    while (rows.step()) {
      if (!judge.fits(rows.text(2), rows.text(3), rows.text(4))) continue;
      sources.add(
          {rows.integer(0), rows.integer(1), "", "", rows.text(5), question.period, rows.text(6), judge.place()});
    }
  }
  return sources.answers();
}

}  // namespace

Result<Answers> answer(store::Archive& archive, const Question& asked, const QuestionReader& reader) {
  Answers answers;
  if (asked.what == Question::What::kNothing) return answers;
  const auto done = archive.read([&](Database& database) {
    const AttachedIndex index(database, archive.folder());
    answers = asked.what == Question::What::kWho ? officials(database, asked, reader) : measured(database, asked);
  });
  if (!done) return tl::unexpected<Error>(done.error());
  return answers;
}

std::optional<SearchNode> content_of(const Question& asked, const SearchQuery& query) {
  if (asked.left_out.empty() || !query.plain) return std::nullopt;
  auto content = parse_search(asked.content);
  if (!content || content->filters.any()) return std::nullopt;
  return std::move(content->node);
}

}  // namespace trichluc
