#include "sources/paper_ids.hpp"

#include <algorithm>
#include <array>

namespace papers::sources {
namespace {

bool holds(std::span<const Identifier> ids, const Identifier& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool names_works(Scheme scheme) {
  return scheme == Scheme::arxiv || scheme == Scheme::doi || scheme == Scheme::s2 ||
         scheme == Scheme::openalex;
}

}  // namespace

const Identifier* id_of(std::span<const Identifier> ids, Scheme scheme) {
  const auto found =
      std::find_if(ids.begin(), ids.end(), [scheme](const Identifier& id) { return id.scheme == scheme; });
  return found == ids.end() ? nullptr : &*found;
}

void add_id(std::vector<Identifier>& ids, const std::string& text) {
  const Result<Identifier> id = parse_identifier(text);
  if (!id || !names_works(id->scheme) || holds(ids, *id)) {
    return;
  }
  if (id->scheme != Scheme::arxiv || id_of(ids, Scheme::arxiv) == nullptr) {
    ids.push_back({id->scheme, id->value, 0});
  }
}

void sort_ids(std::vector<Identifier>& ids) {
  std::stable_sort(ids.begin(), ids.end(),
                   [](const Identifier& a, const Identifier& b) { return a.scheme < b.scheme; });
}

std::vector<Identifier> new_ids(std::span<const Identifier> known, std::span<const Identifier> found) {
  std::vector<Identifier> fresh;
  std::copy_if(found.begin(), found.end(), std::back_inserter(fresh),
               [known](const Identifier& id) { return !holds(known, id); });
  return fresh;
}

std::optional<Identifier> contradiction(std::span<const Identifier> known,
                                        std::span<const Identifier> answered) {
  if (new_ids(known, answered).size() < answered.size()) {
    return std::nullopt;
  }
  for (const Scheme scheme : {Scheme::arxiv, Scheme::doi}) {
    const Identifier* other = id_of(answered, scheme);
    if (other != nullptr && id_of(known, scheme) != nullptr) {
      return *other;
    }
  }
  return std::nullopt;
}

}  // namespace papers::sources
