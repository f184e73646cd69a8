// LogKeeper: takes what a log says over into the library, in one change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"

#include "app/import_report.hpp"
#include "app/log_memory.hpp"
#include "app/log_plans.hpp"
#include "app/log_saying.hpp"
#include "app/log_works.hpp"

namespace papers::app {

class LogKeeper {
 public:
  /// The change and the content must outlive it.
  LogKeeper(Change& change, const LogContent& content, LogCalendar calendar, Time now);

  /// Writes all that the log says and the library does not know yet: items, plans, questions, decisions and
  /// names. Once only.
  void keep(const LogWorks& works);

  [[nodiscard]] ImportReport take_report() { return std::move(m_report); }
  /// The item of a work, by its place among the works. After keep().
  [[nodiscard]] std::int64_t row_of(std::size_t work) const { return m_rows[work]; }
  /// Whether the line is new to the library.
  [[nodiscard]] bool is_new(const Mention& mention) { return !m_memory.knows(mention); }
  [[nodiscard]] int questions() const { return m_questions; }
  [[nodiscard]] int plans() const { return m_changed_plans; }

 private:
  using Things = std::vector<const Mention*>;
  void keep_work(const LogWork& work, const Things& things, std::int64_t& row);
  void note_plans(const LogWorks& works);
  [[nodiscard]] std::optional<Item> stored(const LogWork& work) const;
  void hear(Item& item, const Things& things);
  void remember_names(const LogWork& work, const Item& item, const Things& things);
  void count(const std::optional<Item>& before, const Item& after);

  Change& m_change;
  const LogContent& m_content;
  LogCalendar m_calendar;
  Time m_now;
  LogMemory m_memory;
  LogPlans m_plans;
  ImportReport m_report;
  std::vector<std::int64_t> m_rows;
  int m_questions = 0;
  int m_changed_plans = 0;
};

}  // namespace papers::app
