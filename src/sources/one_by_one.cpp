#include "sources/one_by_one.hpp"

#include <utility>

#include "sources/reference_round.hpp"

namespace papers::sources {

FetchedReferenceLists ask_one_by_one(const SinglePaper& single, std::span<const Item> papers,
                                     Progress& progress) {
  ReferenceRound round{single.source, single.offline};
  int done = 0;
  for (const Item& paper : papers) {
    if (!round.goes_on()) {
      round.fail(paper, round.why_not());
      continue;
    }
    const SinglePaper::Answer answer = single.ask(paper);
    round.fetched.interrupted = is_interrupted(answer);
    Result<FetchedReferences, ServiceProblem> references = single.read(paper, answer);
    if (references) {
      round.keep(std::move(*references));
    } else {
      round.fail(paper, references.error());
    }
    ++done;
    if (answer) {
      progress.step(single.service, done, static_cast<int>(papers.size()));
    }
  }
  return std::move(round.fetched);
}

}  // namespace papers::sources
