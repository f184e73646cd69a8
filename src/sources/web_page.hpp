// WebPage: any other address that a reader wants to keep: its title, by asking it.
#pragma once

#include <string>

#include "papers/source.hpp"

namespace papers::sources {

class WebPage final : public MetadataSource {
 public:
  /// Both must outlive it.
  WebPage(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "web"; }
  [[nodiscard]] bool handles(const Identifier& id) const override { return id.scheme == Scheme::url; }
  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override;

 private:
  /// Whether the host or the cache said something.
  bool fetch_one(const Identifier& id, Fetched& fetched, Progress& progress);

  Clock& m_clock;
  HttpClient& m_http;
};

/// What to call a document that has no title of its own: the last part of its address that says
/// something, "" never.
[[nodiscard]] std::string title_from_address(const std::string& url);

}  // namespace papers::sources
