// Deletes the lines of unmarked_words.tsv and says which the corpus needs: its documents and phrases are read with
// their marks taken off, and without the line more of their words get wrong marks than with it. One line a line of the
// table: table, line, form, "phrase" (needed) or "none", number of paragraphs that have its words.
//
//   corpus_unmarked_lines [FILE...]    with files: only how many of their words are restored rightly
//
// Making the tables anew takes longer than restoring a thousand paragraphs, so that many lines are deleted at once, and
// each is judged by the paragraphs that have no other of these. The lines go into other such batches until they are
// found needed; what is left is deleted one after the other, the last line first, and stays deleted where nothing needs
// it: of two lines that say the same one is named.
#include <algorithm>
#include <cstddef>
#include <deque>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/lexicon/dictionaries.h"
#include "extractors/token.h"
#include "pipeline/run/knowledge.h"
#include "pipeline/source/open.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/corpus/phrase_table.h"
#include "tests/corpus/table_lines.h"

namespace {

namespace fs = std::filesystem;
using namespace trichluc;
using corpus::Line;
using corpus::Tables;

const fs::path kPhrases = TRICHLUC_ROOT "/corpus/phrases";
const fs::path kDocuments = TRICHLUC_ROOT "/corpus/documents";
constexpr std::string_view kTable = "unmarked_words";
constexpr std::string_view kUnmarked = "unmarked.tsv";  // phrases that were typed without marks

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

// A paragraph as it would be typed without marks, and the words that it means.
struct Unit {
  std::vector<Token> bare;
  std::vector<std::string_view> meant;
  bool is_phrase = false;  // of the table of such phrases: it may have no wrong word
};

// The paragraphs of documents and phrases that have marks, each once.
class Units {
 public:
  explicit Units(const text::PageMarkers& markers) : markers_(markers) {}

  void add_corpus() {
    for (const auto& entry : fs::directory_iterator(kPhrases)) {
      if (entry.path().extension() == ".tsv") add_phrases(entry.path());
    }
    // Scans are left out: recognising them takes minutes, and their texts are those of other documents.
    for (const auto& entry : fs::directory_iterator(kDocuments)) {
      const fs::path kind = entry.path().extension();
      if (kind == ".txt" || kind == ".html" || kind == ".pdf") add_document(entry.path());
    }
  }

  void add_document(const fs::path& file) {
    const auto document = open_document(file);
    if (!document) return;
    std::vector<text::PageText> pages;
    for (const Page& page : document->pages) pages.push_back({page.text, page.hard_wrapped, &page.hints});
    add_text(text::lay_out(pages, markers_), false);
  }

  const std::vector<Unit>& all() const { return units_; }

 private:
  void add_phrases(const fs::path& table) {
    for (const corpus::Phrase& phrase : corpus::read_phrases(table)) {
      // Of what was typed without marks the words that are meant.
      const bool is_phrase = phrase.file == kUnmarked;
      std::string line = is_phrase ? phrase.expected : phrase.text;
      // Lines and cells of a page part its words as line ends do.
      for (const std::string_view mark : {"¶", "⇥", "§"}) {
        for (auto at = line.find(mark); at != std::string::npos; at = line.find(mark))
          line.replace(at, mark.size(), "\n");
      }
      add_text(text::lay_out({{line, false, nullptr}}, text::PageMarkers{}), is_phrase);
    }
  }

  void add_text(text::LaidOut laid_out, bool is_phrase) {
    texts_.emplace_back(std::move(laid_out));
    const text::NormalizedText& text = texts_.back();
    std::map<std::uint32_t, Unit> units;
    for (const Token& token : tokenize(text).tokens) {
      Unit& unit = units[token.paragraph];
      unit.is_phrase = is_phrase;
      unit.meant.push_back(token.folded);
      unit.bare.push_back(token);
      unit.bare.back().unmarked = true;
      if (token.kind == TokenKind::kWord)
        unit.bare.back().folded = words_.emplace_back(text::fold_to_ascii(token.folded));
    }
    for (auto& [paragraph, unit] : units) {
      const Span span = text.paragraphs()[paragraph].in_folded;
      const std::string_view words = slice(text.folded(), span);
      if (!is_ascii(words) && seen_.insert(words).second) units_.push_back(std::move(unit));
    }
  }

  const text::PageMarkers& markers_;
  std::deque<text::NormalizedText> texts_;
  std::deque<std::string> words_;
  std::set<std::string_view> seen_;
  std::vector<Unit> units_;
};

std::size_t wrong_words(const Unit& unit, const Dictionaries& dictionaries) {
  std::vector<Token> tokens = unit.bare;
  dictionaries.restore_marks(tokens);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) wrong += tokens[i].folded == unit.meant[i] ? 0U : 1U;
  return wrong;
}

void tell_score(const std::vector<Unit>& units, const Dictionaries& dictionaries) {
  std::size_t all = 0;
  std::size_t wrong = 0;
  for (const Unit& unit : units) {
    all += static_cast<std::size_t>(std::count_if(unit.bare.begin(), unit.bare.end(),
                                                  [](const Token& token) { return token.kind == TokenKind::kWord; }));
    wrong += wrong_words(unit, dictionaries);
  }
  std::cout << wrong << " of " << all << " words wrong\n";
}

// The lines of the table by their words without marks, as they stand in texts.
class LineFinder {
 public:
  explicit LineFinder(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string key;
      std::size_t words = 0;
      for (const Token& token : tokenize_folded(lines[i].form)) {
        key += word_of(token) + " ";
        ++words;
      }
      by_words_[key].push_back(i);
      longest_ = std::max(longest_, words);
    }
  }

  // Those whose words stand in the paragraph, each once.
  std::vector<std::size_t> in(const Unit& unit) const {
    std::set<std::size_t> found;
    for (std::size_t first = 0; first < unit.bare.size(); ++first) {
      std::string key;
      for (std::size_t at = first; at < std::min(first + longest_, unit.bare.size()); ++at) {
        if (at > first && unit.bare[at].capital) add(key + "^ ", found);
        key += word_of(unit.bare[at]) + " ";
        add(key, found);
      }
    }
    return {found.begin(), found.end()};
  }

 private:
  static std::string word_of(const Token& token) {
    return token.kind == TokenKind::kNumber ? "0" : text::fold_to_ascii(token.folded);
  }

  void add(const std::string& key, std::set<std::size_t>& found) const {
    const auto lines = by_words_.find(key);
    if (lines != by_words_.end()) found.insert(lines->second.begin(), lines->second.end());
  }

  std::map<std::string, std::vector<std::size_t>> by_words_;
  std::size_t longest_ = 0;
};

Dictionaries dictionaries_of(const Tables& tables) {
  auto dictionaries = Dictionaries::from_tables(tables);
  if (!dictionaries) throw std::runtime_error(dictionaries.error().where + ": " + dictionaries.error().what.en);
  return std::move(*dictionaries);
}

class Deletions {
 public:
  Deletions(Tables tables, const std::vector<Unit>& units)
      : tables_(std::move(tables)), units_(units), lines_(corpus::lines_of(tables_, {std::string(kTable)})) {
    const Dictionaries all = dictionaries_of(tables_);
    const LineFinder finder(lines_);
    units_with_.resize(lines_.size());
    for (std::size_t u = 0; u < units_.size(); ++u) {
      wrong_.push_back(wrong_words(units_[u], all));
      lines_in_.push_back(finder.in(units_[u]));
      for (const std::size_t line : lines_in_.back()) units_with_[line].push_back(u);
    }
    needed_.resize(lines_.size(), false);
  }

  void report() {
    constexpr std::size_t kRounds = 6;
    for (std::size_t round = 0; round < kRounds; ++round) delete_in_batches(round);
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (!needed_[i]) delete_for_good(i);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::cout << lines_[i].table << '\t' << lines_[i].number << '\t' << lines_[i].form << '\t'
                << (needed_[i] ? "phrase" : "none") << '\t' << units_with_[i].size() << '\n';
    }
  }

 private:
  // So many lines at once that a paragraph often has only one of them; other ones in each round.
  void delete_in_batches(std::size_t round) {
    constexpr std::size_t kAtOnce = 100;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!needed_[i] && !units_with_[i].empty()) open.push_back(i);
    }
    const std::size_t batches = (open.size() + kAtOnce - 1) / kAtOnce;
    for (std::size_t batch = 0; batch < batches; ++batch) {
      std::vector<std::size_t> lines;
      for (std::size_t i = 0; i < open.size(); ++i) {
        if ((round % 2 == 0 ? i % batches : i * batches / open.size() + (round > 1 ? i % round : 0)) % batches == batch)
          lines.push_back(open[i]);
      }
      delete_together(lines);
    }
  }

  void delete_together(const std::vector<std::size_t>& which) {
    const std::set<std::size_t> deleted(which.begin(), which.end());
    std::vector<Line> lines;
    for (const std::size_t i : which) lines.push_back(lines_[i]);
    const Dictionaries dictionaries = dictionaries_of(corpus::without(tables_, lines));
    for (const std::size_t i : which) needed_[i] = is_needed(i, deleted, dictionaries);
  }

  void delete_for_good(std::size_t line) {
    if (!units_with_[line].empty()) delete_together({line});
    if (needed_[line]) return;
    tables_ = corpus::without(std::move(tables_), {lines_[line]});
    if (units_with_[line].empty()) return;
    const Dictionaries rest = dictionaries_of(tables_);
    for (const std::size_t u : units_with_[line]) wrong_[u] = wrong_words(units_[u], rest);
  }

  // More words are wrong without the line, of the paragraphs that have no other deleted one, or a phrase is red; so
  // many paragraphs say it.
  bool is_needed(std::size_t line, const std::set<std::size_t>& deleted, const Dictionaries& dictionaries) const {
    constexpr std::size_t kEnough = 500;
    std::size_t looked_at = 0;
    std::size_t with = 0;
    std::size_t without = 0;
    for (const std::size_t u : units_with_[line]) {
      const auto others = std::count_if(lines_in_[u].begin(), lines_in_[u].end(),
                                        [&](std::size_t other) { return deleted.count(other) > 0; });
      if (others > 1) continue;
      const std::size_t wrong = wrong_words(units_[u], dictionaries);
      if (units_[u].is_phrase && wrong > wrong_[u]) return true;
      with += wrong_[u];
      without += wrong;
      if (++looked_at == kEnough) break;
    }
    return without > with;
  }

  Tables tables_;
  const std::vector<Unit>& units_;
  std::vector<Line> lines_;
  std::vector<std::size_t> wrong_;                    // words of each paragraph, with the whole table
  std::vector<std::vector<std::size_t>> lines_in_;    // of each paragraph
  std::vector<std::vector<std::size_t>> units_with_;  // the words of each line
  std::vector<bool> needed_;
};

}  // namespace

int main(int count, char** words) try {
  const auto knowledge = load_knowledge(TRICHLUC_ROOT "/dictionaries/vi");
  if (!knowledge) throw std::runtime_error(knowledge.error().where + ": " + knowledge.error().what.en);
  Units units(knowledge->markers);
  for (int i = 1; i < count; ++i) units.add_document(words[i]);
  if (count > 1) {
    tell_score(units.all(), knowledge->dictionaries);
    return 0;
  }
  units.add_corpus();
  Deletions(corpus::read_tables(), units.all()).report();
  return 0;
} catch (const std::exception& e) {
  std::cerr << e.what() << '\n';
  return 1;
}
