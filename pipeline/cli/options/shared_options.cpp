#include "pipeline/cli/options/shared_options.h"

#include "pipeline/run/page_ranges.h"

namespace trichluc::cli {

void add_reading(const Command& command, ReadingArguments& reading) {
  command.option("FILE", reading.files,
                 {"files, folders, or - for standard input", "tệp, thư mục, hoặc - là đầu vào chuẩn"});
  add_file_list(command, reading);
  command
      .option("--pages", reading.pages,
              {"only these pages of each document, such as 1-3,7 or 5-",
               "chỉ các trang này của mỗi tài liệu, ví dụ 1-3,7 hoặc 5-"})
      .type_name("PAGES")
      .check([](const std::string& words) {
        return PageRanges::parse(words) ? std::string() : "give pages such as 1-3,7 or 5-: " + words;
      });
  add_reading_jobs(command, reading);
}

void add_file_list(const Command& command, ReadingArguments& reading) {
  command
      .option("--files-from", reading.files_from,
              {"also the files and folders of this list, one a line (- for standard input)",
               "thêm các tệp và thư mục trong danh sách này, mỗi dòng một mục (- là đầu vào chuẩn)"})
      .type_name("LIST");
}

void add_reading_jobs(const Command& command, ReadingArguments& reading) {
  command
      .option("--jobs,-j", reading.jobs,
              {"processes that read pages at once (default: one a processor)",
               "số tiến trình đọc trang cùng lúc (mặc định: mỗi bộ xử lý một)"})
      .range(1, 256);
  command
      .option("-l,--language", reading.model,
              {"models of the recogniser (default: vie); vie+eng reads both",
               "mô hình nhận dạng (mặc định: vie); vie+eng đọc cả hai"})
      .type_name("MODEL");
  command
      .option("--dictionaries", reading.dictionaries,
              {"add the tables in this folder to ours", "bổ sung các bảng từ trong thư mục này"})
      .type_name("DIR");
  command
      .option("--page-timeout", reading.page_seconds,
              {"seconds that one page may take (default: 120)", "số giây tối đa cho một trang (mặc định: 120)"})
      .range(1, 86400);
  command
      .option(
          "--progress", reading.progress,
          {"line, json or none (default: line on a terminal)", "line, json hoặc none (mặc định: line trên màn hình)"})
      .one_of({"line", "json", "none"});
}

std::optional<Message> without_files(const ReadingArguments& reading) {
  if (!reading.files.empty() || !reading.files_from.empty()) return std::nullopt;
  return Message{"a file, a folder or --files-from is required", "cần có tệp, thư mục hoặc --files-from"};
}

Command add_archive_command(const Program& program, const std::string& name, const Message& what,
                            const std::string& example, std::string& archive) {
  const Command command = program.command(name, what, example);
  command.option("ARCHIVE", archive, {"the archive's folder", "thư mục của kho"}).required();
  return command;
}

void add_table_or_json(const Command& command, std::string& format) {
  command.option("--format,-f", format, {"table (default) or json", "table (mặc định) hoặc json"})
      .one_of({"table", "json"});
}

}  // namespace trichluc::cli
