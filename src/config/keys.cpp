#include "config/keys.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/toml_document.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::config {
namespace {

using List = std::vector<std::string>;

constexpr std::size_t k_shown_columns = 60;
constexpr double k_most_weight = 1000;
constexpr std::size_t k_longest_name = 40;

Key hook(std::string name, std::string summary) {
  return {std::move(name), List{}, std::move(summary), 0, 0, {}, /*free=*/true, /*file_only=*/true};
}

/// Headings of sections in weekly logs, beyond the usual ones.
Key section_key(std::string_view section, std::string_view content) {
  return {fmt::format("log.{}", section),
          List{},
          fmt::format("further headings of {} in weekly logs", content),
          0,
          0,
          {}};
}

std::vector<Key> fixed_keys() {
  return {
      {"limits.depth", 2, "steps along references from what you added; papers beyond are parked", 0, 20, {}},
      {"limits.max_papers", 500, "papers that one root may bring into the library", 1, 100'000, {}},
      {"limits.reading", 3, "items that may be read at the same time", 1, 100, {}},
      {"limits.year_floor", 0, "papers older than this year are not followed; 0 for no limit", 0, 9999, {}},
      {"week.hours", 6.0, "hours for reading in a week", 0, 168, {}},
      {"week.starts", "monday", "first day of the week", 0, 0, {"monday", "sunday"}},
      {"lang", "auto", "language of reports; auto follows the locale", 0, 0, {"auto", "en", "zh"}},
      section_key("progress", "what was done"),
      section_key("plan", "what is planned"),
      section_key("questions", "questions"),
      section_key("needs", "what the advisor is asked for"),
      section_key("review", "what became of an older plan"),
      section_key("wanted", "what is to be read some day"),
      {"sources.references",
       List{"semantic-scholar", "openalex", "arxiv-html", "crossref"},
       "who is asked for references, in order",
       0,
       0,
       {"semantic-scholar", "openalex", "arxiv-html", "crossref"}},
      {"fetch.contact", "", "your e-mail address, told to the services that ask for one", 0, 0, {}},
      {"fetch.arxiv_interval",
       3.0,
       "seconds between requests to arXiv; never below 3 for arxiv.org itself",
       0,
       3600,
       {}},
      {"fetch.retry_base",
       3.0,
       "seconds before a failed request is tried again; each further wait is longer",
       0,
       3600,
       {}},
      hook("hooks.on-add", "program and its arguments, asked before `papers add` adds an item"),
      hook("hooks.on-done", "program and its arguments, asked before an item is marked as read"),
      hook("hooks.on-next", "program and its arguments, told what `papers next` answers"),
      {"hooks.timeout", 10.0, "seconds after which a hook is ended, and counts as failed", 0.1, 600, {}},
  };
}

bool is_printable(std::string_view text) {
  return !text.empty() && util::is_utf8(text) && util::printable(text) == text;
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= k_longest_name && util::is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return util::is_lower(c) || util::is_digit(c) || c == '-'; });
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return ' ' <= c && c <= '~'; });
}

/// Whether a value of the right type is one that the key takes.
class Check {
 public:
  explicit Check(const Key& key) : m_key(&key) {}

  bool operator()(int value) const { return (*this)(static_cast<double>(value)); }
  bool operator()(double value) const {
    return m_key->least <= value && value <= m_key->most;
  }  // false for NaN
  bool operator()(const std::string& text) const {
    const auto& choices = m_key->choices;
    if (m_key->free) {
      return util::printable(text) == text;
    }
    if (choices.empty()) {
      return std::holds_alternative<List>(m_key->fallback) ? is_printable(text) : is_printable_ascii(text);
    }
    return std::find(choices.begin(), choices.end(), text) != choices.end();
  }
  bool operator()(const List& list) const {
    return std::all_of(list.begin(), list.end(), [this](const std::string& text) { return (*this)(text); }) &&
           (m_key->free || std::set<std::string>(list.begin(), list.end()).size() == list.size());
  }

 private:
  const Key* m_key;
};

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
    }
    result += c;
  }
  return result + '"';
}

std::string_view without_quotes(std::string_view text) {
  const bool has_quotes =
      text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back();
  return has_quotes ? text.substr(1, text.size() - 2) : text;
}

template <class Number>
std::optional<Value> read_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional<Value>(number)
                                                                  : std::nullopt;
}

/// Either as in TOML, ["a", "b"], or a,b.
std::optional<Value> read_list(std::string_view text) {
  if (const auto toml = text.starts_with('[') ? read_toml(fmt::format("list = {}", text), "")
                                              : Result<std::vector<TomlEntry>>(std::vector<TomlEntry>{});
      toml && toml->size() == 1) {
    return toml->front().value;
  }
  if (text.starts_with('[') && !text.ends_with(']')) {
    return std::nullopt;
  }
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
    text = util::trim(text.substr(1, text.size() - 2));
  }
  List list;
  if (!text.empty()) {
    for (const std::string_view part : util::split(text, ',')) {
      list.emplace_back(without_quotes(util::trim(part)));
    }
  }
  return list;
}

/// The text as the type that the key wants; nothing when it is no such thing.
struct ReadAs {
  std::string_view text;
  std::optional<Value> operator()(int /*fallback*/) const { return read_number<int>(text); }
  std::optional<Value> operator()(double /*fallback*/) const { return read_number<double>(text); }
  std::optional<Value> operator()(const std::string& /*fallback*/) const {
    return std::string(without_quotes(text));
  }
  std::optional<Value> operator()(const List& /*fallback*/) const { return read_list(text); }
};

struct Expectation {
  const Key& key;
  std::string operator()(int /*fallback*/) const {
    return fmt::format("a whole number from {} to {}", key.least, key.most);
  }
  std::string operator()(double /*fallback*/) const {
    return fmt::format("a number from {} to {}", key.least, key.most);
  }
  std::string operator()(const std::string& /*fallback*/) const {
    return key.free              ? "text without line ends"
           : key.choices.empty() ? "text in printable ASCII"
                                 : fmt::format("one of {}", fmt::join(key.choices, ", "));
  }
  std::string operator()(const List& /*fallback*/) const {
    if (key.free) {
      return "a list of texts, e.g. [\"program\", \"argument\"]";
    }
    return fmt::format("a list of {}, each at most once",
                       key.choices.empty() ? "texts" : fmt::to_string(fmt::join(key.choices, ", ")));
  }
};

struct AsToml {
  std::string operator()(int value) const { return std::to_string(value); }
  std::string operator()(double value) const { return fmt::format("{}", value); }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(const List& list) const {
    std::vector<std::string> parts(list.size());
    std::transform(list.begin(), list.end(), parts.begin(), quoted);
    return fmt::format("[{}]", fmt::join(parts, ", "));
  }
};

}  // namespace

std::vector<Key> make_keys(std::span<const Term> terms) {
  std::vector<Key> keys = fixed_keys();
  for (const Term& term : terms) {
    keys.push_back({fmt::format("rank.{}", term.name),
                    term.weight,
                    fmt::format("weight of: {}", term.summary),
                    -k_most_weight,
                    k_most_weight,
                    {}});
  }
  return keys;
}

std::optional<Key> key_in_family(std::string_view name) {
  if (!name.starts_with(k_alias_prefix) || !is_name(name.substr(k_alias_prefix.size()))) {
    return std::nullopt;
  }
  return Key{std::string(name), std::string(),     "your own command", 0, 0, {},
             /*free=*/true,     /*file_only=*/true};
}

Result<Value> accept(const Key& key, const Value& value) {
  Value accepted = value;
  if (std::holds_alternative<double>(key.fallback) && std::holds_alternative<int>(value)) {
    accepted = static_cast<double>(std::get<int>(value));
  }
  if (accepted.index() != key.fallback.index() || !std::visit(Check(key), accepted)) {
    return unacceptable(key, to_toml(value));
  }
  return accepted;
}

Result<Value> read_value(const Key& key, std::string_view text) {
  const auto value = std::visit(ReadAs{util::trim(text)}, key.fallback);
  return value && std::visit(Check(key), *value) ? Result<Value>(*value) : unacceptable(key, text);
}

std::string expectation(const Key& key) {
  return std::visit(Expectation{key}, key.fallback);
}

std::string to_toml(const Value& value) {
  return std::visit(AsToml{}, value);
}

Error unacceptable(const Key& key, std::string_view written) {
  return {ExitCode::usage,
          fmt::format("{} is {}, expected {}", key.name,
                      util::elide(util::printable(written), k_shown_columns), expectation(key))};
}

}  // namespace papers::config
