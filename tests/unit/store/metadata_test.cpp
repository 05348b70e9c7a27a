#include "pipeline/store/metadata.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/store/documents.h"
#include "tests/unit/archive_folder.h"

namespace trichluc::store {
namespace {

TEST_CASE("metadata: columns by their Vietnamese names and by names in ASCII, in any spelling") {
  CHECK(metadata_field(column_name("Mã hồ sơ"))->name == "ma_ho_so");
  CHECK(metadata_field(column_name(" MÃ HỒ SƠ "))->name == "ma_ho_so");
  CHECK(metadata_field(column_name("ma_ho_so"))->name == "ma_ho_so");
  CHECK(metadata_field(column_name("Thời hạn bảo quản"))->name == "thoi_han_luu_tru");
  CHECK(metadata_field(column_name("Số tờ"))->name == "so_luong_to");
  CHECK(metadata_field(column_name("arcFileCode"))->name == "ma_ho_so");
  CHECK(metadata_field(column_name("Mức độ tiếp cận")) == metadata_field(column_name("Chế độ sử dụng")));
  CHECK(metadata_field(column_name("Màu bìa")) == nullptr);
  CHECK(metadata_field("") == nullptr);
  CHECK(document_column(column_name("Đường dẫn")) == DocumentColumn::kPath);
  CHECK(document_column("sha256") == DocumentColumn::kSha256);
}

TEST_CASE("metadata: every field is found by its name, by its title, and stands once") {
  for (const MetadataField& field : metadata_fields()) {
    CAPTURE(field.name);
    CHECK(metadata_field(field.name) == &field);
    CHECK(metadata_field(column_name(field.title)) == &field);
    for (const std::string_view also : field.also) CHECK(metadata_field(column_name(also)) == &field);
    CHECK_FALSE(document_column(field.name));
  }
}

TEST_CASE("metadata: numbers and dates are stored in one form") {
  const auto value = [](const char* field, const char* words) {
    return metadata_value(*metadata_field(field), words).value_or("-");
  };
  CHECK(value("so_luong_to", "1.250") == "1250");
  CHECK(value("so_luong_to", "12") == "12");
  CHECK(value("so_luong_to", "12,5") == "-");
  CHECK(value("so_luong_to", "mười") == "-");
  CHECK(value("thoi_gian_bat_dau", "31/12/2018") == "2018-12-31");
  CHECK(value("thoi_gian_bat_dau", "2018-1-5") == "2018-01-05");
  CHECK(value("thoi_gian_bat_dau", "3/2018") == "2018-03");
  CHECK(value("thoi_gian_bat_dau", "2018") == "2018");
  CHECK(value("thoi_gian_bat_dau", "31/13/2018") == "-");
  CHECK(value("thoi_gian_bat_dau", "12/2018/5") == "-");
  CHECK(value("ghi_chu", "tờ 3 rách") == "tờ 3 rách");
}

TEST_CASE("metadata: tables of every spreadsheet") {
  struct Case {
    const char* bytes;
    std::size_t line;
    const char* value;
  };
  const Case cases[] = {{"path,ma_ho_so\na.txt,H1\n", 2, "H1"},
                        {"\xEF\xBB\xBFpath;Mã hồ sơ\r\n\r\na.txt;\"H;1\"\r\n", 3, "H;1"},
                        {"Mã hồ sơ\tĐường dẫn\nH \"1\"\ta.txt", 2, "H \"1\""},
                        {"path,tieu_de_ho_so\na.txt,\"Hai\ndòng, \"\"nháy\"\"\"\n", 2, "Hai dòng, \"nháy\""}};
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const auto table = parse_metadata(c.bytes, "/t.csv");
    REQUIRE(table);
    REQUIRE(table->lines.size() == 1);
    CHECK(table->lines[0].line == c.line);
    CHECK(table->lines[0].document == "a.txt");
    REQUIRE(table->lines[0].values.size() == 1);
    CHECK(table->lines[0].values[0].value == c.value);
  }
}

TEST_CASE("metadata: a fault names file and line") {
  struct Case {
    const char* bytes;
    const char* where;
  };
  const Case cases[] = {{"", "/t.csv:1"},
                        {"ma_ho_so\nH1\n", "/t.csv:1"},
                        {"path,name,ma_ho_so\n", "/t.csv:1"},
                        {"path,mau_bia\na,b\n", "/t.csv:1"},
                        {"path,ma_ho_so,Mã hồ sơ\na,b,c\n", "/t.csv:1"},
                        {"path,ma_ho_so\na,b\nc,d,e\n", "/t.csv:3"},
                        {"path,ma_ho_so\na,\"b\nc,d\n", "/t.csv:2"},
                        {"path,ma_ho_so\na,b\n,d\n", "/t.csv:3"},
                        {"path,so_to\na,1\n\nb,nhiều\n", "/t.csv:4"},
                        {"path,ma_ho_so\na,b\xE1\n", "/t.csv:2"}};
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const auto table = parse_metadata(c.bytes, "/t.csv");
    REQUIRE_FALSE(table);
    CHECK(table.error().where == c.where);
    CHECK(table.error().code == ErrorCode::kBadDictionary);
  }
}

MetadataImport import(Archive& archive, const std::string& bytes) {
  const auto table = parse_metadata(bytes, "/bang/t.csv");
  REQUIRE(table);
  const auto told = import_metadata(archive, *table);
  REQUIRE(told);
  return *told;
}

TEST_CASE("metadata: what holds, what held, and which table said it") {
  const test::ArchiveFolder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  REQUIRE(add_document(*archive, test::head_of("aabbccdd01"), 7, "/x/2018/a.txt", ""));
  REQUIRE(add_document(*archive, test::head_of("aabbccdd02"), 7, "/x/2019/a.txt", ""));
  CHECK(import(*archive, "path,ma_ho_so\n/x/2018/a.txt,H1\n2019/a.txt,H2\n").changed == 2);
  CHECK(import(*archive, "path,ma_ho_so\n/x/2018/a.txt,H1\n../x/2019/a.txt,H2\n").changed == 0);
  CHECK(import(*archive, "sha256,ma_ho_so,ghi_chu\naabbccdd01,H3,\n").changed == 1);
  const auto now = list_metadata(*archive, "", false);
  REQUIRE(now);
  REQUIRE(now->size() == 2);
  CHECK(now->front().value == "H3");
  const auto all = list_metadata(*archive, "/x/2018/a.txt", true);
  REQUIRE(all);
  REQUIRE(all->size() == 2);
  CHECK(all->front().value == "H1");
  CHECK_FALSE(all->front().current);
  CHECK(all->front().table == "/bang/t.csv");
  CHECK(all->front().line == 2);
  CHECK(all->back().current);
  CHECK_FALSE(list_metadata(*archive, "/nowhere", false));
}

TEST_CASE("metadata: lines about no document or several are told, and the rest is kept") {
  const test::ArchiveFolder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  REQUIRE(add_document(*archive, test::head_of("aabbccdd01"), 7, "/x/2018/a.txt", ""));
  REQUIRE(add_document(*archive, test::head_of("aabbccdd02"), 7, "/x/2019/a.txt", ""));
  const auto told = import(*archive, "name,ma_ho_so\na.txt,H1\nb.txt,H2\n.txt,H3\n2018/a.txt,H4\n");
  REQUIRE(told.unmatched.size() == 3);
  CHECK(told.unmatched[0].where == "/bang/t.csv:2");
  CHECK(told.unmatched[1].where == "/bang/t.csv:3");
  CHECK(told.changed == 1);
}

TEST_CASE("metadata: two lines that differ are an error, and nothing is kept") {
  const test::ArchiveFolder folder;
  auto archive = Archive::open(folder.archive(), Access::kCreate);
  REQUIRE(archive);
  REQUIRE(add_document(*archive, test::head_of("aabbccdd01"), 7, "/a.txt", ""));
  const auto table = parse_metadata("path,ma_ho_so\n/a.txt,H1\na.txt,H2\n", "/t.csv");
  REQUIRE(table);
  const auto told = import_metadata(*archive, *table);
  REQUIRE_FALSE(told);
  CHECK(told.error().where == "/t.csv:3");
  CHECK(list_metadata(*archive, "", true)->empty());
}

}  // namespace
}  // namespace trichluc::store
