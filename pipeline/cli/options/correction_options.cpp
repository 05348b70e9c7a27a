#include "pipeline/cli/options/correction_options.h"

#include "pipeline/cli/options/shared_options.h"

namespace trichluc::cli {
namespace {

void add_author(const Command& command, CorrectionAuthor& author, bool required) {
  command.option("--by", author.by, {"who says so", "ai nói như vậy"}).type_name("NAME").required(required);
  command.option("--why", author.why, {"why, or by which source", "vì sao, hoặc theo nguồn nào"})
      .type_name("TEXT")
      .required(required);
}

void add_fact(const Command& command, std::string& fact) {
  command.option("FACT", fact, {"the beginning of its id", "phần đầu của mã"}).required();
}

void add_fields(const Command& command, std::vector<std::string>& fields, const Message& which) {
  command.option("FIELD", fields, {"FIELD=VALUE… " + which.en, "FIELD=VALUE… " + which.vi});
}

bool is_given(const CorrectionAuthor& author) {
  return !author.by.empty() && !author.why.empty();
}

// Fields or words, never both.
std::optional<Message> fault_of(const CorrectArguments& arguments, const Command& correct) {
  const bool words = correct.has("--text") || correct.has("--with") || correct.has("--page");
  const bool whole = correct.has("--text") && correct.has("--with") && correct.has("--page");
  if (words && !arguments.fields.empty()) {
    return Message{"give fields or --text, not both", "chỉ đưa trường hoặc --text, không đưa cả hai"};
  }
  if (words && !whole) {
    return Message{"--page, --text and --with belong together", "--page, --text và --with phải đi cùng nhau"};
  }
  if (words || !arguments.fields.empty()) return std::nullopt;
  return Message{"give field=value, or --page, --text and --with",
                 "hãy ghi trường=giá-trị, hoặc --page, --text và --with"};
}

}  // namespace

void CorrectionOptions::add(const Program& program) {
  add_facts(program);
  add_judgements(program);
  add_people(program);
  add_lists(program);
}

void CorrectionOptions::add_facts(const Program& program) {
  const Command correct = add_archive_command(
      program, "correct",
      {"puts a fact, a document's data or words of a page right; what was read is kept",
       "sửa một bản ghi, dữ liệu của tài liệu hoặc chữ trên trang; bản đã đọc vẫn được giữ"},
      "trichluc correct kho 3f2a9c value=486 --by Lan --why \"misprint, see the annex\"", correct_arguments_.archive);
  correct
      .option("FACT|DOC", correct_arguments_.what,
              {"the beginning of a fact's id; a document by the beginning of its id or by its path",
               "phần đầu mã của bản ghi; tài liệu theo phần đầu của mã hoặc đường dẫn"})
      .required();
  add_fields(correct, correct_arguments_.fields,
             {"fields of the record contract; of a document title, publisher, author, published",
              "các trường của bản ghi; của tài liệu: title, publisher, author, published"});
  correct.option("--page", correct_arguments_.page, {"the page of --text", "trang của --text"});
  correct.option("--text", correct_arguments_.text,
                 {"words as they stand on the page", "những chữ đang có trên trang"});
  correct.option("--with", correct_arguments_.with, {"what stands there in truth", "những chữ đúng thay vào đó"});
  add_author(correct, correct_arguments_.author, true);
  serve_with(correct, [this, correct](CommandLine& line) {
    line.command = correct_arguments_;
    return fault_of(correct_arguments_, correct);
  });
  const Command add = add_archive_command(
      program, "add",
      {"a fact that was not read, with the words that prove it",
       "thêm một bản ghi chưa đọc được, kèm những chữ làm dẫn chứng"},
      "trichluc add kho 9b1c77e0 --page 2 --quote \"hiện có 12 tổ chức\" type=count of=ngo value=12 --by "
      "Lan --why \"missed\"",
      add_arguments_.archive);
  add.option("DOC", add_arguments_.document,
             {"its id, the beginning of it, or one of its paths", "mã, phần đầu của mã, hoặc một đường dẫn"})
      .required();
  add.option("--page", add_arguments_.page, {"where the words stand", "trang có những chữ ấy"}).required();
  add.option("--quote", add_arguments_.quote, {"the words that prove it", "những chữ làm dẫn chứng"}).required();
  add_fields(add, add_arguments_.fields, {"type=… and the fields of that type", "type=… và các trường của loại ấy"});
  add_author(add, add_arguments_.author, true);
  serve(add, add_arguments_);
}

void CorrectionOptions::add_judgements(const Program& program) {
  const Command reject = add_archive_command(
      program, "reject", {"a fact that the document does not state", "loại một bản ghi mà tài liệu không nói"},
      "trichluc reject kho 3f2a9c --by Lan --why \"a number of the form\"", reject_arguments_.archive);
  add_fact(reject, reject_arguments_.fact);
  add_author(reject, reject_arguments_.author, true);
  serve(reject, reject_arguments_);
  const Command confirm = add_archive_command(
      program, "confirm", {"a fact that was looked at and is right", "xác nhận một bản ghi đã xem và đúng"},
      "trichluc confirm kho 3f2a9c --by Lan --why \"seen on the page\"", confirm_arguments_.archive);
  add_fact(confirm, confirm_arguments_.fact);
  add_author(confirm, confirm_arguments_.author, true);
  serve(confirm, confirm_arguments_);
}

void CorrectionOptions::add_people(const Program& program) {
  const Command merge = add_archive_command(
      program, "merge", {"two officials are one person", "hai người được nêu là một"},
      "trichluc merge kho 3f2a9c01 77b0e1d2 --by Lan --why \"same person, new office\"", merge_arguments_.archive);
  merge
      .option("ONE", merge_arguments_.one,
              {"8 digits of the id of an official's fact, or a name", "8 chữ số mã của bản ghi, hoặc tên"})
      .required();
  merge.option("OTHER", merge_arguments_.other, {"the other", "người kia"}).required();
  add_author(merge, merge_arguments_.author, true);
  serve(merge, merge_arguments_);
  const Command split = add_archive_command(
      program, "split", {"this official is somebody else of the same name", "người này là người khác trùng tên"},
      "trichluc split kho 3f2a9c01 --by Lan --why \"born 1971, not 1952\"", split_arguments_.archive);
  add_fact(split, split_arguments_.fact);
  add_author(split, split_arguments_.author, true);
  serve(split, split_arguments_);
}

void CorrectionOptions::add_lists(const Program& program) {
  const Command corrections =
      add_archive_command(program, "corrections",
                          {"the history of corrections, and what has lost its place; takes one back",
                           "lịch sử hiệu chỉnh và những hiệu chỉnh mất chỗ; rút lại một hiệu chỉnh"},
                          "trichluc corrections kho --lost", corrections_arguments_.archive);
  corrections.flag("--lost", corrections_arguments_.lost,
                   {"only those whose words are not found any more", "chỉ những mục không còn tìm thấy chữ"});
  corrections
      .option("--undo", corrections_arguments_.undo,
              {"takes this correction back; both stay in the history",
               "rút lại hiệu chỉnh số này; cả hai vẫn nằm trong lịch sử"})
      .type_name("NUMBER");
  add_author(corrections, corrections_arguments_.author, false);
  add_table_or_json(corrections, corrections_arguments_.format);
  serve_with(corrections, [this](CommandLine& line) {
    line.command = corrections_arguments_;
    const bool told = corrections_arguments_.undo == 0 || is_given(corrections_arguments_.author);
    return told ? std::nullopt : std::optional(Message{"--undo needs --by and --why", "--undo cần --by và --why"});
  });
  const Command review = add_archive_command(
      program, "review", {"facts in the order of what looking at them is worth", "các bản ghi theo mức đáng xem lại"},
      "trichluc review kho --limit 10", review_arguments_.archive);
  review.option("--limit", review_arguments_.limit, {"how many (default 20)", "bao nhiêu (mặc định 20)"})
      .range(std::size_t{1}, std::size_t{100000});
  add_table_or_json(review, review_arguments_.format);
  serve(review, review_arguments_);
}

}  // namespace trichluc::cli
