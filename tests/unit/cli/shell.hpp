// A shell for tests: the whole command line run in this process, with everything around it laid out.
#pragma once

#include <atomic>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.hpp"
#include "unit/app/desk.hpp"

namespace papers::test {

struct Shell {
  TempFolder folder;
  FakeClock clock;
  Answers answers;
  std::map<std::string, std::string> variables{{"PAPERS_HOME", (folder.path() / "home").string()}};
  cli::Terminal terminal{};
  std::atomic<bool> interrupted{false};
  SourceSettings source_settings;   ///< with which the sources were opened last
  std::vector<std::string> pager;   ///< that was started last
  std::string paged;                ///< and what it was to show
  Result<int> pager_status = 0;     ///< how it ends
  std::vector<std::string> opened;  ///< the command to which the desktop was left last
  std::string said_before;          ///< and what the reader had been told by then
  Result<int> opener_status = 0;    ///< how it ends
  std::string input;
  std::string out;
  std::string err;

  int run(const std::vector<std::string>& args) {
    std::istringstream in(input);
    std::ostringstream out_stream;
    std::ostringstream err_stream;
    const auto variable = [this](std::string_view name) {
      const auto place = variables.find(std::string(name));
      return place == variables.end() ? std::nullopt : std::optional(place->second);
    };
    const auto open_sources = [this](const std::filesystem::path& /*parts*/, const SourceSettings& settings) {
      source_settings = settings;
      return std::make_unique<LaidOutSources>(answers);
    };
    const auto page = [this](std::span<const std::string> command, const std::string& text) {
      pager = {command.begin(), command.end()};
      paged = text;
      return pager_status;
    };
    const auto hand_over = [this, &err_stream](std::span<const std::string> command) {
      opened = {command.begin(), command.end()};
      said_before = err_stream.str();
      return opener_status;
    };
    cli::Environment environment{in,          out_stream,        err_stream,   clock, variable, terminal,
                                 interrupted, "/opt/bin/papers", open_sources, page,  hand_over};
    const int code = cli::run(args, environment);
    out = out_stream.str();
    err = err_stream.str();
    return code;
  }

  void lay_out(const std::string& id, const std::string& title) {
    FetchedWork work;
    work.item.ids = {*parse_identifier(id)};
    work.item.title = title;
    work.item.year = 2024;
    work.item.source = "arxiv";
    answers.works[format(work.item.ids.front())] = work;
  }
};

}  // namespace papers::test
