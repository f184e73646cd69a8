// A chain of papers at the desk, each citing the next: the way back that a reader gets lost on.
#pragma once

#include <string>

#include "app/dive.hpp"
#include "app/trail_keeper.hpp"
#include "app/way_back.hpp"
#include "unit/app/desk.hpp"

namespace papers::test {

inline constexpr const char* k_cllms = "2403.00835";
inline constexpr const char* k_parallel = "2305.10427";
inline constexpr const char* k_attention = "1706.03762";
inline constexpr const char* k_bahdanau = "1409.0473";

/// CLLMs is queued and cites Parallel Decoding, which cites Attention, which cites Bahdanau; these are found.
struct Chain : Desk {
  Chain() {
    put(k_cllms, "CLLMs: Consistency Large Language Models");
    put(k_parallel, "Parallel Decoding", State::found);
    put(k_attention, "Attention Is All You Need", State::found);
    put(k_bahdanau, "Neural Machine Translation by Jointly Learning", State::found);
    cite(k_cllms, {k_parallel});
    cite(k_parallel, {k_attention});
    cite(k_attention, {k_bahdanau});
  }

  Item item(const std::string& id) { return library.find(*parse_identifier(id)).value(); }

  app::TrailKeeper::Beginning start(const std::string& id) {
    Item begun = item(id);
    begun.state = State::reading;
    Change change = library.begin("start", "start");
    change.save(begun);
    auto beginning = app::TrailKeeper(change, clock.now()).begin(begun);
    change.commit();
    return beginning;
  }

  app::DiveReport dive(const std::string& text, const std::string& question = "", bool force = false,
                       int limit = 2, bool dry_run = false) {
    app::DiveWishes wishes;
    wishes.text = text;
    wishes.question = question;
    wishes.force = force;
    wishes.limit = limit;
    LaidOutSources sources(answers);
    return app::dive(
        wishes, library, [&sources]() -> Sources& { return sources; }, clock, progress, dry_run);
  }

  app::BackReport back(const std::string& answer = "", bool unanswered = false) {
    return app::go_back({answer, unanswered}, library, clock, /*dry_run=*/false);
  }

  void undo() {
    Change change = library.begin("undo", "undo");
    REQUIRE(change.undo());
    change.commit();
  }

  /// Titles from the root to the top, joined by " > "; "" without a trail.
  [[nodiscard]] std::string where() const {
    const auto trail = app::current_trail(library);
    std::string text;
    for (const app::Stop& stop : trail ? app::stops_of(library, *trail) : std::vector<app::Stop>{}) {
      text += (text.empty() ? "" : " > ") + stop.item.title.substr(0, 9);
    }
    return text;
  }
};

/// The exit code that something fails with; nothing when it does not.
template <class Action>
std::optional<ExitCode> failure_of(const Action& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.code();
  }
  return std::nullopt;
}

}  // namespace papers::test
