#include "export/html_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/hostile_strings.hpp"
#include "util/html_text.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

using formats::json_in_html;

TEST_CASE("what has a meaning in HTML loses it") {
  CHECK(util::html_text("a < b & c > d") == "a &lt; b &amp; c &gt; d");
  CHECK(util::html_text("\" onload='x'") == "&quot; onload=&#39;x&#39;");
  CHECK(util::html_text("&lt;b&gt; &amp;amp;") == "&amp;lt;b&amp;gt; &amp;amp;amp;");
  CHECK(util::html_text("深度学习 é") == "深度学习 é");
}

TEST_CASE("controls, also those of direction, are shown instead of obeyed") {
  CHECK(util::html_text("report\u202Efdp.exe") == "report&lt;U+202E&gt;fdp.exe");
  CHECK(util::html_text("a\x1b[0m") == "a&lt;1B&gt;[0m");
}

TEST_CASE("JSON in a script block cannot end it, and means the same") {
  const nlohmann::ordered_json value{{"</script>", "<!--<script>\u2028\u2029 & \\ \" '"}};
  const std::string text = json_in_html(value);
  CHECK(text.find_first_of("<>&") == std::string::npos);
  CHECK(text.find("\u2028") == std::string::npos);
  CHECK(text.find("\u2029") == std::string::npos);
  CHECK(nlohmann::ordered_json::parse(text) == value);
}

TEST_CASE("no hostile string brings a tag, a quote or the end of a block") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const std::string clean = util::clean_line(hostile.text);
    CHECK(util::html_text(clean).find_first_of("<>\"'") == std::string::npos);
    const std::string json = json_in_html(nlohmann::ordered_json{clean});
    CHECK(json.find_first_of("<>&") == std::string::npos);
    CHECK(nlohmann::json::parse(json)[0] == clean);
  }
}

}  // namespace
}  // namespace papers
