// The citations among 27,770 papers of hep-th, where they lie beside the checkout.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

#include "support/shared_folder.hpp"
#include "util/child_process.hpp"
#include "util/strings.hpp"

namespace papers::test {

inline const std::string k_file = shared_folder() / "datasets/graphs/cit-HepTh/cit-HepTh.edges.txt.xz";

struct Network {
  std::map<int, Node> node_of;  ///< by arXiv number: month and serial number, 9711200
  std::vector<Arc> arcs;

  Node node(int number) { return node_of.try_emplace(number, node_of.size()).first->second; }
};

inline Network parse(std::string_view text) {
  Network network;
  for (const std::string_view line : util::split(text, '\n')) {
    const auto numbers = util::words(line);
    if (numbers.size() == 2) {
      const Node citing = network.node(util::to_int(numbers[0]).value());
      const Node cited = network.node(util::to_int(numbers[1]).value());
      network.arcs.emplace_back(citing, cited);
    }
  }
  return network;
}

inline std::optional<Network> real_network() {
  if (!std::filesystem::exists(k_file) || util::find_program("xz").empty()) {
    MESSAGE("skipped: needs xz and ", k_file);
    return std::nullopt;
  }
  const auto unpacked = util::run_child(std::vector<std::string>{"xz", "-dc", k_file}, "");
  REQUIRE(unpacked.ok());
  REQUIRE(unpacked->status == 0);
  return parse(unpacked->out);
}

/// Months since 1990, from a number without its leading zeros: 9711200 and, for 2001, 101001.
inline int month_of(int number) {
  const int year = number / 100'000;
  return (year < 90 ? year + 10 : year - 90) * 12 + number / 1000 % 100;
}

}  // namespace papers::test
