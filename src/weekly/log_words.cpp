#include "weekly/log_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::weekly {
namespace {

struct SectionRow {
  std::string_view words;
  SectionKind kind;
  bool this_week = false;
  bool alone = false;  ///< only as all of the heading: titles hold such words too
};

using enum SectionKind;

constexpr std::array k_sections{
    SectionRow{"进度", progress},
    SectionRow{"进展", progress},
    SectionRow{"本周工作", progress},
    SectionRow{"本周完成", progress},
    SectionRow{"上周", progress},
    SectionRow{"已完成", progress},
    SectionRow{"收获", progress},
    SectionRow{"已读", progress},
    SectionRow{"progress", progress},
    SectionRow{"done", progress},
    SectionRow{"completed", progress},
    SectionRow{"finished", progress},
    SectionRow{"this week", progress},
    SectionRow{"past week", progress},
    SectionRow{"last week", progress},
    SectionRow{"previous week", progress},
    SectionRow{"what i did", progress},
    SectionRow{"already read", progress},
    SectionRow{"accomplished", progress},
    SectionRow{"past two weeks", progress},
    SectionRow{"accomplishments", progress},
    SectionRow{"下周", plan},
    SectionRow{"下周规划", plan},
    SectionRow{"下周计划", plan},
    SectionRow{"计划", plan},
    SectionRow{"规划", plan},
    SectionRow{"安排", plan},
    SectionRow{"待办", plan},
    SectionRow{"下一步", plan},
    SectionRow{"本周计划", plan, true},
    SectionRow{"本周规划", plan, true},
    SectionRow{"plan", plan},
    SectionRow{"plans", plan},
    SectionRow{"planned", plan},
    SectionRow{"todo", plan},
    SectionRow{"to do", plan},
    SectionRow{"next week", plan},
    SectionRow{"next two weeks", plan},
    SectionRow{"next steps", plan},
    SectionRow{"coming week", plan},
    SectionRow{"upcoming", plan},
    SectionRow{"plan for this week", plan, true},
    SectionRow{"plans for this week", plan, true},
    SectionRow{"this week s plan", plan, true},
    SectionRow{"问题", questions},
    SectionRow{"疑问", questions},
    SectionRow{"困惑", questions},
    SectionRow{"困难", questions},
    SectionRow{"questions", questions},
    SectionRow{"question", questions},
    SectionRow{"problems", questions},
    SectionRow{"issues", questions},
    SectionRow{"blockers", questions},
    SectionRow{"difficulties", questions},
    SectionRow{"需要导师", needs},
    SectionRow{"需要老师", needs},
    SectionRow{"需要帮助", needs},
    SectionRow{"needed from", needs},
    SectionRow{"needs from", needs},
    SectionRow{"help needed", needs},
    SectionRow{"help wanted", needs},
    SectionRow{"help from", needs},
    SectionRow{"need help", needs},
    SectionRow{"help", needs, false, true},
    SectionRow{"needs", needs, false, true},
    SectionRow{"帮助", needs, false, true},
    SectionRow{"求助", needs, false, true},
    SectionRow{"回顾", review},
    SectionRow{"计划回顾", review},
    SectionRow{"复盘", review},
    SectionRow{"完成情况", review},
    SectionRow{"review", review},
    SectionRow{"retrospective", review},
    SectionRow{"待读", wanted},
    SectionRow{"想读", wanted},
    SectionRow{"阅读列表", wanted},
    SectionRow{"阅读清单", wanted},
    SectionRow{"论文列表", wanted},
    SectionRow{"书单", wanted},
    SectionRow{"reading list", wanted},
    SectionRow{"to read", wanted},
    SectionRow{"maybe read", wanted},
    SectionRow{"want to read", wanted},
    SectionRow{"papers to", wanted},
    SectionRow{"to look at", wanted},
    SectionRow{"paper list", wanted},
    SectionRow{"backlog", wanted},
    SectionRow{"其他", other},
    SectionRow{"其它", other},
    SectionRow{"杂项", other},
    SectionRow{"other", other},
    SectionRow{"others", other},
    SectionRow{"misc", other},
};

struct WordRow {
  WordList list;
  std::string_view words;  ///< between commas
};

constexpr std::array k_words{
    WordRow{WordList::papers, "论文,文献,阅读,paper,papers,preprint,article,articles,reading"},
    WordRow{WordList::posts, "博客,推文,公众号,blog,blogs,blog post,posts"},
    WordRow{WordList::code,
            "代码,复现,重写,性能,跑通,跑实验,code,coding,profile,profiler,profiling,benchmark,"
            "implement,implementation,reproduce,debug,refactor"},
    WordRow{WordList::vague, "几篇,一些,若干,各种,忘记,several,some,various,a few,many,pending,all"},
    WordRow{WordList::reading, "阅读,阅读了,读了,看了,包括,如下,论文阅读,read,reading,including"},
    WordRow{WordList::work,
            "submission,submitted,camera-ready,artifact,artifacts,presentation,rebuttal,meeting,"
            "email,poster,proposal,workshop,conference,attendance,response,draft,overleaf,review,"
            "preprint of,talk,talks,写,投稿,汇报,组会,开题,答辩"},
    WordRow{WordList::to_do,
            "add,attend,check,collect,compare,continue,debug,deduplicate,discuss,draw,evaluate,"
            "experiment,experiments,finish,finished,fix,implement,investigate,investigating,keep,"
            "learn,make,meet,perform,performed,plot,prepare,preparing,read,reproduce,run,running,"
            "saved,set up,setup,study,submit,submitted,trained,train,try,update,watch,work,working,"
            "write,把,学习,整理,完成,熟悉,准备,继续,总结,写,做,看,练,找,跑,调"},
    WordRow{WordList::undone, "没完成,未完成,没有完成,没做,没看,incomplete,not done,unfinished"},
    WordRow{WordList::partly,
            "部分完成,进行中,没看完,未看完,准备上手,打算,着手,正在,in progress,wip,partially,partly,"
            "ongoing,working on,preparing"},
    WordRow{WordList::companion,
            "blog,code,github,implementation,implementations,link,notes,page,pdf,poster,"
            "project,project page,slides,summary,talk,video,website,arxiv,paper,doi,here,"
            "代码,博客,视频,链接,主页,原文"},
};

bool is_latin(char c) {
  return util::is_lower(c) || util::is_digit(c);
}

/// Folded, with single blanks for all ASCII punctuation but hyphens within words.
std::string plain(std::string_view text) {
  std::string result = " ";
  for (const char c : util::fold(text)) {
    const bool keep = is_latin(c) || !util::is_ascii(c);
    if (keep || result.back() != ' ') {
      result += keep ? c : ' ';
    }
  }
  return result.back() == ' ' ? result : result + ' ';
}

/// Where `words`, which are plain, stand in a plain text; Latin ones as whole words.
std::size_t find_plain(std::string_view text, std::string_view words, std::size_t from = 0) {
  for (auto at = text.find(words, from); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const bool opens = !is_latin(words.front()) || !is_latin(text[at - 1]);
    const bool closes = !is_latin(words.back()) || !is_latin(text[at + words.size()]);
    if (opens && closes) {
      return at;
    }
  }
  return std::string_view::npos;
}

/// The words of a list in their plain form, made once.
const std::vector<std::string>& plain_words(WordList list) {
  static const auto tables = [] {
    std::array<std::vector<std::string>, k_words.size()> result;
    for (std::size_t i = 0; i < k_words.size(); ++i) {
      for (const std::string_view word : util::split(k_words[i].words, ',')) {
        result[i].emplace_back(util::trim(plain(word)));
      }
    }
    return result;
  }();
  const auto* const row = std::find_if(k_words.begin(), k_words.end(),
                                       [&](const WordRow& candidate) { return candidate.list == list; });
  return tables[static_cast<std::size_t>(row - k_words.begin())];
}

template <class Test>
bool any_word(WordList list, Test test) {
  const std::vector<std::string>& words = plain_words(list);
  return std::any_of(words.begin(), words.end(), test);
}

}  // namespace

std::optional<SectionGuess> section_of(std::string_view heading, const std::vector<SectionName>& names) {
  const std::string text = plain(heading);
  std::optional<SectionGuess> best;
  std::size_t longest = 0;
  const auto consider = [&](std::string_view words, SectionGuess guess) {
    if (words.size() > longest && find_plain(text, words) != std::string::npos) {
      longest = words.size();
      best = guess;
    }
  };
  for (const SectionName& name : names) {
    const std::string words = plain(name.words);
    consider(util::trim(words), {name.kind, false});
  }
  if (best) {
    return best;
  }
  for (const SectionRow& row : k_sections) {
    if (!row.alone || util::trim(text) == row.words) {
      consider(row.words, {row.kind, row.this_week});
    }
  }
  return best;
}

int weeks_in(std::string_view heading) {
  constexpr std::array<std::pair<std::string_view, int>, 8> k_counts{{{"两周", 2},
                                                                      {"二周", 2},
                                                                      {"三周", 3},
                                                                      {"四周", 4},
                                                                      {"two weeks", 2},
                                                                      {"2 weeks", 2},
                                                                      {"three weeks", 3},
                                                                      {"3 weeks", 3}}};
  const std::string text = plain(heading);
  const auto* const row = std::find_if(k_counts.begin(), k_counts.end(), [&](const auto& count) {
    return find_plain(text, count.first) != std::string::npos;
  });
  return row == k_counts.end() ? 1 : row->second;
}

bool has_word(std::string_view text, WordList list) {
  const std::string form = plain(text);
  return any_word(list, [&](const std::string& word) { return find_plain(form, word) != std::string::npos; });
}

bool is_word(std::string_view text, WordList list) {
  const std::string form = plain(text);
  return any_word(list, [&](const std::string& word) { return util::trim(form) == word; });
}

bool begins_with_word(std::string_view text, WordList list) {
  const std::string form = plain(text);
  return any_word(list, [&](const std::string& word) { return find_plain(form, word) == 1; });
}

}  // namespace papers::weekly
