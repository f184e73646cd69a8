// Another program that keeps a library: what the public headers offer, linked from where they were installed.
#include <chrono>
#include <iostream>

#include "papers/graph.hpp"
#include "papers/library.hpp"

namespace {

class SystemClock final : public papers::Clock {
 public:
  [[nodiscard]] papers::Time now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
  [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }
  void sleep_for(std::chrono::milliseconds /*duration*/) override {}
};

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder = argc > 1 ? argv[1] : ".";
  SystemClock clock;
  papers::Library library = papers::Library::open({folder / "library.sqlite", folder / "backups"},
                                                  papers::Library::Mode::write, clock);
  papers::Item item;
  item.ids = {*papers::parse_identifier("https://arxiv.org/abs/1706.03762v7")};
  item.title = "Attention Is All You Need";
  item.authors = {"Ashish Vaswani"};
  item.year = 2017;
  papers::Change change = library.begin("add", "add one");
  change.save(item);
  change.commit();
  const papers::CitationGraph graph(1, {});
  std::cout << library.find(item.ids.front())->key << " cites " << graph.cited(0).size() << ", cited by "
            << graph.citing(0).size() << '\n';
  return 0;
}
