#include "papers/identifier.hpp"

#include <doctest/doctest.h>

#include "model/key_alias.hpp"
#include "support/hostile_strings.hpp"

using namespace papers;

namespace {

struct Good {
  std::string_view text;
  std::string_view expected;  ///< format_with_version
};

constexpr std::string_view k_s2_page = "s2:0123456789abcdef0123456789abcdef01234567";

constexpr Good k_good[] = {
    // bare, prefixed, pasted with what surrounds them
    {"2403.00835", "arXiv:2403.00835"},
    {"2403.00835v2", "arXiv:2403.00835v2"},
    {"2403.00835V12", "arXiv:2403.00835v12"},
    {" \t2403.00835\n", "arXiv:2403.00835"},
    {"\u00a0\u30002403.00835\u200b", "arXiv:2403.00835"},
    {"<https://arxiv.org/abs/2403.00835>", "arXiv:2403.00835"},
    {"\"2403.00835\"", "arXiv:2403.00835"},
    {"2403.00835,", "arXiv:2403.00835"},
    {"0704.0001", "arXiv:0704.0001"},
    {"1412.9999", "arXiv:1412.9999"},
    {"1501.00001", "arXiv:1501.00001"},
    {"arXiv:2403.00835", "arXiv:2403.00835"},
    {"ARXIV:2403.00835", "arXiv:2403.00835"},
    {"arXiv: 2403.00835v3", "arXiv:2403.00835v3"},
    {"arXiv:2403.00835v2 [cs.CL] 8 Mar 2024", "arXiv:2403.00835v2"},
    {"arXiv:math/0309136v1  [math.GT]  8 Sep 2003", "arXiv:math/0309136v1"},
    {"arXiv preprint arXiv:2403.00835", "arXiv:2403.00835"},
    {"abs/2403.00835", "arXiv:2403.00835"},
    {"[2403.00835] A Title", "arXiv:2403.00835"},
    {"[arXiv:2403.00835v1] A [bracketed] Title", "arXiv:2403.00835v1"},
    {"2403.00835.pdf", "arXiv:2403.00835"},
    {"2403.00835v2.PDF", "arXiv:2403.00835v2"},
    {"2403.00835.tar.gz", "arXiv:2403.00835"},
    {"oai:arXiv.org:2403.00835", "arXiv:2403.00835"},
    {"oai:arXiv.org:hep-th/9901001", "arXiv:hep-th/9901001"},
    // old style
    {"hep-th/9901001", "arXiv:hep-th/9901001"},
    {"hep-th/9901001v3", "arXiv:hep-th/9901001v3"},
    {"hepth/9901001", "arXiv:hep-th/9901001"},
    {"HEP-TH/9901001", "arXiv:hep-th/9901001"},
    {"math.CA/0611800", "arXiv:math/0611800"},
    {"math/0611800", "arXiv:math/0611800"},
    {"cs.CL/0611800.pdf", "arXiv:cs/0611800"},
    {"astro-ph/9108001", "arXiv:astro-ph/9108001"},
    {"arXiv:cond-mat/0703999", "arXiv:cond-mat/0703999"},
    // pages of arXiv and its mirrors
    {"https://arxiv.org/abs/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/pdf/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/pdf/2403.00835v2.pdf", "arXiv:2403.00835v2"},
    {"https://arxiv.org/html/2403.00835v1#S3", "arXiv:2403.00835v1"},
    {"https://arxiv.org/html/2403.00835/", "arXiv:2403.00835"},
    {"https://arxiv.org/html/2403.00835v1/x1.png", "arXiv:2403.00835v1"},
    {"https://arxiv.org/ps/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/format/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/src/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/e-print/2403.00835v1", "arXiv:2403.00835v1"},
    {"https://arxiv.org/tb/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/bibtex/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/refs/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/cits/2403.00835", "arXiv:2403.00835"},
    {"https://arxiv.org/abs/2403.00835?context=cs#x", "arXiv:2403.00835"},
    {"https://arxiv.org/pdf/hep-th/9901001v3.pdf", "arXiv:hep-th/9901001v3"},
    {"https://arxiv.org/abs/math.GT/0309136", "arXiv:math/0309136"},
    {"https://arxiv.org/abs/hep-th%2F9901001", "arXiv:hep-th/9901001"},
    {"http://arxiv.org/abs/2403.00835", "arXiv:2403.00835"},
    {"HTTPS://ArXiv.ORG:443/abs/2403.00835", "arXiv:2403.00835"},
    {"arxiv.org/abs/2403.00835", "arXiv:2403.00835"},
    {"www.arxiv.org/abs/2403.00835", "arXiv:2403.00835"},
    {"https://export.arxiv.org/abs/2403.00835", "arXiv:2403.00835"},
    {"https://xxx.lanl.gov/abs/2403.00835", "arXiv:2403.00835"},
    {"https://cn.arxiv.org/pdf/2403.00835", "arXiv:2403.00835"},
    {"http://de.arxiv.org/abs/2403.00835", "arXiv:2403.00835"},
    {"https://browse.arxiv.org/html/2403.00835v1", "arXiv:2403.00835v1"},
    // pages that are about a paper of arXiv
    {"https://ar5iv.labs.arxiv.org/html/2403.00835", "arXiv:2403.00835"},
    {"https://ar5iv.org/abs/2403.00835", "arXiv:2403.00835"},
    {"https://www.alphaxiv.org/abs/2403.00835v2", "arXiv:2403.00835v2"},
    {"https://www.alphaxiv.org/overview/2403.00835", "arXiv:2403.00835"},
    {"alphaxiv.org/pdf/2403.00835", "arXiv:2403.00835"},
    {"https://huggingface.co/papers/2403.00835", "arXiv:2403.00835"},
    {"https://papers.cool/arxiv/2403.00835", "arXiv:2403.00835"},
    {"https://scirate.com/arxiv/2403.00835", "arXiv:2403.00835"},
    {"https://www.semanticscholar.org/arxiv/2403.00835", "arXiv:2403.00835"},
    {"https://api.semanticscholar.org/arXiv:2403.00835", "arXiv:2403.00835"},
    {"https://api.semanticscholar.org/graph/v1/paper/ARXIV:2403.00835?fields=title", "arXiv:2403.00835"},
    {"10.48550/arXiv.2403.00835", "arXiv:2403.00835"},
    {"https://doi.org/10.48550/arXiv.2403.00835", "arXiv:2403.00835"},
    {"doi:10.48550/ARXIV.2403.00835", "arXiv:2403.00835"},
    {"https://doi.org/10.48550/arXiv.hep-th/9901001", "arXiv:hep-th/9901001"},
    // DOIs
    {"10.1145/3600006.3613165", "doi:10.1145/3600006.3613165"},
    {"10.1145/3600006.3613165.", "doi:10.1145/3600006.3613165"},
    {"doi:10.1/x", "doi:10.1/x"},
    {"DOI: 10.1109/TPAMI.2016.2577031", "doi:10.1109/tpami.2016.2577031"},
    {"doi:https://doi.org/10.1/X", "doi:10.1/x"},
    {"https://doi.org/10.1145/3600006.3613165", "doi:10.1145/3600006.3613165"},
    {"http://dx.doi.org/10.1145/3600006.3613165", "doi:10.1145/3600006.3613165"},
    {"doi.org/10.1000.10/123", "doi:10.1000.10/123"},
    {"10.1016/S0140-6736(05)67889-0", "doi:10.1016/s0140-6736(05)67889-0"},
    {"10.1145/3600006.3613165).", "doi:10.1145/3600006.3613165"},
    {"10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
     "doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"},
    {"https://doi.org/10.1002/%28SICI%291097-4571%28199806%2949", "doi:10.1002/(sici)1097-4571(199806)49"},
    {"https://dl.acm.org/doi/10.1145/3600006.3613165", "doi:10.1145/3600006.3613165"},
    {"https://dl.acm.org/doi/abs/10.1145/3600006.3613165", "doi:10.1145/3600006.3613165"},
    {"https://link.springer.com/article/10.1007/s11263-015-0816-y", "doi:10.1007/s11263-015-0816-y"},
    // Semantic Scholar and OpenAlex
    {"https://www.semanticscholar.org/paper/A-Title/0123456789abcdef0123456789ABCDEF01234567", k_s2_page},
    {"https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567", k_s2_page},
    {"https://api.semanticscholar.org/graph/v1/paper/0123456789abcdef0123456789abcdef01234567/references",
     k_s2_page},
    {"0123456789abcdef0123456789abcdef01234567", k_s2_page},
    {"s2:0123456789abcdef0123456789abcdef01234567", k_s2_page},
    {"https://openalex.org/W4385245566", "openalex:W4385245566"},
    {"https://api.openalex.org/works/w4385245566", "openalex:W4385245566"},
    {"https://openalex.org/works/W4385245566", "openalex:W4385245566"},
    {"W4385245566", "openalex:W4385245566"},
    {"openalex:W1", "openalex:W1"},
    // anything else
    {"https://example.org", "url:https://example.org/"},
    {"HTTP://Example.ORG:80/A/b?c=D#e", "url:http://example.org/A/b?c=D"},
    {"url:https://example.org/a", "url:https://example.org/a"},
    {"https://github.com/user/repository", "url:https://github.com/user/repository"},
    {"github.com/user/repository", "url:https://github.com/user/repository"},
    {"www.example.org/a", "url:https://www.example.org/a"},
    {"https://arxiv.org/list/cs.CL/new#item1", "url:https://arxiv.org/list/cs.CL/new"},
    {"https://huggingface.co/papers/trending", "url:https://huggingface.co/papers/trending"},
    {"https://www.semanticscholar.org/author/1", "url:https://www.semanticscholar.org/author/1"},
    {"https://openalex.org/A123", "url:https://openalex.org/A123"},
    {"https://openreview.net/forum?id=abc", "url:https://openreview.net/forum?id=abc"},
    {"http://127.0.0.1:8080/x", "url:http://127.0.0.1:8080/x"},
    {"http://localhost:8080/abs/2403.00835", "url:http://localhost:8080/abs/2403.00835"},
    {"https://zh.example.org/深度", "url:https://zh.example.org/%E6%B7%B1%E5%BA%A6"},
    {"local:01HF3ZK5Q8V6W7X8Y9Z0ABCDEF", "local:01HF3ZK5Q8V6W7X8Y9Z0ABCDEF"},
    {"acl:P05-1001", "acl:P05-1001"},
    {"ACL:2023.acl-long.1", "acl:2023.acl-long.1"},
    {"dblp:conf/nips/VaswaniSPUJGKP17", "dblp:conf/nips/VaswaniSPUJGKP17"},
    {"CorpusId:13756489", "corpusid:13756489"},
    // pretending to be another site: seen as what they are
    {"https://arxiv.org.evil.example/abs/1706.03762", "url:https://arxiv.org.evil.example/abs/1706.03762"},
    {"http://evil.example#@export.arxiv.org/", "url:http://evil.example/"},
    {"https://evil.arxiv.org/abs/1706.03762", "url:https://evil.arxiv.org/abs/1706.03762"},
    {"https://notarxiv.org/abs/1706.03762", "url:https://notarxiv.org/abs/1706.03762"},
    {"https://arxiv.org:8443/abs/1706.03762", "url:https://arxiv.org:8443/abs/1706.03762"},
    {"https://evil.example/?https://arxiv.org/abs/1706.03762",
     "url:https://evil.example/?https://arxiv.org/abs/1706.03762"},
    {"https://arxiv.org/abs/1706.03762/../../evil", "url:https://arxiv.org/evil"},
    {"https://arxiv.org/abs/%2e%2e/evil", "url:https://arxiv.org/evil"},
};

struct Bad {
  std::string_view text;
  std::string_view why;  ///< part of the message
};

constexpr Bad k_bad[] = {
    {"", "expected an arXiv id, DOI or URL"},
    {" \n\t ", "expected an arXiv id, DOI or URL"},
    {"hello", "hello: not an arXiv id, DOI or URL; ids look like 2403.00835"},
    {"two words", "not an arXiv id"},
    {"12", "not an arXiv id"},
    {"12.50", "not an arXiv id"},
    {"2024-11-17", "not an arXiv id"},
    {"note: 2024", "not an arXiv id"},
    {"10:30", "not an arXiv id"},
    {"2413.00001", "2413.00001: month 13 in an arXiv id; ids look like 2403.00835"},
    {"2400.00001", "month 00"},
    {"1234.5678", "month 34"},
    {"0703.0001", "begin with 0704"},
    {"0612.0001", "begin with 0704"},
    {"1412.00001", "5 digits after the dot; arXiv ids of 1412 have 4"},
    {"1501.0001", "4 digits after the dot; arXiv ids of 1501 have 5"},
    {"2403.0083", "4 digits"},
    {"2403.008355", "6 digits"},
    {"2403.00000", "number 0"},
    {"0704.0000", "number 0"},
    {"2403.00835v0", "version 0"},
    {"2403.00835v01", "version 01"},
    {"2403.00835v99999", "version 99999"},
    {"2403.00835v2x", "text behind the arXiv id"},
    {"2403.00835v", "text behind the arXiv id"},
    {"2403.00835 2401.10774", "text behind the arXiv id"},
    {"2403.00835.exe", "text behind the arXiv id"},
    {"1706.03762/../../evil?x=y#z", "text behind the arXiv id"},
    {"hep-th/9913001", "month 13"},
    {"hep-th/990100", "6 digits after the slash"},
    {"hep-th/99010011", "8 digits after the slash"},
    {"hep-th/9901000", "number 0"},
    {"hep-th/9107001", "9108 to 0703"},
    {"hep-th/0704001", "9108 to 0703"},
    {"hep-xx/9901001", "no such arXiv archive"},
    {"arXiv:hello", "expected arXiv:2403.00835"},
    {"arXiv:", "expected arXiv:2403.00835"},
    {"arXiv:2413.00001", "month 13"},
    {"oai:arXiv.org:x", "expected oai:arXiv.org:2403.00835"},
    {"[2413.00001] A Title", "month 13"},
    {"[x] A Title", "not an arXiv id"},
    {"https://arxiv.org/abs/2413.00001", "month 13"},
    {"https://arxiv.org/abs/hello", "no arXiv id in this address"},
    {"https://arxiv.org/abs/2403.00835evil", "text behind an arXiv id"},
    {"https://huggingface.co/papers/2413.00001", "month 13"},
    {"10.48550/arXiv.hello", "no arXiv id behind 10.48550/arXiv."},
    {"10.48550/arXiv.2413.00001", "month 13"},
    {"doi:hello", "expected doi:10.1145"},
    {"doi:10.1145", "expected doi:10.1145"},
    {"doi:10.1145/", "not a DOI"},
    {"10.1145/...", "not a DOI"},
    {"10.1145/../../evil", "not a DOI"},
    {"10.1145/a b", "not a DOI"},
    {"10.1145/\x1b[2J", "not a DOI"},
    {"10.x/y", "not an arXiv id, DOI or URL"},
    {"s2:123", "40 hexadecimal digits"},
    {"openalex:A123", "expected openalex:W"},
    {"openalex:W0", "expected openalex:W"},
    {"local:", "letters and digits"},
    {"local:../x", "letters and digits"},
    {"url:hello", "expected url:https://"},
    {"file:///etc/passwd", "begin with https:// or http://"},
    {"ftp://example.org/x", "begin with https:// or http://"},
    {"gopher://127.0.0.1:6379/_FLUSHALL", "begin with https:// or http://"},
    {"javascript:alert(1)", "not an arXiv id"},
    {"javascript:1", "not an arXiv id"},
    {"java\tscript:alert(1)", "not an arXiv id"},
    {"data:text/html,1", "not an arXiv id"},
    {"mailto:a1", "not an arXiv id"},
    {"localhost:8080/x", "not an arXiv id"},
    {"http:/example.org", "not an arXiv id"},
    {"//arxiv.org/abs/2403.00835", "not an arXiv id"},
    {"example.org/x", "not an arXiv id"},
    {"http://", "no host name"},
    {"http:///etc/passwd", "no host name"},
    {"http://a..b/", "no host name"},
    {"http://a%2eb/", "no host name"},
    {"http://export.arxiv.org@evil.example/", "a user name"},
    {"https://user:secret@example.org/", "a user name"},
    {"https://arxiv.org\\@evil.example/", "backslashes"},
    {"https://example.org/a b", "blanks"},
    {"https://example.org/a\nb", "blanks"},
    {"https://example.org/\x01", "control characters"},
    {"https://example.org/\u202egpj", "control characters"},
    {"https://example.org/\xff", "control characters"},
    {"https://arxiv.org/abs/1706.03762%0d%0aX-Evil:%20y", "control characters"},
    {"https://example.org/?a=%00", "control characters"},
    {"http://2130706433/", "an address by number"},
    {"http://0x7f.1/", "an address by number"},
    {"http://0x7f000001/", "an address by number"},
    {"http://0177.0.0.1/", "an address by number"},
    {"http://127.1/", "an address by number"},
    {"http://0/", "an address by number"},
    {"http://[::1]/", "an address by number"},
    {"http://[::ffff:127.0.0.1]/", "an address by number"},
    {"http://169.254.169.254/latest/meta-data/", "an address by number"},
    {"http://192.168.1.1/", "an address by number"},
    {"http://１２７.0.0.1/", "beyond ASCII"},
    {"http://example.org:0/", "no such port"},
    {"http://example.org:65536/", "no such port"},
    {"http://example.org:8o/", "no such port"},
    {"%2e%2e%2f%2e%2e%2fetc%2fpasswd", "not an arXiv id"},
    {"../../etc/passwd", "not an arXiv id"},
    {"acl:../1", "not an arXiv id"},
    {"acl:", "not an arXiv id"},
};

Identifier read(std::string_view text) {
  const auto id = parse_identifier(text);
  REQUIRE_MESSAGE(id.ok(), text);
  return *id;
}

}  // namespace

TEST_CASE("every form that people paste is read") {
  static_assert(std::size(k_good) >= 80);
  for (const auto& row : k_good) {
    CAPTURE(row.text);
    const auto id = parse_identifier(row.text);
    REQUIRE_MESSAGE(id.ok(), id.error().message);
    CHECK(format_with_version(*id) == row.expected);
  }
}

TEST_CASE("what is printed is read back as the same, version included") {
  for (const auto& row : k_good) {
    const auto id = read(row.text);
    CHECK(read(format(id)) == id);
    CHECK(read(format_with_version(id)).version == id.version);
    CHECK(format_with_version(read(row.expected)) == row.expected);
  }
}

TEST_CASE("what is no identifier is refused with the reason") {
  static_assert(std::size(k_bad) >= 60);
  for (const auto& row : k_bad) {
    CAPTURE(row.text);
    const auto id = parse_identifier(row.text);
    REQUIRE_MESSAGE(!id.ok(), format(*id));
    CHECK(id.error().code == ExitCode::usage);
    CHECK_MESSAGE(id.error().message.find(row.why) != std::string::npos, id.error().message);
  }
}

TEST_CASE("a message is one short line, however long the text") {
  for (const auto& text : {std::string(1U << 20U, 'a'), "https://example.org/" + std::string(1U << 20U, 'a'),
                           std::string(5000, '\n') + "x\ny", "10.1/" + std::string(5000, ' ') + "x"}) {
    const auto id = parse_identifier(text);
    REQUIRE_FALSE(id.ok());
    CHECK(id.error().message.size() < 250);
    CHECK(id.error().message.find('\n') == std::string::npos);
  }
}

TEST_CASE("identity is scheme and value, the version takes no part") {
  CHECK(read("2403.00835v1") == read("2403.00835v4"));
  CHECK(read("2403.00835v1") != read("2403.00836v1"));
  CHECK((read("2403.00835v2") <=> read("2403.00835v1")) == 0);
  CHECK(read("2403.00835") < read("10.1145/1"));
  CHECK(read("10.1145/1") < read("10.1145/2"));
}

TEST_CASE("a reader finds a work at the address of its scheme") {
  CHECK(web_address(read("2403.00835")) == "https://arxiv.org/abs/2403.00835");
  CHECK(web_address(read("hep-th/9901001v2")) == "https://arxiv.org/abs/hep-th/9901001v2");
  CHECK(web_address(read("10.1002/(SICI)1<2>3;4")) == "https://doi.org/10.1002/(sici)1%3C2%3E3;4");
  CHECK(web_address(read("10.1002/a%2fb?c#d")) == "https://doi.org/10.1002/a%252fb%3Fc%23d");
  CHECK(web_address(read("openalex:W1")) == "https://openalex.org/W1");
  CHECK(web_address(read("0123456789abcdef0123456789abcdef01234567")) ==
        "https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567");
  CHECK(web_address(read("http://example.org/a")) == "http://example.org/a");
  CHECK(web_address(read("acl:P05-1001")) == "https://aclanthology.org/P05-1001");
  CHECK_FALSE(web_address(read("dblp:conf/1")).has_value());
  CHECK_FALSE(web_address(read("local:x")).has_value());
}

TEST_CASE("hosts of source code are known") {
  for (const auto* code :
       {"https://github.com/a/b", "https://www.github.com/a", "http://gitlab.com/a/b",
        "https://gitlab.example.org/a", "https://codeberg.org/a/b", "https://gitee.com/a/b"}) {
    CAPTURE(code);
    CHECK(is_code_host(read(code)));
  }
  for (const auto* page : {"https://example.org/github.com", "https://github.com.evil.example/a",
                           "https://user.github.io/", "2403.00835"}) {
    CAPTURE(page);
    CHECK_FALSE(is_code_host(read(page)));
  }
}

TEST_CASE("a key that cannot be seen names nothing, as it could not be read back") {
  for (const char* const key : {"\u200B", "Kou2024\uFEFF", "\u2060x"}) {
    CAPTURE(key);
    CHECK_FALSE(model::key_alias(key));
  }
  CHECK(model::key_alias("张2024"));
}

TEST_CASE("an arXiv id tells the year it was given out") {
  CHECK(arxiv_year(read("2403.00835")) == 2024);
  CHECK(arxiv_year(read("0704.0001")) == 2007);
  CHECK(arxiv_year(read("hep-th/9901001")) == 1999);
  CHECK(arxiv_year(read("hep-th/9108001")) == 1991);
  CHECK(arxiv_year(read("math/0611800")) == 2006);
  CHECK_FALSE(arxiv_year(read("10.1145/2403.00835")).has_value());
  CHECK_FALSE(arxiv_year(Identifier{}).has_value());
}

TEST_CASE("hostile strings are refused, or read as plain addresses that read back as the same") {
  for (const auto& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const auto id = parse_identifier(hostile.text);
    if (id.ok()) {
      CHECK((id->scheme == Scheme::url || hostile.name == "q04-colon"));
      CHECK(read(format(*id)) == *id);
    } else {
      CHECK_FALSE(id.error().message.empty());
    }
  }
}
