// Figures in the cells of tables: unit, stage and time from headings and titles, parts of a total; real dictionaries.
#include "extractors/table/table_extractor.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractors/count/table_counts.h"
#include "extractors/date/date_reader.h"
#include "pipeline/text/layout.h"
#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

// A title in the body, and rows with tabs between their cells.
text::NormalizedText text_of(const std::string& title, const std::vector<std::string>& rows,
                             text::Section section = text::Section::kTable) {
  text::LaidOut laid_out;
  const auto add = [&](const std::string& words, text::Section where) {
    const std::size_t begin = laid_out.raw.size() + std::min(words.find_first_not_of('\t'), words.size());
    laid_out.raw += words;
    laid_out.paragraphs.push_back({{{begin, laid_out.raw.size()}}, where});
    laid_out.raw += "\n";
  };
  add(title, text::Section::kBody);
  for (const std::string& row : rows) add(row, section);
  return text::NormalizedText(std::move(laid_out));
}

// "3 project 2019" of the cells below "Số dự án", in order.
std::vector<std::string> counted(const std::string& title, const std::vector<std::string>& rows) {
  const text::NormalizedText text = text_of(title, rows);
  const Reading reading(text, real_dictionaries());
  std::vector<std::string> out;
  for (const TableCount& found : table_counts(reading, Topic(reading))) {
    const auto& count = std::get<CountFact>(found.candidate.fact);
    out.push_back(count.value->to_string() + " " + count.of + " " + count.period);
  }
  return out;
}

std::vector<Candidate> read(const std::string& title, const std::vector<std::string>& rows,
                            text::Section section = text::Section::kTable) {
  const text::NormalizedText text = text_of(title, rows, section);
  Reading reading(text, real_dictionaries());
  const DateReadings dates = read_dates(reading);
  std::vector<Span> taken;
  for (const DateReading& date : dates.dates) taken.push_back(date.span);
  reading.mark_taken(taken);
  const Topic topic(reading);
  return TableExtractor(dates.dates, topic).read(reading).candidates;
}

// "12000000 USD disbursed 2019 Y tế part", "3 project", "40 % Y tế", in order; without what is empty.
std::vector<std::string> told(const std::string& title, const std::vector<std::string>& rows,
                              text::Section section = text::Section::kTable) {
  std::vector<std::string> out;
  for (const Candidate& candidate : read(title, rows, section)) {
    std::string words;
    const auto add = [&](const std::string& word) {
      if (!word.empty() && word != "unspecified") words += (words.empty() ? "" : " ") + word;
    };
    if (const auto* aid = std::get_if<AidValueFact>(&candidate.fact)) {
      for (const std::string& word : {aid->amount->to_string(), aid->currency, aid->stage, aid->period, aid->place,
                                      aid->sector, aid->donor, std::string(aid->part_of ? "part" : "")})
        add(word);
      for (const Money& again : aid->equivalent) add("= " + again.amount.to_string() + " " + again.currency);
      if (aid->certainty == Certainty::kExpected) add("expected");
    } else if (const auto* count = std::get_if<CountFact>(&candidate.fact)) {
      for (const std::string& word : {count->value->to_string(), count->of, std::string(count->part_of ? "part" : "")})
        add(word);
    } else if (const auto* share = std::get_if<ShareFact>(&candidate.fact)) {
      add(share->percent.to_string() + " % " + share->label);
    } else if (const auto* date = std::get_if<DateFact>(&candidate.fact)) {
      add(date->value);
    }
    out.push_back(words);
  }
  return out;
}

using Words = std::vector<std::string>;
const char* const kTitle = "Viện trợ phi chính phủ nước ngoài năm 2019";

}  // namespace

TEST_CASE("a unit in the heading holds for the column, and the total is the whole of its rows") {
  CHECK(told(kTitle, {"TT\tLĩnh vực\tSố dự án\tGiải ngân (tr.đ)", "1\tY tế\t3\t4.500", "2\tGiáo dục\t2\t1.500",
                      "\tTổng cộng\t5\t6.000"}) == Words{"6000000000 VND disbursed 2019",
                                                         "4500000000 VND disbursed 2019 Y tế part",
                                                         "1500000000 VND disbursed 2019 Giáo dục part"});
}

TEST_CASE("a unit above the table holds where the heading has none, and a second currency says the sum again") {
  CHECK(told(std::string(kTitle) + " (triệu đồng)", {"STT\tTên tổ chức\tTrị giá", "1\tSao Mai\t250"}) ==
        Words{"250000000 VND 2019 Sao Mai"});
  CHECK(told(kTitle, {"STT\tTổ chức\tGiải ngân (USD)\tGiải ngân (triệu đồng)", "1\tSao Mai\t10.000\t232"}) ==
        Words{"10000 USD disbursed 2019 Sao Mai = 232000000 VND"});
}

TEST_CASE("a year that heads its row dates it, and a province that heads its column places it") {
  CHECK(told("Viện trợ PCPNN giải ngân (tỷ đồng)", {"Năm\tHà Giang\tCộng", "2020\t11,5\t20,5"}) ==
        Words{"2020", "11500000000 VND disbursed 2020 Hà Giang", "20500000000 VND disbursed 2020"});
}

TEST_CASE("an ordinal's heading that ran into the next and a total without its empty cell are set right") {
  CHECK(told(kTitle, {"TT Lĩnh vực\tSố khoản\tGiải ngân (USD)", "1\tY tế\t4\t90.000", "2\tNước sạch\t1\t10.000",
                      "Tổng cộng\t5\t100.000"})
            .size() == 3);
  CHECK(told(kTitle, {"STT | Lĩnh vực\tSố khoản\tGiải ngân (USD)", "1\tY tế\t4\t70.000", "2\tNước sạch\t1\t30.000",
                      "Tổng cộng\t5\t100.000"})
            .size() == 3);
}

TEST_CASE("a donor's cell that reaches over several rows names the donor of each, with its place") {
  const std::vector<std::string> rows = {"TT\tTên tổ chức\tTên dự án\tGiải ngân (USD)", "1\tSao Mai\tNước sạch\t40.000",
                                         "\t\tTrường học\t30.000", "2\tBước Tới\tCây giống\t20.000",
                                         "\tTổng cộng\t\t90.000"};
  CHECK(told(kTitle, rows) == Words{"90000 USD disbursed 2019", "40000 USD disbursed 2019 Sao Mai part",
                                    "30000 USD disbursed 2019 Sao Mai part", "20000 USD disbursed 2019 Bước Tới part"});
  const auto inferred = read(kTitle, rows)[2].inferred;
  CHECK(std::any_of(inferred.begin(), inferred.end(), [](const Inference& one) { return one.field == "donor"; }));
  // Neither a row with a number of its own nor one behind the total is of who is named above.
  CHECK(told(kTitle, {rows[0], rows[1], "2\t\tTrường học\t30.000"}).back() == "30000 USD disbursed 2019");
  CHECK(told(kTitle, {rows[0], rows[1], "\tTổng cộng\t\t40.000", "\t\tKhác\t1.000"}).back() ==
        "1000 USD disbursed 2019");
}

TEST_CASE("a letter or an empty cell in front is the row's number: no figure moves to the next column") {
  const std::string head = "TT\tNhà tài trợ\tCam kết (USD)\tGiải ngân (USD)\tGhi chú";
  CHECK(told(kTitle, {head, "A\tHOA KỲ\t90.000\t40.000", "\tCộng A + B\t90.000\t40.000"}) ==
        Words{"90000 USD committed", "90000 USD committed HOA KỲ part", "40000 USD disbursed 2019",
              "40000 USD disbursed 2019 HOA KỲ part"});
  // Which of the two figures is missing is not known: neither column is guessed.
  CHECK(told(kTitle, {"TT\tNăm\tSố khoản\tGiải ngân (tỷ đồng)\tCam kết (tỷ đồng)", "\tTổng\t41\t103,2"}).empty());
  CHECK(told(kTitle, {"TT\tHuyện\tGiải ngân (USD)", "1\tBù Đăng\t90.000\t", "\tTổng\t90.000\t\t"}).size() == 2);
}

TEST_CASE("groups of rows are parts of the total, and numbered rows parts of their group") {
  const std::vector<std::string> rows = {
      "TT\tDự án\tGiải ngân (USD)", "I\tDự án\t70", "1\tY tế\t30",      "2\tNước\t40",
      "II\tPhi dự án\t5",           "3\tXe đạp\t5", "\tTổng (I+II)\t75"};
  const std::vector<Candidate> found = read(kTitle, rows);
  std::vector<std::string> parts;
  for (const Candidate& candidate : found) {
    const auto& aid = std::get<AidValueFact>(candidate.fact);
    const std::string of =
        aid.part_of ? std::get<AidValueFact>(found[*aid.part_of].fact).amount->to_string() : std::string("whole");
    parts.push_back(aid.amount->to_string() + " of " + of);
  }
  CHECK(parts == Words{"75 of whole", "70 of 75", "30 of 70", "40 of 70", "5 of 75", "5 of 5"});
  // Sums that their rows do not add up to are no groups.
  CHECK(told(kTitle, {"TT\tHuyện\tGiải ngân (USD)", "A\tBù Đăng\t70", "1\tBom Bo\t60", "B\tLộc Ninh\t5",
                      "\tTổng cộng\t135"}) == Words{"135 USD disbursed 2019", "70 USD disbursed 2019 part",
                                                    "60 USD disbursed 2019 part", "5 USD disbursed 2019 part"});
}

TEST_CASE("a thousand before the currency is a unit where it is declared, and a sum elsewhere") {
  CHECK(told(std::string(kTitle) + " (Giá trị: 1.000 USD)", {"STT\tTổ chức\tGiải ngân", "1\tSao Mai\t250"}) ==
        Words{"250000 USD disbursed 2019 Sao Mai"});
  CHECK(told(kTitle, {"STT\tTổ chức\tGiải ngân (1000 đồng)", "1\tSao Mai\t250.000"}) ==
        Words{"250000000 VND disbursed 2019 Sao Mai"});
  CHECK(told(std::string(kTitle) + " mỗi hộ 1.000 USD", {"STT\tTổ chức\tGiải ngân", "1\tSao Mai\t250"}).empty());
}

TEST_CASE("a row whose last cells are empty is as wide as its heading") {
  CHECK(told(kTitle, {"TT\tHuyện\tGiải ngân (USD)\tVốn đối ứng", "1\tNa Hang\t90.000\t400", "2\tYên Sơn\t10.000\t",
                      "Tổng cộng\t\t100.000\t400"})
            .size() == 3);
  CHECK(told(kTitle, {"TT\tHuyện\tGiải ngân (USD)\tCam kết (USD)", "1\tNa Hang\t90.000\t", "2\tYên Sơn\t10.000"})
            .size() == 1);
}

TEST_CASE("the word of the total takes the columns of names beside it, never one of figures") {
  const std::string head = "TT\tTổ chức\tQuốc tịch\tGiải ngân (USD)\tCam kết (USD)";
  CHECK(told(kTitle, {head, "1\tSao Mai\tHoa Kỳ\t70\t90", "2\tNúi Xanh\tĐức\t30\t40", "Tổng cộng\t100\t130"}).size() ==
        6);
  CHECK(told(kTitle, {head, "1\tSao Mai\tHoa Kỳ\t70\t90", "2\tNúi Xanh\tĐức\t30\t40", "Tổng cộng\t100"}).size() == 4);
}

TEST_CASE("cells set with blanks stand below the heading that is nearest, whatever is empty before them") {
  CHECK(told("Viện trợ PCPNN các năm", {"Năm     Số dự án     Cam kết (USD)     Giải ngân (USD)",
                                        "--------------------------------------------------",
                                        "1996       4               100.000            90.000",
                                        "1997       7               130.000           120.500",
                                        "--------------------------------------------------",
                                        "Cộng                       230.000           210.500"}) ==
        Words{"1996", "1997", "230000 USD committed", "100000 USD committed 1996 part",
              "130000 USD committed 1997 part", "210500 USD disbursed", "90000 USD disbursed 1996 part",
              "120500 USD disbursed 1997 part"});
}

TEST_CASE("percentages are shares where they make up one whole") {
  CHECK(told(kTitle, {"Lĩnh vực\tTỷ lệ (%)", "Y tế\t60,5", "Giáo dục\t39,5", "Cộng\t100"}) ==
        Words{"60.5 % Y tế", "39.5 % Giáo dục"});
  CHECK(told(kTitle, {"Lĩnh vực\tTỷ trọng", "Y tế\t60,5%", "Giáo dục\t39,5%"}) ==
        Words{"60.5 % Y tế", "39.5 % Giáo dục"});
  CHECK(told(kTitle, {"Lĩnh vực\tTỷ lệ giải ngân (%)", "Y tế\t92", "Giáo dục\t85"}).empty());
}

TEST_CASE("a title that tells the stage alone is about aid where the document is") {
  const Words rows = {"Huyện\tTrị giá (USD)\t% so tổng số", "U Minh\t450\t45,0", "Ngọc Hiển\t550\t55,0"};
  CHECK(told("Các tổ chức PCPNN. Biểu 2: Vốn thực hiện năm 2004 theo huyện", rows) ==
        Words{"450 USD disbursed 2004", "550 USD disbursed 2004", "45 % U Minh", "55 % Ngọc Hiển"});
  CHECK(told("Biểu 2: Vốn thực hiện năm 2004 theo huyện", rows).empty());
  CHECK(told(kTitle, {"Huyện\tGiải ngân (USD)\t% so với năm trước", "U Minh\t450\t90", "Ngọc Hiển\t550\t120"}).size() ==
        2);
}

TEST_CASE("what is no aid, has no unit or is about something else is not read") {
  CHECK(told(kTitle, {"STT\tTên dự án\tVốn đối ứng (triệu đồng)", "1\tĐường xóm\t400"}).empty());
  CHECK(told("Thiệt hại do hạn mặn", {"STT\tHuyện\tThiệt hại (tỷ đồng)", "1\tTrà Cú\t264"}).empty());
  CHECK(told(kTitle, {"STT\tTên dự án\tSố hộ\tDiện tích (ha)", "1\tĐường xóm\t400\t12"}).empty());
  CHECK(told(kTitle, {"STT\tTên dự án\tGiải ngân", "1\tĐường xóm\t400"}).empty());
  CHECK(told("Thu ngân sách huyện năm 2019", {"STT\tXã\tTổng thu (triệu đồng)", "1\tTân Lập\t400"}).empty());
  // Both together, beside the counterpart fund: not aid alone.
  CHECK(told(kTitle, {"STT\tTên dự án\tTổng vốn (USD)\tĐối ứng (USD)", "1\tĐường xóm\t400\t100"}).empty());
}

TEST_CASE("a row whose cells cannot be told apart is left out, and so are the columns' own numbers") {
  const std::string head = "STT\tTên dự án\tVốn cam kết (USD)\tGiải ngân (USD)\tGhi chú";
  CHECK(told(kTitle, {head, "1\t2\t3\t4\t5", "1\tĐường xóm\t70.000"}).empty());
  CHECK(told(kTitle, {head, "1\tĐường xóm\t70.000\t30.000"}).size() == 2);
  CHECK(told(kTitle, {head, "1\tĐường xóm\t70.000\tchuyển tiếp"}).empty());
}

TEST_CASE("columns that their headings do not tell apart are not read") {
  CHECK(told(kTitle, {"TT\tLĩnh vực\tĐợt đầu\t\tĐợt sau\t", "\t\tSố dự án\tGiải ngân (USD)\tSố dự án\tGiải ngân (USD)",
                      "1\tY tế\t3\t50.000\t4\t70.000"})
            .empty());
  CHECK(told(kTitle, {"Lĩnh vực\tGiải ngân năm 2018 (USD)\tGiải ngân năm 2019 (USD)", "Y tế\t50.000\t70.000"}).size() ==
        2);
}

TEST_CASE("the year in an upper row of headings dates the columns under it") {
  const std::vector<std::string> heads = {"TT\tLĩnh vực\tNăm 2019\t\tNăm 2020\t\tGhi chú",
                                          "\t\tSố dự án\tGiải ngân (USD)\tSố dự án\tGiải ngân (USD)"};
  CHECK(told(kTitle, {heads[0], heads[1], "1\tY tế\t3\t50.000\t4\t70.000", "2\tNước\t1\t20.000\t2\t10.000",
                      "Cộng\t\t4\t70.000\t6\t80.000"}) ==
        Words{"70000 USD disbursed 2019", "50000 USD disbursed 2019 Y tế part", "20000 USD disbursed 2019 Nước part",
              "80000 USD disbursed 2020", "70000 USD disbursed 2020 Y tế part", "10000 USD disbursed 2020 Nước part"});
}

TEST_CASE("counts below two rows of headings keep their columns, whatever is missing on the right") {
  const std::string upper = "TT\tLĩnh vực\tNăm 2019\t\tNăm 2020\t\tGhi chú";
  const std::string lower = "\t\tSố dự án\tGiải ngân (USD)\tSố dự án\tGiải ngân (USD)";
  CHECK(counted(kTitle, {upper, lower, "1\tY tế\t3\t50\t4\t70\tchậm", "Cộng\t\t5\t50\t6\t70"}) ==
        Words{"3 project 2019", "4 project 2020", "5 project 2019", "6 project 2020"});
  CHECK(counted(kTitle, {upper, lower, "Cộng\t3\t50\t4\t70"}).empty());  // a cell too few on the left
}

TEST_CASE("a heading that is a year and nothing else divides what the title names") {
  const std::string title = "Giải ngân viện trợ của các tổ chức phi chính phủ nước ngoài (triệu đồng)";
  CHECK(told(title, {"TT\tHuyện\tNăm 2018\tNăm 2019", "1\tTrà Cú\t120\t-", "2\tCàng Long\t80\t45"}) ==
        Words{"120000000 VND disbursed 2018", "80000000 VND disbursed 2018", "45000000 VND disbursed 2019"});
  // A dash between two figures is an empty cell, no range.
  CHECK(told(title, {"TT\tHuyện\tNăm 2018\tNăm 2019\tNăm 2020", "1\tTrà Cú\t120\t-\t145"}).size() == 2);
  CHECK(told("Chi thường xuyên (triệu đồng)", {"TT\tHuyện\tNăm 2018\tNăm 2019", "1\tTrà Cú\t120\t45"}).empty());
}

TEST_CASE("years as columns below names of rows that tell their unit") {
  const std::vector<std::string> rows = {"\t2004\tSơ bộ 2005", "Số dự án\t27\t22",
                                         "Vốn cam kết (nghìn USD)\t1.512\t990", "Vốn thực hiện (nghìn USD)\t1.290\t-",
                                         "Vốn đối ứng (triệu đồng)\t3.250\t2.100"};
  // These years are read by date/.
  CHECK(told("Biểu 9. Viện trợ phi chính phủ nước ngoài", rows) ==
        Words{"1512000 USD committed 2004", "990000 USD committed 2005", "1290000 USD disbursed 2004"});
  // Units above the table hold for the rows that are aid; a plan's year and a row with a cell too few leave it unread.
  CHECK(told("Viện trợ PCPNN (triệu đồng)",
             {"TT\tChỉ tiêu\t2004\t2005", "1\tGiải ngân\t90\t80", "2\tVốn đối ứng\t10\t12"}) ==
        Words{"2004", "2005", "90000000 VND disbursed 2004", "80000000 VND disbursed 2005"});
  CHECK(told("Viện trợ PCPNN", {"Chỉ tiêu\t2004\tKế hoạch 2005", "Giải ngân (USD)\t90\t80"}).empty());
  CHECK(told("Viện trợ PCPNN", {"Chỉ tiêu\t2004\t2005", "Giải ngân (USD)\t90"}).empty());
}

TEST_CASE("a table copied with each cell in a line of its own is one where its ordinals stand a row apart") {
  const auto body = text::Section::kBody;
  const std::string title = "Giải ngân của các tổ chức PCPNN năm 2017 (USD)";
  CHECK(told(title, {"TT", "Tổ chức", "Giải ngân (USD)", "1", "Plan", "400", "2", "Oxfam", "200"}, body) ==
        Words{"400 USD disbursed 2017 Plan", "200 USD disbursed 2017 Oxfam"});
  CHECK(told(title, {"TT", "Tổ chức", "Giải ngân (USD)", "1", "Plan", "400", "2", "Oxfam", "200", "Cộng", "600", "Hết"},
             body) ==
        Words{"600 USD disbursed 2017", "400 USD disbursed 2017 Plan part", "200 USD disbursed 2017 Oxfam part"});
  CHECK(told(title, {"TT", "Tổ chức", "Giải ngân (USD)", "1", "Plan", "400", "2", "Oxfam"}, body).empty());
  CHECK(told(title, {"TT", "Tổ chức", "Giải ngân (USD)", "1", "Plan", "400"}, body).empty());  // no second row
  CHECK(
      told(title, {"TT", "Huyện", "Chi ngân sách (USD)", "1", "Trà Cú", "400", "2", "Càng Long", "200"}, body).empty());
}

TEST_CASE("cells one below the other are a table where the same kinds come again below as many headings") {
  const auto body = text::Section::kBody;
  const std::string title = "Viện trợ của các tổ chức PCPNN (USD)";
  // A heading goes on in small letters or with a bracket.
  CHECK(told(title, {"Năm", "Số dự án", "và phi dự án", "Giải ngân", "(USD)", "2017", "5", "400", "2018", "7", "-"},
             body) == Words{"400 USD disbursed 2017"});
  CHECK(told(title,
             {"Lĩnh vực", "Số dự án", "Giải ngân (USD)", "Y tế", "5", "400", "Nước", "7", "200", "Cộng", "12", "600"},
             body) == Words{"600 USD disbursed", "400 USD disbursed Y tế part", "200 USD disbursed Nước part"});
  // A heading too few, a row alone, a row that breaks off, what ends a sentence.
  CHECK(told(title, {"Năm", "Giải ngân (USD)", "2017", "5", "400", "2018", "7", "300"}, body).empty());
  CHECK(told(title, {"Năm", "Số dự án", "Giải ngân (USD)", "2017", "5", "400"}, body).empty());
  CHECK(told(title, {"Năm", "Số dự án", "Giải ngân (USD)", "2017", "5", "400", "2018", "7"}, body).empty());
  CHECK(told(title, {"Năm", "Số dự án", "Giải ngân (USD):", "2017", "5", "400", "2018", "7", "300"}, body).empty());
}

TEST_CASE("a plan is expected") {
  CHECK(told(kTitle, {"Lĩnh vực\tKế hoạch giải ngân năm 2020 (USD)", "Y tế\t50.000"}) ==
        Words{"50000 USD disbursed 2020 Y tế expected"});
}

TEST_CASE("what a project costs is of its term, what was paid out of the table's year") {
  CHECK(told("Viện trợ của các tổ chức PCPNN năm 2018 (đơn vị tính: USD)",
             {"Tổ chức tài trợ\tThời gian\tTổng vốn viện trợ\tGiải ngân", "CARE\t2017 - 2019\t210.000\t78.500",
              "Plan\tChưa rõ\t90.000\t12.000"}) == Words{"210000 USD 2017/2019 CARE", "90000 USD 2018 Plan",
                                                         "78500 USD disbursed 2018 CARE",
                                                         "12000 USD disbursed 2018 Plan"});
}

TEST_CASE("of a long paragraph above a table the sentence that leads to it names the unit") {
  std::string lead = "Trong 5 năm";
  for (int i = 0; i < 40; ++i) lead += ", tỉnh tiếp nhận viện trợ";
  CHECK(told(lead + ". Cụ thể từng năm về viện trợ PCPNN như bảng dưới (đvt: USD):",
             {"Năm\tGiải ngân", "2009\t4.480.000", "2010\t5.120.000"}) ==
        Words{"2009", "2010", "4480000 USD disbursed 2009", "5120000 USD disbursed 2010"});
}

}  // namespace trichluc
