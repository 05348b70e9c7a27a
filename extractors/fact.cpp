#include "extractors/fact.h"

namespace trichluc {
namespace {

struct TypeName {
  std::string_view operator()(const CountFact&) const { return "count"; }
  std::string_view operator()(const AidValueFact&) const { return "aid_value"; }
  std::string_view operator()(const ShareFact&) const { return "share"; }
  std::string_view operator()(const DateFact&) const { return "date"; }
  std::string_view operator()(const OfficialFact&) const { return "official"; }
  std::string_view operator()(const LegalDocumentFact&) const { return "legal_document"; }
};

}  // namespace

std::string_view type_name(const Fact& fact) {
  return std::visit(TypeName{}, fact);
}

}  // namespace trichluc
