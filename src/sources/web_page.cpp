#include "sources/web_page.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "net/url.hpp"
#include "sources/html_page.hpp"
#include "sources/service_problem.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

constexpr std::size_t k_max_bytes = 2U << 20U;

std::string host_of(const Identifier& id) {
  const std::optional<net::Url> url = net::parse_url(id.value);
  return url ? url->host : id.value;
}

bool is_html(const HttpResponse& response) {
  const std::string type = util::lower(response.header("content-type").value_or("text/html"));
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

/// "text/html; charset=GB2312" -> "gb2312".
std::string charset_of(const HttpResponse& response) {
  const std::string type = util::lower(response.header("content-type").value_or(""));
  constexpr std::string_view k_key = "charset=";
  const auto begin = type.find(k_key);
  if (begin == std::string::npos) {
    return {};
  }
  std::string_view value = std::string_view(type).substr(begin + k_key.size());
  value = util::trim(value.substr(0, value.find(';')));
  if (value.size() > 1 && value.front() == '"' && value.back() == '"') {
    value = value.substr(1, value.size() - 2);
  }
  return std::string(value);
}

FetchedWork work(const Identifier& id, std::string title) {
  FetchedWork work{id, {}, std::nullopt};
  work.item.ids = {id};
  work.item.kind = is_code_host(id) ? Kind::code : Kind::post;
  work.item.title = title.empty() ? title_from_address(id.value) : std::move(title);
  work.item.source = "web";
  return work;
}

HttpRequest request_for(const Identifier& id, const std::string& host, Progress& progress) {
  HttpRequest request;
  request.url = id.value;
  request.max_bytes = k_max_bytes;
  request.any_public_host = true;
  request.service = host;
  request.progress = &progress;
  return request;
}

}  // namespace

WebPage::WebPage(const SourceSettings& settings, HttpClient& http) : m_clock(*settings.clock), m_http(http) {}

Fetched WebPage::fetch(std::span<const Identifier> ids, Progress& progress) {
  Fetched fetched;
  int done = 0;
  for (const Identifier& id : ids) {
    const bool answered = fetch_one(id, fetched, progress);
    if (fetched.interrupted) {
      break;
    }
    ++done;
    if (answered) {
      progress.step("web pages", done, static_cast<int>(ids.size()));
    }
  }
  return fetched;
}

bool WebPage::fetch_one(const Identifier& id, Fetched& fetched, Progress& progress) {
  const std::string host = host_of(id);
  const Result<HttpResponse, HttpError> answer = m_http.send(request_for(id, host, progress));
  if (is_interrupted(answer)) {
    fetched.interrupted = true;
  } else if (!answer && answer.error().kind == HttpError::Kind::too_large) {
    fetched.works.push_back(work(id, ""));  // a file, not a page: it is there, and that is enough
  } else if (!answer) {
    fetched.problems.push_back(failed(id, name(), describe(host, answer.error())));
  } else if (answer->status == 404 || answer->status == 410) {
    fetched.problems.push_back(
        unknown(id, name(), fmt::format("{} has no page {} (HTTP {})", host, id.value, answer->status)));
  } else if (answer->status != 200) {
    fetched.problems.push_back(failed(id, name(), describe(host, *answer, m_clock.now())));
  } else {
    fetched.works.push_back(work(id, is_html(*answer) ? page_title(answer->body, charset_of(*answer)) : ""));
  }
  return answer.ok() || answer.error().kind == HttpError::Kind::too_large;
}

std::string title_from_address(const std::string& url) {
  const std::optional<net::Url> parts = net::parse_url(url);
  if (!parts) {
    return util::clean_line(url);
  }
  std::string_view path = parts->path;
  while (path.ends_with('/')) {
    path.remove_suffix(1);
  }
  const std::string segment(path.substr(path.rfind('/') + 1));
  const std::string title = util::clean_line(net::percent_decode(segment));
  return title.empty() ? parts->host : title;
}

}  // namespace papers::sources
