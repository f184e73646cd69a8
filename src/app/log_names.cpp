#include "app/log_names.hpp"

#include <algorithm>
#include <utility>

#include "app/reader_name.hpp"
#include "model/title_match.hpp"

namespace papers::app {
namespace {

bool is_wanted(State state) {
  return is_kept(state) || state == State::parked;
}

weekly::KnownWork known_work(const Item& item, bool kept) {
  // What is no paper has no title that a guess could be made from.
  return {item.kind == Kind::paper ? item.title : "",
          item.authors.empty() ? "" : item.authors.front(),
          item.year,
          {},
          kept};
}

}  // namespace

LogNames::LogNames(const Library& library, const std::set<std::int64_t>& meant) {
  std::map<Identifier, std::vector<std::string>> names;
  for (ReaderName& name : reader_names(library)) {
    names[name.item].push_back(std::move(name.text));
  }
  library.each_item({}, [&](const Item& item) {
    std::vector<std::string> of_item;
    for (const Identifier& id : item.ids) {
      const auto found = names.find(id);
      if (found != names.end()) {
        of_item.insert(of_item.end(), found->second.begin(), found->second.end());
      }
    }
    add_item(item, is_wanted(item.state) || meant.contains(item.row), of_item);
    return true;
  });
}

void LogNames::add_item(const Item& item, bool wanted, const std::vector<std::string>& names) {
  const std::size_t place = m_known.size();
  m_known.push_back({std::nullopt, item.row, std::nullopt});
  m_titles.add(known_work(item, wanted));
  for (const Identifier& id : item.ids) {
    m_by_id.emplace(id, place);
  }
  for (const std::string& name : names) {
    m_titles.add_alias(place, name);
    set_name(name, place, Certainty::pinned);
  }
  if (item.kind != Kind::paper) {
    set_name(item.title, place, Certainty::said);
  }
}

void LogNames::set_name(const std::string& name, std::size_t place, Certainty certainty) {
  const std::string key = model::title_key(name);
  if (key.empty()) {
    return;
  }
  const bool pins = certainty == Certainty::pinned;
  Named& named = m_by_name.try_emplace(key, Named{place, pins}).first->second;
  if (pins) {
    named = {place, true};
  } else if (!named.is_pinned && named.place != place) {
    named.place = std::nullopt;
  }
}

void LogNames::add_shipped(const Item& item) {
  const bool is_known = std::any_of(item.ids.begin(), item.ids.end(),
                                    [this](const Identifier& id) { return m_by_id.contains(id); });
  if (is_known) {
    return;
  }
  for (const Identifier& id : item.ids) {
    m_by_id.emplace(id, m_known.size());
  }
  m_known.push_back({std::nullopt, std::nullopt, item});
  m_titles.add(known_work(item, /*kept=*/false));
}

std::size_t LogNames::place_of(std::size_t work, const Item& item) {
  for (const Identifier& id : item.ids) {
    if (const auto found = m_by_id.find(id); found != m_by_id.end()) {
      return found->second;
    }
  }
  const std::size_t place = m_known.size();
  m_known.push_back({work, std::nullopt, std::nullopt});
  m_titles.add(known_work(item, /*kept=*/true));
  return place;
}

void LogNames::add_work(std::size_t work, const Item& item) {
  const std::size_t place = place_of(work, item);
  m_known[place] = {work, std::nullopt, std::nullopt};
  for (const Identifier& id : item.ids) {
    m_by_id.emplace(id, place);
  }
}

void LogNames::add_name(std::size_t work, const Item& item, const std::string& name) {
  const std::size_t place = place_of(work, item);
  m_titles.add_alias(place, name);
  set_name(name, place, Certainty::said);
}

const LogNames::Known* LogNames::named(const std::string& name) const {
  const auto found = m_by_name.find(model::title_key(name));
  return found == m_by_name.end() || !found->second.place ? nullptr : &m_known[*found->second.place];
}

weekly::TitleGuess LogNames::guess(const std::string& name) const {
  return m_titles.guess(weekly::read_name(name));
}

}  // namespace papers::app
