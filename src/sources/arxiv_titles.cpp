#include "sources/arxiv_titles.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "net/service_names.hpp"
#include "net/url.hpp"
#include "sources/arxiv.hpp"
#include "sources/arxiv_item.hpp"
#include "sources/atom_feed.hpp"
#include "util/strings.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = net::k_arxiv_service;
constexpr int k_most = 5;

Verdict judge_feed(const HttpResponse& response) {
  const Result<AtomFeed, FeedError> feed = parse_atom_feed(response.body);
  if (!feed) {
    return feed.error().kind == FeedError::Kind::cut_short ? Verdict::again : Verdict::bad;
  }
  return feed->is_hollow() ? Verdict::again : Verdict::good;
}

/// The words of a title as a phrase: quotes, brackets and colons mean something in a query.
std::string phrase(const std::string& title) {
  std::string plain = title;
  std::replace_if(
      plain.begin(), plain.end(),
      [](char c) { return std::string_view("\"\\()[]{}:;,.?!$^_*~`/").find(c) != std::string_view::npos; },
      ' ');
  std::vector<std::string> words;
  for (const std::string_view word : util::words(plain)) {
    words.push_back(net::percent_encode(word));
  }
  return "%22" + util::join(words, "+") + "%22";
}

TitleFinds finds_from(const AtomFeed& feed) {
  TitleFinds finds;
  for (const AtomEntry& entry : feed.entries) {
    if (std::optional<Item> work = entry.is_error() ? std::nullopt : item_from(entry)) {
      finds.works.push_back(std::move(*work));
    }
  }
  return finds;
}

}  // namespace

ArxivTitles::ArxivTitles(const SourceSettings& settings, HttpClient& http)
    : m_service(settings, http, k_arxiv_address, settings.arxiv_url) {}

TitleFinds ArxivTitles::search(const std::string& title, Progress& progress) {
  HttpRequest request;
  request.url = fmt::format("{}?search_query=ti:{}&max_results={}", m_service.address, phrase(title), k_most);
  request.judge = judge_feed;
  request.service_hosts = {"arxiv.org", "export.arxiv.org"};
  request.service = k_service;
  request.progress = &progress;
  const Result<HttpResponse, HttpError> answer = m_service.http.send(request);
  if (is_interrupted(answer)) {
    return {{}, std::nullopt, /*interrupted=*/true};
  }
  if (!answer) {
    return {{}, describe(k_service, answer.error())};
  }
  if (answer->status != 200) {
    return {{}, describe(k_service, *answer, m_service.clock.now())};
  }
  const Result<AtomFeed, FeedError> feed = parse_atom_feed(answer->body);
  if (!feed || feed->is_hollow()) {
    const std::string what = feed ? "an empty page though it has more" : feed.error().message;
    return {{}, describe_nonsense(k_service, what, judge_feed(*answer) == Verdict::again)};
  }
  return finds_from(*feed);
}

}  // namespace papers::sources
