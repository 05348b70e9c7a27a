// Commands and options of the command line, in the language of its messages. The .cpp is the only file that sees CLI11,
// which takes seconds to compile; what says which commands there are sees this.
//
//   Program program({"reads …", "đọc …"}, language);
//   Command text = program.command("text", {"the text …", "văn bản …"}, "trichluc text a.pdf");
//   text.option("--format,-f", format, {"text or jsonl", "text hoặc jsonl"}).one_of({"text", "jsonl"});
//   program.parse(count, words); if (text.is_given()) …
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/language.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace trichluc::cli {

// What an option may be given. Lives as long as the program.
class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}

  Option& required(bool is_so = true);
  Option& type_name(const std::string& name);
  Option& one_of(const std::vector<std::string>& words);
  // Of int and std::size_t.
  template <class Number>
  Option& range(Number least, Number most);
  // The check gives what is wrong with a word, nothing where it is right.
  Option& check(const std::function<std::string(const std::string&)>& fault_of);
  Option& needs(const Option& other);
  Option& excludes(const Option& other);
  // One word that is a list with commas; a word each time that it is given.
  Option& list();
  Option& repeated();

 private:
  CLI::Option* option_;
};

// A command, and the values that its options go to, which must live as long as the program.
class Command {
 public:
  Command(CLI::App* app, Language language) : app_(app), language_(language) {}

  // Of std::string, std::vector<std::string>, int and std::size_t.
  template <class Value>
  Option option(const std::string& names, Value& value, const Message& help) const;
  Option flag(const std::string& names, bool& value, const Message& help) const;

  bool is_given() const;
  bool has(const std::string& option) const;

 private:
  CLI::App* app_;
  Language language_;
};

class Program {
 public:
  Program(const Message& what, Language language);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  // What every command takes.
  Command whole() const;
  Command command(const std::string& name, const Message& what, const std::string& example) const;

  enum class Outcome { kRead, kHelpWanted, kFault };
  struct Parsed {
    Outcome outcome = Outcome::kRead;
    std::string fault;
  };
  Parsed parse(int count, const char* const* words) const;
  // Of the command that was given, else of the program.
  std::string help() const;
  // The name of the command that was given with a blank before it; empty: none.
  std::string given() const;

 private:
  std::unique_ptr<CLI::App> app_;
  Language language_;
};

}  // namespace trichluc::cli
