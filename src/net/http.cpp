#include "papers/http.hpp"

#include <algorithm>

namespace papers {

std::optional<std::string> HttpResponse::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [name](const auto& header) { return header.first == name; });
  return found == headers.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace papers
