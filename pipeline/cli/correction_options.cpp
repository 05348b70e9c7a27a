#include "pipeline/cli/correction_options.h"

#include <CLI/CLI.hpp>

namespace trichluc::cli {
namespace {

// Adds commands and their options in the language of the messages.
class Adder {
 public:
  Adder(CLI::App& program, Language language) : program_(program), language_(language) {}

  std::string say(const char* en, const char* vi) const { return in_language({en, vi}, language_); }

  CLI::App* command(const char* name, const Message& what, const std::string& example, std::string& archive) const {
    CLI::App* command = program_.add_subcommand(name, in_language(what, language_));
    command->footer(say("Example: ", "Ví dụ: ") + example);
    command->add_option("ARCHIVE", archive, say("the archive's folder", "thư mục của kho"))->required();
    return command;
  }

  void author(CLI::App* command, CorrectionAuthor& author, bool required) const {
    command->add_option("--by", author.by, say("who says so", "ai nói như vậy"))->type_name("NAME")->required(required);
    command->add_option("--why", author.why, say("why, or by which source", "vì sao, hoặc theo nguồn nào"))
        ->type_name("TEXT")
        ->required(required);
  }

  void fact(CLI::App* command, std::string& fact) const {
    command->add_option("FACT", fact, say("the beginning of its id", "phần đầu của mã"))->required();
  }

  void fields(CLI::App* command, std::vector<std::string>& fields, const char* en, const char* vi) const {
    command->add_option("FIELD", fields, "FIELD=VALUE… " + say(en, vi));
  }

  void format(CLI::App* command, std::string& format) const {
    command->add_option("--format,-f", format, say("table (default) or json", "table (mặc định) hoặc json"))
        ->check(CLI::IsMember({"table", "json"}));
  }

 private:
  CLI::App& program_;
  Language language_;
};

bool is_given(const CorrectionAuthor& author) {
  return !author.by.empty() && !author.why.empty();
}

}  // namespace

void CorrectionOptions::add(CLI::App& program, Language language) {
  add_facts(program, language);
  add_people(program, language);
  add_lists(program, language);
}

void CorrectionOptions::add_facts(CLI::App& program, Language language) {
  const Adder adder(program, language);
  correct_ = adder.command("correct",
                           {"puts a fact, a document's data or words of a page right; what was read is kept",
                            "sửa một bản ghi, dữ liệu của tài liệu hoặc chữ trên trang; bản đã đọc vẫn được giữ"},
                           "trichluc correct kho 3f2a9c value=486 --by Lan --why \"misprint, see the annex\"",
                           correct_arguments_.archive);
  correct_
      ->add_option("FACT|DOC", correct_arguments_.what,
                   adder.say("the beginning of a fact's id; a document by the beginning of its id or by its path",
                             "phần đầu mã của bản ghi; tài liệu theo phần đầu của mã hoặc đường dẫn"))
      ->required();
  adder.fields(correct_, correct_arguments_.fields,
               "fields of the record contract; of a document title, publisher, author, published",
               "các trường của bản ghi; của tài liệu: title, publisher, author, published");
  correct_->add_option("--page", correct_arguments_.page, adder.say("the page of --text", "trang của --text"));
  correct_->add_option("--text", correct_arguments_.text,
                       adder.say("words as they stand on the page", "những chữ đang có trên trang"));
  correct_->add_option("--with", correct_arguments_.with,
                       adder.say("what stands there in truth", "những chữ đúng thay vào đó"));
  adder.author(correct_, correct_arguments_.author, true);
  add_ =
      adder.command("add",
                    {"a fact that was not read, with the words that prove it",
                     "thêm một bản ghi chưa đọc được, kèm những chữ làm dẫn chứng"},
                    "trichluc add kho 9b1c77e0 --page 2 --quote \"hiện có 12 tổ chức\" type=count of=ngo value=12 --by "
                    "Lan --why \"missed\"",
                    add_arguments_.archive);
  add_->add_option(
          "DOC", add_arguments_.document,
          adder.say("its id, the beginning of it, or one of its paths", "mã, phần đầu của mã, hoặc một đường dẫn"))
      ->required();
  add_->add_option("--page", add_arguments_.page, adder.say("where the words stand", "trang có những chữ ấy"))
      ->required();
  add_->add_option("--quote", add_arguments_.quote, adder.say("the words that prove it", "những chữ làm dẫn chứng"))
      ->required();
  adder.fields(add_, add_arguments_.fields, "type=… and the fields of that type", "type=… và các trường của loại ấy");
  adder.author(add_, add_arguments_.author, true);
  reject_ =
      adder.command("reject", {"a fact that the document does not state", "loại một bản ghi mà tài liệu không nói"},
                    "trichluc reject kho 3f2a9c --by Lan --why \"a number of the form\"", reject_arguments_.archive);
  adder.fact(reject_, reject_arguments_.fact);
  adder.author(reject_, reject_arguments_.author, true);
  confirm_ =
      adder.command("confirm", {"a fact that was looked at and is right", "xác nhận một bản ghi đã xem và đúng"},
                    "trichluc confirm kho 3f2a9c --by Lan --why \"seen on the page\"", confirm_arguments_.archive);
  adder.fact(confirm_, confirm_arguments_.fact);
  adder.author(confirm_, confirm_arguments_.author, true);
}

void CorrectionOptions::add_people(CLI::App& program, Language language) {
  const Adder adder(program, language);
  merge_ = adder.command("merge", {"two officials are one person", "hai người được nêu là một"},
                         "trichluc merge kho 3f2a9c01 77b0e1d2 --by Lan --why \"same person, new office\"",
                         merge_arguments_.archive);
  merge_
      ->add_option(
          "ONE", merge_arguments_.one,
          adder.say("8 digits of the id of an official's fact, or a name", "8 chữ số mã của bản ghi, hoặc tên"))
      ->required();
  merge_->add_option("OTHER", merge_arguments_.other, adder.say("the other", "người kia"))->required();
  adder.author(merge_, merge_arguments_.author, true);
  split_ =
      adder.command("split", {"this official is somebody else of the same name", "người này là người khác trùng tên"},
                    "trichluc split kho 3f2a9c01 --by Lan --why \"born 1971, not 1952\"", split_arguments_.archive);
  adder.fact(split_, split_arguments_.fact);
  adder.author(split_, split_arguments_.author, true);
}

void CorrectionOptions::add_lists(CLI::App& program, Language language) {
  const Adder adder(program, language);
  corrections_ = adder.command("corrections",
                               {"the history of corrections, and what has lost its place; takes one back",
                                "lịch sử hiệu chỉnh và những hiệu chỉnh mất chỗ; rút lại một hiệu chỉnh"},
                               "trichluc corrections kho --lost", corrections_arguments_.archive);
  corrections_->add_flag(
      "--lost", corrections_arguments_.lost,
      adder.say("only those whose words are not found any more", "chỉ những mục không còn tìm thấy chữ"));
  corrections_
      ->add_option("--undo", corrections_arguments_.undo,
                   adder.say("takes this correction back; both stay in the history",
                             "rút lại hiệu chỉnh số này; cả hai vẫn nằm trong lịch sử"))
      ->type_name("NUMBER");
  adder.author(corrections_, corrections_arguments_.author, false);
  adder.format(corrections_, corrections_arguments_.format);
  review_ = adder.command("review",
                          {"facts in the order of what looking at them is worth", "các bản ghi theo mức đáng xem lại"},
                          "trichluc review kho --limit 10", review_arguments_.archive);
  review_->add_option("--limit", review_arguments_.limit, adder.say("how many (default 20)", "bao nhiêu (mặc định 20)"))
      ->check(CLI::Range(std::size_t{1}, std::size_t{100000}));
  adder.format(review_, review_arguments_.format);
}

bool CorrectionOptions::parsed() const {
  for (const CLI::App* command : {correct_, add_, reject_, confirm_, merge_, split_, corrections_, review_}) {
    if (command->parsed()) return true;
  }
  return false;
}

// Fields or words, never both.
std::optional<std::string> CorrectionOptions::correct_fault(Language language) const {
  const bool words = correct_->count("--text") > 0 || correct_->count("--with") > 0 || correct_->count("--page") > 0;
  const bool whole = correct_->count("--text") > 0 && correct_->count("--with") > 0 && correct_->count("--page") > 0;
  if (words && !correct_arguments_.fields.empty()) {
    return in_language({"give fields or --text, not both", "chỉ đưa trường hoặc --text, không đưa cả hai"}, language);
  }
  if (words && !whole) {
    return in_language({"--page, --text and --with belong together", "--page, --text và --with phải đi cùng nhau"},
                       language);
  }
  if (words || !correct_arguments_.fields.empty()) return std::nullopt;
  return in_language(
      {"give field=value, or --page, --text and --with", "hãy ghi trường=giá-trị, hoặc --page, --text và --with"},
      language);
}

std::optional<std::string> CorrectionOptions::fill(CommandLine& line, Language language) const {
  if (correct_->parsed()) {
    line.command = correct_arguments_;
    return correct_fault(language);
  }
  if (add_->parsed()) line.command = add_arguments_;
  if (reject_->parsed()) line.command = reject_arguments_;
  if (confirm_->parsed()) line.command = confirm_arguments_;
  if (merge_->parsed()) line.command = merge_arguments_;
  if (split_->parsed()) line.command = split_arguments_;
  if (review_->parsed()) line.command = review_arguments_;
  if (!corrections_->parsed()) return std::nullopt;
  line.command = corrections_arguments_;
  if (corrections_arguments_.undo == 0 || is_given(corrections_arguments_.author)) return std::nullopt;
  return in_language({"--undo needs --by and --why", "--undo cần --by và --why"}, language);
}

}  // namespace trichluc::cli
