// What a log says was decided about things that slipped: "顺延 3 周：拆分，先跑通".
#pragma once

#include "papers/library.hpp"

#include "app/log_content.hpp"

namespace papers::app {

/// Takes over what a mention says was decided about an item, unless that is the last decision about it
/// already. A decision in words that are none of the usual ones becomes a note. The item must be stored.
void keep_decision(Change& change, const Mention& mention, Item& item);

}  // namespace papers::app
