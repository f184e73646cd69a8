// Catalogue: the works that the server knows of, as arXiv and Crossref would.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace papers::test {

struct Work {
  std::string id;  ///< "2403.00835", "hep-th/9901001", or a DOI
  std::string title;
  std::vector<std::string> authors;
  int versions = 1;
  std::string published = "2024-02-28T06:49:24Z";
  std::string updated = "2024-06-13T11:22:33Z";
  std::string abstract = "We do a thing, and measure it.";
  std::vector<std::string> categories{"cs.CL"};
  std::string doi{};
  std::string journal{};
  std::string comment{};
  std::vector<std::string> references{};  ///< DOIs, for Crossref
};

/// Works by id, in no order that a client may rely on.
using Catalogue = std::map<std::string, Work, std::greater<>>;

[[nodiscard]] Catalogue catalogue_of(const std::vector<Work>& works);

/// So many papers with ids 2401.00001, 2401.00002, ... and titles of their own.
[[nodiscard]] std::vector<Work> numbered_works(int count);

/// "2401.00007" for 7.
[[nodiscard]] std::string numbered_id(int number);

}  // namespace papers::test
