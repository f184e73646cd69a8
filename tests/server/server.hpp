// Server: the services and a few web pages on a port of this machine, with every fault of a real network.
//
// One catalogue of works feeds all services: arXiv with its HTML pages, Semantic Scholar, OpenAlex, Crossref.
//
// Lives in the test's own process, on threads of its own; plain HTTP on 127.0.0.1. All calls are safe at any
// time.
#pragma once

#include <limits>
#include <memory>
#include <string>

#include "server/answer.hpp"
#include "server/arxiv_api.hpp"
#include "server/catalogue.hpp"
#include "server/fault.hpp"
#include "server/openalex_api.hpp"
#include "server/request_log.hpp"
#include "server/semantic_scholar_api.hpp"

namespace papers::test {

class Server {
 public:
  static constexpr int k_always = std::numeric_limits<int>::max();

  /// Listens on a free port at once.
  explicit Server(const std::vector<Work>& works = {}, FeedStyle style = FeedStyle::current);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  /// Hangs up on everybody.
  ~Server();

  [[nodiscard]] std::string address() const;  ///< "http://127.0.0.1:40123"

  /// Adds a work, or replaces the one of the same id.
  void publish(const Work& work);
  /// Keys and limits of a service.
  void set_rules(const S2Rules& rules);
  void set_rules(const OpenAlexRules& rules);
  /// What a path is answered with, a service's path too; without one it is a 404.
  void serve(const std::string& path, const Answer& answer);
  /// Spoils the next requests whose target begins with `path`. Faults queue up: the first one said comes
  /// first.
  void spoil(const std::string& path, Fault fault, int times = 1);
  /// The same of those requests whose body holds `part`: an id that is asked for in a batch.
  void spoil_asking(const std::string& path, const std::string& part, Fault fault, int times = 1);
  /// Forgets all faults that are still to come.
  void heal();

  [[nodiscard]] RequestLog& requests();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace papers::test
