#include "server/client.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

namespace papers::test {

namespace asio = boost::asio;
using asio::ip::tcp;

Received talk(const Server& server, const std::string& bytes) {
  asio::io_context context;
  tcp::socket socket(context);
  const int port = std::stoi(server.address().substr(server.address().rfind(':') + 1));
  socket.connect(tcp::endpoint(asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port)));
  asio::write(socket, asio::buffer(bytes));
  Received received;
  asio::read(socket, asio::dynamic_buffer(received.text), received.end);
  return received;
}

Received get(const Server& server, const std::string& target, const std::string& more) {
  return talk(server, "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Who: me\r\n" + more +
                          "Connection: close\r\n\r\n");
}

Received post(const Server& server, const std::string& target, const std::string& body,
              const std::string& more) {
  return talk(server, "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more +
                          "Connection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                          body);
}

int status_of(const Received& received) {
  return received.text.starts_with("HTTP/1.1 ") ? std::stoi(received.text.substr(9, 3)) : 0;
}

std::string body_of(const Received& received) {
  const std::size_t end = received.text.find("\r\n\r\n");
  return end == std::string::npos ? "" : received.text.substr(end + 4);
}

nlohmann::json json_of(const Received& received) {
  return nlohmann::json::parse(body_of(received), nullptr, /*allow_exceptions=*/false);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++n;
  }
  return n;
}

}  // namespace papers::test
