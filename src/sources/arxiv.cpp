#include "sources/arxiv.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "net/service_names.hpp"
#include "net/url.hpp"
#include "sources/arxiv_item.hpp"
#include "sources/atom_feed.hpp"
#include "util/strings.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = net::k_arxiv_service;
constexpr std::size_t k_batch = 100;
constexpr std::size_t k_max_bytes = 8U << 20U;  ///< a hundred papers are about 300 KB

using Answer = Result<HttpResponse, HttpError>;
using Reply = Result<AtomFeed, ServiceProblem>;

/// The id as the API knows it: with the version only when one was named.
std::string spelling(const Identifier& id) {
  return id.version > 0 ? fmt::format("{}v{}", id.value, id.version) : id.value;
}

const AtomEntry* error_entry(const AtomFeed& feed) {
  const auto found = std::find_if(feed.entries.begin(), feed.entries.end(),
                                  [](const AtomEntry& entry) { return entry.is_error(); });
  return found == feed.entries.end() ? nullptr : &*found;
}

void fail_all(std::span<const Identifier> ids, const ServiceProblem& problem, Fetched& fetched) {
  for (const Identifier& id : ids) {
    fetched.problems.push_back(failed(id, "arxiv", problem));
  }
}

/// Drops the id that an error names as its last word; all of them when it names none.
void drop_named(const std::string& message, std::vector<Identifier>& ids, Fetched& fetched) {
  const std::vector<std::string_view> words = util::words(message);
  const auto named = std::find_if(ids.begin(), ids.end(), [&words](const Identifier& id) {
    return !words.empty() && words.back() == spelling(id);
  });
  if (named == ids.end()) {
    fail_all(ids, describe_nonsense(k_service, "an error: " + message, /*later=*/false), fetched);
    ids.clear();
    return;
  }
  fetched.problems.push_back(
      unknown(*named, "arxiv", fmt::format("arXiv cannot read the number {}; check it", spelling(*named))));
  ids.erase(named);
}

/// The feed of an answer. One with an error entry counts as read, whatever the status.
Reply read(const Answer& answer, Time now) {
  if (!answer) {
    return describe(k_service, answer.error());
  }
  Result<AtomFeed, FeedError> feed = parse_atom_feed(answer->body);
  if (feed && error_entry(*feed) != nullptr) {
    return std::move(*feed);
  }
  if (answer->status != 200) {
    return describe(k_service, *answer, now);
  }
  if (!feed) {
    const bool later = feed.error().kind == FeedError::Kind::cut_short;
    return describe_nonsense(k_service, feed.error().message, later);
  }
  if (feed->is_hollow()) {
    return describe_nonsense(k_service, "an empty page though it has more", /*later=*/true);
  }
  return std::move(*feed);
}

/// The papers of a feed by their ids, the newest version of each.
struct Found {
  std::map<Identifier, Item> items;
  bool strangers = false;  ///< papers that nobody asked for, or entries that make no sense
};

Found sort_entries(const AtomFeed& feed, const std::vector<Identifier>& ids) {
  Found found;
  std::map<Identifier, Item>& items = found.items;
  const std::set<Identifier> asked(ids.begin(), ids.end());
  for (const AtomEntry& entry : feed.entries) {
    std::optional<Item> item = item_from(entry);
    if (!item || asked.count(item->ids.front()) == 0) {
      found.strangers = true;
      continue;
    }
    const Identifier id = item->ids.front();
    const auto known = items.find(id);
    if (known == items.end() || known->second.version.value_or(0) < item->version.value_or(0)) {
      items.insert_or_assign(id, std::move(*item));
    }
  }
  return found;
}

void take(const AtomFeed& feed, const std::vector<Identifier>& ids, Fetched& fetched) {
  Found found = sort_entries(feed, ids);
  for (const Identifier& id : ids) {
    if (const auto item = found.items.find(id); item != found.items.end()) {
      fetched.works.push_back({id, std::move(item->second), std::nullopt});
    } else if (found.strangers) {
      fetched.problems.push_back(
          failed(id, "arxiv", describe_nonsense(k_service, "other papers than it was asked for", true)));
    } else {
      fetched.problems.push_back(
          unknown(id, "arxiv", fmt::format("arXiv has no paper {}; check the number", spelling(id))));
    }
  }
}

}  // namespace

Verdict judge_arxiv(const HttpResponse& response, const std::vector<Identifier>& ids) {
  const Result<AtomFeed, FeedError> feed = parse_atom_feed(response.body);
  if (!feed) {
    return feed.error().kind == FeedError::Kind::cut_short ? Verdict::again : Verdict::bad;
  }
  if (feed->is_hollow()) {
    return Verdict::again;
  }
  const Found found = sort_entries(*feed, ids);
  return found.strangers || found.items.size() < ids.size() ? Verdict::bad : Verdict::good;
}

Arxiv::Arxiv(const SourceSettings& settings, HttpClient& http)
    : m_service(settings, http, k_arxiv_address, settings.arxiv_url) {}

Fetched Arxiv::fetch(std::span<const Identifier> ids, Progress& progress) {
  Fetched fetched;
  std::optional<ServiceProblem> lasting;
  for (std::size_t begin = 0; begin < ids.size() && !fetched.interrupted; begin += k_batch) {
    const auto batch = ids.subspan(begin, std::min(k_batch, ids.size() - begin));
    if (lasting) {
      fail_all(batch, *lasting, fetched);
      continue;
    }
    Outcome outcome = fetch_batch({batch.begin(), batch.end()}, fetched, progress);
    lasting = std::move(outcome.lasting);
    if (outcome.answered) {
      progress.step(k_service, static_cast<int>(begin + batch.size()), static_cast<int>(ids.size()));
    }
  }
  return fetched;
}

Outcome Arxiv::fetch_batch(std::vector<Identifier> ids, Fetched& fetched, Progress& progress) {
  while (!ids.empty()) {
    const Answer answer = m_service.http.send(request_for(ids, progress));
    if (is_interrupted(answer)) {
      fetched.interrupted = true;
      return {};
    }
    const Reply reply = read(answer, m_service.clock.now());
    if (!reply) {
      fail_all(ids, reply.error(), fetched);
      const bool lasting = reply.error().lasting && !m_service.offline;
      return {answer.ok(), lasting ? std::optional(reply.error()) : std::nullopt};
    }
    const AtomEntry* error = error_entry(*reply);
    if (error == nullptr) {
      take(*reply, ids, fetched);
      break;
    }
    drop_named(error->summary, ids, fetched);
  }
  return {/*answered=*/true, std::nullopt};
}

HttpRequest Arxiv::request_for(std::span<const Identifier> ids, Progress& progress) const {
  std::vector<std::string> list;
  for (const Identifier& id : ids) {
    list.push_back(net::percent_encode(spelling(id)));
  }
  HttpRequest request;
  request.url =
      fmt::format("{}?id_list={}&max_results={}", m_service.address, util::join(list, ","), ids.size());
  request.max_bytes = k_max_bytes;
  request.judge = [asked = std::vector<Identifier>(ids.begin(), ids.end())](const HttpResponse& response) {
    return judge_arxiv(response, asked);
  };
  request.service_hosts = {"arxiv.org", "export.arxiv.org"};
  request.service = k_service;
  request.progress = &progress;
  return request;
}

}  // namespace papers::sources
