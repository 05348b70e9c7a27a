#include "pipeline/query/review.h"

#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/fact_words.h"
#include "pipeline/record/json_writer.h"

namespace trichluc::cli {
namespace {

constexpr int kDecimals = 3;

std::string as_json(const ReviewItem& item) {
  JsonWriter json;
  json.begin_object().key("fact").string(item.fact).key("type").string(item.type).key("what").string(item.what);
  json.key("place").string_or_null(item.place).key("period").string_or_null(item.period);
  json.key("worth").real(item.worth(), kDecimals).key("conflict").real(item.conflict, kDecimals);
  json.key("conflict_kind").string_or_null(item.conflict_kind).key("series").real(item.series, kDecimals);
  json.key("role").string_or_null(item.role).key("doubt").real(item.doubt, kDecimals);
  json.key("confidence").real(item.confidence, kDecimals).key("document").string(item.document);
  json.key("source").string(item.source).key("page").integer(item.page).key("text").string(item.quote).end_object();
  return json.take() + "\n";
}

// "conflict one_digit 1; series preferred 1; confidence 0.82".
std::string reasons(const ReviewItem& item, Language language) {
  std::string text;
  if (item.conflict > 0) {
    text += in_language({"conflict ", "mâu thuẫn "}, language) + item.conflict_kind + " " +
            rounded(item.conflict, kDecimals) + "; ";
  }
  if (item.series > 0) {
    text +=
        in_language({"series ", "chuỗi số liệu "}, language) + item.role + " " + rounded(item.series, kDecimals) + "; ";
  }
  return text + in_language({"confidence ", "độ tin cậy "}, language) + rounded(item.confidence, kDecimals);
}

std::string as_lines(const ReviewItem& item, Language language) {
  const std::string where =
      (item.place.empty() ? "" : ", " + item.place) + (item.period.empty() ? "" : ", " + item.period);
  return rounded(item.worth(), 2) + "  " + item.fact + "  " + item.type + " " +
         on_one_line(with_grouped_digits(item.what, language) + where) + "\n    " + reasons(item, language) +
         "\n    “" + on_one_line(item.quote) + "”\n    " + on_one_line(item.source) +
         in_language({", page ", ", trang "}, language) + std::to_string(item.page) + "\n";
}

Result<std::vector<ReviewItem>> find(const ReviewArguments& arguments) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return tl::unexpected<Error>(archive.error());
  const auto dictionaries = Dictionaries::load(dictionaries_folder());
  if (!dictionaries) return tl::unexpected<Error>(dictionaries.error());
  return facts_to_review(*archive, *dictionaries, arguments.limit);
}

}  // namespace

int review_command(const ReviewArguments& arguments, Language language) {
  const auto items = find(arguments);
  if (!items) return refuse(items.error(), language);
  Output output;
  for (const ReviewItem& item : *items) {
    write_or_leave(output, arguments.format == "json" ? as_json(item) : as_lines(item, language), language);
  }
  return 0;
}

}  // namespace trichluc::cli
