// Sources: where metadata and reference lists come from.
//
// A source answers for the ids that it knows about. Four outcomes are kept apart, always:
// found; unknown to the source; withheld by it; failed (it could not be asked).
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/clock.hpp"
#include "papers/http.hpp"
#include "papers/item.hpp"
#include "papers/reference_list.hpp"

namespace papers {

/// Progress of long work; the caller draws it. Called from the thread that fetches.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void step(std::string_view service, int done, int total) = 0;
  /// A pause that the reader would otherwise take for a hang: "rate limit", "retry 2 of 4".
  virtual void waiting(std::string_view service, std::chrono::seconds how_long, std::string_view why) = 0;
  /// Bytes of a file that have come, of how many when that is known; as often as is worth drawing.
  virtual void received(std::string_view /*file*/, std::uint64_t /*done*/,
                        std::optional<std::uint64_t> /*total*/) {}
};

/// One work as a source describes it. Of the item only the ids and the fields under "What
/// sources say" are meaningful; asked-for version and newest version both live in the item.
struct FetchedWork {
  Identifier asked;
  Item item;
  std::optional<ReferenceList> references;
};

struct FetchProblem {
  enum class Kind {
    unknown,   ///< the source answered, and does not have it
    withheld,  ///< the source has it and may not say
    failed,    ///< the source could not be asked, or its answer made no sense
  };
  Identifier id;
  Kind kind = Kind::failed;
  std::string source;
  std::string message;
  bool later = false;  ///< trying again later may help: network, rate limit
};

struct Fetched {
  std::vector<FetchedWork> works;      ///< in the order asked
  std::vector<FetchProblem> problems;  ///< one for each id that no source could answer
  std::vector<std::string> warnings;   ///< said once, e.g. "arXiv could not be reached; ..."
  bool interrupted = false;            ///< Ctrl-C; what arrived is in `works`
};

/// What one source answered about the references of one paper.
struct FetchedReferences {
  ReferenceList list;           ///< of the paper as it was asked for (`citing` is its first id)
  std::vector<Identifier> ids;  ///< further names that the source has for the paper itself
  /// The works that entries name, with all that the source says of them; an entry's id is the
  /// first of its work's. A work that two entries name is here once.
  std::vector<Item> cited;
};

struct FetchedReferenceLists {
  std::vector<FetchedReferences> answers;  ///< several of one paper when sources were asked in turn
  std::vector<FetchProblem> problems;  ///< kind failed; one for each paper and source that could not answer
  std::vector<std::string> warnings;
  bool interrupted = false;  ///< Ctrl-C; what arrived is in `answers`
};

/// One service that knows what papers cite.
class ReferenceSource {
 public:
  virtual ~ReferenceSource() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;  ///< as in the setting sources.references
  /// Whether it can be asked for this paper, by any of its ids.
  [[nodiscard]] virtual bool handles(const Item& paper) const = 0;
  /// Whether one request brings the lists of many papers.
  [[nodiscard]] virtual bool in_batches() const = 0;
  /// Papers are distinct; each one comes back in `answers` or in `problems`, except after an
  /// interruption. An answer for another paper than the one asked for is a problem.
  virtual FetchedReferenceLists fetch(std::span<const Item> papers, Progress& progress) = 0;
};

/// A work of which little more than the title is known.
struct TitleQuestion {
  std::string title;
  std::string author;  ///< first author as printed; may be empty
  std::optional<int> year;
};

/// What a search by title found for one question. Nothing is only then nothing when `failed` is empty.
struct TitleAnswer {
  enum class Match {
    none,      ///< the services answered, and have nothing like it
    possible,  ///< the title fits; year or author do not, or are not known
    same,      ///< title, first author and year agree
  };
  Match match = Match::none;
  std::optional<Item> work;  ///< for possible and same
  std::string doubt;         ///< for possible: "another first author: Song", one line
  std::string failed;        ///< one line, when no service could be asked
};

/// One service, or one file, that describes works.
class MetadataSource {
 public:
  virtual ~MetadataSource() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;
  /// Whether ids of this kind are worth asking it for.
  [[nodiscard]] virtual bool handles(const Identifier& id) const = 0;
  /// Asks in as few requests as the service allows. Ids are distinct; each one comes back
  /// either in `works` or in `problems`, except after an interruption.
  virtual Fetched fetch(std::span<const Identifier> ids, Progress& progress) = 0;
};

/// What sources need of their host. Everything referred to must outlive the sources.
struct SourceSettings {
  Clock* clock = nullptr;
  ResponseCache* cache = nullptr;  ///< nullptr: nothing is cached
  const std::atomic<bool>* interrupted = nullptr;
  bool offline = false;   ///< cache and seed data only
  bool refresh = false;   ///< ask again although the cache has an answer
  std::string seed_file;  ///< JSON Lines shipped with papers
  std::string gate_dir;   ///< rate limits shared by all processes of the user
  std::string contact;    ///< goes into the User-Agent; may be empty
  std::string arxiv_url;  ///< scheme://host[:port] replacing the service's own; "" keeps it
  std::string crossref_url;
  std::string s2_url;
  std::string openalex_url;
  std::string s2_key;                          ///< goes into a header to that service alone; never printed
  std::string openalex_key;                    ///< as s2_key
  std::vector<std::string> reference_sources;  ///< names, in the order in which they are asked
  double arxiv_interval = 3.0;  ///< seconds between two requests to arXiv; at least 3 for arxiv.org
  double retry_base = 3.0;      ///< seconds before the first retry; then times 3
  bool proxied = false;         ///< the environment names a proxy (https_proxy, all_proxy, ...)
};

/// Which reference sources a question may go to.
enum class Effort {
  batches,  ///< only those that answer for many papers in one request
  all,      ///< also those that take a request for each paper
};

/// A paper of which it is asked what it cites.
struct ReferenceQuestion {
  Item paper;
  Effort effort = Effort::batches;
  std::vector<std::string> answered = {};  ///< sources whose answer is known already: not asked again
};

/// A PDF that is wanted as a file.
struct PdfQuestion {
  Identifier id;  ///< one that has a PDF's address; with its version where that very one is wanted
  std::filesystem::path file;  ///< where it will be; what has come so far is kept beside it as FILE.part
};

struct PdfAnswer {
  std::uint64_t bytes = 0;              ///< of the whole file
  std::optional<FetchProblem> problem;  ///< nothing when the file is there
  bool lasting = false;                 ///< the next question would end the same way
  bool interrupted = false;             ///< Ctrl-C; what arrived is kept for the next time
};

/// All sources in their order, each id going to the first that answers.
class Sources {
 public:
  virtual ~Sources() = default;
  virtual Fetched fetch(std::span<const Identifier> ids, Progress& progress) = 0;

  /// What papers cite. Each source is asked for the papers of which the ones before it gave no list with
  /// entries; the seed data come last. Every answer is returned, so that nobody is asked twice.
  virtual FetchedReferenceLists fetch_references(std::span<const ReferenceQuestion> questions,
                                                 Progress& progress) = 0;

  /// Looks works up by their titles; one answer for each question, in their order.
  virtual std::vector<TitleAnswer> find_titles(std::span<const TitleQuestion> questions,
                                               Progress& progress) = 0;

  /// Brings a PDF into a file, going on where an earlier attempt stopped. The file appears whole or not at
  /// all; one that is there already is replaced. At most 100 MiB.
  virtual PdfAnswer fetch_pdf(const PdfQuestion& question, Progress& progress) = 0;
};

}  // namespace papers
