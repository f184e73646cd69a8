// A client of the server that takes what comes, bytes and all.
#pragma once

#include <cstddef>
#include <string>

#include <boost/system/error_code.hpp>
#include <nlohmann/json.hpp>

#include "server/server.hpp"

namespace papers::test {

struct Received {
  std::string text;               ///< head and body as they came
  boost::system::error_code end;  ///< eof when the server closed in good order
};

/// Sends bytes to the server and reads until it hangs up.
Received talk(const Server& server, const std::string& bytes);
/// `more` are further headers, each with its end of line.
Received get(const Server& server, const std::string& target, const std::string& more = "");
Received post(const Server& server, const std::string& target, const std::string& body,
              const std::string& more = "");

/// Three digits; 0 when nothing came.
[[nodiscard]] int status_of(const Received& received);
[[nodiscard]] std::string body_of(const Received& received);
/// The body as JSON; discarded when it is none.
[[nodiscard]] nlohmann::json json_of(const Received& received);

[[nodiscard]] bool holds(const std::string& text, const std::string& part);
[[nodiscard]] std::size_t count(const std::string& text, const std::string& part);

}  // namespace papers::test
