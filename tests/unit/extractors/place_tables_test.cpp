// What the tables of places and ministries say together: every province has its place in time.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extractors/lexicon/table_files.h"
#include "extractors/resolve/place_in_time.h"
#include "tests/real_dictionaries.h"

namespace trichluc {
namespace {

struct Unit {
  std::string id;
  std::string name;
  std::string from;
  std::string until;  // "9999" while in force
  std::vector<std::string> successors;
};

std::vector<std::string> ids_of(std::string list) {
  std::vector<std::string> ids;
  while (!list.empty()) {
    const std::size_t end = list.find(", ");
    ids.push_back(list.substr(0, end));
    list = end == std::string::npos ? "" : list.substr(end + 2);
  }
  return ids;
}

std::vector<Unit> units_of(const std::string& table) {
  const Lexicon& lexicon = real_dictionaries().table(table);
  std::vector<Unit> units;
  for (const Entry& entry : lexicon.entries()) {
    const std::string until(lexicon.value(entry, "until"));
    units.push_back({entry.form, std::string(lexicon.value(entry, "name")), std::string(lexicon.value(entry, "from")),
                     until.empty() ? "9999" : until, ids_of(std::string(lexicon.value(entry, "successors")))});
  }
  return units;
}

// ISO days compare as text.
std::vector<Unit> in_force(const std::string& day) {
  std::vector<Unit> units = units_of("provinces");
  std::erase_if(units, [&](const Unit& unit) { return unit.from > day || unit.until < day; });
  return units;
}

// "2025-06-30": "2025-07-01".
std::string day_after(const std::string& iso) {
  const auto number = [&](std::size_t at, std::size_t length) { return std::stoi(iso.substr(at, length)); };
  const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  const std::chrono::year_month_day next{std::chrono::sys_days{day} + std::chrono::days{1}};
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(static_cast<int>(next.year())) + "-" + two(static_cast<unsigned>(next.month())) + "-" +
         two(static_cast<unsigned>(next.day()));
}

CalendarSpan year(int number) {
  return {{number, 0, 0}, std::nullopt, false};
}

TEST_CASE("the number of provinces is that of history") {
  const std::map<std::string, std::size_t> counted = {
      {"1976-08-01", 38}, {"1979-01-01", 39}, {"1980-01-01", 40}, {"1990-01-01", 44}, {"1992-01-01", 53},
      {"1998-01-01", 61}, {"2005-01-01", 64}, {"2010-01-01", 63}, {"2025-06-30", 63}, {"2025-07-01", 34}};
  for (const auto& [day, count] : counted) {
    CAPTURE(day);
    CHECK(in_force(day).size() == count);
  }
}

TEST_CASE("each of the 63 provinces goes on in exactly one of the 34") {
  std::set<std::string> today;
  for (const Unit& unit : in_force("2025-07-01")) today.insert(unit.id);
  std::set<std::string> reached;
  for (const Unit& unit : in_force("2025-06-30")) {
    CAPTURE(unit.id);
    const bool unchanged = today.count(unit.id) > 0;
    CHECK(unit.successors.size() == (unchanged ? 0 : 1));
    reached.insert(unchanged ? unit.id : unit.successors.front());
  }
  CHECK(reached == today);
}

TEST_CASE("a province ends the day before its successors begin") {
  std::map<std::string, std::string> begins;
  for (const Unit& unit : units_of("provinces")) begins.emplace(unit.id, unit.from);
  for (const Unit& unit : units_of("provinces")) {
    CAPTURE(unit.id);
    CHECK(unit.from < unit.until);
    CHECK(unit.successors.empty() == (unit.until == "9999"));
    for (const std::string& id : unit.successors) {
      CAPTURE(id);
      REQUIRE(begins.count(id) == 1);
      CHECK(day_after(unit.until) == begins.at(id));
    }
  }
}

TEST_CASE("no name of a province is in force twice on one day") {
  const std::vector<Unit> units = units_of("provinces");
  for (const Unit& unit : units) {
    for (const Unit& other : units) {
      CAPTURE(unit.id, other.id);
      if (other.id != unit.id && other.name == unit.name) CHECK((other.until < unit.from || unit.until < other.from));
    }
  }
}

TEST_CASE("every province that begins after the mergers has a predecessor") {
  std::set<std::string> follows;
  const std::vector<Unit> units = units_of("provinces");
  for (const Unit& unit : units) follows.insert(unit.successors.begin(), unit.successors.end());
  for (const Unit& unit : units) {
    CAPTURE(unit.id);
    CHECK((unit.from < "1976-07" || follows.count(unit.id) == 1));
  }
}

TEST_CASE("codes of provinces are unique on every day") {
  const Lexicon& lexicon = real_dictionaries().table("provinces");
  for (const std::string day : {"2005-01-01", "2010-01-01", "2025-06-30", "2025-07-01"}) {
    std::set<std::string> codes;
    std::size_t units = 0;
    for (const Entry& entry : lexicon.entries()) {
      const std::string until(lexicon.value(entry, "until"));
      if (lexicon.value(entry, "from") > day || (!until.empty() && until < day)) continue;
      CAPTURE(day, entry.form);
      CHECK(lexicon.value(entry, "code").size() == 2);
      codes.insert(std::string(lexicon.value(entry, "code")));
      ++units;
    }
    CHECK(codes.size() == units);
  }
}

TEST_CASE("the words for places and the register of provinces know the same names") {
  std::set<std::string> words;
  const Lexicon& places = real_dictionaries().table("places");
  for (const Entry& entry : places.entries()) {
    if (places.value(entry, "kind") != "country") words.insert(std::string(places.value(entry, "name")));
  }
  std::set<std::string> names;
  for (const Unit& unit : units_of("provinces")) names.insert(unit.name);
  CHECK(words == names);
}

TEST_CASE("parts of the country have the names that planning and the press give them", "[regions]") {
  const std::map<std::string, std::vector<std::string>> forms = {
      {"Tây Nguyên", {"tây nguyên", "vùng tây nguyên"}},
      {"Đồng bằng sông Cửu Long", {"đồng bằng sông cửu long", "đbscl", "tây nam bộ", "miền tây nam bộ"}},
      {"Đồng bằng sông Hồng", {"đồng bằng sông hồng", "đbsh"}},
      {"Trung du và miền núi phía Bắc",
       {"trung du và miền núi phía bắc", "trung du, miền núi phía bắc", "trung du và miền núi bắc bộ",
        "miền núi phía bắc", "miền núi, biên giới phía bắc"}},
      {"Đông Bắc", {"đông bắc bộ", "vùng đông bắc"}},
      {"Tây Bắc", {"tây bắc", "vùng tây bắc"}},
      {"Bắc Trung Bộ", {"bắc trung bộ", "bắc miền trung"}},
      {"Duyên hải Nam Trung Bộ", {"nam trung bộ", "duyên hải nam trung bộ"}},
      {"Duyên hải miền Trung", {"duyên hải miền trung"}},
      {"Bắc Trung Bộ và duyên hải miền Trung", {"bắc trung bộ và duyên hải miền trung"}},
      {"Miền Trung và Tây Nguyên", {"miền trung và tây nguyên", "miền trung - tây nguyên", "miền trung, tây nguyên"}},
      {"Đông Nam Bộ", {"đông nam bộ", "miền đông nam bộ"}},
      {"Miền Bắc", {"miền bắc", "phía bắc", "khu vực phía bắc"}},
      {"Miền Trung", {"miền trung"}},
      {"Miền Nam", {"miền nam", "phía nam", "khu vực phía nam"}},
      {"Bắc Bộ", {"bắc bộ"}},
      {"Trung Bộ", {"trung bộ"}},
      {"Nam Bộ", {"nam bộ"}},
  };
  const Lexicon& regions = real_dictionaries().table("regions");
  std::map<std::string, std::vector<std::string>> known;
  for (const Entry& entry : regions.entries()) known[std::string(regions.value(entry, "name"))].push_back(entry.form);
  for (const auto& [name, list] : forms) {
    CAPTURE(name);
    CHECK(std::set<std::string>(list.begin(), list.end()) ==
          std::set<std::string>(known[name].begin(), known[name].end()));
  }
  CHECK(known.size() == forms.size());
}

TEST_CASE("every district lies in a province of before July 2025") {
  std::set<std::string> names;
  for (const Unit& unit : in_force("2024-12-31")) names.insert(unit.name);
  const ProvinceRegister provinces(real_dictionaries().table("provinces"));
  const Lexicon& districts = real_dictionaries().table("districts");
  CHECK(districts.entries().size() > 400);
  for (const Entry& entry : districts.entries()) {
    CAPTURE(entry.form);
    CHECK(names.count(provinces.holder(districts.value(entry, "province"), year(2024))) == 1);
  }
}

TEST_CASE("ministries that ended went on in others and proposed ones were never in force") {
  const Lexicon& lexicon = real_dictionaries().table("ministries");
  const std::vector<Unit> units = units_of("ministries");
  std::set<std::string> ids;
  for (const Unit& unit : units) ids.insert(unit.id);
  std::size_t proposed = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    CAPTURE(units[i].id);
    for (const std::string& id : units[i].successors) CHECK(ids.count(id) == 1);
    if (lexicon.value(lexicon.entries()[i], "status") == "proposed") {
      ++proposed;
      CHECK(units[i].from.empty());
      CHECK(units[i].until == "9999");
    } else {
      CHECK(units[i].from < units[i].until);
      CHECK(units[i].successors.empty() == (units[i].until == "9999"));
    }
  }
  CHECK(proposed >= 3);
}

TEST_CASE("every line of every table names its source") {
  const auto check = check_tables(TRICHLUC_ROOT "/dictionaries/vi");
  REQUIRE(check.has_value());
  for (const Error& fault : check->faults) {
    CAPTURE(fault.where, fault.what.en);
    CHECK(fault.where.empty());
  }
  CHECK(check->tables > 30);
  CHECK(check->lines > 4000);
}

TEST_CASE("a name is replaced only where the same land had another name") {
  const ProvinceRegister provinces(real_dictionaries().table("provinces"));
  CHECK(provinces.renamed("Huế", year(2019)) == "Thừa Thiên Huế");
  CHECK(provinces.renamed("Thừa Thiên Huế", year(2026)) == "Huế");
  CHECK(provinces.renamed("Huế", year(2025)) == "Huế");
  CHECK(provinces.renamed("Hà Tây", year(2015)) == "Hà Tây");  // a part of Hà Nội then
  CHECK(provinces.renamed("Hậu Giang", year(1991)) == "Hậu Giang");
  CHECK(provinces.renamed("Hậu Giang", year(1998)) == "Hậu Giang");  // none was: as told
  CHECK(provinces.renamed("Bình Dương", {}) == "Bình Dương");
  CHECK(provinces.renamed("Atlantis", year(2000)) == "Atlantis");
}

TEST_CASE("the province that holds a land follows mergers and splits that are clear") {
  const ProvinceRegister provinces(real_dictionaries().table("provinces"));
  CHECK(provinces.holder("Bình Dương", year(2010)) == "Bình Dương");
  CHECK(provinces.holder("Bình Dương", year(2026)) == "Thành phố Hồ Chí Minh");
  CHECK(provinces.holder("Bình Dương", year(1993)) == "Sông Bé");
  CHECK(provinces.holder("Đà Nẵng", year(1995)) == "Quảng Nam - Đà Nẵng");
  CHECK(provinces.holder("Quảng Ngãi", year(1985)) == "Nghĩa Bình");
  CHECK(provinces.holder("Kon Tum", CalendarSpan{{2025, 7, 1}, std::nullopt, false}) == "Quảng Ngãi");
  CHECK(provinces.holder("Kon Tum", CalendarSpan{{2020, 0, 0}, CalendarPoint{2025, 0, 0}, false}) == "Kon Tum");
}

}  // namespace
}  // namespace trichluc
