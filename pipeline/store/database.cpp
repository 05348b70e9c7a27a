#include "pipeline/store/database.h"

#include <sqlite3.h>

namespace trichluc::store {
namespace {

constexpr int kPatience = 10000;  // milliseconds that a reader waits for a writer

FaultKind kind_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return FaultKind::kFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return FaultKind::kReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FaultKind::kBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return FaultKind::kDamaged;
    default:
      return FaultKind::kOther;
  }
}

[[noreturn]] void throw_fault(sqlite3* database, int code) {
  const std::string what = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  throw DatabaseFault(kind_of(code), what);
}

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK) throw_fault(database, code);
}

// A path as the part of a URI: everything but letters, digits and a few signs is escaped.
std::string uri_of(const std::filesystem::path& file) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/._-";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += {'%', kDigits[byte >> 4U], kDigits[byte & 0x0FU]};
    }
  }
  return uri;
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  check(database_, sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

Statement& Statement::bind(std::string_view text) {
  check(database_, sqlite3_bind_text64(statement_, ++bound_, text.data() == nullptr ? "" : text.data(), text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_or_null_in_place(std::string_view text) {
  if (text.empty()) return bind_null();
  check(database_, sqlite3_bind_text64(statement_, ++bound_, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  check(database_, sqlite3_bind_int64(statement_, ++bound_, number));
  return *this;
}

Statement& Statement::bind(double number) {
  check(database_, sqlite3_bind_double(statement_, ++bound_, number));
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  check(database_, sqlite3_bind_blob64(statement_, ++bound_, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_null() {
  check(database_, sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    const std::string what = sqlite3_errmsg(database_);
    sqlite3_reset(statement_);
    throw DatabaseFault(kind_of(code), what);
  }
  sqlite3_reset(statement_);
  bound_ = 0;
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

Statement& Statement::reset() {
  sqlite3_reset(statement_);
  bound_ = 0;
  return *this;
}

std::string Statement::text(int column) const {
  return std::string(text_in_place(column));
}

std::string_view Statement::text_in_place(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Database::Database(const std::filesystem::path& file, OpenMode mode) {
  const bool write = mode == OpenMode::kWrite;
  const std::string uri = uri_of(file) + (mode == OpenMode::kReadUnchanging ? "?immutable=1" : "");
  const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                    (write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  check(opened, code);
  sqlite3_busy_timeout(opened, kPatience);
}

void Database::execute(const std::string& sql) {
  check(database_.get(), sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(database_.get());
}

std::int64_t Database::changed_rows() const {
  return sqlite3_changes64(database_.get());
}

Transaction::~Transaction() {
  if (done_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const DatabaseFault&) {
    // A full disk has rolled it back already.
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  done_ = true;
}

}  // namespace trichluc::store
