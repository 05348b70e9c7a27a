#include "extractors/lexicon/dictionaries.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

#include "extractors/lexicon/form_tree.h"
#include "extractors/lexicon/formulas.h"
#include "extractors/lexicon/slip.h"
#include "extractors/lexicon/table_files.h"
#include "extractors/lexicon/unmarked_forms.h"
#include "extractors/lexicon/word_ids.h"
#include "extractors/lexicon/word_pairs.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

struct Form {
  const Lexicon* lexicon;
  const Entry* entry;
  std::vector<int> words;  // ids of the tokens
};

std::uint64_t fnv1a(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

std::string hex(std::uint64_t value) {
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[(value >> shift) & 15U]);
  return out;
}

}  // namespace

struct Dictionaries::Index {
  std::map<std::string, Lexicon, std::less<>> tables;
  Lexicon none;
  std::string fingerprint;
  WordIds words;
  WordPairs pairs;  // made for the first text that was recognised from pixels: it takes a third of the start
  std::once_flag pairs_made;
  UnmarkedForms unmarked;  // made for the first text that was typed without marks
  std::once_flag unmarked_made;
  std::vector<Form> forms;
  FormTree tree;
  Formulas formulas;

  // Lines of the user's own, before anything is built. Nothing for an empty path.
  std::optional<Error> add_folder(const std::filesystem::path& added) {
    if (added.empty()) return std::nullopt;
    const auto further = read_table_files(added);
    if (!further) return further.error();
    for (const auto& [name, tsv] : *further) {
      const std::filesystem::path file = added / (name + ".tsv");
      const auto table = tables.find(name);
      if (table == tables.end()) return unknown_table(file);
      auto extended = table->second.with(tsv, file.string());
      if (!extended) return extended.error();
      table->second = std::move(*extended);
    }
    return std::nullopt;
  }

  void add_forms(const Lexicon& lexicon) {
    if (lexicon.is_register()) return;
    for (const Entry& entry : lexicon.entries()) {
      Form form{&lexicon, &entry, {}};
      for (const Token& token : tokenize_folded(entry.form)) form.words.push_back(words.add(token.folded));
      if (form.words.empty()) continue;
      tree.add(static_cast<std::uint32_t>(forms.size()), form.words);
      if (form.words.size() >= kFormulaWords) formulas.add(forms.size(), form.words);
      forms.push_back(std::move(form));
    }
  }

  // A form that is its own name but for the marks is kept in a table because it is misread or misspelled so.
  static bool is_slip(const Lexicon& lexicon, const Entry& entry) {
    const std::string name = text::fold(lexicon.value(entry, "name"));
    return name != entry.form && text::fold_to_ascii(name) == text::fold_to_ascii(entry.form);
  }

  const WordPairs& known_pairs() {
    std::call_once(pairs_made, [this] {
      for (const Form& form : forms) {
        if (is_slip(*form.lexicon, *form.entry)) continue;
        for (std::size_t i = 0; i + 1 < form.words.size(); ++i)
          pairs.add(words.word(form.words[i]), words.word(form.words[i + 1]));
      }
    });
    return pairs;
  }

  const Lexicon& table_of(std::string_view name) const {
    const auto found = tables.find(name);
    return found == tables.end() ? none : found->second;
  }

  const UnmarkedForms& unmarked_forms() {
    std::call_once(unmarked_made, [this] {
      for (const Form& form : forms) {
        // "Viet Nam" of the English table is not how the word is meant in a text without marks.
        const bool other = form.lexicon->name() == "family_names" || form.lexicon->name() == "foreign_names" ||
                           form.lexicon->name() == "english_offices";
        if (!other && !is_slip(*form.lexicon, *form.entry))
          unmarked.add(tokenize_folded(form.entry->form), UnmarkedForms::Kind::kForm);
      }
      for (const Entry& entry : table_of("unmarked_words").entries())
        unmarked.add(tokenize_folded(entry.form), UnmarkedForms::Kind::kUsual);
      for (const Entry& entry : table_of("family_names").entries()) {
        const std::string_view weight = table_of("family_names").value(entry, "weight");
        if (weight == "particle") continue;
        unmarked.add(tokenize_folded(entry.form),
                     weight == "common" ? UnmarkedForms::Kind::kFamily : UnmarkedForms::Kind::kRareFamily);
      }
    });
    return unmarked;
  }

  // Matches tell their table by its key.
  std::optional<Error> shared_key() const {
    for (auto one = tables.begin(); one != tables.end(); ++one) {
      for (auto other = std::next(one); other != tables.end(); ++other) {
        if (one->second.key() == other->second.key()) return alike_names(one->first, other->first);
      }
    }
    return std::nullopt;
  }

  std::optional<Error> build() {
    if (auto shared = shared_key()) return shared;
    std::uint64_t hash = 14695981039346656037ULL;
    for (const auto& [name, lexicon] : tables) {
      add_forms(lexicon);
      for (const Entry& entry : lexicon.entries()) {
        hash = fnv1a(fnv1a(fnv1a(hash, name), "\t"), entry.form);
        for (const std::string& value : entry.values) hash = fnv1a(fnv1a(hash, "\t"), value);
      }
    }
    fingerprint = hex(hash);
    return std::nullopt;
  }

  // The exact forms that start at `first`.
  void find_exact(const std::vector<Token>& tokens, const std::vector<int>& ids, std::size_t first,
                  std::vector<LexiconMatch>& out) const {
    std::uint32_t node = tree.first(ids[first]);
    for (std::size_t at = first; node != FormTree::kNowhere;) {
      for (std::uint32_t f = tree.form_at(node); f != FormTree::kNoForm; f = tree.form_behind(f))
        keep(out, match_of(forms[f], first, at + 1, false), first);
      ++at;
      node = at < tokens.size() ? tree.after(node, ids[at]) : FormTree::kNowhere;
      if (node != FormTree::kNowhere && tokens[at].paragraph != tokens[first].paragraph) return;
    }
  }

  // True when the form stands at `first` with no more than one slip for each four words, and one at least.
  bool stands_with_slips(const Form& form, const std::vector<Token>& tokens, const std::vector<int>& ids,
                         std::size_t first) const {
    const std::size_t count = form.words.size();
    if (first + count > tokens.size() || tokens[first + count - 1].paragraph != tokens[first].paragraph) return false;
    std::size_t others = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (ids[first + i] != form.words[i] && ++others > count / kFormulaWords) return false;
    }
    if (others == 0) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (ids[first + i] == form.words[i]) continue;
      const Token& token = tokens[first + i];
      if (token.kind != TokenKind::kWord) return false;
      const std::string_view meant = words.word(form.words[i]);
      // Another letter of two makes another word, another tone does not: "hội nghị và" is not "hội nghị là".
      const bool short_words = count_code_points(meant) <= 2 && count_code_points(token.folded) <= 2;
      if (short_words && text::fold_to_ascii(meant) != text::fold_to_ascii(token.folded)) return false;
      if (!within_one_slip(token.folded, meant)) return false;
    }
    return true;
  }

  // `fit` is Formulas::fit_of() the four words from there on.
  void find_mended(const std::vector<Token>& tokens, const std::vector<int>& ids, std::size_t first, unsigned fit,
                   std::vector<LexiconMatch>& out) const {
    formulas.each({ids[first], ids[first + 1], ids[first + 2], ids[first + 3]}, fit, [&](std::size_t f) {
      const Form& form = forms[f];
      if (stands_with_slips(form, tokens, ids, first))
        keep(out, match_of(form, first, first + form.words.size(), true), first);
    });
  }

  static LexiconMatch match_of(const Form& form, std::size_t first, std::size_t last, bool mended) {
    return {static_cast<std::uint32_t>(first),
            static_cast<std::uint32_t>(last),
            form.lexicon,
            form.entry,
            form.lexicon->key(),
            mended};
  }

  // Of each table the longest form at one token; an exact one before a mended one of the same length.
  static void keep(std::vector<LexiconMatch>& out, const LexiconMatch& match, std::size_t first) {
    for (std::size_t i = out.size(); i > 0 && out[i - 1].first == first; --i) {
      if (out[i - 1].lexicon != match.lexicon) continue;
      if (match.last > out[i - 1].last) out[i - 1] = match;
      return;
    }
    out.push_back(match);
  }
};

Dictionaries::Dictionaries() : index_(std::make_unique<Index>()) {}
Dictionaries::Dictionaries(Dictionaries&&) noexcept = default;
Dictionaries& Dictionaries::operator=(Dictionaries&&) noexcept = default;
Dictionaries::~Dictionaries() = default;

Result<Dictionaries> Dictionaries::from_tables(const std::map<std::string, std::string>& tsv_by_name) {
  Dictionaries made;
  for (const auto& [name, tsv] : tsv_by_name) {
    auto lexicon = Lexicon::parse(tsv, name);
    if (!lexicon) return tl::unexpected<Error>(lexicon.error());
    made.index_->tables.emplace(name, std::move(*lexicon));
  }
  if (auto bad = made.index_->build()) return tl::unexpected<Error>(std::move(*bad));
  return made;
}

Result<Dictionaries> Dictionaries::load(const std::filesystem::path& folder, const std::filesystem::path& added) {
  const auto tables = read_table_files(folder);
  if (!tables) {
    return fail(ErrorCode::kBadDictionary,
                {"no dictionaries found; reinstall trichluc or run it from its folder",
                 "không tìm thấy từ điển; hãy cài lại trichluc hoặc chạy từ thư mục của chương trình"},
                folder.string());
  }
  Dictionaries made;
  for (const auto& [name, tsv] : *tables) {
    auto lexicon = Lexicon::parse(tsv, name);
    if (!lexicon) {
      Error fault = lexicon.error();
      fault.where = (folder / fault.where).string();
      return tl::unexpected<Error>(std::move(fault));
    }
    made.index_->tables.emplace(name, std::move(*lexicon));
  }
  if (auto bad = made.index_->add_folder(added)) return tl::unexpected<Error>(std::move(*bad));
  if (auto bad = made.index_->build()) return tl::unexpected<Error>(std::move(*bad));
  return made;
}

const Lexicon& Dictionaries::table(std::string_view name) const {
  return index_->table_of(name);
}

std::vector<LexiconMatch> Dictionaries::find(const std::vector<Token>& tokens) const {
  std::vector<int> ids(tokens.size());
  std::vector<std::uint8_t> places(tokens.size() + kFormulaWords, 0);  // no formula goes on behind the last word
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    ids[t] = index_->words.find(tokens[t].folded);
    places[t] = static_cast<std::uint8_t>(index_->formulas.places_of(ids[t]));
  }
  std::vector<LexiconMatch> out;
  out.reserve(tokens.size());
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (ids[first] >= 0) index_->find_exact(tokens, ids, first, out);
    const unsigned fit = Formulas::fit_of(places[first], places[first + 1], places[first + 2], places[first + 3]);
    const bool all_there = first + kFormulaWords <= tokens.size();
    if (all_there && Formulas::three_fit(fit)) index_->find_mended(tokens, ids, first, fit, out);
  }
  return out;
}

void Dictionaries::mend(std::vector<Token>& tokens) const {
  const bool recognised =
      std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.recognised; });
  if (recognised) index_->known_pairs().mend(tokens);
}

void Dictionaries::restore_marks(std::vector<Token>& tokens) const {
  const bool unmarked = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.unmarked; });
  if (unmarked) index_->unmarked_forms().restore(tokens);
}

const std::string& Dictionaries::fingerprint() const {
  return index_->fingerprint;
}

}  // namespace trichluc
