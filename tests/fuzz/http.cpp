// What services say beside their answers: addresses to go to, when to come back, which part of a file comes.
#include <cstddef>
#include <cstdint>

#include "fuzz/require.hpp"
#include "net/part_file.hpp"
#include "net/retry_delay.hpp"
#include "net/url.hpp"

using namespace papers;
using fuzz::require;

namespace {

constexpr Time k_now{std::chrono::seconds(1'731'834'000)};

void check(const net::Url& url) {
  require(!url.host.empty() && url.same_origin(url));
  const auto again = net::parse_url(url.text);
  require(again && again->same_origin(url) && again->path == url.path);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::view(data, size);
  if (const auto delay = net::parse_retry_after(text, k_now)) {
    require(*delay >= std::chrono::seconds(0) && *delay <= std::chrono::hours(24 * 366));
  }
  if (const auto range = net::parse_content_range(text)) {
    require(!range->total || range->first < *range->total);
  }
  if (const auto url = net::parse_url(text)) {
    check(*url);
  }
  const auto base = net::parse_url("https://export.arxiv.org/pdf/2401.00001");
  if (const auto url = net::resolve_url(*base, text)) {
    check(*url);
  }
  require(net::percent_decode(net::percent_encode(text)) == text);
  return 0;
}
