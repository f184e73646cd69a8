// The members of Library about who cites whom and what is called alike.
#include "papers/library.hpp"

#include "model/title_match.hpp"
#include "store/library_impl.hpp"
#include "store/possible_versions.hpp"

namespace papers {
namespace {

/// The list with the identity that its paper has now.
ReferenceList list_for(const Identifier& citing, const store::StoredList& stored) {
  ReferenceList list = store::list_from_record(stored.record);
  list.citing = citing;
  return list;
}

}  // namespace

std::vector<Item> Library::references_of(std::int64_t row) const {
  return m_impl->guarded([&] { return m_impl->items.load_all(m_impl->citations.cited_by(row)); });
}

std::vector<Item> Library::citing(std::int64_t row) const {
  return m_impl->guarded([&] { return m_impl->items.load_all(m_impl->citations.citing(row)); });
}

std::vector<ReferenceList> Library::reference_lists(std::int64_t row) const {
  return m_impl->guarded([&] {
    std::vector<ReferenceList> lists;
    const auto citing = m_impl->items.load(row);
    if (citing) {
      for (const store::StoredList& stored : m_impl->references.lists_of(row)) {
        lists.push_back(list_for(citing->ids.front(), stored));
      }
    }
    return lists;
  });
}

void Library::each_reference_list(const std::function<bool(const ReferenceList&)>& visit) const {
  m_impl->guarded([&] {
    for (const std::int64_t row : m_impl->references.rows()) {
      const auto stored = m_impl->references.load(row);
      const auto citing = stored ? m_impl->items.load(stored->citing) : std::nullopt;
      if (citing && !visit(list_for(citing->ids.front(), *stored))) {
        return;
      }
    }
  });
}

std::vector<Citation> Library::citations() const {
  return m_impl->guarded([&] { return m_impl->citations.citations(); });
}

std::vector<Item> Library::titled(std::string_view title) const {
  return m_impl->guarded([&] {
    const std::string key = model::title_key(title);
    return key.empty() ? std::vector<Item>() : m_impl->items.load_all(m_impl->titles.rows_with(key));
  });
}

std::vector<PossibleVersion> Library::possible_versions() const {
  return m_impl->guarded([&] { return store::possible_versions(*m_impl->db); });
}

}  // namespace papers
