#include "pipeline/query/archive_order.h"

namespace trichluc {

DocumentPlaces load_document_places(store::Database& database) {
  DocumentPlaces places;
  auto row = database.prepare(
      "SELECT document FROM effective_documents WHERE state = 'done' ORDER BY published = '', published, id");
  while (row.step()) {
    const auto place = static_cast<std::int64_t>(places.size());
    places.emplace(row.integer(0), place);
  }
  return places;
}

}  // namespace trichluc
