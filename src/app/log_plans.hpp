// LogPlans: the plans of weeks that a log tells of, with what slipped in them and why.
//
// A plan of the log joins the one that the library has of that week. That something was carried over three
// times says that three earlier plans held it; where such a plan is not known, neither from the library nor
// from the log, it is made up of what is known to have been in it.
#pragma once

#include <map>
#include <set>
#include <string>

#include "papers/library.hpp"

#include "app/log_saying.hpp"
#include "model/plan.hpp"

namespace papers::app {

class LogPlans {
 public:
  /// Weeks that have a plan, in the library or in the log, get no more than is said of them. The library must
  /// outlive it.
  LogPlans(const Library& library, const LogContent& content, LogCalendar calendar);

  /// Takes over what a mention says of plans. The item must be stored.
  void note(const LogSaying& saying, const Mention& mention, const Item& item);
  /// How many of the plans were not so before.
  [[nodiscard]] int save(Change& change) const;

 private:
  void add(const util::Week& week, const Item& item, const weekly::Entry& entry, const std::string& moment);
  void add_earlier(const util::Week& week, int weeks, const Item& item, const std::string& moment);
  void give_reason(const util::Week& week, const Item& item, const std::string& reason);
  model::Plan& plan_of_week(const util::Week& week, const std::string& moment);

  const Library& m_library;
  LogCalendar m_calendar;
  std::set<std::string> m_known;               ///< weeks of which there is a plan
  std::map<std::string, model::Plan> m_plans;  ///< those that are spoken of, by week
};

}  // namespace papers::app
