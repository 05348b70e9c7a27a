#include "pipeline/text/encoding/legacy_text.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/text/encoding/decode.h"
#include "pipeline/text/encoding/detect_encoding.h"
#include "tests/unit/legacy_samples.h"

namespace trichluc::text {
namespace {

const std::string kReport =
    "Trong năm qua, các tổ chức phi chính phủ nước ngoài đã giúp tỉnh xây dựng trường học, trạm y tế và đường làng.\n"
    "Tổng giá trị giải ngân đạt hơn 3 triệu USD, tăng gấp rưỡi so với cùng kỳ; phần lớn dành cho các huyện miền núi.\n";
const std::string kLetter =
    "Kính gửi Sở Ngoại vụ: Ủy ban nhân dân huyện đề nghị được tiếp nhận khoản viện trợ của tổ chức nói trên.\n";

constexpr LegacyEncoding kAll[] = {LegacyEncoding::kTcvn3, LegacyEncoding::kVni,  LegacyEncoding::kViscii,
                                   LegacyEncoding::kVps,   LegacyEncoding::kViqr, LegacyEncoding::kWindows1258};

TEST_CASE("a text file in an old encoding is known by its syllables") {
  const LegacyEncoding encoding = GENERATE(from_range(std::begin(kAll), std::end(kAll)));
  CAPTURE(encoding_name(encoding));
  const auto decoded = decode(LegacyWriter(encoding).write(kReport), "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->text == kReport);
  CHECK(decoded->encoding == encoding_name(encoding));
  CHECK(decoded->warnings.size() == 1);
}

TEST_CASE("the letters that such a file became when it was saved as UTF-8 are known as well") {
  const LegacyEncoding encoding = GENERATE(from_range(std::begin(kAll), std::end(kAll)));
  CAPTURE(encoding_name(encoding));
  const auto decoded = decode(as_windows_1252(LegacyWriter(encoding).write(kReport)), "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->text == kReport);
  CHECK(decoded->encoding == encoding_name(encoding));
}

TEST_CASE("UTF-8 that was encoded twice is taken back") {
  const auto decoded = decode(as_windows_1252(kReport), "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->text == kReport);
  CHECK(decoded->encoding == "utf-8");
  REQUIRE(decoded->warnings.size() == 1);
  CHECK(decoded->warnings[0].en.find("encoded twice") != std::string::npos);
}

TEST_CASE("TCVN3 that a converter took for VNI is taken back") {
  const std::string damaged = decode_legacy(LegacyWriter(LegacyEncoding::kTcvn3).write(kReport), LegacyEncoding::kVni);
  CHECK(damaged.find("ViÖt") == std::string::npos);
  CHECK(unify_encodings(damaged, LettersOf::kUnicode).text == kReport);
}

TEST_CASE("Unicode that a converter took for VNI is taken back") {
  const std::string text =
      "Trong năm qua, công tác phi chính phủ nước ngoài đã có nhiều tiến bộ; còn một số khó khăn không nhỏ. Toàn tỉnh "
      "hoàn thành các chỉ tiêu, đoàn công tác của Sở đã trao đổi với hơn 30 tổ chức, trong đó có những nơi ở xa, "
      "phòng học, thôn bản, cơ sở y tế, môn học, chị em phụ nữ, sĩ quan, địa phương.\n";
  const std::string damaged = convert_letters(text, {LegacyEncoding::kVni, false});
  CHECK(damaged.find("cơng tác") != std::string::npos);
  const auto unified = unify_encodings(damaged, LettersOf::kUnicode);
  CHECK(unified.text == text);
  CHECK(unified.findings.encoding == "utf-8");
  CHECK(unified.findings.warnings.size() == 1);
  CHECK(unify_encodings(text, LettersOf::kUnicode).findings.encoding.empty());
}

TEST_CASE("single paragraphs in an old encoding are converted among others in Unicode") {
  const std::string old = as_windows_1252(LegacyWriter(LegacyEncoding::kTcvn3).write(kReport));
  const auto unified = unify_encodings(kLetter + "\n" + old + "\n" + kLetter, LettersOf::kUnicode);
  CHECK(unified.text == kLetter + "\n" + kReport + "\n" + kLetter);
  CHECK(unified.findings.encoding == "mixed");
  CHECK(unified.findings.warnings.size() == 1);
}

TEST_CASE("bytes of two encodings in one file are read paragraph by paragraph") {
  const std::string old = LegacyWriter(LegacyEncoding::kVni).write(kReport);
  const auto decoded = decode(kLetter + "\n" + old + "\nok 25\n\n" + kLetter, "a.txt");
  REQUIRE(decoded);
  CHECK(decoded->text == kLetter + "\n" + kReport + "\nok 25\n\n" + kLetter);
  CHECK(decoded->encoding == "mixed");
}

TEST_CASE("a paragraph of few words goes with the old encoding of the others where the text has two") {
  const LegacyWriter writer(LegacyEncoding::kTcvn3);
  std::string most;
  for (int i = 0; i < 8; ++i) most += kLetter;
  const std::string few = "Hội nghị\n";
  const std::string letters =
      most + "\n" + as_windows_1252(writer.write(kReport)) + "\n" + most + "\n" + as_windows_1252(writer.write(few));
  CHECK(guess_encoding(letters).encoding == LegacyEncoding::kNone);
  CHECK(unify_encodings(letters, LettersOf::kUnicode).text == most + "\n" + kReport + "\n" + most + "\n" + few);
}

TEST_CASE("a paragraph of few words goes with the text around it") {
  const std::string text = kReport + "\nCó.\n\n" + kReport;
  CHECK(decode(LegacyWriter(LegacyEncoding::kTcvn3).write(text), "a.txt")->text == text);
}

TEST_CASE("text that is as it should be is left alone") {
  const std::string text = GENERATE_COPY(values<std::string>({
      kReport + kLetter,
      "",
      "Le nombre des organisations étrangères présentes a été porté à trente-six au cours de l'année passée, grâce à "
      "l'aide reçue de l'État; çà et là, des écoles et des routes ont été bâties dès l'été où naît le projet.",
      "Die Zahl der Organisationen stieg auf über dreißig; für Straßen, Brücken und Schulen wurden Gelder ausgegeben, "
      "größere Beträge fließen in ländliche Gegenden, wo ältere Gebäude stehen.",
      "The number of organisations rose to 36 (from 30). What's more, it's \"theirs\"; see www.example.org/?a=b+c.",
      "Bao cao tinh hinh cong tac phi chinh phu nuoc ngoai nam 2022 cua tinh Nghe An, co so lieu kem theo.",
      "C« gi¸o",
  }));
  const auto unified = unify_encodings(text, LettersOf::kUnicode);
  CHECK(unified.text == text);
  CHECK(unified.findings.encoding.empty());
  CHECK(unified.findings.warnings.empty());
}

TEST_CASE("too few words are never guessed from") {
  const LegacyWriter writer(LegacyEncoding::kTcvn3);
  CHECK(guess_encoding(as_windows_1252(writer.write("Ủy ban nhân dân"))).encoding == LegacyEncoding::kNone);
  const auto guess = guess_encoding(as_windows_1252(writer.write(kReport)));
  CHECK(guess.encoding == LegacyEncoding::kTcvn3);
  CHECK(guess.confidence() > 0.5);
  CHECK(guess.score_as_is < 0.4);
}

TEST_CASE("a run is not converted where its letters are Unicode already") {
  const FontEncoding font{LegacyEncoding::kTcvn3, false};
  CHECK(convert_run("C«ng t¸c", font) == "Công tác");
  CHECK(convert_run("Công tác đối ngoại", font) == "Công tác đối ngoại");
  CHECK(convert_run("2022 - 2023", font) == "2022 - 2023");
}

TEST_CASE("words in capitals get the capitals that TCVN3 has not") {
  const std::string text = kReport + "\nỦY BAN NHÂN DÂN TỈNH BẮC GIANG, ông Hồ Tấn\n";
  CHECK(decode(LegacyWriter(LegacyEncoding::kTcvn3).write(text), "a.txt")->text == text);
}

}  // namespace
}  // namespace trichluc::text
