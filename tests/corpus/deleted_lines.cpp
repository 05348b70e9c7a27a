// Deletes dictionary lines one by one, in memory, and says what then reads otherwise: a phrase of corpus/phrases, the
// score of a document, a document's records only ("silent": no test sees it), or nothing; "spare" is a line that says
// of its form what another line says of a part of it. Only texts in which the line's form stands are read again, and
// lines that no phrase has together are deleted at once: making the tables anew takes longer than reading a phrase. One
// line a deleted line: table, line, form, outcome, number of texts that have the form.
//
//   corpus_deleted_lines SAMPLE [TABLE[:LINE]...]    0: every line; no table: all of them
#include <algorithm>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/reading.h"
#include "pipeline/query/evaluation/evaluate.h"
#include "pipeline/query/evaluation/gold.h"
#include "pipeline/record/record_json.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/run/runner.h"
#include "pipeline/source/open.h"
#include "tests/corpus/lines_of_text.h"
#include "tests/corpus/phrase_check.h"
#include "tests/corpus/table_lines.h"

namespace {

namespace fs = std::filesystem;
using namespace trichluc;
using corpus::key_of;
using corpus::Line;
using corpus::Tables;

const fs::path kPhrases = TRICHLUC_ROOT "/corpus/phrases";
const fs::path kDocuments = TRICHLUC_ROOT "/corpus/documents";
constexpr std::string_view kMarkers = "page_markers";

Knowledge knowledge_of(const Tables& tables) {
  auto dictionaries = Dictionaries::from_tables(tables);
  auto markers = text::PageMarkers::parse(tables.at(std::string(kMarkers)));
  if (!dictionaries) throw std::runtime_error(dictionaries.error().where + ": " + dictionaries.error().what.en);
  if (!markers) throw std::runtime_error(markers.error().where + ": " + markers.error().what.en);
  return {std::move(*dictionaries), std::move(*markers)};
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

// The phrases, and which of them a deleted line may change.
class KnownPhrases {
 public:
  explicit KnownPhrases(const Knowledge& knowledge) {
    const auto not_yet = corpus::read_not_yet(TRICHLUC_ROOT "/tests/corpus/phrases_not_yet.tsv");
    for (const corpus::PhraseTable& table : corpus::phrase_tables()) {
      for (corpus::Phrase& phrase : corpus::read_phrases(kPhrases / table.file)) {
        if (not_yet.count({table.file, phrase.text}) == 0) add(table, std::move(phrase), knowledge);
      }
    }
  }

  // The phrases that have the line's form, by number.
  const std::vector<std::size_t>& with(const Line& line) const {
    const auto found = with_line_.find(key_of(line));
    return found == with_line_.end() ? none_ : found->second;
  }

  // Where further lines are deleted with it, texts without marks tell nothing: any form may have changed them.
  bool turns_red_among_others(const Line& line, const Knowledge& knowledge) const {
    return any_red(with(line), knowledge, [](const corpus::Phrase& phrase) { return !corpus::is_unmarked(phrase); });
  }

  bool turns_red(const Line& line, const Knowledge& knowledge) const {
    const std::string ascii = text::fold_to_ascii(line.form);
    const auto all = [](const corpus::Phrase&) { return true; };
    const auto has_letters = [&](const corpus::Phrase& phrase) {
      return text::fold_to_ascii(phrase.text).find(ascii) != std::string::npos;
    };
    return any_red(with(line), knowledge, all) || any_red(unmarked_, knowledge, has_letters);
  }

 private:
  template <class Asked>
  bool any_red(const std::vector<std::size_t>& which, const Knowledge& knowledge, Asked asked) const {
    return std::any_of(which.begin(), which.end(), [&](std::size_t i) {
      return asked(phrases_[i].phrase) && !corpus::faults_of(phrases_[i].phrase, *phrases_[i].table, knowledge).empty();
    });
  }

  // In a text without marks a form gives words their marks where it does not stand, too.
  void add(const corpus::PhraseTable& table, corpus::Phrase phrase, const Knowledge& knowledge) {
    if (corpus::is_unmarked(phrase)) unmarked_.push_back(phrases_.size());
    for (std::size_t frame = 0; frame < corpus::frames_of(phrase, table); ++frame) {
      const text::NormalizedText text = corpus::framed(phrase, table, frame, knowledge.markers);
      std::set<std::string> lines = corpus::matched_lines(Reading(text, knowledge.dictionaries));
      if (table.shape == corpus::Shape::kForm || table.shape == corpus::Shape::kPage)
        lines.merge(corpus::lines_of_pages(text, knowledge.dictionaries));
      for (const std::string& line : lines) {
        auto& with = with_line_[line];
        if (with.empty() || with.back() != phrases_.size()) with.push_back(phrases_.size());
      }
    }
    phrases_.push_back({&table, std::move(phrase)});
  }

  std::vector<KnownPhrase> phrases_;
  std::map<std::string, std::vector<std::size_t>> with_line_;
  std::vector<std::size_t> unmarked_;
  const std::vector<std::size_t> none_;
};

// The documents with their gold; read where a line is asked for that no phrase misses.
class KnownDocuments {
 public:
  explicit KnownDocuments(const Knowledge& knowledge) {
    const auto golds = query::read_gold(kDocuments);
    if (!golds) throw std::runtime_error(golds.error().where + ": " + golds.error().what.en);
    for (const query::GoldFile& gold : *golds) add(gold, knowledge);
  }

  std::size_t count(const Line& line) const {
    return static_cast<std::size_t>(std::count_if(
        documents_.begin(), documents_.end(), [&](const KnownDocument& d) { return d.lines.count(key_of(line)) > 0; }));
  }

  std::string outcome(const Line& line, const Knowledge& knowledge) const {
    bool silent = false;
    for (const KnownDocument& known : documents_) {
      if (!may_change(known, line)) continue;
      const std::string json = json_of(known.document, knowledge);
      if (json == known.json) continue;
      if (score_of(known, json) != known.score) return "document";
      silent = true;
    }
    return silent ? "silent" : "none";
  }

 private:
  // Frames and names of bodies are looked up by whole lines, too, and markers may have gaps.
  static bool may_change(const KnownDocument& known, const Line& line) {
    return known.lines.count(key_of(line)) > 0 ||
           known.folded.find(line.form.substr(0, line.form.find('*'))) != std::string::npos;
  }

  static std::string json_of(const Document& document, const Knowledge& knowledge) {
    RunCounters counters;
    return to_json(Runner(knowledge, counters).extract_records(document));
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
      KnownDocument known{*document,
                          std::string(text.folded()),
                          corpus::matched_lines(Reading(text, knowledge.dictionaries)),
                          {gold},
                          "",
                          ""};
      known.json = json_of(known.document, knowledge);
      known.score = score_of(known, known.json);
      documents_.push_back(std::move(known));
    }
  }

  std::vector<KnownDocument> documents_;
};

// "tổ chức PCPNN X" beside "tổ chức PCPNN": another line says the same of a part of the form. Forms of pages are
// compared with whole lines, their beginnings or ends: there a shorter one says nothing for a longer one.
bool is_spare(const Line& line, const std::vector<Line>& lines) {
  if (line.table == kMarkers || line.table == "document_frames") return false;
  const std::string form = " " + line.form + " ";
  return std::any_of(lines.begin(), lines.end(), [&](const Line& other) {
    return other.table == line.table && other.number != line.number && other.values == line.values &&
           form.find(" " + other.form + " ") != std::string::npos;
  });
}

// About so many of them, evenly spread; 0: all.
std::vector<Line> sampled(const std::vector<Line>& lines, std::size_t sample) {
  const std::size_t step = sample == 0 ? 1 : std::max<std::size_t>(1, lines.size() / sample);
  std::vector<Line> some;
  for (std::size_t i = 0; i < lines.size(); i += step) some.push_back(lines[i]);
  return some;
}

// Lines that may be deleted together: no phrase has two of them, and none stands in another's place.
class Batch {
 public:
  bool takes(const Line& line, const KnownPhrases& phrases) {
    const std::string start = line.table + ":" + line.form.substr(0, line.form.find(' '));
    const std::vector<std::size_t>& having = phrases.with(line);
    const auto is_used = [this](std::size_t phrase) { return used_.count(phrase) > 0; };
    if (starts_.count(start) > 0 || std::any_of(having.begin(), having.end(), is_used)) return false;
    starts_.insert(start);
    used_.insert(having.begin(), having.end());
    return true;
  }

  std::vector<std::size_t> lines;

 private:
  std::set<std::size_t> used_;  // phrases
  std::set<std::string> starts_;
};

class Deletions {
 public:
  explicit Deletions(std::vector<Line> lines)
      : lines_(std::move(lines)),
        tables_(corpus::read_tables()),
        all_(corpus::lines_of(tables_, {})),
        knowledge_(knowledge_of(tables_)),
        phrases_(knowledge_),
        red_(lines_.size(), false) {}

  void report() {
    find_red();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const auto [outcome, texts] = outcome_of(i);
      std::cout << line.table << '\t' << line.number << '\t' << line.form << '\t' << outcome << '\t' << texts
                << std::endl;
    }
  }

 private:
  void find_red() {
    std::vector<Batch> batches;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (phrases_.with(lines_[i]).empty()) continue;
      auto batch = std::find_if(batches.begin(), batches.end(), [&](Batch& b) { return b.takes(lines_[i], phrases_); });
      if (batch == batches.end()) {
        batch = batches.emplace(batches.end());
        batch->takes(lines_[i], phrases_);
      }
      batch->lines.push_back(i);
    }
    for (const Batch& batch : batches) {
      const Knowledge knowledge = without(batch.lines);
      for (const std::size_t i : batch.lines) red_[i] = phrases_.turns_red_among_others(lines_[i], knowledge);
    }
  }

  Knowledge without(const std::vector<std::size_t>& deleted) const {
    std::vector<Line> lines;
    for (const std::size_t i : deleted) lines.push_back(lines_[i]);
    return knowledge_of(corpus::without(tables_, lines));
  }

  std::pair<std::string, std::size_t> outcome_of(std::size_t i) {
    const Line& line = lines_[i];
    const std::size_t texts = phrases_.with(line).size();
    if (red_[i]) return {"phrase", texts};
    if (is_spare(line, all_)) return {"spare", texts};
    const Knowledge knowledge = without({i});
    if (phrases_.turns_red(line, knowledge)) return {"phrase", texts};
    if (!documents_) documents_.emplace(knowledge_);
    return {documents_->outcome(line, knowledge), texts + documents_->count(line)};
  }

  std::vector<Line> lines_;
  Tables tables_;
  std::vector<Line> all_;
  Knowledge knowledge_;
  KnownPhrases phrases_;
  std::vector<bool> red_;  // by line: a phrase misses it
  std::optional<KnownDocuments> documents_;
};

}  // namespace

int main(int count, char** words) try {
  std::set<std::string> wanted;
  for (int i = 2; i < count; ++i) wanted.insert(words[i]);
  Deletions(sampled(corpus::lines_of(corpus::read_tables(), wanted), count > 1 ? std::stoul(words[1]) : 0)).report();
  return 0;
} catch (const std::exception& e) {
  std::cerr << e.what() << '\n';
  return 1;
}
