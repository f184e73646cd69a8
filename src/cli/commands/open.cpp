#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/pdf_shelf.hpp"
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

/// That of the version which the reader named, where he named one, else the newest that is there.
std::string pdf_path(const Item& item, const std::optional<Identifier>& version, Context& context) {
  app::PdfShelf shelf(context.library(), context.places().pdfs());
  if (version) {
    const auto file = shelf.file_of(item, *version);
    return file ? (context.places().pdfs() / file->name).string() : "";
  }
  const std::vector<app::PdfFile> files = shelf.files_of(item);
  return files.empty() ? "" : (context.places().pdfs() / files.front().name).string();
}

std::string page_address(const Item& item, const std::optional<Identifier>& version) {
  if (version) {
    return web_address(*version).value_or("");
  }
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
  const std::optional<Identifier> version = app::named_version(item, options.text);
  const std::string file = options.page ? "" : pdf_path(item, version, context);
  if (!file.empty()) {
    return open_with_desktop(context.env(), file);
  }
  const std::string address = page_address(item, version);
  if (!options.page) {
    const std::string name = version ? format_with_version(*version) : item.key;
    hint(context, fmt::format("no PDF of {0} is there (papers pdf {0}); opening {1}", name, address));
  }
  return open_page_with_desktop(context.env(), address);
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
    declare,
    /*filters=*/false,
    /*hands_over=*/true};

}  // namespace papers::cli
