#include "cli/why_not_words.hpp"

#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/short_name.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/ranked_json.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

std::string command_of(const app::Remedy& remedy) {
  return "papers " + util::join(remedy.command, " ");
}

void say_json(Context& context, const Item& item, const app::WhyNot& answer) {
  auto terms = nlohmann::ordered_json::array();
  for (std::size_t i = 0; answer.item && answer.first && i < answer.item->terms.size(); ++i) {
    const TermPoints& own = answer.item->terms[i];
    const TermPoints& first = answer.first->terms[i];
    terms.push_back({{"name", own.name}, {"points", own.points}, {"first", first.points}});
  }
  auto commands = nlohmann::ordered_json::array();
  for (const app::Remedy& remedy : answer.remedies) {
    commands.push_back(command_of(remedy));
  }
  using Json = nlohmann::ordered_json;
  print_json(context, {{"item", answer.item ? ranked_json(*answer.item) : Json()},
                       {"id", format(item.ids.front())},
                       {"obstacle", answer.obstacle.empty() ? Json() : Json(answer.obstacle)},
                       {"candidates", answer.candidates},
                       {"first", answer.first ? ranked_json(*answer.first) : Json()},
                       {"terms", std::move(terms)},
                       {"would_be_first", std::move(commands)}});
}

/// The terms side by side; why the first one has more.
std::string comparison(const app::Choice& own, const app::Choice& first, std::size_t columns) {
  Table table({{}, {Table::Align::right}, {Table::Align::right}, {Table::Align::left, true}});
  table.row({"", "this", "first", ""});
  for (std::size_t i = 0; i < own.terms.size(); ++i) {
    const TermPoints& mine = own.terms[i];
    const TermPoints& other = first.terms[i];
    if (mine.points != 0 || other.points != 0) {
      const bool lacks = mine.points < other.points;
      table.row({mine.name, fmt::format("{:.2f}", mine.points), fmt::format("{:.2f}", other.points),
                 lacks ? fmt::format("lacks {:.2f}; the first: {}", other.points - mine.points, other.why)
                       : mine.why});
    }
  }
  table.row({"", fmt::format("{:.2f}", own.score), fmt::format("{:.2f}", first.score), ""});
  return table.render(columns);
}

void say_remedies(Context& context, const app::WhyNot& answer) {
  std::ostream& out = context.env().out;
  if (answer.remedies.empty()) {
    out << "\nNothing that you can say of it in one step would put it first.\n";
    return;
  }
  std::string_view label = "first with";
  out << '\n';
  for (const app::Remedy& remedy : answer.remedies) {
    out << fmt::format("{:<10}  {}\n", label, util::printable(command_of(remedy)));
    label = "or";
  }
}

}  // namespace

void say_why_not(Context& context, const Item& item, const app::WhyNot& answer) {
  if (context.options().json) {
    say_json(context, item, answer);
    return;
  }
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  const std::string name = app::name_in_words(item);
  if (!answer.item) {
    out << paragraph("", fmt::format("{} cannot be proposed: {}", name, answer.obstacle), columns);
    return;
  }
  if (answer.item->rank == 1) {
    out << paragraph("", fmt::format("{} is what to read now; see papers next", name), columns);
    return;
  }
  out << paragraph("",
                   fmt::format("{} is number {} of {}; first is {} ({})", name, answer.item->rank,
                               answer.candidates, app::name_in_words(answer.first->item),
                               short_name(answer.first->item)),
                   columns)
      << '\n'
      << comparison(*answer.item, *answer.first, columns);
  say_remedies(context, answer);
}

}  // namespace papers::cli
