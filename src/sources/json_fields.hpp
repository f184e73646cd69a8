// Reading answers in JSON that services document loosely: a field that is absent, null or of another type
// is as good as none, and never an error.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "papers/http.hpp"
#include "papers/result.hpp"

namespace papers::sources {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t k_max_authors = 50'000;  ///< of one work; more are left out

/// The member of an object; null when there is none, or when it is no object.
[[nodiscard]] const Json& field(const Json& object, const char* name);

/// The list; an empty one for anything else.
[[nodiscard]] const Json& elements(const Json& value);

/// A text as one clean line; "" for anything else.
[[nodiscard]] std::string line(const Json& value);

/// As line, with entities and markup resolved.
[[nodiscard]] std::string plain(const Json& value);

/// A whole number within the range.
[[nodiscard]] std::optional<int> number(const Json& value, int low, int high);

/// A year from 1 to 9999.
[[nodiscard]] std::optional<int> year(const Json& value);

/// The document. The error continues "Crossref sent ".
[[nodiscard]] Result<Json> read_answer(std::string_view body);

/// An error instead of the document that was expected. Its message continues "Crossref sent ".
[[nodiscard]] Error nonsense(std::string what);

/// What an answer with status 200 is worth that was understood or not (see HttpRequest::judge): half a
/// document is worth asking for again.
[[nodiscard]] Verdict verdict(bool understood, std::string_view body);

}  // namespace papers::sources
