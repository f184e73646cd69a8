#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/load_sources.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

ExitCode run(const std::string& verb, Context& context) {
  const bool clear = verb == "clear";
  if (clear && !context.options().dry_run) {
    app::clear_response_cache(context.places());
  }
  const app::CacheUse use = app::response_cache_use(context.places());
  if (context.options().json) {
    print_json(
        context,
        {{"file", context.places().http_cache().string()}, {"answers", use.answers}, {"bytes", use.bytes}});
  } else {
    context.env().out << fmt::format("{} of services kept, {} bytes\n",
                                     counted(static_cast<std::size_t>(use.answers), "answer", "answers"),
                                     use.bytes);
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto verb = std::make_shared<std::string>("info");
  arguments.choice_word("VERB", *verb, {"info", "clear"}, "info or clear");
  return [verb](Context& context) { return run(*verb, context); };
}

}  // namespace

const Command k_cache_command{"cache",
                              "Care",
                              "Show or empty the answers of services kept for later",
                              "The cache may be emptied at any time; the library does not depend on it.",
                              "papers cache info\npapers cache clear",
                              /*changes=*/true,
                              declare};

}  // namespace papers::cli
