#include "app/import_lines.hpp"

#include <algorithm>
#include <istream>
#include <utility>

#include <fmt/format.h>

#include "export/jsonl_reader.hpp"
#include "model/item_json.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"

namespace papers::app {
namespace {

constexpr std::size_t k_most_problems = 1000;

/// Everything that the lines say, before any of it is kept.
struct Lines {
  /// Lines of papers, found to be sound. They are read again when kept: text takes a tenth of the room.
  std::vector<std::string> papers;
  formats::ReferenceLists lists;
  std::vector<Record> records;
  std::vector<std::string> problems;
  int understood = 0;
};

void complain(Lines& lines, int number, std::string_view what) {
  if (lines.problems.size() < k_most_problems) {
    lines.problems.push_back(fmt::format("line {}: {}", number, what));
  }
}

void take(Lines& lines, int number, const std::string& text, formats::JsonlRecord record) {
  if (std::holds_alternative<formats::PaperRecord>(record)) {
    lines.papers.push_back(text);
  } else if (const auto* references = std::get_if<formats::ReferencesRecord>(&record)) {
    lines.lists.add(*references);
  } else if (const auto* reference = std::get_if<formats::ReferenceRecord>(&record)) {
    lines.lists.add(*reference);
  } else if (auto* written = std::get_if<Record>(&record)) {
    lines.records.push_back(std::move(*written));
  } else if (const auto* other = std::get_if<formats::OtherRecord>(&record)) {
    complain(lines, number,
             fmt::format("records of type \"{}\" are not known to this version; left out", other->type));
  }
}

Lines read(std::istream& in, const std::string& name) {
  Lines lines;
  int number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    auto record = formats::read_jsonl_line(text);
    if (!record) {
      complain(lines, number, record.error().message);
      continue;
    }
    lines.understood += std::holds_alternative<formats::BlankLine>(*record) ? 0 : 1;
    take(lines, number, text, *std::move(record));
  }
  if (in.bad()) {
    throw Failure(ExitCode::failed, fmt::format("{}: cannot be read to its end; nothing was imported", name));
  }
  return lines;
}

/// A stored value that says nothing, so that a record may fill it in.
bool is_blank(const nlohmann::ordered_json& value) {
  return value.is_null() || value == "" || value == 0 || value == false ||
         ((value.is_array() || value.is_object()) && value.empty());
}

/// Fields of the record that the stored item lacks. Items merely seen as references have decided
/// nothing, so there the record speaks for the reader too.
nlohmann::ordered_json missing_fields(const Item& stored, const nlohmann::ordered_json& record) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::object();
  const nlohmann::ordered_json present = model::item_to_record(stored);
  for (const model::ItemField& field : model::item_fields()) {
    const auto value = record.find(field.name);
    if (field.set == nullptr || value == record.end() || field.origin == model::ItemField::Origin::identity) {
      continue;
    }
    const auto old = present.find(field.name);
    const bool undecided = stored.state == State::found && field.origin == model::ItemField::Origin::reader;
    if (undecided || old == present.end() || is_blank(*old)) {
      fields[std::string(field.name)] = *value;
    }
  }
  return fields;
}

class Importing {
 public:
  Importing(Change& change, ImportReport& report, std::string now)
      : m_change(change), m_report(report), m_now(std::move(now)) {}

  void keep(formats::PaperRecord& record) {
    for (const Identifier& id : record.item.ids) {
      if (auto stored = m_change.library().find(id)) {
        merge(*std::move(stored), record);
        return;
      }
    }
    Item& item = record.item;
    if (item.added.empty()) {
      item.added = m_now;
    }
    m_change.save(item);
  }

  void keep(ReferenceList list, Change::Unknown unknown) {
    if (list.source.empty()) {
      list.source = "import";
    }
    if (list.fetched.empty()) {
      list.fetched = m_now;
    }
    auto citing = m_change.library().find(list.citing);
    if (!citing) {
      citing.emplace();
      citing->ids = {list.citing};
      citing->added = m_now;
      m_change.save(*citing);
    }
    for (const ReferenceList& stored : m_change.library().reference_lists(citing->row)) {
      if (stored.source == list.source && stored.entries == list.entries && stored.stated == list.stated &&
          stored.answer == list.answer) {
        m_change.save(stored, unknown);  // ids that were left before may become papers now
        return;
      }
    }
    m_change.save(list, unknown);
    ++m_report.reference_lists;
  }

  /// Of a record that is there, only what is missing is filled in.
  void keep(Record record) {
    if (const auto stored = m_change.library().record(record.kind, record.id)) {
      auto body = value_or_throw(model::parse_json(stored->body));
      const auto theirs = value_or_throw(model::parse_json(record.body));
      for (const auto& [name, value] : theirs.items()) {
        if (const auto own = body.find(name); own == body.end() || is_blank(*own)) {
          body[name] = value;
        }
      }
      record.body = model::dump(body);
      if (record == *stored) {
        return;
      }
    }
    m_change.save(record);
    ++m_report.records;
  }

 private:
  void merge(Item stored, const formats::PaperRecord& record) {
    const Item before = stored;
    model::apply_json(stored, missing_fields(stored, record.fields));
    for (const Identifier& id : record.item.ids) {
      // A name that another item has makes the two one work; saving joins them.
      if (std::find(stored.ids.begin(), stored.ids.end(), id) == stored.ids.end()) {
        stored.ids.push_back(id);
      }
    }
    m_change.save(stored);
    ++(stored == before ? m_report.known : m_report.changed);
  }

  Change& m_change;
  ImportReport& m_report;
  std::string m_now;
};

/// New rows come after all others. Counted there, because the works that a list cites come with the list.
int rows_after(std::int64_t last, const Library& library) {
  const std::vector<Outline> outlines = library.outlines();
  return static_cast<int>(std::count_if(outlines.begin(), outlines.end(),
                                        [last](const Outline& outline) { return outline.row > last; }));
}

std::int64_t last_row(const Library& library) {
  const std::vector<Outline> outlines = library.outlines();
  return outlines.empty() ? 0 : outlines.back().row;
}

}  // namespace

bool looks_like_lines(std::string_view head) {
  return util::trim(head).starts_with('{');
}

ImportReport import_lines(std::istream& in, const std::string& name, const ImportTools& tools) {
  if (tools.wishes.state || !tools.wishes.tags.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{}: --state and --tag go with bibliographies and lists; the records of a "
                              "library say theirs",
                              name));
  }
  Lines lines = read(in, name);
  if (lines.understood == 0 && !lines.problems.empty()) {
    throw Failure(ExitCode::failed,
                  fmt::format("{}: not JSON Lines of a library: {}", name, lines.problems.front()));
  }
  ImportReport report;
  report.problems = std::move(lines.problems);
  Change change = tools.library.begin("import", fmt::format("import {}", name));
  const std::int64_t last = last_row(change.library());
  Importing importing(change, report, util::to_moment(tools.clock.now()));
  for (const std::string& line : std::exchange(lines.papers, {})) {
    auto record = value_or_throw(formats::read_jsonl_line(line));
    importing.keep(std::get<formats::PaperRecord>(record));
  }
  for (ReferenceList& list : lines.lists.take()) {
    const bool beyond = lines.lists.leads_beyond(list.citing, list.source);
    importing.keep(std::move(list), beyond ? Change::Unknown::leave : Change::Unknown::make);
  }
  for (Record& record : lines.records) {
    importing.keep(std::move(record));
  }
  report.added = rows_after(last, change.library());
  if (!tools.dry_run) {
    change.commit();
  }
  return report;
}

}  // namespace papers::app
