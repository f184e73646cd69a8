// One line of JSON Lines, the lossless form of a library.
//
//   {"type":"library","schema":1}
//   {"type":"paper","id":"arXiv:2403.00835", ...}              items of any kind; needs only the id
//   {"type":"references","id":ID,"source":S,"fetched":MOMENT,"stated":N,"complete":BOOL,
//    "answer":A,"beyond":N}                                      answer: "listed" where it does not say
//   {"type":"cites","from":ID,"to":ID,"source":S,"position":N,"contexts":[TEXT]}   needs only from and to
//   {"type":"unresolved","from":ID,"title":T,"year":N,"author":A,"source":S,"position":N}
//   {"type":KIND,"id":ID, ...}                                   any other type: a Record
//
// Absent fields and null mean the same. Lines come in any order: references, cites and unresolved records of
// one paper and source make up one ReferenceList (see ReferenceLists). An id that no paper record describes
// is a paper all the same, unless its list says that so many of its entries lead beyond the library.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "papers/item.hpp"
#include "papers/record.hpp"
#include "papers/reference_list.hpp"
#include "papers/result.hpp"

namespace papers::formats {

struct LibraryRecord {
  int schema = 1;
};

struct PaperRecord {
  Item item;  ///< as the line describes it; other fields as in an empty Item
  nlohmann::ordered_json
      fields;  ///< the line itself, checked, for model::apply_json on an item that is there
};

struct ReferencesRecord {
  ReferenceList list;  ///< without entries
  int beyond = 0;      ///< how many ids of the list are no paper of the library that was written
};

/// One entry of a reference list, resolved or not.
struct ReferenceRecord {
  Identifier from;
  std::string source;   ///< "" when the line does not say
  Reference reference;  ///< position 0 when the line does not say
};

/// A line that is none of these.
struct OtherRecord {
  std::string type;
};

struct BlankLine {};

using JsonlRecord = std::variant<BlankLine, LibraryRecord, PaperRecord, ReferencesRecord, ReferenceRecord,
                                 Record, OtherRecord>;

/// Reads one line, with or without its end. Never throws; the error says what is wrong with the line, but not
/// where it stands. A library written by a newer version (schema above 1) is an error.
[[nodiscard]] Result<JsonlRecord> read_jsonl_line(std::string_view line);

/// Puts the records of reference lists together again, in whatever order they come.
class ReferenceLists {
 public:
  void add(const ReferencesRecord& record);
  void add(const ReferenceRecord& record);
  /// Whether ids of that list need not be papers.
  [[nodiscard]] bool leads_beyond(const Identifier& citing, const std::string& source) const;
  /// The lists by citing paper and source, entries by position; those without one come last and are
  /// numbered on. A list with entries is `listed`, whatever its record says.
  [[nodiscard]] std::vector<ReferenceList> take();

 private:
  ReferenceList& list(const Identifier& citing, const std::string& source);
  std::map<std::pair<Identifier, std::string>, ReferenceList> m_lists;
  std::set<std::pair<Identifier, std::string>> m_beyond;
};

}  // namespace papers::formats
