// Output: what is shown to people and to programs. Every text that did not come from us is made
// printable here, once, on its way out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "papers/item.hpp"

#include "cli/context.hpp"

namespace papers::cli {

/// Colours and weights, or nothing at all where they are off.
class Style {
 public:
  explicit Style(bool enabled) : m_enabled(enabled) {}
  [[nodiscard]] std::string bold(std::string_view text) const { return wrap("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return wrap("2", text); }
  [[nodiscard]] std::string warn(std::string_view text) const { return wrap("33", text); }

 private:
  [[nodiscard]] std::string wrap(std::string_view code, std::string_view text) const;
  bool m_enabled;
};

/// For standard output: --color, NO_COLOR, TERM=dumb and whether it is a terminal.
[[nodiscard]] Style style_of(Context& context);

/// A mark for the state that reads without colour: "○" queued, "▶" reading, "‖" paused, "✓" read,
/// "·" found, "⏸" is avoided because terminals disagree on its width.
[[nodiscard]] std::string_view state_mark(State state);

/// What a reader may type for it, short enough for a column: "#7", or the identity, or the key where that is
/// long.
[[nodiscard]] std::string short_name(const Item& item);

/// Rows with flexible columns: the others keep their width, the flexible ones share what is left of
/// the line and are cut where it is too little, so that nothing wraps.
class Table {
 public:
  enum class Align { left, right };
  struct Column {
    Align align = Align::left;
    bool flexible = false;
  };
  explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}
  void row(std::vector<std::string> cells);  ///< raw texts; made printable here
  [[nodiscard]] bool empty() const { return m_rows.empty(); }
  /// Lines without trailing blanks.
  [[nodiscard]] std::string render(std::size_t columns) const;

 private:
  [[nodiscard]] std::vector<std::size_t> column_widths(std::size_t columns) const;

  std::vector<Column> m_columns;
  std::vector<std::vector<std::string>> m_rows;
};

/// The usual list of items: number, state, title, byline, due.
[[nodiscard]] std::string item_table(const std::vector<Item>& items, std::size_t columns);

/// {"schema": 1, ...fields} and a line end on standard output.
void print_json(Context& context, const nlohmann::ordered_json& fields);

/// {"schema": 1, "items": [...]}.
void print_items_json(Context& context, const std::vector<Item>& items);

/// Identities, each ended by NUL: what xargs -0 and a "-" in the place of an ITEM read.
void print_names(Context& context, const std::vector<Item>& items);

/// A line on standard error, made printable, unless --quiet.
void hint(Context& context, std::string_view line);

/// Says that these conditions match nothing, also with --quiet, and how to see more.
[[nodiscard]] ExitCode say_no_match(Context& context, const std::vector<std::string>& conditions,
                                    std::string_view advice);

/// As hint, but also with --quiet: something went wrong.
void complain(Context& context, std::string_view line);

/// "1 paper", "3 papers".
[[nodiscard]] std::string counted(std::size_t number, std::string_view singular, std::string_view plural);

}  // namespace papers::cli
