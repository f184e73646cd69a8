#include "architecture/tree_check.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "architecture/rules.hpp"

namespace papers::architecture {
namespace {

namespace fs = std::filesystem;

/// A text file under the root, in lines.
struct File {
  fs::path path;  ///< relative to the root
  std::vector<std::string> lines;
};

using Report = std::vector<std::string>;

void say(Report& report, const File& file, std::size_t line, const std::string& what) {
  report.push_back(file.path.generic_string() + ":" + std::to_string(line) + ": " + what);
}

bool holds_word(std::string_view names, std::string_view name) {
  const std::string padded = " " + std::string(names) + " ";
  return padded.find(" " + std::string(name) + " ") != std::string::npos;
}

std::vector<std::string> read_lines(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
}

bool is_text(const fs::path& path) {
  static constexpr std::array<std::string_view, 9> k_others{".txt", ".md",   ".cmake", ".sql", ".in",
                                                            ".css", ".html", ".js",    ".mjs"};
  return is_source(path) || std::ranges::find(k_others, path.extension().string()) != k_others.end();
}

/// All texts under a folder, sorted by path. Fixtures and golden files may hold anything.
std::vector<File> files_under(const fs::path& root, const char* folder, bool (*wanted)(const fs::path&)) {
  std::vector<File> files;
  if (!fs::is_directory(root / folder)) {
    return files;
  }
  for (auto entry = fs::recursive_directory_iterator(root / folder); entry != fs::end(entry); ++entry) {
    const std::string name = entry->path().filename().string();
    if (entry->is_directory() && (name == "fixtures" || name == "golden" || name == "corpus")) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && wanted(entry->path())) {
      files.push_back({fs::relative(entry->path(), root), read_lines(entry->path())});
    }
  }
  std::ranges::sort(files, {}, &File::path);
  return files;
}

struct Include {
  std::string name;
  bool angled = false;
};

/// What a line includes, if it does.
std::optional<Include> include_of(std::string_view line) {
  const auto skip_blanks = [&line] {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  skip_blanks();
  if (!line.starts_with('#')) {
    return std::nullopt;
  }
  line.remove_prefix(1);
  skip_blanks();
  if (!line.starts_with("include")) {
    return std::nullopt;
  }
  line.remove_prefix(std::string_view("include").size());
  skip_blanks();
  const bool angled = line.starts_with('<');
  const std::size_t end = line.find(angled ? '>' : '"', 1);
  if (line.empty() || end == std::string_view::npos) {
    return std::nullopt;
  }
  return Include{std::string(line.substr(1, end - 1)), angled};
}

/// Standard headers of C++ have neither a folder nor a suffix.
bool is_standard(std::string_view header) {
  return header.find_first_of("/.") == std::string_view::npos;
}

bool is_system(std::string_view header) {
  const bool in_folder = std::ranges::any_of(
      k_system_folders, [&](std::string_view folder) { return header.starts_with(folder); });
  return in_folder || (header.find('/') == std::string_view::npos && header.ends_with(".h"));
}

void check_third_party(const File& file, std::size_t line, std::string_view module, const std::string& header,
                       Report& report) {
  const auto* const home =
      std::ranges::find_if(k_homes, [&](const HomeRule& rule) { return header.starts_with(rule.prefix); });
  if (home == k_homes.end()) {
    if (!is_standard(header) && !is_system(header)) {
      say(report, file, line, "<" + header + "> has no home; list it in tests/architecture/rules.hpp");
    }
  } else if (home->modules != "*" && !holds_word(home->modules, module)) {
    say(report, file, line,
        "<" + header + "> is at home in " + std::string(home->modules) + ", not in " + std::string(module));
  }
}

bool may_include(const ModuleRule& rule, std::string_view target, const std::string& header) {
  return target == rule.module || holds_word(rule.may_include, target) ||
         std::ranges::any_of(k_extra_headers, [&](const HeaderRule& extra) {
           return extra.module == rule.module && extra.header == header;
         });
}

void check_own(const File& file, std::size_t line, const ModuleRule& rule, const std::string& header,
               Report& report) {
  const std::size_t slash = header.find('/');
  if (slash == std::string::npos) {
    say(report, file, line, "\"" + header + "\" names no module; write \"module/" + header + "\"");
    return;
  }
  const std::string target = header.substr(0, slash);
  if (target != "papers" && !may_include(rule, target, header)) {
    say(report, file, line,
        std::string(rule.module) + " must not include \"" + header + "\"; it may use: papers " +
            std::string(rule.may_include));
  }
}

/// The module of a file: the folder below src.
std::string module_of(const File& file) {
  return std::next(file.path.begin())->string();
}

void check_private_includes(const File& file, Report& report) {
  const std::string module = module_of(file);
  const auto* const rule = std::ranges::find(k_modules, module, &ModuleRule::module);
  if (rule == k_modules.end()) {
    say(report, file, 1, "no such module: " + module + "; list it in tests/architecture/rules.hpp");
    return;
  }
  for (std::size_t n = 0; n < file.lines.size(); ++n) {
    if (const auto include = include_of(file.lines[n])) {
      if (include->angled) {
        check_third_party(file, n + 1, module, include->name, report);
      } else {
        check_own(file, n + 1, *rule, include->name, report);
      }
    }
  }
}

void check_public_includes(const File& file, Report& report) {
  for (std::size_t n = 0; n < file.lines.size(); ++n) {
    const auto include = include_of(file.lines[n]);
    if (!include) {
      continue;
    }
    const bool fine = include->angled ? is_standard(include->name) : include->name.starts_with("papers/");
    if (!fine) {
      say(report, file, n + 1, "public headers include only std and papers/, not " + include->name);
    }
  }
}

/// The words of a CMakeLists.txt, comments left out.
std::vector<std::string> listed_names(const std::vector<std::string>& lines) {
  std::vector<std::string> names;
  for (const std::string& line : lines) {
    std::string word;
    for (const char c : line.substr(0, line.find('#')) + " ") {
      if (std::string_view(" \t()\"").find(c) == std::string_view::npos) {
        word += c;
      } else if (!word.empty()) {
        names.push_back(std::exchange(word, {}));
      }
    }
  }
  return names;
}

/// Every file must be named by the CMakeLists.txt of its module, which lies `depth` folders below the root.
void check_listed(const fs::path& root, const File& file, int depth, Report& report) {
  fs::path folder;
  auto part = file.path.begin();
  for (int i = 0; i < depth; ++i) {
    folder /= *part++;
  }
  const std::string name = file.path.lexically_relative(folder).generic_string();
  const std::vector<std::string> names = listed_names(read_lines(root / folder / "CMakeLists.txt"));
  if (std::ranges::find(names, name) == names.end()) {
    say(report, file, 1, "not listed in " + (folder / "CMakeLists.txt").generic_string());
  }
}

void check_length(const File& file, Report& report) {
  if (file.lines.size() > k_max_lines) {
    say(report, file, k_max_lines + 1,
        "longer than " + std::to_string(k_max_lines) + " lines; it is two nouns");
  }
}

/// C0 (tabs too), DEL, and the UTF-8 of C1 and of the bidirectional controls, which make a reader see another
/// program.
bool holds_control(std::string_view line) {
  static constexpr std::array<std::string_view, 2> k_bidi{"\xE2\x80", "\xE2\x81"};
  const auto byte = [&line](std::size_t i) {
    return static_cast<unsigned char>(i < line.size() ? line[i] : 0x20);
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool c1 = byte(i) == 0xC2 && byte(i + 1) >= 0x80 && byte(i + 1) < 0xA0;
    const bool embedding = line.substr(i, 2) == k_bidi[0] && byte(i + 2) >= 0xAA && byte(i + 2) <= 0xAE;
    const bool isolate = line.substr(i, 2) == k_bidi[1] && byte(i + 2) >= 0xA6 && byte(i + 2) <= 0xA9;
    if (byte(i) < 0x20 || byte(i) == 0x7F || c1 || embedding || isolate) {
      return true;
    }
  }
  return false;
}

void check_text(const File& file, Report& report) {
  static const std::array<std::string, 2> k_reminders{std::string("TO") + "DO", std::string("FIX") + "ME"};
  for (std::size_t n = 0; n < file.lines.size(); ++n) {
    if (holds_control(file.lines[n])) {
      say(report, file, n + 1, "holds a raw control character; write it as an escape");
    }
    for (const std::string& word : k_reminders) {
      if (file.lines[n].find(word) != std::string::npos) {
        say(report, file, n + 1, word + ": do it, or leave it out");
      }
    }
  }
}

}  // namespace

std::vector<std::string> violations(const fs::path& root) {
  Report report;
  for (const File& file : files_under(root, "include", is_source)) {
    check_public_includes(file, report);
  }
  for (const File& file : files_under(root, "src", is_source)) {
    check_private_includes(file, report);
    if (file.path.extension() == ".cpp") {
      check_listed(root, file, /*depth=*/2, report);
    }
  }
  for (const File& file : files_under(root, "tests/unit", is_source)) {
    if (file.path.generic_string().ends_with("_test.cpp")) {
      check_listed(root, file, /*depth=*/3, report);
    }
  }
  for (const char* const folder : {"include", "src", "tests"}) {
    for (const File& file : files_under(root, folder, is_text)) {
      check_text(file, report);
      if (is_source(file.path)) {
        check_length(file, report);
      }
    }
  }
  return report;
}

std::size_t source_count(const fs::path& root) {
  return files_under(root, "include", is_source).size() + files_under(root, "src", is_source).size();
}

}  // namespace papers::architecture
