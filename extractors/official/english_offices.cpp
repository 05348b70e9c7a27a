#include "extractors/official/english_offices.h"

#include <algorithm>
#include <utility>

#include "extractors/official/english_body.h"
#include "extractors/official/honorific.h"

namespace trichluc {
namespace {

constexpr std::size_t kMostOffices = 6;

// Words that stand in nearly every sentence of English; a name or a title in Vietnamese has none or one.
bool is_english(const Reading& reading, const Sentence& sentence) {
  constexpr std::size_t kFewest = 2;
  std::size_t english = 0;
  if (reading.tokens()[sentence.first].unmarked) return false;
  for (std::size_t t = sentence.first; t < sentence.last && english < kFewest; ++t) {
    if (reading.is_any(t, {"the", "of", "and", "by", "with", "was", "at", "for", "said", "to", "in", "on", "mr", "ms"}))
      ++english;
  }
  return english >= kFewest;
}

class EnglishReader {
 public:
  explicit EnglishReader(const Reading& reading) : reading_(reading), tokens_(reading.tokens()) {}

  std::vector<Mention> read(std::size_t first, std::size_t last) {
    for (std::size_t t = first; t < last;) t = std::max(step(t), t + 1);
    return std::move(found_);
  }

 private:
  std::size_t step(std::size_t t) {
    if (const LexiconMatch* person = english_word_at(reading_, t, "person")) {
      const std::size_t at = person->last + (reading_.is(person->last, ".") ? 1U : 0U);
      const auto name = same_paragraph(reading_, t, at) ? english_name_at(reading_, at, true) : std::nullopt;
      return name ? named(t, reading_.words(reading_.span_of(t, person->last)), *name) : at;
    }
    const bool begins =
        tokens_[t].capital && (t == 0 || !tokens_[t - 1].capital || !same_paragraph(reading_, t - 1, t));
    if (!begins) return t;
    if (const std::size_t last = offices_before_name(t); last > t) return last;
    const auto name = english_name_at(reading_, t, false);
    if (name) return named(t, {}, *name);
    // "Teacher Dang Thi Thu Huong": a Vietnamese name behind another word.
    const auto behind =
        reading_.is_any(t + 1, {",", "-", ":"}) ? std::nullopt : english_name_at(reading_, t + 1, false);
    const bool joined = behind && starts_below(*behind, t);
    return joined ? named(t + 1, {}, *behind) : capitals_end(reading_, t);
  }

  bool starts_below(const PersonName& name, std::size_t t) const {
    return name.words >= 3 && same_paragraph(reading_, t, name.first) && reading_.is_any(name.last, {",", "-"});
  }

  // "(Mr.) A, Vice President cum General Secretary of X, Vice Chairman of Y".
  std::size_t named(std::size_t first, const std::string& honorific, const PersonName& name) {
    Mention mention;
    mention.first = first;
    mention.last = name.last;
    mention.name = name;
    mention.honorific = honorific;
    mention.rule = "official.english";
    const bool joined = reading_.is_any(name.last, {",", "-", "(", "|"});
    std::vector<EnglishOffice> offices = joined ? offices_from(name.last + 1, false) : std::vector<EnglishOffice>();
    // "Mr. A, Director of X B": the office is the next person's.
    if (!offices.empty() && offices.back().name) offices.pop_back();
    take(std::move(offices), mention);
    found_.push_back(std::move(mention));
    return found_.back().last;
  }

  // "Deputy Minister of Foreign Affairs and Chairman of the Committee for X To Anh Dung".
  std::size_t offices_before_name(std::size_t t) {
    std::vector<EnglishOffice> offices = offices_from(t, true);
    if (offices.empty()) return t;
    auto name = offices.back().name;
    std::size_t at = offices.back().last;
    // "President of the Union Ms. A".
    std::string honorific;
    if (const LexiconMatch* person = name ? nullptr : english_word_at(reading_, at, "person")) {
      honorific = reading_.words(reading_.span_of(person->first, person->last));
      at = person->last + (reading_.is(person->last, ".") ? 1U : 0U);
      name = same_paragraph(reading_, t, at) ? english_name_at(reading_, at, true) : std::nullopt;
    }
    // "Director of the Department, Mr. A", "Chairwoman of the Union (VUFO), Ambassador B" ends with a name of its own.
    if (!name && reading_.is(at, ",")) name = vietnamese_behind_comma(at + 1);
    if (!name) return t;
    Mention mention;
    mention.first = t;
    mention.name = *name;
    mention.honorific = honorific;
    mention.rule = "official.english";
    const std::size_t end = take_body_behind(offices.back(), name->last);
    take(std::move(offices), mention);
    mention.last = end;
    if (end == name->last) take_further_offices(mention);
    found_.push_back(std::move(mention));
    return found_.back().last;
  }

  // "Ambassador A, Permanent Representative of X to Y, met …": behind the name, up to the next comma.
  void take_further_offices(Mention& mention) const {
    if (!reading_.is(mention.last, ",")) return;
    std::vector<EnglishOffice> more = offices_from(mention.last + 1, true);
    if (more.empty() || more.back().name || !reading_.is_any(more.back().last, {",", ".", ";"})) return;
    take(std::move(more), mention);
  }

  // "Vice Chairman Tran Minh Phuc of the People's Committee": the body behind the name; one past it, or `at`.
  std::size_t take_body_behind(EnglishOffice& office, std::size_t at) const {
    if (!office.position.organization.empty() || !reading_.is(at, "of")) return at;
    const EnglishBody body = english_body_behind(reading_, at);
    if (body.last == at) return at;
    office.position.organization = body.name;
    office.position.text += body.behind;
    return body.last;
  }

  // "President of the Provincial People's Committee, Le Van A, said": between commas.
  std::optional<PersonName> vietnamese_behind_comma(std::size_t at) const {
    if (!same_paragraph(reading_, at - 1, at)) return std::nullopt;
    const auto name = english_name_at(reading_, at, false);
    if (!name || name->words < 3 || !reading_.is(name->last, ",")) return std::nullopt;
    return english_office_at(reading_, name->last + 1, false) ? std::nullopt : name;
  }

  // One past what joins two offices, or `at`.
  std::size_t after_joint(std::size_t at) const {
    std::size_t next = at;
    while (next - at < 3 && reading_.is_any(next, {",", "and", "cum", "concurrently", "&"})) ++next;
    return next > at && same_paragraph(reading_, at - 1, next) ? next : at;
  }

  std::vector<EnglishOffice> offices_from(std::size_t at, bool capital) const {
    std::vector<EnglishOffice> offices;
    if (!capital && !same_paragraph(reading_, at - 1, at)) return offices;
    for (auto office = english_office_at(reading_, at, capital); office && offices.size() < kMostOffices;) {
      offices.push_back(*office);
      if (office->name) break;
      const std::size_t next = after_joint(office->last);
      if (next == office->last) break;
      office = english_office_at(reading_, next, capital);
    }
    return offices;
  }

  // "Vice President cum General Secretary of the Union": both are of the Union.
  void share_bodies(std::vector<EnglishOffice>& offices) const {
    for (std::size_t i = 1; i < offices.size(); ++i) {
      EnglishOffice& before = offices[i - 1];
      // "VUFO Vice President and Secretary General": both are VUFO's.
      const std::string& own = before.position.organization;
      if (before.behind.empty() && !own.empty() && offices[i].position.organization.empty()) {
        offices[i].position.organization = own;
        offices[i].position.text = own + " " + offices[i].position.text;
      }
      const bool joined = reading_.is_any(before.last, {"cum", "and", "&"});
      if (!joined || !before.position.organization.empty() || offices[i].behind.empty()) continue;
      before.position.organization = offices[i].position.organization;
      before.position.text += offices[i].behind;
    }
  }

  void take(std::vector<EnglishOffice>&& offices, Mention& mention) const {
    share_bodies(offices);
    for (EnglishOffice& office : offices) {
      ReadPosition read;
      read.first = office.first;
      read.last = office.last;
      read.title = office.title;
      read.position = std::move(office.position);
      mention.last = std::max(mention.last, read.last);
      mention.positions.push_back(std::move(read));
    }
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> find_english_mentions(const Reading& reading) {
  std::vector<Mention> found;
  std::size_t read_to = 0;
  for (const std::uint32_t m : reading.matches_of("english_offices")) {
    const LexiconMatch& match = reading.matches()[m];
    const std::string_view kind = match.value("kind");
    if (match.first < read_to || (kind != "office" && kind != "person")) continue;
    const Sentence& sentence = reading.sentence_of(match.first);
    read_to = sentence.last;
    if (!is_english(reading, sentence)) continue;
    const std::size_t from = found.empty() ? sentence.first : std::max(sentence.first, found.back().last);
    std::vector<Mention> more = EnglishReader(reading).read(from, sentence.last);
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return found;
}

}  // namespace trichluc
