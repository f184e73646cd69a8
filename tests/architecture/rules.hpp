// The shape of the tree as tables: src/README.md says the same in a drawing.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace papers::architecture {

/// A module, and the modules whose private headers it may include.
struct ModuleRule {
  std::string_view module;
  std::string_view may_include;  ///< names between blanks
};

inline constexpr std::array k_modules{
    ModuleRule{"util", ""},
    ModuleRule{"model", "util"},
    ModuleRule{"config", "util"},
    ModuleRule{"graph", ""},
    ModuleRule{"rank", "model util"},
    ModuleRule{"bibliography", "model util"},
    ModuleRule{"export", "bibliography model graph util"},
    ModuleRule{"weekly", "model util"},
    ModuleRule{"net", "util"},
    ModuleRule{"sources", "net model util"},
    ModuleRule{"store", "model util"},
    ModuleRule{"app", "store rank export bibliography weekly config model graph util"},
    ModuleRule{"cli", "app config export rank weekly model util"},
};

/// Single headers that a module may include besides.
struct HeaderRule {
  std::string_view module;
  std::string_view header;
};

inline constexpr std::array k_extra_headers{
    HeaderRule{"app", "sources/module.hpp"},  // what online.so, loaded at run time, promises
};

/// A third-party header, by the beginning of its name, and the modules in which it may appear.
struct HomeRule {
  std::string_view prefix;
  std::string_view modules;  ///< names between blanks; "*" for all
};

inline constexpr std::array k_homes{
    HomeRule{"CLI/", "cli"},
    HomeRule{"SQLiteCpp/", "store"},
    HomeRule{"boost/crc", "store"},
    HomeRule{"boost/", "graph"},
    HomeRule{"cmark.h", "weekly"},
    HomeRule{"curl/", "net"},
    HomeRule{"fmt/", "*"},
    HomeRule{"libxml/", "sources"},
    HomeRule{"nlohmann/", "model bibliography sources export store app cli"},
    HomeRule{"pugixml.hpp", "sources export"},
    HomeRule{"sqlite3.h", "store"},
    HomeRule{"toml++/", "config"},
    HomeRule{"utf8proc.h", "util"},
};

/// Folders of system headers, which any module may use.
inline constexpr std::array<std::string_view, 4> k_system_folders{"sys/", "linux/", "netinet/", "arpa/"};

inline constexpr std::size_t k_max_lines = 400;

}  // namespace papers::architecture
