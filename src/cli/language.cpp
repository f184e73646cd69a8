#include "cli/language.hpp"

namespace papers::cli {
namespace {

/// The first that is set decides, as everywhere in POSIX.
std::string locale_of(const Environment& env) {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = env.variable(name); value && !value->empty()) {
      return *value;
    }
  }
  return "";
}

}  // namespace

Language language_for(Context& context, const std::string& wanted) {
  std::string name = wanted.empty() ? context.settings().text("lang") : wanted;
  if (name == "auto") {
    name = locale_of(context.env());
  }
  return name.starts_with("zh") ? Language::zh : Language::en;
}

}  // namespace papers::cli
