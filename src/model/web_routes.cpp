#include "model/web_routes.hpp"

#include <algorithm>
#include <array>

#include "model/arxiv_id.hpp"
#include "model/service_ids.hpp"
#include "util/strings.hpp"

namespace papers::model {
namespace {

using Reader = Reading (*)(std::string_view tail);

/// An id that may be followed by the ending of a file or by a further path, as arXiv itself allows.
Reading arxiv_if_any(std::string_view tail) {
  const auto front = scan_arxiv_id(tail);
  if (!front || !*front) {
    return front ? Reading(front->error()) : std::nullopt;
  }
  const auto& [id, rest] = **front;
  if (!rest.starts_with('/') && !is_file_ending(rest)) {
    return unreadable(tail, "text behind an arXiv id; ids look like 2403.00835");
  }
  return id;
}

Reading arxiv(std::string_view tail) {
  auto reading = arxiv_if_any(tail);
  return reading ? reading : unreadable(tail, "no arXiv id in this address; ids look like 2403.00835");
}

Reading doi(std::string_view tail) {
  return read_doi(tail);
}

/// Publishers put words such as "abs" or "full" before the DOI.
Reading doi_within(std::string_view tail) {
  const auto at = tail.find("10.");
  return at == 0 || (at != std::string_view::npos && tail[at - 1] == '/') ? read_doi(tail.substr(at))
                                                                          : std::nullopt;
}

Reading s2_last(std::string_view tail) {
  return read_s2_id(tail.substr(tail.rfind('/') + 1));
}

/// What Semantic Scholar's own interface takes for an id: "ARXIV:...", "DOI:...", 40 digits.
Reading s2_api(std::string_view tail) {
  constexpr std::string_view k_paper = "graph/v1/paper/";
  if (tail.starts_with(k_paper)) {
    tail.remove_prefix(k_paper.size());
  }
  if (util::starts_with_ignoring_case(tail, "arxiv:")) {
    return arxiv(tail.substr(6));
  }
  if (util::starts_with_ignoring_case(tail, "doi:")) {
    return read_doi(tail.substr(4));
  }
  return read_s2_id(tail.substr(0, tail.find('/')));
}

Reading openalex(std::string_view tail) {
  return read_openalex_id(tail.substr(0, tail.find('/')));
}

/// Pages of `site` whose path begins with one of `folders` ("": with nothing before the id).
struct Route {
  std::string_view site;
  std::string_view folders;
  Reader read;
};

// NOLINTNEXTLINE(modernize-avoid-c-arrays): its length is counted for us
constexpr Route k_routes[] = {
    {"arxiv.org", "abs pdf html ps format src e-print tb bibtex refs cits", arxiv},
    {"ar5iv.labs.arxiv.org", "abs html pdf", arxiv},
    {"ar5iv.org", "abs html pdf", arxiv},
    {"alphaxiv.org", "abs overview pdf", arxiv_if_any},
    {"huggingface.co", "papers", arxiv_if_any},
    {"hf.co", "papers", arxiv_if_any},
    {"papers.cool", "arxiv", arxiv_if_any},
    {"scirate.com", "arxiv", arxiv_if_any},
    {"semanticscholar.org", "arxiv", arxiv_if_any},
    {"semanticscholar.org", "paper reader", s2_last},
    {"api.semanticscholar.org", "", s2_api},
    {"openalex.org", "", openalex},
    {"openalex.org", "works", openalex},
    {"api.openalex.org", "", openalex},
    {"api.openalex.org", "works", openalex},
    {"explore.openalex.org", "works", openalex},
    {"doi.org", "", doi},
    {"dl.acm.org", "doi", doi_within},
    {"link.springer.com", "article chapter book content", doi_within},
    {"onlinelibrary.wiley.com", "doi", doi_within},
    {"journals.aps.org", "", doi_within},
    {"science.org", "doi", doi_within},
    {"pnas.org", "doi", doi_within},
};

constexpr std::array<std::string_view, 6> k_code_sites{"bitbucket.org", "codeberg.org", "gitee.com",
                                                       "github.com",    "gitlab.com",   "sourceforge.net"};

constexpr std::array<std::string_view, 4> k_arxiv_names{"export", "browse", "lanl", "xxx"};

bool is_arxiv_mirror(std::string_view host) {
  constexpr std::string_view k_domain = ".arxiv.org";
  if (!host.ends_with(k_domain)) {
    return host == "xxx.lanl.gov";
  }
  const auto name = host.substr(0, host.size() - k_domain.size());
  const bool country = name.size() == 2;
  return country || std::find(k_arxiv_names.begin(), k_arxiv_names.end(), name) != k_arxiv_names.end();
}

/// What follows the folder in a path ("" as folder: the whole), or nothing when the path is another.
std::optional<std::string_view> tail_behind(std::string_view folders, std::string_view path) {
  path.remove_prefix(1);
  if (folders.empty()) {
    return path;
  }
  const auto slash = path.find('/');
  const auto names = util::words(folders);
  if (slash == std::string_view::npos ||
      std::find(names.begin(), names.end(), path.substr(0, slash)) == names.end()) {
    return std::nullopt;
  }
  return path.substr(slash + 1);
}

}  // namespace

Reading route(const WebUrl& url) {
  if (!url.port.empty()) {
    return std::nullopt;
  }
  const std::string site = site_of(url.host);
  for (const auto& row : k_routes) {
    const auto tail = row.site == site ? tail_behind(row.folders, url.path) : std::nullopt;
    std::string decoded = percent_decode(tail.value_or(""));
    if (decoded.ends_with('/')) {
      decoded.pop_back();
    }
    if (auto reading = decoded.empty() ? std::nullopt : row.read(decoded); reading) {
      return reading;
    }
  }
  return std::nullopt;
}

std::string site_of(std::string_view host) {
  std::string site = util::lower(host);
  if (site.starts_with("www.")) {
    site.erase(0, 4);
  }
  if (is_arxiv_mirror(site)) {
    return "arxiv.org";
  }
  return site == "dx.doi.org" ? "doi.org" : site;
}

bool is_known_site(std::string_view host) {
  const std::string site = site_of(host);
  return is_code_site(host) || std::any_of(std::begin(k_routes), std::end(k_routes),
                                           [&](const Route& row) { return row.site == site; });
}

bool is_code_site(std::string_view host) {
  const std::string site = site_of(host);
  return std::find(k_code_sites.begin(), k_code_sites.end(), site) != k_code_sites.end() ||
         site.starts_with("gitlab.") || site.starts_with("git.");
}

}  // namespace papers::model
