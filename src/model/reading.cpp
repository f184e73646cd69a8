#include "model/reading.hpp"

#include <fmt/format.h>

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::model {

Error unreadable(std::string_view text, std::string_view why) {
  constexpr std::size_t k_most_shown = 80;
  return {ExitCode::usage,
          fmt::format("{}: {}", util::clean_line(util::without_user_info(text), k_most_shown), why)};
}

}  // namespace papers::model
