// World: a reader with a home of his own, who types `papers ...` and sees what comes.
//
// The real program, in a process of its own, with nothing of the machine around it: a fresh PAPERS_HOME, a
// fixed day (Sunday 17 November 2024), UTC, and the services at the server that the test brings.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "server/server.hpp"
#include "support/program.hpp"
#include "support/temp_folder.hpp"

namespace papers::test {

using Words = std::vector<std::string>;

class World {
 public:
  /// Without a server the network is a port at which nobody listens.
  World();
  explicit World(const Server& server);

  /// Runs `papers` with these words and waits for its end.
  ProgramResult papers(const Words& words, const std::string& input = "") const;
  /// What would be run, for tests that want it in the background.
  [[nodiscard]] ProgramCall call(const Words& words, const std::string& input = "") const;
  /// Runs it with --json, requires that it succeeds and prints one object of schema 1.
  [[nodiscard]] nlohmann::json json(const Words& words) const;
  /// All items of the library, found and dropped ones too.
  [[nodiscard]] nlohmann::json items() const;
  /// Requires that `papers check` finds nothing wrong.
  void check_is_clean() const;

  /// Waits between requests as short as `seconds`, and between attempts a hundredth of one; unless
  /// told, tests do not wait at all.
  void set_pace(const std::string& arxiv_interval);
  void set_variable(const std::string& name, const std::string& value) { m_environment[name] = value; }

  [[nodiscard]] const std::filesystem::path& home() const { return m_home.path(); }
  /// Every file below the home with its content; but for SQLite's shared memory ("-shm"), which is no data.
  [[nodiscard]] std::map<std::string, std::string> files() const;

 private:
  void set_services(const std::string& address);

  TempFolder m_home;
  std::map<std::string, std::string> m_environment;
  Words m_settings;
};

/// Names of the files that differ, are new or are gone, each followed by a blank.
[[nodiscard]] std::string changed(const std::map<std::string, std::string>& before,
                                  const std::map<std::string, std::string>& after);

/// Whether `text` holds `part`.
[[nodiscard]] bool holds(std::string_view text, std::string_view part);

}  // namespace papers::test
