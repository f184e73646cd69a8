// Sources: where metadata and reference lists come from.
//
// A source answers for the ids that it knows about. Four outcomes are kept apart, always:
// found; unknown to the source; withheld by it; failed (it could not be asked).
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/clock.hpp"
#include "papers/http.hpp"
#include "papers/item.hpp"
#include "papers/reference_list.hpp"

namespace papers {

/// Progress of long work; the caller draws it. Called from the thread that fetches.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void step(std::string_view service, int done, int total) = 0;
  /// A pause that the reader would otherwise take for a hang: "rate limit", "retry 2 of 4".
  virtual void waiting(std::string_view service, std::chrono::seconds how_long, std::string_view why) = 0;
};

/// One work as a source describes it. Of the item only the ids and the fields under "What
/// sources say" are meaningful; asked-for version and newest version both live in the item.
struct FetchedWork {
  Identifier asked;
  Item item;
  std::optional<ReferenceList> references;
};

struct FetchProblem {
  enum class Kind {
    unknown,   ///< the source answered, and does not have it
    withheld,  ///< the source has it and may not say
    failed,    ///< the source could not be asked, or its answer made no sense
  };
  Identifier id;
  Kind kind = Kind::failed;
  std::string source;
  std::string message;
  bool later = false;  ///< trying again later may help: network, rate limit
};

struct Fetched {
  std::vector<FetchedWork> works;      ///< in the order asked
  std::vector<FetchProblem> problems;  ///< one for each id that no source could answer
  std::vector<std::string> warnings;   ///< said once, e.g. "arXiv could not be reached; ..."
  bool interrupted = false;            ///< Ctrl-C; what arrived is in `works`
};

/// One service, or one file, that describes works.
class MetadataSource {
 public:
  virtual ~MetadataSource() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// Whether ids of this kind are worth asking it for.
  [[nodiscard]] virtual bool handles(const Identifier& id) const = 0;
  /// Asks in as few requests as the service allows. Ids are distinct; each one comes back
  /// either in `works` or in `problems`, except after an interruption.
  virtual Fetched fetch(std::span<const Identifier> ids, Progress& progress) = 0;
};

/// What sources need of their host. Everything referred to must outlive the sources.
struct SourceSettings {
  Clock* clock = nullptr;
  ResponseCache* cache = nullptr;  ///< nullptr: nothing is cached
  const std::atomic<bool>* interrupted = nullptr;
  bool offline = false;   ///< cache and seed data only
  bool refresh = false;   ///< ask again although the cache has an answer
  std::string seed_file;  ///< JSON Lines shipped with papers
  std::string gate_dir;   ///< rate limits shared by all processes of the user
  std::string contact;    ///< goes into the User-Agent; may be empty
  std::string arxiv_url;  ///< scheme://host[:port] replacing the service's own; "" keeps it
  std::string crossref_url;
  double arxiv_interval = 3.0;  ///< seconds between two requests to arXiv; at least 3 for arxiv.org
  double retry_base = 3.0;      ///< seconds before the first retry; then times 3
  bool proxied = false;         ///< the environment names a proxy (https_proxy, all_proxy, ...)
};

/// All sources in their order, each id going to the first that answers.
class Sources {
 public:
  virtual ~Sources() = default;
  virtual Fetched fetch(std::span<const Identifier> ids, Progress& progress) = 0;
};

}  // namespace papers
