// A candidate in one line: candidate("arXiv:1").due_on("2024-11-24").slipped(3).
#pragma once

#include <string>

#include "papers/ranking.hpp"

namespace papers::test {

struct CandidateBuilder : Candidate {
  explicit CandidateBuilder(std::string name) { id = std::move(name); }
  CandidateBuilder in(State value) { return state = value, *this; }
  CandidateBuilder with(Priority value) { return priority = value, *this; }
  CandidateBuilder due_on(std::string day) { return due = std::move(day), *this; }
  CandidateBuilder added_at(std::string moment) { return added = std::move(moment), *this; }
  CandidateBuilder cited(int times) { return cited_by = times, *this; }
  CandidateBuilder relevant(double score) { return relevance = score, *this; }
  CandidateBuilder slipped(int weeks) { return slips = weeks, *this; }
  CandidateBuilder ready(int read, int of) { return keys_read = read, key_references = of, *this; }
  CandidateBuilder unlocking(double urgency) { return dependants = urgency, *this; }
  CandidateBuilder focused() { return in_focus = true, *this; }
};

inline CandidateBuilder candidate(std::string id = "arXiv:2403.00835") {
  return CandidateBuilder(std::move(id));
}

}  // namespace papers::test
