#include "app/promotion.hpp"

#include <utility>

namespace papers::app {

std::vector<Promotion> promotions(const Library& library) {
  constexpr int k_enough = 2;
  std::vector<Promotion> promotions;
  for (const Support& support : library.supported(State::parked, k_enough)) {
    if (auto item = library.find_row(support.row)) {
      promotions.push_back({*std::move(item), support.kept_citing});
    }
  }
  return promotions;
}

}  // namespace papers::app
