#include "support/temp_folder.hpp"

#include <atomic>
#include <cerrno>
#include <exception>
#include <iostream>
#include <string>
#include <system_error>

#include <doctest/doctest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, not C++

namespace papers::test {
namespace {

std::atomic<bool> g_test_failed = false;

/// Remembers whether the running test has failed, which doctest itself does not tell.
struct FailureListener : doctest::IReporter {
  explicit FailureListener(const doctest::ContextOptions& /*options*/) {}
  void report_query(const doctest::QueryData& /*query*/) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats& /*stats*/) override {}
  void test_case_start(const doctest::TestCaseData& /*test*/) override { g_test_failed = false; }
  void test_case_reenter(const doctest::TestCaseData& /*test*/) override { g_test_failed = false; }
  void test_case_end(const doctest::CurrentTestCaseStats& /*stats*/) override {}
  void test_case_exception(const doctest::TestCaseException& /*exception*/) override { g_test_failed = true; }
  void subcase_start(const doctest::SubcaseSignature& /*subcase*/) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData& assertion) override {
    if (assertion.m_failed) {
      g_test_failed = true;
    }
  }
  void log_message(const doctest::MessageData& message) override {
    if ((message.m_severity & doctest::assertType::is_warn) == 0) {
      g_test_failed = true;
    }
  }
  void test_case_skipped(const doctest::TestCaseData& /*test*/) override {}
};

REGISTER_LISTENER("failure", 0, FailureListener);

std::filesystem::path make_folder() {
  std::string name = std::filesystem::temp_directory_path() / "papers-test-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), name);
  }
  return name;
}

}  // namespace

TempFolder::TempFolder() : m_path(make_folder()) {}

TempFolder::~TempFolder() {
  if (g_test_failed || std::uncaught_exceptions() > 0) {
    std::cerr << "kept for a look: " << m_path.string() << '\n';
    return;
  }
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

}  // namespace papers::test
