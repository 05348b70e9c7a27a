// From one normalised document to its settled candidates: every extractor, overlaps settled, context resolved. The one
// entry to the extractors; deterministic, and nothing in it knows today's date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/candidate.h"
#include "extractors/fact.h"
#include "extractors/lexicon/dictionaries.h"
#include "extractors/number/number_line.h"
#include "pipeline/text/normalize.h"

namespace trichluc {

// What is known of the document outside its text; empty where it is not.
struct Hints {
  std::string source_name;     // file name or URL
  std::string published_meta;  // the value of a publication-date element
  std::string url;
  std::string title;
  std::string publisher;
  std::string author;
};

// A date of the document itself, with the words that give it (empty span: from the hints).
struct DatedRole {
  std::string role;   // published, signed, printed, crawled, header
  std::string value;  // ISO 8601
  bool chosen = false;
  Span span;
};

// Where a field of the frame stands; a field may have several.
struct HeaderProof {
  std::string field;  // as in the record: "agency", "number", …
  Span in_raw;        // of the text as read
};

// The frame of an administrative document (Nghị định 30/2020/NĐ-CP, before it Thông tư 01/2011/TT-BNV and Thông tư liên
// tịch 55/2005/TTLT-BNV-VPCP).
struct HeaderFields {
  std::string agency, superior, number, place, date, kind, subject, signer, capacity;
  std::vector<std::string> recipients;
  std::vector<HeaderProof> proofs;
};

struct Extraction {
  std::vector<Candidate> candidates;  // in order of the text
  std::vector<Rejection> rejections;  // in order of the text
  std::optional<Meeting> meeting;
  std::vector<DatedRole> dates;  // ranked, the chosen one first
  std::optional<HeaderFields> header;
  std::string title, publisher, author;
  std::string published;            // the chosen publication date, empty: unknown
  std::vector<NumberLine> numbers;  // every number of the text, where asked for
};

// How much is told: the facts, or also what became of every number of the text (number/ledger.h).
enum class Detail { kFacts, kNumbers };

Extraction extract(const text::NormalizedText& text, const Dictionaries& dictionaries, const Hints& hints,
                   Detail detail = Detail::kFacts);

// Name and version of every extractor, "money v1", stored with every record.
std::vector<std::string> extractor_versions();

}  // namespace trichluc
