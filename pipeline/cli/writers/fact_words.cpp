#include "pipeline/cli/writers/fact_words.h"

#include <algorithm>
#include <initializer_list>

#include "pipeline/record/record_json.h"

namespace trichluc::cli {
namespace {

std::string sign_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::kExact:
      return "";
    case Qualifier::kOver:
      return "> ";
    case Qualifier::kUnder:
      return "< ";
    case Qualifier::kAbout:
      return "~ ";
    case Qualifier::kAtLeast:
      return "≥ ";
    case Qualifier::kUpTo:
      return "≤ ";
  }
  return "";
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ", ";
    out += part;
  }
  return out;
}

std::string with_blanks(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

class Words {
 public:
  Words(const Record& record, Language language) : record_(record), language_(language) {}

  FactWords operator()(const CountFact& f) const {
    const std::string what = f.of + (f.status.empty() ? "" : " " + with_blanks(f.status));
    return {"", measure(f.qualifier, f.value, f.low, f.high), joined({what, shared(f)}), place_of(f), f.period};
  }
  FactWords operator()(const AidValueFact& f) const {
    const std::string stage = f.stage == "unspecified" ? "" : f.stage;
    const std::string donor = f.donor.empty() ? "" : say("from ", "từ ") + f.donor;
    const std::string recipient = f.recipient.empty() ? "" : say("to ", "cho ") + f.recipient;
    std::string value = measure(f.qualifier, f.amount, f.low, f.high) + " " + f.currency;
    for (const Money& same : f.equivalent) value += " = " + digits(same.amount) + " " + same.currency;
    return {"", value, joined({stage, f.sector, donor, recipient, shared(f)}), place_of(f), f.period};
  }
  FactWords operator()(const ShareFact& f) const { return {"", digits(f.percent) + " %", f.label, "", ""}; }
  FactWords operator()(const DateFact& f) const { return {"", f.value, "", "", ""}; }
  FactWords operator()(const OfficialFact& f) const {
    std::string positions;
    for (const Position& p : f.positions) positions += (positions.empty() ? "" : "; ") + p.text;
    const std::string role = f.meeting_role == "mentioned" ? "" : "[" + f.meeting_role + "]";
    return {"", f.name, role.empty() || positions.empty() ? role + positions : role + " " + positions, "", ""};
  }
  FactWords operator()(const LegalDocumentFact& f) const {
    return {"", f.kind + (f.number.empty() ? "" : " " + f.number), f.issuer, "", f.date};
  }

 private:
  std::string say(const char* en, const char* vi) const { return language_ == Language::kVietnamese ? vi : en; }
  std::string digits(const Decimal& value) const { return grouped_digits(value.to_string(), language_); }

  std::string measure(Qualifier qualifier, const std::optional<Decimal>& value, const std::optional<Decimal>& low,
                      const std::optional<Decimal>& high) const {
    if (value) return sign_of(qualifier) + digits(*value);
    return sign_of(qualifier) + (low ? digits(*low) : "") + "–" + (high ? digits(*high) : "");
  }

  // What a count and a sum say alike.
  template <class F>
  std::string shared(const F& f) const {
    std::string change;
    if (f.change) {
      change = (f.change->increase ? "+" : "−") + digits(f.change->percent) + " %";
      if (!f.change->relative_to.empty()) change += say(" on ", " so với ") + f.change->relative_to;
    }
    const bool expected = f.certainty == Certainty::kExpected;
    return joined({f.scope, f.per == "year" ? say("a year", "mỗi năm") : f.per,
                   expected ? say("expected", "dự kiến") : "", change,
                   record_.part_of.empty() ? "" : say("a part", "một phần")});
  }

  template <class F>
  std::string place_of(const F& f) const {
    const std::size_t more = f.places.size();
    return more > 1 ? f.place + " +" + std::to_string(more - 1) : f.place;
  }

  const Record& record_;
  Language language_;
};

}  // namespace

std::string grouped_digits(const std::string& plain, Language language) {
  const bool vietnamese = language == Language::kVietnamese;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string out;
  for (std::size_t i = 0; i < point; ++i) {
    const bool starts_group = i > 0 && (point - i) % 3 == 0 && plain[i - 1] != '-';
    if (starts_group) out += vietnamese ? '.' : ',';
    out += plain[i];
  }
  if (point < plain.size()) out += (vietnamese ? "," : ".") + plain.substr(point + 1);
  return out;
}

std::string with_grouped_digits(std::string_view words, Language language) {
  constexpr std::size_t kFewest = 5;
  constexpr std::string_view kDigits = "0123456789";
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_not_of(".0123456789", at), words.size());
    const std::string_view number = words.substr(at, end - at);
    const bool is_whole = std::min(number.find('.'), number.size()) >= kFewest;
    const bool within_word = at > 0 && words[at - 1] != ' ' && words[at - 1] != '-';
    if (end > at && is_whole && !within_word && kDigits.find(number.front()) != std::string_view::npos) {
      out += grouped_digits(std::string(number), language);
    } else {
      out += number;
    }
    if (end < words.size()) out += words[end];
    at = end + 1;
  }
  return out;
}

FactWords words_of(const Record& record, Language language) {
  FactWords words = std::visit(Words(record, language), record.fact);
  words.type = type_name(record.fact);
  return words;
}

}  // namespace trichluc::cli
