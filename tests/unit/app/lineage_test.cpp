#include "app/lineage.hpp"

#include <doctest/doctest.h>

#include "unit/app/chain.hpp"

namespace papers {
namespace {

using app::lineage_of;
using test::Chain;
using test::k_attention;
using test::k_bahdanau;
using test::k_cllms;
using test::k_parallel;

std::string path_of(const app::Lineage& lineage) {
  std::string text;
  for (const Item& item : lineage.path) {
    text += (text.empty() ? "" : " > ") + item.title.substr(0, 9);
  }
  return text;
}

TEST_CASE("the path leads from a root by fewest steps") {
  Chain chain;
  CHECK(path_of(lineage_of(chain.library, chain.item(k_bahdanau))) ==
        "CLLMs: Co > Parallel  > Attention > Neural Ma");
  chain.put("2401.10774", "Medusa");
  chain.cite("2401.10774", {k_bahdanau});
  CHECK(path_of(lineage_of(chain.library, chain.item(k_bahdanau))) == "Medusa > Neural Ma");
  CHECK(path_of(lineage_of(chain.library, chain.item(k_cllms))) == "CLLMs: Co");
}

TEST_CASE("of equally short paths the one through kept papers is taken") {
  Chain chain;
  chain.put("2001.00001", "Another way", State::found);
  chain.put("2001.00002", "Much cited way", State::found);
  chain.put("2001.00003", "Citing it", State::found);
  chain.cite("2001.00003", {"2001.00002"});
  chain.cite(k_cllms, {"2001.00002", "2001.00001", k_parallel});
  chain.cite("2001.00001", {k_attention});
  chain.cite("2001.00002", {k_attention});
  CHECK(path_of(lineage_of(chain.library, chain.item(k_attention))) == "CLLMs: Co > Much cite > Attention");
  Item kept = chain.item("2001.00001");
  kept.state = State::paused;
  Change change = chain.library.begin("keep", "keep");
  change.save(kept);
  change.commit();
  CHECK(path_of(lineage_of(chain.library, chain.item(k_attention))) == "CLLMs: Co > Another w > Attention");
}

TEST_CASE("what no root leads to stands alone, with who cites it all the same") {
  Chain chain;
  chain.put("2001.00001", "Citing", State::found);
  chain.put("2001.00002", "Cited", State::found);
  chain.cite("2001.00001", {"2001.00002"});
  const auto lineage = lineage_of(chain.library, chain.item("2001.00002"));
  CHECK(path_of(lineage) == "Cited");
  CHECK(lineage.kept_citing.empty());
  CHECK(lineage.kept == 1);
}

TEST_CASE("kept papers that cite it are told, found ones are not") {
  Chain chain;
  chain.put("2401.10774", "Medusa");
  chain.cite("2401.10774", {k_attention});
  const auto lineage = lineage_of(chain.library, chain.item(k_attention));
  REQUIRE(lineage.kept_citing.size() == 1);
  CHECK(lineage.kept_citing.front().title == "Medusa");
  CHECK(lineage.kept == 2);
}

TEST_CASE("questions come in the order of the path, and those asked at the item last") {
  Chain chain;
  chain.start(k_cllms);
  static_cast<void>(chain.dive("parallel", "first?"));
  static_cast<void>(chain.dive("attention", "second?"));
  static_cast<void>(chain.dive("jointly", "elsewhere?"));
  const auto noted = app::new_question("here?", chain.item(k_attention), chain.clock.now());
  Change change = chain.library.begin("ask", "ask");
  change.save(app::record_of(noted));
  change.commit();
  std::string texts;
  for (const app::Question& question : lineage_of(chain.library, chain.item(k_attention)).questions) {
    texts += question.text + " ";
  }
  CHECK(texts == "first? second? here? ");
}

TEST_CASE("papers that cite each other do not lead in circles") {
  Chain chain;
  chain.cite(k_bahdanau, {k_attention, k_cllms});
  CHECK(lineage_of(chain.library, chain.item(k_bahdanau)).path.size() == 4);
}

}  // namespace
}  // namespace papers
