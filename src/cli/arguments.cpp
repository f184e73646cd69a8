#include "cli/arguments.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "util/edit_distance.hpp"
#include "util/strings.hpp"

namespace papers::cli {
namespace {

CLI::Range as_check(Range range) {
  return {range.least, range.most};
}

/// Refuses other values, naming all and the nearest.
std::string complaint_about(const std::string& value, const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) {
    return "";
  }
  const std::vector<std::string_view> names(choices.begin(), choices.end());
  const auto meant = util::nearest(value, names);
  return fmt::format("{} is not one of {}{}", value, util::join(choices, ", "),
                     meant ? fmt::format(" (did you mean {}?)", *meant) : "");
}

}  // namespace

void restrict_to(CLI::Option& option, const std::vector<std::string>& choices) {
  option.check([choices](const std::string& value) { return complaint_about(value, choices); });
}

void Arguments::word(const std::string& name, std::string& value, const std::string& help, Need need) {
  m_app.add_option(name, value, help)->required(need == Need::required);
}

void Arguments::word(const std::string& name, std::optional<std::string>& value, const std::string& help) {
  m_app.add_option(name, value, help);
}

void Arguments::words(const std::string& name, std::vector<std::string>& values, const std::string& help,
                      Need need) {
  m_app.add_option(name, values, help)->required(need == Need::required);
}

void Arguments::number_word(const std::string& name, int& value, Range range, const std::string& help) {
  m_app.add_option(name, value, help)->check(as_check(range));
}

void Arguments::choice_word(const std::string& name, std::string& value,
                            const std::vector<std::string>& choices, const std::string& help) {
  CLI::Option* option = m_app.add_option(name, value, help);
  restrict_to(*option, choices);
  m_choices[option] = choices;
}

void Arguments::choice_word(const std::string& name, std::optional<std::string>& value,
                            const std::vector<std::string>& choices, const std::string& help) {
  CLI::Option* option = m_app.add_option(name, value, help);
  restrict_to(*option, choices);
  m_choices[option] = choices;
}

void Arguments::flag(const std::string& names, bool& value, const std::string& help) {
  m_app.add_flag(names, value, help);
}

void Arguments::names_only(bool& value) {
  flag("-0,--null", value, "Print identifiers alone, each ended by NUL, for xargs -0");
}

void Arguments::text(const std::string& names, const std::string& type, std::string& value,
                     const std::string& help) {
  m_app.add_option(names, value, help)->type_name(type);
}

void Arguments::text(const std::string& names, const std::string& type, std::optional<std::string>& value,
                     const std::string& help) {
  m_app.add_option(names, value, help)->type_name(type);
}

void Arguments::texts(const std::string& names, const std::string& type, std::vector<std::string>& values,
                      const std::string& help) {
  m_app.add_option(names, values, help)->type_name(type)->expected(1)->take_all();
}

void Arguments::number(const std::string& names, int& value, Range range, const std::string& help) {
  m_app.add_option(names, value, help)->type_name("N")->check(as_check(range));
}

void Arguments::number(const std::string& names, std::optional<int>& value, Range range,
                       const std::string& help) {
  m_app.add_option(names, value, help)->type_name("N")->check(as_check(range));
}

void Arguments::choice(const std::string& names, const std::string& type, std::string& value,
                       const std::vector<std::string>& choices, const std::string& help) {
  CLI::Option* option = m_app.add_option(names, value, help)->type_name(type);
  restrict_to(*option, choices);
  m_choices[option] = choices;
}

}  // namespace papers::cli
