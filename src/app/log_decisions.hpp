// What a log says was decided about things that slipped: "顺延 3 周：拆分，先跑通".
#pragma once

#include <vector>

#include "papers/library.hpp"

#include "app/decision.hpp"
#include "app/log_content.hpp"

namespace papers::app {

class LogDecisions {
 public:
  /// Reads the decisions of the library. The change must outlive it.
  explicit LogDecisions(Change& change);

  /// Takes over what a mention says was decided about an item, unless that is the last decision about it
  /// already. A decision in words that are none of the usual ones becomes a note. The item must be stored.
  /// Linear in the number of decisions.
  void keep(const Mention& mention, Item& item);

 private:
  [[nodiscard]] bool is_last(const Decision& decision, const Item& item) const;
  void add(Decision decision);

  Change& m_change;
  std::vector<Decision> m_known;  ///< oldest first
};

}  // namespace papers::app
