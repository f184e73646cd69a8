#include "cli/added.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/choose.hpp"
#include "cli/follow_words.hpp"
#include "cli/output.hpp"
#include "cli/reference_words.hpp"
#include "cli/report.hpp"
#include "model/item_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using What = app::AddOutcome::What;

/// How an outcome is said: a mark before the title, a word in JSON.
struct Saying {
  What what;
  std::string_view mark;
  std::string_view word;
};

constexpr std::array k_sayings{Saying{What::added, "+", "added"},
                               Saying{What::kept, "+", "kept"},
                               Saying{What::refreshed, "~", "refreshed"},
                               Saying{What::changed, "~", "changed"},
                               Saying{What::known, "=", "known"},
                               Saying{What::repeated, "=", "repeated"},
                               Saying{What::not_understood, "!", "not understood"},
                               Saying{What::not_found, "!", "not found"},
                               Saying{What::failed, "!", "failed"},
                               Saying{What::refused, "!", "refused"}};

const Saying& saying_of(What what) {
  return k_sayings[static_cast<std::size_t>(what)];
}

using Places = std::unordered_map<std::int64_t, int>;

/// What stands below the title, in the order of what matters.
std::vector<std::string> facts(const app::AddOutcome& outcome, const Places& places) {
  const Item& item = *outcome.item;
  const bool versioned = item.version && item.ids.front().scheme == Scheme::arxiv;
  std::vector<std::string> parts{format(item.ids.front()) +
                                 (versioned ? fmt::format("v{}", *item.version) : "")};
  if (item.source == "seed") {
    parts.emplace_back("source: seed");
  }
  parts.push_back(item.kind == Kind::paper ? reference_words(item) : std::string(name_of(item.kind)));
  if (outcome.what == What::known) {
    parts.push_back(fmt::format("in the library already, {}", name_of(item.state)));
  } else if (outcome.what == What::refreshed) {
    parts.emplace_back("was there, its data is newer now");
  }
  if (const auto place = places.find(item.row); place != places.end()) {
    parts.push_back(fmt::format("{} of {} in the queue", place->second, places.size()));
  }
  return parts;
}

/// Joined by dots, wrapped between parts.
std::string wrapped(const std::vector<std::string>& parts, std::size_t indent, std::size_t columns) {
  std::string text;
  std::string line = std::string(indent, ' ');
  bool begun = false;
  for (const std::string& part : parts) {
    const std::string shown = util::elide(util::printable(part), columns - indent);
    if (begun && util::width(line) + 3 + util::width(shown) > columns) {
      text += line + "\n";
      line = std::string(indent, ' ');
      begun = false;
    }
    line += (begun ? " · " : "") + shown;
    begun = true;
  }
  return text + line + "\n";
}

void say_problem(Context& context, const app::AddOutcome& outcome) {
  const std::string prefix = outcome.message.starts_with(outcome.text) ? "" : outcome.text + ": ";
  complain(context, fmt::format("{} {}{}", saying_of(outcome.what).mark, prefix, outcome.message));
}

void say_item(Context& context, const app::AddOutcome& outcome, const Places& places) {
  const std::size_t columns = context.env().terminal.columns;
  const Item& item = *outcome.item;
  const std::string number = item.number ? std::to_string(*item.number) : "";
  const std::string head = fmt::format("{} {:<3} ", saying_of(outcome.what).mark, number);
  const std::string who = util::printable(byline(item));
  const std::size_t taken = util::width(head) + util::width(who) + 2;
  const std::size_t left = columns > taken + 20 ? columns - taken : 20;
  const std::string title = util::fit(util::printable(display_title(item)), left);
  report(context, fmt::format("{}{}{}{}\n{}", head, title, who.empty() ? "" : "  ", who,
                              wrapped(facts(outcome, places), util::width(head), columns)));
}

std::string summary(const app::AddReport& report, bool dry_run) {
  std::map<std::string_view, std::size_t> counts;
  for (const app::AddOutcome& outcome : report.outcomes) {
    ++counts[saying_of(outcome.what).word];
  }
  std::string text;
  for (const Saying& saying : k_sayings) {
    if (counts.contains(saying.word)) {
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts[saying.word], saying.word);
    }
  }
  if (dry_run) {
    return text + " (dry run: nothing was changed)";
  }
  const bool any = std::any_of(report.outcomes.begin(), report.outcomes.end(),
                               [&report](const app::AddOutcome& outcome) { return report.worked(outcome); });
  return text + (any ? ".  Next: papers next" : "");
}

void say_json(Context& context, const app::AddReport& report) {
  auto items = nlohmann::ordered_json::array();
  for (const app::AddOutcome& outcome : report.outcomes) {
    nlohmann::ordered_json entry{{"ref", outcome.text}, {"outcome", saying_of(outcome.what).word}};
    entry["message"] =
        outcome.message.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(outcome.message);
    entry["item"] = outcome.item ? model::item_to_json(*outcome.item) : nlohmann::ordered_json();
    items.push_back(std::move(entry));
  }
  print_json(context, {{"items", std::move(items)},
                       {"warnings", report.warnings},
                       {"followed", followed_json(report.followed)}});
}

}  // namespace

void say_added(Context& context, const app::AddReport& added, const app::FollowLimits& limits) {
  Places places;
  if (!context.options().json && !context.options().dry_run) {
    places = app::places_in_queue(context.library(), context.settings().weights(), context.this_week());
  }
  for (const app::AddOutcome& outcome : added.outcomes) {
    if (outcome.item && !context.options().json) {
      say_item(context, outcome, places);
    } else if (!outcome.item) {
      say_problem(context, outcome);
    }
  }
  for (const std::string& warning : added.warnings) {
    complain(context, "! " + warning);
  }
  say_followed(context, added.followed, limits);
  if (context.options().json) {
    say_json(context, added);
  } else {
    hint(context, summary(added, context.options().dry_run));
  }
}

}  // namespace papers::cli
