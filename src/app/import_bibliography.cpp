#include "app/import_bibliography.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "app/read_text.hpp"
#include "app/same_entry.hpp"
#include "bibliography/bibtex_reader.hpp"
#include "bibliography/csl_reader.hpp"
#include "bibliography/entry_item.hpp"
#include "bibliography/ris_reader.hpp"
#include "model/details.hpp"
#include "model/item_json.hpp"
#include "model/key_alias.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

using bibliography::Bibliography;
using bibliography::Entry;
using bibliography::Remark;

bool is_blank(const nlohmann::ordered_json& value) {
  return value.is_null() || value == "" || value.empty();
}

std::string name_of(const Entry& entry) {
  return entry.key.empty() ? "this entry" : util::clean_line(entry.key, 60);
}

/// Takes over names, and whatever is not known yet; nothing that is known changes.
void fill_in(Item& stored, const Item& item) {
  for (const Identifier& id : item.ids) {
    if (std::find(stored.ids.begin(), stored.ids.end(), id) == stored.ids.end()) {
      stored.ids.push_back(id);
    }
  }
  for (const model::ItemField& field : model::item_fields()) {
    if (field.origin == model::ItemField::Origin::source && is_blank(field.get(stored))) {
      field.set(stored, field.get(item));
    }
  }
  model::fill_in(stored.details, item.details);
}

/// Keeps entry after entry; they must outlive it.
class Keeping {
 public:
  Keeping(Change& change, const ImportTools& tools, std::string_view source)
      : m_change(change), m_tools(tools), m_source(source), m_now(util::to_moment(tools.clock.now())) {}

  void keep(const Entry& entry) {
    Item item = bibliography::item_from(entry, m_source);
    const bool named = std::any_of(item.ids.begin(), item.ids.end(),
                                   [](const Identifier& id) { return !model::is_key_alias(id); });
    if (item.title.empty() && !named) {
      m_problems.push_back(
          {entry.line, fmt::format("{} has neither a title nor an identifier", name_of(entry))});
      return;
    }
    if (auto stored = meant_by(item, entry)) {
      complete(*std::move(stored), item, entry);
    } else {
      add(std::move(item), entry);
    }
  }

  [[nodiscard]] ImportReport report() const { return m_report; }
  [[nodiscard]] std::vector<Remark>& problems() { return m_problems; }
  [[nodiscard]] std::vector<Remark>& notes() { return m_notes; }
  [[nodiscard]] int possible_versions() const { return m_possible; }

 private:
  [[nodiscard]] const Library& library() const { return m_change.library(); }

  /// The item that the entry is about. Takes from `item` the names that belong to another work.
  std::optional<Item> meant_by(Item& item, const Entry& entry) {
    auto meant = by_ids(item, entry);
    auto called = by_key(item, entry, meant ? meant->row : 0);
    if (meant && called && meant->row != called->row) {
      std::erase_if(item.ids, model::is_key_alias);  // saving would join the two
    }
    if (meant || called) {
      return meant ? std::move(meant) : std::move(called);
    }
    return by_looks(item);
  }

  std::optional<Item> by_ids(Item& item, const Entry& entry) {
    std::optional<Item> meant;
    std::vector<Identifier> free;
    for (const Identifier& id : item.ids) {
      auto stored = model::is_key_alias(id) ? std::nullopt : library().find(id);
      if (stored && !agrees_by_id(*stored, item, id)) {
        note(entry, fmt::format("{} is that of \"{}\" too; {} is kept without it", format(id),
                                display_title(*stored), name_of(entry)));
        continue;
      }
      free.push_back(id);
      if (stored && meant && stored->row != meant->row) {
        note(entry, fmt::format("\"{}\" and \"{}\" become one work: {} has identifiers of both",
                                display_title(*meant), display_title(*stored), name_of(entry)));
      }
      if (stored && !meant) {
        meant = std::move(stored);
      }
    }
    item.ids = std::move(free);
    return meant;
  }

  /// By what the bibliography calls it, be it a key of ours or one taken over before. `meant` is the row of
  /// the item that its identifiers name, 0 for none: the keys of that one need no more agreement.
  std::optional<Item> by_key(Item& item, const Entry& entry, std::int64_t meant) {
    std::optional<Item> called;
    std::vector<Identifier> free;
    for (const Identifier& id : item.ids) {
      auto stored = model::is_key_alias(id) ? library().find(id) : std::nullopt;
      const bool agrees = !stored || stored->row == meant || agrees_by_key(*stored, item);
      if (!agrees || (stored && called && stored->row != called->row)) {
        note(entry, fmt::format("the key {} is that of \"{}\" too; this entry is kept without it",
                                util::clean_line(model::aliased_key(id), 60), display_title(*stored)));
        continue;
      }
      free.push_back(id);
      if (!called) {
        called = std::move(stored);
      }
    }
    item.ids = std::move(free);
    if (called) {
      return called;
    }
    auto stored = library().find_key(entry.key);
    return stored && agrees_by_key(*stored, item) ? stored : std::nullopt;
  }

  std::optional<Item> by_looks(const Item& item) {
    std::vector<Item> namesakes = item.title.empty() ? std::vector<Item>() : library().titled(item.title);
    const auto same = std::find_if(namesakes.begin(), namesakes.end(),
                                   [&item](const Item& other) { return looks_the_same(other, item); });
    if (same != namesakes.end()) {
      return std::move(*same);
    }
    m_possible += std::any_of(namesakes.begin(), namesakes.end(),
                              [&item](const Item& other) { return may_be_versions(other, item); })
                      ? 1
                      : 0;
    return std::nullopt;
  }

  void add(Item item, const Entry& entry) {
    give_up_taken_key(item);
    item.state = m_tools.wishes.state.value_or(State::queued);
    item.root = is_kept(item.state);
    item.added = m_now;
    apply_wishes(item);
    m_change.save(item);
    ++m_report.added;
    tell(item, entry, /*is_changed=*/true);
  }

  /// A key that another item has is one more name of this one, which a bibliography that is written has
  /// again.
  void give_up_taken_key(Item& item) {
    auto alias = library().find_key(item.key) ? model::key_alias(item.key) : std::nullopt;
    if (alias && !library().find(*alias)) {
      item.ids.push_back(*std::move(alias));
      item.key.clear();
    }
  }

  void complete(Item stored, Item& item, const Entry& entry) {
    const Item before = stored;
    std::erase_if(item.ids, [&stored](const Identifier& id) {
      return model::is_key_alias(id) && model::aliased_key(id) == stored.key;
    });
    fill_in(stored, item);
    if (stored.state == State::found) {
      stored.state = m_tools.wishes.state.value_or(State::queued);
      stored.root = is_kept(stored.state);
    }
    apply_wishes(stored);
    m_change.save(stored);
    const bool is_changed = stored != before;
    ++(is_changed ? m_report.changed : m_report.known);
    tell(stored, entry, is_changed);
  }

  /// What the reader would not expect of an entry that was kept as this item. Importing again is no news.
  void tell(const Item& item, const Entry& entry, bool is_changed) {
    const auto [seen, is_first] = m_seen.try_emplace(item.row, Seen{&entry, is_changed});
    if (!is_first && (is_changed || seen->second.is_changed)) {
      const Entry& first = *seen->second.entry;
      note(entry,
           fmt::format("{} is one work with {} of line {}: \"{}\"", name_of(entry),
                       first.key.empty() ? "the entry" : name_of(first), first.line, display_title(item)));
    }
    const auto owner = is_changed ? library().find_key(entry.key) : std::nullopt;
    if (owner && owner->row != item.row) {
      note(entry, fmt::format("the key {} is that of \"{}\" here; this entry is called {}", name_of(entry),
                              display_title(*owner), item.key));
    }
  }

  void apply_wishes(Item& item) const {
    item.tags.insert(item.tags.end(), m_tools.wishes.tags.begin(), m_tools.wishes.tags.end());
    std::sort(item.tags.begin(), item.tags.end());
    item.tags.erase(std::unique(item.tags.begin(), item.tags.end()), item.tags.end());
  }

  void note(const Entry& entry, std::string what) { m_notes.push_back({entry.line, std::move(what)}); }

  struct Seen {
    const Entry* entry = nullptr;
    bool is_changed = false;
  };

  Change& m_change;
  const ImportTools& m_tools;
  std::string_view m_source;
  std::string m_now;
  ImportReport m_report;
  std::vector<Remark> m_problems;
  std::vector<Remark> m_notes;
  int m_possible = 0;
  std::unordered_map<std::int64_t, Seen> m_seen;  ///< the first entry that became the item of this row
};

std::vector<std::string> lines_of(std::vector<Remark> remarks) {
  std::stable_sort(remarks.begin(), remarks.end(),
                   [](const Remark& a, const Remark& b) { return a.line < b.line; });
  std::vector<std::string> lines;
  std::transform(remarks.begin(), remarks.end(), std::back_inserter(lines),
                 [](const Remark& remark) { return fmt::format("line {}: {}", remark.line, remark.what); });
  return lines;
}

void append(std::vector<Remark>& all, std::vector<Remark>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

ImportReport keep_bibliography(Bibliography read, std::string_view source, const std::string& name,
                               const ImportTools& tools) {
  if (read.entries.empty() && !read.problems.empty()) {
    throw Failure(ExitCode::failed, fmt::format("{}: no entry could be read: {}", name,
                                                lines_of({read.problems.front()}).front()));
  }
  Change change = tools.library.begin("import", fmt::format("import {}", name));
  Keeping keeping(change, tools, source);
  for (const Entry& entry : read.entries) {
    keeping.keep(entry);
  }
  ImportReport report = keeping.report();
  report.entries = static_cast<int>(read.entries.size());
  append(read.problems, keeping.problems());
  append(read.notes, keeping.notes());
  report.problems = lines_of(std::move(read.problems));
  report.notes = lines_of(std::move(read.notes));
  if (keeping.possible_versions() > 0) {
    report.notes.push_back(fmt::format("{} may be another version of a work that you have: papers check",
                                       keeping.possible_versions()));
  }
  if (!tools.dry_run) {
    change.commit();
  }
  return report;
}

ImportReport import_bibtex(std::istream& in, const std::string& name, const ImportTools& tools) {
  return keep_bibliography(bibliography::read_bibtex(read_text(in, name)), "bibtex", name, tools);
}

ImportReport import_ris(std::istream& in, const std::string& name, const ImportTools& tools) {
  return keep_bibliography(bibliography::read_ris(read_text(in, name)), "ris", name, tools);
}

ImportReport import_csl(std::istream& in, const std::string& name, const ImportTools& tools) {
  return keep_bibliography(bibliography::read_csl(read_text(in, name)), "csl", name, tools);
}

}  // namespace papers::app
