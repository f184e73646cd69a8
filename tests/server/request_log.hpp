// RequestLog: what was asked of the server, and when.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace papers::test {

struct LoggedRequest {
  std::chrono::steady_clock::time_point time;  ///< when the whole request had arrived
  std::string method;
  std::string target;                          ///< path and query as sent
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

/// Written by the server's threads, read by the test: every call is safe from any thread.
class RequestLog {
 public:
  void record(LoggedRequest request);
  void clear();

  /// Those whose target begins with `path`, in the order of their arrival; "" for all.
  [[nodiscard]] std::vector<LoggedRequest> to(std::string_view path) const;
  [[nodiscard]] std::size_t count(std::string_view path = "") const;
  /// The shortest time between two neighbouring requests to `path`; the longest there is when there are fewer
  /// than two.
  [[nodiscard]] std::chrono::milliseconds closest(std::string_view path) const;
  /// Waits until that many requests to `path` have come; false when they do not come in time.
  [[nodiscard]] bool wait_for(std::string_view path, std::size_t count,
                              std::chrono::milliseconds limit) const;

 private:
  mutable std::mutex m_mutex;
  std::vector<LoggedRequest> m_requests;
};

}  // namespace papers::test
