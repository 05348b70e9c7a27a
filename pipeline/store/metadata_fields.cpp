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
  static const std::vector<MetadataField> kFields{
      {"ma_phong", "Mã phông"},
      {"ten_phong", "Tên phông"},
      {"ma_ho_so", "Mã hồ sơ"},
      {"tieu_de_ho_so", "Tiêu đề hồ sơ"},
      {"thoi_han_luu_tru", "Thời hạn lưu trữ", FieldForm::kText, "thoi_han_bao_quan"},
      {"muc_do_tiep_can", "Mức độ tiếp cận", FieldForm::kText, "che_do_su_dung"},
      {"ngon_ngu", "Ngôn ngữ"},
      {"thoi_gian_bat_dau", "Thời gian bắt đầu", FieldForm::kDate},
      {"thoi_gian_ket_thuc", "Thời gian kết thúc", FieldForm::kDate},
      {"tu_khoa", "Từ khóa"},
      {"tong_so_tai_lieu", "Tổng số tài liệu trong hồ sơ", FieldForm::kNumber, "tong_so_van_ban"},
      {"so_luong_to", "Số lượng tờ", FieldForm::kNumber, "so_to"},
      {"so_luong_trang", "Số lượng trang", FieldForm::kNumber, "so_trang"},
      {"tinh_trang_vat_ly", "Tình trạng vật lý"},
      {"ky_hieu_thong_tin", "Ký hiệu thông tin"},
      {"muc_do_tin_cay", "Mức độ tin cậy"},
      {"ma_ho_so_giay", "Mã hồ sơ gốc giấy"},
      {"che_do_du_phong", "Chế độ lập tài liệu lưu trữ dự phòng"},
      {"tinh_trang_du_phong", "Tình trạng lập tài liệu lưu trữ dự phòng"},
      {"ghi_chu", "Ghi chú"},
      {"ma_tai_lieu", "Mã lưu trữ của tài liệu", FieldForm::kText, "ma_luu_tru"},
      {"so_thu_tu", "Số thứ tự trong hồ sơ", FieldForm::kNumber},
      {"ten_loai", "Tên loại tài liệu", FieldForm::kText, "ten_loai_van_ban"},
      {"so_tai_lieu", "Số của tài liệu", FieldForm::kText, "so_van_ban"},
      {"ky_hieu", "Ký hiệu của tài liệu"},
      {"ngay_thang_nam", "Ngày, tháng, năm", FieldForm::kDate},
      {"co_quan_ban_hanh", "Cơ quan ban hành"},
      {"trich_yeu", "Trích yếu nội dung", FieldForm::kText, "trich_yeu_noi_dung"},
      {"but_tich", "Bút tích"},
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
    if (name == field.name || name == field.also || name == column_name(field.title)) return &field;
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
