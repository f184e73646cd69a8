// Importing a text as `papers import` does, into a library that a test has.
#pragma once

#include <sstream>
#include <string>

#include "app/import_text.hpp"
#include "unit/app/desk.hpp"

namespace papers::test {

/// What an import may use; without sources, asking one is an error of the test.
class ImportKit {
 public:
  ImportKit() = default;
  explicit ImportKit(Sources& sources) : m_open([&sources]() -> Sources& { return sources; }) {}

  app::ImportReport read(Library& library, Clock& clock, const std::string& text, bool dry_run = false,
                         const std::string& name = "test") {
    std::istringstream in(text);
    return app::import_text(
        in, name, {library, clock, m_settings, "2024-11-17", m_open, m_progress, dry_run, {}, wishes});
  }

  app::ImportWishes wishes{};

 private:
  config::Settings m_settings{{}};
  app::SourcesOpener m_open = []() -> Sources& { throw std::logic_error("this import asks no source"); };
  FakeProgress m_progress;
};

inline app::ImportReport import(Desk& desk, const std::string& text, bool dry_run = false) {
  return ImportKit().read(desk.library, desk.clock, text, dry_run);
}

}  // namespace papers::test
