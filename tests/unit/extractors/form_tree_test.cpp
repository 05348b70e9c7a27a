#include "extractors/lexicon/form_tree.h"

#include <catch2/catch.hpp>
#include <vector>

#include "extractors/lexicon/formulas.h"

namespace trichluc {
namespace {

// The forms that end where these words lead.
std::vector<std::uint32_t> forms_of(const FormTree& tree, const std::vector<int>& words) {
  std::uint32_t node = tree.first(words.front());
  for (std::size_t i = 1; i < words.size() && node != FormTree::kNowhere; ++i) node = tree.after(node, words[i]);
  std::vector<std::uint32_t> forms;
  if (node == FormTree::kNowhere) return forms;
  for (std::uint32_t f = tree.form_at(node); f != FormTree::kNoForm; f = tree.form_behind(f)) forms.push_back(f);
  return forms;
}

using Forms = std::vector<std::uint32_t>;

TEST_CASE("forms are found by all their words, and several that end alike in the order they came") {
  FormTree tree;
  tree.add(0, {4, 5});
  tree.add(1, {4, 5, 6});
  tree.add(2, {4, 5});
  tree.add(3, {5});
  CHECK(forms_of(tree, {4, 5}) == Forms{0, 2});
  CHECK(forms_of(tree, {4, 5, 6}) == Forms{1});
  CHECK(forms_of(tree, {5}) == Forms{3});
  CHECK(forms_of(tree, {4}) == Forms{});
  CHECK(forms_of(tree, {6}) == Forms{});
  CHECK(forms_of(tree, {4, -1}) == Forms{});
  CHECK(tree.first(-1) == FormTree::kNowhere);
  CHECK(tree.first(1000) == FormTree::kNowhere);
}

TEST_CASE("thousands of forms are told apart") {
  FormTree tree;
  constexpr int kSide = 200;
  for (int a = 0; a < kSide; ++a) {
    for (int b = 0; b < kSide; ++b) tree.add(static_cast<std::uint32_t>(a * kSide + b), {a, b, a});
  }
  for (int a = 0; a < kSide; ++a) {
    for (int b = 0; b < kSide; ++b)
      REQUIRE(forms_of(tree, {a, b, a}) == Forms{static_cast<std::uint32_t>(a * kSide + b)});
  }
  CHECK(forms_of(tree, {1, 2, 3}) == Forms{});
}

std::vector<std::size_t> formulas_for(const Formulas& formulas, const Formulas::Words& words) {
  std::vector<std::size_t> found;
  const unsigned fit = Formulas::fit_of(formulas.places_of(words[0]), formulas.places_of(words[1]),
                                        formulas.places_of(words[2]), formulas.places_of(words[3]));
  if (Formulas::three_fit(fit)) formulas.each(words, fit, [&](std::size_t form) { found.push_back(form); });
  return found;
}

TEST_CASE("a formula is looked at once where all its words stand or three of them") {
  Formulas formulas;
  formulas.add(0, {1, 2, 3, 4, 9});
  formulas.add(1, {1, 2, 3, 5, 9});
  formulas.add(2, {6, 2, 3, 4, 9});
  using Found = std::vector<std::size_t>;
  CHECK(formulas_for(formulas, {1, 2, 3, 4}) == Found{0, 1, 2});
  CHECK(formulas_for(formulas, {1, 2, 3, -1}) == Found{0, 1});
  CHECK(formulas_for(formulas, {-1, 2, 3, 5}) == Found{1});
  CHECK(formulas_for(formulas, {1, 7, 3, 4}) == Found{0});
  CHECK(formulas_for(formulas, {1, 2, 7, 8}) == Found{});
}

}  // namespace
}  // namespace trichluc
