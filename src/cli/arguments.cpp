#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>

namespace papers::cli {
namespace {

CLI::Range as_check(Range range) {
  return {range.least, range.most};
}

}  // namespace

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
  m_app.add_option(name, value, help)->check(CLI::IsMember(choices));
}

void Arguments::flag(const std::string& names, bool& value, const std::string& help) {
  m_app.add_flag(names, value, help);
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
  m_app.add_option(names, value, help)->type_name(type)->check(CLI::IsMember(choices));
}

}  // namespace papers::cli
