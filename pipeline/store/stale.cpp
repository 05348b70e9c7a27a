#include "pipeline/store/stale.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

#include "pipeline/store/documents.h"

namespace trichluc::store {
namespace {

struct StampedPage {
  std::int64_t document;
  std::int64_t number;
};

bool is_recognised(const std::string& origin) {
  return origin == "ocr" || origin == "mixed" || origin == "failed";
}

std::string version_in(const std::string& fingerprint) {
  const std::string program = fingerprint.substr(0, fingerprint.find(" | "));
  return program.substr(program.find(' ') + 1);  // "trichluc 0.1.0"
}

bool is_chosen(const std::string& fingerprint, const std::string& now, const RerunChoice& choice) {
  if (choice.stale && essence(fingerprint) != essence(now)) return true;
  return !choice.older_than.empty() && is_older(version_in(fingerprint), choice.older_than);
}

std::vector<StampedPage> chosen_pages(Database& database, const RerunChoice& choice, const Fingerprints& now) {
  std::vector<StampedPage> pages;
  Statement row = database.prepare(
      "SELECT p.document, number, origin, fingerprint FROM pages AS p JOIN documents AS d USING (document) "
      "WHERE d.state <> 'withdrawn' ORDER BY p.document, number");
  while (row.step()) {
    const std::string origin = row.text(2);
    const std::string& present = is_recognised(origin) ? now.recognised_pages : now.text_pages;
    const bool again = (choice.failed && origin == "failed") || is_chosen(row.text(3), present, choice);
    if (again) pages.push_back({row.integer(0), row.integer(1)});
  }
  return pages;
}

std::vector<std::int64_t> chosen_facts(Database& database, const RerunChoice& choice, const Fingerprints& now) {
  std::vector<std::int64_t> documents;
  Statement row =
      database.prepare("SELECT document, facts_fingerprint FROM documents WHERE state = 'done' ORDER BY document");
  while (row.step()) {
    if (is_chosen(row.text(1), now.facts, choice)) documents.push_back(row.integer(0));
  }
  return documents;
}

std::vector<std::string> refused_paths(Database& database) {
  std::set<std::string> paths;
  Statement row = database.prepare(
      "SELECT coalesce((SELECT p.path FROM paths AS p WHERE p.container IS NULL AND "
      "substr(f.path, 1, length(p.path) + 1) = p.path || '/' LIMIT 1), f.path) FROM failures AS f WHERE page = 0");
  while (row.step()) paths.insert(row.text(0));
  return {paths.begin(), paths.end()};
}

void take_away(Database& database, const std::vector<StampedPage>& pages) {
  Statement remove = database.prepare("DELETE FROM pages WHERE document = ? AND number = ?");
  Statement mark = database.prepare("UPDATE documents SET state = 'reading' WHERE document = ?");
  for (const StampedPage& page : pages) {
    remove.bind(page.document).bind(page.number).run();
    mark.bind(page.document).run();
  }
}

}  // namespace

bool is_older(const std::string& version, const std::string& than) {
  const auto parts_of = [](const std::string& words) {
    std::vector<int> parts;
    std::istringstream stream(words);
    for (std::string part; std::getline(stream, part, '.');) parts.push_back(std::atoi(part.c_str()));
    while (!parts.empty() && parts.back() == 0) parts.pop_back();
    return parts;
  };
  return parts_of(version) < parts_of(than);
}

std::vector<std::int64_t> stale_documents(Database& database, const Fingerprints& now, Stage stage) {
  RerunChoice choice;
  choice.stale = true;
  if (stage == Stage::kFacts) return chosen_facts(database, choice, now);
  std::vector<std::int64_t> documents;
  for (const StampedPage& page : chosen_pages(database, choice, now)) {
    if (documents.empty() || documents.back() != page.document) documents.push_back(page.document);
  }
  return documents;
}

Result<RerunPlan> plan_rerun(Archive& archive, const RerunChoice& choice, const Fingerprints& now) {
  RerunPlan plan;
  const auto planned = archive.write([&](Database& database) {
    take_away(database, chosen_pages(database, choice, now));
    Statement row = database.prepare("SELECT document FROM documents WHERE state = 'reading' ORDER BY document");
    while (row.step()) plan.pages.push_back(row.integer(0));
    plan.facts = chosen_facts(database, choice, now);
    if (choice.failed) plan.paths = refused_paths(database);
    Statement again = database.prepare("UPDATE paths SET complete = 0 WHERE path = ?");
    for (const std::string& path : plan.paths) again.bind(path).run();
  });
  if (!planned) return tl::unexpected(planned.error());
  return plan;
}

}  // namespace trichluc::store
