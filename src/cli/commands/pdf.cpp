#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/pdfs.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/item_words.hpp"
#include "cli/output.hpp"
#include "cli/pdf_words.hpp"
#include "cli/progress.hpp"
#include "model/item_json.hpp"
#include "model/json_value.hpp"

namespace papers::cli {
namespace {

using What = app::PdfOutcome::What;

struct Options {
  std::vector<std::string> texts;
  bool again = false;
};

std::string_view name_of(What what) {
  switch (what) {
    case What::downloaded:
      return "downloaded";
    case What::there:
      return "there";
    case What::planned:
      return "planned";
    case What::none:
      return "none";
    case What::failed:
      return "failed";
  }
  return "";
}

nlohmann::ordered_json outcome_json(Context& context, const app::PdfOutcome& outcome) {
  nlohmann::ordered_json object =
      outcome.item ? model::item_to_json(*outcome.item) : nlohmann::ordered_json{{"id", nullptr}};
  object["asked"] = outcome.text;
  object["outcome"] = name_of(outcome.what);
  object["pdf"] = outcome.file ? pdf_json(context, *outcome.file) : nlohmann::ordered_json();
  object["problem"] = model::text_or_null(outcome.problem);
  return object;
}

/// Its mark, and what there is to say about the file.
std::pair<std::string, std::string> words_of(const app::PdfOutcome& outcome) {
  switch (outcome.what) {
    case What::downloaded:
      return {"+", size_words(outcome.file->bytes.value_or(0))};
    case What::there:
      return {"=", "is there already"};
    default:
      return {"·", "would be downloaded from " + outcome.file->address};
  }
}

void say_outcomes(Context& context, const app::PdfReport& report) {
  Table table({{}, {Table::Align::right}, {}, {}});  // half an address is none: it is not cut
  for (const app::PdfOutcome& outcome : report.outcomes) {
    if (outcome.problem.empty()) {
      const auto [mark, words] = words_of(outcome);
      table.row({mark, short_name(*outcome.item), outcome.file->name, words});
    }
  }
  context.env().out << table.render(context.env().terminal.columns);
  for (const app::PdfOutcome& outcome : report.outcomes) {
    if (!outcome.problem.empty()) {
      const bool names_it = outcome.problem.starts_with(outcome.text);
      complain(context, "! " + (names_it ? "" : outcome.text + ": ") + outcome.problem);
    }
  }
  if (!table.empty() && !context.options().dry_run) {
    hint(context, fmt::format("in {}.  Next: papers open ITEM", context.places().pdfs().string()));
  }
}

ExitCode run(const Options& options, Context& context) {
  const app::PdfWishes wishes{with_input(options.texts, context.env().in), context.places().pdfs(),
                              options.again, context.offline(), context.options().dry_run};
  ProgressLines progress(context);
  const app::PdfReport report = app::fetch_pdfs(
      wishes, context.writable_library(), [&context]() -> Sources& { return context.sources(); },
      context.env().clock, progress);
  progress.finish();
  if (context.options().json) {
    auto items = nlohmann::ordered_json::array();
    for (const app::PdfOutcome& outcome : report.outcomes) {
      items.push_back(outcome_json(context, outcome));
    }
    print_json(context, {{"items", std::move(items)}, {"interrupted", report.interrupted}});
  } else {
    say_outcomes(context, report);
  }
  if (report.interrupted) {
    complain(context, "interrupted; what came is kept, and the next `papers pdf` goes on from there");
  }
  return report.exit_code();
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("ITEM", options->texts, "Whose PDF; an arXiv id with a version means that version");
  arguments.flag("--again", options->again, "Also where the file is there already; it is replaced");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_pdf_command{
    "pdf",
    "Share",
    "Download the PDFs of items",
    "The newest version that is known, from arXiv (one file at a time, at its pace), or from the item's own\n"
    "address where that is a PDF. The file is named after the citation key and lies where `papers paths`\n"
    "says. An interrupted download goes on where it stopped, and a file that is there is not asked for\n"
    "again. `papers backup` does not copy PDFs: they can be fetched again.",
    "papers pdf cllm\n"
    "papers pdf 2403.00835v1                 # that very version\n"
    "papers list -0 state:reading | papers pdf -",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
