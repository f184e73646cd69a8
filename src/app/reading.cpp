#include "app/reading.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

void write_note(Item& item, std::string_view kind, std::string_view text, Time now) {
  std::string clean = util::clean_text(text);
  if (!clean.empty()) {
    item.notes.push_back({util::to_moment(now), std::string(kind), std::move(clean)});
  }
}

void mark_own(Item& item, std::string_view field, bool is_own) {
  const auto place = std::lower_bound(item.own.begin(), item.own.end(), field);
  const bool present = place != item.own.end() && *place == field;
  if (is_own && !present) {
    item.own.insert(place, std::string(field));
  } else if (!is_own && present) {
    item.own.erase(place);
  }
}

/// Reads one optional text into one optional field; "none" empties it.
template <class Value>
std::optional<Error> set_optional(std::optional<Value>& field, const std::optional<std::string>& text,
                                  const std::function<Result<Value>(std::string_view)>& read) {
  if (!text) {
    return std::nullopt;
  }
  if (*text == "none") {
    field.reset();
    return std::nullopt;
  }
  auto value = read(*text);
  if (!value) {
    return value.error();
  }
  field = *std::move(value);
  return std::nullopt;
}

std::optional<Error> set_tags(Item& item, const Settable& fields) {
  for (const std::string& text : fields.tags) {
    auto tag = checked_tag(text);
    if (!tag) {
      return tag.error();
    }
    item.tags.push_back(*std::move(tag));
  }
  std::sort(item.tags.begin(), item.tags.end());
  item.tags.erase(std::unique(item.tags.begin(), item.tags.end()), item.tags.end());
  for (const std::string& text : fields.untags) {
    const auto place = std::find(item.tags.begin(), item.tags.end(), util::clean_line(text));
    if (place == item.tags.end()) {
      return Error{ExitCode::no_match, fmt::format("{}: {} has no such tag", text, item.key)};
    }
    item.tags.erase(place);
  }
  return std::nullopt;
}

std::optional<Error> set_kind(Item& item, const std::optional<std::string>& text) {
  if (!text) {
    return std::nullopt;
  }
  const auto kind = checked_kind(*text);
  if (!kind) {
    return kind.error();
  }
  item.kind = *kind;
  mark_own(item, "kind", true);
  return std::nullopt;
}

std::optional<Error> set_title(Item& item, const std::optional<std::string>& text) {
  if (text) {
    const std::string title = util::clean_line(*text);
    item.title = title.empty() ? item.title : title;
    mark_own(item, "title", !title.empty());
  }
  return std::nullopt;
}

}  // namespace

void start(Item& item, Time now) {
  item.state = State::reading;
  item.finished.reset();  // what was read before is being read again
  if (!item.started) {
    item.started = util::to_moment(now);
  }
}

void finish(Item& item, const Finish& words, Time now) {
  if (item.state != State::read) {
    item.finished = util::to_moment(now);
  }
  item.state = State::read;
  item.level = words.level ? words.level : item.level;
  item.rating = words.rating ? words.rating : item.rating;
  if (words.minutes) {
    item.minutes = item.minutes.value_or(0) + *words.minutes;
  }
  write_note(item, "takeaway", words.takeaway, now);
  write_note(item, "note", words.note, now);
  if (words.ran) {
    write_note(item, "ran", *words.ran ? "yes" : "no", now);
  }
}

void pause(Item& item) {
  if (item.state != State::reading && item.state != State::paused) {
    throw Failure(ExitCode::refused,
                  fmt::format("{} is {}, and only what is being read can be paused; begin with "
                              "`papers start {}`",
                              item.key, name_of(item.state), item.key));
  }
  item.state = State::paused;
}

void keep(Item& item) {
  if (!is_kept(item.state)) {
    item.state = State::queued;
    item.root = item.root || !item.depth;
  }
}

void park(Item& item, std::string_view because, Time now) {
  item.state = State::parked;
  write_note(item, "reason", because, now);
}

void drop(Item& item, std::string_view because, Time now) {
  item.state = State::dropped;
  write_note(item, "reason", because, now);
}

std::vector<Item> being_read(const Library& library) {
  std::vector<Item> items;
  library.each_item({{State::reading}, ItemQuery::Order::number, false}, [&items](const Item& item) {
    items.push_back(item);
    return true;
  });
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return a.started.value_or("") < b.started.value_or("");
  });
  return items;
}

std::optional<Error> refuse_another(const std::vector<Item>& reading, int limit) {
  if (static_cast<int>(reading.size()) < limit) {
    return std::nullopt;
  }
  std::string names;
  for (const Item& item : reading) {
    names += fmt::format("{}#{} {}", names.empty() ? "" : ", ", item.number.value_or(0), item.key);
  }
  return Error{ExitCode::refused,
               fmt::format("you are reading {} already (limit {}): {}; finish or pause one "
                           "(`papers pause {}`), or add --force",
                           reading.size(), limit, names, reading.front().number.value_or(0))};
}

std::optional<Error> set_fields(Item& item, const Settable& fields, std::string_view today) {
  Item changed = item;
  const auto read_day = [today](std::string_view text) { return checked_day(text, today); };
  std::optional<Error> error = set_title(changed, fields.title);
  error = error ? error : set_kind(changed, fields.kind);
  error = error ? error : set_optional<Priority>(changed.priority, fields.priority, checked_priority);
  error = error ? error : set_optional<std::string>(changed.due, fields.due, read_day);
  error = error ? error : set_optional<int>(changed.effort_minutes, fields.effort, checked_minutes);
  error = error ? error : set_optional<Level>(changed.level, fields.level, checked_level);
  error = error ? error : set_tags(changed, fields);
  if (!error) {
    item = std::move(changed);
  }
  return error;
}

}  // namespace papers::app
