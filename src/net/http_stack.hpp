// The HttpClient that sources use: libcurl and all that is put around it.
#pragma once

#include <memory>

#include "papers/source.hpp"

namespace papers::net {

/// Throws Failure when a service address in the settings makes no sense.
[[nodiscard]] std::unique_ptr<HttpClient> make_http_stack(const SourceSettings& settings);

}  // namespace papers::net
