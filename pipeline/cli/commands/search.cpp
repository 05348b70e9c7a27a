// Searches an archive: first the answer where the question has one, then the pages.
#include "pipeline/query/search/search.h"

#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/output.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/progress.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/correction_words.h"
#include "pipeline/cli/writers/fact_words.h"
#include "pipeline/cli/writers/observation_json.h"
#include "pipeline/query/search/answers.h"
#include "pipeline/query/search/search_index.h"
#include "pipeline/query/search/search_places.h"
#include "pipeline/record/json_writer.h"
#include "pipeline/run/knowledge.h"

namespace trichluc::cli {
namespace {

struct Findings {
  bool understood = false;  // as a question
  Answers answers;
  std::vector<SearchHit> hits;
  std::vector<std::string> without;  // words that pages were not looked for by: they only ask
};

// Where is looked, and how.
struct Place {
  store::Archive& archive;
  const Knowledge& knowledge;
  SearchOptions options;
};

std::string joined(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) query += (query.empty() ? "" : " ") + word;
  return query;
}

Result<void> look_for(std::optional<SearchNode> node, const SearchQuery& query, const Place& place,
                      Findings& findings) {
  if (node) join_places(*node, place.knowledge.dictionaries);
  auto hits = search(place.archive, {std::move(node), query.filters, query.words, query.plain}, place.options);
  if (!hits) return tl::unexpected<Error>(hits.error());
  findings.hits = std::move(*hits);
  return {};
}

Result<Findings> look(const SearchQuery& query, const Place& place) {
  Findings findings;
  std::optional<SearchNode> content;
  if (!query.filters.any()) {
    const QuestionReader reader(place.knowledge.dictionaries);
    const Question asked = reader.read(query.words);
    auto answers = answer(place.archive, asked, reader);
    if (!answers) return tl::unexpected<Error>(answers.error());
    findings.answers = std::move(*answers);
    findings.understood = asked.what != Question::What::kNothing;
    content = content_of(asked, query);
    findings.without = asked.left_out;
  }
  // Words that are no question as a whole may all stand on a page: then "có" and "số" are meant.
  if (!findings.understood || !content) {
    const auto looked = look_for(query.node, query, place, findings);
    if (!looked) return tl::unexpected<Error>(looked.error());
    if (!findings.hits.empty() || !content) {
      findings.without.clear();
      return findings;
    }
  }
  const auto looked = look_for(std::move(content), query, place, findings);
  if (!looked) return tl::unexpected<Error>(looked.error());
  return findings;
}

Result<Findings> find(const SearchArguments& arguments, Language language) {
  std::optional<SearchQuery> query;
  if (!arguments.query.empty() || !arguments.rebuild) {
    auto parsed = parse_search(joined(arguments.query));
    if (!parsed) return tl::unexpected<Error>(parsed.error());
    query = std::move(*parsed);
  }
  auto archive = open_for_search(arguments.archive);
  if (!archive) return tl::unexpected<Error>(archive.error());
  const auto knowledge = load_knowledge(dictionaries_folder());
  if (!knowledge) return tl::unexpected<Error>(knowledge.error());
  CountLine line(
      progress_form(""),
      in_language({"building the search index, document", "đang dựng chỉ mục tìm kiếm, tài liệu"}, language));
  const IndexProgress progress = [&line](std::size_t done, std::size_t all) { line.show(done, all); };
  const auto updated = update_index(*archive, knowledge->markers, arguments.rebuild, progress);
  if (!updated) return tl::unexpected<Error>(updated.error());
  if (!query) return Findings{};
  const Place place{*archive, *knowledge, {arguments.limit, arguments.related}};
  auto findings = look(*query, place);
  if (findings || findings.error().code != ErrorCode::kUnreadableInput || updated->rebuilt) return findings;
  // Damage within the index shows only where it is read; if it was the archive's, it shows again.
  const auto rebuilt = update_index(*archive, knowledge->markers, true, progress);
  if (!rebuilt) return tl::unexpected<Error>(rebuilt.error());
  return look(*query, place);
}

void write_answer(JsonWriter& json, const Answer& a) {
  json.begin_object().key("fact").string(a.fact).key("type").string(a.type);
  json.key("value").string_or_null(a.value).key("currency").string_or_null(a.currency);
  json.key("qualifier").string_or_null(a.qualifier).key("status").string_or_null(a.status);
  json.key("name").string_or_null(a.name).key("position").string_or_null(a.position);
  json.key("place").string_or_null(a.place).key("period").string_or_null(a.period);
  json.key("document").string(a.document).key("source").string(a.source).key("title").string_or_null(a.title);
  json.key("publisher").string_or_null(a.publisher).key("sources").size(a.sources).key("page").integer(a.page);
  json.key("start").size(a.start).key("end").size(a.end).key("text").string(a.quote);
  write_corrections(json, a.corrections);
  json.end_object();
}

void write_match(JsonWriter& json, const SearchHit::Match& match) {
  json.begin_object().key("start").size(match.start).key("end").size(match.end).key("boxes").begin_array();
  for (const Box& box : match.boxes) {
    json.begin_array().real(box.x0, 2).real(box.y0, 2).real(box.x1, 2).real(box.y1, 2).end_array();
  }
  json.end_array().key("corrected").string_or_null(match.corrected).end_object();
}

void write_hit(JsonWriter& json, const SearchHit& hit) {
  json.begin_object().key("document").string(hit.document).key("source").string(hit.source);
  json.key("title").string_or_null(hit.title).key("publisher").string_or_null(hit.publisher);
  json.key("published").string_or_null(hit.published).key("page").integer(hit.page).key("exact").boolean(hit.exact);
  json.key("snippet").string(hit.snippet).key("start").size(hit.start).key("matches").begin_array();
  for (const auto& match : hit.matches) write_match(json, match);
  json.end_array().key("same_report").begin_array();
  for (const std::string& other : hit.same_report) json.string(other);
  json.end_array().end_object();
}

std::string as_json(const Findings& findings) {
  JsonWriter json;
  json.begin_object().key("order").string("exact, published descending").key("answers").begin_array();
  for (const Answer& one : findings.answers.found) write_answer(json, one);
  json.end_array().key("answers_differ").boolean(findings.answers.differ).key("hits").begin_array();
  for (const SearchHit& hit : findings.hits) write_hit(json, hit);
  json.end_array().key("understood").boolean(findings.understood).key("without").begin_array();
  for (const std::string& word : findings.without) json.string(word);
  json.end_array().end_object();
  return json.take() + "\n";
}

std::string marked(const SearchHit& hit) {
  std::string text;
  std::size_t at = 0;
  for (const auto& match : hit.matches) {
    if (match.in_snippet.begin < at) continue;
    text += hit.snippet.substr(at, match.in_snippet.begin - at) + "[" +
            std::string(slice(hit.snippet, match.in_snippet)) +
            (match.corrected.empty() ? "" : " → " + match.corrected) + "]";
    at = match.in_snippet.end;
  }
  return on_one_line(text + hit.snippet.substr(at));
}

std::string answer_lines(const Answer& a, Language language) {
  const std::string what = a.name.empty()
                               ? grouped_digits(a.value, language) + (a.currency.empty() ? "" : " " + a.currency) +
                                     (a.qualifier.empty() || a.qualifier == "exact" ? "" : " (" + a.qualifier + ")")
                               : a.name + ", " + a.position;
  const std::string details = (a.place.empty() ? "" : ", " + a.place) + ", " + a.period;
  const std::string status = a.status.empty() || a.status == "unspecified" ? "" : " " + a.status;
  const std::string title = a.title.empty() ? "" : "    " + on_one_line(a.title) + "\n";
  const std::string changes = corrections_in_words(a.corrections);
  const std::string corrected = changes.empty() ? "" : "    " + changes + "\n";
  return "= " + on_one_line(what + " · " + a.type + status + details) + "\n    \"" + on_one_line(a.quote) + "\"\n" +
         title + "    " + on_one_line(a.source) + ", " + in_language({"page ", "trang "}, language) +
         std::to_string(a.page) + " · " + a.fact +
         (a.sources > 1 ? " · " + std::to_string(a.sources) + in_language({" sources", " nguồn"}, language) : "") +
         "\n" + corrected;
}

std::string hit_lines(const SearchHit& hit, Language language) {
  return on_one_line(hit.source) + ", " + in_language({"page ", "trang "}, language) + std::to_string(hit.page) +
         (hit.published.empty() ? "" : " · " + hit.published) + (hit.exact ? "" : " · ~") +
         (hit.same_report.empty() ? "" : " · +" + std::to_string(hit.same_report.size())) + "\n" +
         (hit.title.empty() ? "" : "    " + on_one_line(hit.title) + "\n") + "    " + marked(hit) + "\n";
}

// What is to be known before the answers and the pages.
std::string remarks(const Findings& findings, Language language) {
  if (findings.answers.differ) {
    return in_language(
        {"sources differ; this is what each of them says:\n", "các nguồn khác nhau; mỗi nguồn ghi như sau:\n"},
        language);
  }
  if (!findings.understood || !findings.answers.found.empty()) return "";
  return in_language({"no document gives an answer for exactly this place and time\n",
                      "không tài liệu nào trả lời đúng cho nơi và thời gian này\n"},
                     language);
}

std::string as_table(const Findings& findings, Language language) {
  std::string text = remarks(findings, language);
  for (const Answer& one : findings.answers.found) text += answer_lines(one, language);
  for (const SearchHit& hit : findings.hits) text += hit_lines(hit, language);
  if (findings.hits.empty()) return text + in_language({"no page found\n", "không tìm thấy trang nào\n"}, language);
  if (!findings.without.empty()) {
    text += in_language({"pages were looked for without: ", "các trang được tìm không kèm: "}, language) +
            joined(findings.without) + "\n";
  }
  return text + in_language({"order: as typed first, then (~) with accents added; newest first\n",
                             "thứ tự: đúng như gõ trước, rồi (~) thêm dấu; mới nhất trước\n"},
                            language);
}

}  // namespace

int search_command(const SearchArguments& arguments, Language language) {
  const auto findings = find(arguments, language);
  if (!findings) {
    tell(error_line(findings.error(), language));
    return static_cast<int>(findings.error().code);
  }
  if (arguments.query.empty()) return static_cast<int>(ErrorCode::kOk);
  const bool table = arguments.format == "table" || (arguments.format.empty() && standard_output_is_terminal());
  Output output;
  write_or_leave(output, table ? as_table(*findings, language) : as_json(*findings), language);
  return static_cast<int>(ErrorCode::kOk);
}

}  // namespace trichluc::cli
