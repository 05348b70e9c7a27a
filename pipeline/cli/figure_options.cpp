#include "pipeline/cli/figure_options.h"

#include <CLI/CLI.hpp>

namespace trichluc::cli {
namespace {

CLI::App* add(CLI::App& program, const char* name, const Message& what, const std::string& example, Language language) {
  CLI::App* command = program.add_subcommand(name, in_language(what, language));
  command->footer(in_language({"Example: ", "Ví dụ: "}, language) + example);
  return command;
}

void add_archive(CLI::App* command, std::string& archive, Language language) {
  command->add_option("ARCHIVE", archive, in_language({"the archive's folder", "thư mục của kho"}, language))
      ->required();
}

}  // namespace

CLI::App* add_series(CLI::App& program, SeriesArguments& arguments, Language language) {
  const auto say = [language](const char* en, const char* vi) { return in_language({en, vi}, language); };
  CLI::App* command = add(program, "series",
                          {"a measure over the years, each value with its sources and why it is preferred",
                           "một chỉ tiêu qua các năm, mỗi số kèm nguồn và lý do được chọn"},
                          "trichluc series kho aid --place \"Việt Nam\" --format svg -o aid.svg", language);
  add_archive(command, arguments.archive, language);
  command
      ->add_option("MEASURE", arguments.measure,
                   say("ngo (organisations), project, aid or share",
                       "ngo (tổ chức), project (dự án), aid (viện trợ) hoặc share (tỷ lệ)"))
      ->required()
      ->check(CLI::IsMember({"ngo", "project", "aid", "share"}));
  command->add_option("--place", arguments.places,
                      say("only of this place (may be repeated)", "chỉ nơi này (có thể lặp lại)"));
  command
      ->add_option("--by", arguments.by, say("what the rows are of (default: year)", "chia hàng theo (mặc định: year)"))
      ->check(CLI::IsMember({"year", "place", "donor", "sector", "publisher"}));
  command->add_option("--status", arguments.status,
                      say("of counts: operating, registered, newly_registered, ended, donor … or all",
                          "của số đếm: operating, registered, newly_registered, ended, donor … hoặc all"));
  command
      ->add_option("--kind", arguments.kind, say("only stock, flow or cumulative", "chỉ stock, flow hoặc cumulative"))
      ->check(CLI::IsMember({"stock", "flow", "cumulative"}));
  command->add_option("--currency", arguments.currency, say("only this currency (USD)", "chỉ loại tiền này (USD)"));
  command
      ->add_option("--boundaries", arguments.boundaries,
                   say("then (default): places as they were; now: side by side under the place that holds them today",
                       "then (mặc định): địa danh khi đó; now: đặt cạnh nhau dưới địa danh hiện nay"))
      ->check(CLI::IsMember({"then", "now"}));
  command
      ->add_option(
          "--compare", arguments.compare,
          say("your own table, lines of period,value, beside ours", "bảng của bạn, mỗi dòng thời gian,số, đặt cạnh"))
      ->type_name("FILE");
  command
      ->add_option(
          "--format,-f", arguments.format,
          say("table (default), csv, json, xlsx, svg or png", "table (mặc định), csv, json, xlsx, svg hoặc png"))
      ->check(CLI::IsMember({"table", "csv", "json", "xlsx", "svg", "png"}));
  command->add_option("--output,-o", arguments.output, say("into this file", "ghi ra tệp này"))->type_name("FILE");
  return command;
}

CLI::App* add_conflicts(CLI::App& program, ConflictsArguments& arguments, Language language) {
  const auto say = [language](const char* en, const char* vi) { return in_language({en, vi}, language); };
  CLI::App* command = add(program, "conflicts",
                          {"figures that contradict each other, with their pages and a likely explanation",
                           "các số liệu mâu thuẫn, kèm trang và cách giải thích có thể"},
                          "trichluc conflicts kho --fail-on high", language);
  add_archive(command, arguments.archive, language);
  command
      ->add_option("--fail-on", arguments.fail_on,
                   say("end with code 4 where there is one of this severity or above: info, low, medium, high",
                       "kết thúc với mã 4 khi có mâu thuẫn từ mức này trở lên: info, low, medium, high"))
      ->check(CLI::IsMember({"info", "low", "medium", "high"}));
  command
      ->add_option("--format,-f", arguments.format,
                   say("table (default), json or csv", "table (mặc định), json hoặc csv"))
      ->check(CLI::IsMember({"table", "json", "csv"}));
  return command;
}

CLI::App* add_officials(CLI::App& program, OfficialsArguments& arguments, Language language) {
  const auto say = [language](const char* en, const char* vi) { return in_language({en, vi}, language); };
  CLI::App* command =
      add(program, "officials",
          {"people across documents with their offices over time, and who held an office when",
           "người giữ chức vụ qua các tài liệu, và ai giữ chức vụ nào khi nào"},
          "trichluc officials kho --position \"Giám đốc Sở Ngoại vụ Hà Giang\" --on 2023-05-01", language);
  add_archive(command, arguments.archive, language);
  command->add_option(
      "NAME", arguments.name,
      say("a name or a part of it, with or without diacritics", "tên hoặc một phần tên, có dấu hay không"));
  CLI::Option* position =
      command->add_option("--position", arguments.position, say("who held this office", "ai giữ chức vụ này"));
  command
      ->add_option(
          "--on", arguments.on,
          say("on this day (2023-05-01), or in this month or year", "vào ngày này (2023-05-01), tháng hoặc năm này"))
      ->needs(position);
  command
      ->add_option("--format,-f", arguments.format,
                   say("table (default), json or csv", "table (mặc định), json hoặc csv"))
      ->check(CLI::IsMember({"table", "json", "csv"}));
  return command;
}

CLI::App* add_export(CLI::App& program, ExportArguments& arguments, Language language) {
  const auto say = [language](const char* en, const char* vi) { return in_language({en, vi}, language); };
  CLI::App* command =
      add(program, "export",
          {"all of an archive for other programs: documents, facts, proofs, people, series, conflicts",
           "xuất toàn bộ kho cho chương trình khác: tài liệu, dữ kiện, dẫn chứng, người, chuỗi số liệu"},
          "trichluc export kho --format xlsx -o kho.xlsx", language);
  add_archive(command, arguments.archive, language);
  command
      ->add_option("--format,-f", arguments.format,
                   say("csv (a folder of files), jsonl, xlsx, sqlite or annotations (W3C Web Annotations)",
                       "csv (một thư mục tệp), jsonl, xlsx, sqlite hoặc annotations (W3C Web Annotations)"))
      ->required()
      ->check(CLI::IsMember({"csv", "jsonl", "xlsx", "sqlite", "annotations"}));
  command
      ->add_option("--output,-o", arguments.output,
                   say("into this file, of csv into this folder (jsonl and annotations: default standard output)",
                       "ghi ra tệp này, csv ra thư mục này (jsonl và annotations: mặc định là đầu ra chuẩn)"))
      ->type_name("PATH");
  command->add_flag("--excel", arguments.excel,
                    say("of csv: begin each file with a byte order mark, by which Excel knows UTF-8",
                        "với csv: thêm dấu BOM ở đầu mỗi tệp để Excel nhận ra UTF-8"));
  command->add_flag("--force", arguments.force, say("write over what is there", "ghi đè lên tệp đã có"));
  return command;
}

}  // namespace trichluc::cli
