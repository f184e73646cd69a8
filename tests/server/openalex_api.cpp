#include "server/openalex_api.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "server/openalex_filter.hpp"
#include "server/openalex_work.hpp"
#include "server/query_string.hpp"
#include "server/work_ids.hpp"

namespace papers::test {
namespace {

constexpr std::string_view k_works = "/works";
constexpr std::size_t k_max_line = 8190;
constexpr std::size_t k_max_page = 200;
constexpr std::size_t k_max_depth = 10'000;
constexpr std::array<std::string_view, 13> k_parameters{
    "filter", "search",   "select",  "page",   "per_page",     "per-page", "cursor",
    "sort",   "group_by", "api_key", "mailto", "include_xpac", "sample",
};

using Query = std::map<std::string, std::string>;

std::string path_of(const LoggedRequest& request) {
  return request.target.substr(0, request.target.find('?'));
}

std::string query_text(const LoggedRequest& request) {
  const std::size_t mark = request.target.find('?');
  return mark == std::string::npos ? "" : request.target.substr(mark);
}

Query query_of(const LoggedRequest& request) {
  const std::string text = query_text(request);
  return parse_query(std::string_view(text).substr(text.empty() ? 0 : 1));
}

std::string value_of(const Query& query, const std::string& name, const std::string& absent = "") {
  const auto entry = query.find(name);
  return entry == query.end() ? absent : entry->second;
}

Answer json_answer(int status, const Json& value) {
  return {status, {{"Content-Type", "application/json"}}, compact(value)};
}

Answer invalid(const std::string& message) {
  return json_answer(400, {{"error", "Invalid query parameters error."}, {"message", message}});
}

Answer unauthorized() {
  return json_answer(401, {{"error", "Invalid or missing API key"}, {"message", "API key not found"}});
}

/// A page, not JSON.
Answer not_found() {
  return {404,
          {{"Content-Type", "text/html; charset=utf-8"}},
          "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n"
          "<p>There is nothing at this address.</p>\n"};
}

Answer counted(const Json& value, int credits) {
  Answer answer = json_answer(200, value);
  answer.headers.emplace_back("X-RateLimit-Limit", "10000");
  answer.headers.emplace_back("X-RateLimit-Remaining", "9000");
  answer.headers.emplace_back("X-RateLimit-Credits-Used", std::to_string(credits));
  answer.headers.emplace_back("X-RateLimit-Reset", "39959");
  return answer;
}

bool has_key(const LoggedRequest& request, const Query& query, const OpenAlexRules& rules) {
  const auto header = request.headers.find("authorization");
  const std::string bearer = header == request.headers.end() ? "" : header->second;
  const std::string key = value_of(query, "api_key", bearer.substr(std::min<std::size_t>(bearer.size(), 7)));
  return key.empty() ? rules.keyless : rules.key.empty() || key == rules.key;
}

/// What is wrong with the parameters; "" when nothing is.
std::string complaint(const Query& query) {
  const std::vector<std::string> fields = openalex_fields();
  for (const auto& [name, value] : query) {
    if (std::ranges::find(k_parameters, name) == k_parameters.end()) {
      return name + " is not a valid parameter. Valid parameters are: ...";
    }
  }
  for (const std::string& field : split(value_of(query, "select"))) {
    if (std::ranges::find(fields, field) == fields.end()) {
      return field + " is not a valid select field. Valid fields for select are: ...";
    }
  }
  return "";
}

std::optional<std::size_t> number_of(const std::string& text) {
  const bool number =
      !text.empty() && text.size() <= 6 && text.find_first_not_of("0123456789") == std::string::npos;
  return number ? std::optional<std::size_t>(std::stoul(text)) : std::nullopt;
}

/// Which part of a list is wanted.
struct Slice {
  std::size_t first = 0;
  std::size_t per_page = 25;
  std::optional<std::size_t> page;  ///< absent with a cursor
};

/// A cursor is the number of the first result, so that the list can go on; clients see no sense in it.
std::optional<Slice> slice_of(const Query& query) {
  const auto per_page = number_of(value_of(query, "per_page", value_of(query, "per-page", "25")));
  const auto page = number_of(value_of(query, "page", "1"));
  if (!per_page || *per_page == 0 || *per_page > k_max_page || !page || *page == 0) {
    return std::nullopt;
  }
  const std::string cursor = value_of(query, "cursor");
  if (!cursor.empty()) {
    const auto first = cursor == "*" ? std::optional<std::size_t>(0) : number_of(cursor.substr(1));
    return first ? std::optional(Slice{*first, *per_page, std::nullopt}) : std::nullopt;
  }
  const bool deep = *page * *per_page > k_max_depth;
  return deep ? std::nullopt : std::optional(Slice{(*page - 1) * *per_page, *per_page, page});
}

Json meta(const OpenAlexHits& hits, const Slice& slice, std::size_t shown) {
  Json meta = {{"count", hits.works.size()}, {"db_response_time_ms", 9}};
  meta["page"] = slice.page ? Json(*slice.page) : Json();
  meta["per_page"] = slice.per_page;
  if (!slice.page) {
    meta["next_cursor"] = shown == 0 ? Json() : Json("c" + std::to_string(slice.first + shown));
  }
  meta["groups_count"] = nullptr;
  return meta;
}

Answer list(const Query& query, const Catalogue& catalogue) {
  const auto slice = slice_of(query);
  const OpenAlexHits hits = openalex_filter(value_of(query, "filter"), value_of(query, "search"), catalogue);
  if (!slice || !hits.error.empty()) {
    return invalid(slice ? hits.error : "page, per-page and cursor do not name a page of this list.");
  }
  const std::vector<std::string> select = split(value_of(query, "select"));
  Json results = Json::array();
  for (std::size_t i = slice->first; i < std::min(hits.works.size(), slice->first + slice->per_page); ++i) {
    results.push_back(openalex_work(*hits.works[i], select, catalogue));
  }
  const Json top = meta(hits, *slice, results.size());
  return counted({{"meta", top}, {"results", results}, {"group_by", Json::array()}}, hits.searched ? 10 : 1);
}

Answer one_work(const std::string& name, const LoggedRequest& request, const Catalogue& catalogue) {
  if (const Work* work = openalex_named(name, catalogue)) {
    return counted(openalex_work(*work, split(value_of(query_of(request), "select")), catalogue), 0);
  }
  if (const Work* survivor = openalex_survivor(name, catalogue)) {
    return {301, {{"Location", "/works/" + survivor->openalex + query_text(request)}}, ""};
  }
  return not_found();
}

}  // namespace

bool is_openalex(const LoggedRequest& request) {
  const std::string path = path_of(request);
  if (path == k_works) {
    const Query query = query_of(request);
    return std::ranges::none_of(
        query, [](const auto& entry) { return entry.first.starts_with("query") || entry.first == "rows"; });
  }
  return path.starts_with("/works/") && !is_doi(decode_percent(path.substr(k_works.size() + 1)));
}

Answer answer_openalex(const LoggedRequest& request, const Catalogue& catalogue, const OpenAlexRules& rules) {
  const Query query = query_of(request);
  if (request.target.size() > k_max_line) {
    return {400, {{"Content-Type", "text/html"}}, "<html><title>Bad Request</title></html>"};
  }
  if (!has_key(request, query, rules)) {
    return unauthorized();
  }
  if (const std::string wrong = complaint(query); !wrong.empty()) {
    return invalid(wrong);
  }
  const std::string path = path_of(request);
  return path == k_works ? list(query, catalogue)
                         : one_work(decode_percent(path.substr(k_works.size() + 1)), request, catalogue);
}

Answer openalex_too_many_requests(int retry_after_seconds) {
  Answer answer = json_answer(429, {{"error", "Rate limit exceeded"},
                                    {"message", "Slow down, or come back when the day is over."},
                                    {"retryAfter", retry_after_seconds}});
  answer.headers.emplace_back("Retry-After", std::to_string(retry_after_seconds));
  return answer;
}

Answer openalex_timeout() {
  return json_answer(504, {{"reason", "query_timeout"}});
}

}  // namespace papers::test
