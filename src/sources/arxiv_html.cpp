#include "sources/arxiv_html.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "net/service_names.hpp"
#include "net/url.hpp"
#include "sources/cited_works.hpp"
#include "sources/html_bibliography.hpp"
#include "sources/one_by_one.hpp"
#include "sources/paper_ids.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = net::k_arxiv_service;
constexpr const char* k_source = "arxiv-html";
constexpr const char* k_address = "https://arxiv.org/html/";
constexpr std::size_t k_max_bytes = 16U << 20U;  ///< formulas make pages of megabytes

HttpRequest request_for(const std::string& address, const Item& paper, Progress& progress) {
  HttpRequest request;
  request.url = address + id_of(paper.ids, Scheme::arxiv)->value;
  request.max_bytes = k_max_bytes;
  request.judge = judge_html;
  request.service_hosts = {"arxiv.org", "export.arxiv.org"};
  request.service = k_service;
  request.progress = &progress;
  return request;
}

/// Whether an answer comes from the page of that paper: papers without one lead to their abstract.
bool is_page_of(const Item& paper, const std::string& address) {
  const std::optional<net::Url> url = net::parse_url(address);
  const std::string page = "/html/" + id_of(paper.ids, Scheme::arxiv)->value;
  if (!url || !url->path.starts_with(page)) {
    return false;
  }
  const std::string rest = url->path.substr(page.size());
  return rest.empty() || rest.front() == 'v' || rest.front() == '/';
}

FetchedReferences bibliography(const Item& paper, const HttpResponse& response, std::string now) {
  const Identifier& citing = paper.ids.front();
  CitedWorks works;
  for (const PrintedReference& printed : parse_html_bibliography(response.body)) {
    Item work = read_printed(printed);
    work.source = k_source;
    works.add(std::move(work));
  }
  if (works.size() == 0) {
    return no_list(citing, k_source, std::move(now), ReferenceAnswer::unknown);
  }
  FetchedReferences references = works.take(citing, k_source, std::move(now));
  references.list.stated = static_cast<int>(references.list.entries.size());
  references.list.complete = true;  // it is the paper's own list
  return references;
}

}  // namespace

ArxivHtml::ArxivHtml(const SourceSettings& settings, HttpClient& http)
    : m_service(settings, http, k_address, settings.arxiv_url) {}

bool ArxivHtml::handles(const Item& paper) const {
  return id_of(paper.ids, Scheme::arxiv) != nullptr;
}

FetchedReferenceLists ArxivHtml::fetch(std::span<const Item> papers, Progress& progress) {
  const auto ask = [&](const Item& paper) {
    return m_service.http.send(request_for(m_service.address, paper, progress));
  };
  const auto read = [this](const Item& paper,
                           const SinglePaper::Answer& answer) -> Result<FetchedReferences, ServiceProblem> {
    if (!answer) {
      return describe(k_service, answer.error());
    }
    const std::string now = util::to_moment(m_service.clock.now());
    const bool has_no_page = answer->status == 404 || answer->status == 410;
    if (has_no_page || (answer->status == 200 && !is_page_of(paper, answer->url))) {
      return no_list(paper.ids.front(), k_source, now, ReferenceAnswer::unknown);
    }
    if (answer->status != 200) {
      return describe(k_service, *answer, m_service.clock.now());
    }
    if (const Verdict verdict = judge_html(*answer); verdict != Verdict::good) {
      const bool is_cut = verdict == Verdict::again;
      return describe_nonsense(k_service, is_cut ? "half a page" : "something else instead of a page",
                               is_cut);
    }
    return bibliography(paper, *answer, now);
  };
  return ask_one_by_one({k_source, k_service, m_service.offline, ask, read}, papers, progress);
}

Verdict judge_html(const HttpResponse& response) {
  constexpr std::size_t k_ends = 1024;  ///< bytes at either end in which a page shows itself as one
  const std::string_view body = util::trim(response.body);
  const std::string front = util::lower(body.substr(0, k_ends));
  if (!body.empty() && front.find("<html") == std::string::npos &&
      front.find("<!doctype html") == std::string::npos) {
    return Verdict::bad;
  }
  const std::string back = util::lower(body.substr(body.size() - std::min(k_ends, body.size())));
  return back.find("</html>") == std::string::npos ? Verdict::again : Verdict::good;
}

}  // namespace papers::sources
