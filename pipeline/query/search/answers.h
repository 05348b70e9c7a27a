// A question as it is typed ("viện trợ Hà Giang năm 2022"), answered from the facts of an archive: no answer rather
// than a wrong one. Every word of it must be understood, the time and the place must be exactly the asked ones (of a
// stock the last day of the year, or else the last day within it that is told), and parts, expected values, side bars,
// values of one donor or sector are never the answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/result.h"
#include "pipeline/query/observation.h"
#include "pipeline/query/search/question.h"
#include "pipeline/query/search/search_query.h"
#include "pipeline/store/archive.h"

namespace trichluc {

struct Answer {
  std::string fact;  // facts.id
  std::string type;  // aid_value, count, official
  std::string value, currency, qualifier, status, place, period;
  std::string name, position;                      // of an official
  std::string document, source, title, publisher;  // who says so: the newest of them
  int page = 1;
  std::string quote;
  std::size_t start = 0, end = 0;              // code points of the page's text
  std::size_t sources = 1;                     // how many say the same; near duplicates are one
  std::vector<AppliedCorrection> corrections;  // that made it what it is
};

struct Answers {
  std::vector<Answer> found;  // newest source first
  bool differ = false;        // sources contradict each other: each value is told, none is the answer
};

// The index must be up to date (search_index.h); the reader is the one that has read the question.
Result<Answers> answer(store::Archive& archive, const Question& asked, const QuestionReader& reader);

// The query for what the question is about, without the words that only ask; nothing where signs of the query
// ("phrase", AND) say how to look, or where nothing is left out.
std::optional<SearchNode> content_of(const Question& asked, const SearchQuery& query);

}  // namespace trichluc
