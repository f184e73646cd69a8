// Records as JSON: the form in which they are stored, and their line in JSON Lines.
#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "papers/record.hpp"

namespace papers::model {

/// Whether records may be of that kind: [a-z-]+, and none of the types that the lines of items and reference
/// lists have ("paper", "cites", ...).
[[nodiscard]] bool is_record_kind(std::string_view kind);

/// The record as it is stored: its body in one line, all texts in it clean. Idempotent. Throws Failure
/// (usage) for a kind that is_record_kind refuses, an id that is empty or not clean, and a body that is
/// no object or has a "type" or "id" of its own.
[[nodiscard]] Record stored_form(const Record& record);

/// {"type": KIND, "id": ID, ...fields of the body}.
[[nodiscard]] nlohmann::ordered_json record_to_json(const Record& record);
/// Reads that line, into the form that is stored. Throws Failure as stored_form does.
[[nodiscard]] Record record_from_json(const nlohmann::ordered_json& line);

}  // namespace papers::model
