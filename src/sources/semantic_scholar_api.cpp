#include "sources/semantic_scholar_api.hpp"

#include "sources/paper_ids.hpp"

namespace papers::sources {

std::string s2_paper_name(std::span<const Identifier> ids) {
  if (const Identifier* id = id_of(ids, Scheme::arxiv)) {
    return "ARXIV:" + id->value;
  }
  if (const Identifier* id = id_of(ids, Scheme::doi)) {
    return "DOI:" + id->value;
  }
  const Identifier* id = id_of(ids, Scheme::s2);
  return id == nullptr ? "" : id->value;
}

}  // namespace papers::sources
