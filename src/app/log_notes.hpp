// What the reader should be told of an import of a log, with the numbers of its lines.
#pragma once

#include "papers/library.hpp"

#include "app/import_report.hpp"
#include "app/log_content.hpp"
#include "app/log_keeper.hpp"
#include "app/log_works.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::app {

/// All that is known once the log was taken over.
struct ImportedLog {
  const weekly::WeeklyLog& log;
  const LogContent& content;
  const LogWorks& works;
  LogKeeper& keeper;
  const Library& library;  ///< as it is then
};

/// Adds to the report how every line was read, which names were guessed, which are doubtful, and what was
/// left as it is.
void add_notes(ImportReport& report, const ImportedLog& imported);

}  // namespace papers::app
