#include "pipeline/store/corrections/correction_fields.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include "extractors/decimal.h"
#include "pipeline/store/corrections/office_list.h"
#include "pipeline/text/normalize.h"

namespace trichluc::store {
namespace {

using Fields = std::vector<CorrectableField>;

const CorrectableField kSection{"section", "section", ValueForm::kClosed, {"body", "caption", "table", "related"}};

Fields with_shared(Fields fields) {
  const Fields shared{
      {"low", "low", ValueForm::kNumber},
      {"high", "high", ValueForm::kNumber},
      {"qualifier", "qualifier", ValueForm::kClosed, {"exact", "over", "under", "about", "at_least", "up_to"}},
      {"kind", "kind", ValueForm::kClosed, {"", "stock", "flow", "cumulative"}},
      {"certainty", "certainty", ValueForm::kClosed, {"reported", "expected"}},
      {"place", "place", ValueForm::kPlace},
      {"scope", "scope"},
      {"period", "period", ValueForm::kPeriod},
      {"per", "per", ValueForm::kClosed, {"", "year"}},
      {"part_of", "part_of", ValueForm::kFact},
      kSection};
  fields.insert(fields.end(), shared.begin(), shared.end());
  return fields;
}

const std::map<std::string_view, Fields>& all_fields() {
  static const std::map<std::string_view, Fields> fields{
      {"count", with_shared({{"value", "value", ValueForm::kNumber},
                             {"of", "counted", ValueForm::kName},
                             {"status",
                              "status",
                              ValueForm::kClosed,
                              {"", "operating", "registered", "newly_registered", "ended", "donor", "attending",
                               "honored", "other"}}})},
      {"aid_value",
       with_shared({{"amount", "value", ValueForm::kNumber},
                    {"currency", "currency", ValueForm::kCurrency},
                    {"stage", "stage", ValueForm::kClosed, {"disbursed", "committed", "received", "unspecified"}},
                    {"sector", "sector"},
                    {"donor", "donor"},
                    {"recipient", "recipient"}})},
      {"share",
       {{"percent", "value", ValueForm::kNumber}, {"label", "label"}, {"of", "part_of", ValueForm::kFact}, kSection}},
      {"date", {{"value", "value", ValueForm::kPeriod}, kSection}},
      {"official",
       {{"name", "name", ValueForm::kRequired},
        {"honorific", "honorific"},
        {"positions", "positions", ValueForm::kPositions},
        {"meeting_role", "role", ValueForm::kClosed, {"chair", "speaker", "reporter", "attendee", "mentioned"}},
        kSection}},
      {"legal_document",
       {{"kind", "legal_kind", ValueForm::kRequired},
        {"number", "legal_number"},
        {"date", "period", ValueForm::kPeriod},
        {"issuer", "issuer"},
        kSection}}};
  return fields;
}

tl::unexpected<Error> unfit(std::string_view field, const std::string& value, const Message& wanted) {
  const std::string said(field);
  return fail(ErrorCode::kBadArguments,
              {said + ": \"" + value + "\" does not fit; give " + wanted.en,
               said + ": \"" + value + "\" không hợp; hãy ghi " + wanted.vi},
              said + "=" + value);
}

std::optional<int> number_in(std::string_view digits, std::size_t size) {
  if (digits.size() != size) return std::nullopt;
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_day(int year, int month, int day) {
  using namespace std::chrono;
  return year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                        std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

// "2019", "2019-04", "2019-04-10".
bool is_date(std::string_view words) {
  const auto year = number_in(words.substr(0, 4), 4);
  if (!year || *year < 1900 || *year > 2100) return false;
  if (words.size() == 4) return true;
  const auto month = words.size() >= 7 && words[4] == '-' ? number_in(words.substr(5, 2), 2) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return false;
  if (words.size() == 7) return true;
  const auto day = words[7] == '-' ? number_in(words.substr(8), 2) : std::nullopt;
  return day && is_day(*year, *month, *day);
}

// A day of a year that is not known; the 29th of February is one.
bool is_yearless(std::string_view words) {
  if (words.size() != 7 || words.substr(0, 2) != "--" || words[4] != '-') return false;
  const auto month = number_in(words.substr(2, 2), 2);
  const auto day = number_in(words.substr(5, 2), 2);
  return month && day && is_day(2000, *month, *day);
}

Message one_of(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words) {
    if (!word.empty()) list += (list.empty() ? "" : ", ") + std::string(word);
  }
  return {"one of: " + list, "một trong: " + list};
}

Result<std::string> checked_place(const std::string& value, const KnownNames& known) {
  if (known.places.contains(value)) return value;
  std::string loose = text::fold_to_ascii(value);
  if (loose.starts_with("tinh ")) loose.erase(0, 5);
  std::optional<std::string> found;
  for (const std::string& place : known.places) {
    if (text::fold_to_ascii(place) != loose) continue;
    if (found) return unfit("place", value, {"it with its accents: " + place, "có dấu: " + place});
    found = place;
  }
  if (found) return *found;
  return unfit("place", value,
               {"the full name of a province or city that the dictionaries know, or Việt Nam",
                "tên đầy đủ của tỉnh, thành phố có trong từ điển, hoặc Việt Nam"});
}

// Each has a title, and where a place is given it is one that is known.
Result<std::string> checked_positions(const CorrectableField& field, const std::string& value,
                                      const KnownNames& known) {
  std::vector<Office> offices = offices_in(value);
  for (Office& office : offices) {
    if (office.title.empty() || office.place.find('|') != std::string::npos) {
      return unfit(field.name, value,
                   {"title|organisation|place for each office, with ; between, the title at least",
                    "chức danh|tổ chức|địa danh cho từng chức vụ, cách nhau bằng ; và phải có chức danh"});
    }
    if (office.place.empty()) continue;
    auto place = checked_place(office.place, known);
    if (!place) return place;
    office.place = std::move(*place);
  }
  if (offices.empty()) return unfit(field.name, value, {"a value: it cannot be unknown", "một giá trị"});
  return office_list(offices);
}

Result<std::string> checked_number(const CorrectableField& field, const std::string& value) {
  const auto number = parse_plain_decimal(value);
  if (!number) {
    return unfit(field.name, value,
                 {"plain digits with a point as the decimal mark, such as 286000000 or 41.3",
                  "chữ số liền, dấu chấm là dấu thập phân, ví dụ 286000000 hoặc 41.3"});
  }
  if (field.name == "value" && !number->is_integer()) {
    return unfit(field.name, value, {"a whole number", "số nguyên"});
  }
  return number->to_string();
}

bool is_name(const std::string& value) {
  return value.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
}

Result<std::string> checked_by_form(const CorrectableField& field, const std::string& value, const KnownNames& known) {
  switch (field.form) {
    case ValueForm::kNumber:
      return checked_number(field, value);
    case ValueForm::kPeriod:
      if (is_period(value)) return value;
      return unfit(field.name, value,
                   {"a date or period in ISO 8601, such as 2019-04-10, 2018-07, 2018, 2023-01/2023-08, 2016/..",
                    "ngày hoặc thời gian theo ISO 8601, ví dụ 2019-04-10, 2018-07, 2018, 2023-01/2023-08, 2016/.."});
    case ValueForm::kPlace:
      return checked_place(value, known);
    case ValueForm::kPositions:
      return checked_positions(field, value, known);
    case ValueForm::kCurrency:
      if (known.currencies.contains(value)) return value;
      return unfit(field.name, value, {"a code of ISO 4217, such as USD or VND", "mã ISO 4217, ví dụ USD hoặc VND"});
    case ValueForm::kName:
      if (is_name(value)) return value;
      return unfit(field.name, value, {"small letters and _, such as ngo", "chữ thường và _, ví dụ ngo"});
    case ValueForm::kFact: {
      constexpr std::size_t kDigits = 16;
      const bool is_id = value.size() == kDigits && value.find_first_not_of("0123456789abcdef") == std::string::npos;
      if (is_id) return value;
      return unfit(field.name, value, {"the whole id of a fact, 16 digits", "mã đầy đủ của bản ghi, 16 chữ số"});
    }
    default:
      return value;
  }
}

}  // namespace

const std::vector<CorrectableField>& correctable_fields(std::string_view type) {
  static const Fields kNone;
  const auto found = all_fields().find(type);
  return found == all_fields().end() ? kNone : found->second;
}

const CorrectableField* correctable_field(std::string_view type, std::string_view name) {
  for (const CorrectableField& field : correctable_fields(type)) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

bool is_period(std::string_view words) {
  if (is_yearless(words)) return true;
  const std::size_t slash = words.find('/');
  if (slash == std::string_view::npos) return is_date(words);
  const std::string_view first = words.substr(0, slash);
  const std::string_view last = words.substr(slash + 1);
  if (!is_date(first)) return false;
  return last == ".." || (is_date(last) && first <= last);
}

Result<std::string> checked_value(const CorrectableField& field, const std::string& value, const KnownNames& known) {
  if (field.form == ValueForm::kClosed) {
    if (std::find(field.words.begin(), field.words.end(), value) != field.words.end()) return value;
    return unfit(field.name, value, one_of(field.words));
  }
  const bool needed = field.form == ValueForm::kRequired || field.form == ValueForm::kPositions ||
                      field.name == "currency" || field.name == "percent" || field.column == "counted" ||
                      (field.name == "value" && field.form == ValueForm::kPeriod);
  if (value.empty() && needed) return unfit(field.name, value, {"a value: it cannot be unknown", "một giá trị"});
  if (value.empty()) return value;
  return checked_by_form(field, value, known);
}

Result<std::string> checked_metadata(const std::string& field, const std::string& value) {
  if (field == "published") {
    if (value.empty() || (is_date(value))) return value;
    return unfit(field, value, {"a date such as 2019-04-10, 2019-04 or 2019", "ngày, ví dụ 2019-04-10, 2019-04, 2019"});
  }
  for (const std::string_view known : {"title", "publisher", "author"}) {
    if (field == known) return value;
  }
  return fail(ErrorCode::kBadArguments,
              {"a document has no field \"" + field + "\"; it has title, publisher, author, published",
               "tài liệu không có trường \"" + field + "\"; chỉ có title, publisher, author, published"},
              field + "=" + value);
}

Result<std::vector<FieldValue>> field_values(const std::vector<std::string>& words) {
  std::vector<FieldValue> values;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail(ErrorCode::kBadArguments,
                  {"give field=value, such as value=486", "hãy ghi trường=giá-trị, ví dụ value=486"}, word);
    }
    FieldValue one{word.substr(0, equals), word.substr(equals + 1)};
    for (const FieldValue& other : values) {
      if (other.field != one.field) continue;
      return fail(ErrorCode::kBadArguments, {"the field stands here twice", "trường này có hai lần"}, word);
    }
    values.push_back(std::move(one));
  }
  return values;
}

}  // namespace trichluc::store
