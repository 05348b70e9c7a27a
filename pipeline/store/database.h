// SQLite behind values: statements, transactions, errors. Its .cpp is the only file that sees SQLite.
//
// Inside this stage a failed statement throws DatabaseFault, so that a transaction of twenty statements reads as one;
// Archive turns it into an Error at the border, and nothing outside the stage sees it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace trichluc::store {

enum class FaultKind { kFull, kReadOnly, kBusy, kDamaged, kOther };

struct DatabaseFault : std::runtime_error {
  DatabaseFault(FaultKind fault_kind, const std::string& what) : std::runtime_error(what), kind(fault_kind) {}
  FaultKind kind;
};

// One prepared statement; parameters are bound in order, then rows are stepped through. For one thread at a time.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  Statement& bind(std::string_view text);
  Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
  Statement& bind(const char* text) { return bind(std::string_view(text)); }
  Statement& bind(std::int64_t number);
  Statement& bind(int number) { return bind(static_cast<std::int64_t>(number)); }
  Statement& bind(double number);
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_null();
  template <class T>
  Statement& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind_null();
  }
  // NULL where there is nothing.
  Statement& bind_or_null(std::string_view text) { return text.empty() ? bind_null() : bind(text); }
  // Likewise, of a text that stays where it is until the statement has run.
  Statement& bind_or_null_in_place(std::string_view text);

  // The next row; false when there is none, and then the statement is ready to be bound anew.
  bool step();
  // For statements that give no rows.
  void run();
  // Ready to be bound anew, though rows may be left.
  Statement& reset();

  std::string text(int column) const;
  // The same, only until the next step.
  std::string_view text_in_place(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  bool is_null(int column) const;

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

enum class OpenMode { kRead, kReadUnchanging, kWrite };

class Database {
 public:
  // kReadUnchanging takes for granted that nobody writes: for disks that cannot be written to.
  Database(const std::filesystem::path& file, OpenMode mode);

  void execute(const std::string& sql);
  Statement prepare(std::string_view sql) { return {database_.get(), sql}; }
  std::int64_t last_row() const;
  std::int64_t changed_rows() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

// Rolled back unless it was committed.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool done_ = false;
};

}  // namespace trichluc::store
