#include "net/rate_gate.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "papers/error.hpp"

#include "util/atomic_file.hpp"
#include "util/strings.hpp"

namespace papers::net {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t k_max_time_file = 64;

/// The time in the file; nothing when the file cannot be read or holds no time.
std::optional<milliseconds> read_time(const std::filesystem::path& file) {
  std::string content;
  try {
    content = util::read_file(file, k_max_time_file);
  } catch (const Failure&) {
    return std::nullopt;
  }
  const std::string_view text = util::trim(content);
  milliseconds::rep figure = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), figure);
  const bool makes_sense = error == std::errc() && end == text.data() + text.size() && figure >= 0;
  return makes_sense ? std::optional(milliseconds(figure)) : std::nullopt;
}

}  // namespace

RateGate::RateGate(const std::filesystem::path& folder, const std::string& name, milliseconds interval)
    : m_lock_file(folder / (name + ".lock")), m_time_file(folder / (name + ".time")), m_interval(interval) {}

milliseconds RateGate::delay(milliseconds now) const {
  if (!std::filesystem::exists(m_time_file)) {
    return milliseconds(0);
  }
  const std::optional<milliseconds> last = read_time(m_time_file);
  if (!last || *last > now) {
    return m_interval;
  }
  return std::max(milliseconds(0), m_interval - (now - *last));
}

void RateGate::mark(milliseconds now) const {
  util::write_file(m_time_file, std::to_string(now.count()) + "\n", /*is_private=*/true);
}

}  // namespace papers::net
