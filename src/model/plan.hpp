// Plan: what a reader means to read in a week.
//
// A record of kind "plan" for each week, its id the name of the week ("2024-W47"). Its body:
//   {"items": [{"id": ID, "minutes": N or null, "level": LEVEL or null, "done": MOMENT or null}, ...],
//    "hours": N or null, "made": MOMENT, "ends": the last day of the week,
//    "slips": {ID: why it was not done, ...}}
// A plan is a fact of its week. What is done is noted in it, because an item that is begun again later
// forgets when it was finished.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "papers/item.hpp"
#include "papers/record.hpp"
#include "papers/result.hpp"

namespace papers::model {

inline constexpr const char* k_plan_kind = "plan";

struct PlannedItem {
  Identifier id;                    ///< any id of the work
  std::optional<int> minutes = {};  ///< as estimated when it was planned
  std::optional<Level> level = {};  ///< where it was planned otherwise than the item says: as a skim
  std::string done = {};            ///< moment; "" while it is not
  bool operator==(const PlannedItem&) const = default;
};

struct Plan {
  std::string week;                                 ///< "2024-W47"
  std::string ends;                                 ///< day: after it, what is not done has slipped
  std::vector<PlannedItem> items = {};              ///< in the order of reading
  std::optional<double> hours = {};                 ///< that there were for it
  std::string made = {};                            ///< moment of the last change
  std::map<std::string, std::string> reasons = {};  ///< why items slipped, by formatted identity
  bool operator==(const Plan&) const = default;
};

[[nodiscard]] Record record_of(const Plan& plan);
/// Errors (usage) name the field that makes no sense. Where the body has no "ends", that of the ISO week
/// holds.
[[nodiscard]] Result<Plan> plan_of(const Record& record);

}  // namespace papers::model
