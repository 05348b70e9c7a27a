#include "pipeline/cli/options/command_parts.h"

#include <CLI/CLI.hpp>
#include <cstddef>

namespace trichluc::cli {

Option& Option::required(bool is_so) {
  option_->required(is_so);
  return *this;
}

Option& Option::type_name(const std::string& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::one_of(const std::vector<std::string>& words) {
  option_->check(CLI::IsMember(words));
  return *this;
}

template <class Number>
Option& Option::range(Number least, Number most) {
  option_->check(CLI::Range(least, most));
  return *this;
}
template Option& Option::range<int>(int, int);
template Option& Option::range<std::size_t>(std::size_t, std::size_t);

Option& Option::check(const std::function<std::string(const std::string&)>& fault_of) {
  option_->check([fault_of](const std::string& word) { return fault_of(word); });
  return *this;
}

Option& Option::needs(const Option& other) {
  option_->needs(other.option_);
  return *this;
}

Option& Option::excludes(const Option& other) {
  option_->excludes(other.option_);
  return *this;
}

Option& Option::list() {
  option_->delimiter(',')->allow_extra_args(false);
  return *this;
}

Option& Option::repeated() {
  option_->expected(1)->allow_extra_args(false)->take_all();
  return *this;
}

template <class Value>
Option Command::option(const std::string& names, Value& value, const Message& help) const {
  return Option(app_->add_option(names, value, in_language(help, language_)));
}
template Option Command::option<std::string>(const std::string&, std::string&, const Message&) const;
template Option Command::option<std::vector<std::string>>(const std::string&, std::vector<std::string>&,
                                                          const Message&) const;
template Option Command::option<int>(const std::string&, int&, const Message&) const;
template Option Command::option<std::size_t>(const std::string&, std::size_t&, const Message&) const;

Option Command::flag(const std::string& names, bool& value, const Message& help) const {
  return Option(app_->add_flag(names, value, in_language(help, language_)));
}

bool Command::is_given() const {
  return app_->parsed();
}

bool Command::has(const std::string& option) const {
  return app_->count(option) > 0;
}

Program::Program(const Message& what, Language language)
    : app_(std::make_unique<CLI::App>(in_language(what, language), "trichluc")), language_(language) {
  app_->require_subcommand(1);
  app_->fallthrough();
  app_->footer(in_language({"Example: trichluc extract report.pdf\nEvery command has its own --help.",
                            "Ví dụ: trichluc extract bao-cao.pdf\nMỗi lệnh đều có --help riêng."},
                           language));
}

Program::~Program() = default;

Command Program::whole() const {
  return {app_.get(), language_};
}

Command Program::command(const std::string& name, const Message& what, const std::string& example) const {
  CLI::App* command = app_->add_subcommand(name, in_language(what, language_));
  command->footer(in_language({"Example: ", "Ví dụ: "}, language_) + example);
  return {command, language_};
}

Program::Parsed Program::parse(int count, const char* const* words) const {
  try {
    app_->parse(count, words);
  } catch (const CLI::CallForHelp&) {
    return {Outcome::kHelpWanted, ""};
  } catch (const CLI::ParseError& error) {
    return {Outcome::kFault, error.what()};
  }
  return {};
}

std::string Program::help() const {
  const auto commands = app_->get_subcommands();
  return (commands.empty() ? app_->help() : commands.front()->help("trichluc")) + "\n";
}

std::string Program::given() const {
  std::string names;
  for (const CLI::App* command : app_->get_subcommands()) names = " " + command->get_name();
  return names;
}

}  // namespace trichluc::cli
