#include "pipeline/cli/arguments.h"

#include <string_view>

#include "pipeline/cli/options/archive_options.h"
#include "pipeline/cli/options/correction_options.h"
#include "pipeline/cli/options/figure_options.h"
#include "pipeline/cli/options/finding_options.h"
#include "pipeline/cli/options/reading_options.h"

namespace trichluc::cli {
namespace {

// The language must be known before the help texts are made.
std::string language_asked_for(int count, const char* const* words) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--") break;
    if (word == "--lang" && i + 1 < count) return words[i + 1];
    if (word.substr(0, 7) == "--lang=") return std::string(word.substr(7));
  }
  return "";
}

// What the program tells of itself.
class VersionOptions : public CommandGroup {
 public:
  void add(const Program& program) override {
    const Command version = program.command("version", {"the version of the program", "phiên bản của chương trình"},
                                            "trichluc version --full");
    version.flag("--full", arguments_.full,
                 {"with libraries, model and dictionaries", "kèm thư viện, mô hình và từ điển"});
    serve(version, arguments_);
  }

 private:
  VersionArguments arguments_;
};

class Parser {
 public:
  explicit Parser(Language language)
      : language_(language),
        program_({"Reads Vietnamese meeting reports and news into records, each with its proof.",
                  "Đọc biên bản, báo cáo hội nghị và tin tức tiếng Việt thành các bản ghi, mỗi bản ghi kèm dẫn "
                  "chứng."},
                 language) {
    program_.whole()
        .option("--lang", lang_, {"language of messages: vi or en", "ngôn ngữ của thông báo: vi hoặc en"})
        .one_of({"vi", "en"});
    for (CommandGroup* group : groups()) group->add(program_);
  }

  CommandLine read(int count, const char* const* words) {
    const Program::Parsed parsed = program_.parse(count, words);
    if (parsed.outcome == Program::Outcome::kHelpWanted) return {language_, Usage{program_.help(), true}};
    if (parsed.outcome == Program::Outcome::kFault) return {language_, Usage{complaint(parsed.fault), false}};
    CommandLine line{language_, Usage{}};
    for (const CommandGroup* group : groups()) {
      std::optional<Message> fault;
      if (!group->read(line, fault)) continue;
      if (fault) return {language_, Usage{complaint(in_language(*fault, language_)), false}};
      break;
    }
    return line;
  }

 private:
  // In the order of the help.
  std::vector<CommandGroup*> groups() { return {&reading_, &archive_, &finding_, &figures_, &corrections_, &version_}; }

  std::string complaint(const std::string& what) const {
    return "trichluc: " + what + "\n" +
           in_language({"Usage: trichluc COMMAND [OPTIONS] FILE...\nSee: trichluc",
                        "Cách dùng: trichluc LỆNH [TÙY CHỌN] TỆP...\nXem: trichluc"},
                       language_) +
           program_.given() + " --help\n";
  }

  Language language_;
  std::string lang_;
  ReadingOptions reading_;
  ArchiveOptions archive_;
  FindingOptions finding_;
  FigureOptions figures_;
  CorrectionOptions corrections_;
  VersionOptions version_;
  Program program_;
};

}  // namespace

CommandLine read_command_line(int count, const char* const* words) {
  return Parser(choose_language(language_asked_for(count, words))).read(count, words);
}

}  // namespace trichluc::cli
