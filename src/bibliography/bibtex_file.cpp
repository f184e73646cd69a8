#include "bibliography/bibtex_file.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "bibliography/bibtex_scanner.hpp"
#include "bibliography/months.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::bibliography {
namespace {

constexpr std::size_t k_most_shown = 60;  // bytes of a line in a problem

class Parser {
 public:
  explicit Parser(std::string_view text) : m_scan(text) {
    for (const std::string_view month : k_months) {
      m_strings.emplace(month, month);
    }
  }

  BibtexFile run() {
    while (const auto opening = m_scan.next_opening()) {
      look_for_stray_fields(opening->at);
      read(*opening);
      if (m_file.entries.size() >= k_most_entries || m_file.problems.size() >= k_most_remarks ||
          m_bytes > k_most_replaced_text) {
        problem(m_scan.at(), std::string(k_too_much));
        return std::move(m_file);
      }
    }
    look_for_stray_fields(m_scan.size());
    return std::move(m_file);
  }

 private:
  /// What looks like fields outside of any entry was one's own before a brace too many.
  void look_for_stray_fields(std::size_t to) {
    if (m_after_broken) {
      m_after_broken = false;
      return;
    }
    for (std::size_t at = m_scan.at(); at < to;) {
      const std::string_view rest = m_scan.part(at, to);
      const std::string_view line = util::trim(rest.substr(0, rest.find('\n')));
      const auto equals = std::min(line.find('='), line.size());
      const std::string_view name = util::trim(line.substr(0, equals));
      const std::string_view value = util::trim(line.substr(std::min(equals + 1, line.size())));
      if (!name.empty() && std::all_of(name.begin(), name.end(), util::is_letter) &&
          (value.starts_with('{') || value.starts_with('"'))) {
        problem(at, fmt::format("\"{}\" is part of no entry: is there a brace too many above?",
                                util::clean_line(line, k_most_shown)));
        return;
      }
      at += std::min(rest.find('\n'), rest.size()) + 1;
    }
  }

  void read(const BibtexOpening& opening) {
    m_scan.go_to(opening.body);
    m_close = opening.close;
    m_key.clear();
    try {
      read_body(opening);
    } catch (const BrokenEntry& broken) {
      if (broken.at_end && !m_scan.distrusts_braces()) {
        m_scan.distrust_braces();  // and read it again
        m_scan.go_to(opening.at);
        return;
      }
      problem(opening.at, fmt::format("{} {}", name_of(opening), broken.what));
      m_scan.go_to(broken.at_end ? m_scan.size() : std::max(broken.at, opening.body));
      m_after_broken = true;
    }
  }

  [[nodiscard]] std::string name_of(const BibtexOpening& opening) const {
    return m_key.empty() ? "this @" + opening.type : util::clean_line(m_key, k_most_shown);
  }

  void read_body(const BibtexOpening& opening) {
    if (opening.type == "comment") {
      skip_comment(opening);
    } else if (opening.type == "preamble") {
      static_cast<void>(value());
      end_of_body();
    } else if (opening.type == "string") {
      const std::string name = util::lower(field_name());
      std::string text = value();
      m_scan.skip_blanks_and_commas();
      end_of_body();
      m_strings.insert_or_assign(name, std::move(text));
    } else {
      read_entry(opening);
    }
  }

  /// Braces close as everywhere, so that what JabRef keeps in a comment is passed over whole. Once they did
  /// not, comments end at once, as they do for BibTeX.
  void skip_comment(const BibtexOpening& opening) {
    if (opening.close != '}' || m_comments_open) {
      return;
    }
    try {
      m_scan.go_to(opening.body - 1);
      static_cast<void>(m_scan.delimited());
    } catch (const BrokenEntry&) {
      m_comments_open = true;
      m_scan.go_to(opening.body);
    }
  }

  void read_entry(const BibtexOpening& opening) {
    BibtexEntry entry;
    entry.line = m_scan.line_of(opening.at);
    entry.type = opening.type;
    entry.key = m_key = key();
    while (m_scan.need_sign() != m_close) {
      if (entry.fields.size() == k_most_fields) {
        throw BrokenEntry{m_scan.at(), fmt::format("has more than {} fields", k_most_fields)};
      }
      std::string name = util::lower(field_name());
      entry.fields.push_back({std::move(name), value()});
      separator();
    }
    end_of_body();
    m_file.entries.push_back(std::move(entry));
  }

  /// The key and the comma behind it. A missing key is no reason to lose the entry.
  std::string key() {
    m_scan.skip_blanks();
    const std::size_t from = m_scan.at();
    const std::size_t end = m_scan.find(m_close == '}' ? ",=}\n\"" : ",=)\n\"");
    const std::string_view key = util::trim(m_scan.part(from, end));
    m_scan.go_to(end);
    if (m_scan.sign() == '=') {
      m_scan.go_to(from);
      return "";
    }
    if (key.size() > k_longest_name) {
      throw BrokenEntry{end, "has no key"};
    }
    separator();
    return std::string(key);
  }

  void end_of_body() {
    if (m_scan.need_sign() != m_close) {
      throw breaks_off(std::string(1, m_close));
    }
    m_scan.go_to(m_scan.at() + 1);
  }

  /// Commas between fields; one that is missing does no harm where a field follows all the same.
  void separator() {
    const bool comma = m_scan.need_sign() == ',';
    m_scan.skip_blanks_and_commas();
    const char next = m_scan.sign();
    if (!comma && next != m_close && !util::is_letter(next)) {
      throw breaks_off(fmt::format(",\" or \"{}", m_close));
    }
  }

  std::string field_name() {
    m_scan.skip_blanks();
    const std::size_t from = m_scan.at();
    const std::string_view name = m_scan.word("=,{}@\"", k_longest_name);
    if (m_scan.need_sign() != '=' || name.empty()) {
      const std::size_t at = m_scan.at();
      m_scan.go_to(from);
      BrokenEntry broken = breaks_off("field = value");
      broken.at = at;
      throw BrokenEntry(std::move(broken));
    }
    m_scan.go_to(m_scan.at() + 1);
    return std::string(name);
  }

  /// Pieces joined by "#".
  std::string value() {
    std::string text(piece());
    while (m_scan.need_sign() == '#') {
      m_scan.go_to(m_scan.at() + 1);
      text += piece();
      if (text.size() > k_longest_value) {
        break;
      }
    }
    if (text.size() > k_longest_value) {
      throw BrokenEntry{m_scan.at(), fmt::format("has a field of more than {} bytes", k_longest_value)};
    }
    m_bytes += text.size();
    if (m_bytes > k_most_replaced_text) {  // here too: a long @string makes any number of long fields
      throw BrokenEntry{m_scan.at(), fmt::format("goes beyond the {} bytes that all values together may have",
                                                 k_most_replaced_text)};
    }
    return text;
  }

  std::string_view piece() {
    const char first = m_scan.need_sign();
    if (first == '{' || first == '"') {
      return m_scan.delimited();
    }
    const std::string_view name = m_scan.word(m_close == '}' ? ",#}{\"@" : ",#){\"@", k_longest_name);
    if (name.empty()) {
      throw breaks_off("a value");
    }
    const auto known = m_strings.find(util::lower(name));
    return known == m_strings.end() ? name : std::string_view(known->second);
  }

  [[nodiscard]] BrokenEntry breaks_off(std::string_view expected) {
    return {m_scan.at(), fmt::format("breaks off: line {} has \"{}\" where \"{}\" was expected",
                                     m_scan.line_of(m_scan.at()), m_scan.shown(), expected)};
  }

  void problem(std::size_t at, std::string what) {
    m_file.problems.push_back({m_scan.line_of(at), std::move(what)});
  }

  BibtexScanner m_scan;
  char m_close = '}';
  std::string m_key;                                       ///< of the entry that is read, for messages
  bool m_after_broken = false;                             ///< what follows may be the rest of a broken entry
  bool m_comments_open = false;                            ///< braces of a comment did not close
  std::size_t m_bytes = 0;                                 ///< of all values
  std::unordered_map<std::string, std::string> m_strings;  ///< by name in lower case
  BibtexFile m_file;
};

}  // namespace

std::string_view BibtexEntry::value(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [name](const BibtexField& field) { return field.name == name; });
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

BibtexFile parse_bibtex(std::string_view text) {
  return Parser(text).run();
}

}  // namespace papers::bibliography
