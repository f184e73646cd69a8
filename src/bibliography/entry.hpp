// One entry of a bibliography, whatever format it was written in, and what came of reading a whole one.
//
// Readers fill in what the format says; what follows from it (which identifiers the entry has, which kind of
// item it is, where it was published) is decided in one place, entry_item.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

#include "bibliography/work_type.hpp"

namespace papers::bibliography {

/// A field that may hold an identifier, as text without markup.
struct Address {
  enum class Where {
    arxiv,  ///< said to be an arXiv id: "1502.01852", "hep-th/9901001", "9901001"
    doi,    ///< said to be a DOI
    url,    ///< said to be a web address
    text,   ///< a field for something else that is often used so: "arXiv preprint arXiv:2410.01699"
  };
  Where where = Where::text;
  std::string value;
  bool operator==(const Address&) const = default;
};

/// Texts are clean lines (util::clean_line); "" where the format says nothing.
struct Entry {
  int line = 0;     ///< where it begins, from 1
  std::string key;  ///< the name that the bibliography gives it: "Kou2024"; "" for none
  std::vector<std::string> further_keys{};  ///< others that it may be cited by
  const WorkType* type = &work_type("");    ///< never nullptr
  std::string title;
  std::vector<std::string> authors;  ///< as person.hpp prints them
  std::string date;                  ///< as written, or "2015-02-06": the year stands in it
  std::string venue;                 ///< journal, proceedings, school, ...
  std::string abstract;
  std::vector<std::string> categories;  ///< of arXiv: "cs.CL"
  std::vector<Address> addresses;
  std::vector<Detail> details{};  ///< what else it says of how the work was printed: see Item
  bool operator==(const Entry&) const = default;
};

/// A part that could not be read, or can only be guessed.
struct Remark {
  int line = 0;
  std::string what;
  bool operator==(const Remark&) const = default;
};

struct Bibliography {
  std::vector<Entry> entries;    ///< in the order of the text
  std::vector<Remark> problems;  ///< what was left out, and why
  std::vector<Remark> notes;     ///< what came in although something about it is odd
};

// Limits of every format. What is beyond them is a problem, never a crash.
inline constexpr std::size_t k_most_entries = 200'000;
inline constexpr std::size_t k_most_remarks = 10'000;         ///< then reading ends: this is no bibliography
inline constexpr std::size_t k_most_further_keys = 50;        ///< of one entry; later ones do not count
inline constexpr std::size_t k_longest_text = 64U << 20U;     ///< bytes of a whole bibliography
inline constexpr std::size_t k_longest_abstract = 1U << 20U;  ///< bytes
inline constexpr std::string_view k_too_much = "too much for one bibliography; what follows is left out";

}  // namespace papers::bibliography
