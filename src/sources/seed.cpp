#include "sources/seed.hpp"

#include <filesystem>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "util/atomic_file.hpp"
#include "util/strings.hpp"

namespace papers::sources {

Seed::Seed(std::string file) : m_file(std::move(file)) {}

bool Seed::handles(const Identifier& id) const {
  return id.scheme == Scheme::arxiv || id.scheme == Scheme::doi;
}

Fetched Seed::fetch(std::span<const Identifier> ids, Progress& /*progress*/) {
  load();
  Fetched fetched;
  for (const Identifier& id : ids) {
    const ReferenceList* list = references_of(id);
    const auto item = m_items.find(main_id(id));
    if (item == m_items.end() && list == nullptr) {
      fetched.problems.push_back({id, FetchProblem::Kind::unknown, std::string(name()),
                                  fmt::format("{} is not in the seed data", format(id)), false});
      continue;
    }
    FetchedWork work{id, {}, {}};
    if (item != m_items.end()) {
      work.item = item->second;
    } else {
      work.item.ids = {main_id(id)};
    }
    work.item.source = name();
    if (list != nullptr) {
      work.references = *list;
    }
    fetched.works.push_back(std::move(work));
  }
  return fetched;
}

const ReferenceList* Seed::references_of(const Identifier& id) {
  load();
  const auto found = m_lists.find(main_id(id));
  return found == m_lists.end() ? nullptr : &found->second;
}

std::optional<FetchedReferences> Seed::fetch_references(std::span<const Identifier> ids) {
  const ReferenceList* list = nullptr;
  for (const Identifier& id : ids) {
    list = list == nullptr ? references_of(id) : list;
  }
  if (list == nullptr) {
    return std::nullopt;
  }
  FetchedReferences fetched{*list, {}, {}};
  fetched.list.citing = ids.front();
  std::set<Identifier> seen;
  for (Reference& entry : fetched.list.entries) {
    if (entry.id) {
      entry.id = main_id(*entry.id);
      if (seen.insert(*entry.id).second) {
        fetched.cited.push_back(work_of(entry));
      }
    }
  }
  return fetched;
}

/// The paper that an entry names, by its own record or else by the entry.
Item Seed::work_of(const Reference& entry) const {
  if (const auto item = m_items.find(*entry.id); item != m_items.end()) {
    return item->second;
  }
  Item work;
  work.ids = {*entry.id};
  work.title = entry.title;
  work.year = entry.year;
  if (!entry.author.empty()) {
    work.authors = {entry.author};
  }
  work.source = name();
  return work;
}

Identifier Seed::main_id(const Identifier& id) const {
  const auto found = m_main_ids.find(id);
  if (found != m_main_ids.end()) {
    return found->second;
  }
  return {id.scheme, id.value, 0};
}

void Seed::load() {
  if (m_loaded) {
    return;
  }
  m_loaded = true;
  if (m_file.empty() || !std::filesystem::exists(m_file)) {
    return;
  }
  try {
    read_lines(util::read_file(m_file));
  } catch (const Failure& failure) {
    m_warning = fmt::format("the seed data cannot be used: {}", failure.what());
  }
}

void Seed::read_lines(std::string_view text) {
  int number = 0;
  int damaged = 0;
  std::string first;
  for (const std::string_view line : util::split(text, '\n')) {
    ++number;
    if (util::trim(line).empty()) {
      continue;
    }
    try {
      read_record(std::string(line));
    } catch (const Failure& failure) {
      if (++damaged == 1) {
        first = fmt::format("{}, line {}: {}", m_file, number, failure.what());
      }
    }
  }
  if (damaged > 0) {
    m_warning = fmt::format("{} (damaged lines passed over: {}; install papers again to repair them)", first,
                            damaged);
  }
}

void Seed::read_record(const std::string& line) {
  const nlohmann::ordered_json record = value_or_throw(model::parse_json(line));
  const nlohmann::ordered_json type =
      record.is_object() ? record.value("type", nlohmann::ordered_json()) : nullptr;
  if (type == "paper") {
    Item item;
    model::apply_json(item, record);
    if (item.ids.empty()) {
      throw Failure(ExitCode::failed, "a paper without an id");
    }
    const Identifier first = item.ids.front();
    for (const Identifier& id : item.ids) {
      m_main_ids.emplace(id, first);
    }
    m_items.emplace(first, std::move(item));
  } else if (type == "references") {
    ReferenceList list = model::list_from_json(record);
    const Identifier citing = list.citing;
    m_lists.emplace(citing, std::move(list));
  }
}

}  // namespace papers::sources
