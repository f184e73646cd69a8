#include "bibliography/person.hpp"

#include "model/person_name.hpp"
#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

std::string joined(std::string_view first, std::string_view second) {
  std::string text(first);
  text += first.empty() || second.empty() ? "" : " ";
  return text += second;
}

Person divided(std::string_view name) {
  if (const auto comma = name.find(','); comma != std::string_view::npos) {
    return {std::string(util::trim(name.substr(comma + 1))), std::string(util::trim(name.substr(0, comma))),
            ""};
  }
  const std::string_view family = model::surname(name);
  const auto at = static_cast<std::size_t>(family.data() - name.data());
  return {std::string(util::trim(name.substr(0, at))), std::string(family),
          std::string(util::trim(name.substr(at + family.size())))};
}

}  // namespace

std::string printed(const Person& person) {
  std::string name = joined(joined(person.given, person.family), person.suffix);
  if (person.given.empty() || person.family.empty() || model::surname(name) == person.family) {
    return name;
  }
  return person.family + ", " + joined(person.given, person.suffix);
}

Person person_from(std::string_view name) {
  if (!name.empty() && !model::is_institution(name)) {
    Person person = divided(name);
    if (printed(person) == name) {
      return person;
    }
  }
  return {"", std::string(name), ""};
}

}  // namespace papers::bibliography
