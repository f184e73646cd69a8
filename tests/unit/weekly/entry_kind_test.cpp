#include "weekly/entry_kind.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace papers::weekly;

namespace {

Entry entry(std::string_view text, std::vector<Link> links = {}) {
  Entry result;
  result.text = text;
  result.title = text;
  result.links = std::move(links);
  return result;
}

EntryKind kind(std::string_view text, const EntryContext& context = {}) {
  return guess_kind(entry(text), context).kind;
}

}  // namespace

TEST_CASE("a link says what it leads to") {
  constexpr std::array<std::pair<std::string_view, EntryKind>, 13> k_rows{
      {{"https://arxiv.org/pdf/2401.00111", EntryKind::paper},
       {"2401.00111", EntryKind::paper},
       {"https://doi.org/10.1145/3600006.3613165", EntryKind::paper},
       {"https://dl.acm.org/doi/pdf/10.1145/3600006.3613165", EntryKind::paper},
       {"https://openreview.net/forum?id=x", EntryKind::paper},
       {"https://group.example.org/papers/x.PDF", EntryKind::paper},
       {"https://github.com/a/b", EntryKind::code},
       {"https://blog.example.org/posts/x/", EntryKind::post},
       {"https://www.youtube.com/watch?v=x", EntryKind::video},
       {"https://ocw.mit.edu/courses/x", EntryKind::course},
       {"https://arxiv.org/abs/nonsense", EntryKind::note},
       {"https://user:secret@a.org/", EntryKind::note},
       {"https://", EntryKind::note}}};
  for (const auto& row : k_rows) {
    const auto& [url, expected] = row;
    CAPTURE(row.first);
    CHECK(guess_kind(entry("x", {{"x", std::string(url)}}), {}).kind == expected);
  }
}

TEST_CASE("words say what an entry without a link is") {
  constexpr std::array<std::pair<std::string_view, EntryKind>, 22> k_rows{{
      {"MIT6.1234学习：lec5-6", EntryKind::course},
      {"完成cs 999n的module2", EntryKind::course},
      {"CMU 15-445 lecture 3", EntryKind::course},
      {"第5-6讲", EntryKind::course},
      {"跑一些base code", EntryKind::code},
      {"用profiler对性能进行测试", EntryKind::code},
      {"几篇关于sampling的blog（忘记网址了）", EntryKind::note},
      {"some papers on sampling", EntryKind::note},
      {"The sampling blog", EntryKind::post},
      {"Deutsch lernen: Episode 3", EntryKind::video},
      {"Game of Chairs Season 6 Episode 9 of it", EntryKind::video},
      {"Chapter 16 of it", EntryKind::book},
      {"熟悉新的架构", EntryKind::task},
      {"Read the draft", EntryKind::task},
      {"为什么接受率不变？", EntryKind::question},
      {"On the Fixed Points of Parallel Decoding", EntryKind::paper},
      {"Lantern: Simple Scheme for Drafting Tokens", EntryKind::paper},
      {"LATTICE paper", EntryKind::paper},
      {"Watch Your Step: Learning Node Embeddings via Graph Attention", EntryKind::paper},
      {"Watch the lecture of the Week about Drafts and Models", EntryKind::task},
      {"Camera-ready of the LATTICE paper", EntryKind::note},
      {"PLDI 2021 Submission: Understanding Small Models Through Drafts", EntryKind::note},
  }};
  for (const auto& row : k_rows) {
    const auto& [text, expected] = row;
    CAPTURE(row.first);
    CHECK(kind(text) == expected);
  }
}

TEST_CASE("where papers are listed, a title may begin with a verb") {
  EntryContext listed;
  listed.papers = true;
  CHECK(kind("Read, Attend and Comprehend", listed) == EntryKind::paper);
  CHECK(kind("Read the draft", listed) == EntryKind::task);
}

TEST_CASE("what only resembles a course or a title is none") {
  for (const std::string_view text : {"resnet101", "top100", "MIT 2024", "java-top10", "code2vec",
                                      "Annual Review", "Happy Hour - Music Edition", "a b c d e f g h", ""}) {
    CAPTURE(text);
    const EntryKind guessed = kind(text);
    CHECK((guessed == EntryKind::note || guessed == EntryKind::task));
  }
}

TEST_CASE("the place of an entry counts where its words do not") {
  EntryContext papers;
  papers.papers = true;
  CHECK(kind("Simplicial walk", papers) == EntryKind::paper);
  CHECK(kind("基于小模型的并行解码研究", papers) == EntryKind::paper);
  CHECK(kind("把每篇写个摘要", papers) == EntryKind::task);
  CHECK(kind("Simplicial walk") == EntryKind::note);

  EntryContext below;
  below.under_thing = true;
  CHECK(kind("A Remark on the Title Above It", below) == EntryKind::note);
  CHECK(guess_kind(entry("Slides", {{"Slides", "https://a.org/x"}}), below).kind == EntryKind::note);
  CHECK(guess_kind(entry("B", {{"B", "https://a.org/x"}}), below).kind == EntryKind::post);

  EntryContext questions;
  questions.section = SectionKind::questions;
  CHECK(kind("实践很少", questions) == EntryKind::question);

  EntryContext head;
  head.has_entries = true;
  CHECK(kind("Decoding of Small Models in Papers", head) == EntryKind::group);
}

TEST_CASE("a course is called by its number") {
  CHECK(guess_by_words("完成MIT 6.1234的lec3").name == "MIT6.1234");
  CHECK(guess_by_words("mit6.S191 lab").name == "MIT6.S191");
  CHECK(guess_by_words("CS999N和tensor basic").name == "CS999n");
}
