// A person's name in its parts, and as items print it.
#pragma once

#include <string>
#include <string_view>

namespace papers::bibliography {

/// Clean texts. A name that cannot be divided (a company, a group) is all `family`.
struct Person {
  std::string given{};   ///< "Aaron"
  std::string family{};  ///< with its particles: "van den Oord"
  std::string suffix{};  ///< "Jr."
  bool operator==(const Person&) const = default;
};

/// "Aaron van den Oord", or "Garcia Molina, Hector" where model::surname would not find the family name in
/// the usual order. "" for an empty name.
[[nodiscard]] std::string printed(const Person& person);

/// The parts of a name as items have it. printed(person_from(name)) is `name`, unless the name could not be
/// divided without changing it; then all of it is `family`.
[[nodiscard]] Person person_from(std::string_view name);

}  // namespace papers::bibliography
