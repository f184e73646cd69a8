// Items and reference lists as JSON: one table of fields serves `--json`, JSON Lines, the log of
// operations and the row checksums.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "papers/item.hpp"
#include "papers/reference_list.hpp"
#include "papers/result.hpp"

namespace papers::model {

/// One field of an item: a row of the table in item_json.cpp.
struct ItemField {
  enum class Origin {
    identity,  ///< ids, key, number
    source,    ///< what sources say; a fetch replaces it unless the reader owns it
    reader,    ///< what the reader says; a fetch never touches it
    derived,   ///< computed by the library; shown, never stored or read back
  };
  std::string_view name;
  Origin origin;
  nlohmann::ordered_json (*get)(const Item&);
  /// Throws Failure (usage) naming the field when the value has the wrong type or is out of range.
  /// Texts are cleaned here. nullptr for derived fields.
  void (*set)(Item&, const nlohmann::ordered_json&);
};

/// In the order of product documentation, which is also that of every output.
[[nodiscard]] std::span<const ItemField> item_fields();

/// What a reader sees, with `--json`: all fields, null where absent, `id` first.
[[nodiscard]] nlohmann::ordered_json item_to_json(const Item& item);

/// What is stored: all but the derived fields.
[[nodiscard]] nlohmann::ordered_json item_to_record(const Item& item);

/// Sets the fields that are present in an object; others stay. Unknown and derived names are ignored
/// (newer versions may add keys). Throws Failure as the fields do.
void apply_json(Item& item, const nlohmann::ordered_json& fields);

/// Only the stored fields whose values differ, with the value each has in `item`: for the log.
[[nodiscard]] nlohmann::ordered_json differing_fields(const Item& item, const Item& other);

/// "answer" is left out when it is `listed`, "contexts" where there are none.
[[nodiscard]] nlohmann::ordered_json list_to_json(const ReferenceList& list);
/// Throws Failure when the record makes no sense.
[[nodiscard]] ReferenceList list_from_json(const nlohmann::ordered_json& record);
/// Clean lines, shortened ones where they are very long, k_max_contexts at most. Throws Failure.
[[nodiscard]] std::vector<std::string> read_contexts(const nlohmann::ordered_json& value);

/// Parses with a limit on depth (64) and size; duplicate keys: the last wins; a number that does not
/// fit is an error. Never throws.
[[nodiscard]] Result<nlohmann::ordered_json> parse_json(std::string_view text);

/// One line; bytes that are not UTF-8 become U+FFFD. Never throws.
[[nodiscard]] std::string dump(const nlohmann::ordered_json& value);

/// Takes over what a source says into a stored item: source fields that the reader does not own,
/// ids that are new. A field that the source leaves empty keeps its old value. Facts of the shipped seed
/// data never replace what a service said.
void merge_fetched(Item& stored, const Item& fetched);

/// Takes over what a source says of a work because another paper cites it: ids, and whatever is not
/// known. What was asked of a better source stays.
void merge_named(Item& stored, const Item& named);

}  // namespace papers::model
