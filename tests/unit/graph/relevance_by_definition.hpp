// Relevance once more, straight from its definition: maps, sets and full sorts instead of compressed rows.
#pragma once

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "papers/relevance.hpp"

namespace papers::test {

struct Scored {
  double near = 0;
  double cites = 0;
  double gap = 0;
  double title = 0;
  std::size_t close_to = 0;

  [[nodiscard]] double score() const {
    return near + 0.6 * std::log(1 + cites) - 0.35 * std::sqrt(gap) + 2 * title;
  }
};

inline double middle(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return n == 0 ? 0 : (values[(n - 1) / 2] + values[n / 2]) / 2;
}

class RelevanceByDefinition {
 public:
  RelevanceByDefinition(std::vector<KnownPaper> papers, const std::vector<Arc>& arcs)
      : m_papers(std::move(papers)), m_links(m_papers.size()), m_citing(m_papers.size()) {
    for (const auto& [citing, cited] : arcs) {
      if (citing != cited) {
        m_links[citing].insert(cited);
        m_links[cited].insert(citing);
        m_citing[cited].insert(citing);
      }
    }
  }

  /// By node.
  [[nodiscard]] std::map<Node, Scored> candidates() const {
    std::map<Node, Scored> result;
    for (const Node node : with(Role::candidate)) {
      result[node].cites = static_cast<double>(m_citing[node].size());
    }
    add_near(result);
    add_gap(result);
    add_title(result);
    return result;
  }

 private:
  [[nodiscard]] std::vector<Node> with(Role role) const {
    std::vector<Node> result;
    for (Node node = 0; node < m_papers.size(); ++node) {
      if (m_papers[node].role == role) {
        result.push_back(node);
      }
    }
    return result;
  }

  [[nodiscard]] double degree(Node node) const { return static_cast<double>(m_links[node].size()); }

  [[nodiscard]] std::vector<double> walk(Node start) const {
    std::vector<double> p(m_papers.size());
    p[start] = 1;
    for (int sweep = 0; sweep < 8; ++sweep) {
      std::vector<double> q(m_papers.size());
      for (Node j = 0; j < q.size(); ++j) {
        double sum = 0;
        for (const Node i : m_links[j]) {
          sum += p[i] * std::pow(degree(i), -0.75);
        }
        q[j] = (j == start ? 0.4 : 0) + (degree(j) > 0 ? 0.6 * std::pow(degree(j), -0.25) * sum : 0);
      }
      p = q;
    }
    return p;
  }

  void add_near(std::map<Node, Scored>& result) const {
    std::map<Node, std::vector<double>> logarithms;
    for (const Node kept : with(Role::kept)) {
      if (m_links[kept].empty()) {
        continue;
      }
      const std::vector<double> p = walk(kept);
      std::vector<double> column;
      for (const auto& [node, scored] : result) {
        column.push_back(std::log(p[node] + 0.0005));
        logarithms[node].push_back(column.back());
      }
      const double usual = middle(column);
      for (auto& [node, scored] : result) {
        scored.close_to += logarithms[node].back() > usual ? 1U : 0U;
      }
    }
    for (auto& [node, values] : logarithms) {
      const std::size_t m = values.size();
      const std::size_t k = std::min(m, std::max(std::size_t{3}, (m + 1) / 2));
      std::sort(values.rbegin(), values.rend());
      result[node].near =
          std::accumulate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(k), 0.0) /
          static_cast<double>(k);
    }
  }

  void add_gap(std::map<Node, Scored>& result) const {
    std::optional<int> newest;
    for (const Node kept : with(Role::kept)) {
      if (m_papers[kept].year && (!newest || *m_papers[kept].year > *newest)) {
        newest = m_papers[kept].year;
      }
    }
    if (!newest) {
      return;
    }
    std::vector<double> known;
    for (auto& [node, scored] : result) {
      if (m_papers[node].year) {
        scored.gap = std::max(0, *newest - *m_papers[node].year);
        known.push_back(scored.gap);
      }
    }
    const double usual = middle(known);
    for (auto& [node, scored] : result) {
      scored.gap = m_papers[node].year ? scored.gap : usual;
    }
  }

  using Vector = std::map<std::string, double>;

  static std::set<std::string> stop_words() {
    std::istringstream text(
        "a an the of for and in on to with from by using via as at is are be its their into toward "
        "towards based approach method methods new novel use study analysis system systems model models "
        "paper results we our this that which these it can how");
    return {std::istream_iterator<std::string>(text), std::istream_iterator<std::string>()};
  }

  static std::set<std::string> words(std::string title) {
    static const std::set<std::string> stopped = stop_words();
    for (char& c : title) {
      const bool is_ascii = static_cast<unsigned char>(c) < 128;
      c = is_ascii && std::isalnum(static_cast<unsigned char>(c)) != 0
              ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
              : ' ';
    }
    std::istringstream text(title);
    std::set<std::string> result;
    for (std::string word; text >> word;) {
      if (word.size() >= 2 && !stopped.contains(word)) {
        result.insert(word);
      }
    }
    return result;
  }

  static void scale(Vector& vector) {
    double squares = 0;
    for (const auto& [word, value] : vector) {
      squares += value * value;
    }
    for (auto& [word, value] : vector) {
      value /= std::sqrt(squares);
    }
  }

  void add_title(std::map<Node, Scored>& result) const {
    double titled = 0;
    std::map<std::string, double> frequency;
    std::vector<Vector> vectors(m_papers.size());
    for (Node node = 0; node < m_papers.size(); ++node) {
      titled += m_papers[node].title.empty() ? 0 : 1;
      for (const std::string& word : words(m_papers[node].title)) {
        ++frequency[word];
        vectors[node][word] = 0;
      }
    }
    for (Vector& vector : vectors) {
      for (auto& [word, value] : vector) {
        value = std::log(1 + titled / frequency[word]);
      }
      scale(vector);
    }
    Vector sum;
    for (const Node kept : with(Role::kept)) {
      for (const auto& [word, value] : vectors[kept]) {
        sum[word] += value;
      }
    }
    scale(sum);
    for (auto& [node, scored] : result) {
      for (const auto& [word, value] : vectors[node]) {
        scored.title += sum.contains(word) ? value * sum.at(word) : 0;
      }
    }
  }

  std::vector<KnownPaper> m_papers;
  std::vector<std::set<Node>> m_links;
  std::vector<std::set<Node>> m_citing;
};

}  // namespace papers::test
