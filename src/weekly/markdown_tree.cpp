#include "weekly/markdown_tree.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <cmark.h>

#include "util/strings.hpp"
#include "util/text.hpp"
#include "weekly/log_text.hpp"
#include "weekly/marks.hpp"

namespace papers::weekly {
namespace {

constexpr int k_deepest = 65;     // of 32 lists, each of which is two, and the texts in the last one
constexpr int k_most_reread = 3;  // times that code is read as a list, one within the other

using NodeOwner = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using IteratorOwner = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

std::string_view literal_of(cmark_node* node) {
  const char* const literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

std::string url_of(cmark_node* node) {
  const char* const url = cmark_node_get_url(node);
  std::string address = url == nullptr ? std::string() : util::clean_line(url);
  return is_web_address(address) ? address : std::string();
}

/// Text of one line as it came, within one link or outside of links.
struct Span {
  std::string text;
  bool is_link = false;
  std::string url;
};

TextLine join(int number, const std::vector<Span>& spans) {
  TextLine line{number, "", {}};
  bool blank = false;
  for (const Span& span : spans) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    const std::string text = util::clean_line(span.text);
    blank = blank || (!span.text.empty() && is_blank(span.text.front()));
    if (blank && !line.text.empty() && !text.empty()) {
      line.text += ' ';
    }
    if (span.is_link) {
      line.links.push_back({line.text.size(), line.text.size() + text.size(), span.url});
    }
    line.text += text;
    blank = (blank && text.empty()) || (!span.text.empty() && is_blank(span.text.back()));
  }
  return line;
}

/// The inlines of one paragraph or heading, as lines.
class LineReader {
 public:
  explicit LineReader(cmark_node* parent) : m_number(cmark_node_get_start_line(parent)) {
    const IteratorOwner iterator(cmark_iter_new(parent), &cmark_iter_free);
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      read(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
    }
    end_line();
  }

  std::vector<TextLine> take() { return std::move(m_lines); }

 private:
  void read(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
      case CMARK_NODE_HTML_INLINE:
        m_spans.back().text += m_in_picture == 0 ? literal_of(node) : std::string_view();
        return;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        return break_line();
      case CMARK_NODE_LINK:
        return entering ? m_spans.push_back({"", true, url_of(node)}) : m_spans.push_back({});
      case CMARK_NODE_IMAGE:
        m_in_picture += entering ? 1 : -1;
        return;
      default:
        return;
    }
  }

  /// A link that goes over the end of a line stays in one piece.
  void break_line() {
    if (m_spans.back().is_link) {
      m_spans.back().text += ' ';
      ++m_breaks_in_link;
    } else {
      end_line();
    }
  }

  void end_line() {
    m_lines.push_back(join(m_number, m_spans));
    m_number += 1 + std::exchange(m_breaks_in_link, 0);
    m_spans.assign(1, {});
  }

  int m_number;
  std::vector<TextLine> m_lines;
  std::vector<Span> m_spans{1};
  int m_breaks_in_link = 0;
  int m_in_picture = 0;
};

/// One run of the parser: the log, or code in it that is read once more.
struct Source {
  explicit Source(const std::string& text) : lines(util::split(text, '\n')) {}
  std::vector<std::string_view> lines;
  int offset = 0;   ///< lines of the log before its first one
  int rereads = 0;  ///< how deep in code that was read once more
};

class TreeReader {
 public:
  explicit TreeReader(Tree& tree) : m_tree(tree) {}

  void read(const std::string& text, int offset, int rereads, std::vector<Block>& blocks) {
    const NodeOwner document(cmark_parse_document(text.data(), text.size(), CMARK_OPT_VALIDATE_UTF8),
                             &cmark_node_free);
    if (document == nullptr) {
      return;
    }
    cmark_consolidate_text_nodes(document.get());
    Source source(text);
    source.offset = offset;
    source.rereads = rereads;
    read_children(document.get(), source, 0, blocks);
  }

 private:
  void read_children(cmark_node* parent, const Source& source, int depth, std::vector<Block>& blocks) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
      read_block(node, source, depth + 1, blocks);
    }
  }

  void read_block(cmark_node* node, const Source& source, int depth, std::vector<Block>& blocks) {
    if (depth > k_deepest) {
      return leave_out(node, source, "nested too deep", "");
    }
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
        return read_text(node, source, Block::Kind::heading, blocks);
      case CMARK_NODE_PARAGRAPH:
        return read_text(node, source, Block::Kind::paragraph, blocks);
      case CMARK_NODE_LIST:
        return read_container(node, source, depth, Block::Kind::list, blocks);
      case CMARK_NODE_ITEM:
        return read_container(node, source, depth, Block::Kind::item, blocks);
      case CMARK_NODE_BLOCK_QUOTE:
        return read_children(node, source, depth, blocks);
      case CMARK_NODE_CODE_BLOCK:
        return read_code(node, source, blocks);
      case CMARK_NODE_HTML_BLOCK:
        return leave_out_decoration(node, source, "HTML", literal_of(node));
      default:
        return;
    }
  }

  void read_container(cmark_node* node, const Source& source, int depth, Block::Kind kind,
                      std::vector<Block>& blocks) {
    Block block;
    block.kind = kind;
    block.line = line_of(node, source);
    block.column = cmark_node_get_start_column(node);
    read_children(node, source, depth, block.blocks);
    if (kind == Block::Kind::list && belongs_below(block, blocks)) {
      blocks.back().blocks.back().blocks.push_back(std::move(block));
    } else {
      blocks.push_back(std::move(block));
    }
  }

  /// A list that is indented more than the one before it is meant for the last item of that, also where
  /// Markdown wants more blanks for it: below "2. " it is three, and people write two.
  static bool belongs_below(const Block& list, const std::vector<Block>& blocks) {
    return !blocks.empty() && blocks.back().kind == Block::Kind::list && !blocks.back().blocks.empty() &&
           list.column > blocks.back().column;
  }

  void read_text(cmark_node* node, const Source& source, Block::Kind kind, std::vector<Block>& blocks) {
    Block block;
    block.kind = kind;
    block.line = line_of(node, source);
    block.level = kind == Block::Kind::heading ? cmark_node_get_heading_level(node) : 0;
    block.lines = LineReader(node).take();
    for (TextLine& line : block.lines) {
      line.number += source.offset;
    }
    const auto is_empty = [](const TextLine& line) { return line.text.empty() && line.links.empty(); };
    if (!std::all_of(block.lines.begin(), block.lines.end(), is_empty)) {
      blocks.push_back(std::move(block));
    } else if (cmark_node_first_child(node) != nullptr) {
      leave_out_decoration(node, source, "a picture", "");
    }
  }

  /// Code that is only indented is a text log whose lists are indented far.
  void read_code(cmark_node* node, const Source& source, std::vector<Block>& blocks) {
    const std::string literal(literal_of(node));
    if (is_fenced(node, source)) {
      return leave_out_decoration(node, source, "code", literal);
    }
    if (source.rereads >= k_most_reread) {
      return leave_out(node, source, "indented too far", literal);
    }
    read(without_margin(literal), line_of(node, source) - 1, source.rereads + 1, blocks);
  }

  static std::string without_margin(const std::string& text) {
    const std::size_t margin = std::min(text.find_first_not_of(' '), text.size());
    std::string result;
    for (const std::string_view line : util::split(text, '\n')) {
      result += line.substr(std::min({margin, line.find_first_not_of(' '), line.size()}));
      result += '\n';
    }
    return result;
  }

  static bool is_fenced(cmark_node* node, const Source& source) {
    const auto number = static_cast<std::size_t>(std::max(1, cmark_node_get_start_line(node)));
    const std::string_view line = number <= source.lines.size() ? source.lines[number - 1] : "";
    return line.find("```") != std::string_view::npos || line.find("~~~") != std::string_view::npos;
  }

  static int line_of(cmark_node* node, const Source& source) {
    return cmark_node_get_start_line(node) + source.offset;
  }

  void leave_out(cmark_node* node, const Source& source, std::string why, std::string_view text) {
    m_tree.unread.push_back(unread(line_of(node, source), std::move(why), text));
  }

  void leave_out_decoration(cmark_node* node, const Source& source, std::string what, std::string_view text) {
    leave_out(node, source, std::move(what), text);
    m_tree.unread.back().is_decoration = true;
  }

  Tree& m_tree;
};

}  // namespace

Tree read_markdown(const std::string& text) {
  Tree tree;
  TreeReader(tree).read(text, 0, 0, tree.blocks);
  return tree;
}

}  // namespace papers::weekly
