#include "server/request_log.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace papers::test {

void RequestLog::record(LoggedRequest request) {
  const std::lock_guard lock(m_mutex);
  m_requests.push_back(std::move(request));
}

void RequestLog::clear() {
  const std::lock_guard lock(m_mutex);
  m_requests.clear();
}

std::vector<LoggedRequest> RequestLog::to(std::string_view path) const {
  const std::lock_guard lock(m_mutex);
  std::vector<LoggedRequest> found;
  std::ranges::copy_if(m_requests, std::back_inserter(found),
                       [path](const LoggedRequest& request) { return request.target.starts_with(path); });
  return found;
}

std::size_t RequestLog::count(std::string_view path) const {
  return to(path).size();
}

std::chrono::milliseconds RequestLog::closest(std::string_view path) const {
  const std::vector<LoggedRequest> requests = to(path);
  auto shortest = std::chrono::milliseconds::max();
  for (std::size_t i = 1; i < requests.size(); ++i) {
    const auto gap = requests[i].time - requests[i - 1].time;
    shortest = std::min(shortest, std::chrono::duration_cast<std::chrono::milliseconds>(gap));
  }
  return shortest;
}

bool RequestLog::wait_for(std::string_view path, std::size_t wanted, std::chrono::milliseconds limit) const {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (count(path) < wanted) {
    if (std::chrono::steady_clock::now() >= end) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace papers::test
