#include "app/log_content.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace papers::app {
namespace {

using weekly::Entry;
using weekly::EntryKind;
using weekly::SectionKind;

constexpr std::array<std::pair<EntryKind, Kind>, 7> k_kinds{{{EntryKind::paper, Kind::paper},
                                                             {EntryKind::post, Kind::post},
                                                             {EntryKind::course, Kind::course},
                                                             {EntryKind::code, Kind::code},
                                                             {EntryKind::book, Kind::book},
                                                             {EntryKind::video, Kind::video},
                                                             {EntryKind::task, Kind::task}}};

const std::pair<EntryKind, Kind>* find_kind(EntryKind kind) {
  const auto* const row =
      std::find_if(k_kinds.begin(), k_kinds.end(), [kind](const auto& known) { return known.first == kind; });
  return row == k_kinds.end() ? nullptr : row;
}

/// A thing is worth an item. Where nothing says that it was done or is to be done, work without an address is
/// merely spoken of.
bool is_thing(const Entry& entry, SectionKind section) {
  const bool is_work = entry.kind == EntryKind::task || entry.kind == EntryKind::code;
  return find_kind(entry.kind) != nullptr &&
         (section != SectionKind::other || !is_work || !entry.links.empty());
}

class Layout {
 public:
  LogContent lay_out(const weekly::WeeklyLog& log) {
    for (const weekly::Week& week : log.weeks) {
      for (const weekly::Section& section : week.sections) {
        m_place = {&week, &section, nullptr, {}};
        add(section.entries, std::nullopt);
      }
    }
    const auto time = [](const Mention& mention) {
      return std::pair(mention.week->date, mention.section->kind == SectionKind::plan);
    };
    std::stable_sort(m_content.things.begin(), m_content.things.end(),
                     [&](const Mention& a, const Mention& b) { return time(a) < time(b); });
    return std::move(m_content);
  }

 private:
  /// `thing` is what they are listed below, by its place among the things.
  void add(const std::vector<Entry>& entries, std::optional<std::size_t> thing) {
    for (const Entry& entry : entries) {
      Mention mention = m_place;
      mention.entry = &entry;
      if (is_thing(entry, m_place.section->kind)) {
        m_content.things.push_back(std::move(mention));
        add(entry.entries, m_content.things.size() - 1);
        continue;
      }
      const bool is_need = m_place.section->kind == SectionKind::needs && !thing;
      if (entry.kind == EntryKind::question || is_need) {
        m_content.questions.push_back(std::move(mention));
      } else if (thing) {
        m_content.things[*thing].remarks.push_back(&entry);
      } else if (entry.kind != EntryKind::group) {
        m_content.prose.push_back(std::move(mention));
      }
      add(entry.entries, thing);
    }
  }

  Mention m_place;
  LogContent m_content;
};

}  // namespace

LogContent content_of(const weekly::WeeklyLog& log) {
  return Layout().lay_out(log);
}

Kind kind_of(weekly::EntryKind kind) {
  const auto* const row = find_kind(kind);
  return row == nullptr ? Kind::task : row->second;
}

}  // namespace papers::app
