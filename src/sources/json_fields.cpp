#include "sources/json_fields.hpp"

#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "sources/html_page.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

std::string_view raw_text(const Json& value) {
  return value.is_string() ? std::string_view(value.get_ref<const std::string&>()) : std::string_view();
}

/// Whether brackets that were opened are still open where the text ends. Nothing that nests deeper than any
/// answer is.
bool is_cut_short(std::string_view text) {
  constexpr int k_deepest = 64;
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size() && depth <= k_deepest; ++at) {
    const char c = text[at];
    if (in_string) {
      at += c == '\\' ? 1 : 0;
      in_string = c != '"';
    } else {
      in_string = c == '"';
      depth += c == '{' || c == '[' ? 1 : 0;
      depth -= c == '}' || c == ']' ? 1 : 0;
    }
  }
  return depth > 0 && depth <= k_deepest;
}

}  // namespace

const Json& field(const Json& object, const char* name) {
  static const Json k_null;
  if (!object.is_object()) {
    return k_null;
  }
  const auto found = object.find(name);
  return found == object.end() ? k_null : *found;
}

const Json& elements(const Json& value) {
  static const Json k_none = Json::array();
  return value.is_array() ? value : k_none;
}

std::string line(const Json& value) {
  return util::clean_line(raw_text(value));
}

std::string plain(const Json& value) {
  return plain_text(raw_text(value));
}

std::optional<int> number(const Json& value, int low, int high) {
  if (!value.is_number_integer()) {
    return std::nullopt;
  }
  const auto figure = value.get<std::int64_t>();
  return figure >= low && figure <= high ? std::optional(static_cast<int>(figure)) : std::nullopt;
}

std::optional<int> year(const Json& value) {
  return number(value, 1, 9999);
}

Result<Json> read_answer(std::string_view body) {
  Result<Json> answer = model::parse_json(body);
  if (answer) {
    return answer;
  }
  return nonsense(util::trim(body).starts_with('<') ? "a page instead of JSON (a login page of the network?)"
                                                    : "JSON that is cut short or garbled");
}

Error nonsense(std::string what) {
  return {ExitCode::failed, std::move(what)};
}

Verdict verdict(bool understood, std::string_view body) {
  if (understood) {
    return Verdict::good;
  }
  const std::string_view text = util::trim(body);
  const bool is_json = text.starts_with('{') || text.starts_with('[');
  return text.empty() || (is_json && is_cut_short(text)) ? Verdict::again : Verdict::bad;
}

}  // namespace papers::sources
