// The whole library as JSON Lines; jsonl_reader.hpp describes the records.

#include <ostream>

#include <nlohmann/json.hpp>

#include "export/formats.hpp"
#include "model/item_json.hpp"

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

ordered_json header(const ReferenceList& list) {
  return {{"type", "references"},
          {"id", format(list.citing)},
          {"source", list.source},
          {"fetched", list.fetched.empty() ? ordered_json(nullptr) : ordered_json(list.fetched)},
          {"stated", list.stated ? ordered_json(*list.stated) : ordered_json(nullptr)},
          {"complete", list.complete}};
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
  return record;
}

}  // namespace

void write_jsonl(const LibraryReader& library, std::ostream& out) {
  write_line({{"type", "library"}, {"schema", 1}}, out);
  library.each_item([&](const Item& item) { write_item(item, out); });
  library.each_reference_list([&](const ReferenceList& list) {
    write_line(header(list), out);
    for (const Reference& entry : list.entries) {
      write_line(line(list, entry), out);
    }
  });
}

}  // namespace papers::formats
