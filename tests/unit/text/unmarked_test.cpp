#include "pipeline/text/unmarked.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "pipeline/text/page_markers.h"

namespace trichluc::text {
namespace {

const std::string kBare = "Den nay tren dia ban tinh co 9 to chuc phi chinh phu nuoc ngoai hoat dong";
const std::string kMarked = "Đến nay trên địa bàn tỉnh có 9 tổ chức phi chính phủ nước ngoài hoạt động";

// For each line: '1' Vietnamese without marks, '0' not; empty where no line is.
std::string unmarked(const std::vector<std::string>& lines) {
  std::string shaped;
  std::vector<Span> spans;
  for (const std::string& line : lines) {
    spans.push_back({shaped.size(), shaped.size() + line.size()});
    shaped += line + "\n";
  }
  std::string out;
  for (const bool each : unmarked_paragraphs(shaped, spans)) out += each ? '1' : '0';
  return out;
}

TEST_CASE("a text that is typed without marks is known by its syllables") {
  CHECK(unmarked({kBare}) == "1");
  CHECK(unmarked({kBare, "Y te: 96.000 USD", kBare}) == "111");  // a short line is what the others are
}

TEST_CASE("a passage with its marks stays as it is in a text without them") {
  CHECK(unmarked({kBare, kMarked, kBare, kBare}) == "1011");
}

TEST_CASE("in a text with its marks what stands bare is left alone") {
  CHECK(unmarked({kMarked}).empty());
  CHECK(unmarked({kMarked, kBare}).empty());  // the description of an image
  CHECK(unmarked({kMarked, kBare, kMarked}).empty());
}

TEST_CASE("other languages, code and tables of figures are no Vietnamese") {
  const std::string english = "By the end of the year 2011 the province had 9 foreign organisations at work";
  CHECK(unmarked({english}).empty());
  CHECK(unmarked({english, english, kBare}).empty());
  CHECK(unmarked({kBare, kBare, english, "Save the Children"}) == "1100");
  CHECK(unmarked({"Au cours de l'annee les organisations non gouvernementales ont apporte 9 projets"}).empty());
  CHECK(unmarked({"for (int i = 0; i < n; ++i) total += tong[i] * gia[i]; return total / n;"}).empty());
  CHECK(unmarked({"2011 96.000 54.500", "Y te 12"}).empty());
  CHECK(unmarked({}).empty());
}

TEST_CASE("the paragraphs of a normalised text say whether they are without marks") {
  const NormalizedText text({kBare, {{{{0, kBare.size()}}, Section::kBody}}});
  CHECK(text.paragraphs().front().unmarked);
  CHECK(text.folded().find("to chuc") != std::string::npos);  // the text stays as it is
  const NormalizedText marked({kMarked, {{{{0, kMarked.size()}}, Section::kBody}}});
  CHECK_FALSE(marked.paragraphs().front().unmarked);
}

TEST_CASE("the parts of a page without marks are known by its phrases without marks") {
  const auto markers =
      PageMarkers::parse("# columns: form kind source\ntin khác\trelated\tx\nảnh do\tcaption_credit\tx\n");
  REQUIRE(markers);
  CHECK(markers->without_marks().is_line(Marker::kRelated, "tin khac"));
  CHECK_FALSE(markers->without_marks().is_line(Marker::kRelated, "tin khác"));
  CHECK_FALSE(markers->without_marks().occurs(Marker::kCaptionCredit, "anh do"));
  const std::string page =
      kBare + ".\n\n" + kBare + ".\n\nTIN KHAC\n* Mot tinh khac: 9 to chuc\n* Tinh nua: 5 to chuc\n";
  const NormalizedText text(lay_out({{page}}, *markers));
  CHECK(text.section_at(text.folded().find("mot tinh khac")) == Section::kRelated);
}

}  // namespace
}  // namespace trichluc::text
