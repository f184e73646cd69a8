#include "bibliography/csl_reader.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "bibliography/detail_field.hpp"
#include "bibliography/entry_details.hpp"
#include "bibliography/json_elements.hpp"
#include "bibliography/person.hpp"
#include "bibliography/tagged_text.hpp"
#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::bibliography {
namespace {

using model::Json;

constexpr std::size_t k_shown = 40;  // bytes of what is no item, no title

/// A string, a number, or the first of a list of them: services differ.
std::string raw_text(const Json& value) {
  if (value.is_string()) {
    return value.get<std::string>();
  }
  if (value.is_number_integer()) {
    return model::dump(value);
  }
  return value.is_array() && !value.empty() && !value.front().is_array() ? raw_text(value.front()) : "";
}

/// Whether it is words, not a value that only can be written in such.
bool is_text(const Json& value) {
  return value.is_string() || (value.is_array() && !value.empty() && value.front().is_string());
}

std::string text_of(const Json& item, std::string_view name) {
  return util::clean_line(without_tags(raw_text(model::member(item, name))));
}

std::string first_text(const Json& item, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::string text = text_of(item, name); !text.empty()) {
      return text;
    }
  }
  return {};
}

Person person_of(const Json& name) {
  if (!name.is_object()) {
    return {"", util::clean_line(raw_text(name)), ""};
  }
  Person person{text_of(name, "given"), text_of(name, "family"), text_of(name, "suffix")};
  for (const std::string_view particle : {"non-dropping-particle", "dropping-particle"}) {
    if (const std::string text = text_of(name, particle); !text.empty()) {
      person.family = text + (person.family.empty() ? "" : " ") + person.family;
    }
  }
  if (person.family.empty()) {
    person = {"", first_text(name, {"literal", "name", "given"}), ""};
  }
  return person;
}

/// A list of names, or the only one as a string.
std::vector<std::string> authors_of(const Json& value) {
  std::vector<std::string> authors;
  const auto add = [&authors](const Json& author) {
    if (std::string name = printed(person_of(author)); !name.empty()) {
      authors.push_back(std::move(name));
    }
  };
  if (value.is_array()) {
    std::for_each(value.begin(), value.end(), add);
  } else if (value.is_string()) {
    add(value);
  }
  return authors;
}

/// {"date-parts": [[2015, 2, 6]]}, its parts as strings too, or a date in words.
std::string date_of(const Json& item) {
  for (const std::string_view name :
       {"issued", "published", "published-print", "published-online", "created"}) {
    const Json& date = model::member(item, name);
    if (!date.is_object()) {
      if (date.is_string()) {
        return util::clean_line(raw_text(date));
      }
      continue;
    }
    const Json& ranges = model::member(date, "date-parts");
    const bool has_parts = ranges.is_array() && !ranges.empty() && ranges.front().is_array();
    std::vector<std::string> parts;
    for (const Json& part : has_parts ? ranges.front() : Json::array()) {
      std::string text = util::clean_line(raw_text(part));
      parts.push_back(text.size() == 1 ? "0" + text : text);
    }
    std::string text = util::join(parts, "-");
    text = text.empty() ? first_text(date, {"raw", "literal", "date-time"}) : text;
    if (!text.empty()) {
      return text;
    }
  }
  return {};
}

/// An address for an id is none to name the entry by.
std::string key_of(const Json& item) {
  const std::string key = first_text(item, {"citation-key", "id"});
  return key.find("://") == std::string::npos ? key : std::string();
}

void add_addresses(Entry& entry, const Json& item) {
  const auto add = [&](Address::Where where, std::string value) {
    if (!value.empty()) {
      entry.addresses.push_back({where, std::move(value)});
    }
  };
  if (util::starts_with_ignoring_case(text_of(item, "archive"), "arxiv")) {
    add(Address::Where::arxiv, first_text(item, {"archive_location", "archive-location"}));
  }
  add(Address::Where::doi, text_of(item, "DOI"));
  add(Address::Where::url, text_of(item, "URL"));
  const std::string id = text_of(item, "id");
  add(id.find("://") == std::string::npos ? Address::Where::text : Address::Where::url, id);
  for (const std::string_view name : {"number", "container-title", "volume", "archive_location"}) {
    add(Address::Where::text, text_of(item, name));
  }
  const std::string note = raw_text(model::member(item, "note"));
  for (const std::string_view line : util::split(note, '\n')) {
    add(Address::Where::text, util::clean_line(line));
  }
}

/// The lines of a note but those that name the work.
std::string note_of(const Json& item) {
  const std::string note = raw_text(model::member(item, "note"));
  std::vector<std::string> lines;
  for (const std::string_view line : util::split(note, '\n')) {
    if (std::string text = util::clean_line(without_tags(line)); !text.empty() && !names_a_work(text)) {
      lines.push_back(std::move(text));
    }
  }
  return util::join(lines, "; ");
}

void add_details(Entry& entry, const Json& item) {
  for (const DetailField& field : detail_fields()) {
    if (field.csl == "note") {
      add_detail(entry, field.name, note_of(item));
    } else if (field.shape == DetailShape::names) {
      add_detail(entry, field.name, joined_names(authors_of(model::member(item, field.csl))));
    } else if (!field.csl.empty()) {
      add_detail(entry, field.name, text_of(item, field.csl));
    }
  }
  add_detail(entry, "number", text_of(item, "number"));  // of a report; a journal has issues
}

Entry entry_from(const Json& item, int line) {
  Entry entry;
  entry.line = line;
  entry.key = key_of(item);
  entry.type = &type_of_csl(text_of(item, "type"), text_of(item, "genre"));
  entry.title = is_text(model::member(item, "title")) ? text_of(item, "title") : std::string();
  entry.authors = authors_of(model::member(item, "author"));
  entry.date = date_of(item);
  entry.venue = is_printer(*entry.type) ? first_text(item, {"publisher", "container-title", "event-title"})
                                        : first_text(item, {"container-title", "event-title", "publisher"});
  entry.abstract =
      util::clean_line(without_tags(raw_text(model::member(item, "abstract"))), k_longest_abstract);
  add_details(entry, item);
  add_addresses(entry, item);
  return entry;
}

void take(Bibliography& read, const JsonElement& element) {
  if (!element.is_object) {
    const std::string shown = util::clean_line(element.text, k_shown);
    read.problems.push_back({element.line, fmt::format("this is no item, which would be in braces{}{}",
                                                       shown.empty() ? "" : ": ", shown)});
    return;
  }
  if (!element.closed) {
    read.problems.push_back(
        {element.line, "this item does not end: a bracket or quote is missing; nothing after it was read"});
    return;
  }
  const auto item = model::parse_json(element.text);
  if (!item) {
    read.problems.push_back({element.line, item.error().message});
    return;
  }
  read.entries.push_back(entry_from(*item, element.line));
  if (const Json& title = model::member(*item, "title"); !title.is_null() && !is_text(title)) {
    read.notes.push_back({element.line, fmt::format("its title is no text and is left out: {}",
                                                    util::clean_line(model::dump(title), k_shown))});
  }
}

}  // namespace

bool looks_like_csl(std::string_view head) {
  const std::string_view text = util::trim(head);
  if (text.starts_with('[')) {
    return util::trim(text.substr(1)).starts_with('{');
  }
  constexpr std::array<std::string_view, 8> k_members{"\"items\"",  "\"DOI\"",    "\"container-title\"",
                                                      "\"issued\"", "\"given\"",  "\"publisher\"",
                                                      "\"family\"", "\"literal\""};
  const std::string_view first = text.substr(0, text.find("\n{"));
  return text.starts_with('{') && std::any_of(k_members.begin(), k_members.end(), [first](auto member) {
           return first.find(member) != std::string_view::npos;
         });
}

Bibliography read_csl(std::string_view utf8) {
  Bibliography read;
  const JsonElements found = json_elements(utf8, k_most_entries + 1);
  for (const JsonElement& element : found.elements) {
    if (read.entries.size() + read.problems.size() >= k_most_entries ||
        read.problems.size() >= k_most_remarks) {
      read.problems.push_back({element.line, std::string(k_too_much)});
      return read;
    }
    take(read, element);
  }
  if (found.cut > 0) {
    read.problems.push_back({found.cut, "the text ends before the bracket that closes its list of items"});
  }
  return read;
}

}  // namespace papers::bibliography
