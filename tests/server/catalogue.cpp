#include "server/catalogue.hpp"

namespace papers::test {

Catalogue catalogue_of(const std::vector<Work>& works) {
  Catalogue catalogue;
  for (const Work& work : works) {
    catalogue[work.id] = work;
  }
  return catalogue;
}

std::string numbered_id(int number) {
  const std::string digits = std::to_string(number);
  return "2401." + std::string(5 - digits.size(), '0') + digits;
}

std::vector<Work> numbered_works(int count) {
  std::vector<Work> works;
  for (int n = 1; n <= count; ++n) {
    const std::string number = std::to_string(n);
    works.push_back({.id = numbered_id(n),
                     .title = "Paper Number " + number + " of Many",
                     .authors = {"Ada Author" + number, "Ben Beta"},
                     .published = "2024-01-01T00:00:00Z",
                     .updated = "2024-01-01T00:00:00Z"});
  }
  return works;
}

}  // namespace papers::test
