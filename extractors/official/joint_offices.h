// Offices that are said once for several persons: "Các ông A, B và C được bầu làm Phó Chủ tịch".
#pragma once

#include <vector>

#include "extractors/official/mention.h"
#include "extractors/official/office_words.h"
#include "extractors/reading.h"

namespace trichluc {

class JointOffices {
 public:
  // Both must outlive it. `found`: the persons so far; the last one is the one whose offices have just been read.
  JointOffices(const Reading& reading, std::vector<Mention>& found)
      : reading_(reading), words_(reading), found_(found) {}

  // "các đồng chí: A, B, Phó Chủ tịch UBND tỉnh".
  void share_with_named_together(const std::vector<ReadPosition>& positions);
  // "bầu bà A, Giám đốc Sở X và ông B, Bí thư Huyện ủy Y giữ chức Phó Chủ tịch".
  void share_with_partners();
  // "Các ông A, B và C được bầu làm Phó Chủ tịch".
  void share_with_list(const std::vector<ReadPosition>& positions);
  // "ông A lên thay ông B làm Chủ tịch X": does the one named before the person at this token have the office too?
  bool succeeds(std::size_t first) const;
  void give_successor(const std::vector<ReadPosition>& behind);
  // "bổ nhiệm ông A giữ chức Giám đốc Sở X, thay ông B nghỉ hưu": the one named last had the office that A is given.
  void take_office_of_successor(Mention& replaced) const;

 private:
  bool in_list_of_several(std::size_t at) const;
  bool is_given(const Mention& mention, const ReadPosition& read) const;
  bool stands_beside(const Mention& before, const Mention& behind) const;
  bool share_respectively();
  bool each_is_addressed(std::size_t first, const ReadPosition& given) const;
  bool is_joined(const Mention& before, const Mention& behind) const;

  const Reading& reading_;
  OfficeWords words_;
  std::vector<Mention>& found_;
};

}  // namespace trichluc
