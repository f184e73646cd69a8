// The world as a test wants it: time that passes when asked to, services that answer from a script,
// a cache in memory, and a witness for what was said to the reader.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "papers/clock.hpp"
#include "papers/http.hpp"
#include "papers/source.hpp"

namespace papers::test {

/// Stands still, and moves when somebody sleeps.
class FakeClock final : public Clock {
 public:
  Time time{std::chrono::seconds(1'731'834'000)};  // 2024-11-17T09:00:00Z
  std::chrono::milliseconds uptime{1'000'000};
  std::vector<std::chrono::milliseconds> sleeps;

  [[nodiscard]] Time now() const override { return time; }
  [[nodiscard]] std::chrono::milliseconds monotonic() const override { return uptime; }
  void sleep_for(std::chrono::milliseconds duration) override {
    sleeps.push_back(duration);
    pass(duration);
  }
  void pass(std::chrono::milliseconds duration) {
    uptime += duration;
    time += std::chrono::duration_cast<std::chrono::seconds>(duration);
  }
};

/// Gives the answers of its script, in order. A request for which there is none fails the test, and so
/// does an answer that nobody asked for.
class FakeHttp final : public HttpClient {
 public:
  std::vector<HttpRequest> requests;
  std::function<void()> under_way;  ///< what happens while a request is under way

  FakeHttp() = default;
  FakeHttp(const FakeHttp&) = delete;
  FakeHttp& operator=(const FakeHttp&) = delete;
  ~FakeHttp() override {
    CHECK_MESSAGE(m_script.empty(), m_script.size(), " scripted answers were not asked for");
  }

  FakeHttp& answer(int status, std::string body = "", HttpHeaders headers = {}) {
    m_script.emplace_back(HttpResponse{status, std::move(body), std::move(headers), ""});
    return *this;
  }
  FakeHttp& fail(HttpError::Kind kind, std::string message = "service.test: broken") {
    m_script.emplace_back(HttpError{kind, std::move(message)});
    return *this;
  }

  Result<HttpResponse, HttpError> send(const HttpRequest& request) override {
    requests.push_back(request);
    if (under_way) {
      under_way();
    }
    if (m_script.empty()) {
      FAIL_CHECK("nothing is scripted for ", request.method, " ", request.url);
      return HttpError{HttpError::Kind::refused, "unscripted"};
    }
    Result<HttpResponse, HttpError> next = std::move(m_script.front());
    m_script.pop_front();
    if (next && next->url.empty()) {
      next->url = request.url;
    }
    return next;
  }

 private:
  std::deque<Result<HttpResponse, HttpError>> m_script;
};

/// Forgets when the test ends.
class MemoryCache final : public ResponseCache {
 public:
  std::map<std::string, CachedResponse> entries;

  [[nodiscard]] std::optional<CachedResponse> get(const std::string& key) override {
    const auto found = entries.find(key);
    return found == entries.end() ? std::nullopt : std::optional(found->second);
  }
  void put(const std::string& key, const CachedResponse& entry) override { entries[key] = entry; }
};

/// Remembers what the reader would have seen.
class FakeProgress final : public Progress {
 public:
  struct Step {
    std::string service;
    int done = 0;
    int total = 0;
    bool operator==(const Step&) const = default;
  };
  struct Wait {
    std::string service;
    std::chrono::seconds how_long{};
    std::string why;
    bool operator==(const Wait&) const = default;
  };
  std::vector<Step> steps;
  std::vector<Wait> waits;

  void step(std::string_view service, int done, int total) override {
    steps.push_back({std::string(service), done, total});
  }
  void waiting(std::string_view service, std::chrono::seconds how_long, std::string_view why) override {
    waits.push_back({std::string(service), how_long, std::string(why)});
  }
};

/// All that surrounds whoever asks a service.
struct FakeWorld {
  FakeClock clock;
  FakeHttp http;
  FakeProgress progress;

  HttpRequest request(std::string url, std::string service) {
    HttpRequest request;
    request.url = std::move(url);
    request.service = std::move(service);
    request.progress = &progress;
    return request;
  }
};

}  // namespace papers::test
