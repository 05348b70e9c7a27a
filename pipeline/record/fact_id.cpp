#include "pipeline/record/fact_id.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>
#include <initializer_list>
#include <memory>

#include "pipeline/text/normalize.h"

namespace trichluc {
namespace {

constexpr char kSeparator = '\x1f';  // "unit separator": stands in no document text

std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += part;
    out += kSeparator;
  }
  return out;
}

std::string number(const std::optional<Decimal>& value) {
  return value ? value->to_string() : "";
}

std::string kind(const std::optional<Kind>& value) {
  return value ? std::to_string(static_cast<int>(*value)) : "";
}

struct Identity {
  std::string operator()(const CountFact& f) const {
    return joined({f.of, number(f.value), number(f.low), number(f.high), f.status, kind(f.kind), f.place, f.scope,
                   f.period, f.per, std::to_string(static_cast<int>(f.certainty))});
  }
  std::string operator()(const AidValueFact& f) const {
    return joined({number(f.amount), number(f.low), number(f.high), f.currency, f.stage, f.sector, f.donor, f.recipient,
                   kind(f.kind), f.place, f.scope, f.period, f.per, std::to_string(static_cast<int>(f.certainty))});
  }
  std::string operator()(const ShareFact& f) const { return joined({f.percent.to_string(), text::fold(f.label)}); }
  std::string operator()(const DateFact& f) const { return joined({f.value}); }
  std::string operator()(const OfficialFact& f) const { return joined({text::fold(f.name)}); }
  std::string operator()(const LegalDocumentFact& f) const {
    return joined({text::fold(f.kind), text::fold(f.number), f.number.empty() ? f.date : ""});
  }
};

// OpenSSL looks an algorithm up by its name at each call; with a record's few bytes that takes most of the time.
const EVP_MD* sha256() {
  static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> kFetched(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                   EVP_MD_free);
  return kFetched.get();
}

std::string sha256_hex(std::string_view bytes, std::size_t digits) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, sha256(), nullptr);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0x0FU];
  }
  return hex.substr(0, digits);
}

}  // namespace

std::string fact_identity(const Fact& fact) {
  return joined({std::string(type_name(fact))}) + std::visit(Identity{}, fact);
}

std::string fact_id(std::string_view document_id, const Fact& fact, const Evidence& first) {
  const std::string place = joined({std::to_string(first.page), std::to_string(first.start)});
  return sha256_hex(joined({std::string(document_id)}) + fact_identity(fact) + place, 16);
}

}  // namespace trichluc
