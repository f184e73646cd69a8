#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "app/pdf_file.hpp"
#include "app/selector.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/open_file.hpp"
#include "cli/output.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string text;
  bool page = false;
};

/// The version that the reader named, where he named one, else the newest that is there.
std::string pdf_path(const Item& item, const std::string& text, Context& context) {
  const auto files = app::pdf_files(context.library(), item, context.places().pdfs());
  const auto named = parse_identifier(text);
  const int version = named ? named->version : 0;
  const auto file = std::find_if(files.begin(), files.end(), [version](const app::PdfFile& f) {
    return version == 0 || f.id.version == version;
  });
  return file == files.end() ? "" : (context.places().pdfs() / file->name).string();
}

std::string page_address(const Item& item) {
  for (const Identifier& id : item.ids) {
    if (const auto address = web_address(id)) {
      return *address;
    }
  }
  throw Failure(ExitCode::no_match,
                fmt::format("{}: there is neither a PDF nor a page of it to open", item.key));
}

ExitCode run(const Options& options, Context& context) {
  const Item item = value_or_throw(app::select_item(context.library(), options.text));
  const std::string file = options.page ? "" : pdf_path(item, options.text, context);
  if (!file.empty()) {
    return open_with_desktop(file);
  }
  const std::string address = page_address(item);
  if (!options.page) {
    hint(context, fmt::format("no PDF is there (papers pdf {}); opening {}", item.key, address));
  }
  return open_page_with_desktop(address);
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->text, "What to open");
  arguments.flag("--page", options->page, "Its page on the web, although its PDF is there");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_open_command{
    "open",
    "Share",
    "Open an item's PDF, or its page on the web",
    "The PDF goes to the desktop's viewer when `papers pdf` has downloaded it, and the page to the browser\n"
    "otherwise.",
    "papers open cllm\npapers open 7 --page",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
