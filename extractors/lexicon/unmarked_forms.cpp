#include "extractors/lexicon/unmarked_forms.h"

#include <algorithm>

#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::string_view kNumber = "0";
constexpr std::string_view kCapital = "^";

// A form of many words is hardly there by chance. Of two ways to cut the same words the one with the longer forms wins:
// "(của) (Việt Nam)", not "(Cửa Việt) (năm)".
double worth(std::size_t words, bool usual) {
  const auto count = static_cast<double>(words);
  if (words == 1) return usual ? 1 : 0.5;
  return usual ? count * count - 1 : count * count;
}

constexpr double kWorthOfFamily = 1.2;  // more than one word, less than a form of two

bool has_neighbour_in_capitals(const std::vector<Token>& tokens, std::size_t at) {
  const auto in_capitals = [&](std::size_t other) {
    return other < tokens.size() && tokens[other].paragraph == tokens[at].paragraph && tokens[other].all_capitals;
  };
  return in_capitals(at - 1) || in_capitals(at + 1);  // before the first: no such token
}

// "Van" in "Nguyen Van An": one of several capitalised words is a part of a name; "TT" between small words is short for
// something.
bool stands_alone(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.all_capitals) return has_neighbour_in_capitals(tokens, at);
  if (!token.capital || at == 0) return true;
  const Token& before = tokens[at - 1];
  const bool goes_on = before.kind == TokenKind::kWord && before.capital && before.paragraph == token.paragraph;
  return !goes_on || before.all_capitals;
}

// So many capitalised words and more, the first of them here?
bool begins_name(const std::vector<Token>& tokens, std::size_t first, std::size_t words) {
  if (first + words > tokens.size()) return false;
  for (std::size_t at = first; at < first + words; ++at) {
    const Token& token = tokens[at];
    const bool joins = token.paragraph == tokens[first].paragraph &&
                       (token.all_capitals == tokens[first].all_capitals || token.folded.size() == 1);
    if (token.kind != TokenKind::kWord || !token.capital || !joins) return false;
  }
  return true;
}

}  // namespace

int UnmarkedForms::bare_id(std::string_view word) {
  const int id = bare_.add(text::fold_to_ascii(word));
  if (static_cast<std::size_t>(id) >= several_.size()) several_.push_back(0);
  return id;
}

void UnmarkedForms::add(const std::vector<Token>& form, Kind kind) {
  const bool is_family = kind == Kind::kFamily || kind == Kind::kRareFamily;
  Words words;
  std::size_t node = 0;
  for (const Token& token : form) {
    const int id = marked_.add(token.folded);
    words.push_back(id);
    if (static_cast<std::size_t>(id) == bare_of_.size()) {
      bare_of_.push_back(bare_id(token.folded));
      ++several_[static_cast<std::size_t>(bare_of_.back())];
    }
    const int bare = bare_of_[static_cast<std::size_t>(id)];
    if (is_family) continue;
    const auto [step, is_new] = nodes_[node].next.emplace(bare, nodes_.size());
    node = step->second;
    if (is_new) nodes_.emplace_back();
  }
  if (words.empty()) return;
  if (is_family) {
    auto& families = kind == Kind::kFamily ? families_ : rare_families_;
    if (words.size() == 1) families.emplace(bare_of_[static_cast<std::size_t>(words.front())], std::move(words));
    return;
  }
  if (kind == Kind::kUsual) {
    nodes_[node].usual = std::move(words);
    return;
  }
  std::vector<Words>& forms = nodes_[node].forms;
  if (std::find(forms.begin(), forms.end(), words) == forms.end()) forms.push_back(std::move(words));
}

// What words that end at this node mean; null: nothing, or one of several things.
const UnmarkedForms::Words* UnmarkedForms::meant(const Node& node, std::size_t count) const {
  if (!node.usual.empty()) return &node.usual;
  if (node.forms.size() != 1) return nullptr;
  const Words& only = node.forms.front();
  if (count > 1) return &only;
  const int bare = bare_of_[static_cast<std::size_t>(only.front())];
  return several_[static_cast<std::size_t>(bare)] == 1 ? &only : nullptr;
}

// Looks at one text from its end to its beginning.
class UnmarkedForms::Walk {
 public:
  Walk(const UnmarkedForms& forms, const std::vector<Token>& tokens)
      : forms_(forms), tokens_(tokens), number_(forms.bare_.find(kNumber)), capital_(forms.bare_.find(kCapital)) {
    ids_.reserve(tokens.size());
    for (const Token& token : tokens) {
      const bool number = token.kind == TokenKind::kNumber;
      ids_.push_back(number ? number_ : token.unmarked ? forms.bare_.find(token.folded) : -1);
    }
  }

  std::vector<Step> steps() {
    steps_.assign(tokens_.size() + 1, Step{});
    for (std::size_t at = tokens_.size(); at-- > 0;) {
      steps_[at].score = steps_[at + 1].score;
      if (!tokens_[at].unmarked) continue;
      offer_family(at, forms_.families_, 2);
      offer_family(at, forms_.rare_families_, 3);
      follow_forms(at);
    }
    return std::move(steps_);
  }

 private:
  // The words from the first token up to `at` lead to a node of the tree.
  struct Reached {
    std::size_t at = 0;
    std::size_t node = 0;
  };

  void offer(std::size_t at, std::size_t count, double score, const Words* words) {
    const double all = score + steps_[at + count].score;
    if (all > steps_[at].score) steps_[at] = {all, count, words};
  }

  void offer_family(std::size_t at, const std::map<int, Words>& families, std::size_t words) {
    const auto family = families.find(ids_[at]);
    if (family != families.end() && begins_name(tokens_, at, words)) offer(at, 1, kWorthOfFamily, &family->second);
  }

  // Every form that begins at this token.
  void follow_forms(std::size_t first) {
    std::vector<Reached> open = {{first, 0}};
    while (!open.empty()) {
      const Reached reached = open.back();
      open.pop_back();
      if (!goes_on(first, reached.at)) continue;
      step(first, reached, ids_[reached.at], open);
      if (reached.at > first && tokens_[reached.at].capital) step(first, reached, capital_, open);
    }
  }

  bool goes_on(std::size_t first, std::size_t at) const {
    if (at == first) return true;
    return at < tokens_.size() && tokens_[at].paragraph == tokens_[first].paragraph && !tokens_[at].cell_before;
  }

  void step(std::size_t first, const Reached& from, int id, std::vector<Reached>& open) {
    const auto& next = forms_.nodes_[from.node].next;
    const auto found = id < 0 ? next.end() : next.find(id);
    if (found == next.end()) return;
    const Node& node = forms_.nodes_[found->second];
    const std::size_t count = from.at + 1 - first;
    const Words* words = forms_.meant(node, count);
    // The number or the name behind it only tells what it means; it may begin a form itself ("đạt" "5 tỷ", "ông" "Lê").
    const bool told_by_last = count > 1 && (id == number_ || id == capital_);
    if (words != nullptr && (count > 1 || stands_alone(tokens_, first)))
      offer(first, told_by_last ? count - 1 : count, worth(count, !node.usual.empty()), words);
    open.push_back({from.at + 1, found->second});
  }

  const UnmarkedForms& forms_;
  const std::vector<Token>& tokens_;
  const int number_;
  const int capital_;
  std::vector<int> ids_;
  std::vector<Step> steps_;
};

void UnmarkedForms::restore(std::vector<Token>& tokens) const {
  if (std::none_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.unmarked; })) return;
  const std::vector<Step> steps = Walk(*this, tokens).steps();
  for (std::size_t at = 0; at < tokens.size(); at += steps[at].count) {
    if (steps[at].words == nullptr) continue;
    for (std::size_t k = 0; k < steps[at].count; ++k) {
      Token& token = tokens[at + k];
      const std::string_view meant = marked_.word((*steps[at].words)[k]);
      if (token.kind != TokenKind::kWord || meant == kCapital || meant == token.folded) continue;
      token.folded = meant;
      token.restored = true;
    }
  }
}

}  // namespace trichluc
