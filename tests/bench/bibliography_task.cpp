#include "bench/bibliography_task.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

namespace papers::bench {
namespace {

/// The part of a network that was there when a paper came out, without that paper.
class Past {
 public:
  Past(const CitedNetwork& network, Node paper)
      : m_network(network), m_paper(paper), m_date(network.papers[paper].date) {}

  /// What a paper cites of it.
  [[nodiscard]] std::vector<Node> cited(Node citing) const {
    std::vector<Node> result;
    for (const Node node : m_network.cited[citing]) {
      const auto date = m_network.papers[node].date;
      if (node != m_paper && (!date || !m_date || *date <= *m_date)) {
        result.push_back(node);
      }
    }
    return result;
  }

 private:
  const CitedNetwork& m_network;
  Node m_paper;
  std::optional<Month> m_date;
};

class TaskMaker {
 public:
  TaskMaker(const CitedNetwork& network, Node paper, const TaskWishes& wishes)
      : m_network(network), m_past(network, paper), m_wishes(wishes) {
    m_task.paper = network.papers[paper].id;
    m_bibliography = m_past.cited(paper);
  }

  [[nodiscard]] bool is_suitable() const {
    return m_bibliography.size() >= m_wishes.least_references &&
           m_bibliography.size() <= m_wishes.most_references;
  }

  Task make() {
    const std::vector<Node> kept = newest();
    for (const Node node : kept) {
      m_task.papers[place(node)].role = Role::kept;
    }
    const std::size_t first_step = m_task.papers.size();
    follow(0, first_step);
    follow(first_step, m_task.papers.size());
    for (const Node node : m_bibliography) {
      const auto at = m_places.find(node);
      if (at != m_places.end() && m_task.papers[at->second].role == Role::candidate) {
        m_task.needed[at->second] = true;
        ++m_task.needed_count;
      }
    }
    return std::move(m_task);
  }

 private:
  /// Those that came out last, then of smallest id; undated ones last.
  [[nodiscard]] std::vector<Node> newest() const {
    std::vector<Node> result = m_bibliography;  // by id, which the stable sort keeps
    std::stable_sort(result.begin(), result.end(),
                     [this](Node a, Node b) { return m_network.papers[a].date > m_network.papers[b].date; });
    result.resize(std::min(result.size(), m_wishes.kept));
    return result;
  }

  std::size_t place(Node node) {
    const auto [at, is_new] = m_places.try_emplace(node, m_task.papers.size());
    if (is_new) {
      const CitedPaper& paper = m_network.papers[node];
      const auto year = paper.date ? std::optional(year_of(*paper.date)) : std::nullopt;
      const std::string key = fmt::format("{:016x}", hash_of(paper.id, hash_of(m_task.paper, 0)));
      m_task.papers.push_back({key, paper.title, year});
      m_task.origin.push_back(node);
      m_task.needed.push_back(false);
    }
    return at->second;
  }

  /// Adds what the papers from `begin` to `end` cite.
  void follow(std::size_t begin, std::size_t end) {
    for (std::size_t citing = begin; citing < end; ++citing) {
      for (const Node node : m_past.cited(m_task.origin[citing])) {
        const std::size_t cited = place(node);
        m_task.arcs.emplace_back(citing, cited);
      }
    }
  }

  const CitedNetwork& m_network;
  Past m_past;
  const TaskWishes& m_wishes;
  std::vector<Node> m_bibliography;
  std::unordered_map<Node, std::size_t> m_places;
  Task m_task;
};

}  // namespace

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  constexpr std::uint64_t k_offset = 0xcbf29ce484222325;
  constexpr std::uint64_t k_prime = 0x100000001b3;
  std::uint64_t hash = k_offset ^ seed;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * k_prime;
  }
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9;  // splitmix64
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111eb;
  return hash ^ (hash >> 31U);
}

std::optional<Task> task_of(const CitedNetwork& network, Node paper, const TaskWishes& wishes) {
  TaskMaker maker(network, paper, wishes);
  if (!maker.is_suitable()) {
    return std::nullopt;
  }
  Task task = maker.make();
  return task.needed_count >= wishes.least_needed ? std::optional(std::move(task)) : std::nullopt;
}

Tasks draw_tasks(const CitedNetwork& network, const TaskWishes& wishes, std::size_t most,
                 std::uint64_t seed) {
  std::vector<std::pair<std::uint64_t, Node>> order;
  for (Node node = 0; node < network.papers.size(); ++node) {
    if (TaskMaker(network, node, wishes).is_suitable()) {
      order.emplace_back(hash_of(network.papers[node].id, seed), node);
    }
  }
  std::sort(order.begin(), order.end());
  Tasks result{{}, order.size()};
  for (const auto& [hash, node] : order) {
    if (result.tasks.size() == most) {
      break;
    }
    if (auto task = task_of(network, node, wishes)) {
      result.tasks.push_back(*std::move(task));
    }
  }
  return result;
}

}  // namespace papers::bench
