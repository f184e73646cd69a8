// The two fields of an item that hold its names: "id", its identity, and "ids", all of them by scheme.
#pragma once

#include "papers/item.hpp"

#include "model/json_value.hpp"

namespace papers::model {

[[nodiscard]] Json identity_to_json(const Item& item);
/// Makes an id the first; one that is already among the others moves there.
void set_identity(Item& item, const Json& value);

/// One value a scheme; further ones and those of other schemes in their printed form under "other".
/// The order of ids behind the first is thus that of the schemes.
[[nodiscard]] Json ids_to_json(const Item& item);
/// Replaces all ids but the first one, the identity.
void set_ids(Item& item, const Json& value);

}  // namespace papers::model
