// A desk at which weekly logs are imported.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "app/import_log.hpp"
#include "unit/app/desk.hpp"

namespace papers::test {

struct LogDesk : Desk {
  std::string today = "2024-11-25";
  config::Settings settings{{}};
  bool asks_nobody = false;  ///< sources must not be opened

  app::ImportReport read(const std::string& log, bool dry_run = false, const std::string& name = "log.md") {
    std::istringstream in(log);
    LaidOutSources sources(answers);
    const app::SourcesOpener open = [&]() -> Sources& {
      if (asks_nobody) {
        throw std::logic_error("this import asks no source");
      }
      return sources;
    };
    return app::import_log(in, name,
                           {library, clock, settings, today, open, progress, dry_run, shipped_facts()});
  }

  /// The only item with that title.
  Item titled(const std::string& title) {
    const auto items = library.titled(title);
    if (items.size() != 1) {
      throw std::logic_error(std::to_string(items.size()) + " items are called " + title);
    }
    return items.front();
  }

  std::size_t items() {
    std::size_t count = 0;
    library.each_item({}, [&](const Item&) { return ++count > 0; });
    return count;
  }

  /// A work that is known without asking, as the shipped facts are.
  void ship(const std::string& id, const std::string& title) {
    std::ofstream(shipped_facts(), std::ios::app)
        << R"({"type":"paper","id":")" << id << R"(","title":")" << title << "\"}\n";
  }
  [[nodiscard]] std::filesystem::path shipped_facts() const { return folder.path() / "seed.jsonl"; }
};

/// The notes of a report that hold the text.
inline std::string notes_with(const app::ImportReport& report, const std::string& text) {
  std::string found;
  for (const std::string& note : report.notes) {
    found += note.find(text) != std::string::npos ? note + "\n" : "";
  }
  return found;
}

}  // namespace papers::test
