#include "drawing.hpp"

#include <string_view>

#include <doctest/doctest.h>

#include "util/child_process.hpp"

namespace papers::test {
namespace {

/// The text between `before` and `after` in `svg`, from `at` on; moves `at` behind it. "" when not there.
std::string between(std::string_view svg, std::string_view before, std::string_view after, std::size_t& at) {
  const std::size_t begin = svg.find(before, at);
  const std::size_t end = begin == std::string_view::npos ? begin : svg.find(after, begin + before.size());
  if (end == std::string_view::npos) {
    return "";
  }
  at = end;
  return std::string(svg.substr(begin + before.size(), end - begin - before.size()));
}

std::string utf8(int code) {
  // Graphviz writes references for a few characters of Latin-1 only.
  return code < 0x80
             ? std::string(1, static_cast<char>(code))
             : std::string{static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
}

std::string without_references(std::string_view text) {
  static const std::map<std::string_view, std::string_view> names{
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
  std::string result;
  while (!text.empty()) {
    const std::size_t end = text.front() == '&' ? text.find(';') : std::string_view::npos;
    if (end == std::string_view::npos) {
      result += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string_view name = text.substr(1, end - 1);
    result +=
        name.starts_with('#') ? utf8(std::stoi(std::string(name.substr(1)))) : std::string(names.at(name));
    text.remove_prefix(end + 1);
  }
  return result;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

DrawnNode node_in(std::string_view svg) {
  std::size_t at = 0;
  DrawnNode node;
  node.link = without_references(between(svg, "xlink:href=\"", "\"", at));
  at = 0;
  node.tooltip = without_references(between(svg, "xlink:title=\"", "\"", at));
  for (std::size_t text = svg.find("<text "); text != std::string_view::npos; text = svg.find("<text ", at)) {
    at = text;
    node.lines.push_back(without_references(between(svg, ">", "</text>", at)));
  }
  return node;
}

/// What Graphviz makes of the DOT text in that format.
std::optional<std::string> through_graphviz(const std::string& dot, const std::string& format) {
  if (util::find_program("dot").empty()) {
    MESSAGE("skipped: Graphviz is not installed");
    return std::nullopt;
  }
  const auto run = util::run_child(std::vector<std::string>{"dot", "-T" + format}, dot);
  REQUIRE(run.ok());
  CHECK(run->status == 0);
  CHECK(run->err == "");
  return run->out;
}

}  // namespace

std::optional<std::string> lay_out(const std::string& dot) {
  return through_graphviz(dot, "plain");
}

std::optional<Drawing> draw(const std::string& dot) {
  auto svg = through_graphviz(dot, "svg");
  if (!svg) {
    return std::nullopt;
  }
  Drawing drawing;
  drawing.svg = *std::move(svg);
  drawing.edges = static_cast<int>(count(drawing.svg, "class=\"edge\""));
  std::size_t at = 0;
  for (;;) {
    const std::string node = between(drawing.svg, "class=\"node\">", "\n</g>\n<", at);
    if (node.empty()) {
      break;
    }
    std::size_t begin = 0;
    const std::string name = without_references(between(node, "<title>", "</title>", begin));
    CHECK(drawing.nodes.emplace(name, node_in(node)).second);
  }
  CHECK(drawing.nodes.size() == count(drawing.svg, "class=\"node\""));
  return drawing;
}

}  // namespace papers::test
