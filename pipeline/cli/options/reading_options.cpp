#include "pipeline/cli/options/reading_options.h"

#include <algorithm>

#include "pipeline/cli/options/shared_options.h"

namespace trichluc::cli {
namespace {

std::vector<std::string> record_formats() {
  return {"jsonl", "json", "csv", "table"};
}

// "csv=facts.csv"; nothing where it is not so.
std::optional<FurtherOutput> further_output(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos || equals + 1 == word.size()) return std::nullopt;
  const FurtherOutput further{word.substr(0, equals), word.substr(equals + 1)};
  const auto formats = record_formats();
  if (std::find(formats.begin(), formats.end(), further.format) == formats.end()) return std::nullopt;
  return further;
}

}  // namespace

void ReadingOptions::add(const Program& program) {
  add_extract(program);
  add_text(program);
  add_inspect(program);
  add_explain(program);
  add_eval(program);
  add_check(program);
}

void ReadingOptions::add_extract(const Program& program) {
  const Command extract =
      program.command("extract", {"the records of documents", "lấy các bản ghi của tài liệu"},
                      "trichluc extract --format csv --types count,aid_value -o facts.csv reports/");
  extract
      .option("--format,-f", extract_arguments_.format,
              {"jsonl, json, csv or table (default: table on a terminal, else jsonl)",
               "jsonl, json, csv hoặc table (mặc định: table trên màn hình, còn lại jsonl)"})
      .one_of(record_formats());
  extract
      .option("--types,-t", types_,
              {"only these: count, aid_value, share, date, official, legal_document",
               "chỉ các loại này: count, aid_value, share, date, official, legal_document"})
      .list()
      .one_of({"count", "aid_value", "share", "date", "official", "legal_document"});
  extract.option("--output,-o", extract_arguments_.output, {"write to this file", "ghi vào tệp này"});
  extract
      .option("--also", also_,
              {"write the same records to a further file, such as csv=facts.csv; may be repeated",
               "ghi thêm chính các bản ghi ấy vào một tệp nữa, ví dụ csv=so-lieu.csv; có thể lặp lại"})
      .type_name("FORMAT=FILE")
      .repeated();
  add_reading(extract, extract_arguments_.reading);
  serve_with(extract, [this](CommandLine& line) { return take_extract(line); });
}

void ReadingOptions::add_text(const Program& program) {
  const Command text =
      program.command("text", {"the text of documents as it was read", "văn bản của tài liệu đúng như đã đọc"},
                      "trichluc text --format jsonl scan.pdf");
  text.option("--format,-f", text_arguments_.format,
              {"text, or jsonl: a line a page with the place of every word",
               "text, hoặc jsonl: mỗi trang một dòng kèm vị trí từng từ"})
      .one_of({"text", "jsonl"});
  add_reading(text, text_arguments_.reading);
  serve_with(text, [this](CommandLine& line) {
    line.command = text_arguments_;
    return without_files(text_arguments_.reading);
  });
}

void ReadingOptions::add_inspect(const Program& program) {
  const Command inspect =
      program.command("inspect", {"what each page is and how well it was read", "từng trang là gì và đọc được đến đâu"},
                      "trichluc inspect --format table reports/");
  inspect
      .option("--format,-f", inspect_arguments_.format,
              {"table or jsonl (default: table on a terminal, else jsonl)",
               "table hoặc jsonl (mặc định: table trên màn hình, còn lại jsonl)"})
      .one_of({"table", "jsonl"});
  add_reading(inspect, inspect_arguments_.reading);
  serve_with(inspect, [this](CommandLine& line) {
    line.command = inspect_arguments_;
    return without_files(inspect_arguments_.reading);
  });
}

void ReadingOptions::add_explain(const Program& program) {
  const Command explain = program.command(
      "explain", {"why each record was read, and what was refused", "vì sao có từng bản ghi, và điều gì bị loại"},
      "trichluc explain --text \"Hiện có 120 tổ chức phi chính phủ nước ngoài.\"");
  explain.option("FILE", explain_file_, {"a file, or - for standard input", "một tệp, hoặc - là đầu vào chuẩn"});
  explain.option("FACT_ID", explain_id_,
                 {"the id of one record, or its beginning", "mã của một bản ghi, hoặc phần đầu của mã"});
  explain.option("--text", explain_text_, {"read this text instead of a file", "đọc đoạn văn này thay cho tệp"});
  const Option rejected =
      explain.flag("--rejected", explain_numbers_,
                   {"instead list every number of the document: which record it is in, or why it was refused",
                    "thay vào đó kê mọi con số của tài liệu: thuộc bản ghi nào, hoặc vì sao bị loại"});
  explain
      .option("--format,-f", explain_format_,
              {"of that list: table or json (default: table)", "dạng của bảng kê: table hoặc json (mặc định: table)"})
      .one_of({"table", "json"})
      .needs(rejected);
  add_reading_jobs(explain, explain_reading_);
  serve_with(explain, [this, explain](CommandLine& line) { return take_explain(line, explain.has("--text")); });
}

void ReadingOptions::add_eval(const Program& program) {
  const Command eval =
      program.command("eval", {"scores the records of documents against gold", "chấm các bản ghi theo đáp án"},
                      "trichluc eval --details gold/ reports/*.txt");
  eval.option("GOLD_DIR", eval_arguments_.gold_folder,
              {"folder of NAME.json, the gold of NAME.*", "thư mục chứa TÊN.json là đáp án của TÊN.*"})
      .required();
  eval.flag("--details", eval_arguments_.details, {"list what was missed or invented", "liệt kê chỗ thiếu, chỗ thừa"});
  eval.flag("--reliability", eval_arguments_.reliability,
            {"how often records of each confidence are right", "tỷ lệ đúng theo từng mức độ tin cậy"});
  eval.flag("--json", eval_arguments_.json, {"the numbers as JSON", "in số liệu dạng JSON"});
  add_reading(eval, eval_arguments_.reading);
  serve_with(eval, [this](CommandLine& line) {
    line.command = eval_arguments_;
    return without_files(eval_arguments_.reading);
  });
}

void ReadingOptions::add_check(const Program& program) {
  const Command check = program.command(
      "check-dictionaries",
      {"every fault in the tables of words, with file and line", "mọi lỗi trong các bảng từ, kèm tệp và dòng"},
      "trichluc check-dictionaries my-words/");
  check
      .option("DIR", check_arguments_.folder,
              {"a folder whose tables are added to ours (default: ours)",
               "thư mục chứa các bảng bổ sung (mặc định: bảng của chương trình)"})
      .type_name("DIR");
  serve(check, check_arguments_);
}

std::optional<Message> ReadingOptions::take_extract(CommandLine& line) const {
  ExtractArguments arguments = extract_arguments_;
  arguments.types = {types_.begin(), types_.end()};
  for (const std::string& also : also_) {
    const auto further = further_output(also);
    if (!further) {
      return Message{"--also " + also + ": give FORMAT=FILE, with jsonl, json, csv or table as FORMAT",
                     "--also " + also + ": hãy ghi FORMAT=FILE, FORMAT là jsonl, json, csv hoặc table"};
    }
    arguments.also.push_back(*further);
  }
  line.command = arguments;
  return without_files(arguments.reading);
}

// With --text there is no file, and the one word that may stand there is the id.
std::optional<Message> ReadingOptions::take_explain(CommandLine& line, bool has_text) const {
  if (has_text && !explain_id_.empty()) {
    return Message{"give a file or --text, not both", "chỉ đưa tệp hoặc --text, không đưa cả hai"};
  }
  if (!has_text && explain_file_.empty()) {
    return Message{"a file or --text is required", "cần có một tệp hoặc --text"};
  }
  const std::string id = has_text ? explain_file_ : explain_id_;
  if (explain_numbers_ && !id.empty()) {
    return Message{"--rejected lists the whole document: give no id", "--rejected kê cả tài liệu: không đưa mã"};
  }
  ReadingArguments reading = explain_reading_;
  if (!has_text) reading.files = {explain_file_};
  line.command = ExplainArguments{reading, explain_text_, id, explain_numbers_, explain_format_};
  return std::nullopt;
}

}  // namespace trichluc::cli
