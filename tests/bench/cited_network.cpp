#include "bench/cited_network.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "util/atomic_file.hpp"
#include "util/child_process.hpp"
#include "util/strings.hpp"

namespace papers::bench {
namespace {

using nlohmann::json;

class NetworkReader {
 public:
  void read_papers(std::string_view text) {
    each_line(text, [this](std::string_view line) {
      const auto cells = util::split(line, '\t');
      CitedPaper& paper = this->paper(cells[0]);
      paper.date = cells.size() > 1 ? date_in_text(cells[1]) : std::nullopt;
      paper.title = cells.size() > 2 ? std::string(util::trim(cells[2])) : "";
    });
  }

  void read(std::string_view text) {
    each_line(text, [this](std::string_view line) {
      if (line.front() == '{') {
        read_record(json::parse(line, nullptr, /*allow_exceptions=*/false));
      } else {
        read_citation(line);
      }
    });
  }

  CitedNetwork take() {
    std::vector<std::size_t> order(m_papers.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::sort(order.begin(), order.end(),
              [this](std::size_t a, std::size_t b) { return m_papers[a].id < m_papers[b].id; });
    std::vector<Node> node_of(order.size());
    CitedNetwork network;
    for (const std::size_t i : order) {
      node_of[i] = network.papers.size();
      network.papers.push_back(m_papers[i]);
    }
    network.cited.resize(order.size());
    for (const auto& [citing, cited] : m_arcs) {
      if (citing != cited) {
        network.cited[node_of[citing]].push_back(node_of[cited]);
      }
    }
    for (std::vector<Node>& cited : network.cited) {
      std::sort(cited.begin(), cited.end());
      cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
    }
    return network;
  }

 private:
  template <typename Visit>
  void each_line(std::string_view text, const Visit& visit) {
    m_line = 0;
    for (const std::string_view raw : util::split(text, '\n')) {
      ++m_line;
      const std::string_view line = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
      if (!util::trim(line).empty() && line.front() != '#') {
        visit(line);
      }
    }
  }

  [[noreturn]] void fail(std::string_view what) const {
    throw Failure(ExitCode::usage, fmt::format("line {}: {}", m_line, what));
  }

  std::size_t place(std::string_view id) {
    const auto [at, is_new] = m_places.try_emplace(full_id(id), m_papers.size());
    if (is_new) {
      m_papers.push_back({at->first, date_in_id(at->first), ""});
    }
    return at->second;
  }
  CitedPaper& paper(std::string_view id) { return m_papers[place(id)]; }

  void read_citation(std::string_view line) {
    std::string spaced(line);
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    const auto ids = util::words(spaced);
    if (ids.size() != 2) {
      fail("expected the ids of a citing and a cited paper");
    }
    add_arc(ids[0], ids[1]);
  }

  void add_arc(std::string_view from, std::string_view to) {
    const std::size_t citing = place(from);  // numbered in the order of the file
    m_arcs.emplace_back(citing, place(to));
  }

  void read_record(const json& record) {
    if (!record.is_object()) {
      fail("not a JSON object");
    }
    const auto text = [&](const char* name) {
      const auto at = record.find(name);
      return at != record.end() && at->is_string() ? at->get<std::string>() : "";
    };
    if (text("type") == "cites") {
      add_arc(text("from"), text("to"));
    } else if (text("type") == "paper") {
      CitedPaper& paper = this->paper(text("id"));
      paper.title = text("title");
      const auto published = date_in_text(text("published"));
      const auto year = record.find("year");
      if (published) {
        paper.date = published;
      } else if (year != record.end() && year->is_number_integer()) {
        paper.date = month_of(year->get<int>());
      }
    }
  }

  std::size_t m_line = 0;
  std::unordered_map<std::string, std::size_t> m_places;
  std::vector<CitedPaper> m_papers;
  std::vector<Arc> m_arcs;
};

}  // namespace

std::size_t CitedNetwork::citations() const {
  std::size_t count = 0;
  for (const std::vector<Node>& list : cited) {
    count += list.size();
  }
  return count;
}

CitedNetwork read_network(std::string_view text, std::string_view papers) {
  NetworkReader reader;
  reader.read_papers(papers);
  reader.read(text);
  return reader.take();
}

std::string unpacked(const std::filesystem::path& file) {
  const std::string extension = file.extension().string();
  const std::string program = extension == ".xz" ? "xz" : extension == ".gz" ? "gzip" : "";
  if (program.empty() || !std::filesystem::exists(file)) {
    return util::read_file(file, std::size_t{4} << 30U);
  }
  auto child = util::run_child(std::vector<std::string>{program, "-dc", file.string()}, "");
  if (!child.ok() || child->status != 0) {
    throw Failure(ExitCode::failed, fmt::format("{} cannot be unpacked by {}", file.string(), program));
  }
  return std::move(child->out);
}

}  // namespace papers::bench
