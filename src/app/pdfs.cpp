#include "app/pdfs.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "app/pdf_shelf.hpp"
#include "app/selector.hpp"
#include "model/pdf_address.hpp"
#include "util/atomic_file.hpp"
#include "util/calendar.hpp"
#include "util/file_lock.hpp"

namespace papers::app {
namespace {

using What = PdfOutcome::What;

constexpr std::chrono::milliseconds k_patience{2000};
constexpr const char* k_not_fetched = "not fetched before the interruption";

PdfOutcome no_address(PdfOutcome outcome) {
  outcome.what = What::none;
  outcome.problem = fmt::format(
      "no address of a PDF is known; arXiv ids and addresses that end in .pdf have one (its page: papers "
      "open {})",
      outcome.item->key);
  return outcome;
}

class Downloads {
 public:
  Downloads(const PdfWishes& wishes, Library& library, const SourcesOpener& open_sources, Clock& clock,
            Progress& progress)
      : m_wishes(wishes),
        m_library(library),
        m_open_sources(open_sources),
        m_clock(clock),
        m_progress(progress),
        m_shelf(library, wishes.folder) {}

  PdfReport take_all() {
    for (const std::string& text : m_wishes.texts) {
      PdfOutcome outcome = look_up(text);
      if (outcome.file && is_asked_for(*outcome.file)) {
        continue;
      }
      if (outcome.what == What::planned && !m_wishes.dry_run) {
        fetch(outcome);
      }
      m_report.outcomes.push_back(std::move(outcome));
    }
    return std::move(m_report);
  }

 private:
  [[nodiscard]] bool is_asked_for(const PdfFile& file) const {
    return std::any_of(m_report.outcomes.begin(), m_report.outcomes.end(), [&](const PdfOutcome& outcome) {
      return outcome.file && outcome.file->id == file.id && outcome.file->id.version == file.id.version;
    });
  }

  /// What is known without asking anybody.
  PdfOutcome look_up(const std::string& text) {
    PdfOutcome outcome{text};
    const Result<Item> item = select_item(m_library, text);
    if (!item) {
      outcome.what = What::none;
      outcome.problem = item.error().message;
      return outcome;
    }
    outcome.item = *item;
    const auto wanted = wanted_pdf(*item, text);
    if (!wanted) {
      return no_address(std::move(outcome));
    }
    if (const auto there = m_shelf.file_of(*item, *wanted); there && !m_wishes.again) {
      outcome.what = What::there;
      outcome.file = *there;
      return outcome;
    }
    outcome.what = What::planned;
    outcome.file = PdfFile{*wanted, m_shelf.name_for(*item, *wanted), std::nullopt, "",
                           model::pdf_address(*wanted).value_or("")};
    return outcome;
  }

  void fetch(PdfOutcome& outcome) {
    outcome.what = What::failed;
    outcome.later = true;
    if (m_report.interrupted) {
      outcome.problem = k_not_fetched;
      return;
    }
    if (m_wishes.offline) {
      outcome.problem = "offline, and its PDF has not been downloaded yet";
      return;
    }
    if (!m_stopped_by.empty() && outcome.file->id.scheme == Scheme::arxiv) {
      outcome.problem = fmt::format("not asked for, because {}", m_stopped_by);
      return;
    }
    lock_folder();
    Sources& sources = m_open_sources();
    try {
      take(outcome, sources.fetch_pdf({outcome.file->id, m_wishes.folder / outcome.file->name}, m_progress));
    } catch (const Failure& failure) {  // what is wrong with one file need not be wrong with the next
      outcome.problem = failure.what();
      outcome.later = failure.code() == ExitCode::try_later;
    }
  }

  void take(PdfOutcome& outcome, const PdfAnswer& answer) {
    m_report.interrupted = answer.interrupted;
    if (answer.interrupted) {
      outcome.problem = k_not_fetched;
    } else if (answer.problem) {
      note_problem(outcome, answer);
    } else {
      outcome.file->bytes = answer.bytes;
      outcome.file->fetched = util::to_moment(m_clock.now());
      keep(*outcome.item, *outcome.file);
      outcome.what = What::downloaded;
      outcome.later = false;
    }
  }

  void note_problem(PdfOutcome& outcome, const PdfAnswer& answer) {
    outcome.what = answer.problem->kind == FetchProblem::Kind::unknown ? What::none : What::failed;
    outcome.problem = answer.problem->message;
    outcome.later = answer.problem->later;
    if (answer.lasting && outcome.file->id.scheme == Scheme::arxiv) {
      m_stopped_by = answer.problem->message;
    }
  }

  /// Two processes must not write one file, and nobody needs two downloads at once.
  void lock_folder() {
    if (m_lock) {
      return;
    }
    util::make_private_folder(m_wishes.folder);
    const auto lock_file = m_wishes.folder / ".lock";
    m_lock = util::FileLock::take(lock_file, k_patience);
    if (!m_lock) {
      throw Failure(ExitCode::try_later,
                    fmt::format("another papers process (pid {}) is downloading PDFs; try again when it is "
                                "done",
                                util::FileLock::holder(lock_file)));
    }
  }

  void keep(const Item& item, const PdfFile& file) {
    Change change = m_library.continue_command(m_command, "pdf", "pdf " + item.key);
    change.save(record_of(file));
    if (!change.empty()) {
      m_command = change.command_id();
    }
    change.commit();
    m_shelf.put(file);
  }

  const PdfWishes& m_wishes;
  Library& m_library;
  const SourcesOpener& m_open_sources;
  Clock& m_clock;
  Progress& m_progress;
  PdfShelf m_shelf;
  PdfReport m_report;
  std::optional<util::FileLock> m_lock;
  std::string m_command;
  std::string m_stopped_by;  ///< why arXiv is not asked any more
};

}  // namespace

ExitCode PdfReport::exit_code() const {
  if (interrupted) {
    return ExitCode::interrupted;
  }
  const auto is_bad = [](const PdfOutcome& o) { return o.what == What::none || o.what == What::failed; };
  const auto is_later = [](const PdfOutcome& o) { return o.what == What::failed && o.later; };
  const auto is_none = [](const PdfOutcome& o) { return o.what == What::none; };
  if (std::any_of(outcomes.begin(), outcomes.end(), is_later)) {
    return ExitCode::try_later;
  }
  if (std::none_of(outcomes.begin(), outcomes.end(), is_bad)) {
    return ExitCode::done;
  }
  if (!std::all_of(outcomes.begin(), outcomes.end(), is_bad)) {
    return ExitCode::partly;
  }
  return std::all_of(outcomes.begin(), outcomes.end(), is_none) ? ExitCode::no_match : ExitCode::failed;
}

PdfReport fetch_pdfs(const PdfWishes& wishes, Library& library, const SourcesOpener& open_sources,
                     Clock& clock, Progress& progress) {
  return Downloads(wishes, library, open_sources, clock, progress).take_all();
}

}  // namespace papers::app
