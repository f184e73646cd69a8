#include "model/pdf_address.hpp"

#include <algorithm>
#include <string_view>

#include "model/web_url.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::model {
namespace {

constexpr std::string_view k_acl_prefix = "acl:";

std::string arxiv_address(const Identifier& id) {
  const std::string version = id.version > 0 ? "v" + std::to_string(id.version) : "";
  return "https://export.arxiv.org/pdf/" + id.value + version;
}

std::optional<std::string> page_address(const std::string& text) {
  const auto url = parse_web_url(text);
  if (!url) {
    return std::nullopt;
  }
  if (util::lower(url->path).ends_with(".pdf")) {
    return url->text();
  }
  if (url->host == "openreview.net" && (url->path == "/forum" || url->path == "/pdf") &&
      url->query.starts_with("?id=")) {
    return "https://openreview.net/pdf" + url->query;
  }
  return std::nullopt;
}

/// Its ids are letters, digits, points and hyphens: "P05-1001", "2020.acl-main.1".
std::optional<std::string> acl_address(std::string_view name) {
  const bool is_plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return util::is_alphanumeric(c) || c == '.' || c == '-';
  });
  return is_plain ? std::optional("https://aclanthology.org/" + std::string(name) + ".pdf") : std::nullopt;
}

}  // namespace

std::optional<std::string> pdf_address(const Identifier& id) {
  switch (id.scheme) {
    case Scheme::arxiv:
      return arxiv_address(id);
    case Scheme::url:
      return page_address(id.value);
    case Scheme::other:
      return util::starts_with_ignoring_case(id.value, k_acl_prefix)
                 ? acl_address(std::string_view(id.value).substr(k_acl_prefix.size()))
                 : std::nullopt;
    default:
      return std::nullopt;
  }
}

const Identifier* pdf_id(const Item& item) {
  const auto is_arxiv = [](const Identifier& id) { return id.scheme == Scheme::arxiv; };
  auto found = std::find_if(item.ids.begin(), item.ids.end(), is_arxiv);
  if (found == item.ids.end()) {
    found = std::find_if(item.ids.begin(), item.ids.end(),
                         [](const Identifier& id) { return pdf_address(id).has_value(); });
  }
  return found == item.ids.end() ? nullptr : &*found;
}

}  // namespace papers::model
