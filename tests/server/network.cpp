#include "server/network.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace papers::test {
namespace {

constexpr std::array<std::string_view, 20> k_manners{
    "Sparse",  "Layered", "Greedy",  "Patient",   "Folded", "Wide",     "Quiet",
    "Linear",  "Noisy",   "Robust",  "Recurrent", "Cheap",  "Parallel", "Local",
    "Lasting", "Narrow",  "Careful", "Hidden",    "Random", "Balanced"};
constexpr std::array<std::string_view, 20> k_deeds{
    "Decoding",  "Sampling", "Pruning",   "Search",   "Alignment", "Parsing",  "Routing",
    "Ranking",   "Caching",  "Training",  "Planning", "Tuning",    "Counting", "Labelling",
    "Sketching", "Indexing", "Averaging", "Sorting",  "Reading",   "Editing"};
constexpr std::array<std::string_view, 20> k_things{
    "Trees",   "Graphs",  "Sentences", "Tokens",   "Streets", "Proteins", "Melodies",
    "Tables",  "Maps",    "Questions", "Programs", "Stories", "Pictures", "Clouds",
    "Markets", "Letters", "Voices",    "Recipes",  "Bridges", "Gardens"};

/// Eight thousand different titles, then the same with a number.
std::string title_of(std::size_t number) {
  const std::size_t round = number / 8000;
  return std::string(k_manners[number / 400 % 20]) + " " + std::string(k_deeds[number / 20 % 20]) + " of " +
         std::string(k_things[number % 20]) + (round == 0 ? "" : " " + std::to_string(round + 1));
}

std::string id_of(int level, std::size_t number) {
  const std::string digits = std::to_string(number + 1);
  return std::to_string(24 - 2 * level) + "12." +
         std::string(5 - std::min<std::size_t>(5, digits.size()), '0') + digits;
}

class Builder {
 public:
  explicit Builder(const NetworkShape& shape) : m_shape(shape) {}

  std::vector<Work> build() {
    m_works.push_back(make(0, 0));
    std::vector<std::size_t> citing{0};
    const std::array<int, 3> counts{m_shape.first, m_shape.second, m_shape.third};
    for (int level = 1; level <= 3; ++level) {
      citing = cite(citing, counts.at(static_cast<std::size_t>(level - 1)), level);
    }
    return std::move(m_works);
  }

 private:
  Work make(int level, std::size_t number) {
    const std::string serial = std::to_string(m_works.size() + 1);
    const std::string date = "20" + std::to_string(24 - 2 * level) + "-12-01T00:00:00Z";
    return {.id = id_of(level, number),
            .title = title_of(m_works.size()),
            .authors = {"Ada Author" + serial, "Ben Beta" + serial},
            .published = date,
            .updated = date};
  }

  /// Lets each of the citing works cite `count` of the next level, and returns that level.
  std::vector<std::size_t> cite(const std::vector<std::size_t>& citing, int count, int level) {
    std::vector<std::size_t> made;
    double owed = 0;  // citations to works that are there already
    for (const std::size_t from : citing) {
      std::set<std::size_t> cited;
      for (int i = 0; i < count; ++i) {
        owed += level == 1 ? 0 : m_shape.overlap;
        const std::size_t to = owed >= 1 && cited.size() < made.size() ? shared(made, cited) : m_works.size();
        if (to == m_works.size()) {
          m_works.push_back(make(level, made.size()));
          made.push_back(to);
        } else {
          owed -= 1;
        }
        cited.insert(to);
        m_works[from].references.push_back({.work = m_works[to].id});
      }
      add_unmatched(m_works[from]);
    }
    return made;
  }

  /// One that is not cited by this work yet; another one each time.
  std::size_t shared(const std::vector<std::size_t>& made, const std::set<std::size_t>& cited) {
    m_next = (m_next + 7919) % made.size();  // a prime, so that neighbours do not share neighbours
    while (cited.contains(made[m_next])) {
      m_next = (m_next + 1) % made.size();
    }
    return made[m_next];
  }

  void add_unmatched(Work& work) const {
    for (int i = 1; i <= m_shape.unmatched; ++i) {
      work.references.push_back({.title = "Notes of a Workshop, Part " + std::to_string(i) + " of " + work.id,
                                 .author = "Cy Scribe",
                                 .year = "1999"});
    }
  }

  NetworkShape m_shape;
  std::vector<Work> m_works;
  std::size_t m_next = 0;
};

}  // namespace

std::vector<Work> network(const NetworkShape& shape) {
  return Builder(shape).build();
}

std::string network_root() {
  return id_of(0, 0);
}

}  // namespace papers::test
