// gzip, as a web server would send it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace papers::test {

/// `block`, repeated, in one gzip member.
[[nodiscard]] std::string gzip(std::string_view block, std::size_t times = 1);

}  // namespace papers::test
