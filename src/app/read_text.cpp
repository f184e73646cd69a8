#include "app/read_text.hpp"

#include <array>
#include <istream>

#include <fmt/format.h>

#include "papers/error.hpp"

#include "bibliography/entry.hpp"
#include "bibliography/text_encoding.hpp"

namespace papers::app {

std::string read_text(std::istream& in, const std::string& name) {
  std::string bytes;
  std::array<char, 64U << 10U> part{};
  while (bytes.size() <= bibliography::k_longest_text && in.read(part.data(), part.size()).gcount() > 0) {
    bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) {
    throw Failure(ExitCode::failed, fmt::format("{}: cannot be read to its end; nothing was imported", name));
  }
  if (bytes.size() > bibliography::k_longest_text) {
    throw Failure(ExitCode::failed, fmt::format("{}: longer than {} MiB; import it in parts", name,
                                                bibliography::k_longest_text >> 20U));
  }
  return bibliography::to_utf8(bytes);
}

}  // namespace papers::app
