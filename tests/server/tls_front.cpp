#include "server/tls_front.hpp"

#include <array>
#include <atomic>
#include <thread>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

namespace papers::test {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Stream = asio::ssl::stream<tcp::socket>;

tcp::endpoint loopback(unsigned short port) {
  return {asio::ip::address_v4::loopback(), port};
}

unsigned short port_of(const std::string& address) {
  return static_cast<unsigned short>(std::stoi(address.substr(address.rfind(':') + 1)));
}

}  // namespace

struct TlsFront::Impl {
  Impl(const std::string& address, const Certificate& certificate, Manner wanted)
      : behind(loopback(port_of(address))),
        manner(wanted),
        acceptor(context, loopback(0)),
        port(acceptor.local_endpoint().port()) {
    tls.use_certificate_chain(asio::buffer(certificate.pem));
    tls.use_private_key(asio::buffer(certificate.key), asio::ssl::context::pem);
    accepting = std::thread([this] { accept(); });
  }

  ~Impl() {
    stopping = true;
    tcp::socket wake(context);
    boost::system::error_code ignored;
    wake.connect(loopback(port), ignored);
    accepting.join();
  }

  /// One connection after the other: the program makes no two at a time.
  void accept() {
    while (true) {
      boost::system::error_code error;
      tcp::socket socket(context);
      acceptor.accept(socket, error);
      if (stopping) {
        return;
      }
      if (!error) {
        ++connections;
        serve(std::move(socket));
      }
    }
  }

  void serve(tcp::socket socket) {
    if (manner == Manner::speaks) {
      speak(Stream(std::move(socket), tls));
      return;
    }
    boost::system::error_code ignored;
    std::array<char, 16'384> greeting{};  // read, for a close with bytes unread would be a reset
    socket.read_some(asio::buffer(greeting), ignored);
    if (manner == Manner::plain) {
      asio::write(socket, asio::buffer(std::string("HTTP/1.1 400 Bad Request\r\n\r\n")), ignored);
    }
    socket.shutdown(tcp::socket::shutdown_both, ignored);
  }

  void speak(Stream stream) const {
    boost::system::error_code error;
    stream.handshake(asio::ssl::stream_base::server, error);
    if (error) {
      return;
    }
    boost::beast::flat_buffer buffer;
    http::request<http::string_body> request;
    http::read(stream, buffer, request, error);
    if (error) {
      return;
    }
    http::write(stream, passed_on(request), error);
    stream.shutdown(error);
  }

  http::response<http::string_body> passed_on(http::request<http::string_body>& request) const {
    asio::io_context own;
    tcp::socket socket(own);
    socket.connect(behind);
    http::write(socket, request);
    boost::beast::flat_buffer buffer;
    http::response<http::string_body> answer;
    http::read(socket, buffer, answer);
    answer.keep_alive(false);
    return answer;
  }

  tcp::endpoint behind;
  Manner manner;
  asio::io_context context;
  asio::ssl::context tls{asio::ssl::context::tls_server};
  tcp::acceptor acceptor;
  unsigned short port;
  std::atomic<int> connections{0};
  std::atomic<bool> stopping{false};
  std::thread accepting;
};

TlsFront::TlsFront(const std::string& behind, const Certificate& certificate, Manner manner)
    : m_impl(std::make_unique<Impl>(behind, certificate, manner)) {}

TlsFront::~TlsFront() = default;

std::string TlsFront::address() const {
  return "https://127.0.0.1:" + std::to_string(m_impl->port);
}

int TlsFront::connections() const {
  return m_impl->connections;
}

}  // namespace papers::test
