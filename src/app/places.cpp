#include "app/places.hpp"

#include "papers/error.hpp"

namespace papers::app {
namespace {

namespace fs = std::filesystem;

fs::path xdg_folder(const Variables& variables, std::string_view variable, const char* below_home) {
  // The XDG specification says that a relative path is to be ignored.
  if (const auto value = variables(variable); value && fs::path(*value).is_absolute()) {
    return fs::path(*value) / "papers";
  }
  const auto home = variables("HOME");
  if (!home || !fs::path(*home).is_absolute()) {
    throw Failure(ExitCode::failed,
                  "there is no home folder to keep the library in; set PAPERS_HOME to a folder");
  }
  return fs::path(*home) / below_home / "papers";
}

// The rule is one request at a time for all of a user's processes, whatever library they use and however
// they were started: neither PAPERS_HOME nor the session's own folders may lead to another gate.
fs::path gate_folder(const Variables& variables, const fs::path& state) {
  const auto home = variables("HOME");
  return home && fs::path(*home).is_absolute() ? fs::path(*home) / ".local/state/papers/gates"
                                               : state / "gates";
}

fs::path part_folder(const fs::path& prefix) {
  const fs::path relocated = prefix / PAPERS_LIBDIR / "papers";
  return fs::exists(relocated) ? relocated : prefix / "lib" / "papers";
}

}  // namespace

Places find_places(const Variables& variables, const fs::path& program) {
  Places places;
  if (const auto home = variables("PAPERS_HOME")) {
    const fs::path root = fs::absolute(*home);
    places.config = root / "config";
    places.data = root / "data";
    places.state = root / "state";
    places.cache = root / "cache";
  } else {
    places.config = xdg_folder(variables, "XDG_CONFIG_HOME", ".config");
    places.data = xdg_folder(variables, "XDG_DATA_HOME", ".local/share");
    places.state = xdg_folder(variables, "XDG_STATE_HOME", ".local/state");
    places.cache = xdg_folder(variables, "XDG_CACHE_HOME", ".cache");
  }
  places.gates = gate_folder(variables, places.state);
  const fs::path prefix = program.parent_path().parent_path();
  places.share = prefix / "share" / "papers";
  places.parts = part_folder(prefix);
  return places;
}

}  // namespace papers::app
