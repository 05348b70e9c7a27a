#include "pipeline/query/search/search_query.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/base/utf8.h"
#include "pipeline/store/index_words.h"

namespace trichluc {
namespace {

constexpr int kDeepest = 50;
constexpr std::size_t kMostTerms = 200;

struct Fault {
  Message what;
};

struct Piece {
  enum class Kind { kText, kQuoted, kOpen, kClose } kind = Kind::kText;
  std::string text;
  std::string field;  // of a filter
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string quoted(std::string_view typed, std::size_t& at) {
  const std::size_t end = typed.find('"', at + 1);
  if (end == std::string_view::npos) throw Fault{{"a quotation mark is not closed", "thiếu dấu ngoặc kép đóng"}};
  std::string text(typed.substr(at + 1, end - at - 1));
  at = end + 1;
  return text;
}

bool is_field(std::string_view word) {
  constexpr std::array<std::string_view, 9> kFields = {"year",     "place",     "official", "type", "amount",
                                                       "currency", "publisher", "section",  "doc"};
  return std::find(kFields.begin(), kFields.end(), word) != kFields.end();
}

Piece word_piece(std::string_view typed, std::size_t& at) {
  const std::size_t begin = at;
  while (at < typed.size() && !is_blank(typed[at]) &&
         std::string_view("()\"").find(typed[at]) == std::string_view::npos) {
    if (typed[at] == ':' && is_field(typed.substr(begin, at - begin))) {
      Piece piece{Piece::Kind::kText, "", std::string(typed.substr(begin, at - begin))};
      ++at;
      if (at < typed.size() && typed[at] == '"') {
        piece.text = quoted(typed, at);
      } else {
        const std::size_t value = at;
        while (at < typed.size() && !is_blank(typed[at]) && typed[at] != '(' && typed[at] != ')') ++at;
        piece.text = typed.substr(value, at - value);
      }
      return piece;
    }
    ++at;
  }
  return {Piece::Kind::kText, std::string(typed.substr(begin, at - begin)), ""};
}

std::vector<Piece> pieces_of(std::string_view typed) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < typed.size();) {
    if (is_blank(typed[at])) {
      ++at;
    } else if (typed[at] == '(' || typed[at] == ')') {
      pieces.push_back({typed[at++] == '(' ? Piece::Kind::kOpen : Piece::Kind::kClose, "", ""});
    } else if (typed[at] == '"') {
      std::string text = quoted(typed, at);
      if (at < typed.size() && typed[at] == '*') text += typed[at++];
      pieces.push_back({Piece::Kind::kQuoted, text, ""});
    } else {
      pieces.push_back(word_piece(typed, at));
    }
  }
  return pieces;
}

template <class Number>
Number number_of(const std::string& text, const char* field) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) {
    throw Fault{{std::string(field) + ": no number: " + text, std::string(field) + ": không phải là số: " + text}};
  }
  return number;
}

void set_years(SearchFilters& filters, const std::string& text) {
  const std::size_t dots = text.find("..");
  const std::string first = text.substr(0, dots);
  const std::string last = dots == std::string::npos ? first : text.substr(dots + 2);
  if (!first.empty() || last.empty()) filters.first_year = number_of<int>(first, "year");
  if (!last.empty()) filters.last_year = number_of<int>(last, "year");
}

void set_amount(SearchFilters& filters, const std::string& text) {
  std::size_t signs = 0;
  while (signs < text.size() && (text[signs] == '<' || text[signs] == '>' || text[signs] == '=')) ++signs;
  const std::string sign = text.substr(0, signs);
  if (!sign.empty() && sign != "=" && sign != ">" && sign != "<" && sign != ">=" && sign != "<=") {
    throw Fault{{"amount: give =, <, >, <= or >= and a number", "amount: hãy ghi =, <, >, <= hoặc >= rồi một số"}};
  }
  filters.amount_operator = sign.empty() ? "=" : sign;
  filters.amount = number_of<double>(text.substr(signs), "amount");
}

void set_filter(SearchFilters& filters, const Piece& piece) {
  if (piece.text.empty()) throw Fault{{piece.field + ": has no value", piece.field + ": thiếu giá trị"}};
  if (piece.field == "year") return set_years(filters, piece.text);
  if (piece.field == "amount") return set_amount(filters, piece.text);
  if (piece.field == "place") filters.place = piece.text;
  if (piece.field == "official") filters.official = piece.text;
  if (piece.field == "type") filters.type = piece.text;
  if (piece.field == "currency") filters.currency = piece.text;
  if (piece.field == "publisher") filters.publisher = piece.text;
  if (piece.field == "section") filters.section = piece.text;
  if (piece.field == "doc") filters.document = piece.text;
}

bool is_plain(const Piece& piece) {
  const std::string& text = piece.text;
  const bool operates = text == "AND" || text == "OR" || text == "NOT" || (!text.empty() && text.back() == '*');
  return piece.kind == Piece::Kind::kText && !operates;
}

// or := and {OR and};  and := unit {[AND] unit | NOT unit};  unit := phrase | '(' or ')'
class Parser {
 public:
  explicit Parser(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

  std::optional<SearchNode> parse() {
    auto node = alternatives(0);
    if (at_ < pieces_.size()) throw Fault{{"a parenthesis was never opened", "thừa dấu ngoặc đơn đóng"}};
    return node;
  }

 private:
  bool is_operator(const char* name) const {
    return at_ < pieces_.size() && pieces_[at_].kind == Piece::Kind::kText && pieces_[at_].text == name;
  }
  bool at_end() const { return at_ >= pieces_.size() || pieces_[at_].kind == Piece::Kind::kClose; }

  static std::optional<SearchNode> joined(SearchNode::Kind kind, std::optional<SearchNode> a,
                                          std::optional<SearchNode> b) {
    if (!a) return kind == SearchNode::Kind::kNot ? std::nullopt : b;
    if (!b) return a;
    return SearchNode{kind, {}, {std::move(*a), std::move(*b)}};
  }

  std::optional<SearchNode> alternatives(int depth) {
    auto node = conjunction(depth);
    while (is_operator("OR")) {
      ++at_;
      node = joined(SearchNode::Kind::kOr, std::move(node), conjunction(depth));
    }
    return node;
  }

  std::optional<SearchNode> conjunction(int depth) {
    std::optional<SearchNode> node;
    while (!at_end() && !is_operator("OR")) {
      if (is_operator("AND")) {
        ++at_;
      } else if (is_operator("NOT")) {
        ++at_;
        auto without = at_end() ? std::nullopt : unit(depth);
        if (!node && without) {
          throw Fault{{"NOT needs something before it to take away from", "trước NOT phải có từ cần tìm"}};
        }
        node = joined(SearchNode::Kind::kNot, std::move(node), std::move(without));
      } else {
        node = joined(SearchNode::Kind::kAnd, std::move(node), unit(depth));
      }
    }
    return node;
  }

  std::optional<SearchNode> unit(int depth) {
    const Piece piece = pieces_[at_++];
    if (piece.kind != Piece::Kind::kOpen) return phrase(piece.text);
    if (depth >= kDeepest) throw Fault{{"too many parentheses", "quá nhiều dấu ngoặc đơn"}};
    auto node = alternatives(depth + 1);
    if (at_ >= pieces_.size()) throw Fault{{"a parenthesis is not closed", "thiếu dấu ngoặc đơn đóng"}};
    ++at_;
    return node;
  }

  // "58/2022/NĐ-CP" is several words, and they stand together.
  std::optional<SearchNode> phrase(const std::string& text) {
    SearchNode node;
    for (const store::IndexWord& word : store::index_words(text)) node.words.push_back({word.key, word.plain, false});
    if (node.words.empty()) return std::nullopt;
    node.words.back().prefix = text.back() == '*';
    terms_ += node.words.size();
    if (terms_ > kMostTerms) throw Fault{{"too many words", "quá nhiều từ"}};
    return node;
  }

  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  std::size_t terms_ = 0;
};

}  // namespace

bool SearchFilters::any() const {
  return first_year || last_year || !amount_operator.empty() ||
         !(place + official + type + currency + publisher + section + document).empty();
}

Result<SearchQuery> parse_search(std::string_view typed) try {
  if (typed.size() > kLongestQuery) throw Fault{{"longer than 4096 bytes", "dài hơn 4096 byte"}};
  if (!is_valid_utf8(typed) || typed.find('\0') != std::string_view::npos) {
    throw Fault{{"no valid UTF-8 text", "không phải văn bản UTF-8 hợp lệ"}};
  }
  SearchQuery query;
  std::vector<Piece> words;
  for (Piece& piece : pieces_of(typed)) {
    if (!piece.field.empty()) {
      set_filter(query.filters, piece);
    } else {
      query.words += (query.words.empty() ? "" : " ") + piece.text;
      query.plain = query.plain && is_plain(piece);
      words.push_back(std::move(piece));
    }
  }
  query.node = Parser(std::move(words)).parse();
  if (!query.node && !query.filters.any()) throw Fault{{"holds no word to look for", "không có từ nào để tìm"}};
  return query;
} catch (const Fault& fault) {
  return fail(ErrorCode::kBadArguments, {"the query: " + fault.what.en, "câu tìm kiếm: " + fault.what.vi}, "");
}

bool expands(const SearchNode& node) {
  return std::any_of(node.words.begin(), node.words.end(), [](const SearchWord& word) { return word.expands(); }) ||
         std::any_of(node.parts.begin(), node.parts.end(), [](const SearchNode& part) { return expands(part); });
}

std::string to_fts5(const SearchNode& node, bool expanded) {
  if (node.kind != SearchNode::Kind::kPhrase) {
    const char* sign = node.kind == SearchNode::Kind::kAnd  ? " AND "
                       : node.kind == SearchNode::Kind::kOr ? " OR "
                                                            : " NOT ";
    // What is taken away is taken away in all its forms, in both passes.
    const bool second = expanded || node.kind == SearchNode::Kind::kNot;
    std::string terms = "(" + to_fts5(node.parts[0], expanded);
    for (std::size_t i = 1; i < node.parts.size(); ++i) terms += sign + to_fts5(node.parts[i], second);
    return terms + ")";
  }
  std::string terms;
  for (const SearchWord& word : node.words) {
    if (!terms.empty()) terms += ' ';
    terms += expanded && word.expands() ? store::kPlainMark + word.plain : word.key;
  }
  return "\"" + terms + "\"" + (node.words.back().prefix ? " *" : "");
}

}  // namespace trichluc
