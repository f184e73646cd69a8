#include "weekly/item_reader.hpp"

#include <algorithm>
#include <utility>

#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"
#include "weekly/log_words.hpp"
#include "weekly/marks.hpp"

namespace papers::weekly {
namespace {

using util::is_ascii;

/// Adds a line behind another; no blank between two characters of Chinese.
void append(TextLine& text, const TextLine& line) {
  const bool apart =
      !text.text.empty() && !line.text.empty() && (is_ascii(text.text.back()) || is_ascii(line.text.front()));
  text.text += apart ? " " : "";
  const std::size_t offset = text.text.size();
  text.text += line.text;
  for (const LinkAt& link : line.links) {
    text.links.push_back({link.begin + offset, link.end + offset, link.url});
  }
}

/// The bytes of a mark of a list at the front of a text that Markdown did not take for one.
std::size_t list_mark(std::string_view text) {
  if (text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("* ")) {
    return 2;
  }
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto behind = text.substr(digits);
  return digits > 0 && digits < 4 && (behind.starts_with(". ") || behind.starts_with(") ")) ? digits + 2 : 0;
}

TextLine without_front(TextLine line, std::size_t size) {
  line.text.erase(0, size);
  for (LinkAt& link : line.links) {
    link.begin -= std::min(size, link.begin);
    link.end -= std::min(size, link.end);
  }
  return line;
}

bool is_address(const TextLine& line) {
  if (line.links.size() == 1 && line.links.front().begin == 0 && line.links.front().end == line.text.size()) {
    return line.links.front().url == line.text;
  }
  const auto addresses = find_addresses(line.text);
  return addresses.size() == 1 && addresses.front().begin == 0 && addresses.front().end == line.text.size();
}

/// The lines of an item's text, told apart.
struct ItemText {
  TextLine main;
  std::vector<TextLine> nested;         ///< entries that were written as further lines
  std::optional<TextLine> second_lead;  ///< "Paused for now:", over the list that follows
};

ItemText take_apart(const std::vector<TextLine>& lines, bool list_follows) {
  ItemText text;
  text.main = lines.front();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    if (const std::size_t mark = list_mark(line.text); mark > 0) {
      text.nested.push_back(without_front(line, mark));
    } else if (leads(text.main.text) && !is_address(line)) {
      text.nested.push_back(line);
    } else if (list_follows && i + 1 == lines.size() && leads(line.text)) {
      text.second_lead = line;
    } else {
      append(text.nested.empty() ? text.main : text.nested.back(), line);
    }
  }
  return text;
}

bool is_thing(const Entry& entry) {
  return entry.kind != EntryKind::group && entry.kind != EntryKind::note;
}

bool is_reason(const Block& item) {
  EntryContext context;
  context.under_thing = true;
  const bool has_text = !item.blocks.empty() && !item.blocks.front().lines.empty();
  return has_text &&
         read_entries(item.blocks.front().lines.front(), context).front().kind == EntryKind::reason;
}

bool only_reasons(const Block& item) {
  const auto is_list_of_reasons = [](const Block& block) {
    return block.kind != Block::Kind::list ||
           std::all_of(block.blocks.begin(), block.blocks.end(), is_reason);
  };
  return std::all_of(item.blocks.begin(), item.blocks.end(), is_list_of_reasons);
}

/// What is planned is a task, whatever it is.
void name_tasks(std::vector<Entry>& entries, const EntryContext& context) {
  for (Entry& entry : entries) {
    if (context.section == SectionKind::plan && entry.kind == EntryKind::note && entry.evidence.empty()) {
      entry.kind = EntryKind::task;
      entry.evidence = "it is planned";
    }
  }
}

class ItemReader {
 public:
  ItemReader(const Block& item, const EntryContext& context) : m_item(item), m_context(context) {}

  std::vector<Entry> read() {
    for (const Block& block : m_item.blocks) {
      if (block.kind == Block::Kind::list) {
        read_list(block);
      } else if (m_entries.empty()) {
        read_first(block);
      } else {
        add_below(read_prose(joined(block.lines), below()));
      }
    }
    return std::move(m_entries);
  }

 private:
  void read_first(const Block& text) {
    const bool list_follows = std::any_of(m_item.blocks.begin(), m_item.blocks.end(),
                                          [](const Block& block) { return block.kind == Block::Kind::list; });
    const ItemText parts = take_apart(text.lines, list_follows);
    EntryContext context = m_context;
    context.has_entries =
        !parts.nested.empty() || (list_follows && !parts.second_lead && !only_reasons(m_item));
    m_entries = read_entries(parts.main, context);
    name_tasks(m_entries, context);
    for (const TextLine& line : parts.nested) {
      std::vector<Entry> nested = read_entries(line, below());
      name_tasks(nested, below());
      add_below(std::move(nested));
    }
    if (parts.second_lead) {
      context.has_entries = true;
      for (Entry& entry : read_entries(*parts.second_lead, context)) {
        m_entries.push_back(std::move(entry));
      }
    }
  }

  void read_list(const Block& list) {
    for (const Block& item : list.blocks) {
      add_below(read_item(item, m_entries.empty() ? m_context : below()));
    }
  }

  /// What the last entry says about those below it.
  [[nodiscard]] EntryContext below() const {
    const Entry& above = m_entries.back();
    EntryContext context = m_context;
    context.has_entries = false;
    context.under_thing = is_thing(above) || (m_context.under_thing && above.kind == EntryKind::group);
    context.papers = !context.under_thing && (m_context.papers || has_word(above.text, WordList::papers)) &&
                     !has_word(above.text, WordList::work);
    return context;
  }

  void add_below(std::vector<Entry> entries) {
    for (Entry& entry : entries) {
      if (m_entries.empty()) {
        m_entries.push_back(std::move(entry));
      } else if (entry.kind == EntryKind::reason) {
        Slip slip = m_entries.back().slip.value_or(Slip{});
        slip.reason = entry.comment;
        m_entries.back().slip = std::move(slip);
      } else {
        hand_down(m_entries.back(), entry);
        m_entries.back().entries.push_back(std::move(entry));
      }
    }
  }

  /// What was said of a group holds for all of it.
  static void hand_down(const Entry& group, Entry& entry) {
    if (group.kind != EntryKind::group) {
      return;
    }
    entry.slip = entry.slip ? entry.slip : group.slip;
    entry.outcome = entry.outcome == Outcome::unsaid ? group.outcome : entry.outcome;
    for (Entry& nested : entry.entries) {
      hand_down(group, nested);
    }
  }

  const Block& m_item;
  EntryContext m_context;
  std::vector<Entry> m_entries;
};

}  // namespace

std::vector<Entry> read_item(const Block& item, const EntryContext& context) {
  return ItemReader(item, context).read();
}

std::vector<Entry> read_prose(const TextLine& text, const EntryContext& context) {
  std::vector<Entry> entries = read_entries(text, context);
  const auto says_more = [](const Entry& entry) {
    return !entry.links.empty() || entry.kind == EntryKind::question;
  };
  if (std::any_of(entries.begin(), entries.end(), says_more)) {
    return entries;
  }
  Entry note;
  note.line = text.number;
  note.evidence = "prose";
  note.text = util::clean_line(text.text);  // lines that were joined may make other characters
  note.title = note.text;
  return {note};
}

TextLine joined(const std::vector<TextLine>& lines) {
  TextLine text = lines.front();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    append(text, lines[i]);
  }
  return text;
}

bool leads(std::string_view text) {
  const std::size_t last = text.substr(0, text.size() - std::min<std::size_t>(1, text.size())).rfind(':');
  const bool is_emoji = last != std::string_view::npos && emoji_code(text.substr(last)) == text.size() - last;
  return (text.ends_with(':') && !is_emoji) || text.ends_with("：");
}

}  // namespace papers::weekly
