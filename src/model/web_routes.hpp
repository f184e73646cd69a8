// Web routes: which pages of which sites are about a work whose id they carry.
#pragma once

#include <string>
#include <string_view>

#include "model/reading.hpp"
#include "model/web_url.hpp"

namespace papers::model {

/// The work that a page is about; nothing when the address does not say. An error for a page of papers
/// with an id that cannot be one.
[[nodiscard]] Reading route(const WebUrl& url);

/// The host without "www."; mirrors under their main name ("cn.arxiv.org" -> "arxiv.org").
[[nodiscard]] std::string site_of(std::string_view host);

/// Whether a host is among those whose addresses people paste without "https://".
[[nodiscard]] bool is_known_site(std::string_view host);

/// Whether a host keeps source code repositories.
[[nodiscard]] bool is_code_site(std::string_view host);

}  // namespace papers::model
