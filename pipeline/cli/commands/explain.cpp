#include <memory>

#include "pipeline/base/utf8.h"
#include "pipeline/cli/batch.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/program_files.h"
#include "pipeline/cli/terminal_text.h"
#include "pipeline/cli/writers/fact_words.h"
#include "pipeline/cli/writers/number_list.h"
#include "pipeline/source/open.h"

namespace trichluc::cli {
namespace {

// The code points [start, end) of a page's text.
std::string words_at(const Document& document, int page, std::size_t start, std::size_t end) {
  for (const Page& candidate : document.pages) {
    if (candidate.number != page) continue;
    std::string words;
    std::size_t count = 0;
    for (std::size_t at = 0; at < candidate.text.size() && count < end; ++count) {
      const std::size_t size = code_point_at(candidate.text, at).size;
      if (count >= start) words += candidate.text.substr(at, size);
      at += size;
    }
    return on_one_line(words);
  }
  return "";
}

class Explanation {
 public:
  Explanation(const DocumentRecords& document, Language language) : document_(document), language_(language) {}

  void add(const Record& record) {
    const FactWords words = words_of(record, language_);
    out_ += words.type + "  " + words.value;
    for (const std::string* part : {&words.what, &words.place, &words.period}) {
      if (!part->empty()) out_ += " · " + on_one_line(*part);
    }
    out_ += "\n";
    line(say("id", "mã"), record.id);
    line(say("rule", "quy tắc"), record.rule);
    for (const Evidence& proof : record.evidence) line(say("words", "lời văn"), place_and_words(proof));
    line(say("section", "phần"), record.section);
    for (const std::string& used : record.dictionary_lines) line(say("dictionary", "từ điển"), used);
    for (const InferredField& i : record.inferred) line(say("inferred", "suy ra"), inferred(i));
    if (!record.part_of.empty()) line(say("part of", "thuộc"), record.part_of);
    if (!record.share_of.empty()) line(say("share of", "tỷ lệ của"), record.share_of);
    for (const std::string& note : record.notes) line(say("not chosen", "không chọn"), note);
    out_ += "\n";
  }

  void add(const RejectedReading& refused) {
    out_ += say("refused", "bị loại") + "  " + place_and_words(refused.evidence) + "\n";
    line(say("rule", "quy tắc"), refused.rule);
    line(say("why", "lý do"), refused.reason);
    out_ += "\n";
  }

  const std::string& text() const { return out_; }

 private:
  std::string say(const char* en, const char* vi) const { return language_ == Language::kVietnamese ? vi : en; }

  void line(const std::string& name, const std::string& value) {
    if (!value.empty()) out_ += "  " + padded(name, 11) + on_one_line(value) + "\n";
  }

  std::string place(int page, std::size_t start, std::size_t end) const {
    return say("page ", "trang ") + std::to_string(page) + ", " + std::to_string(start) + "–" + std::to_string(end);
  }

  std::string place_and_words(const Evidence& e) const {
    return place(e.page, e.start, e.end) + ": “" + on_one_line(e.text) + "”";
  }

  std::string inferred(const InferredField& i) const {
    const std::string value = i.field + " = " + i.value;
    if (i.end <= i.start) return value;  // from what stands outside the text: the address, the file's properties
    return value + say(", from ", ", từ ") + place(i.page, i.start, i.end) + ": “" +
           words_at(document_.document, i.page, i.start, i.end) + "”";
  }

  const DocumentRecords& document_;
  Language language_;
  std::string out_;
};

Detail detail_of(const ExplainArguments& arguments) {
  return arguments.rejected ? Detail::kNumbers : Detail::kFacts;
}

// The document of the file: of a container, the first one in it.
DocumentRecords read_file(const ExplainArguments& arguments, const Knowledge& knowledge, Language language) {
  RunCounters counters;
  const Runner runner(knowledge, counters, {}, detail_of(arguments));
  std::vector<DocumentRecords> read;
  Batch batch{language, &arguments.reading, &counters};
  batch.work = [&runner](const PooledDocument& document, const Emit& emit) {
    emit({runner.process(document), "", true});
  };
  batch.use = [&read](Delivery delivery) { read.push_back(std::move(delivery.records)); };
  run_batch({{arguments.reading.files.front(), std::nullopt}}, batch);
  return read.empty() ? DocumentRecords{} : std::move(read.front());
}

DocumentRecords read_text(const ExplainArguments& arguments, const Knowledge& knowledge, Language language) {
  RunCounters counters;
  auto document = open_bytes(arguments.text, "--text");
  if (document) return Runner(knowledge, counters, {}, detail_of(arguments)).extract_records(std::move(*document));
  DocumentRecords refused;
  refused.source = "--text";
  refused.error = document.error();
  tell_about(refused, language);
  return refused;
}

bool is_wanted(const Record& record, const std::string& id) {
  return record.id.compare(0, id.size(), id) == 0;
}

}  // namespace

int explain_command(const ExplainArguments& arguments, Language language) {
  const auto knowledge = load_knowledge(dictionaries_folder(), arguments.reading.dictionaries);
  if (!knowledge) {
    tell(error_line(knowledge.error(), language));
    return static_cast<int>(knowledge.error().code);
  }
  const DocumentRecords records = arguments.reading.files.empty() ? read_text(arguments, *knowledge, language)
                                                                  : read_file(arguments, *knowledge, language);
  if (records.error) return static_cast<int>(records.error->code);
  if (arguments.rejected) {
    Output numbers;
    write_or_leave(numbers, list_of_numbers(records, arguments.format, language), language);
    return static_cast<int>(code_of(records.document));
  }
  Explanation explanation(records, language);
  bool found = arguments.fact_id.empty();
  for (const Record& record : records.records) {
    if (!is_wanted(record, arguments.fact_id)) continue;
    explanation.add(record);
    found = true;
  }
  if (!found) {
    tell(error_line({ErrorCode::kBadArguments,
                     {"there is no fact with the id " + arguments.fact_id + "; `trichluc extract` shows the ids",
                      "không có bản ghi mang mã " + arguments.fact_id + "; `trichluc extract` cho biết các mã"},
                     records.source},
                    language));
    return static_cast<int>(ErrorCode::kBadArguments);
  }
  if (arguments.fact_id.empty()) {
    for (const RejectedReading& refused : records.rejected) explanation.add(refused);
  }
  Output output;
  write_or_leave(output, explanation.text(), language);
  return static_cast<int>(code_of(records.document));
}

}  // namespace trichluc::cli
