// Figures of an archive that contradict each other.
#include "pipeline/query/conflicts/conflicts.h"

#include <algorithm>

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/commands/archive_parts.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/correction_words.h"
#include "pipeline/cli/writers/csv_cell.h"
#include "pipeline/cli/writers/fact_words.h"
#include "pipeline/cli/writers/observation_json.h"

namespace trichluc::cli {
namespace {

using Conflicts = std::vector<Conflict>;

constexpr int kFoundCode = static_cast<int>(ErrorCode::kInvalidOutput);

std::string as_json(const Conflicts& conflicts) {
  JsonWriter json(JsonWriter::Style::kIndented);
  json.begin_object().key("schema").string("trichluc-conflicts/1").key("conflicts").begin_array();
  for (const Conflict& conflict : conflicts) {
    const Observation& first = *conflict.members.front().observation;
    json.begin_object().key("kind").string(name_of(conflict.kind)).key("severity").string(name_of(conflict.severity));
    json.key("measure").string(first.measure).key("place").string_or_null(first.place);
    json.key("period").string_or_null(first.period).key("figures").string(conflict.figures);
    json.key("explanation").string(conflict.explanation.en).key("statements").begin_array();
    for (const ConflictMember& member : conflict.members) {
      json.begin_object();
      write_members(json, *member.observation);
      json.key("recogniser_confidence");
      if (member.doubt.confidence) {
        json.real(*member.doubt.confidence, 3);
      } else {
        json.null();
      }
      json.key("repaired").string_or_null(member.doubt.repaired).end_object();
    }
    json.end_array().end_object();
  }
  return json.end_array().end_object().take() + "\n";
}

std::vector<std::string> headings() {
  return {"conflict",    "kind",
          "severity",    "figures",
          "explanation", "measure",
          "place",       "period",
          "value",       "low",
          "high",        "qualifier",
          "currency",    "fact",
          "document",    "source",
          "title",       "publisher",
          "published",   "page",
          "quote",       "recogniser_confidence",
          "repaired"};
}

std::vector<std::string> cells(std::size_t number, const Conflict& conflict, const ConflictMember& member) {
  const auto digits = [](const std::optional<Decimal>& value) { return value ? value->to_string() : ""; };
  const Observation& o = *member.observation;
  const ObservedDocument& d = *o.document;
  std::vector<std::string> row{std::to_string(number), std::string(name_of(conflict.kind)),
                               std::string(name_of(conflict.severity)), conflict.figures, conflict.explanation.en};
  for (std::string cell : {o.measure, o.place, o.period, std::string(digits(o.value)), std::string(digits(o.low)),
                           std::string(digits(o.high)), o.qualifier, o.currency, o.id, d.id, d.source, d.title,
                           d.publisher, d.published, std::to_string(o.page), o.quote}) {
    row.push_back(std::move(cell));
  }
  row.push_back(member.doubt.confidence ? rounded(*member.doubt.confidence, 3) : "");
  row.push_back(member.doubt.repaired);
  return row;
}

std::string as_csv(const Conflicts& conflicts) {
  std::string lines = csv_line(headings());
  std::size_t number = 0;
  for (const Conflict& conflict : conflicts) {
    ++number;
    for (const ConflictMember& member : conflict.members) lines += csv_line(cells(number, conflict, member));
  }
  return lines;
}

std::string member_line(const ConflictMember& member, Language language) {
  const Observation& o = *member.observation;
  std::string line = "    “" + on_one_line(o.quote) + "” " + on_one_line(o.document->source) +
                     in_language({", page ", ", trang "}, language) + std::to_string(o.page) + " · " + o.id;
  if (!o.document->published.empty()) line += " · " + o.document->published;
  if (member.doubt.confidence) {
    line += in_language({" · digits read with confidence ", " · độ chắc khi đọc chữ số "}, language) +
            rounded(*member.doubt.confidence, 2);
  }
  if (!member.doubt.repaired.empty()) {
    line += in_language({" · mended to “", " · sửa thành “"}, language) + on_one_line(member.doubt.repaired) + "”";
  }
  const std::string corrected = corrections_in_words(o.corrections);
  if (!corrected.empty()) line += " · " + corrected;
  return line + "\n";
}

std::string as_table(const Conflicts& conflicts, Language language) {
  std::string text;
  for (const Conflict& conflict : conflicts) {
    const Observation& first = *conflict.members.front().observation;
    text += std::string(name_of(conflict.severity)) + "  " + std::string(name_of(conflict.kind)) + "  " +
            first.measure + (first.status.empty() ? "" : " " + first.status) +
            (first.place.empty() ? "" : " · " + first.place) + (first.period.empty() ? "" : " · " + first.period) +
            ": " + with_grouped_digits(on_one_line(conflict.figures), language) +
            (first.currency.empty() ? "" : " " + first.currency) + "\n    " +
            in_language(conflict.explanation, language) + "\n";
    for (const ConflictMember& member : conflict.members) text += member_line(member, language);
  }
  return text + std::to_string(conflicts.size()) +
         in_language({conflicts.size() == 1 ? " conflict\n" : " conflicts\n", " mâu thuẫn\n"}, language);
}

}  // namespace

int conflicts_command(const ConflictsArguments& arguments, Language language) {
  auto archive = store::Archive::open(arguments.archive, store::Access::kRead);
  if (!archive) return refuse(archive.error(), language);
  const auto dictionaries = Dictionaries::load(dictionaries_folder());
  if (!dictionaries) return refuse(dictionaries.error(), language);
  const auto conflicts = find_conflicts(*archive, *dictionaries);
  if (!conflicts) return refuse(conflicts.error(), language);
  Output output;
  const std::string text = arguments.format == "json"  ? as_json(*conflicts)
                           : arguments.format == "csv" ? as_csv(*conflicts)
                                                       : as_table(*conflicts, language);
  write_or_leave(output, text, language);
  const auto limit = severity_of(arguments.fail_on);
  const bool found = limit && std::any_of(conflicts->begin(), conflicts->end(),
                                          [&](const Conflict& conflict) { return conflict.severity >= *limit; });
  return found ? kFoundCode : 0;
}

}  // namespace trichluc::cli
