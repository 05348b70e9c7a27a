#include "extractors/reading.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>

#include "pipeline/base/blanks.h"
#include "pipeline/base/utf8.h"

namespace trichluc {
namespace {

// A mended word has as many letters as the one that was read; each takes the case that stood in its place.
std::string in_case_of(std::string_view folded, std::string_view shaped) {
  std::string out;
  std::size_t k = 0;
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint letter = code_point_at(folded, i);
    const bool upper = k < shaped.size() && u_isupper(static_cast<UChar32>(code_point_at(shaped, k).value)) != 0;
    append_utf8(out, upper ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter.value))) : letter.value);
    i += letter.size;
    if (k < shaped.size()) k += code_point_at(shaped, k).size;
  }
  return out;
}

// What the normaliser repaired is told beside the quote, as the recogniser's slips are.
void mark_repaired(const std::vector<text::Repair>& repairs, std::vector<Token>& tokens) {
  auto token = tokens.begin();
  for (const text::Repair& repair : repairs) {
    while (token != tokens.end() && token->span.end <= repair.in_folded.begin) ++token;
    if (token == tokens.end()) return;
    if (token->span.overlaps(repair.in_folded)) token->mended = true;
  }
}

// Blanks of a typewriter-like layout between two columns; one or two also stand between words.
constexpr std::size_t kColumnGap = 4;

// Where tabs and such blanks stand, one after the other.
class Gaps {
 public:
  explicit Gaps(std::string_view raw) : raw_(raw), tab_(raw.find('\t')), blanks_(find_blanks(raw, kColumnGap)) {}

  // The first at or behind this byte; asked for ever later ones.
  std::size_t from(std::size_t at) {
    if (tab_ < at) tab_ = raw_.find('\t', at);
    if (blanks_ < at) blanks_ = find_blanks(raw_, kColumnGap, at);
    return std::min(tab_, blanks_);
  }

 private:
  std::string_view raw_;
  std::size_t tab_;
  std::size_t blanks_;
};

// Two numbers in neighbouring cells are neither one number nor a range, whatever stands between them. From gap to gap
// of the text as read: most texts have none.
void mark_cells(const text::NormalizedText& text, std::vector<Token>& tokens) {
  const std::string_view raw = text.raw();
  Gaps gaps(raw);
  auto token = tokens.begin();
  for (std::size_t at = gaps.from(0); at != std::string_view::npos;) {
    token = std::partition_point(token, tokens.end(), [&](const Token& t) { return text.to_raw(t.span).begin <= at; });
    if (token == tokens.end()) return;
    const std::size_t end = text.to_raw(token->span).begin;
    if (token != tokens.begin() && token->blank_before) {
      const std::size_t begin = std::min(text.to_raw((token - 1)->span).end, end);
      const std::string_view gap = raw.substr(begin, end - begin);
      token->cell_before = gap.find('\t') != std::string_view::npos;
      token->column_before =
          gap.find('\n') == std::string_view::npos && (token->cell_before || gap.size() >= kColumnGap);
    }
    at = gaps.from(end);
  }
}

}  // namespace

Reading::Reading(const text::NormalizedText& text, const Dictionaries& dictionaries)
    : text_(text), dictionaries_(dictionaries), stream_(tokenize(text)), count_(stream_.tokens.size()) {
  mark_repaired(text.repairs(), stream_.tokens);
  mark_cells(text, stream_.tokens);
  dictionaries.mend(stream_.tokens);
  dictionaries.restore_marks(stream_.tokens);
  matches_ = dictionaries.find(stream_.tokens);
  index_matches();
  index_paragraphs();
  for (std::uint32_t t = 0; t < count_; ++t) {
    if (stream_.tokens[t].folded == ";" || stream_.tokens[t].folded == ":") clause_marks_.push_back(t);
  }
  read_quantities();
  taken_.resize(count_, false);
}

void Reading::add_matches(const std::vector<LexiconMatch>& matches) {
  if (matches.empty()) return;
  std::vector<LexiconMatch> all;
  all.reserve(matches_.size() + matches.size());
  std::merge(matches_.begin(), matches_.end(), matches.begin(), matches.end(), std::back_inserter(all),
             [](const LexiconMatch& a, const LexiconMatch& b) { return a.first < b.first; });
  matches_ = std::move(all);
  for (auto& shelf : on_shelf_) shelf.clear();
  index_matches();
  read_quantities();
}

// They point into matches_.
void Reading::read_quantities() {
  quantities_ = scan_quantities(stream_.tokens, matches_);
  quantity_index_.assign(count_, 0);
  for (std::uint32_t q = 0; q < quantities_.size(); ++q) quantity_index_[quantities_[q].first] = q + 1;
}

void Reading::index_matches() {
  starts_.assign(count_ + 1, 0);
  ends_.assign(count_ + 1, 0);
  tables_at_.assign(count_, 0);
  tables_before_.assign(count_, 0);
  tables_in_.assign(stream_.sentences.size(), 0);
  for (std::uint32_t m = 0; m < matches_.size(); ++m) {
    const LexiconMatch& match = matches_[m];
    const std::size_t shelf = match.table.shelf();
    tables_at_[match.first] |= std::uint64_t{1} << shelf;
    tables_in_[stream_.tokens[match.first].sentence] |= std::uint64_t{1} << shelf;
    tables_before_[match.last - 1] |= std::uint64_t{1} << shelf;
    on_shelf_[shelf].push_back(m);
    ++starts_[match.first + 1];
    ++ends_[match.last - 1];
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  // From behind, so that what counted the matches up to a token comes to be where those begin that end with it.
  by_end_.resize(matches_.size());
  for (std::size_t m = matches_.size(); m-- > 0;)
    by_end_[--ends_[matches_[m].last - std::size_t{1}]] = static_cast<std::uint32_t>(m);
}

// A paragraph without a token begins where the next one does.
void Reading::index_paragraphs() {
  const auto& tokens = stream_.tokens;
  const std::size_t count = tokens.empty() ? 0 : tokens.back().paragraph + std::size_t{1};
  paragraph_starts_.reserve(count);
  for (std::uint32_t t = 0; t < tokens.size(); ++t) {
    if (tokens[t].paragraph >= paragraph_starts_.size())
      paragraph_starts_.resize(tokens[t].paragraph + std::size_t{1}, t);
  }
}

std::vector<std::uint32_t> Reading::matches_of(TableKey table) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t m : on_shelf_[table.shelf()]) {
    if (matches_[m].is_of(table)) found.push_back(m);
  }
  return found;
}

std::vector<std::uint32_t> Reading::matches_of(std::initializer_list<TableKey> tables) const {
  std::vector<std::uint32_t> found;
  for (const TableKey table : tables) {
    const std::vector<std::uint32_t> of_one = matches_of(table);
    const auto middle = static_cast<std::ptrdiff_t>(found.size());
    found.insert(found.end(), of_one.begin(), of_one.end());
    std::inplace_merge(found.begin(), found.begin() + middle, found.end());
  }
  return found;
}

const LexiconMatch* Reading::next_match(std::size_t first, std::size_t last, TableKey table) const {
  if (first >= last) return nullptr;
  const std::uint32_t sentence = stream_.tokens[first].sentence;
  const bool within = stream_.tokens[last - 1].sentence == sentence;
  if (within && (tables_in_[sentence] >> table.shelf() & 1U) == 0) return nullptr;
  for (std::size_t t = first; t < last; ++t) {
    if (const LexiconMatch* match = match_at(t, table)) return match;
  }
  return nullptr;
}

const LexiconMatch* Reading::one_of_matches_at(std::size_t token, TableKey table) const {
  for (std::uint32_t m = starts_[token]; m < starts_[token + 1]; ++m) {
    if (matches_[m].is_of(table)) return &matches_[m];
  }
  return nullptr;
}

const LexiconMatch* Reading::one_of_matches_before(std::size_t token, TableKey table) const {
  const LexiconMatch* longest = nullptr;
  for (std::uint32_t k = ends_[token - 1]; k < ends_[token]; ++k) {
    const LexiconMatch& match = matches_[by_end_[k]];
    if (!match.is_of(table)) continue;
    if (longest == nullptr || match.first < longest->first) longest = &match;
  }
  return longest;
}

void Reading::mark_taken(const std::vector<Span>& spans) {
  const auto& tokens = stream_.tokens;
  for (const Span span : spans) {
    for (std::size_t at = token_from(span.begin); at < tokens.size() && tokens[at].span.end <= span.end; ++at)
      taken_[at] = true;
  }
}

std::string_view Reading::gap_before(std::size_t token) const {
  if (token == 0) return {};
  const std::size_t begin = text_.to_raw(stream_.tokens[token - 1].span).end;
  const std::size_t end = text_.to_raw(stream_.tokens[token].span).begin;
  return end > begin ? std::string_view(text_.raw()).substr(begin, end - begin) : std::string_view{};
}

std::size_t Reading::token_from(std::size_t offset) const {
  const auto found = std::partition_point(stream_.tokens.begin(), stream_.tokens.end(),
                                          [&](const Token& token) { return token.span.begin < offset; });
  return static_cast<std::size_t>(found - stream_.tokens.begin());
}

Span Reading::span_of(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  return {stream_.tokens[first].span.begin, stream_.tokens[last - 1].span.end};
}

std::string Reading::repaired(Span in_folded) const {
  const auto ends_before = [](const Token& token, std::size_t at) { return token.span.end <= at; };
  auto token = std::lower_bound(stream_.tokens.begin(), stream_.tokens.end(), in_folded.begin, ends_before);
  for (; token != stream_.tokens.end() && token->span.end <= in_folded.end; ++token) {
    if (token->mended || token->restored) return spelled(in_folded, true);
  }
  return {};
}

bool Reading::is_unmarked(Span in_folded) const {
  const auto& tokens = stream_.tokens;
  const auto token = std::lower_bound(tokens.begin(), tokens.end(), in_folded.begin,
                                      [](const Token& t, std::size_t at) { return t.span.end <= at; });
  return token != tokens.end() && token->unmarked;
}

std::string Reading::words(Span in_folded) const {
  return spelled(in_folded, false);
}

std::string Reading::spelled(Span in_folded, bool with_marks) const {
  std::string out;
  std::size_t begin = in_folded.begin;
  const auto ends_before = [](const Token& token, std::size_t at) { return token.span.end <= at; };
  auto token = std::lower_bound(stream_.tokens.begin(), stream_.tokens.end(), begin, ends_before);
  for (; token != stream_.tokens.end() && token->span.end <= in_folded.end; ++token) {
    const bool other = token->mended || (with_marks && token->restored);
    if (!other || token->span.begin < begin) continue;
    out += slice(text_.raw(), text_.to_raw({begin, token->span.begin}));
    out += in_case_of(token->folded, token->shaped);
    begin = token->span.end;
  }
  out += slice(text_.raw(), text_.to_raw({begin, in_folded.end}));
  return text::to_nfc(out);
}

}  // namespace trichluc
