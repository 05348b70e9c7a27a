#include "extractors/official/official_extractor.h"

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

#include "extractors/official/merge.h"
#include "extractors/official/readable_body.h"
#include "pipeline/text/normalize.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

struct Part {
  std::string words;
  text::Section section = text::Section::kBody;
};

text::NormalizedText paragraphs(std::initializer_list<Part> parts) {
  text::LaidOut laid_out;
  for (const Part& part : parts) {
    const std::size_t begin = laid_out.raw.size();
    laid_out.raw += part.words + "\n";
    laid_out.paragraphs.push_back({{{begin, begin + part.words.size()}}, part.section});
  }
  return text::NormalizedText(std::move(laid_out));
}

std::vector<OfficialFact> officials(std::initializer_list<Part> parts) {
  const text::NormalizedText text = paragraphs(parts);
  std::vector<OfficialFact> facts;
  for (const Candidate& candidate : OfficialExtractor().read(Reading(text, real_dictionaries())).candidates) {
    facts.push_back(std::get<OfficialFact>(candidate.fact));
  }
  return facts;
}

std::vector<std::string> texts(const OfficialFact& fact) {
  std::vector<std::string> all;
  for (const Position& position : fact.positions) all.push_back(position.text);
  return all;
}

}  // namespace

TEST_CASE("a person named several times is one official with the fullest positions") {
  const auto found = officials({{"Ông Trịnh Văn Bảo, Giám đốc Sở Ngoại vụ tỉnh Hà Giang phát biểu."},
                                {"Theo Giám đốc Trịnh Văn Bảo, tỉnh cần thêm vốn."},
                                {"Ông Bảo chủ trì buổi họp."}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "Trịnh Văn Bảo");
  CHECK(found[0].honorific == "ông");
  CHECK(texts(found[0]) == std::vector<std::string>{"Giám đốc Sở Ngoại vụ tỉnh Hà Giang"});
  CHECK(found[0].positions[0].place == "Hà Giang");
  CHECK(found[0].meeting_role == "chair");
}

TEST_CASE("a name that no table knows and nobody addresses is less sure, one word least of all") {
  const auto confidence = [](const std::string& words) {
    const text::NormalizedText text = paragraphs({{words}});
    const auto found = OfficialExtractor().read(Reading(text, real_dictionaries())).candidates;
    return found.size() == 1 ? found[0].confidence : 0;
  };
  constexpr double kSure = 0.9;
  CHECK(confidence("Bộ trưởng Ngoại giao Na Uy Oskar Brenik tới Hà Nội.") < kSure);
  CHECK(confidence("Ông Oskar Brenik, Bộ trưởng Ngoại giao Na Uy, tới Hà Nội.") >= kSure);
  CHECK(confidence("Phó Giám đốc Sở Y tế Trần Minh tới Hà Nội.") >= kSure);
  CHECK(confidence("Tổng thống Brenik tới Hà Nội.") < confidence("Tổng thống Oskar Brenik tới Hà Nội."));
}

TEST_CASE("a list line by line has the role that its heading tells") {
  const auto found = officials({{"Tham dự hội nghị có:"},
                                {"- Ông Lê Bá Tuấn, Giám đốc Sở Y tế;"},
                                {"1. Đại diện Sở Ngoại vụ:"},
                                {"- Bà Hà Thị Sen, Phó Giám đốc Sở Ngoại vụ."},
                                {"Chủ trì:"},
                                {"PGS.TS Vũ Trí Hòa – Viện trưởng Viện Chăn nuôi"},
                                {"Nội dung: các đơn vị báo cáo."},
                                {"Ông Mai Văn Thụ, Chủ tịch UBND huyện gửi thư."}});
  REQUIRE(found.size() == 4);
  CHECK(found[0].meeting_role == "attendee");
  CHECK(found[1].meeting_role == "attendee");
  CHECK(found[2].meeting_role == "chair");
  CHECK(found[3].meeting_role == "mentioned");
}

TEST_CASE("a table's cells tell a second office and the body of the first") {
  const auto found = officials({{"1\tÔng Lê Minh Hoan\tPhó Chủ tịch UBND tỉnh\tTrưởng ban"},
                                {"2   Hà Sơn        Phó Giám đốc     Sở Ngoại vụ     Tổ phó"},
                                {"| 3 | Danh Út | Chủ tịch Hội Nông dân tỉnh |"},
                                {"4\tBà Lê Thị Na\tGiám đốc Sở Y tế\tTrần Văn Tư"}});
  REQUIRE(found.size() == 4);
  CHECK(texts(found[0]) == std::vector<std::string>{"Phó Chủ tịch UBND tỉnh", "Trưởng ban"});
  CHECK(texts(found[1]) == std::vector<std::string>{"Phó Giám đốc Sở Ngoại vụ", "Tổ phó"});
  CHECK(texts(found[2]) == std::vector<std::string>{"Chủ tịch Hội Nông dân tỉnh"});
  CHECK(texts(found[3]) == std::vector<std::string>{"Giám đốc Sở Y tế"});
}

TEST_CASE("each of two signers has the side that stands above the title") {
  const auto found = officials({{"ĐẠI DIỆN SỞ NGOẠI VỤ          THAY MẶT TỔ CHỨC SÓNG XANH"},
                                {"GIÁM ĐỐC                      TRƯỞNG ĐẠI DIỆN"},
                                {"Lê Minh Hoan                  Peter Holm"}});
  REQUIRE(found.size() == 2);
  CHECK(texts(found[0]) == std::vector<std::string>{"Giám đốc Sở Ngoại vụ"});
  CHECK(found[1].positions[0].organization == "Tổ chức sóng xanh");
}

TEST_CASE("minutes list those who came line by line, group by group") {
  const auto found = officials({{"Hôm nay, ngày 24 tháng 3 năm 2006, tại trạm cấp nước, chúng tôi gồm có:"},
                                {"A- ĐẠI DIỆN BAN QUẢN LÝ DỰ ÁN"},
                                {"1. Ông: Hà Văn Tựu     Chức vụ: Phó Chủ tịch UBND huyện"},
                                {"2. Bà : Lê Thị Dậu     Chức vụ: Kế toán"},
                                {"B- ĐẠI DIỆN NHÀ TÀI TRỢ"},
                                {"1. Ông: Pieter Berg    Chức vụ: Quản lý dự án tổ chức Nước Nguồn"},
                                {"II. NỘI DUNG"},
                                {"- Ông Mai Văn Thụ, Giám đốc Sở Y tế, có thư gửi đến."}});
  REQUIRE(found.size() >= 3);
  CHECK(found.front().meeting_role == "attendee");
  CHECK(found[found.size() - 2].meeting_role == "attendee");
  CHECK(found.back().meeting_role == "mentioned");
}

TEST_CASE("the head of a speech tells who holds it") {
  const auto found = officials({{"PHÁT BIỂU KHAI MẠC"}, {"của đồng chí Hà Văn Sương, Phó Chủ tịch UBND tỉnh"}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].meeting_role == "speaker");
  const auto list = officials({{"DANH SÁCH ĐƠN VỊ"}, {"của đồng chí Hà Văn Sương, Phó Chủ tịch UBND tỉnh"}});
  REQUIRE(list.size() == 1);
  CHECK(list[0].meeting_role == "mentioned");
}

TEST_CASE("a line that only ends with a colon gives nobody a role") {
  const auto found = officials({{"Các đơn vị thực hiện:"}, {"- Ông Lê Bá Tuấn, Giám đốc Sở Y tế;"}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].meeting_role == "mentioned");
}

TEST_CASE("titles joined by kiêm share the body that follows") {
  const auto found = officials({{"Phó Chủ tịch kiêm Tổng Thư ký Hội Nông dân tỉnh Lai Châu Lò Văn Phúc điều hành"}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) ==
        std::vector<std::string>{"Phó Chủ tịch Hội Nông dân tỉnh Lai Châu", "Tổng Thư ký Hội Nông dân tỉnh Lai Châu"});
}

TEST_CASE("a body's short name is written out where the document defines it") {
  const auto found = officials(
      {{"Hội Bảo trợ người nghèo tỉnh Cà Mau (Hội) họp ngày 3/4."}, {"Bà Lê Thị Sen, Chủ tịch Hội phát biểu."}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Chủ tịch Hội Bảo trợ người nghèo tỉnh Cà Mau"});
}

TEST_CASE("a slip of print in a known body is mended in the position") {
  const auto found = officials({{"Ông Đỗ Văn Tấn, Phó Chủ tịch Liên hiệp cá tổ chức hữu nghị Việt Nam"}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Phó Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam"});
}

TEST_CASE("the last title before the next name is the next person's") {
  const auto found = officials({{"Ông Đỗ Văn Tấn, Chủ tịch UBND tỉnh và Giám đốc Sở Y tế Lê Thị Sen cùng dự"}});
  REQUIRE(found.size() == 2);
  CHECK(texts(found[0]) == std::vector<std::string>{"Chủ tịch UBND tỉnh"});
  CHECK(texts(found[1]) == std::vector<std::string>{"Giám đốc Sở Y tế"});
}

TEST_CASE("a district is told from the person named behind it") {
  const auto found = officials({{"Phó Chủ tịch UBND huyện Ba Tri Phan Tấn Tài và Chủ tịch UBND huyện Đinh Công Lý"}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Phan Tấn Tài");
  CHECK(texts(found[0]) == std::vector<std::string>{"Phó Chủ tịch UBND huyện Ba Tri"});
  CHECK(found[1].name == "Đinh Công Lý");
}

TEST_CASE("the signer of a document has the title above the name, not the one signed for") {
  const auto found = officials({{"KT. CHỦ TỊCH"}, {"PHÓ CHỦ TỊCH"}, {"NGUYỄN VĂN BÌNH"}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "Nguyễn Văn Bình");
  CHECK(texts(found[0]) == std::vector<std::string>{"Phó Chủ tịch"});
}

TEST_CASE("a signer without a body signs for the one at the head of the document") {
  const text::NormalizedText text = paragraphs({{"ỦY BAN NHÂN DÂN"},
                                                {"TỈNH QUẢNG BÌNH"},
                                                {"VĂN PHÒNG"},
                                                {"Số: 27/TB-VPUBND"},
                                                {"Quảng Bình, ngày 12 tháng 6 năm 2021"},
                                                {"THÔNG BÁO"},
                                                {"Kết luận cuộc họp về viện trợ"},
                                                {"KT. CHÁNH VĂN PHÒNG"},
                                                {"PHÓ CHÁNH VĂN PHÒNG"},
                                                {"Lưu Thành Đạt"}});
  const auto found = OfficialExtractor().read(Reading(text, real_dictionaries())).candidates;
  REQUIRE(found.size() == 1);
  const auto& fact = std::get<OfficialFact>(found[0].fact);
  CHECK(texts(fact) == std::vector<std::string>{"Phó Chánh Văn phòng Ủy ban nhân dân tỉnh Quảng Bình"});
  CHECK(fact.positions[0].place == "Quảng Bình");
  REQUIRE(found[0].inferred.size() == 1);
  CHECK(slice(text.shaped(), found[0].inferred[0].from) == "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG BÌNH");
  CHECK(slice(text.shaped(), found[0].span) == "KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nLưu Thành Đạt");
}

TEST_CASE("two signers side by side have the titles and bodies of their columns") {
  const auto found = officials(
      {{"TM. LIÊN HIỆP\tGIÁM ĐỐC"}, {"CHỦ TỊCH\tSỞ NGOẠI VỤ"}, {"(đã ký)\t(đã ký)"}, {"Mùa Thị Dung\tĐoàn Văn Lượng"}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Mùa Thị Dung");
  CHECK(texts(found[0]) == std::vector<std::string>{"Chủ tịch Liên hiệp"});
  CHECK(found[1].name == "Đoàn Văn Lượng");
  CHECK(texts(found[1]) == std::vector<std::string>{"Giám đốc Sở Ngoại vụ"});
}

TEST_CASE("a deputy whose title the line breaks is no head") {
  const auto found = officials({{"KT. GIÁM ĐỐC SỞ NGOẠI VỤ PHÓ"}, {"GIÁM ĐỐC"}, {"Trần Văn Minh"}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].positions.at(0).title == "Phó Giám đốc");
}

TEST_CASE("minutes are signed with the office below the name, and the chair is known by the word above") {
  const auto found = officials({{"        THƯ KÝ                               CHỦ TRÌ"},
                                {"    Nguyễn Thị Hạnh                       Trần Văn Minh"},
                                {"Phó Chánh Văn phòng Sở               Giám đốc Sở Ngoại vụ"}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].name == "Nguyễn Thị Hạnh");
  CHECK(found[0].positions.at(0).text == "Phó Chánh Văn phòng Sở");
  CHECK(found[0].meeting_role == "attendee");
  CHECK(found[1].positions.at(0).text == "Giám đốc Sở Ngoại vụ");
  CHECK(found[1].meeting_role == "chair");
}

TEST_CASE("signers in columns may be signed for, or be foreigners, but the clerk of the meeting holds no office") {
  const auto joint = officials({{"KT. BỘ TRƯỞNG\tKT. BỘ TRƯỞNG"},
                                {"BỘ TÀI CHÍNH\tBỘ NGOẠI GIAO"},
                                {"THỨ TRƯỞNG\tTHỨ TRƯỞNG"},
                                {"Trần Hữu Lợi\tPhạm Bình An"}});
  REQUIRE(joint.size() == 2);
  CHECK(texts(joint[0]) == std::vector<std::string>{"Thứ trưởng Bộ Tài chính"});
  CHECK(texts(joint[1]) == std::vector<std::string>{"Thứ trưởng Bộ Ngoại giao"});
  const auto agreement = officials({{"GIÁM ĐỐC\tGIÁM ĐỐC QUỐC GIA"}, {"Nguyễn Văn Hòa\tAnna Bergström"}});
  REQUIRE(agreement.size() == 2);
  CHECK(texts(agreement[1]) == std::vector<std::string>{"Giám đốc quốc gia"});
  CHECK(officials({{"THƯ KÝ\tCHỦ TRÌ"}, {"Phạm Thu Hà\tLê Minh Châu"}}).empty());
  CHECK(officials({{"Nguyễn Văn Hòa\tLê Minh Châu"}}).empty());
}

TEST_CASE("who signs for a named minister is of his ministry") {
  const auto found = officials({{"KT. BỘ TRƯỞNG BỘ NỘI VỤ"}, {"THỨ TRƯỞNG"}, {"Trần Hữu Lợi"}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Thứ trưởng Bộ Nội vụ"});
}

TEST_CASE("a minister who signs for an office is of no ministry") {
  const auto found = officials({{"VĂN PHÒNG CHÍNH PHỦ"},
                                {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                                {"Số: 81/VPCP-QHQT"},
                                {"Hà Nội, ngày 17 tháng 11 năm 2009"},
                                {"V/v tiếp nhận viện trợ"},
                                {"BỘ TRƯỞNG, CHỦ NHIỆM"},
                                {"Trần Hữu Lợi"}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Bộ trưởng", "Chủ nhiệm Văn phòng Chính phủ"});
}

TEST_CASE("a short name may be said to be one") {
  const auto found = officials({{"Liên hiệp các tổ chức hữu nghị tỉnh (sau đây gọi tắt là Liên hiệp) thống nhất."},
                                {"Bà Lò Thị Phương, Phó Chủ tịch Liên hiệp, phụ trách."}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Phó Chủ tịch Liên hiệp các tổ chức hữu nghị tỉnh"});
}

TEST_CASE("a form tells the office on the line below the name") {
  const auto found = officials({{"Họ và tên: Nguyễn Văn Hòa"}, {"Chức vụ: Giám đốc Trung tâm Y tế huyện Lệ Thủy"}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Giám đốc Trung tâm Y tế huyện Lệ Thủy"});
  CHECK(officials({{"Họ và tên: Nguyễn Văn Hòa"}, {"Chức vụ: không"}}).empty());
}

TEST_CASE("the writer of a letter has the titles below the name") {
  const auto found = officials({{"Rất mong được anh chị giúp đỡ."},
                                {"Trân trọng,"},
                                {"Mai Thị Thu Cúc"},
                                {"Phó Chủ tịch kiêm Tổng Thư ký"},
                                {"Hội Chữ thập đỏ tỉnh Trà Vinh"}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "Mai Thị Thu Cúc");
  CHECK(texts(found[0]) == std::vector<std::string>{"Phó Chủ tịch Hội Chữ thập đỏ tỉnh Trà Vinh",
                                                    "Tổng Thư ký Hội Chữ thập đỏ tỉnh Trà Vinh"});
}

TEST_CASE("lines under a name that is no line of its own, or that are no titles, make no writer") {
  CHECK(officials({{"Người lập biểu"}, {"Mai Thị Thu Cúc"}, {"Trưởng phòng của chúng tôi đi vắng tuần này."}}).empty());
  CHECK(officials({{"Danh sách gồm Mai Thị Thu Cúc"}, {"Giám đốc"}}).empty());
  // The title in capitals is the next signer's.
  const auto two = officials({{"Mai Thị Thu Cúc"}, {"TRƯỞNG PHÒNG"}, {"Đỗ Văn Thiện"}});
  REQUIRE(two.size() == 1);
  CHECK(two[0].name == "Đỗ Văn Thiện");
}

TEST_CASE("titles go on below a line that ends in a comma") {
  const auto found = officials({{"PHÁT BIỂU KHAI MẠC"},
                                {"của đồng chí Ninh Văn Thắng, Uỷ viên Ban Thường vụ Tỉnh uỷ,"},
                                {"Phó Chủ tịch UBND tỉnh Hà Nam"},
                                {"tại Hội nghị gặp mặt"}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Uỷ viên Ban Thường vụ Tỉnh uỷ", "Phó Chủ tịch UBND tỉnh Hà Nam"});
  const auto two = officials({{"Kính thưa ông Ninh Văn Thắng, Giám đốc Sở Y tế,"}, {"Chủ tịch Hội Đỗ Thị Ba,"}});
  REQUIRE(two.size() == 2);
  CHECK(texts(two[0]) == std::vector<std::string>{"Giám đốc Sở Y tế"});
}

TEST_CASE("what the text says of the signer goes before the head of the document") {
  const auto found = officials({{"UBND TỈNH LÀO CAI"},
                                {"BAN CHỈ ĐẠO CÔNG TÁC PHI CHÍNH PHỦ"},
                                {"Số: 9/BC-BCĐ"},
                                {"Lào Cai, ngày 6 tháng 5 năm 2020"},
                                {"BÁO CÁO"},
                                {"Kết quả công tác"},
                                {"Đồng chí Vàng Seo Lử, Trưởng ban Chỉ đạo, chủ trì."},
                                {"TRƯỞNG BAN"},
                                {"Vàng Seo Lử"}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Trưởng ban Chỉ đạo"});
}

TEST_CASE("a body printed in capitals is written as in running text") {
  const auto body = [](const char* capitals) { return readable_body(real_dictionaries(), capitals); };
  CHECK(body("UBND TỈNH HÒA BÌNH") == "Ủy ban nhân dân tỉnh Hòa Bình");
  CHECK(body("SỞ KẾ HOẠCH VÀ ĐẦU TƯ") == "Sở Kế hoạch và Đầu tư");
  CHECK(body("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI") == "Ủy ban nhân dân thành phố Hà Nội");
  CHECK(body("ỦY BAN NHÂN DÂN HUYỆN TÂN SƠN") == "Ủy ban nhân dân huyện Tân Sơn");
  CHECK(body("ỦY BAN NHÂN DÂN TÍNH SƠN LA") == "Ủy ban nhân dân tỉnh Sơn La");
}

TEST_CASE("a short name may have the country behind it, or the letters of another language") {
  const auto found =
      officials({{"Tổ chức GreenHands International (GHI, Đức) và Tổ chức Mái ấm Trẻ thơ (KWC) tài trợ."},
                 {"Ông Peter Vogel, Trưởng đại diện GHI tại Việt Nam, cùng bà Anna Roth, Giám đốc KWC."}});
  REQUIRE(found.size() == 2);
  CHECK(texts(found[0]) == std::vector<std::string>{"Trưởng đại diện Tổ chức GreenHands International tại Việt Nam"});
  CHECK(texts(found[1]) == std::vector<std::string>{"Giám đốc Tổ chức Mái ấm Trẻ thơ"});
}

TEST_CASE("the recogniser's slips in titles, bodies and dashes are mended") {
  const auto found = officials({{"Ông Vi Văn Chung —- Phó Chú tịch Úy ban nhân dân tỉnh Sơn La dự."}});
  REQUIRE(found.size() == 1);
  CHECK(texts(found[0]) == std::vector<std::string>{"Phó Chủ tịch Ủy ban nhân dân tỉnh Sơn La"});
}

TEST_CASE("by-lines, ranks and names of schools are no officials") {
  CHECK(officials({{"Nguyễn Văn Bình, Trưởng ban Bạn đọc", text::Section::kByline}}).empty());
  CHECK(officials({{"Đại tá Nguyễn Văn Bình đã đến thăm"}}).empty());
  CHECK(officials({{"Hiệu trưởng Trường THPT Lê Quý Đôn cho biết"}}).empty());
}

TEST_CASE("related articles keep their own officials") {
  const auto found = officials({{"Bà Lê Thị Sen, Giám đốc Sở Y tế phát biểu."},
                                {"Chủ tịch UBND tỉnh Lê Thị Sen tiếp khách", text::Section::kRelated}});
  REQUIRE(found.size() == 2);
  CHECK(found[0].positions.size() == 1);
}

TEST_CASE("a deputy is never merged with the head") {
  const Position head{"Chủ tịch", "UBND tỉnh", "", "Chủ tịch UBND tỉnh"};
  const Position deputy{"Phó Chủ tịch", "UBND tỉnh", "", "Phó Chủ tịch UBND tỉnh"};
  const Position standing{"Phó Chủ tịch Thường trực", "Ủy ban nhân dân tỉnh", "",
                          "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh"};
  CHECK_FALSE(is_part_of_position(real_dictionaries(), head, deputy));
  CHECK(is_part_of_position(real_dictionaries(), deputy, standing));
  CHECK_FALSE(is_part_of_position(real_dictionaries(), standing, deputy));
}

}  // namespace trichluc
