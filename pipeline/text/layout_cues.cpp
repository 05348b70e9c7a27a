// What can be seen of a paragraph without its neighbours.
#include <algorithm>
#include <array>
#include <cstdint>

#include "pipeline/base/utf8.h"
#include "pipeline/text/layout_parts.h"
#include "pipeline/text/normalize.h"

namespace trichluc::text {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string_view> split_words(std::string_view text, std::string_view separators) {
  // Separators are ASCII: a bit for each of its two halves.
  std::array<std::uint64_t, 2> parts{};
  for (const char c : separators) parts[static_cast<unsigned char>(c) / 64] |= std::uint64_t{1} << (c % 64);
  const auto is_part = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && (parts[byte / 64] >> (byte % 64) & 1U) != 0;
  };
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !is_part(text[at])) continue;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  return words;
}

// Takes off quotes, brackets and the bars that copied captions end in.
std::string_view without_closing(std::string_view text) {
  constexpr std::array<std::string_view, 12> kClosing = {"\"",       "'", ")", "]", "|",  " ",
                                                         "\xC2\xA0", "”", "’", "»", "\t", "*"};
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const std::string_view mark : kClosing) {
      if (text.size() < mark.size() || text.substr(text.size() - mark.size()) != mark) continue;
      text.remove_suffix(mark.size());
      again = true;
    }
  }
  return text;
}

// A Vietnamese syllable without its marks: onset, one to three vowels, perhaps a coda.
bool is_bare_syllable(std::string_view word) {
  if (word.empty() || word.size() > 7 || !std::all_of(word.begin(), word.end(), is_ascii_letter)) return false;
  constexpr std::string_view kVowels = "aeiouy";
  const std::size_t vowel = word.find_first_of(kVowels);
  if (vowel == std::string_view::npos || vowel > 3) return false;
  const std::size_t coda = std::min(word.find_first_not_of(kVowels, vowel), word.size());
  constexpr std::array<std::string_view, 9> kCodas = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  return coda - vowel <= 3 && std::find(kCodas.begin(), kCodas.end(), word.substr(coda)) != kCodas.end();
}

// 1 or 0, without a branch.
std::uint8_t is_gap(char c) {
  return static_cast<std::uint8_t>(static_cast<std::uint8_t>(c == ' ') | static_cast<std::uint8_t>(c == '\t'));
}

std::size_t count_words(std::string_view text) {
  std::size_t count = !text.empty() && is_gap(text.front()) == 0 ? 1 : 0;
  // In strides whose words a byte can count, which compilers turn into a few instructions for many bytes.
  constexpr std::size_t kStride = 128;
  const char* bytes = text.data();
  for (std::size_t begin = 1; begin < text.size(); begin += kStride) {
    const std::size_t end = std::min(begin + kStride, text.size());
    std::uint8_t here = 0;
    for (std::size_t i = begin; i < end; ++i)
      here =
          static_cast<std::uint8_t>(here + (is_gap(bytes[i - 1]) & static_cast<std::uint8_t>(is_gap(bytes[i]) ^ 1U)));
    count += here;
  }
  return count;
}

constexpr std::size_t kMostMarked = 1;  // words of an image's description: dirt on a scan makes a mark

// Asked of every paragraph; the second marked word, which stands at the head of most, answers.
bool has_few_marks(std::string_view text) {
  std::size_t marked = 0;
  for (std::size_t at = 0; at < text.size();) {
    if ((text[at] & '\x80') == 0) {
      ++at;
      continue;
    }
    if (++marked > kMostMarked) return false;
    at = std::min(text.find_first_of(" \t", at), text.size());
  }
  return true;
}

// The description of an image as portals make it: the headline in ASCII.
bool is_alt_text(const std::vector<std::string_view>& words) {
  const auto is_marked = [](std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return (c & '\x80') != 0; });
  };
  if (words.size() < 4) return false;
  const std::size_t most = words.size() >= 10 ? kMostMarked : 0;
  std::size_t marked = 0;
  for (const std::string_view word : words) {
    if (is_marked(word) && ++marked > most) return false;
  }
  const auto bare = std::count_if(words.begin(), words.end(), is_bare_syllable);
  return static_cast<std::size_t>(bare) * 10 >= words.size() * 8;
}

// Day, month and year in digits: "10/04/2019", "14-3-2023", "2019-04-10".
bool is_full_date(std::string_view word) {
  if (word.empty() || !is_digit(word.front())) return false;
  const auto parts = split_words(word, "/-.");
  if (parts.size() != 3) return false;
  const auto digits = [](std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most && std::all_of(part.begin(), part.end(), is_digit);
  };
  return (digits(parts[0], 1, 2) && digits(parts[1], 1, 2) && digits(parts[2], 4, 4)) ||
         (digits(parts[0], 4, 4) && digits(parts[1], 1, 2) && digits(parts[2], 1, 2));
}

bool has_full_date(std::string_view folded) {
  constexpr std::size_t kLongest = 160;  // bytes; only lines that could be a date line are asked
  if (folded.size() > kLongest) return false;
  const auto words = split_words(folded, " ,;|()[]\t");
  return std::any_of(words.begin(), words.end(), is_full_date);
}

// Nothing but a date, a time and the words that go with them: "Thứ Sáu, 22/2/2019 | 15:01 GMT+7".
bool is_date_line(std::string_view folded, const PageMarkers& markers) {
  constexpr std::size_t kLongest = 90;  // bytes
  if (folded.size() > kLongest) return false;
  bool date = false;
  bool month = false;
  bool year = false;
  for (const std::string_view word : split_words(folded, " ,;|()[]\t")) {
    const bool numeric = std::all_of(word.begin(), word.end(), [](char c) {
      return is_digit(c) || std::string_view("/-.:+ht").find(c) != std::string_view::npos;
    });
    const std::string_view bare = word.back() == ':' ? word.substr(0, word.size() - 1) : word;
    if (!numeric && !markers.is_line(Marker::kDateWord, bare) && bare != "–" && bare != "•") return false;
    date = date || is_full_date(word) || (word.size() > 11 && is_full_date(word.substr(0, 10)));
    month = month || bare == "tháng";
    year = year || (word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit));
  }
  return date || (month && year);
}

bool is_upper_word(std::string_view word) {
  while (!word.empty() && std::string_view("([\"'").find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  return begins_upper(word);
}

// "Thu An (tổng hợp)", "Hoài Nam (theo báo tỉnh)": how the text came about stands in brackets behind the name.
std::size_t bracketed_byline(std::string_view text, const PageMarkers& markers) {
  const std::size_t open = text.rfind('(');
  if (text.empty() || text.back() != ')' || open == std::string_view::npos || open == 0) return text.size();
  return markers.begins_byline(fold(text.substr(open + 1))) > 0 ? open : text.size();
}

// "Lê Thị Minh An", "Hoàng Nam - Thu Trang", "Bích Hà / Báo Tin Mới": capitalised words, at most two names.
void look_for_name(std::string_view text, const PageMarkers& markers, Cues& cues) {
  constexpr std::size_t kMostWords = 9;
  const std::size_t end = bracketed_byline(text, markers);
  const std::size_t least = end < text.size() ? 1 : 2;  // words: one may be initials, "H.N"
  text = text.substr(0, end);
  const auto words = split_words(text, " \t/|,-&");
  if (words.empty() || words.size() > kMostWords) return;
  const bool capitals = std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return fold(word) == word ||
           (word.size() > 3 && !std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
  });
  std::size_t upper = 0;
  for (const std::string_view word : words) {
    if (word == "–" || word == "—") continue;
    if (is_upper_word(word))
      ++upper;
    else if (markers.begins_byline(fold(word)) == 0)
      return;
    if (std::any_of(word.begin(), word.end(), is_digit)) return;
  }
  cues.name = upper >= least && (!capitals || least == 1);
  cues.caps_name = upper >= 2 && upper <= 4 && capitals;
}

void look_at_end(std::string_view text, Cues& cues) {
  const std::string_view end = without_closing(text);
  const auto ends_with = [end](std::string_view tail) {
    return end.size() >= tail.size() && end.substr(end.size() - tail.size()) == tail;
  };
  cues.end_mark = ends_with("./.") || ends_with("./");
  cues.ellipsis = ends_with("...") || ends_with("…") || ends_with("[...");
  cues.spaced_ellipsis = ends_with(" ...") || ends_with(" …");
  cues.comma = ends_with(",");
  cues.stop = !cues.ellipsis && (ends_with(".") || cues.end_mark || ends_with(";"));
}

// Bullets, angles, arrows, stars and other signs that portals set before and behind a line.
bool is_ornament(char32_t c) {
  constexpr std::u32string_view kMarks = U" \t:>|.\u2022\u2039\u203A";
  return (c >= 0x2190 && c <= 0x2BFF) || kMarks.find(c) != std::u32string_view::npos;
}

std::size_t ornaments_before(std::string_view folded) {
  constexpr std::u32string_view kMarks = U"-*+#[";
  std::size_t at = 0;
  while (at < folded.size()) {
    const CodePoint next = code_point_at(folded, at);
    if (!is_ornament(next.value) && kMarks.find(next.value) == std::u32string_view::npos) break;
    at += next.size;
  }
  return at;
}

std::size_t end_before_ornaments(std::string_view folded) {
  std::size_t end = folded.size();
  while (end > 0) {
    std::size_t last = end - 1;
    while (last > 0 && (static_cast<unsigned char>(folded[last]) & 0xC0U) == 0x80U) --last;
    const CodePoint mark = code_point_at(folded, last);
    if (!is_ornament(mark.value) && mark.value != U']') break;
    end = last;
  }
  return end;
}

// The line without what decorates it, so that "» TIN LIÊN QUAN:" is "tin liên quan". In folded text the angle is a
// quote as any other; one with a blank inside, or alone, quotes nothing.
std::string bare(std::string folded) {
  const std::size_t begin = ornaments_before(folded);
  if (begin == folded.size()) return folded;
  folded = folded.substr(begin, end_before_ornaments(folded) - begin);
  if (folded.starts_with("\" ")) folded.erase(0, 2);
  const bool one_quote = std::count(folded.begin(), folded.end(), '"') == 1;
  for (const std::string_view mark : {" \"", "\"", "…", " +", " (*)"}) {
    if (mark == "\"" && !one_quote) continue;
    if (folded.size() > mark.size() && folded.ends_with(mark)) folded.erase(folded.size() - mark.size());
  }
  return folded;
}

std::string joined(std::string_view raw, const Block& block) {
  std::string text;
  for (const Line& line : block.lines) {
    if (!text.empty()) text.push_back(' ');
    text.append(slice(raw, line.span));
  }
  return text;
}

Cues look_at_one(std::string_view raw, const ShapedText& shaped, const Block& block, const PageMarkers& markers) {
  constexpr std::size_t kLongestHeadline = 45;  // words; press headlines stay under 30, official ones run longer
  const std::string lines = block.lines.size() > 1 ? joined(raw, block) : std::string();
  const std::string_view text = lines.empty() ? slice(raw, block.lines.front().span) : std::string_view(lines);
  Cues cues;
  cues.folded = bare(std::string(slice(shaped.folded(), block.in_shaped)));
  cues.words = count_words(cues.folded);
  cues.blank_before = block.lines.front().blank_before;
  for (const Line& line : block.lines) cues.hints |= line.hints;
  look_at_end(text, cues);
  cues.item = item_mark_size(text) > 0;
  cues.sentence = cues.stop && cues.words >= 8;
  cues.prose = cues.words >= 45 || (cues.words >= 16 && (cues.stop || cues.ellipsis));
  const std::string_view opened = text.substr(std::min(text.find_first_not_of("\"'([ "), text.size()));
  const bool opens = begins_upper(opened) || (!opened.empty() && (is_digit(opened[0]) || !begins_lower(opened)));
  cues.headline = cues.words >= 3 && cues.words <= kLongestHeadline && !cues.stop && !cues.ellipsis && opens;
  cues.alt_text = has_few_marks(cues.folded) && is_alt_text(split_words(cues.folded, " \t"));
  cues.date_line = is_date_line(cues.folded, markers);
  cues.dated = has_full_date(cues.folded);
  if (!cues.stop && !cues.item) look_for_name(text, markers, cues);
  return cues;
}

}  // namespace

bool is_alt_text(std::string_view line) {
  const std::string folded = fold(line);
  return is_alt_text(split_words(folded, " \t"));
}

std::size_t blank_size_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const CodePoint point = code_point_at(text, at);
  const char32_t c = point.value;
  const bool blank = (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
                     c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000 || c == 0xFEFF;
  return blank ? point.size : 0;
}

bool begins_lower(std::string_view text) {
  if (text.empty()) return false;
  const std::string_view first = text.substr(0, code_point_at(text, 0).size);
  if ((first[0] & '\x80') == 0) return first[0] >= 'a' && first[0] <= 'z';
  // A letter that folds to itself and has a bare form is a lower-case one.
  return fold(first) == first && fold_to_ascii(first).size() == 1 && is_ascii_letter(fold_to_ascii(first)[0]);
}

bool begins_upper(std::string_view text) {
  if (text.empty()) return false;
  const std::string_view first = text.substr(0, code_point_at(text, 0).size);
  if ((first[0] & '\x80') == 0) return first[0] >= 'A' && first[0] <= 'Z';
  return fold(first) != first;
}

bool ends_sentence(std::string_view text) {
  const std::string_view end = without_closing(text);
  if (end.empty()) return false;
  if (end.size() >= 3 && end.substr(end.size() - 3) == "…") return true;
  return std::string_view(".!?:;").find(end.back()) != std::string_view::npos;
}

std::size_t item_mark_size(std::string_view text) {
  for (const std::string_view mark : {"- ", "+ ", "* ", "• ", "– ", "— ", "▪ ", "o ", "-\t", "•\t"}) {
    if (text.substr(0, mark.size()) == mark) return mark.size();
  }
  constexpr std::string_view kLetterD = "đ)";  // a, b, c, d, đ, e
  if (text.substr(0, kLetterD.size()) == kLetterD && blank_size_at(text, kLetterD.size()) > 0) return kLetterD.size();
  std::size_t size = 0;
  while (size < text.size() && size < 5 && (is_digit(text[size]) || is_ascii_letter(text[size]))) ++size;
  if (size == 0 || size + 1 >= text.size()) return 0;
  const std::string_view mark = text.substr(0, size);
  const bool number = std::all_of(mark.begin(), mark.end(), is_digit) && size <= 2;
  const bool roman = mark.find_first_not_of("IVXLC") == std::string_view::npos;
  const bool letter = size == 1 && mark[0] >= 'a' && mark[0] <= 'z';
  const bool closed = text[size] == ')' || (text[size] == '.' && !letter) || (text[size] == '/' && number);
  const std::size_t blank = blank_size_at(text, size + 1);
  if (blank == 0 || !(number || roman || letter)) return 0;
  // "I- CÔNG TÁC …", "1- Ngay sau khi …", as the Party's papers count; "1- 2 tổ chức" goes on with a number.
  const bool dashed = text[size] == '-' && !letter && begins_upper(text.substr(size + 1 + blank));
  return closed || dashed ? size + 1 : 0;
}

std::vector<Cues> look_at(std::string_view raw, const ShapedText& shaped, const std::vector<Block>& blocks,
                          const PageMarkers& markers) {
  std::vector<Cues> cues;
  cues.reserve(blocks.size());
  std::size_t words = 0;
  std::size_t bare = 0;
  for (const Block& block : blocks) {
    cues.push_back(look_at_one(raw, shaped, block, markers));
    words += cues.back().words;
    if (cues.back().alt_text) bare += cues.back().words;
  }
  // A text that is written without marks throughout has no alternative texts to tell apart.
  if (2 * bare > words) {
    for (Cues& each : cues) each.alt_text = false;
  }
  return cues;
}

}  // namespace trichluc::text
