#include "pipeline/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <string_view>

#include "pipeline/cli/correction_options.h"
#include "pipeline/cli/figure_options.h"
#include "pipeline/run/page_ranges.h"

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

class Parser {
 public:
  explicit Parser(Language language)
      : language_(language),
        app_(say("Reads Vietnamese meeting reports and news into records, each with its proof.",
                 "Đọc biên bản, báo cáo hội nghị và tin tức tiếng Việt thành các bản ghi, mỗi bản ghi kèm dẫn chứng."),
             "trichluc") {
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.add_option("--lang", lang_, say("language of messages: vi or en", "ngôn ngữ của thông báo: vi hoặc en"))
        ->check(CLI::IsMember({"vi", "en"}));
    app_.footer(say("Example: trichluc extract report.pdf\nEvery command has its own --help.",
                    "Ví dụ: trichluc extract bao-cao.pdf\nMỗi lệnh đều có --help riêng."));
    add_extract();
    add_text();
    add_inspect();
    add_explain();
    add_eval();
    add_check();
    add_ingest();
    add_status();
    add_metadata();
    add_failures();
    add_rerun();
    add_verify();
    add_withdraw();
    add_search();
    add_show();
    series_ = add_series(app_, series_arguments_, language_);
    conflicts_ = add_conflicts(app_, conflicts_arguments_, language_);
    officials_ = add_officials(app_, officials_arguments_, language_);
    export_ = add_export(app_, export_arguments_, language_);
    corrections_.add(app_, language_);
    add_version();
  }

  CommandLine read(int count, const char* const* words) {
    try {
      app_.parse(count, words);
    } catch (const CLI::CallForHelp&) {
      return {language_, Usage{help(), true}};
    } catch (const CLI::ParseError& error) {
      return {language_, Usage{complaint(error.what()), false}};
    }
    if (extract_->parsed()) return extract_arguments();
    if (text_->parsed()) return with_files(text_arguments_);
    if (inspect_->parsed()) return with_files(inspect_arguments_);
    if (explain_->parsed()) return explain_arguments();
    if (eval_->parsed()) return with_files(eval_arguments_);
    if (ingest_->parsed()) return ingest_arguments();
    if (status_->parsed()) return {language_, status_arguments_};
    if (metadata_->parsed()) return {language_, metadata_arguments_};
    if (failures_->parsed()) return {language_, failures_arguments_};
    if (rerun_->parsed()) return rerun_arguments();
    if (verify_->parsed()) return {language_, verify_arguments_};
    if (withdraw_->parsed()) return {language_, withdraw_arguments_};
    if (check_->parsed()) return {language_, check_arguments_};
    if (search_->parsed()) return {language_, search_arguments_};
    if (show_->parsed()) return {language_, show_arguments_};
    if (series_->parsed()) return {language_, series_arguments_};
    if (conflicts_->parsed()) return {language_, conflicts_arguments_};
    if (officials_->parsed()) return {language_, officials_arguments_};
    if (export_->parsed()) return {language_, export_arguments_};
    if (corrections_.parsed()) return corrections();
    return {language_, version_arguments_};
  }

 private:
  std::string say(const char* en, const char* vi) const { return language_ == Language::kVietnamese ? vi : en; }

  CLI::App* add(const char* name, const std::string& what, const std::string& example) {
    CLI::App* command = app_.add_subcommand(name, what);
    command->footer(say("Example: ", "Ví dụ: ") + example);
    return command;
  }

  // What every command that reads documents takes.
  void add_reading(CLI::App* command, ReadingArguments& reading) {
    command->add_option("FILE", reading.files,
                        say("files, folders, or - for standard input", "tệp, thư mục, hoặc - là đầu vào chuẩn"));
    command
        ->add_option("--files-from", reading.files_from,
                     say("also the files and folders of this list, one a line (- for standard input)",
                         "thêm các tệp và thư mục trong danh sách này, mỗi dòng một mục (- là đầu vào chuẩn)"))
        ->type_name("LIST");
    command
        ->add_option("--pages", reading.pages,
                     say("only these pages of each document, such as 1-3,7 or 5-",
                         "chỉ các trang này của mỗi tài liệu, ví dụ 1-3,7 hoặc 5-"))
        ->type_name("PAGES")
        ->check([](const std::string& words) {
          return PageRanges::parse(words) ? std::string() : "give pages such as 1-3,7 or 5-: " + words;
        });
    add_reading_jobs(command, reading);
  }

  void add_reading_jobs(CLI::App* command, ReadingArguments& reading) {
    command
        ->add_option("--jobs,-j", reading.jobs,
                     say("processes that read pages at once (default: one a processor)",
                         "số tiến trình đọc trang cùng lúc (mặc định: mỗi bộ xử lý một)"))
        ->check(CLI::Range(1, 256));
    command
        ->add_option("-l,--language", reading.model,
                     say("models of the recogniser (default: vie); vie+eng reads both",
                         "mô hình nhận dạng (mặc định: vie); vie+eng đọc cả hai"))
        ->type_name("MODEL");
    command
        ->add_option("--dictionaries", reading.dictionaries,
                     say("add the tables in this folder to ours", "bổ sung các bảng từ trong thư mục này"))
        ->type_name("DIR");
    command
        ->add_option(
            "--page-timeout", reading.page_seconds,
            say("seconds that one page may take (default: 120)", "số giây tối đa cho một trang (mặc định: 120)"))
        ->check(CLI::Range(1, 86400));
    command
        ->add_option("--progress", reading.progress,
                     say("line, json or none (default: line on a terminal)",
                         "line, json hoặc none (mặc định: line trên màn hình)"))
        ->check(CLI::IsMember({"line", "json", "none"}));
  }

  void add_extract() {
    extract_ = add("extract", say("the records of documents", "lấy các bản ghi của tài liệu"),
                   "trichluc extract --format csv --types count,aid_value -o facts.csv reports/");
    extract_
        ->add_option("--format,-f", extract_arguments_.format,
                     say("jsonl, json, csv or table (default: table on a terminal, else jsonl)",
                         "jsonl, json, csv hoặc table (mặc định: table trên màn hình, còn lại jsonl)"))
        ->check(CLI::IsMember(record_formats()));
    extract_
        ->add_option("--types,-t", types_,
                     say("only these: count, aid_value, share, date, official, legal_document",
                         "chỉ các loại này: count, aid_value, share, date, official, legal_document"))
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"count", "aid_value", "share", "date", "official", "legal_document"}));
    extract_->add_option("--output,-o", extract_arguments_.output, say("write to this file", "ghi vào tệp này"));
    extract_
        ->add_option("--also", also_,
                     say("write the same records to a further file, such as csv=facts.csv; may be repeated",
                         "ghi thêm chính các bản ghi ấy vào một tệp nữa, ví dụ csv=so-lieu.csv; có thể lặp lại"))
        ->type_name("FORMAT=FILE")
        ->expected(1)
        ->allow_extra_args(false)
        ->take_all();
    add_reading(extract_, extract_arguments_.reading);
  }

  void add_text() {
    text_ = add("text", say("the text of documents as it was read", "văn bản của tài liệu đúng như đã đọc"),
                "trichluc text --format jsonl scan.pdf");
    text_
        ->add_option("--format,-f", text_arguments_.format,
                     say("text, or jsonl: a line a page with the place of every word",
                         "text, hoặc jsonl: mỗi trang một dòng kèm vị trí từng từ"))
        ->check(CLI::IsMember({"text", "jsonl"}));
    add_reading(text_, text_arguments_.reading);
  }

  void add_inspect() {
    inspect_ = add("inspect", say("what each page is and how well it was read", "từng trang là gì và đọc được đến đâu"),
                   "trichluc inspect --format table reports/");
    inspect_
        ->add_option("--format,-f", inspect_arguments_.format,
                     say("table or jsonl (default: table on a terminal, else jsonl)",
                         "table hoặc jsonl (mặc định: table trên màn hình, còn lại jsonl)"))
        ->check(CLI::IsMember({"table", "jsonl"}));
    add_reading(inspect_, inspect_arguments_.reading);
  }

  void add_explain() {
    explain_ = add("explain",
                   say("why each record was read, and what was refused", "vì sao có từng bản ghi, và điều gì bị loại"),
                   "trichluc explain --text \"Hiện có 120 tổ chức phi chính phủ nước ngoài.\"");
    explain_->add_option("FILE", explain_file_,
                         say("a file, or - for standard input", "một tệp, hoặc - là đầu vào chuẩn"));
    explain_->add_option("FACT_ID", explain_id_,
                         say("the id of one record, or its beginning", "mã của một bản ghi, hoặc phần đầu của mã"));
    explain_->add_option("--text", explain_text_,
                         say("read this text instead of a file", "đọc đoạn văn này thay cho tệp"));
    CLI::Option* rejected = explain_->add_flag(
        "--rejected", explain_numbers_,
        say("instead list every number of the document: which record it is in, or why it was refused",
            "thay vào đó kê mọi con số của tài liệu: thuộc bản ghi nào, hoặc vì sao bị loại"));
    explain_
        ->add_option(
            "--format,-f", explain_format_,
            say("of that list: table or json (default: table)", "dạng của bảng kê: table hoặc json (mặc định: table)"))
        ->check(CLI::IsMember({"table", "json"}))
        ->needs(rejected);
    add_reading_jobs(explain_, explain_reading_);
  }

  void add_eval() {
    eval_ = add("eval", say("scores the records of documents against gold", "chấm các bản ghi theo đáp án"),
                "trichluc eval --details gold/ reports/*.txt");
    eval_
        ->add_option("GOLD_DIR", eval_arguments_.gold_folder,
                     say("folder of NAME.json, the gold of NAME.*", "thư mục chứa TÊN.json là đáp án của TÊN.*"))
        ->required();
    eval_->add_flag("--details", eval_arguments_.details,
                    say("list what was missed or invented", "liệt kê chỗ thiếu, chỗ thừa"));
    eval_->add_flag("--reliability", eval_arguments_.reliability,
                    say("how often records of each confidence are right", "tỷ lệ đúng theo từng mức độ tin cậy"));
    eval_->add_flag("--json", eval_arguments_.json, say("the numbers as JSON", "in số liệu dạng JSON"));
    add_reading(eval_, eval_arguments_.reading);
  }

  void add_check() {
    check_ =
        add("check-dictionaries",
            say("every fault in the tables of words, with file and line", "mọi lỗi trong các bảng từ, kèm tệp và dòng"),
            "trichluc check-dictionaries my-words/");
    check_
        ->add_option("DIR", check_arguments_.folder,
                     say("a folder whose tables are added to ours (default: ours)",
                         "thư mục chứa các bảng bổ sung (mặc định: bảng của chương trình)"))
        ->type_name("DIR");
  }

  CLI::App* add_archive(const char* name, const std::string& what, const std::string& example, std::string& archive) {
    CLI::App* command = add(name, what, example);
    command->add_option("ARCHIVE", archive, say("the archive's folder", "thư mục của kho"))->required();
    return command;
  }

  void add_table_or_json(CLI::App* command, std::string& format) {
    command->add_option("--format,-f", format, say("table (default) or json", "table (mặc định) hoặc json"))
        ->check(CLI::IsMember({"table", "json"}));
  }

  void add_ingest() {
    ingest_ = add_archive("ingest",
                          say("documents into an archive; a run that was stopped goes on",
                              "nạp tài liệu vào kho; lần chạy bị dừng sẽ được làm tiếp"),
                          "trichluc ingest kho/ reports/", ingest_arguments_.archive);
    ingest_->add_option("PATH", ingest_arguments_.reading.files, say("files and folders", "tệp và thư mục"));
    ingest_
        ->add_option("--files-from", ingest_arguments_.reading.files_from,
                     say("also the files and folders of this list, one a line (- for standard input)",
                         "thêm các tệp và thư mục trong danh sách này, mỗi dòng một mục (- là đầu vào chuẩn)"))
        ->type_name("LIST");
    ingest_
        ->add_option("--metadata", ingest_arguments_.metadata,
                     say("also what this table (CSV) says of documents: folder code, title, term and so on",
                         "kèm bảng CSV mô tả tài liệu: mã hồ sơ, tiêu đề, thời hạn lưu trữ v.v."))
        ->type_name("CSV");
    ingest_->add_flag("--dry-run", ingest_arguments_.dry_run,
                      say("write nothing: count files and pages, estimate time and disk",
                          "không ghi gì: đếm tệp và trang, ước thời gian và dung lượng"));
    add_reading_jobs(ingest_, ingest_arguments_.reading);
  }

  void add_status() {
    status_ = add_archive("status", say("how far an archive is", "tình trạng của kho"), "trichluc status kho/",
                          status_arguments_.archive);
    status_
        ->add_option("-l,--language", status_arguments_.model,
                     say("models by which a page is judged to be stale (default: vie)",
                         "mô hình để xét trang nào đã cũ (mặc định: vie)"))
        ->type_name("MODEL");
    status_
        ->add_option("--dictionaries", status_arguments_.dictionaries,
                     say("add the tables in this folder to ours", "bổ sung các bảng từ trong thư mục này"))
        ->type_name("DIR");
    status_->add_flag("--groups", status_arguments_.groups,
                      say("instead, which documents are near duplicates of one another",
                          "thay vào đó, kê các tài liệu gần trùng nhau"));
    add_table_or_json(status_, status_arguments_.format);
  }

  void add_metadata() {
    metadata_ = add_archive(
        "metadata", say("what tables of metadata say of documents", "mô tả tài liệu lấy từ các bảng --metadata"),
        "trichluc metadata kho/ --history", metadata_arguments_.archive);
    metadata_->add_option("DOC", metadata_arguments_.document,
                          say("its id, the beginning of it, or one of its paths (default: all)",
                              "mã, phần đầu của mã, hoặc một đường dẫn (mặc định: tất cả)"));
    metadata_->add_flag("--history", metadata_arguments_.history,
                        say("also what later tables have changed", "kèm các giá trị đã bị bảng sau thay"));
    add_table_or_json(metadata_, metadata_arguments_.format);
  }

  void add_failures() {
    failures_ = add_archive(
        "failures", say("what could not be read, why, and what to do", "điều gì không đọc được, vì sao, nên làm gì"),
        "trichluc failures kho/", failures_arguments_.archive);
    add_table_or_json(failures_, failures_arguments_.format);
  }

  void add_rerun() {
    rerun_ = add_archive("rerun",
                         say("does again what failed or what would come out otherwise now",
                             "làm lại phần bị lỗi hoặc phần mà nay sẽ cho kết quả khác"),
                         "trichluc rerun kho/ --stale", rerun_arguments_.archive);
    rerun_->add_flag("--failed", rerun_arguments_.failed,
                     say("files and pages that failed", "các tệp và trang bị lỗi"));
    rerun_->add_flag("--stale", rerun_arguments_.stale,
                     say("what was made with another reader, model, rule or dictionary",
                         "phần làm bằng bộ đọc, mô hình, quy tắc hay từ điển khác"));
    rerun_
        ->add_option("--older-than", rerun_arguments_.older_than,
                     say("what a version before this one made", "phần do phiên bản trước phiên bản này làm"))
        ->type_name("VERSION");
    add_reading_jobs(rerun_, rerun_arguments_.reading);
  }

  void add_verify() {
    verify_ = add_archive("verify",
                          say("checks originals, quotes and the database; names changed source files",
                              "kiểm tra bản gốc, trích dẫn và cơ sở dữ liệu; nêu các tệp nguồn đã đổi"),
                          "trichluc verify kho/", verify_arguments_.archive);
    verify_->add_flag("!--no-sources", verify_arguments_.sources,
                      say("leave the source files alone", "không đọc lại các tệp nguồn"));
  }

  void add_withdraw() {
    withdraw_ = add_archive(
        "withdraw", say("takes a document out and keeps a note of it", "rút một tài liệu ra và lưu lại lý do"),
        "trichluc withdraw kho/ reports/2019.pdf --why \"wrong copy\"", withdraw_arguments_.archive);
    withdraw_
        ->add_option("DOC", withdraw_arguments_.document,
                     say("its id, the beginning of it, or one of its paths", "mã, phần đầu của mã, hoặc một đường dẫn"))
        ->required();
    withdraw_->add_option("--why", withdraw_arguments_.why, say("the reason", "lý do"))->required();
  }

  void add_search() {
    search_ = add("search",
                  say("pages of an archive, and the answer where the question has one",
                      "tìm trang trong kho, kèm câu trả lời nếu có"),
                  "trichluc search kho \"vien tro ha giang 2022\"");
    search_->add_option("ARCHIVE", search_arguments_.archive, say("the archive's folder", "thư mục của kho"))
        ->required();
    search_->add_option(
        "QUERY", search_arguments_.query,
        say("words, \"phrases\", prefix*, AND OR NOT ( ), and filters: year:2015..2020 place:\"Hà Giang\" "
            "official: type:aid_value amount:>1000000 currency:USD publisher: section: doc:",
            "từ, \"cụm từ\", tiền tố*, AND OR NOT ( ), và bộ lọc: year:2015..2020 place:\"Hà Giang\" "
            "official: type:aid_value amount:>1000000 currency:USD publisher: section: doc:"));
    search_
        ->add_option("--format", search_arguments_.format,
                     say("table or json (default: table on a terminal, else json)",
                         "table hoặc json (mặc định: table trên màn hình, còn lại json)"))
        ->check(CLI::IsMember({"table", "json"}));
    search_
        ->add_option("--limit", search_arguments_.limit,
                     say("most hits (default 20)", "số kết quả tối đa (mặc định 20)"))
        ->check(CLI::Range(std::size_t{1}, std::size_t{10000}));
    search_->add_flag("--related", search_arguments_.related,
                      say("also in side bars of other articles", "tìm cả trong khung tin liên quan"));
    search_->add_flag("--rebuild", search_arguments_.rebuild, say("build the index anew", "dựng lại chỉ mục"));
  }

  void add_show() {
    show_ = add("show",
                say("a page of an archive, with the words of a fact marked", "xem trang trong kho, đánh dấu dẫn chứng"),
                "trichluc show kho 3f2a9c");
    show_->add_option("ARCHIVE", show_arguments_.archive, say("the archive's folder", "thư mục của kho"))->required();
    show_
        ->add_option("DOC|FACT", show_arguments_.what,
                     say("the beginning of a document's or a fact's id", "phần đầu mã của tài liệu hoặc của dữ kiện"))
        ->required();
    show_->add_option("--page", show_arguments_.page, say("this page only", "chỉ trang này"));
    auto* png = show_->add_option(
        "--png", show_arguments_.png,
        say("the page's picture into this file, the words marked", "ghi hình của trang vào tệp này, có đánh dấu"));
    show_
        ->add_flag("--text", show_arguments_.text,
                   say("the text, though the terminal shows pictures (default elsewhere)",
                       "in văn bản dù màn hình hiện được hình (mặc định ở nơi khác)"))
        ->excludes(png);
  }

  void add_version() {
    version_ =
        add("version", say("the version of the program", "phiên bản của chương trình"), "trichluc version --full");
    version_->add_flag("--full", version_arguments_.full,
                       say("with libraries, model and dictionaries", "kèm thư viện, mô hình và từ điển"));
  }

  CommandLine corrections() const {
    CommandLine line{language_, Usage{}};
    const auto fault = corrections_.fill(line, language_);
    return fault ? CommandLine{language_, Usage{complaint(*fault), false}} : line;
  }

  CommandLine extract_arguments() {
    extract_arguments_.types = {types_.begin(), types_.end()};
    for (const std::string& also : also_) {
      const auto further = further_output(also);
      if (!further) {
        return {language_, Usage{complaint("--also " + also + ": " +
                                           say("give FORMAT=FILE, with jsonl, json, csv or table as FORMAT",
                                               "hãy ghi FORMAT=FILE, FORMAT là jsonl, json, csv hoặc table")),
                                 false}};
      }
      extract_arguments_.also.push_back(*further);
    }
    return with_files(extract_arguments_);
  }

  // A table of metadata may come alone.
  CommandLine ingest_arguments() const {
    if (ingest_arguments_.metadata.empty() || ingest_arguments_.dry_run) return with_files(ingest_arguments_);
    return {language_, ingest_arguments_};
  }

  CommandLine rerun_arguments() const {
    const bool asked = rerun_arguments_.failed || rerun_arguments_.stale || !rerun_arguments_.older_than.empty();
    if (asked) return {language_, rerun_arguments_};
    return {language_, Usage{complaint(say("give --failed, --stale or --older-than VERSION",
                                           "hãy ghi --failed, --stale hoặc --older-than PHIÊN-BẢN")),
                             false}};
  }

  template <class Arguments>
  CommandLine with_files(const Arguments& arguments) const {
    if (!arguments.reading.files.empty() || !arguments.reading.files_from.empty()) return {language_, arguments};
    return {
        language_,
        Usage{complaint(say("a file, a folder or --files-from is required", "cần có tệp, thư mục hoặc --files-from")),
              false}};
  }

  // With --text there is no file, and the one word that may stand there is the id.
  CommandLine explain_arguments() {
    const bool has_text = explain_->count("--text") > 0;
    if (has_text && !explain_id_.empty()) {
      return {
          language_,
          Usage{complaint(say("give a file or --text, not both", "chỉ đưa tệp hoặc --text, không đưa cả hai")), false}};
    }
    if (!has_text && explain_file_.empty()) {
      return {language_, Usage{complaint(say("a file or --text is required", "cần có một tệp hoặc --text")), false}};
    }
    const std::string id = has_text ? explain_file_ : explain_id_;
    if (explain_numbers_ && !id.empty()) {
      return {language_, Usage{complaint(say("--rejected lists the whole document: give no id",
                                             "--rejected kê cả tài liệu: không đưa mã")),
                               false}};
    }
    if (!has_text) explain_reading_.files = {explain_file_};
    return {language_, ExplainArguments{explain_reading_, explain_text_, id, explain_numbers_, explain_format_}};
  }

  std::string help() const {
    const auto commands = app_.get_subcommands();
    return (commands.empty() ? app_.help() : commands.front()->help("trichluc")) + "\n";
  }

  std::string complaint(const std::string& what) const {
    std::string command;
    for (const CLI::App* parsed : app_.get_subcommands()) command = " " + parsed->get_name();
    return "trichluc: " + what + "\n" +
           say("Usage: trichluc COMMAND [OPTIONS] FILE...\nSee: trichluc",
               "Cách dùng: trichluc LỆNH [TÙY CHỌN] TỆP...\nXem: trichluc") +
           command + " --help\n";
  }

  Language language_;
  CLI::App app_;
  CLI::App* extract_ = nullptr;
  CLI::App* text_ = nullptr;
  CLI::App* inspect_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* eval_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* ingest_ = nullptr;
  CLI::App* status_ = nullptr;
  CLI::App* metadata_ = nullptr;
  CLI::App* failures_ = nullptr;
  CLI::App* rerun_ = nullptr;
  CLI::App* verify_ = nullptr;
  CLI::App* withdraw_ = nullptr;
  CLI::App* search_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* series_ = nullptr;
  CLI::App* conflicts_ = nullptr;
  CLI::App* officials_ = nullptr;
  CLI::App* export_ = nullptr;
  CLI::App* version_ = nullptr;
  std::string lang_;
  std::vector<std::string> types_;
  std::vector<std::string> also_;
  std::string explain_file_;
  std::string explain_id_;
  std::string explain_text_;
  bool explain_numbers_ = false;
  std::string explain_format_;
  ReadingArguments explain_reading_;
  ExtractArguments extract_arguments_;
  TextArguments text_arguments_;
  InspectArguments inspect_arguments_;
  EvalArguments eval_arguments_;
  CheckDictionariesArguments check_arguments_;
  IngestArguments ingest_arguments_;
  StatusArguments status_arguments_;
  MetadataArguments metadata_arguments_;
  FailuresArguments failures_arguments_;
  RerunArguments rerun_arguments_;
  VerifyArguments verify_arguments_;
  WithdrawArguments withdraw_arguments_;
  SearchArguments search_arguments_;
  ShowArguments show_arguments_;
  SeriesArguments series_arguments_;
  ConflictsArguments conflicts_arguments_;
  OfficialsArguments officials_arguments_;
  ExportArguments export_arguments_;
  CorrectionOptions corrections_;
  VersionArguments version_arguments_;
};

}  // namespace

CommandLine read_command_line(int count, const char* const* words) {
  return Parser(choose_language(language_asked_for(count, words))).read(count, words);
}

}  // namespace trichluc::cli
