// Context: what every command works with: the library, the settings, the reader's options.
//
// Everything is opened when it is first asked for, so `papers help` touches no file.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "papers/library.hpp"

#include "app/places.hpp"
#include "app/this_week.hpp"
#include "cli/environment.hpp"
#include "config/settings.hpp"

namespace papers::cli {

/// Options that every command takes, before or after its name.
struct GlobalOptions {
  bool json = false;
  bool quiet = false;
  bool offline = false;
  bool dry_run = false;
  bool yes = false;
  bool no_pager = false;
  std::string color = "auto";
  std::vector<std::string> set;  ///< key=value
};

class Context {
 public:
  Context(Environment& environment, GlobalOptions options);
  ~Context();

  [[nodiscard]] Environment& env() { return m_environment; }
  [[nodiscard]] const GlobalOptions& options() const { return m_options; }
  [[nodiscard]] const app::Places& places();
  [[nodiscard]] const config::Settings& settings();
  [[nodiscard]] const Library& library();  ///< for reading
  [[nodiscard]] Library& writable_library();
  [[nodiscard]] bool offline() const;
  [[nodiscard]] Sources& sources();      ///< opened at the first call
  void ask_anew() { m_refresh = true; }  ///< services are asked although the cache has answers

  [[nodiscard]] Time now() const { return m_environment.clock.now(); }
  [[nodiscard]] std::string today() const;  ///< in the reader's zone
  [[nodiscard]] app::ThisWeek this_week();

  /// Answers "y" or "yes" on the terminal. True without asking with --yes, off a terminal, or
  /// where fewer than three items are concerned.
  [[nodiscard]] bool confirmed(const std::string& question, std::size_t items);

  /// Done when the reader has seen the answer, a pager included; not after a failure.
  void afterwards(std::function<void()> action) { m_afterwards = std::move(action); }
  void act_afterwards();

 private:
  void add_services(SourceSettings& wanted);

  struct Opened;
  [[nodiscard]] std::unique_ptr<Sources> open_sources();

  Environment& m_environment;
  GlobalOptions m_options;
  std::unique_ptr<Opened> m_opened;
  bool m_refresh = false;
  std::function<void()> m_afterwards;
};

}  // namespace papers::cli
