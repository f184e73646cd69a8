#include "export/graph_attributes.hpp"

#include <array>
#include <set>

#include <fmt/format.h>

#include "export/paper_words.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;
using Value = std::optional<std::string>;
using Type = AttributeType;

/// These formats have no escapes for what turns text around or hides in it.
Value known_text(std::string_view text) {
  return text.empty() ? Value() : util::printable(util::clean_line(text));
}

Value label_of(const Paper& paper) {
  return known_text(display_title(paper.item));
}

Value decimal(std::optional<int> number) {
  return number ? Value(std::to_string(*number)) : Value();
}

/// Scores and points are hundredths.
std::string hundredths(double number) {
  return fmt::format("{:.2f}", number);
}

struct Row {
  std::string_view name;
  AttributeType type;
  Value (*value)(const Paper&);
};

// Where names of program interfaces exist in `--json`, they are these.
constexpr std::array k_rows{
    Row{"label", Type::text, label_of},
    Row{"key", Type::text, [](const Paper& paper) { return known_text(paper.item.key); }},
    Row{"title", Type::text, [](const Paper& paper) { return known_text(paper.item.title); }},
    Row{"authors", Type::text,
        [](const Paper& paper) { return known_text(util::join(paper.item.authors, "; ")); }},
    Row{"year", Type::whole, [](const Paper& paper) { return decimal(paper.item.year); }},
    Row{"venue", Type::text, [](const Paper& paper) { return known_text(paper.item.venue.value_or("")); }},
    Row{"url", Type::text, [](const Paper& paper) { return known_text(address(paper.item).value_or("")); }},
    Row{"kind", Type::text, [](const Paper& paper) { return known_text(name_of(paper.item.kind)); }},
    Row{"state", Type::text, [](const Paper& paper) { return known_text(name_of(paper.item.state)); }},
    Row{"root", Type::flag, [](const Paper& paper) { return Value(flag_text(paper.root)); }},
    Row{"depth", Type::whole, [](const Paper& paper) { return decimal(paper.depth); }},
    Row{"tags", Type::text, [](const Paper& paper) { return known_text(util::join(paper.item.tags, "; ")); }},
    Row{"rating", Type::whole, [](const Paper& paper) { return decimal(paper.item.rating); }},
    Row{"cited_by", Type::whole, [](const Paper& paper) { return decimal(paper.item.cited_by); }},
    Row{"references_known", Type::flag,
        [](const Paper& paper) { return Value(flag_text(references_known(paper.item))); }},
    Row{"hidden", Type::whole, [](const Paper& paper) { return decimal(paper.hidden); }},
    Row{"beyond", Type::whole, [](const Paper& paper) { return decimal(paper.beyond); }},
    Row{"rank", Type::whole,
        [](const Paper& paper) { return paper.place ? decimal(paper.place->rank) : Value(); }},
    Row{"score", Type::number,
        [](const Paper& paper) { return paper.place ? hundredths(paper.place->score) : Value(); }},
};

constexpr std::array k_edge_rows{EdgeAttribute{"implied", &GraphEdge::implied},
                                 EdgeAttribute{"backbone", &GraphEdge::backbone}};

/// Names of the terms that make up any score.
std::set<std::string> term_names(const ReadingGraph& graph) {
  std::set<std::string> names;
  for (const Paper& paper : graph.papers) {
    if (paper.place) {
      for (const TermPoints& term : paper.place->terms) {
        names.insert(term.name);
      }
    }
  }
  return names;
}

Value points_of(const Paper& paper, std::string_view name) {
  if (paper.place) {
    for (const TermPoints& term : paper.place->terms) {
      if (term.name == name) {
        return hundredths(term.points);
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<PaperAttribute> paper_attributes(const ReadingGraph& graph) {
  std::vector<PaperAttribute> result;
  for (const Row& row : k_rows) {
    result.push_back({std::string(row.name), row.type, row.value});
  }
  if (!graph.since.empty()) {
    result.push_back(
        {"news", Type::text, [](const Paper& paper) { return known_text(name_of(paper.news)); }});
  }
  for (const std::string& name : term_names(graph)) {
    result.push_back(
        {"points_" + name, Type::number, [name](const Paper& paper) { return points_of(paper, name); }});
  }
  return result;
}

std::span<const EdgeAttribute> edge_attributes() {
  return k_edge_rows;
}

std::string flag_text(bool value) {
  return value ? "true" : "false";
}

std::string paper_label(const Paper& paper) {
  return label_of(paper).value_or("");
}

std::string paper_id(const Paper& paper) {
  return util::printable(util::clean_line(format(paper.item.ids.front())));
}

}  // namespace papers::formats
