// The words around an office that say whose it is: "bổ nhiệm … cho", "thôi giữ … đối với", "gồm:", "phu nhân".
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/reading.h"

namespace trichluc {

class OfficeWords {
 public:
  // The reading must outlive it. `first` is where an office begins, `at` the token behind it.
  explicit OfficeWords(const Reading& reading) : reading_(reading), tokens_(reading.tokens()) {}

  // "Phó Trưởng ban: …", "Giám đốc Sở là ông …", "Chủ tịch UBND tỉnh lúc bấy giờ là …": one past the words, or `at`.
  std::size_t after_naming(std::size_t first, std::size_t at) const;
  // "các", "hai", "3" before the office, perhaps with "đồng chí" or "đồng chí là" between.
  bool is_plural(std::size_t first) const;
  // "miễn nhiệm chức vụ …", "bầu bổ sung …", "bổ nhiệm …": an office that is given or taken.
  bool is_given_or_taken(std::size_t first) const;
  // "(, nhiệm kỳ 2016-2021 để nhận nhiệm vụ mới) đối với": one past it, or `at`.
  std::size_t is_about(std::size_t at) const;
  // "Phó Trưởng ban gồm …", "Các Phó Trưởng ban, gồm: …".
  bool lists(std::size_t at) const;
  // "Trước khi được bổ nhiệm làm Phó Giám đốc, ông A là Trưởng phòng": both are his.
  bool told_with_new_office(std::size_t t) const;
  // "Chiều 4-8, Chủ tịch Ủy ban X, ông A, Thứ trưởng …": the office opens the sentence, so that it is no other's whom
  // somebody met.
  bool opens_sentence(std::size_t first) const;
  // "Giám đốc Sở Nội vụ, ông A và các đơn vị liên quan chịu trách nhiệm thi hành": whom a decision binds, not one man.
  bool lists_duties(std::size_t at) const;
  // "Phu nhân Tổng thống X, bà A", "con gái Chủ tịch nước, cô B": the office is of her husband or father.
  bool is_of_family(std::size_t first) const;
  // "trao quyết định bổ nhiệm Giám đốc Sở X cho ông A", "… Phó Chánh án cho các ông A và B": where the person stands,
  // or `at`. "giao Giám đốc Sở X cho ông A nghỉ phép" gives a task.
  std::size_t is_handed_to(std::size_t first, std::size_t at) const;

 private:
  // "Hai Phó Chủ tịch được bầu là ông A và ông B": where "là" or "gồm" stands, or `at`.
  std::size_t past_choosing(std::size_t at) const;
  // "miễn nhiệm các chức danh: Trưởng ban X với bà A; Trưởng ban Y với ông B".
  bool is_listed(std::size_t first) const;
  // "thôi tham gia Ban Thường vụ, Ban Chấp hành, Phó Chủ tịch Hội đối với ông A".
  bool is_left(std::size_t first) const;
  // One past "gồm", "gồm có:", "gồm các đồng chí:".
  std::size_t into_list(std::size_t at) const;
  // "đối với 4 đại biểu, gồm các ông …", "đối với 2 đồng chí: …": where the list begins, or `at`.
  std::size_t past_number(std::size_t at) const;

  const Reading& reading_;
  const std::vector<Token>& tokens_;
};

}  // namespace trichluc
