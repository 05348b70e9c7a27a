// The titles behind a name: after a comma, a dash, in brackets, behind "là", "được bầu làm", on the line below.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/official/name.h"
#include "extractors/official/position.h"
#include "extractors/reading.h"

namespace trichluc {

class TitlesBehind {
 public:
  // The reading must outlive it.
  explicit TitlesBehind(const Reading& reading) : reading_(reading), tokens_(reading.tokens()) {}

  // Of the name that ends at this token; empty where none follows. `titled`: it has offices before it.
  std::vector<ReadPosition> read(std::size_t at, bool titled = false) const;
  // The same, and further ones behind semicolons.
  std::vector<ReadPosition> read_several(std::size_t at) const;
  // "…, sinh năm 1940; quê quán: …; nguyên Bí thư Tỉnh ủy": of the name that ends at this token.
  std::vector<ReadPosition> read_behind_life(std::size_t at) const;
  // Without any mark: "bà Anna Berg Giám đốc quốc gia Sóng Xanh", a row of a list set with blanks.
  std::vector<ReadPosition> beside(std::size_t at) const;
  // The foreigner who is named behind these titles: "Đại sứ Hoa Kỳ tại Việt Nam Marc Knapper".
  std::optional<PersonName> foreign_name(const std::vector<ReadPosition>& positions, std::size_t at) const;
  // "Thống đốc bang Durango, Jose A. hôm nay cho biết".
  std::optional<PersonName> foreigner_behind_comma(const ReadPosition& office, std::size_t at) const;
  std::optional<PersonName> name_behind_dash(std::size_t at) const;
  // "Giám đốc Quỹ Hoa Sen, bà A": one past the capitals that are the body's and no person's, or `at`.
  // The person named behind an office.
  std::optional<PersonName> holder(const ReadPosition& office, std::size_t at) const;
  std::size_t past_name_of_fund(const ReadPosition& office, std::size_t at) const;
  // "được bầu làm", "đều giữ chức".
  bool is_copula(std::size_t at) const;
  // "từng kinh qua các chức vụ …".
  bool holds_several(std::size_t at) const { return after_offices_held(at) > at; }
  // One past the copula at this token.
  std::size_t after_copula(std::size_t at) const;

  // "…, Phó Thủ tướng kiêm Bộ trưởng B": do a further office and a name follow these?
  bool lead_to_next(const std::vector<ReadPosition>& behind) const;

  // "Thư ký đồng chí B": is the office that of one who serves the person named behind it?
  bool serves_person(const ReadPosition& read) const;

 private:
  bool runs_into_ministry(const PersonName& name) const;
  bool names_school(const ReadPosition& office, std::size_t at) const;
  bool same_paragraph(std::size_t a, std::size_t b) const;
  std::optional<std::size_t> after_joint(std::size_t at, bool first) const;
  std::optional<std::size_t> office_below(std::size_t at) const;
  std::size_t after_unknown_office(std::size_t at) const;
  bool goes_on_below(std::size_t at) const;
  std::size_t after_dashes(std::size_t at) const;
  std::size_t after_adverb(std::size_t at) const;
  std::size_t after_offices_held(std::size_t at) const;
  std::size_t person_served(const ReadPosition& read) const;
  void take_person_served(ReadPosition& read) const;
  bool is_of_country(std::size_t at) const;
  bool serves_office(const ReadPosition& read) const;
  bool two_words_end(std::size_t at, bool titled) const;
  bool names_ward(const ReadPosition& read) const;
  bool take_name_of_body(std::vector<ReadPosition>& read, bool first, std::size_t mark, bool titled) const;
  bool name_closed_by_dash(const ReadPosition& read) const;
  void take_two_words(ReadPosition& read) const;
  void take_behind_semicolon(std::vector<ReadPosition>& all) const;
  bool is_unnamed_holder(std::size_t at) const;
  bool is_moved_to(std::size_t at) const;
  bool joins(std::size_t at) const;
  bool ends_office(std::size_t at) const;
  void drop_last_chain(std::vector<ReadPosition>& read) const;
  void take_further_cells(std::vector<ReadPosition>& read) const;
  void take_village(ReadPosition& read) const;
  bool opens_name(const std::vector<ReadPosition>& positions) const;

  const Reading& reading_;
  const std::vector<Token>& tokens_;
};

}  // namespace trichluc
