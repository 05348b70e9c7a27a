#include "pipeline/cli/options/finding_options.h"

namespace trichluc::cli {

void FindingOptions::add(const Program& program) {
  add_search(program);
  add_show(program);
}

void FindingOptions::add_search(const Program& program) {
  const Command search = program.command(
      "search",
      {"pages of an archive, and the answer where the question has one", "tìm trang trong kho, kèm câu trả lời nếu có"},
      "trichluc search kho \"vien tro ha giang 2022\"");
  search.option("ARCHIVE", search_arguments_.archive, {"the archive's folder", "thư mục của kho"}).required();
  search.option("QUERY", search_arguments_.query,
                {"words, \"phrases\", prefix*, AND OR NOT ( ), and filters: year:2015..2020 place:\"Hà Giang\" "
                 "official: type:aid_value amount:>1000000 currency:USD publisher: section: doc:",
                 "từ, \"cụm từ\", tiền tố*, AND OR NOT ( ), và bộ lọc: year:2015..2020 place:\"Hà Giang\" "
                 "official: type:aid_value amount:>1000000 currency:USD publisher: section: doc:"});
  search
      .option("--format", search_arguments_.format,
              {"table or json (default: table on a terminal, else json)",
               "table hoặc json (mặc định: table trên màn hình, còn lại json)"})
      .one_of({"table", "json"});
  search.option("--limit", search_arguments_.limit, {"most hits (default 20)", "số kết quả tối đa (mặc định 20)"})
      .range(std::size_t{1}, std::size_t{10000});
  search.flag("--related", search_arguments_.related,
              {"also in side bars of other articles", "tìm cả trong khung tin liên quan"});
  search.flag("--rebuild", search_arguments_.rebuild, {"build the index anew", "dựng lại chỉ mục"});
  serve(search, search_arguments_);
}

void FindingOptions::add_show(const Program& program) {
  const Command show = program.command(
      "show", {"a page of an archive, with the words of a fact marked", "xem trang trong kho, đánh dấu dẫn chứng"},
      "trichluc show kho 3f2a9c");
  show.option("ARCHIVE", show_arguments_.archive, {"the archive's folder", "thư mục của kho"}).required();
  show.option("DOC|FACT", show_arguments_.what,
              {"the beginning of a document's or a fact's id", "phần đầu mã của tài liệu hoặc của dữ kiện"})
      .required();
  show.option("--page", show_arguments_.page, {"this page only", "chỉ trang này"});
  const Option png = show.option(
      "--png", show_arguments_.png,
      {"the page's picture into this file, the words marked", "ghi hình của trang vào tệp này, có đánh dấu"});
  show.flag("--text", show_arguments_.text,
            {"the text, though the terminal shows pictures (default elsewhere)",
             "in văn bản dù màn hình hiện được hình (mặc định ở nơi khác)"})
      .excludes(png);
  serve(show, show_arguments_);
}

}  // namespace trichluc::cli
