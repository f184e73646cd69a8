// The whole library as JSON Lines; jsonl_reader.hpp describes the records.

#include <algorithm>
#include <ostream>
#include <string>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "export/formats.hpp"
#include "model/item_json.hpp"
#include "model/record_json.hpp"

namespace papers::formats {
namespace {

using nlohmann::ordered_json;

void write_line(const ordered_json& record, std::ostream& out) {
  out << model::dump(record) << '\n';
}

void write_item(const Item& item, std::ostream& out) {
  ordered_json record{{"type", "paper"}};
  record.update(model::item_to_record(item));
  write_line(record, out);
}

/// All names of all papers.
using Names = std::unordered_set<std::string>;

/// How many entries have an id that is no paper of the library.
std::ptrdiff_t count_beyond(const ReferenceList& list, const Names& names) {
  return std::count_if(list.entries.begin(), list.entries.end(), [&](const Reference& entry) {
    return entry.id && !names.contains(format(*entry.id));
  });
}

ordered_json header(const ReferenceList& list, std::ptrdiff_t beyond) {
  ordered_json record{{"type", "references"},
                      {"id", format(list.citing)},
                      {"source", list.source},
                      {"fetched", list.fetched.empty() ? ordered_json(nullptr) : ordered_json(list.fetched)},
                      {"stated", list.stated ? ordered_json(*list.stated) : ordered_json(nullptr)},
                      {"complete", list.complete}};
  if (list.answer != ReferenceAnswer::listed) {
    record["answer"] = name_of(list.answer);
  }
  if (beyond > 0) {
    record["beyond"] = beyond;
  }
  return record;
}

/// Facts of the entry that are known; most sources give none beside an id.
void add_description(ordered_json& record, const Reference& entry) {
  if (!entry.title.empty()) {
    record["title"] = entry.title;
  }
  if (entry.year) {
    record["year"] = *entry.year;
  }
  if (!entry.author.empty()) {
    record["author"] = entry.author;
  }
}

ordered_json line(const ReferenceList& list, const Reference& entry) {
  ordered_json record{{"type", entry.id ? "cites" : "unresolved"}, {"from", format(list.citing)}};
  if (entry.id) {
    record["to"] = format(*entry.id);
  }
  add_description(record, entry);
  record["source"] = list.source;
  record["position"] = entry.position;
  if (!entry.contexts.empty()) {
    record["contexts"] = entry.contexts;
  }
  return record;
}

}  // namespace

void write_jsonl(const LibraryReader& library, std::ostream& out) {
  write_line({{"type", "library"}, {"schema", 1}}, out);
  Names names;
  library.each_item([&](const Item& item) {
    write_item(item, out);
    for (const Identifier& id : item.ids) {
      names.insert(format(id));
    }
  });
  library.each_reference_list([&](const ReferenceList& list) {
    write_line(header(list, count_beyond(list, names)), out);
    for (const Reference& entry : list.entries) {
      write_line(line(list, entry), out);
    }
  });
  library.each_record([&](const Record& record) { write_line(model::record_to_json(record), out); });
}

}  // namespace papers::formats
