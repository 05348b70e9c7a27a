#include "pipeline/query/people/office_words.h"

#include <algorithm>
#include <sstream>

#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr std::size_t kLongestName = 10;  // words of an abbreviated body's form
constexpr std::size_t kOwnName = 3;       // a body of so many words has a name of its own

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += (i > from ? " " : "") + words[i];
  return text;
}

// `text` begins with these words and ends there or goes on with a blank.
bool starts_with_words(std::string_view text, std::string_view words) {
  return text.substr(0, words.size()) == words && (text.size() == words.size() || text[words.size()] == ' ');
}

bool drop_at_end(std::string& text, const std::string& words) {
  if (words.empty() || text.size() < words.size()) return false;
  const std::size_t from = text.size() - words.size();
  if (text.compare(from, words.size(), words) != 0 || (from > 0 && text[from - 1] != ' ')) return false;
  text.erase(from == 0 ? 0 : from - 1);
  return true;
}

// Drops the longest of the forms with which the text ends ("thị xã", not "xã") and gives it; empty: none.
std::string drop_longest(const std::unordered_map<std::string, std::string>& forms, std::string& text) {
  std::string shortest = text;
  std::string dropped;
  for (const auto& entry : forms) {
    std::string rest = text;
    if (!drop_at_end(rest, entry.first) || rest.size() >= shortest.size()) continue;
    shortest = rest;
    dropped = entry.first;
  }
  text = shortest;
  return dropped;
}

// The longest of the forms with which the text begins; null: none.
const std::string* longest_start(const std::unordered_map<std::string, std::string>& forms, const std::string& text) {
  const std::string* longest = nullptr;
  for (const auto& entry : forms) {
    const bool better = longest == nullptr || entry.first.size() > longest->size();
    if (better && starts_with_words(text, entry.first)) longest = &entry.first;
  }
  return longest;
}

}  // namespace

std::string_view name_of(Tenure tenure) {
  switch (tenure) {
    case Tenure::kHeld:
      return "held";
    case Tenure::kActing:
      return "acting";
    case Tenure::kFormer:
      return "former";
  }
  return "";
}

OfficeWords::OfficeWords(const Dictionaries& dictionaries) {
  const Lexicon& offices = dictionaries.table("offices");
  for (const Entry& entry : offices.entries()) {
    const std::string kind(offices.value(entry, "kind"));
    kinds_[kind].emplace(entry.form, offices.value(entry, "full_time"));
    if (kind == "handover") handover_.push_back(entry.form);
  }
  const Lexicon& bodies = dictionaries.table("organizations");
  for (const Entry& entry : bodies.entries()) {
    const std::string name = text::fold(bodies.value(entry, "name"));
    if (!name.empty() && name != entry.form) full_names_.emplace(entry.form, name);
  }
  const Lexicon& titles = dictionaries.table("titles");
  for (const Entry& entry : titles.entries()) {
    titles_.push_back(entry.form);
    const std::string head = text::fold(titles.value(entry, "head"));
    if (!head.empty()) heads_.emplace(text::fold(titles.value(entry, "name")), head);
  }
  std::sort(titles_.begin(), titles_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  const Lexicon& places = dictionaries.table("places");
  for (const Entry& entry : places.entries()) {
    auto& forms = place_forms_[std::string(places.value(entry, "name"))];
    forms.push_back(entry.form);
    // "TP.HCM" too, where the table has "tp. hcm".
    const std::size_t point = entry.form.find(". ");
    if (point != std::string::npos) forms.push_back(std::string(entry.form).erase(point + 1, 1));
  }
  const Lexicon& provinces = dictionaries.table("provinces");
  for (const Entry& entry : provinces.entries()) {
    if (provinces.value(entry, "kind") == "city") central_cities_.emplace_back(provinces.value(entry, "name"));
  }
}

const OfficeWords::Kinds& OfficeWords::kind(const std::string& name) const {
  static const Kinds kNone;
  const auto found = kinds_.find(name);
  return found == kinds_.end() ? kNone : found->second;
}

const std::string& OfficeWords::folded(const std::string& text) {
  const auto known = folded_.find(text);
  if (known != folded_.end()) return known->second;
  const auto words = words_of(text::fold(text));
  return folded_.emplace(text, joined(words, 0, words.size())).first->second;
}

std::string OfficeWords::title_at_start(std::string_view folded, bool loose) const {
  for (const std::string& title : titles_) {
    const std::string written = loose ? text::fold_to_ascii(title) : title;
    if (starts_with_words(folded, written)) return written;
  }
  return "";
}

Tenure OfficeWords::take_tenure(std::string& title) const {
  for (const auto& [name, tenure] : {std::pair("former", Tenure::kFormer), std::pair("acting", Tenure::kActing)}) {
    const std::string* word = longest_start(kind(name), title);
    if (word == nullptr || word->size() == title.size()) continue;
    // "Cố vấn" (adviser) is no late "vấn".
    if (title_at_start(title, false).size() > word->size()) continue;
    title.erase(0, word->size() + 1);
    return tenure;
  }
  return Tenure::kHeld;
}

// Abbreviations written out, and the words left out in which spellings differ ("Kế hoạch & Đầu tư").
std::string OfficeWords::in_full(const std::vector<std::string>& words) const {
  const Kinds& joints = kind("joint");
  std::string text;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 1;
    std::string piece = words[i];
    for (std::size_t n = std::min(kLongestName, words.size() - i); n > 0; --n) {
      const auto name = full_names_.find(joined(words, i, i + n));
      if (name == full_names_.end()) continue;
      piece = name->second;
      taken = n;
      break;
    }
    for (const std::string& word : words_of(piece)) {
      if (joints.count(word) == 0) text += (text.empty() ? "" : " ") + word;
    }
    i += taken;
  }
  return text;
}

// "Trưởng ban Dân vận" leads the "Ban Dân vận".
const std::string& OfficeWords::body_words(const std::string& body, const std::string& title) {
  std::string& known = bodies_[title + '\x1f' + body];
  if (!known.empty() || body.empty()) return known;
  std::string plain;
  for (const char c : folded(body)) {
    const bool mark = c == ',' || c == '(' || c == ')' || c == ';';
    plain += mark ? ' ' : c;
  }
  known = in_full(words_of(plain));
  const auto head = heads_.find(title);
  if (head != heads_.end() && !starts_with_words(known, head->second)) known.insert(0, head->second + " ");
  return known;
}

bool OfficeWords::drop_place(std::string& body, const std::string& place) const {
  if (drop_at_end(body, text::fold(place))) return true;
  const auto forms = place_forms_.find(place);
  if (forms == place_forms_.end()) return false;
  return std::any_of(forms->second.begin(), forms->second.end(),
                     [&](const std::string& form) { return drop_at_end(body, form); });
}

bool OfficeWords::is_central_city(const std::string& place) const {
  return std::find(central_cities_.begin(), central_cities_.end(), place) != central_cities_.end();
}

void OfficeWords::locate(Office& office, const std::string& own_place, const std::string& document_place) const {
  const std::string whole = office.body;
  const std::string* national = longest_start(kind("national"), whole);
  const std::string* local = longest_start(kind("local"), whole);
  if (const std::string* provincial = longest_start(kind("provincial"), whole)) local = provincial;
  if (local != nullptr && national != nullptr && local->size() > national->size()) national = nullptr;
  if (national != nullptr) {
    office.full_time = kind("national").at(*national) == "yes";
    office.located = *national != "bộ" || whole != *national;
    return;
  }
  if (local != nullptr) office.full_time = kind("local").count(*local) != 0 && kind("local").at(*local) == "yes";
  const bool in_province = !own_place.empty() && own_place != "Việt Nam";
  const bool named = in_province && drop_place(office.body, own_place);
  const std::string unit = drop_longest(kind("unit"), office.body);
  office.place = in_province ? own_place : local != nullptr || !unit.empty() ? document_place : "";
  bool bare = local != nullptr && *local == whole && kind("provincial").count(whole) == 0;
  bare = !drop_longest(kind("small_unit"), office.body).empty() || bare;
  // "UBND thành phố" in a province is that of a town in it.
  bare = bare || (!named && unit.substr(0, 1) == "t" && unit != "tỉnh" && !is_central_city(office.place));
  const bool own_name = local == nullptr && unit.empty() && words_of(office.body).size() >= kOwnName;
  office.located = !bare && !office.body.empty() && (!office.place.empty() || own_name);
}

Office OfficeWords::office(const std::string& title, const std::string& body, const std::string& place,
                           const std::string& document_place) {
  const std::string key = title + '\x1f' + body + '\x1f' + place + '\x1f' + document_place;
  const auto known = offices_.find(key);
  if (known != offices_.end()) return known->second;
  return offices_.emplace(key, made_office(title, body, place, document_place)).first->second;
}

Office OfficeWords::made_office(const std::string& title, const std::string& body, const std::string& place,
                                const std::string& document_place) {
  Office office;
  office.title = folded(title);
  office.tenure = take_tenure(office.title);
  office.body = body_words(body, office.title);
  office.one_holder = kind("one").count(office.title) != 0;
  locate(office, place, document_place);
  return office;
}

}  // namespace trichluc
