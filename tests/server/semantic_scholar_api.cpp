#include "server/semantic_scholar_api.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "server/query_string.hpp"
#include "server/s2_paper.hpp"
#include "server/title_search.hpp"
#include "server/work_ids.hpp"

namespace papers::test {
namespace {

constexpr std::size_t k_max_ids = 500;
constexpr std::size_t k_max_page = 1000;
constexpr std::size_t k_max_depth = 10'000;
constexpr std::size_t k_max_bytes = 10'000'000;

using Query = std::map<std::string, std::string>;

Answer json_answer(int status, std::string body) {
  return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

Answer error(int status, const std::string& message) {
  return json_answer(status, compact({{"error", message}}) + "\n");
}

Answer found(const Json& value) {
  std::string body = spaced(value) + "\n";
  return body.size() > k_max_bytes ? error(400, "Response would exceed maximum size.")
                                   : json_answer(200, std::move(body));
}

Answer not_found(const std::string& id) {
  return error(404, "Paper with id " + id + " not found");
}

/// What the gateway says: another key, and no end of line.
Answer gateway(int status, const Json& message, const std::string& type) {
  Answer answer = json_answer(status, spaced(message));
  if (!type.empty()) {
    answer.headers.emplace_back("x-amzn-ErrorType", type);
  }
  return answer;
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    list += (list.empty() ? "" : ", ") + name;
  }
  return "[" + list + "]";
}

/// The complaint about parameters that the endpoint does not have.
std::optional<Answer> unacceptable(const Query& query, const std::vector<std::string>& accepted) {
  std::vector<std::string> bad;
  for (const auto& [name, value] : query) {
    if (std::ranges::find(accepted, name) == accepted.end()) {
      bad.push_back(name + "=" + value);
    }
  }
  return bad.empty() ? std::nullopt : std::optional(error(400, "Unacceptable query params: " + joined(bad)));
}

std::optional<Answer> unsupported(const S2Fields& fields) {
  return fields.unknown.empty()
             ? std::nullopt
             : std::optional(error(400, "Unrecognized or unsupported fields: " + joined(fields.unknown)));
}

std::string value_of(const Query& query, const std::string& name) {
  const auto entry = query.find(name);
  return entry == query.end() ? "" : entry->second;
}

std::optional<std::size_t> number_of(const Query& query, const std::string& name, std::size_t absent) {
  const std::string text = value_of(query, name);
  if (text.empty()) {
    return absent;
  }
  const bool number = text.size() <= 6 && text.find_first_not_of("0123456789") == std::string::npos;
  return number ? std::optional<std::size_t>(std::stoul(text)) : std::nullopt;
}

bool is_paper_id(const std::string& id) {
  return id.size() == 40 && id.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
}

const Work* work_named(const std::string& id, const Catalogue& catalogue) {
  const std::size_t colon = std::min(id.find(':'), id.size());
  const std::string scheme = lower(id.substr(0, colon));
  const std::string value = id.substr(std::min(colon + 1, id.size()));
  if (scheme == "arxiv") {
    return is_arxiv_id(value) ? catalogue.find(value) : nullptr;
  }
  if (scheme == "corpusid") {
    return catalogue.find_named("corpus:" + value);
  }
  if (scheme == "url") {
    const std::size_t abs = value.find("arxiv.org/abs/");
    return abs == std::string::npos ? nullptr : catalogue.find(value.substr(abs + 14));
  }
  const std::string name = scheme == "doi" ? value : id;
  return is_paper_id(id) || is_doi(name) ? catalogue.find_named(name) : nullptr;
}

const Work* paper_named(const std::string& id, const Catalogue& catalogue) {
  const Work* work = work_named(id, catalogue);
  return work != nullptr && work->coverage.s2 != Coverage::none ? work : nullptr;
}

Answer batch(const LoggedRequest& request, const Query& query, const Catalogue& catalogue,
             const S2Rules& rules) {
  const S2Fields fields = s2_paper_fields(value_of(query, "fields"));
  const std::vector<std::string> ids = batch_ids(request);
  if (const auto bad = unacceptable(query, {"fields"})) {
    return *bad;
  }
  if (const auto bad = unsupported(fields)) {
    return *bad;
  }
  if (ids.size() > k_max_ids) {
    return error(400, "Too many paper ids: at most " + std::to_string(k_max_ids));
  }
  S2Budget budget{rules.nested_cap};
  Json papers = Json::array();
  bool any = false;
  for (const std::string& id : ids) {
    const Work* work = paper_named(id, catalogue);
    any = any || work != nullptr;
    papers.push_back(work == nullptr ? Json() : s2_paper(*work, fields, catalogue, budget));
  }
  return any ? found(papers) : error(400, "No valid paper ids given");
}

Answer one_paper(const std::string& id, const Query& query, const Catalogue& catalogue) {
  const S2Fields fields = s2_paper_fields(value_of(query, "fields"));
  const Work* work = paper_named(id, catalogue);
  if (const auto bad = unacceptable(query, {"fields"})) {
    return *bad;
  }
  if (const auto bad = unsupported(fields)) {
    return *bad;
  }
  if (work == nullptr) {
    return not_found(id);
  }
  S2Budget budget{k_max_depth};
  Json paper = s2_paper(*work, fields, catalogue, budget);
  if (fields.nested && paper["references"].size() > k_max_page) {
    paper["references"].erase(paper["references"].begin() + k_max_page, paper["references"].end());
  }
  return found(paper);
}

/// A slice of the list; "next" only while there is one.
Answer page_of(const Work& work, const S2Fields& fields, std::size_t offset, std::size_t limit,
               const Catalogue& catalogue) {
  const std::size_t count = s2_reference_count(work);
  Json page = {{"offset", offset}};
  if (offset + limit < count) {
    page["next"] = offset + limit;
  }
  page["data"] = Json::array();
  for (std::size_t i = offset; i < std::min(count, offset + limit); ++i) {
    page["data"].push_back(s2_citation(work.references[i], fields, catalogue));
  }
  return found(page);
}

Answer references(const std::string& id, const Query& query, const Catalogue& catalogue) {
  const S2Fields fields = s2_citation_fields(value_of(query, "fields"));
  const auto offset = number_of(query, "offset", 0);
  const auto limit = number_of(query, "limit", 100);
  const Work* work = paper_named(id, catalogue);
  if (const auto bad = unacceptable(query, {"fields", "offset", "limit"})) {
    return *bad;
  }
  if (const auto bad = unsupported(fields)) {
    return *bad;
  }
  if (!offset || !limit || *limit == 0 || *limit > k_max_page) {
    return error(400, "limit must be a number from 1 to " + std::to_string(k_max_page));
  }
  if (*offset + *limit >= k_max_depth) {
    return error(400, "offset + limit must be < " + std::to_string(k_max_depth));
  }
  if (work == nullptr) {
    return not_found(id);
  }
  return work->coverage.s2 == Coverage::withheld ? found(s2_withheld(*work))
                                                 : page_of(*work, fields, *offset, *limit, catalogue);
}

Answer match(const Query& query, const Catalogue& catalogue) {
  const S2Fields fields = s2_paper_fields(value_of(query, "fields"));
  if (const auto bad = unsupported(fields)) {
    return *bad;
  }
  const auto hits = search_titles(catalogue, value_of(query, "query"),
                                  [](const Work& work) { return work.coverage.s2 != Coverage::none; });
  if (hits.empty()) {
    return error(404, "Title match not found");
  }
  S2Budget none{0};
  Json paper = s2_paper(*hits.front().work, fields, catalogue, none);
  paper["matchScore"] = 150 * hits.front().score;
  return found({{"data", Json::array({paper})}});
}

}  // namespace

std::vector<std::string> batch_ids(const LoggedRequest& request) {
  const Json body = Json::parse(request.body, nullptr, /*allow_exceptions=*/false);
  std::vector<std::string> ids;
  if (body.is_object() && body.contains("ids") && body["ids"].is_array()) {
    for (const Json& id : body["ids"]) {
      ids.push_back(id.is_string() ? id.get<std::string>() : "");
    }
  }
  return ids;
}

Answer s2_too_many_requests() {
  return gateway(
      429, {{"message", "Too Many Requests. Please wait and try again or apply for a key."}, {"code", "429"}},
      "");
}

Answer s2_forbidden() {
  return gateway(403, {{"message", "Forbidden"}}, "ForbiddenException");
}

Answer s2_timeout() {
  return gateway(504, {{"message", "Endpoint request timed out"}}, "");
}

Answer answer_s2(const LoggedRequest& request, const Catalogue& catalogue, const S2Rules& rules) {
  static constexpr std::string_view k_paper = "/graph/v1/paper/";
  static constexpr std::string_view k_references = "/references";
  const auto key = request.headers.find("x-api-key");
  if (!rules.key.empty() && (key == request.headers.end() || key->second != rules.key)) {
    return s2_forbidden();
  }
  const std::string& target = request.target;
  const std::size_t mark = std::min(target.find('?'), target.size());
  const Query query = parse_query(std::string_view(target).substr(std::min(mark + 1, target.size())));
  if (!target.starts_with(k_paper)) {
    return error(404, "Not found");
  }
  const std::string rest =
      decode_percent(std::string_view(target).substr(k_paper.size(), mark - k_paper.size()));
  if (rest == "batch") {
    return request.method == "POST" ? batch(request, query, catalogue, rules)
                                    : error(405, "Method not allowed");
  }
  if (rest == "search/match") {
    return match(query, catalogue);
  }
  return rest.ends_with(k_references)
             ? references(rest.substr(0, rest.size() - k_references.size()), query, catalogue)
             : one_paper(rest, query, catalogue);
}

}  // namespace papers::test
