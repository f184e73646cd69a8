#include "net/transfer.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>

#include "net/address.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::net {
namespace {

using Kind = HttpError::Kind;

constexpr std::size_t k_longest_reason = 200;  // bytes
constexpr const char* k_lost = "the connection was lost";
constexpr const char* k_unverified = "its certificate could not be verified";

struct Meaning {
  CURLcode code;
  Kind kind;
  const char* words;
};

// What is not listed is a broken connection, in libcurl's own words.
constexpr std::array k_meanings{
    Meaning{CURLE_COULDNT_RESOLVE_HOST, Kind::offline, "no such host, or no network"},
    Meaning{CURLE_COULDNT_RESOLVE_PROXY, Kind::offline, "the proxy was not found"},
    Meaning{CURLE_COULDNT_CONNECT, Kind::broken, "could not connect"},
    Meaning{CURLE_OPERATION_TIMEDOUT, Kind::timeout, "no answer in time"},
    Meaning{CURLE_PARTIAL_FILE, Kind::broken, "the connection ended in the middle of the answer"},
    Meaning{CURLE_GOT_NOTHING, Kind::broken, "the connection ended before the answer"},
    Meaning{CURLE_RECV_ERROR, Kind::broken, k_lost},
    Meaning{CURLE_SEND_ERROR, Kind::broken, k_lost},
    Meaning{CURLE_OUT_OF_MEMORY, Kind::refused, "a header of the answer is too long"},  // how 7.88 says it
    Meaning{CURLE_BAD_CONTENT_ENCODING, Kind::refused,
            "the answer is packed in a way that was not asked for"},
    Meaning{CURLE_UNSUPPORTED_PROTOCOL, Kind::refused, "its answer is not HTTP"},
    Meaning{CURLE_URL_MALFORMAT, Kind::refused, "the address makes no sense"},
    Meaning{CURLE_PEER_FAILED_VERIFICATION, Kind::insecure, k_unverified},
    Meaning{CURLE_SSL_CONNECT_ERROR, Kind::insecure, "no secure connection could be made"},
    Meaning{CURLE_SSL_CACERT_BADFILE, Kind::insecure, "the certificates of this system cannot be read"},
    Meaning{CURLE_SSL_ISSUER_ERROR, Kind::insecure, k_unverified},
    Meaning{CURLE_SSL_INVALIDCERTSTATUS, Kind::insecure, k_unverified},
};

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

bool has_no_network(CURL* handle) {
  long number = 0;
  curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &number);
  return number == ENETUNREACH || number == ENETDOWN;
}

}  // namespace

Transfer::Transfer(CURL* handle, std::size_t max_bytes, bool any_address, BodySink* sink)
    : m_handle(handle), m_max_bytes(max_bytes), m_any_address(any_address), m_sink(sink) {
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, m_words.data());
}

Transfer::~Transfer() {
  curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, nullptr);
}

Result<HttpResponse, HttpError> Transfer::take_response() {
  m_response.status = status();
  if (is_for_sink() && !m_sink_began && !begin_sink()) {  // no byte came, which is an answer too
    return *m_sink_error;
  }
  return std::move(m_response);
}

int Transfer::status() const {
  long status = 0;
  curl_easy_getinfo(m_handle, CURLINFO_RESPONSE_CODE, &status);
  return static_cast<int>(status);
}

bool Transfer::is_for_sink() const {
  return m_sink != nullptr && (status() == 200 || status() == 206);
}

bool Transfer::begin_sink() {
  m_sink_began = true;
  m_response.status = status();
  m_sink_error = m_sink->begin(m_response);
  return !m_sink_error || stop(Stop::sink);
}

HttpError Transfer::error(CURLcode code, const std::string& host) const {
  switch (m_stop) {
    case Stop::sink:
      return *m_sink_error;
    case Stop::body_too_large:
      return {Kind::too_large, fmt::format("{}: the answer is larger than {} KiB", host, m_max_bytes >> 10U)};
    case Stop::headers_too_large:
      return {Kind::refused, fmt::format("{}: the headers of the answer are too many or too long", host)};
    case Stop::bad_header:
      return {Kind::refused, fmt::format("{}: a header of the answer holds control characters", host)};
    case Stop::private_address:
      return {Kind::refused,
              fmt::format("{}: its address {} is not on the public internet", host, m_refused_address)};
    case Stop::none:
      break;
  }
  if (code == CURLE_COULDNT_CONNECT && has_no_network(m_handle)) {
    return {Kind::offline, fmt::format("{}: no network", host)};
  }
  for (const Meaning& meaning : k_meanings) {
    if (meaning.code == code && meaning.kind == Kind::insecure) {
      return insecure(host, meaning.words);
    }
    if (meaning.code == code) {
      return {meaning.kind, fmt::format("{}: {}", host, meaning.words)};
    }
  }
  return {Kind::broken, fmt::format("{}: {}", host, curl_easy_strerror(code))};
}

/// What is wrong with a certificate only libcurl's own words tell, and also whether the line was cut in the
/// middle of shaking hands, which says nothing about security.
HttpError Transfer::insecure(const std::string& host, std::string_view words) const {
  constexpr std::string_view k_prefix = "SSL certificate problem: ";
  std::string reason = util::clean_line(m_words.data(), k_longest_reason);
  if (reason.starts_with(k_prefix)) {
    reason.erase(0, k_prefix.size());
  }
  for (const std::string_view cut : {"SSL_connect: ", "unexpected eof"}) {
    if (reason.find(cut) != std::string::npos) {
      return {Kind::broken, fmt::format("{}: {}", host, k_lost)};
    }
  }
  return {Kind::insecure, fmt::format("{}: {}{}", host, words, reason.empty() ? "" : " (" + reason + ")")};
}

std::size_t Transfer::on_body(const char* data, std::size_t /*one*/, std::size_t size, void* self) {
  return static_cast<Transfer*>(self)->add_body({data, size}) ? size : 0;
}

std::size_t Transfer::on_header(const char* data, std::size_t /*one*/, std::size_t size, void* self) {
  return static_cast<Transfer*>(self)->add_header({data, size}) ? size : 0;
}

curl_socket_t Transfer::on_socket(void* self, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (!transfer.m_any_address && !is_public_address(address->addr)) {
    transfer.m_refused_address = to_text(address->addr);
    transfer.stop(Stop::private_address);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool Transfer::add_to_sink(std::string_view bytes) {
  if (!m_sink_began && !begin_sink()) {
    return false;
  }
  m_sink_error = m_sink->write(bytes);
  return !m_sink_error || stop(Stop::sink);
}

bool Transfer::add_body(std::string_view bytes) {
  if (is_for_sink()) {
    return add_to_sink(bytes);
  }
  if (bytes.size() > m_max_bytes - m_response.body.size()) {
    return stop(Stop::body_too_large);
  }
  m_response.body += bytes;
  return true;
}

bool Transfer::add_header(std::string_view line) {
  m_stop = Stop::none;  // a refused address was not the only one that the host has
  m_header_bytes += line.size();
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  if (m_header_bytes > k_max_header_bytes || m_response.headers.size() >= k_max_headers) {
    return stop(Stop::headers_too_large);
  }
  if (std::any_of(line.begin(), line.end(), is_control)) {
    return stop(Stop::bad_header);
  }
  if (util::starts_with_ignoring_case(line, "HTTP/")) {
    m_response.headers.clear();  // what came before belongs to an interim answer (1xx)
    return true;
  }
  if (const auto colon = line.find(':'); colon != std::string_view::npos) {
    m_response.headers.emplace_back(util::lower(line.substr(0, colon)), util::trim(line.substr(colon + 1)));
  }
  return true;
}

bool Transfer::stop(Stop why) {
  m_stop = why;
  return false;
}

}  // namespace papers::net
