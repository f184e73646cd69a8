#include "config/config_file.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "config/toml_document.hpp"
#include "util/atomic_file.hpp"

namespace papers::config {
namespace {

constexpr std::size_t k_max_bytes = 1U << 20U;
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

/// A replacement of `length` bytes at `offset`.
struct Edit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;
};

std::string apply(std::string text, const Edit& edit) {
  return text.replace(edit.offset, edit.length, edit.text);
}

/// Positions that toml++ gives (lines from 1, columns in characters from 1) as offsets into the text.
class Document {
 public:
  explicit Document(std::string_view text) : m_text(text) {
    m_line_starts.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') {
        m_line_starts.push_back(i + 1);
      }
    }
  }

  [[nodiscard]] std::string_view text() const { return m_text; }

  [[nodiscard]] std::size_t offset(toml::source_position position) const {
    std::size_t at = line_start(position.line);
    for (auto column = position.column; column > 1 && at < m_text.size(); --column) {
      do {
        ++at;
      } while (at < m_text.size() && (static_cast<unsigned char>(m_text[at]) & 0xC0U) == 0x80U);
    }
    return at;
  }

  /// Where line `line` begins; the end of the text when there are fewer.
  [[nodiscard]] std::size_t line_start(std::size_t line) const {
    return line <= m_line_starts.size() ? m_line_starts[line - 1] : m_text.size();
  }

  /// A new line after line `line` (0: before the first), ended as the others are.
  [[nodiscard]] Edit new_line(std::size_t line, const std::string& content) const {
    const std::size_t at = line_start(line + 1);
    const bool needs_end = at == m_text.size() && !m_text.empty() && m_text.back() != '\n';
    return {at, 0, (needs_end ? line_end() : "") + content + line_end()};
  }

  [[nodiscard]] std::string line_end() const {
    return m_text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  }

  [[nodiscard]] std::string indentation(std::size_t line) const {
    const std::string_view rest = m_text.substr(line_start(line));
    return std::string(rest.substr(0, std::min(rest.find_first_not_of(" \t"), rest.size())));
  }

  /// The last line of the comment that heads the text, if a blank line parts it from what follows; else 0.
  [[nodiscard]] std::size_t heading_end() const {
    std::size_t line = 1;
    while (line <= m_line_starts.size() && m_text.substr(line_start(line)).starts_with('#')) {
      ++line;
    }
    const std::string_view rest = m_text.substr(line_start(line));
    const bool is_blank = rest.starts_with('\n') || rest.starts_with("\r\n");
    return line > 1 && is_blank ? line : 0;
  }

 private:
  std::string_view m_text;
  std::vector<std::size_t> m_line_starts;
};

struct KeyParts {
  std::string section;  ///< "limits", or "" for a key outside of tables
  std::string name;     ///< "depth"
};

KeyParts parts(std::string_view key) {
  const std::size_t dot = key.find('.');
  return dot == std::string_view::npos
             ? KeyParts{"", std::string(key)}
             : KeyParts{std::string(key.substr(0, dot)), std::string(key.substr(dot + 1))};
}

const toml::table* section_of(const toml::table& root, const KeyParts& key) {
  return key.section.empty() ? &root : root[key.section].as_table();
}

/// The last of the values that stand in the table itself, nullptr when there are none.
const toml::node* last_value(const toml::table& table) {
  const toml::node* last = nullptr;
  for (const auto& [name, node] : table) {
    const bool is_later = last == nullptr || node.source().end > last->source().end;
    if (!node.is_table() && !node.is_array_of_tables() && is_later) {
      last = &node;
    }
  }
  return last;
}

/// Ways to write the key, the most natural first. Not each is right for every document: a table may
/// have been written as a header, with dotted keys or in one line. The caller tries them in turn.
std::vector<Edit> possible_edits(const Document& document, const toml::table& root, const KeyParts& key,
                                 const std::string& value) {
  std::vector<Edit> edits;
  const std::string line = fmt::format("{} = {}", key.name, value);
  const std::string dotted = key.section.empty() ? line : fmt::format("{}.{}", key.section, line);
  const toml::table* section = section_of(root, key);
  if (section == nullptr) {
    const std::string gap = document.text().empty() ? "" : document.line_end();
    edits.push_back(document.new_line(
        std::string_view::npos - 1, fmt::format("{}[{}]{}{}", gap, key.section, document.line_end(), line)));
    return edits;
  }
  if (const toml::node* node = section->get(key.name)) {
    const std::size_t begin = document.offset(node->source().begin);
    return {{begin, document.offset(node->source().end) - begin, value}};
  }
  if (const toml::node* last = last_value(*section)) {
    const auto end = last->source().end;
    edits.push_back(document.new_line(end.line, document.indentation(end.line) + line));
    edits.push_back(document.new_line(end.line, document.indentation(end.line) + dotted));
    edits.push_back({document.offset(end), 0, ", " + line});
  }
  if (key.section.empty()) {
    edits.push_back(document.new_line(document.heading_end(), line));
  } else {
    const auto region = section->source();
    const std::size_t begin = document.offset(region.begin);
    edits.push_back(document.new_line(region.begin.line, line));
    edits.push_back({begin, document.offset(region.end) - begin, fmt::format("{{ {} }}", line)});
  }
  return edits;
}

/// What the document is to say afterwards.
toml::table with_value(const toml::table& root, const KeyParts& key, const std::string& value) {
  const toml::table parsed = toml::parse("value = " + value);
  toml::table result = root;
  toml::table* section = &result;
  if (!key.section.empty()) {
    section = result.insert(key.section, toml::table{}).first->second.as_table();
  }
  if (section != nullptr) {
    section->insert_or_assign(key.name, parsed["value"]);
  }
  return result;
}

bool says(const std::string& text, const toml::table& wanted) {
  try {
    return toml::parse(text) == wanted;
  } catch (const toml::parse_error&) {
    return false;
  }
}

std::string read_or_empty(const std::filesystem::path& path) {
  std::error_code error;
  const bool is_missing = !std::filesystem::exists(path, error) && !error;
  return is_missing ? std::string() : util::read_file(path, k_max_bytes);
}

}  // namespace

std::string set_in_toml(std::string_view whole, std::string_view name, std::string_view key,
                        std::string_view value) {
  const std::string_view mark =
      whole.substr(0, whole.starts_with(k_byte_order_mark) ? k_byte_order_mark.size() : 0);
  const std::string_view text = whole.substr(mark.size());
  (void)value_or_throw(read_toml(whole, name));
  const toml::table root = toml::parse(text);
  const KeyParts where = parts(key);
  const toml::table wanted = with_value(root, where, std::string(value));
  const Document document(text);
  for (const Edit& edit : possible_edits(document, root, where, std::string(value))) {
    std::string changed = apply(std::string(text), edit);
    if (says(changed, wanted)) {
      return std::string(mark) + changed;
    }
  }
  throw Failure(
      ExitCode::failed,
      fmt::format("{}: no place for {} that leaves the rest as it is; write `{} = {}` there yourself", name,
                  key, key, value));
}

void read_config_file(const std::filesystem::path& path, Settings& settings) {
  settings.overlay_toml(read_or_empty(path), path.string());
}

void set_in_config_file(const std::filesystem::path& path, const Settings& settings, std::string_view key,
                        std::string_view value) {
  const Value accepted = value_or_throw(read_value(settings.key(key), value));
  const std::string text = set_in_toml(read_or_empty(path), path.string(), key, to_toml(accepted));
  util::make_private_folder(path.parent_path());
  std::error_code error;
  const bool is_new = !std::filesystem::exists(path, error);
  // A new one is the reader's alone, whatever the umask: hooks are taken from no file that others may write.
  util::write_file(path, text, is_new);
}

}  // namespace papers::config
