#include "export/bibtex_text.hpp"

#include <algorithm>

#include "bibliography/bibtex_names.hpp"
#include "bibliography/person.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::formats {
namespace {

/// What TeX needs for a sign; "" for one that it prints as it is.
std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "\\&";
    case '%':
      return "\\%";
    case '$':
      return "\\$";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '\\':
      return "\\textbackslash{}";
    default:
      return "";
  }
}

/// "--" is a dash for TeX, "``" a quote.
bool makes_ligature(char before, char c) {
  return before == c && (c == '-' || c == '`' || c == '\'');
}

/// Signs behind which a word may begin or end.
bool is_border(char c) {
  return std::string_view(" -/:;,.()[]\"").find(c) != std::string_view::npos;
}

/// A capital that is not the first letter of its word.
bool needs_protection(std::string_view word) {
  const auto first = std::find_if(word.begin(), word.end(), util::is_letter);
  return first != word.end() && std::any_of(std::next(first), word.end(), util::is_upper);
}

std::string written(const bibliography::Person& person) {
  std::string name = bibtex_text(person.family);
  if (!person.suffix.empty()) {
    name += ", " + bibtex_text(person.suffix);
  }
  return person.given.empty() ? name : name + ", " + bibtex_text(person.given);
}

std::string bibtex_name(const std::string& name) {
  const bibliography::Person person = bibliography::person_from(name);
  if (!person.given.empty()) {
    std::string text = written(person);
    const auto back = bibliography::read_bibtex_names(text);
    if (back.size() == 1 && bibliography::printed(back.front()) == name) {
      return text;
    }
  }
  return "{" + bibtex_text(name) + "}";
}

}  // namespace

std::string bibtex_text(std::string_view text) {
  std::string result;
  char before = '\0';
  for (const char c : text) {
    if (makes_ligature(before, c)) {
      result += "{}";
    }
    const std::string_view escape = escape_of(c);
    if (escape.empty()) {
      result += c;
    } else {
      result += escape;
    }
    before = c;
  }
  return result;
}

std::string bibtex_title(std::string_view title) {
  std::string result;
  while (!title.empty()) {
    const auto end =
        static_cast<std::size_t>(std::find_if(title.begin(), title.end(), is_border) - title.begin());
    const std::string_view word = title.substr(0, end);
    result += needs_protection(word) ? "{" + bibtex_text(word) + "}" : bibtex_text(word);
    title.remove_prefix(end);
    const auto next =
        static_cast<std::size_t>(std::find_if_not(title.begin(), title.end(), is_border) - title.begin());
    result += bibtex_text(title.substr(0, next));
    title.remove_prefix(next);
  }
  return result;
}

std::string bibtex_names(const std::vector<std::string>& names) {
  std::vector<std::string> written_names;
  std::transform(names.begin(), names.end(), std::back_inserter(written_names), bibtex_name);
  return util::join(written_names, " and ");
}

std::string bibtex_pages(std::string_view pages) {
  constexpr std::string_view k_dash = "–";
  const std::size_t dash = pages.find(k_dash);
  return dash == std::string_view::npos
             ? bibtex_text(pages)
             : bibtex_text(pages.substr(0, dash)) + "--" + bibtex_text(pages.substr(dash + k_dash.size()));
}

std::string bibtex_address(std::string_view address) {
  std::string result;
  for (const char c : address) {
    switch (c) {
      case '{':
        result += "%7B";
        break;
      case '}':
        result += "%7D";
        break;
      case '\\':
        result += "%5C";
        break;
      default:
        result += c;
    }
  }
  return result;
}

bool is_bibtex_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte != 0x7F && std::string_view("\"#%'(),={}~\\").find(c) == std::string_view::npos;
  });
}

}  // namespace papers::formats
