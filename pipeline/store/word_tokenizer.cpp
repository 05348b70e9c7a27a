#include "pipeline/store/word_tokenizer.h"

#include <sqlite3.h>

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "pipeline/store/index_words.h"

namespace trichluc::store {
namespace {

using Take = int (*)(void*, int, const char*, int, int, int);

int take_word(void* context, Take take, const IndexWord& word) {
  const auto give = [&](int flags, const std::string& term) {
    return take(context, flags, term.data(), static_cast<int>(term.size()), static_cast<int>(word.span.begin),
                static_cast<int>(word.span.end));
  };
  const int code = give(0, word.key);
  return code != SQLITE_OK || !can_bear_marks(word.plain) ? code : give(FTS5_TOKEN_COLOCATED, kPlainMark + word.plain);
}

int take_terms(void* context, Take take, std::string_view terms) {
  for (std::size_t begin = 0; begin < terms.size();) {
    const std::size_t end = std::min(terms.find(' ', begin), terms.size());
    if (end > begin) {
      const int code = take(context, 0, terms.data() + begin, static_cast<int>(end - begin), static_cast<int>(begin),
                            static_cast<int>(end));
      if (code != SQLITE_OK) return code;
    }
    begin = end + 1;
  }
  return SQLITE_OK;
}

WordReader* reader_of(Fts5Tokenizer* tokenizer) {
  return reinterpret_cast<WordReader*>(tokenizer);
}

int create(void*, const char**, int, Fts5Tokenizer** made) {
  auto* reader = new (std::nothrow) WordReader;
  *made = reinterpret_cast<Fts5Tokenizer*>(reader);
  return reader == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

void destroy(Fts5Tokenizer* tokenizer) {
  delete reader_of(tokenizer);
}

// The parameters are those that SQLite asks for.
// NOLINTNEXTLINE(readability-function-size)
int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size, Take take) {
  try {
    const std::string_view words(text == nullptr ? "" : text, text == nullptr ? 0 : static_cast<std::size_t>(size));
    const bool opaque = !words.empty() && words.front() == kOpaqueMark;
    if (opaque || (flags & FTS5_TOKENIZE_QUERY) != 0) return take_terms(context, take, words);
    for (const IndexWord& word : reader_of(tokenizer)->read(words)) {
      const int code = take_word(context, take, word);
      if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
  } catch (const std::exception&) {
    return SQLITE_NOMEM;  // no exception may pass through SQLite
  }
}

fts5_api* api_of(sqlite3* database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

int add_to(sqlite3* database, char**, const sqlite3_api_routines*) {
  fts5_api* api = api_of(database);
  if (api == nullptr) return SQLITE_OK;  // without FTS5 everything but search works
  fts5_tokenizer tokenizer{create, destroy, tokenize};
  return api->xCreateTokenizer(api, "trichluc", nullptr, &tokenizer, nullptr);
}

}  // namespace

void provide_word_tokenizer() {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(add_to));
}

}  // namespace trichluc::store
