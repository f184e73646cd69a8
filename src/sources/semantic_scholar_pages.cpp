#include "sources/semantic_scholar_pages.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "net/service_names.hpp"
#include "net/url.hpp"
#include "sources/json_fields.hpp"

namespace papers::sources {
namespace {

constexpr int k_page = 1'000;
constexpr int k_end = 9'999;  ///< offset + limit stay below 10,000
constexpr const char* k_fields = "contexts,paperId,title,externalIds,year,authors,venue";

Verdict judge_page(const HttpResponse& response) {
  return verdict(parse_s2_page(response.body).ok(), response.body);
}

/// "DOI:10.1093/mind/lix.236.433" as part of a path: the service wants colons and slashes as they are.
std::string path_of(const std::string& name) {
  std::string path;
  for (const char c : name) {
    path += c == ':' || c == '/' ? std::string(1, c) : net::percent_encode(std::string(1, c));
  }
  return path;
}

/// Adds the page at an offset. The offset of the next one, if there is one.
std::optional<int> add_page(S2List& list, const ServiceApi& api, const std::string& path, int offset,
                            Progress& progress) {
  const ServiceApi::Answer answer =
      api.get(fmt::format("paper/{}/references?fields={}&offset={}&limit={}", path, k_fields, offset,
                          std::min(k_page, k_end - offset)),
              judge_page, progress);
  list.interrupted = is_interrupted(answer);
  if (list.interrupted || (answer && answer->status == 404)) {
    return std::nullopt;
  }
  if (!answer || answer->status != 200) {
    list.problem = api.problem(answer);
    return std::nullopt;
  }
  Result<S2Page> page = parse_s2_page(answer->body);
  if (!page) {
    const bool later = judge_page(*answer) == Verdict::again;
    list.problem = describe_nonsense(net::k_s2_service, page.error().message, later);
    return std::nullopt;
  }
  list.withheld = page->withheld;
  std::move(page->entries.begin(), page->entries.end(), std::back_inserter(list.entries));
  return page->next;
}

}  // namespace

S2List fetch_s2_list(const ServiceApi& api, const std::string& name, Progress& progress) {
  S2List list;
  const std::string path = path_of(name);
  for (std::optional<int> offset = 0; offset && *offset < k_end;) {
    const std::optional<int> next = add_page(list, api, path, *offset, progress);
    offset =
        next && *next >= *offset + k_page / 100 ? next : std::nullopt;  // a page that stands still ends it
  }
  return list;
}

}  // namespace papers::sources
