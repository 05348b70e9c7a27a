#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/officials_writers.h"

namespace trichluc::cli {
namespace {

std::string times_of(const HeldOffice& held, Language language) {
  if (held.first.empty()) return in_language({"no day", "không rõ ngày"}, language);
  return held.first == held.last ? held.first : held.first + " … " + held.last;
}

// A former office keeps its word, also where the body's spelling was taken from another statement.
std::string office_text(const HeldOffice& held) {
  std::string text = on_one_line(held.text);
  if (!held.office.place.empty() && text.find(held.office.place) == std::string::npos) {
    text += " · " + held.office.place;
  }
  return text;
}

std::string tenure_word(Tenure tenure, Language language) {
  if (tenure == Tenure::kFormer) return in_language({" (former)", " (nguyên)"}, language);
  if (tenure == Tenure::kActing) return in_language({" (acting)", " (quyền)"}, language);
  return "";
}

std::string proof_line(const OfficialStatement& s, Language language) {
  return "        “" + on_one_line(s.quote) + "” " + on_one_line(s.document->source) +
         in_language({", page ", ", trang "}, language) + std::to_string(s.page) + " · " + s.id + "\n";
}

std::string office_lines(const HeldOffice& held, Language language) {
  std::string text = "    " + times_of(held, language) + "  " + office_text(held) +
                     tenure_word(held.office.tenure, language) + "\n" + proof_line(*held.statements.front(), language);
  if (held.statements.size() > 1) text += proof_line(*held.statements.back(), language);
  if (held.statements.size() > 2) {
    text += "        … " + std::to_string(held.statements.size()) +
            in_language({" statements in all\n", " lần nêu\n"}, language);
  }
  return text;
}

Message reason(Doubt doubt) {
  switch (doubt) {
    case Doubt::kOtherBody:
      return {"another body, nothing ties them", "cơ quan khác, không có căn cứ là một người"};
    case Doubt::kOtherHonorific:
      return {"“ông” here, “bà” there", "nơi ghi “ông”, nơi ghi “bà”"};
    case Doubt::kLongApart:
      return {"the same body more than 15 years apart", "cùng cơ quan nhưng cách nhau hơn 15 năm"};
    case Doubt::kBodyUnknown:
      return {"the body is named without its place", "cơ quan không ghi rõ địa phương"};
  }
  return {};
}

std::string person_lines(const Person& person, const std::vector<Person>& people, Language language) {
  std::string text = on_one_line(person.name) + "  " + person.id + " · " + std::to_string(person.sources) +
                     in_language({person.sources == 1 ? " source" : " sources", " nguồn"}, language);
  for (const std::string& name : person.names) {
    if (name != person.name) text += in_language({" · also ", " · còn ghi "}, language) + on_one_line(name);
  }
  text += "\n";
  for (const HeldOffice& held : person.offices) text += office_lines(held, language);
  for (const Namesake& other : person.doubtful) {
    const Person& namesake = people[other.person];
    text += in_language({"    perhaps the same: ", "    có thể là một người: "}, language) + namesake.id;
    if (!namesake.offices.empty()) text += " " + office_text(namesake.offices.front());
    text += " (" + in_language(reason(other.why), language) + ")\n";
  }
  return text;
}

Message at_words(At at) {
  switch (at) {
    case At::kWithin:
      return {"attested", "có ghi"};
    case At::kBefore:
      return {"last before that day, not on it", "gần nhất trước ngày đó"};
    case At::kAfter:
      return {"first after that day, not on it", "gần nhất sau ngày đó"};
  }
  return {};
}

}  // namespace

std::string officials_as_table(const ShownOfficials& shown, Language language) {
  std::string text;
  if (shown.holders != nullptr) {
    for (const Holder& holder : *shown.holders) {
      const Person& person = (*shown.people)[holder.person];
      text += on_one_line(person.name) + "  " + person.id + " · " + in_language(at_words(holder.at), language) + "\n" +
              office_lines(*holder.office, language);
    }
    return text + std::to_string(shown.holders->size()) +
           in_language({shown.holders->size() == 1 ? " holder\n" : " holders\n", " người giữ chức\n"}, language);
  }
  for (const std::size_t i : shown.chosen) text += person_lines((*shown.people)[i], *shown.people, language);
  return text + std::to_string(shown.chosen.size()) +
         in_language({shown.chosen.size() == 1 ? " person\n" : " people\n", " người\n"}, language);
}

}  // namespace trichluc::cli
