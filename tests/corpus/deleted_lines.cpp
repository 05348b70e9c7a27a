// Deletes dictionary lines one by one, in memory, and says what then reads otherwise: a phrase of corpus/phrases, the
// score of a document, a document's records only ("silent": no test sees it), or nothing. Only texts in which the
// line's form stands are read again. One line a deleted line: table, line, form, outcome, number of texts that have the
// form.
//
//   corpus_deleted_lines SAMPLE [TABLE...]    0: every line; no table: all of them
#include <algorithm>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/reading.h"
#include "pipeline/query/evaluation/evaluate.h"
#include "pipeline/query/evaluation/gold.h"
#include "pipeline/record/record_json.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/run/runner.h"
#include "pipeline/source/open.h"
#include "tests/corpus/phrase_check.h"

namespace {

namespace fs = std::filesystem;
using namespace trichluc;

const fs::path kTables = TRICHLUC_ROOT "/dictionaries/vi";
const fs::path kPhrases = TRICHLUC_ROOT "/corpus/phrases";
const fs::path kDocuments = TRICHLUC_ROOT "/corpus/documents";
constexpr std::string_view kMarkers = "page_markers";

using Tables = std::map<std::string, std::string>;

Tables read_tables() {
  Tables tables;
  for (const auto& entry : fs::directory_iterator(kTables)) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    tables[entry.path().stem().string()] = std::string(std::istreambuf_iterator<char>(in), {});
  }
  return tables;
}

Knowledge knowledge_of(const Tables& tables) {
  auto dictionaries = Dictionaries::from_tables(tables);
  auto markers = text::PageMarkers::parse(tables.at(std::string(kMarkers)));
  if (!dictionaries) throw std::runtime_error(dictionaries.error().where + ": " + dictionaries.error().what.en);
  if (!markers) throw std::runtime_error(markers.error().where + ": " + markers.error().what.en);
  return {std::move(*dictionaries), std::move(*markers)};
}

// The table with one line, from 1 on, made a comment.
std::string without_line(const std::string& tsv, int line) {
  std::size_t begin = 0;
  for (int at = 1; at < line; ++at) begin = tsv.find('\n', begin) + 1;
  const std::size_t end = tsv.find('\n', begin);
  return tsv.substr(0, begin) + "#" + tsv.substr(end);
}

std::set<std::string> lines_in(const Reading& reading) {
  std::set<std::string> lines;
  for (const LexiconMatch& match : reading.matches())
    lines.insert(match.lexicon->name() + ":" + std::to_string(match.entry->line));
  return lines;
}

struct KnownPhrase {
  const corpus::PhraseTable* table;
  corpus::Phrase phrase;
};

struct KnownDocument {
  Document document;
  std::string folded;
  std::set<std::string> lines;
  std::vector<query::GoldFile> gold;
  std::string json;
  std::string score;
};

std::string score_of(const KnownDocument& known, const std::string& json) {
  const auto score = query::evaluate(known.gold, {{known.document.source, json}});
  if (!score) throw std::runtime_error(score.error().where + ": " + score.error().what.en);
  std::string text;
  for (const auto& row : score->rows) {
    text += row.type + " " + std::to_string(row.invented) + " " + std::to_string(row.value.f1) + " " +
            std::to_string(row.full.f1) + "\n";
  }
  for (const auto* agreements : {&score->fields, &score->meeting}) {
    for (const auto& field : *agreements) text += field.name + " " + std::to_string(field.same) + "\n";
  }
  return text;
}

class Corpus {
 public:
  explicit Corpus(const Knowledge& knowledge) {
    const auto not_yet = corpus::read_not_yet(TRICHLUC_ROOT "/tests/corpus/phrases_not_yet.tsv");
    for (const corpus::PhraseTable& table : corpus::phrase_tables()) {
      for (corpus::Phrase& phrase : corpus::read_phrases(kPhrases / table.file)) {
        if (not_yet.count({table.file, phrase.text}) == 0) add(table, std::move(phrase), knowledge);
      }
    }
    const auto golds = query::read_gold(kDocuments);
    if (!golds) throw std::runtime_error(golds.error().where + ": " + golds.error().what.en);
    for (const query::GoldFile& gold : *golds) add(gold, knowledge);
  }

  std::size_t texts_with(const std::string& line) const {
    const auto found = phrases_with_.find(line);
    const auto documents = std::count_if(documents_.begin(), documents_.end(),
                                         [&](const KnownDocument& d) { return d.lines.count(line) > 0; });
    return (found == phrases_with_.end() ? 0 : found->second.size()) + static_cast<std::size_t>(documents);
  }

  std::string outcome(const std::string& line, const std::string& form, const Knowledge& knowledge) const {
    const auto found = phrases_with_.find(line);
    if (found != phrases_with_.end()) {
      for (const std::size_t i : found->second) {
        if (!corpus::faults_of(phrases_[i].phrase, *phrases_[i].table, knowledge.dictionaries).empty()) return "phrase";
      }
    }
    bool silent = false;
    for (const KnownDocument& known : documents_) {
      if (!may_change(known, line, form)) continue;
      const std::string json = json_of(known.document, knowledge);
      if (json == known.json) continue;
      if (score_of(known, json) != known.score) return "document";
      silent = true;
    }
    return silent ? "silent" : "none";
  }

 private:
  // Frames and names of bodies are looked up by whole lines, too, and markers may have gaps.
  static bool may_change(const KnownDocument& known, const std::string& line, const std::string& form) {
    return known.lines.count(line) > 0 || known.folded.find(form.substr(0, form.find('*'))) != std::string::npos;
  }

  static std::string json_of(const Document& document, const Knowledge& knowledge) {
    RunCounters counters;
    return to_json(Runner(knowledge, counters).extract_records(document));
  }

  void add(const corpus::PhraseTable& table, corpus::Phrase phrase, const Knowledge& knowledge) {
    for (std::size_t frame = 0; frame < table.frames; ++frame) {
      const text::NormalizedText text = corpus::framed(phrase, frame);
      for (const std::string& line : lines_in(Reading(text, knowledge.dictionaries))) {
        auto& with = phrases_with_[line];
        if (with.empty() || with.back() != phrases_.size()) with.push_back(phrases_.size());
      }
    }
    phrases_.push_back({&table, std::move(phrase)});
  }

  // Scans are left out: recognising them takes minutes, and their texts are those of other documents.
  void add(const query::GoldFile& gold, const Knowledge& knowledge) {
    for (const std::string_view suffix : {".txt", ".html", ".pdf"}) {
      const fs::path file = kDocuments / (gold.stem + std::string(suffix));
      auto document = fs::exists(file) ? open_document(file) : Result<Document>(Document{});
      if (!document || document->pages.empty()) continue;
      std::vector<text::PageText> pages;
      for (const Page& page : document->pages) pages.push_back({page.text, page.hard_wrapped, &page.hints});
      const text::NormalizedText text(text::lay_out(pages, knowledge.markers));
      if (text.folded().size() < 100) continue;
      KnownDocument known{
          *document, std::string(text.folded()), lines_in(Reading(text, knowledge.dictionaries)), {gold}, "", ""};
      known.json = json_of(known.document, knowledge);
      known.score = score_of(known, known.json);
      documents_.push_back(std::move(known));
    }
  }

  std::vector<KnownPhrase> phrases_;
  std::map<std::string, std::vector<std::size_t>> phrases_with_;  // by line: the phrases whose text has its form
  std::vector<KnownDocument> documents_;
};

struct Line {
  std::string table;
  int number;
  std::string form;
};

std::vector<Line> lines_of(const Tables& tables, const std::set<std::string>& wanted) {
  std::vector<Line> lines;
  for (const auto& [name, tsv] : tables) {
    if (!wanted.empty() && wanted.count(name) == 0) continue;
    int number = 0;
    for (std::size_t begin = 0; begin < tsv.size();) {
      const std::size_t end = tsv.find('\n', begin);
      const std::string line = tsv.substr(begin, end - begin);
      ++number;
      if (!line.empty() && line.front() != '#') lines.push_back({name, number, line.substr(0, line.find('\t'))});
      begin = end + 1;
    }
  }
  return lines;
}

int report(std::size_t sample, const std::set<std::string>& wanted) {
  const Tables tables = read_tables();
  const Corpus corpus(knowledge_of(tables));
  const std::vector<Line> lines = lines_of(tables, wanted);
  const std::size_t step = sample == 0 ? 1 : std::max<std::size_t>(1, lines.size() / sample);
  for (std::size_t i = 0; i < lines.size(); i += step) {
    Tables changed = tables;
    changed[lines[i].table] = without_line(tables.at(lines[i].table), lines[i].number);
    const std::string key = lines[i].table + ":" + std::to_string(lines[i].number);
    std::cout << lines[i].table << '\t' << lines[i].number << '\t' << lines[i].form << '\t'
              << corpus.outcome(key, lines[i].form, knowledge_of(changed)) << '\t' << corpus.texts_with(key)
              << std::endl;
  }
  return 0;
}

}  // namespace

int main(int count, char** words) try {
  std::set<std::string> wanted;
  for (int i = 2; i < count; ++i) wanted.insert(words[i]);
  return report(count > 1 ? std::stoul(words[1]) : 0, wanted);
} catch (const std::exception& e) {
  std::cerr << e.what() << '\n';
  return 1;
}
