#include "pipeline/cli/options/figure_options.h"

#include "pipeline/cli/options/shared_options.h"

namespace trichluc::cli {

void FigureOptions::add(const Program& program) {
  add_series(program);
  add_conflicts(program);
  add_officials(program);
  add_export(program);
}

void FigureOptions::add_series(const Program& program) {
  const Command command = add_archive_command(
      program, "series",
      {"a measure over the years, each value with its sources and why it is preferred",
       "một chỉ tiêu qua các năm, mỗi số kèm nguồn và lý do được chọn"},
      "trichluc series kho aid --place \"Việt Nam\" --format svg -o aid.svg", series_arguments_.archive);
  command
      .option("MEASURE", series_arguments_.measure,
              {"ngo (organisations), project, aid or share",
               "ngo (tổ chức), project (dự án), aid (viện trợ) hoặc share (tỷ lệ)"})
      .required()
      .one_of({"ngo", "project", "aid", "share"});
  command.option("--place", series_arguments_.places,
                 {"only of this place (may be repeated)", "chỉ nơi này (có thể lặp lại)"});
  command
      .option("--by", series_arguments_.by, {"what the rows are of (default: year)", "chia hàng theo (mặc định: year)"})
      .one_of({"year", "place", "donor", "sector", "publisher"});
  command.option("--status", series_arguments_.status,
                 {"of counts: operating, registered, newly_registered, ended, donor … or all",
                  "của số đếm: operating, registered, newly_registered, ended, donor … hoặc all"});
  command
      .option("--kind", series_arguments_.kind, {"only stock, flow or cumulative", "chỉ stock, flow hoặc cumulative"})
      .one_of({"stock", "flow", "cumulative"});
  command.option("--currency", series_arguments_.currency, {"only this currency (USD)", "chỉ loại tiền này (USD)"});
  command
      .option("--boundaries", series_arguments_.boundaries,
              {"then (default): places as they were; now: side by side under the place that holds them today",
               "then (mặc định): địa danh khi đó; now: đặt cạnh nhau dưới địa danh hiện nay"})
      .one_of({"then", "now"});
  command
      .option("--compare", series_arguments_.compare,
              {"your own table, lines of period,value, beside ours", "bảng của bạn, mỗi dòng thời gian,số, đặt cạnh"})
      .type_name("FILE");
  command
      .option("--format,-f", series_arguments_.format,
              {"table (default), csv, json, xlsx, svg or png", "table (mặc định), csv, json, xlsx, svg hoặc png"})
      .one_of({"table", "csv", "json", "xlsx", "svg", "png"});
  command.option("--output,-o", series_arguments_.output, {"into this file", "ghi ra tệp này"}).type_name("FILE");
  serve(command, series_arguments_);
}

void FigureOptions::add_conflicts(const Program& program) {
  const Command command =
      add_archive_command(program, "conflicts",
                          {"figures that contradict each other, with their pages and a likely explanation",
                           "các số liệu mâu thuẫn, kèm trang và cách giải thích có thể"},
                          "trichluc conflicts kho --fail-on high", conflicts_arguments_.archive);
  command
      .option("--fail-on", conflicts_arguments_.fail_on,
              {"end with code 4 where there is one of this severity or above: info, low, medium, high",
               "kết thúc với mã 4 khi có mâu thuẫn từ mức này trở lên: info, low, medium, high"})
      .one_of({"info", "low", "medium", "high"});
  command
      .option("--format,-f", conflicts_arguments_.format,
              {"table (default), json or csv", "table (mặc định), json hoặc csv"})
      .one_of({"table", "json", "csv"});
  serve(command, conflicts_arguments_);
}

void FigureOptions::add_officials(const Program& program) {
  const Command command =
      add_archive_command(program, "officials",
                          {"people across documents with their offices over time, and who held an office when",
                           "người giữ chức vụ qua các tài liệu, và ai giữ chức vụ nào khi nào"},
                          "trichluc officials kho --position \"Giám đốc Sở Ngoại vụ Hà Giang\" --on 2023-05-01",
                          officials_arguments_.archive);
  command.option("NAME", officials_arguments_.name,
                 {"a name or a part of it, with or without diacritics", "tên hoặc một phần tên, có dấu hay không"});
  const Option position =
      command.option("--position", officials_arguments_.position, {"who held this office", "ai giữ chức vụ này"});
  command
      .option("--on", officials_arguments_.on,
              {"on this day (2023-05-01), or in this month or year", "vào ngày này (2023-05-01), tháng hoặc năm này"})
      .needs(position);
  command
      .option("--format,-f", officials_arguments_.format,
              {"table (default), json or csv", "table (mặc định), json hoặc csv"})
      .one_of({"table", "json", "csv"});
  serve(command, officials_arguments_);
}

void FigureOptions::add_export(const Program& program) {
  const Command command = add_archive_command(
      program, "export",
      {"all of an archive for other programs: documents, facts, proofs, people, series, conflicts",
       "xuất toàn bộ kho cho chương trình khác: tài liệu, dữ kiện, dẫn chứng, người, chuỗi số liệu"},
      "trichluc export kho --format xlsx -o kho.xlsx", export_arguments_.archive);
  command
      .option("--format,-f", export_arguments_.format,
              {"csv (a folder of files), jsonl, xlsx, sqlite or annotations (W3C Web Annotations)",
               "csv (một thư mục tệp), jsonl, xlsx, sqlite hoặc annotations (W3C Web Annotations)"})
      .required()
      .one_of({"csv", "jsonl", "xlsx", "sqlite", "annotations"});
  command
      .option("--output,-o", export_arguments_.output,
              {"into this file, of csv into this folder (jsonl and annotations: default standard output)",
               "ghi ra tệp này, csv ra thư mục này (jsonl và annotations: mặc định là đầu ra chuẩn)"})
      .type_name("PATH");
  command.flag("--excel", export_arguments_.excel,
               {"of csv: begin each file with a byte order mark, by which Excel knows UTF-8",
                "với csv: thêm dấu BOM ở đầu mỗi tệp để Excel nhận ra UTF-8"});
  command.flag("--force", export_arguments_.force, {"write over what is there", "ghi đè lên tệp đã có"});
  serve(command, export_arguments_);
}

}  // namespace trichluc::cli
