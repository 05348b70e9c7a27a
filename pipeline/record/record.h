// What the program gives out: facts with their proof. A record without evidence cannot be made (see evidence.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/candidate.h"
#include "pipeline/source/document.h"

namespace trichluc {

// One place on one page that states the fact. `start` and `end` count Unicode code points of that page's text as read;
// `text` is exactly that slice; `boxes` are PDF points, one a line of text, empty where the source has no geometry.
struct Evidence {
  int page = 1;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text;
  std::string repaired;  // `text` with the recogniser's slips mended; empty: nothing was
  std::vector<Box> boxes;
};

struct InferredField {
  std::string field;
  std::string value;
  int page = 1;
  std::size_t start = 0;
  std::size_t end = 0;
};

struct Record {
  std::string id;       // hash of document, type, key values and first evidence position
  Fact fact;            // indices in part_of / of are resolved in the two ids below
  std::string part_of;  // id, empty: none
  std::string share_of;
  double confidence = 0;
  std::string section;             // body, caption, table, related
  std::vector<Evidence> evidence;  // never empty, best first
  std::vector<InferredField> inferred;
  std::string rule;
  std::vector<std::string> dictionary_lines;
  std::vector<std::string> notes;
};

struct RejectedReading {
  Evidence evidence;
  std::string rule;
  std::string reason;
};

// What became of one number of the document (extractors/number/ledger.h).
struct NumberAccount {
  Evidence number;
  std::string words;   // around the number, as read
  std::string record;  // id of the record it is in, empty: refused
  std::string rule;
  std::string reason;
};

struct DocumentDate {
  std::string role;  // published, signed, printed, crawled, header
  std::string value;
  bool chosen = false;
  std::vector<Evidence> evidence;
};

// The frame of an administrative document (Nghị định 30/2020/NĐ-CP).
struct AdministrativeHeader {
  std::string agency, superior, number, place, date, kind, subject, signer, capacity;
  std::vector<std::string> recipients;
  std::map<std::string, std::vector<Evidence>> evidence;  // by field; fields that are empty have none
};

// One document read to the end, or refused.
struct DocumentRecords {
  std::string source;
  std::optional<Error> error;  // set: nothing below holds
  Document document;
  std::string title, publisher, author, published;
  std::vector<DocumentDate> dates;
  std::optional<AdministrativeHeader> header;
  std::optional<Meeting> meeting;
  std::vector<Record> records;
  std::vector<RejectedReading> rejected;
  std::vector<NumberAccount> numbers;  // every number, where asked for
};

}  // namespace trichluc
