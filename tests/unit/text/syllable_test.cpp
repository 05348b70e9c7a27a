#include "pipeline/text/syllable.h"

#include <catch2/catch.hpp>
#include <string>

namespace trichluc::text {
namespace {

std::string of(Syllable kind, std::initializer_list<std::string_view> words) {
  std::string others;
  for (const std::string_view word : words) {
    if (judge_syllable(word) != kind) others += std::string(word) + " ";
  }
  return others;
}

TEST_CASE("a syllable with Vietnamese marks is known by onset, rime and tone") {
  CHECK(of(Syllable::kMarked, {"nước",
                               "nghiêng",
                               "Việt",
                               "ĐƯỜNG",
                               "phủ",
                               "uỷ",
                               "ủy",
                               "hoà",
                               "hòa",
                               "khoẻ",
                               "khỏe",
                               "thuý",
                               "thúy",
                               "quý",
                               "quỹ",
                               "quốc",
                               "quyết",
                               "quỳnh",
                               "quýt",
                               "quờ",
                               "giữ",
                               "già",
                               "giếng",
                               "gì",
                               "gìn",
                               "giết",
                               "yếu",
                               "yên",
                               "ý",
                               "ở",
                               "à",
                               "ạ",
                               "khuỷu",
                               "khuyến",
                               "xoóng",
                               "soóc",
                               "thuở",
                               "huơ",
                               "khuếch",
                               "đ"
                               "i",
                               "ngoằn",
                               "nguyễn",
                               "Đắk",
                               "Kạn",
                               "mía",
                               "của",
                               "tự",
                               "rượu",
                               "bưởi",
                               "đoái",
                               "ngoéo",
                               "đặc",
                               "biệt",
                               "chính",
                               "ách"}) == "");
}

TEST_CASE("a syllable that needs no marks is known as it stands") {
  CHECK(of(Syllable::kPlain, {"trong", "anh", "cho", "Nam", "hai", "thanh", "quan", "gia", "khi", "xanh", "y", "quy",
                              "THANH", "oan", "nghe", "ghi", "khoan", "Kon", "Thy"}) == "");
}

TEST_CASE("a syllable without its marks is known as such") {
  CHECK(of(Syllable::kStripped, {"nuoc", "Viet", "quoc", "hoc", "cat", "nguyen", "duong", "bac", "phap", "dich", "tieu",
                                 "muon", "giet", "quyet"}) == "");
}

TEST_CASE("a word against the spelling is no syllable") {
  CHECK(of(Syllable::kNone, {"",
                             "ngiêng",
                             "kướ",
                             "tổc",
                             "viêt",
                             "nứơc",
                             "hòan",
                             "tàí",
                             "cêu",
                             "ngê",
                             "gê",
                             "ghà",
                             "ngha",
                             "qốc",
                             "quô"
                             "uc",
                             "fàn",
                             "wà",
                             "bl",
                             "ng",
                             "đ",
                             "ầnh",
                             "trờng",
                             "gìa",
                             "yăn",
                             "iến",
                             "myến",
                             "Céng",
                             "hßa",
                             "héi",
                             "nhaân",
                             "daân",
                             "Uûy",
                             "V\xC2\xA8n",
                             "number",
                             "projects",
                             "and",
                             "nghiêngh",
                             "nghiênggg",
                             "hoạt1",
                             "3",
                             "\xFF",
                             "khơng",
                             "cịn",
                             "cĩ"}) == "");
}

TEST_CASE("a decomposed syllable is the composed one, whatever the order of its marks") {
  CHECK(of(Syllable::kMarked,
           {"nu\u031Bo\u031B\u0301c", "Vie\u0323\u0302t", "Vie\u0302\u0323t", "Vi\u1EB9\u0302t", "ho\u0300a"}) == "");
  CHECK(of(Syllable::kNone, {"a\u031Bn", "\u0301an", "vie\u0301\u0323n", "b\u0301a", "nghieng\u0301\u0301"}) == "");
}

TEST_CASE("letters are counted past the longest syllable and dropped when cleared") {
  SyllableLetters letters;
  for (int i = 0; i < 1000; ++i) letters.add(U'a');
  CHECK(letters.size() == 1000);
  CHECK(letters.judge() == Syllable::kNone);
  letters.clear();
  letters.add(U'à');
  CHECK(letters.judge() == Syllable::kMarked);
}

TEST_CASE("every letter of Vietnamese is taken apart and put together again") {
  const std::u32string_view letters =
      U"aàáảãạăằắẳẵặâầấẩẫậđeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵbcdz"
      U"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴBCDZ";
  for (const char32_t letter : letters) CHECK(put_together(take_apart(letter)) == letter);
  for (const char32_t other : {U'ä', U'ÿ', U'Ỻ', U'1', U'@', U'\0', U'😀'}) CHECK(!take_apart(other).is_letter());
}

}  // namespace
}  // namespace trichluc::text
