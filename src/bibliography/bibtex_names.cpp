#include "bibliography/bibtex_names.hpp"

#include <algorithm>

#include "bibliography/latex_text.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::bibliography {
namespace {

constexpr std::size_t k_most_names = 50'000;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '~';
}

std::string plain(std::string_view latex) {
  return util::clean_line(latex_to_text(latex));
}

/// Pieces between separators that stand outside braces.
template <class IsSeparator>
std::vector<std::string_view> pieces(std::string_view text, IsSeparator is_separator) {
  std::vector<std::string_view> found;
  int depth = 0;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
    if (depth <= 0 && is_separator(text[at])) {
      found.push_back(text.substr(from, at - from));
      from = at + 1;
    }
  }
  found.push_back(text.substr(std::min(from, text.size())));
  return found;
}

std::vector<std::string_view> words_of(std::string_view text) {
  auto words = pieces(text, is_blank);
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

/// The words from the first to the last, with what stands between them.
std::string_view span_of(const std::vector<std::string_view>& words, std::size_t first, std::size_t last) {
  const char* const begin = words[first].data();
  const char* const end = words[last - 1].data() + words[last - 1].size();
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// Whether a word is a particle for BibTeX: its first letter is small. What an accent stands on counts, a
/// group in braces does not.
bool is_small(std::string_view word) {
  if (word.starts_with('{') && !word.starts_with("{\\")) {
    return false;
  }
  const std::string text = plain(word);
  return !text.empty() && util::is_lower(text.front());
}

/// "First von Last".
Person without_comma(std::string_view name) {
  const auto words = words_of(name);
  if (words.size() < 2) {
    return {"", plain(name), ""};
  }
  std::size_t family = words.size() - 1;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (is_small(words[i])) {
      family = i;
      break;
    }
  }
  const std::string given = family == 0 ? std::string() : plain(span_of(words, 0, family));
  return {given, plain(span_of(words, family, words.size())), ""};
}

/// "family=Oord, given=Aaron, prefix=van den".
Person from_pairs(const std::vector<std::string_view>& parts) {
  Person person;
  std::string prefix;
  for (const std::string_view part : parts) {
    const auto equals = part.find('=');
    const std::string name = util::lower(util::trim(part.substr(0, equals)));
    const std::string value =
        equals == std::string_view::npos ? std::string() : plain(part.substr(equals + 1));
    if (name == "family") {
      person.family = value;
    } else if (name == "given") {
      person.given = value;
    } else if (name == "suffix") {
      person.suffix = value;
    } else if (name == "prefix") {
      prefix = value;
    }
  }
  person.family = prefix.empty() ? person.family : prefix + " " + person.family;
  return person;
}

bool has_pairs(const std::vector<std::string_view>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    const std::string name = util::lower(util::trim(part));
    return name.starts_with("family=") || name.starts_with("given=");
  });
}

/// In braces from the first to the last sign: not to be divided.
bool is_one_group(std::string_view name) {
  if (!name.starts_with('{')) {
    return false;
  }
  int depth = 0;
  for (std::size_t at = 0; at < name.size(); ++at) {
    depth += name[at] == '{' ? 1 : name[at] == '}' ? -1 : 0;
    if (depth == 0) {
      return at + 1 == name.size();
    }
  }
  return false;
}

/// Several names between commas are a mistake that is seen often; BibTeX itself refuses them.
constexpr std::size_t k_most_parts = 3;

void add_name(std::vector<Person>& names, std::string_view name) {
  const auto add = [&names](Person person) {
    if (!printed(person).empty() && names.size() < k_most_names) {
      names.push_back(std::move(person));
    }
  };
  name = util::trim(name);
  if (is_one_group(name)) {
    add({"", plain(name), ""});
    return;
  }
  const auto parts = pieces(name, [](char c) { return c == ','; });
  if (has_pairs(parts)) {
    add(from_pairs(parts));
  } else if (parts.size() == 1) {
    add(without_comma(name));
  } else if (parts.size() == 2) {
    add({plain(parts[1]), plain(parts[0]), ""});
  } else if (parts.size() == k_most_parts) {
    add({plain(parts[2]), plain(parts[0]), plain(parts[1])});
  } else {
    for (const std::string_view part : parts) {
      add(without_comma(util::trim(part)));
    }
  }
}

bool is_others(std::string_view name) {
  const std::string lower = util::lower(util::trim(name));
  return lower == "others" || lower == "{others}" || lower == "et al." || lower == "et al";
}

/// Where the next " and " outside braces begins and ends; the end of the text when there is none.
struct Joint {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Joint next_joint(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
    const bool blank_before = at > from && is_blank(text[at - 1]);
    if (depth <= 0 && (blank_before || at == from) && at + 3 <= text.size() &&
        (at + 3 == text.size() || is_blank(text[at + 3])) &&
        util::starts_with_ignoring_case(text.substr(at), "and")) {
      return {at, at + 3};
    }
  }
  return {text.size(), text.size()};
}

}  // namespace

std::vector<Person> read_bibtex_names(std::string_view latex) {
  std::vector<Person> names;
  for (std::size_t from = 0; from < latex.size();) {
    const Joint joint = next_joint(latex, from);
    const std::string_view name = latex.substr(from, joint.begin - from);
    if (!is_others(name)) {
      add_name(names, name);
    }
    from = std::max(joint.end, from + 1);
  }
  return names;
}

}  // namespace papers::bibliography
