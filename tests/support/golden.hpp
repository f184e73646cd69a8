// Golden files: outputs that are compared whole with what was accepted before.
//
// To accept new outputs, run the test with PAPERS_ACCEPT=1 and review the difference like code.
#pragma once

#include <string>
#include <string_view>

namespace papers::test {

/// Fails the running test when `actual` is not byte for byte the content of tests/golden/NAME
/// ("export/sample.dot"). It then shows the first line that differs, and where the whole output was kept.
void check_golden(const std::string& name, std::string_view actual);

}  // namespace papers::test
