#include "pipeline/cli/options/archive_options.h"

#include "pipeline/cli/options/shared_options.h"

namespace trichluc::cli {

void ArchiveOptions::add(const Program& program) {
  add_ingest(program);
  add_status(program);
  add_metadata(program);
  add_failures(program);
  add_rerun(program);
  add_verify(program);
  add_withdraw(program);
}

void ArchiveOptions::add_ingest(const Program& program) {
  const Command ingest = add_archive_command(program, "ingest",
                                             {"documents into an archive; a run that was stopped goes on",
                                              "nạp tài liệu vào kho; lần chạy bị dừng sẽ được làm tiếp"},
                                             "trichluc ingest kho/ reports/", ingest_arguments_.archive);
  ingest.option("PATH", ingest_arguments_.reading.files, {"files and folders", "tệp và thư mục"});
  add_file_list(ingest, ingest_arguments_.reading);
  ingest
      .option("--metadata", ingest_arguments_.metadata,
              {"also what this table (CSV) says of documents: folder code, title, term and so on",
               "kèm bảng CSV mô tả tài liệu: mã hồ sơ, tiêu đề, thời hạn lưu trữ v.v."})
      .type_name("CSV");
  ingest.flag("--dry-run", ingest_arguments_.dry_run,
              {"write nothing: count files and pages, estimate time and disk",
               "không ghi gì: đếm tệp và trang, ước thời gian và dung lượng"});
  add_reading_jobs(ingest, ingest_arguments_.reading);
  // A table of metadata may come alone.
  serve_with(ingest, [this](CommandLine& line) {
    line.command = ingest_arguments_;
    const bool table_alone = !ingest_arguments_.metadata.empty() && !ingest_arguments_.dry_run;
    return table_alone ? std::nullopt : without_files(ingest_arguments_.reading);
  });
}

void ArchiveOptions::add_status(const Program& program) {
  const Command status = add_archive_command(program, "status", {"how far an archive is", "tình trạng của kho"},
                                             "trichluc status kho/", status_arguments_.archive);
  status
      .option("-l,--language", status_arguments_.model,
              {"models by which a page is judged to be stale (default: vie)",
               "mô hình để xét trang nào đã cũ (mặc định: vie)"})
      .type_name("MODEL");
  status
      .option("--dictionaries", status_arguments_.dictionaries,
              {"add the tables in this folder to ours", "bổ sung các bảng từ trong thư mục này"})
      .type_name("DIR");
  status.flag(
      "--groups", status_arguments_.groups,
      {"instead, which documents are near duplicates of one another", "thay vào đó, kê các tài liệu gần trùng nhau"});
  add_table_or_json(status, status_arguments_.format);
  serve(status, status_arguments_);
}

void ArchiveOptions::add_metadata(const Program& program) {
  const Command metadata = add_archive_command(
      program, "metadata", {"what tables of metadata say of documents", "mô tả tài liệu lấy từ các bảng --metadata"},
      "trichluc metadata kho/ --history", metadata_arguments_.archive);
  metadata.option("DOC", metadata_arguments_.document,
                  {"its id, the beginning of it, or one of its paths (default: all)",
                   "mã, phần đầu của mã, hoặc một đường dẫn (mặc định: tất cả)"});
  metadata.flag("--history", metadata_arguments_.history,
                {"also what later tables have changed", "kèm các giá trị đã bị bảng sau thay"});
  add_table_or_json(metadata, metadata_arguments_.format);
  serve(metadata, metadata_arguments_);
}

void ArchiveOptions::add_failures(const Program& program) {
  const Command failures =
      add_archive_command(program, "failures",
                          {"what could not be read, why, and what to do", "điều gì không đọc được, vì sao, nên làm gì"},
                          "trichluc failures kho/", failures_arguments_.archive);
  add_table_or_json(failures, failures_arguments_.format);
  serve(failures, failures_arguments_);
}

void ArchiveOptions::add_rerun(const Program& program) {
  const Command rerun = add_archive_command(program, "rerun",
                                            {"does again what failed or what would come out otherwise now",
                                             "làm lại phần bị lỗi hoặc phần mà nay sẽ cho kết quả khác"},
                                            "trichluc rerun kho/ --stale", rerun_arguments_.archive);
  rerun.flag("--failed", rerun_arguments_.failed, {"files and pages that failed", "các tệp và trang bị lỗi"});
  rerun.flag("--stale", rerun_arguments_.stale,
             {"what was made with another reader, model, rule or dictionary",
              "phần làm bằng bộ đọc, mô hình, quy tắc hay từ điển khác"});
  rerun
      .option("--older-than", rerun_arguments_.older_than,
              {"what a version before this one made", "phần do phiên bản trước phiên bản này làm"})
      .type_name("VERSION");
  add_reading_jobs(rerun, rerun_arguments_.reading);
  serve_with(rerun, [this](CommandLine& line) {
    line.command = rerun_arguments_;
    const bool asked = rerun_arguments_.failed || rerun_arguments_.stale || !rerun_arguments_.older_than.empty();
    return asked ? std::nullopt
                 : std::optional(Message{"give --failed, --stale or --older-than VERSION",
                                         "hãy ghi --failed, --stale hoặc --older-than PHIÊN-BẢN"});
  });
}

void ArchiveOptions::add_verify(const Program& program) {
  const Command verify = add_archive_command(program, "verify",
                                             {"checks originals, quotes and the database; names changed source files",
                                              "kiểm tra bản gốc, trích dẫn và cơ sở dữ liệu; nêu các tệp nguồn đã đổi"},
                                             "trichluc verify kho/", verify_arguments_.archive);
  verify.flag("!--no-sources", verify_arguments_.sources,
              {"leave the source files alone", "không đọc lại các tệp nguồn"});
  serve(verify, verify_arguments_);
}

void ArchiveOptions::add_withdraw(const Program& program) {
  const Command withdraw = add_archive_command(
      program, "withdraw", {"takes a document out and keeps a note of it", "rút một tài liệu ra và lưu lại lý do"},
      "trichluc withdraw kho/ reports/2019.pdf --why \"wrong copy\"", withdraw_arguments_.archive);
  withdraw
      .option("DOC", withdraw_arguments_.document,
              {"its id, the beginning of it, or one of its paths", "mã, phần đầu của mã, hoặc một đường dẫn"})
      .required();
  withdraw.option("--why", withdraw_arguments_.why, {"the reason", "lý do"}).required();
  serve(withdraw, withdraw_arguments_);
}

}  // namespace trichluc::cli
