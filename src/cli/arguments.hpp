// Arguments: the words and options that one command takes, declared one by one.
//
// A thin door to CLI11: its header costs every file that includes it several seconds, and forty commands
// would pay for it. Values referred to must live until the command has run.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace papers::cli {

/// The values of options and words that take one out of a list.
using Choices = std::map<const CLI::Option*, std::vector<std::string>>;

/// Bounds of a number, both included.
struct Range {
  int least = 0;
  int most = 1'000'000;
};

/// Values other than these are refused, with all of them named and the nearest one.
void restrict_to(CLI::Option& option, const std::vector<std::string>& choices);

class Arguments {
 public:
  enum class Need { required, optional };

  /// `app` and `choices`, which it fills, must outlive it.
  Arguments(CLI::App& app, Choices& choices) : m_app(app), m_choices(choices) {}

  // Words without a dash, in the order of declaration. The name says what completes them.
  void word(const std::string& name, std::string& value, const std::string& help, Need need = Need::required);
  void word(const std::string& name, std::optional<std::string>& value, const std::string& help);
  void words(const std::string& name, std::vector<std::string>& values, const std::string& help,
             Need need = Need::required);
  void number_word(const std::string& name, int& value, Range range, const std::string& help);
  void choice_word(const std::string& name, std::string& value, const std::vector<std::string>& choices,
                   const std::string& help);
  void choice_word(const std::string& name, std::optional<std::string>& value,
                   const std::vector<std::string>& choices, const std::string& help);

  // Options: `names` as in "-o,--output"; `type` stands for the value in help and says what completes it.
  void flag(const std::string& names, bool& value, const std::string& help);
  /// -0 of commands that list items; see print_names.
  void names_only(bool& value);
  void text(const std::string& names, const std::string& type, std::string& value, const std::string& help);
  void text(const std::string& names, const std::string& type, std::optional<std::string>& value,
            const std::string& help);
  /// May be given again.
  void texts(const std::string& names, const std::string& type, std::vector<std::string>& values,
             const std::string& help);
  void number(const std::string& names, int& value, Range range, const std::string& help);
  void number(const std::string& names, std::optional<int>& value, Range range, const std::string& help);
  void choice(const std::string& names, const std::string& type, std::string& value,
              const std::vector<std::string>& choices, const std::string& help);

 private:
  CLI::App& m_app;
  Choices& m_choices;
};

}  // namespace papers::cli
