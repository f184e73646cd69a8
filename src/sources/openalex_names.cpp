#include "sources/openalex_names.hpp"

#include "net/url.hpp"
#include "sources/paper_ids.hpp"
#include "util/strings.hpp"

namespace papers::sources {

std::string OpenAlexName::path() const {
  return is_own ? "works/" + value : "works/doi:" + net::percent_encode(value);
}

bool OpenAlexName::fits_filter() const {
  return value.find_first_of(",|!\"") == std::string::npos;
}

std::optional<OpenAlexName> openalex_name(std::span<const Identifier> ids) {
  if (const Identifier* id = id_of(ids, Scheme::openalex)) {
    return OpenAlexName{true, id->value};
  }
  if (const Identifier* id = id_of(ids, Scheme::doi)) {
    return OpenAlexName{false, id->value};
  }
  const Identifier* id = id_of(ids, Scheme::arxiv);
  return id == nullptr ? std::nullopt : std::optional(OpenAlexName{false, "10.48550/arxiv." + id->value});
}

std::string openalex_filter(std::span<const OpenAlexName> names) {
  std::vector<std::string> values;
  for (const OpenAlexName& name : names) {
    values.push_back(net::percent_encode(name.value));
  }
  const std::string attribute = !names.empty() && names.front().is_own ? "openalex" : "doi";
  return "filter=" + attribute + ":" + util::join(values, "%7C");
}

}  // namespace papers::sources
