#pragma once

#include <array>

#include "config/keys.hpp"

namespace papers::test {

inline constexpr std::array k_terms{config::Term{"due", "how near its due date is", 18},
                                    config::Term{"age", "how long it has been waiting", 0.5}};

/// The message of the Failure that `action` throws, "" when it throws none.
template <class Action>
std::string failure(Action action) {
  try {
    action();
  } catch (const Failure& thrown) {
    return thrown.what();
  }
  return "";
}

}  // namespace papers::test
