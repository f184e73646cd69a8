#include "server/server.hpp"

#include <algorithm>
#include <atomic>
#include <list>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <poll.h>

#include "server/arxiv_html.hpp"
#include "server/arxiv_pdf.hpp"
#include "server/crossref_api.hpp"

namespace papers::test {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Request = http::request<http::string_body>;

/// arXiv's front refuses longer ones.
constexpr std::size_t k_max_target = 6000;
constexpr std::uint32_t k_max_head = 1U << 20U;
constexpr std::uint64_t k_max_body = 16U << 20U;

LoggedRequest logged(const Request& request) {
  LoggedRequest entry{std::chrono::steady_clock::now(),
                      std::string(request.method_string()),
                      std::string(request.target()),
                      {},
                      request.body()};
  for (const auto& field : request) {
    std::string name(field.name_string());
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    entry.headers[name] = std::string(field.value());
  }
  return entry;
}

/// Waits, unless the client (or the server's end) hangs up first. Whether the client is still there.
bool stay(tcp::socket& socket, std::chrono::milliseconds time) {
  pollfd watched{socket.native_handle(), POLLRDHUP, 0};
  return ::poll(&watched, 1, static_cast<int>(time.count())) == 0;
}

bool write(tcp::socket& socket, const std::string& bytes) {
  boost::system::error_code error;
  asio::write(socket, asio::buffer(bytes), error);
  return !error;
}

/// Plays one step; whether there is still somebody to play to.
bool play(tcp::socket& socket, const Step& step) {
  switch (step.act) {
    case Step::Act::send:
      return write(socket, step.bytes);
    case Step::Act::flood:
      while (write(socket, step.bytes)) {
      }
      return false;
    case Step::Act::pause:
      return stay(socket, step.time);
    case Step::Act::reset:
      boost::system::error_code ignored;
      socket.set_option(asio::socket_base::linger(true, 0), ignored);
      return false;  // the close that follows says RST
  }
  return false;
}

Answer too_long() {
  return {414, {{"Content-Type", "text/html"}}, "<html><title>414 URI Too Long</title></html>"};
}

struct Spoiler {
  std::string path;
  std::string part;  ///< of the body
  Fault fault;
  int times = 1;
};

}  // namespace

struct Server::Impl {
  Impl(const std::vector<Work>& works, FeedStyle feed_style)
      : style(feed_style),
        catalogue(works),
        acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
        port(acceptor.local_endpoint().port()),
        accepting([this] { accept(); }) {}

  ~Impl() {
    stopping = true;
    tcp::socket wake(context);
    boost::system::error_code ignored;
    wake.connect(tcp::endpoint(asio::ip::address_v4::loopback(), port), ignored);
    accepting.join();
    for (Connection& connection : connections) {
      const std::lock_guard lock(connection.mutex);
      connection.socket.shutdown(tcp::socket::shutdown_both, ignored);
    }
    for (Connection& connection : connections) {
      connection.thread.join();
    }
  }

  struct Connection {
    explicit Connection(tcp::socket accepted) : socket(std::move(accepted)) {}
    std::mutex mutex;  ///< held while the socket is closed, so that nobody shuts down a number used anew
    tcp::socket socket;
    std::thread thread;
  };

  /// Takes connections until the server ends, each to a thread of its own.
  void accept() {
    for (;;) {
      boost::system::error_code error;
      tcp::socket socket = acceptor.accept(error);
      if (stopping) {
        return;
      }
      if (!error) {
        Connection& connection = connections.emplace_back(std::move(socket));
        connection.thread = std::thread([this, &connection] { talk(connection); });
      }
    }
  }

  void talk(Connection& connection) {
    boost::beast::flat_buffer buffer;
    while (answer_one(connection.socket, buffer)) {
    }
    const std::lock_guard lock(connection.mutex);
    boost::system::error_code ignored;
    connection.socket.close(ignored);
  }

  /// Reads a request and answers it; whether the connection may go on.
  bool answer_one(tcp::socket& socket, boost::beast::flat_buffer& buffer) {
    http::request_parser<http::string_body> parser;
    parser.header_limit(k_max_head);
    parser.body_limit(k_max_body);
    boost::system::error_code error;
    http::read(socket, buffer, parser, error);
    if (error) {
      return false;
    }
    const bool keep_alive = parser.get().keep_alive();
    const LoggedRequest request = logged(parser.release());
    requests.record(request);
    const Answer good = good_answer(request);
    if (const auto fault = next_fault(request)) {
      const Script script = (*fault)(good);
      std::ranges::all_of(script, [&socket](const Step& step) { return play(socket, step); });
      return false;
    }
    return write(socket, wire(good)) && keep_alive;
  }

  Answer good_answer(const LoggedRequest& request) {
    const std::string& target = request.target;
    const std::string path = target.substr(0, target.find('?'));
    const std::string query = target.substr(std::min(path.size() + 1, target.size()));
    const std::lock_guard lock(mutex);
    if (const auto page = pages.find(path); page != pages.end()) {
      return page->second;
    }
    if (path == k_arxiv_path) {
      return target.size() > k_max_target
                 ? too_long()
                 : answer_arxiv(request.method == "POST" ? request.body : query, catalogue, style);
    }
    if (path.starts_with(k_html_path)) {
      return answer_html(path.substr(k_html_path.size()), catalogue);
    }
    if (path.starts_with(k_pdf_path)) {
      return answer_pdf(path.substr(k_pdf_path.size()), request.headers, catalogue);
    }
    if (is_openalex(request)) {
      return answer_openalex(request, catalogue, openalex_rules);
    }
    if (path == k_crossref_path) {
      return answer_crossref_list(query, catalogue);
    }
    if (path.starts_with(k_crossref_path)) {
      return answer_crossref(path.substr(k_crossref_path.size() + 1), catalogue);
    }
    if (path.starts_with(k_s2_path)) {
      return answer_s2(request, catalogue, s2_rules);
    }
    return {404, {{"Content-Type", "text/plain"}}, "not found"};
  }

  std::optional<Fault> next_fault(const LoggedRequest& request) {
    const std::lock_guard lock(mutex);
    const auto found = std::ranges::find_if(spoilers, [&](const Spoiler& spoiler) {
      return request.target.starts_with(spoiler.path) && request.body.find(spoiler.part) != std::string::npos;
    });
    if (found == spoilers.end()) {
      return std::nullopt;
    }
    Fault fault = found->fault;
    if (found->times != k_always && --found->times == 0) {
      spoilers.erase(found);
    }
    return fault;
  }

  const FeedStyle style;
  std::mutex mutex;  ///< over those down to the blank line
  Catalogue catalogue;
  S2Rules s2_rules;
  OpenAlexRules openalex_rules;
  std::map<std::string, Answer> pages;
  std::list<Spoiler> spoilers;

  RequestLog requests;
  std::atomic<bool> stopping = false;
  std::list<Connection> connections;  ///< touched by the accepting thread alone until it has ended
  asio::io_context context;
  tcp::acceptor acceptor;
  const std::uint16_t port;
  std::thread accepting;
};

Server::Server(const std::vector<Work>& works, FeedStyle style)
    : m_impl(std::make_unique<Impl>(works, style)) {}

Server::~Server() = default;

std::string Server::address() const {
  return "http://127.0.0.1:" + std::to_string(m_impl->port);
}

void Server::publish(const Work& work) {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->catalogue.publish(work);
}

void Server::set_rules(const S2Rules& rules) {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->s2_rules = rules;
}

void Server::set_rules(const OpenAlexRules& rules) {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->openalex_rules = rules;
}

void Server::serve(const std::string& path, const Answer& answer) {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->pages[path] = answer;
}

void Server::spoil(const std::string& path, Fault fault, int times) {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->spoilers.push_back({path, "", std::move(fault), times});
}

void Server::spoil_asking(const std::string& path, const std::string& part, Fault fault, int times) {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->spoilers.push_back({path, part, std::move(fault), times});
}

void Server::heal() {
  const std::lock_guard lock(m_impl->mutex);
  m_impl->spoilers.clear();
}

RequestLog& Server::requests() {
  return m_impl->requests;
}

}  // namespace papers::test
