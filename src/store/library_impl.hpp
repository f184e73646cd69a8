// What is behind a Library; shared by the files that implement its members and those of Change.
#pragma once

#include <filesystem>
#include <memory>
#include <utility>

#include "papers/library.hpp"

#include "store/citation_store.hpp"
#include "store/database.hpp"
#include "store/failure.hpp"
#include "store/item_store.hpp"
#include "store/journal.hpp"
#include "store/record_store.hpp"
#include "store/reference_store.hpp"
#include "store/title_index.hpp"

namespace papers {

struct Library::Impl {
  Impl(std::filesystem::path path, Mode how, Clock& time, std::unique_ptr<store::Database> database)
      : file(std::move(path)), mode(how), clock(&time), db(std::move(database)) {}

  /// Runs `body`; what SQLite throws becomes a Failure about this library.
  template <class Body>
  decltype(auto) guarded(Body&& body) const {
    return store::translating(file, std::forward<Body>(body));
  }

  void refuse_reader() const {
    if (mode != Mode::write) {
      throw Failure(ExitCode::failed, file.string() + " was opened for reading only");
    }
  }

  std::filesystem::path file;  ///< resolved
  Mode mode;
  Clock* clock;
  std::unique_ptr<store::Database> db;
  store::ItemStore items{*db, clock};
  store::ReferenceStore references{*db};
  store::CitationStore citations{*db};
  store::TitleIndex titles{*db};
  store::RecordStore records{*db};
  store::Journal journal{*db};
  bool changing = false;  ///< a Change is open
};

}  // namespace papers
