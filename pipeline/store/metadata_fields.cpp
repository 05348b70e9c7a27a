#include "pipeline/store/metadata_fields.h"

#include <algorithm>
#include <array>

#include "pipeline/text/normalize.h"

namespace trichluc::store {
namespace {

struct NamedColumn {
  std::string_view name;
  DocumentColumn column;
};
constexpr std::array<NamedColumn, 10> kDocumentColumns{{{"path", DocumentColumn::kPath},
                                                        {"duong_dan", DocumentColumn::kPath},
                                                        {"tep_tin", DocumentColumn::kPath},
                                                        {"file", DocumentColumn::kPath},
                                                        {"name", DocumentColumn::kFileName},
                                                        {"file_name", DocumentColumn::kFileName},
                                                        {"ten_tep", DocumentColumn::kFileName},
                                                        {"ten_tep_tin", DocumentColumn::kFileName},
                                                        {"sha256", DocumentColumn::kSha256},
                                                        {"ma_bam", DocumentColumn::kSha256}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string> digit_runs(std::string_view value, std::string_view separators) {
  std::vector<std::string> runs(1);
  for (const char c : value) {
    if (separators.find(c) != std::string_view::npos) {
      runs.emplace_back();
    } else if (is_digit(c)) {
      runs.back() += c;
    } else {
      return {};
    }
  }
  return runs;
}

bool is_between(const std::string& digits, int least, int most) {
  if (digits.empty() || digits.size() > 4) return false;
  const int number = std::stoi(digits);
  return number >= least && number <= most;
}

std::string two_digits(const std::string& digits) {
  return digits.size() == 1 ? "0" + digits : digits;
}

std::optional<std::string> date_value(std::string_view value) {
  std::vector<std::string> parts = digit_runs(value, "/-.");
  if (parts.empty() || parts.size() > 3) return std::nullopt;
  if (parts.front().size() != 4) std::reverse(parts.begin(), parts.end());
  if (parts[0].size() != 4 || !is_between(parts[0], 1000, 2999)) return std::nullopt;
  std::string date = parts[0];
  constexpr std::array<int, 3> kMost{0, 12, 31};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].size() > 2 || !is_between(parts[i], 1, kMost[i])) return std::nullopt;
    date += "-" + two_digits(parts[i]);
  }
  return date;
}

// "1.250" as a spreadsheet shows it.
std::optional<std::string> number_value(std::string_view value) {
  const std::vector<std::string> runs = digit_runs(value, ".");
  if (runs.empty() || runs.front().empty()) return std::nullopt;
  std::string number = runs.front();
  for (std::size_t i = 1; i < runs.size(); ++i) {
    if (runs[i].size() != 3) return std::nullopt;
    number += runs[i];
  }
  return number;
}

}  // namespace

const std::vector<MetadataField>& metadata_fields() {
  using Form = FieldForm;
  static const std::vector<MetadataField> kFields{
      {"ma_phong", "Mã phông"},
      {"ten_phong", "Tên phông"},
      {"ma_ho_so", "Mã hồ sơ", Form::kText, {"fileCode", "arcFileCode"}},
      {"tieu_de_ho_so", "Tiêu đề hồ sơ", Form::kText, {"title"}},
      {"thoi_han_luu_tru", "Thời hạn lưu trữ", Form::kText, {"maintenance", "thoi_han_bao_quan"}},
      {"muc_do_tiep_can", "Chế độ sử dụng", Form::kText, {"mode"}},
      {"ngon_ngu", "Ngôn ngữ", Form::kText, {"language"}},
      {"thoi_gian_bat_dau", "Thời gian bắt đầu", Form::kDate, {"startDate"}},
      {"thoi_gian_ket_thuc", "Thời gian kết thúc", Form::kDate, {"endDate"}},
      {"tu_khoa", "Từ khóa", Form::kText, {"keyword"}},
      {"tong_so_tai_lieu", "Tổng số tài liệu trong hồ sơ", Form::kNumber, {"totalDoc", "tong_so_van_ban"}},
      {"so_luong_to", "Số lượng tờ", Form::kNumber, {"numberOfPaper", "so_to"}},
      {"so_luong_trang", "Số lượng trang", Form::kNumber, {"numberOfPage", "so_trang"}},
      {"tinh_trang_vat_ly", "Tình trạng vật lý", Form::kText, {"format"}},
      {"ky_hieu_thong_tin", "Ký hiệu thông tin", Form::kText, {"inforSign"}},
      {"muc_do_tin_cay", "Mức độ tin cậy", Form::kText, {"confidenceLevel"}},
      {"ma_ho_so_giay", "Mã hồ sơ gốc giấy", Form::kText, {"paperFileCode"}},
      {"che_do_du_phong", "Chế độ dự phòng", Form::kText, {"riskRecovery", "che_do_lap_tai_lieu_luu_tru_du_phong"}},
      {"tinh_trang_du_phong",
       "Tình trạng dự phòng",
       Form::kText,
       {"riskRecoveryStatus", "tinh_trang_lap_tai_lieu_luu_tru_du_phong"}},
      {"ghi_chu", "Ghi chú", Form::kText, {"description"}},
      {"ma_dinh_danh", "Mã định danh tài liệu", Form::kText, {"docId"}},
      {"ma_tai_lieu", "Mã lưu trữ của tài liệu", Form::kText, {"docCode", "arcDocCode", "ma_luu_tru"}},
      {"so_thu_tu", "Số thứ tự trong hồ sơ", Form::kNumber, {"docOrdinal"}},
      {"ten_loai", "Tên loại tài liệu", Form::kText, {"typeName", "ten_loai_van_ban"}},
      {"so_tai_lieu", "Số của tài liệu", Form::kText, {"codeNumber", "so_van_ban"}},
      {"ky_hieu", "Ký hiệu của tài liệu", Form::kText, {"codeNotation"}},
      {"ngay_thang_nam", "Ngày, tháng, năm tài liệu", Form::kDate, {"issuedDate"}},
      {"co_quan_ban_hanh", "Cơ quan, tổ chức, cá nhân ban hành", Form::kText, {"organName"}},
      {"trich_yeu", "Trích yếu nội dung", Form::kText, {"subject", "trich_yeu_noi_dung"}},
      {"but_tich", "Bút tích", Form::kText, {"autograph"}},
      {"quy_trinh_xu_ly", "Quy trình xử lý", Form::kText, {"process"}},
  };
  return kFields;
}

std::string column_name(std::string_view head) {
  std::string name;
  for (const char c : text::fold_to_ascii(head)) {
    const bool part = is_digit(c) || (c >= 'a' && c <= 'z');
    if (part) {
      name += c;
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  if (name.ends_with('_')) name.pop_back();
  return name;
}

const MetadataField* metadata_field(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const MetadataField& field : metadata_fields()) {
    const auto is_name = [&](std::string_view also) { return name == column_name(also); };
    if (name == field.name || is_name(field.title)) return &field;
    if (std::any_of(field.also.begin(), field.also.end(), is_name)) return &field;
  }
  return nullptr;
}

std::optional<DocumentColumn> document_column(std::string_view name) {
  for (const NamedColumn& known : kDocumentColumns) {
    if (known.name == name) return known.column;
  }
  return std::nullopt;
}

std::optional<std::string> metadata_value(const MetadataField& field, std::string_view value) {
  switch (field.form) {
    case FieldForm::kNumber:
      return number_value(value);
    case FieldForm::kDate:
      return date_value(value);
    case FieldForm::kText:
      break;
  }
  return text::to_nfc(value);
}

}  // namespace trichluc::store
