// People across the documents of an archive, with the offices they held over time.
//
// One person is: statements of one name (tone marks in one place, case and honorifics aside) that are tied by an office
// in the same body. What only the name ties stays apart and is listed as doubtful: another body, another honorific
// ("ông" and "bà"), the same body a generation later, or a body that documents name without its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/query/people/official_statements.h"

namespace trichluc {

// An office as one person had it. `first` and `last` are the first and last day on which documents say so; for a former
// one they tell when it was said to be over.
struct HeldOffice {
  Office office;
  std::string title, organization, text;  // as the best statement has it
  std::string first, last;                // ISO 8601, empty: no document of it has a day
  std::vector<const OfficialStatement*> statements;
};

enum class Doubt { kOtherBody, kOtherHonorific, kLongApart, kBodyUnknown };
std::string_view name_of(Doubt doubt);

struct Namesake {
  std::size_t person = 0;  // in the list of people
  Doubt why = Doubt::kOtherBody;
};

struct Person {
  std::string id;    // the smallest of its facts' ids
  std::string name;  // as most statements write it
  std::string key;   // folded
  std::vector<std::string> names, honorifics;
  std::vector<HeldOffice> offices;  // in the order of time
  std::vector<Namesake> doubtful;
  std::size_t sources = 0;  // near duplicates count once
};

// Facts whose persons a reader has joined or parted, by facts.id.
struct PersonLinks {
  std::vector<std::pair<std::string, std::string>> same, apart;
};

// In the order of names. The people point into `statements`.
std::vector<Person> group_people(const std::vector<OfficialStatement>& statements, OfficeWords& words,
                                 const PersonLinks& links = {});

// `text` without diacritics finds all spellings, with them only itself; it may be a part of the name.
bool is_named(const Person& person, const std::string& text, OfficeWords& words);

// Who held an office: "Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam".
enum class At { kWithin, kBefore, kAfter };  // the day asked for lies within what is attested, or this is the nearest
std::string_view name_of(At at);
struct Holder {
  std::size_t person = 0;
  const HeldOffice* office = nullptr;
  At at = At::kWithin;
};
// `day` is ISO 8601; empty: everyone, in the order of time. Where nobody is attested on the day, the last before and
// the first after it.
std::vector<Holder> holders_of(const std::vector<Person>& people, const std::string& position, const std::string& day,
                               OfficeWords& words);

}  // namespace trichluc
