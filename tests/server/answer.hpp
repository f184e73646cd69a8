// Answer: what an HTTP server says, before any fault spoils it.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace papers::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Answer {
  int status = 200;
  Headers headers;
  std::string body;
};

/// Status line and headers as they go over the wire, with the blank line; Content-Length is added
/// unless `length` is false.
[[nodiscard]] std::string head_of(const Answer& answer, bool length = true);

/// The whole of it.
[[nodiscard]] std::string wire(const Answer& answer);

}  // namespace papers::test
