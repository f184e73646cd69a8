#include "server/answer.hpp"

#include <ostream>  // Boost 1.74 uses it without including it
#include <utility>

#include <boost/beast/http/status.hpp>

namespace papers::test {

std::string head_of(const Answer& answer, bool length) {
  const auto reason =
      boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(answer.status));
  std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " " + std::string(reason) + "\r\n";
  for (const auto& [name, value] : answer.headers) {
    head += name + ": " + value + "\r\n";
  }
  if (length) {
    head += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
  }
  return head + "\r\n";
}

std::string wire(const Answer& answer) {
  return head_of(answer) + answer.body;
}

}  // namespace papers::test
