// Identifiers that sort by time and never collide between machines (ULID, 26 characters of Crockford base
// 32).
#pragma once

#include <string>

#include "papers/clock.hpp"

namespace papers::util {

/// 48 bits of milliseconds, 80 random bits. Ids made by one process in the same moment still ascend; a forked
/// process begins with random bits of its own.
[[nodiscard]] std::string unique_id(Time now);

}  // namespace papers::util
