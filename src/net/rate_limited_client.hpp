// RateLimitedClient: one request at a time to each service, with a pause between two, over all
// processes of the user (arXiv asks for three seconds, counted over all machines that one controls).
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "papers/clock.hpp"
#include "papers/http.hpp"

#include "net/rate_gate.hpp"

namespace papers::net {

/// The pace of one service.
struct RateLimit {
  std::string host;  ///< "arxiv.org": it and all hosts below it; or "127.0.0.1:8080": just that
  std::string gate;  ///< name of the gate; limits with the same name share it
  std::chrono::milliseconds interval;
  std::string service = {};  ///< HttpRequest::service that it is for; "" for all
};

class RateLimitedClient final : public HttpClient {
 public:
  struct Options {
    std::filesystem::path folder;   ///< of the gates; made when missing
    std::vector<RateLimit> limits;  ///< the first that fits a host counts; other hosts are not limited
    const std::atomic<bool>* interrupted = nullptr;
    int patience = 240;  ///< half seconds to wait for other processes
  };

  RateLimitedClient(HttpClient& inner, Clock& clock, Options options);

  /// Throws Failure when the folder of the gates cannot be made or locked. A gate that cannot be marked
  /// before a request is an error of kind `refused`; after one it is passed over.
  Result<HttpResponse, HttpError> send(const HttpRequest& request) override;

 private:
  [[nodiscard]] const RateLimit* limit_for(const HttpRequest& request) const;
  [[nodiscard]] bool is_interrupted() const;
  Result<HttpResponse, HttpError> send_through(const RateGate& gate, const HttpRequest& request);

  HttpClient& m_inner;
  Clock& m_clock;
  Options m_options;
};

}  // namespace papers::net
