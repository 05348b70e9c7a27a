// Which of the dates told around a count or an aid value is its own: in brackets behind it, before it in its sentence,
// right behind it, in the sentences before, in the heading.
#pragma once

#include <algorithm>
#include <vector>

#include "extractors/reading.h"
#include "extractors/resolve/statement.h"
#include "extractors/resolve/years.h"

namespace trichluc {

// All three must outlive the choice; statements and dates stand in the order of the text.
class DateChoice {
 public:
  using Dates = std::vector<SettledDate>::const_iterator;

  DateChoice(const Reading& reading, const std::vector<Statement>& statements, const std::vector<SettledDate>& dates);

  // The statement's date, or null.
  const SettledDate* choose(const Statement& statement, bool stock) const;
  // As many figures as dates before "lần lượt": each has the one in its place.
  const SettledDate* told_in_turn(const Statement& statement) const;
  const SettledDate* promised_for(const Statement& statement) const;
  bool belongs_behind(const Statement& statement, const SettledDate& before, const SettledDate& after,
                      bool stock) const;
  const SettledDate* term_behind(const Statement& statement, const SettledDate& before) const;
  const SettledDate* told_above(const Statement& statement, bool stock) const;

  // The first date at or behind this token.
  Dates dates_from(std::size_t token) const;
  bool in_sentence(const SettledDate& date, std::size_t sentence) const;
  // What is compared with, and what has no use as a period.
  bool is_aside(const SettledDate& date) const;
  bool is_measured_by(std::size_t first) const;
  bool is_origin(const SettledDate& date) const;
  bool is_time_of_saying(std::size_t first) const;
  bool is_time_of_opening(std::size_t first) const;
  bool stands_in_other_part(const Statement& statement, const SettledDate& date) const;
  bool tells_own_time(const SettledDate& date) const;
  bool speaks_of_whole_year(const Statement& statement) const;

 private:
  // Is there another statement, begun in the sentence of `from` or later and before `to`, that `fits`?
  template <class Fits>
  bool any_statement(std::size_t from, std::size_t to, Fits fits) const {
    const std::size_t begin = reading_.sentence_of(from).first;
    auto at = std::lower_bound(statements_.begin(), statements_.end(), begin,
                               [](const Statement& s, std::size_t token) { return s.first < token; });
    for (; at != statements_.end() && at->first < to; ++at) {
      if (fits(*at)) return true;
    }
    return false;
  }

  const SettledDate* bracketed_behind(const Statement& statement) const;
  const SettledDate* in_time_line(const Statement& statement) const;
  const SettledDate* in_lead(const Statement& statement, bool stock) const;
  const SettledDate* term_of_programme_above(const Statement& statement) const;
  bool closes_with_year(const Statement& statement) const;
  bool tells_whole_year(std::size_t from, const Statement& statement) const;
  bool is_day_of_event(const SettledDate& date, bool stock) const;
  const SettledDate* in_brackets_after(const Statement& statement) const;
  const SettledDate* right_after(const Statement& statement) const;
  bool closer_after(const Statement& statement, const SettledDate& before) const;
  const SettledDate* nearest_before(const Statement& statement, std::size_t sentence, bool stock) const;
  bool stands_behind_other(const SettledDate& date, const Statement& statement) const;
  bool belongs_to_other(const SettledDate& date, const Statement& statement) const;
  bool lends_to_later(const SettledDate& date) const;
  bool goes_on_with_paragraph(std::size_t paragraph) const;
  bool closes_quoted_name(const SettledDate& date, const Statement& statement) const;
  bool dates_now(const SettledDate* told, const SettledDate& now) const;
  bool is_term_of_programmes(const SettledDate& date) const;
  static bool is_committed(const Statement& statement);
  bool is_told_within(const SettledDate& date) const;
  bool is_of_occasion(std::size_t first) const;
  bool is_time_of_disaster(std::size_t first) const;
  bool is_new_term(std::size_t at) const;
  bool is_of_part_alone(std::size_t first) const;
  bool stands_behind_any(const SettledDate& date) const;
  bool is_term_of_other_item(const SettledDate& date, const Statement& statement) const;
  bool is_of_other_bracket(const SettledDate& date, const Statement& statement) const;
  bool is_close_behind(std::size_t figure, std::size_t date) const;
  bool is_object_of(const Statement& statement, const Statement& other) const;
  const SettledDate* later_in_sentence(const Statement& statement) const;
  const SettledDate* in_heading(const Statement& statement) const;

  const Reading& reading_;
  const std::vector<Statement>& statements_;
  const std::vector<SettledDate>& dates_;
  std::vector<const SettledDate*> headings_;  // years and periods told in headings
};

}  // namespace trichluc
