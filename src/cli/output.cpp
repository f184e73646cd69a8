#include "cli/output.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/report.hpp"
#include "model/item_json.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_gap = 2;  // blanks between columns
constexpr std::size_t k_least_flexible = 16;
constexpr std::size_t k_most_repeated = 200;  // columns of what was typed

std::size_t widest(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
  std::size_t most = 0;
  for (const auto& row : rows) {
    most = std::max(most, util::width(row[column]));
  }
  return most;
}

std::string aligned(const std::string& cell, std::size_t width, Table::Align align) {
  if (align == Table::Align::left) {
    return util::fit(cell, width);
  }
  const std::size_t taken = util::width(cell);
  return taken >= width ? util::elide(cell, width) : std::string(width - taken, ' ') + cell;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::string Style::wrap(std::string_view code, std::string_view text) const {
  return m_enabled ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

Style style_of(Context& context) {
  const std::string& wish = context.options().color;
  if (wish != "auto") {
    return Style(wish == "always");
  }
  const Environment& env = context.env();
  return Style(env.terminal.out && !env.variable("NO_COLOR") && env.variable("TERM").value_or("") != "dumb");
}

std::string_view state_mark(State state) {
  switch (state) {
    case State::found:
      return "·";
    case State::queued:
      return "○";
    case State::reading:
      return "▶";
    case State::paused:
      return "‖";
    case State::read:
      return "✓";
    case State::parked:
      return "P";
    case State::dropped:
      return "×";
  }
  return "?";
}

std::string short_name(const Item& item) {
  constexpr std::size_t k_long = 20;
  if (item.number) {
    return fmt::format("#{}", *item.number);
  }
  std::string identity = format(item.ids.front());
  return identity.size() > k_long && !item.key.empty() ? item.key : identity;
}

void Table::row(std::vector<std::string> cells) {
  for (std::string& cell : cells) {
    cell = util::printable(cell);
  }
  cells.resize(m_columns.size());
  m_rows.push_back(std::move(cells));
}

std::string Table::render(std::size_t columns) const {
  std::string text;
  const std::vector<std::size_t> widths = column_widths(columns);
  for (const auto& row : m_rows) {
    std::string line;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      line += (i == 0 ? "" : std::string(k_gap, ' ')) + aligned(row[i], widths[i], m_columns[i].align);
    }
    text += without_trailing_blanks(std::move(line)) + "\n";
  }
  return text;
}

std::vector<std::size_t> Table::column_widths(std::size_t columns) const {
  std::vector<std::size_t> widths;
  std::size_t fixed = m_columns.empty() ? 0 : k_gap * (m_columns.size() - 1);
  std::size_t flexible = 0;
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    widths.push_back(widest(m_rows, i));
    fixed += m_columns[i].flexible ? 0 : widths[i];
    flexible += m_columns[i].flexible ? 1 : 0;
  }
  std::size_t left = columns > fixed ? columns - fixed : 0;
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    if (m_columns[i].flexible) {
      widths[i] = std::min(widths[i], std::max(left / flexible, k_least_flexible));
      left -= std::min(left, widths[i]);
      --flexible;
    }
  }
  return widths;
}

std::string item_table(const std::vector<Item>& items, std::size_t columns) {
  Table table({{Table::Align::right}, {}, {Table::Align::left, true}, {}, {}, {}});
  for (const Item& item : items) {
    table.row({short_name(item), fmt::format("{} {}", state_mark(item.state), name_of(item.state)),
               display_title(item), byline(item),
               item.priority ? fmt::format("{}", name_of(*item.priority)) : "",
               item.due ? "due " + *item.due : ""});
  }
  return table.render(columns);
}

void print_json(Context& context, const nlohmann::ordered_json& fields) {
  nlohmann::ordered_json object{{"schema", 1}};
  object.update(fields);
  context.env().out << model::dump(object) << '\n';
}

void print_items_json(Context& context, const std::vector<Item>& items) {
  print_json(context, {{"items", items_json(items)}});
}

void print_names(Context& context, const std::vector<Item>& items) {
  for (const Item& item : items) {
    context.env().out << util::printable(format(item.ids.front())) << '\0';
  }
}

void hint(Context& context, std::string_view line) {
  if (!context.options().quiet) {
    complain(context, line);
  }
}

void complain(Context& context, std::string_view line) {
  context.env().err << util::printable(line, /*keep_newlines=*/true) << '\n';
}

ExitCode say_no_match(Context& context, const std::vector<std::string>& conditions, std::string_view advice) {
  complain(context, fmt::format("papers: {}: nothing matches; {}",
                                util::elide(util::join(conditions, " "), k_most_repeated), advice));
  return ExitCode::no_match;
}

std::string counted(std::size_t number, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", number, number == 1 ? singular : plural);
}

}  // namespace papers::cli
