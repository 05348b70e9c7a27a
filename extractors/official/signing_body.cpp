#include "extractors/official/signing_body.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extractors/letterhead/letterhead.h"
#include "extractors/official/merge.h"
#include "extractors/official/readable_body.h"
#include "extractors/token.h"
#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

// The head of a document lies within its first words.
constexpr std::size_t kHeadTokens = 200;

// The words of the head that say `phrase`, perhaps over several lines.
std::optional<Span> words_of_head(const Reading& reading, const std::string& phrase) {
  const std::string folded = text::fold(phrase);
  const std::vector<Token> wanted = tokenize_folded(folded);
  const auto& tokens = reading.tokens();
  const std::size_t end = std::min(tokens.size(), kHeadTokens);
  for (std::size_t t = 0; !wanted.empty() && t + wanted.size() <= end; ++t) {
    const auto same = [](const Token& a, const Token& b) { return a.folded == b.folded; };
    if (std::equal(wanted.begin(), wanted.end(), tokens.begin() + static_cast<std::ptrdiff_t>(t), same))
      return reading.span_of(t, t + wanted.size());
  }
  return std::nullopt;
}

// Who is told in the text, by name: a folder of papers in one file has as many signers as persons.
class Told {
 public:
  Told(const Reading& reading, const std::vector<Mention>& mentions) : reading_(reading) {
    for (const Mention& mention : mentions) {
      if (!mention.given_name_only) by_name_[name_of(mention)].push_back(&mention);
    }
  }

  // Does the text tell the signer's office with its body?
  bool in_full(const Mention& signature, const Position& position) const {
    const auto named = by_name_.find(name_of(signature));
    if (named == by_name_.end()) return false;
    return std::any_of(named->second.begin(), named->second.end(), [&](const Mention* mention) {
      return std::any_of(mention->positions.begin(), mention->positions.end(), [&](const ReadPosition& read) {
        return !read.position.organization.empty() &&
               is_part_of_position(reading_.dictionaries(), position, read.position);
      });
    });
  }

 private:
  std::string name_of(const Mention& mention) const { return text::fold(spelled_name(reading_, mention.name)); }

  const Reading& reading_;
  std::unordered_map<std::string, std::vector<const Mention*>> by_name_;
};

class Completer {
 public:
  Completer(const Reading& reading, const IssuingAgency& issuer)
      : reading_(reading),
        issuer_(issuer),
        agency_(readable_body(reading.dictionaries(), issuer.agency)),
        superior_(readable_body(reading.dictionaries(), issuer.superior)) {}

  void complete(Mention& signature, ReadPosition& read) const {
    Position& position = read.position;
    // "BỘ TRƯỞNG, CHỦ NHIỆM" of the Government Office: a minister of no ministry; "PHÓ THỦ TƯỚNG" needs no body.
    if (read.title->value("use") == "alone" && text::fold(agency_).rfind("bộ ", 0) != 0) return;
    const std::string head = text::fold(read.title->value("head"));
    const std::string folded = text::fold(agency_);
    const std::string* from = &issuer_.agency;
    position.organization = agency_;
    // "VĂN PHÒNG" signed by its "Chánh Văn phòng": the body is the one above, or the rest ("VĂN PHÒNG UBND TỈNH").
    if (!head.empty() && folded == head) {
      position.organization = superior_;
      from = &issuer_.superior;
    } else if (!head.empty() && folded.rfind(head + " ", 0) == 0) {
      position.organization = readable_body(reading_.dictionaries(), folded.substr(head.size() + 1));
    }
    if (position.organization.empty()) return;
    position.text = position.title + " " + position.organization;
    position.place = place_in(reading_.dictionaries(), position.organization);
    if (position.place.empty()) position.place = place_in(reading_.dictionaries(), superior_);
    if (const auto words = words_of_head(reading_, *from)) {
      signature.inferred.push_back({"positions", position.organization, *words});
    }
  }

 private:
  const Reading& reading_;
  const IssuingAgency& issuer_;
  std::string agency_;
  std::string superior_;
};

}  // namespace

void complete_signatures(const Reading& reading, const std::vector<Mention>& told, std::vector<Mention>& signatures) {
  if (signatures.empty()) return;
  const auto issuer = read_issuing_agency(reading);
  // Of a joint paper nobody signs for all its bodies.
  if (!issuer || issuer->agency.empty() || issuer->joint) return;
  const Completer completer(reading, *issuer);
  const Told in_text(reading, told);
  for (Mention& signature : signatures) {
    for (ReadPosition& read : signature.positions) {
      // Minutes are signed by their "Thư ký", who is the meeting's.
      const bool of_meeting = text::fold(read.position.title) == "thư ký";
      if (!read.position.organization.empty() || of_meeting) continue;
      if (!in_text.in_full(signature, read.position)) completer.complete(signature, read);
    }
  }
}

}  // namespace trichluc
