// Whatever is read as an identifier is printed in a form that reads back as the same.
#include "papers/identifier.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check_error(const papers::Error& error) {
  require(error.code == papers::ExitCode::usage);
  require(!error.message.empty() && error.message.find('\n') == std::string::npos);
}

void check_round_trip(const papers::Identifier& id) {
  const auto again = papers::parse_identifier(papers::format_with_version(id));
  require(again.ok());
  require(*again == id && again->version == id.version);
  require(papers::format(*again) == papers::format(id));
  const auto address = papers::web_address(id);
  require(!address || address->starts_with("http"));
  require(papers::arxiv_year(id).has_value() == (id.scheme == papers::Scheme::arxiv));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto id = papers::parse_identifier({reinterpret_cast<const char*>(data), size});  // NOLINT
  if (id) {
    check_round_trip(*id);
  } else {
    check_error(id.error());
  }
  return 0;
}
