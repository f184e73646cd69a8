// Promotion: parked papers that the reader's own papers have come to need.
#pragma once

#include <vector>

#include "papers/library.hpp"

namespace papers::app {

struct Promotion {
  Item item;
  int kept_citing = 0;  ///< kept papers that cite it
};

/// Parked papers that two or more kept papers cite, most cited first. Proposed, never done: the reader queues
/// them or not.
[[nodiscard]] std::vector<Promotion> promotions(const Library& library);

}  // namespace papers::app
