// Transfer: what arrives during one request, within limits, and the callbacks through which it does.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <curl/curl.h>

#include "papers/http.hpp"

namespace papers::net {

inline constexpr std::size_t k_max_header_bytes = 128U << 10U;
inline constexpr std::size_t k_max_headers = 1000;

/// Registers itself with a handle; must outlive the handle's use.
class Transfer {
 public:
  /// `any_address`: sockets to private addresses are allowed. `sink` may be nullptr.
  Transfer(CURL* handle, std::size_t max_bytes, bool any_address, BodySink* sink = nullptr);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer();

  /// The answer, once libcurl says that it came; an error when the sink has no use for it.
  [[nodiscard]] Result<HttpResponse, HttpError> take_response();
  /// Why it did not come; `host` is for the message.
  [[nodiscard]] HttpError error(CURLcode code, const std::string& host) const;

 private:
  enum class Stop { none, body_too_large, headers_too_large, bad_header, private_address, sink };

  [[nodiscard]] HttpError insecure(const std::string& host, std::string_view words) const;
  static std::size_t on_body(const char* data, std::size_t one, std::size_t size, void* self);
  static std::size_t on_header(const char* data, std::size_t one, std::size_t size, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

  [[nodiscard]] int status() const;
  /// Whether what comes is what was asked for, and not a page about an error.
  [[nodiscard]] bool is_for_sink() const;
  bool begin_sink();
  bool add_body(std::string_view bytes);
  bool add_to_sink(std::string_view bytes);
  bool add_header(std::string_view line);
  bool stop(Stop why);

  CURL* m_handle;
  std::size_t m_max_bytes;
  bool m_any_address;
  BodySink* m_sink;
  bool m_sink_began = false;
  std::optional<HttpError> m_sink_error;
  HttpResponse m_response;
  std::size_t m_header_bytes = 0;
  Stop m_stop = Stop::none;
  std::string m_refused_address;
  std::array<char, CURL_ERROR_SIZE> m_words{};  ///< libcurl's own, of what went wrong
};

}  // namespace papers::net
