#include "pipeline/text/encoding/legacy_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string_view>

#include "pipeline/base/span.h"
#include "pipeline/base/utf8.h"
#include "pipeline/text/encoding/detect_encoding.h"
#include "pipeline/text/encoding/vni_over_unicode.h"
#include "pipeline/text/text_quality.h"
#include "pipeline/text/vietnamese_letter.h"

namespace trichluc::text {
namespace {

struct Piece {
  Span span;
  bool foreign = false;  // letters that Vietnamese has not, as many as no Vietnamese text holds
  LegacyEncoding encoding = LegacyEncoding::kNone;
  bool judged = false;  // by its own words
};

bool is_foreign(char32_t c) {
  const bool beyond = c >= 0x80 && c != 0xA0 && c < 0x250 && !take_apart(c).is_letter();
  return beyond || (c >= 0x2018 && c <= 0x2122 && c != 0x2019 && c != 0x201C && c != 0x201D);
}

bool has_foreign_letters(std::string_view text) {
  constexpr std::size_t kBytesPerLetter = 60;
  std::size_t found = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    // U+1000 to U+1FFF, most letters of Vietnamese with a tone among them.
    if (text[at] == '\xE1' && at + 2 < text.size()) {
      at += 3;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    found += is_foreign(point.value) ? 1U : 0U;
    at += point.size;
  }
  return found >= 2 && found * kBytesPerLetter >= text.size();
}

// Lines up to an empty one, or up to a length that is more than enough to judge by.
std::vector<Span> paragraphs_of(std::string_view text) {
  constexpr std::size_t kLongest = 4096;
  std::vector<Span> paragraphs;
  Span paragraph;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const bool blank = text.substr(at, end - at).find_first_not_of(" \t\r\n") == std::string_view::npos;
    paragraph.end = end;
    at = end;
    if (!blank && paragraph.size() < kLongest && at < text.size()) continue;
    paragraphs.push_back(paragraph);
    paragraph = {at, at};
  }
  return paragraphs;
}

double score_of(std::string_view text, LegacyEncoding encoding) {
  return measure_text(convert_letters(text, {encoding, false})).rightly_marked_share();
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_letters_beyond_bytes(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value > 0xFF && take_apart(point.value).is_letter()) return true;
    at += point.size;
  }
  return false;
}

// Is the piece in the encoding of the text around it? Of few words little is asked; what is right as it stands may be
// so by chance, but not where it has letters that only Unicode has.
bool follows(std::string_view text, LegacyEncoding around) {
  constexpr double kLeast = 0.7;
  if (around == LegacyEncoding::kNone) return false;
  const double as_is = score_of(text, LegacyEncoding::kNone);
  const double converted = score_of(text, around);
  if (converted < kLeast) return false;
  return converted > as_is || (converted == as_is && !has_letters_beyond_bytes(text));
}

// More than following is asked where only other parts of the text are in this encoding: the piece must gain by it.
bool becomes_right(std::string_view text, LegacyEncoding encoding) {
  constexpr double kLeast = 0.7;
  const double converted = score_of(text, encoding);
  return converted >= kLeast && converted > score_of(text, LegacyEncoding::kNone);
}

LegacyEncoding most_frequent(const std::vector<Piece>& pieces) {
  std::map<LegacyEncoding, std::size_t> sizes;
  for (const Piece& piece : pieces) sizes[piece.encoding] += piece.span.size();
  sizes.erase(LegacyEncoding::kNone);
  const auto most =
      std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == sizes.end() ? LegacyEncoding::kNone : most->first;
}

void judge(std::string_view text, LegacyEncoding whole, std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    const std::string_view part = slice(text, piece.span);
    if (is_ascii(part)) {
      piece.judged = true;
    } else if (whole == LegacyEncoding::kNone && !piece.foreign) {
      continue;
    } else if (follows(part, whole)) {
      piece.encoding = whole;
      piece.judged = true;
    } else {
      piece.encoding = guess_encoding(part).encoding;
      piece.judged = piece.encoding != LegacyEncoding::kNone;
    }
  }
  const LegacyEncoding most = most_frequent(pieces);
  if (most == LegacyEncoding::kNone) return;
  for (Piece& piece : pieces) {
    if (!piece.judged && becomes_right(slice(text, piece.span), most)) piece.encoding = most;
  }
}

Message name_for_people(LegacyEncoding encoding) {
  switch (encoding) {
    case LegacyEncoding::kNone:
      return {"the text as it stands", "văn bản giữ nguyên"};
    case LegacyEncoding::kTcvn3:
    case LegacyEncoding::kTcvn3AsVni:
      return {"TCVN3 (ABC)", "TCVN3 (ABC)"};
    case LegacyEncoding::kVni:
      return {"VNI", "VNI"};
    case LegacyEncoding::kViscii:
      return {"VISCII", "VISCII"};
    case LegacyEncoding::kVps:
      return {"VPS", "VPS"};
    case LegacyEncoding::kUnicodeAsVni:
      return {"Unicode taken for VNI", "Unicode bị đọc nhầm là VNI"};
    case LegacyEncoding::kUtf8:
      return {"UTF-8 that was encoded twice", "UTF-8 bị mã hóa hai lần"};
    default:
      return {std::string(encoding_name(encoding)), std::string(encoding_name(encoding))};
  }
}

std::string percent(double share) {
  return std::to_string(std::lround(share * 100)) + " %";
}

Message whole_message(const EncodingGuess& guess) {
  const Message name = name_for_people(guess.encoding);
  const Message second = name_for_people(guess.runner_up);
  return {"the letters were read as " + name.en + ", in which they are Vietnamese (" + percent(guess.score) +
              " of the words with marks; next best " + second.en + ", " + percent(guess.runner_up_score) +
              "); compare with the original",
          "chữ được đọc theo bảng mã " + name.vi + " vì như vậy mới thành tiếng Việt (" + percent(guess.score) +
              " số từ có dấu; khả năng kế tiếp: " + second.vi + ", " + percent(guess.runner_up_score) +
              "); hãy đối chiếu với bản gốc"};
}

Message parts_message(LegacyEncoding encoding, std::size_t count) {
  const Message name = name_for_people(encoding);
  const std::string number = std::to_string(count);
  return {"paragraphs read as " + name.en + ", in which alone they are Vietnamese: " + number +
              "; compare with the original",
          "số đoạn được đọc theo bảng mã " + name.vi + " vì như vậy mới thành tiếng Việt: " + number +
              "; hãy đối chiếu với bản gốc"};
}

// Names and grounds for what is to be converted.
Findings findings_of(std::string_view text, const std::vector<Piece>& pieces, const EncodingGuess& whole,
                     LettersOf source) {
  std::map<LegacyEncoding, std::size_t> counts;
  bool others = false;  // Unicode of its own among them
  for (const Piece& piece : pieces) {
    if (piece.encoding != LegacyEncoding::kNone) ++counts[piece.encoding];
    others = others || (piece.encoding == LegacyEncoding::kNone && source == LettersOf::kUnicode &&
                        measure_text(slice(text, piece.span)).marked > 0);
  }
  Findings findings;
  if (counts.empty()) return findings;
  for (const auto& [encoding, count] : counts) {
    const bool known = source == LettersOf::kBytes && encoding == LegacyEncoding::kUtf8;
    if (known) continue;
    const bool all = encoding == whole.encoding && !others;
    findings.warnings.push_back(all ? whole_message(whole) : parts_message(encoding, count));
  }
  const bool mixed = others || counts.size() > 1;
  findings.encoding = mixed ? "mixed" : std::string(encoding_name(counts.begin()->first));
  return findings;
}

JudgedPieces all_viqr(std::size_t count) {
  JudgedPieces judged;
  judged.encodings.assign(count, LegacyEncoding::kViqr);
  judged.findings.encoding = encoding_name(LegacyEncoding::kViqr);
  judged.findings.warnings.push_back(
      {"the letters were read as VIQR, in which they are Vietnamese; compare with the original",
       "chữ được đọc theo cách viết VIQR vì như vậy mới thành tiếng Việt; hãy đối chiếu với bản gốc"});
  return judged;
}

JudgedPieces all_over_unicode(std::size_t count) {
  JudgedPieces judged;
  judged.encodings.assign(count, LegacyEncoding::kUnicodeAsVni);
  judged.findings.encoding = encoding_name(LegacyEncoding::kUnicodeAsVni);
  judged.findings.warnings.push_back(
      {"a converter of VNI had been run over Unicode; its damage was undone (cơng for công), where two words are "
       "possible by the more frequent one; compare with the original",
       "văn bản Unicode đã bị chuyển mã nhầm như VNI; đã khôi phục (cơng thành công), chỗ có hai khả năng thì theo từ "
       "thường gặp hơn; hãy đối chiếu với bản gốc"});
  return judged;
}

}  // namespace

JudgedPieces judge_pieces(std::string_view text, const std::vector<Span>& spans, LettersOf source,
                          LegacyEncoding around) {
  if (is_viqr(text)) return all_viqr(spans.size());
  if (source == LettersOf::kUnicode && is_vni_over_unicode(text)) return all_over_unicode(spans.size());
  const EncodingGuess whole = guess_encoding(text);
  if (whole.encoding != LegacyEncoding::kNone) around = whole.encoding;
  std::vector<Piece> pieces;
  pieces.reserve(spans.size());
  for (const Span span : spans) pieces.push_back({span, has_foreign_letters(slice(text, span))});
  const bool foreign = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.foreign; });
  if (around != LegacyEncoding::kNone || foreign) judge(text, around, pieces);
  JudgedPieces judged;
  for (const Piece& piece : pieces) judged.encodings.push_back(piece.encoding);
  judged.findings = findings_of(text, pieces, whole, source);
  return judged;
}

UnifiedText unify_encodings(std::string text, LettersOf source) {
  const std::vector<Span> paragraphs = paragraphs_of(text);
  JudgedPieces judged = judge_pieces(text, paragraphs, source);
  if (judged.findings.encoding.empty()) return {std::move(text), {}};
  UnifiedText unified;
  unified.findings = std::move(judged.findings);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    unified.text += convert_letters(slice(text, paragraphs[i]), {judged.encodings[i], false});
  }
  return unified;
}

}  // namespace trichluc::text
