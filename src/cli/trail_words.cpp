#include "cli/trail_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/output.hpp"
#include "model/item_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::string_view k_arrow = " › ";
constexpr std::size_t k_arrow_width = 3;
constexpr std::size_t k_least_name = 8;

nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

nlohmann::ordered_json stop_json(const app::Stop& stop, int steps_back) {
  nlohmann::ordered_json object = model::item_to_json(stop.item);
  object["step"] = {{"steps_back", steps_back},
                    {"at", stop.step.at},
                    {"forced", stop.step.forced},
                    {"question", stop.question ? question_json(*stop.question) : nlohmann::ordered_json()}};
  return object;
}

/// The widest that names may be so that all of them fit into the columns.
std::size_t fair_width(const std::vector<std::string>& names, std::size_t columns) {
  std::size_t widest = k_least_name;
  for (const std::string& name : names) {
    widest = std::max(widest, util::width(name));
  }
  const auto all = [&names](std::size_t cap) {
    std::size_t sum = k_arrow_width * (names.size() - 1);
    for (const std::string& name : names) {
      sum += std::min(cap, util::width(name));
    }
    return sum;
  };
  while (widest > k_least_name && all(widest) > columns) {
    --widest;
  }
  return widest;
}

}  // namespace

std::string breadcrumb(const std::vector<app::Stop>& stops, std::size_t columns) {
  std::vector<std::string> names;
  for (const app::Stop& stop : stops) {
    names.push_back(util::printable(short_title(stop.item)));
  }
  const std::size_t widest = fair_width(names, columns);
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : std::string(k_arrow)) + util::elide(name, widest);
  }
  return text;
}

std::string in_words(int number) {
  constexpr std::array k_words{"none",  "one",   "two",  "three", "four",   "five",  "six",
                               "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  const auto index = static_cast<std::size_t>(number);
  return number >= 0 && index < k_words.size() ? k_words.at(index) : std::to_string(number);
}

std::string steps_back(int steps) {
  return counted(static_cast<std::size_t>(steps), "step back", "steps back");
}

std::string years_words(const std::optional<int>& years) {
  if (!years) {
    return "";
  }
  const std::string number = in_words(std::abs(*years)) + (std::abs(*years) == 1 ? " year" : " years");
  if (*years == 0) {
    return "of the same year";
  }
  return number + (*years > 0 ? " back" : " younger");
}

std::string citing_words(int papers) {
  return fmt::format("{} of your papers {} it", in_words(papers), papers > 1 ? "cite" : "cites");
}

std::string place_line(const std::vector<app::Stop>& stops, std::size_t columns) {
  constexpr std::string_view k_label = "You are at  ";
  return fmt::format("{}{}\n", k_label, breadcrumb(stops, columns - std::min(columns, k_label.size())));
}

nlohmann::ordered_json trail_json(const std::vector<app::Stop>& stops, int limit) {
  auto items = nlohmann::ordered_json::array();
  for (const app::Stop& stop : stops) {
    items.push_back(stop_json(stop, static_cast<int>(items.size())));
  }
  const auto years = app::years_back(stops.front().item, stops.back().item);
  return {{"depth", stops.size() - 1},
          {"limit", limit},
          {"years_back", years ? nlohmann::ordered_json(*years) : nlohmann::ordered_json()},
          {"items", std::move(items)}};
}

nlohmann::ordered_json question_json(const app::Question& question) {
  return {
      {"id", question.id},
      {"text", question.text},
      {"at", question.at ? nlohmann::ordered_json(format(*question.at)) : nlohmann::ordered_json()},
      {"dived", question.dived ? nlohmann::ordered_json(format(*question.dived)) : nlohmann::ordered_json()},
      {"to", question.to_advisor ? nlohmann::ordered_json("advisor") : nlohmann::ordered_json()},
      {"asked", text_or_null(question.asked)},
      {"state", app::name_of(question.state)},
      {"answer", text_or_null(question.answer)},
      {"closed", text_or_null(question.closed)}};
}

nlohmann::ordered_json questions_json(const std::vector<app::Question>& questions) {
  auto list = nlohmann::ordered_json::array();
  for (const app::Question& question : questions) {
    list.push_back(question_json(question));
  }
  return list;
}

std::string question_words(const Library& library, const app::Question& question) {
  const auto name_of_item = [&library](const Identifier& id) {
    const auto item = library.find(id);
    return item ? short_title(*item) : format(id);
  };
  std::string where = question.at ? "at " + name_of_item(*question.at) : "";
  where += question.dived ? ", opening " + name_of_item(*question.dived) : "";
  const std::string state(app::name_of(question.state));
  return question.answer.empty()
             ? fmt::format("{} ({})", question.text, where.empty() ? state : where + "; " + state)
             : fmt::format("{}{}: {}", question.text, where.empty() ? "" : " (" + where + ")",
                           question.answer);
}

int depth_limit(Context& context) {
  return context.settings().whole("limits.depth");
}

}  // namespace papers::cli
