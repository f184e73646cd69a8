// Link: how one item stands to another, as the reader says: typed, and directed.
//
// A record of kind "link". Its id is made of what it says, "ID relation ID", so that a link said twice is
// one. Its body: {"from": ID, "relation": RELATION, "to": ID, "made": MOMENT}.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "papers/identifier.hpp"
#include "papers/record.hpp"
#include "papers/result.hpp"

namespace papers::model {

inline constexpr const char* k_link_kind = "link";

enum class Relation {
  explains,    ///< a post that explains a paper
  implements,  ///< code that implements it
  replaces,    ///< a stand-in: who has read it need not read the other
  part_of,     ///< lectures 5 and 6 of a course
};
inline constexpr std::array k_relations{Relation::explains, Relation::implements, Relation::replaces,
                                        Relation::part_of};

[[nodiscard]] std::string_view name_of(Relation relation);  ///< "explains", ..., "part-of"
[[nodiscard]] std::optional<Relation> relation_named(std::string_view name);

struct Link {
  Identifier from;  ///< any id of the work
  Relation relation = Relation::explains;
  Identifier to;
  std::string made = {};  ///< moment
  bool operator==(const Link&) const = default;
};

[[nodiscard]] Record record_of(const Link& link);
/// Errors (usage) name the field that makes no sense.
[[nodiscard]] Result<Link> link_of(const Record& record);

}  // namespace papers::model
