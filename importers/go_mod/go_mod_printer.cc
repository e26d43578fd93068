// What are the bytes of this file, formatted?
// Idea: one pass. Comments after words wait until their line ends; blank lines
// are never doubled, and there are none at either end of the file.
// Source: the behaviour of golang.org/x/mod/modfile as of Go 1.26.
// Cost: O(length).
// Tested by tests/importers/go_mod/go_mod_printer_test.cc and
// tests/importers/go_mod/go_mod_edit_agreement_test.cc.

#include "importers/go_mod/go_mod_printer.h"

#include <string_view>
#include <utility>

#include "engine/base/unicode.h"

namespace modgraph {
namespace {

class Printer {
 public:
  explicit Printer(const GoModSyntax& syntax) : syntax_(syntax) {
    out_.reserve(syntax.source.text.size());
  }
  std::string print() &&;

 private:
  void put_statement(const GoModStatement& statement);
  void put_line(const GoModLine& line);
  void put_block(const GoModLine& head, const GoModBlock& block);
  void put_words(const GoModLine& line);
  void put_comment_lines(const std::vector<GoModComment>& comments,
                         GoModRange range);
  void wait_for_line_end(GoModRange suffix);
  void end_line();
  void trim_line();

  const GoModSyntax& syntax_;
  std::string out_;
  std::vector<GoModComment> waiting_;  // for the end of the line
  bool in_block_ = false;
};

std::string Printer::print() && {
  put_comment_lines(syntax_.suffix_comments, syntax_.orphans);
  bool first = true;
  for (const GoModStatement& statement : syntax_.statements) {
    if (!std::exchange(first, false)) end_line();
    put_statement(statement);
  }
  while (out_ == "\n" || out_.ends_with("\n\n")) out_.pop_back();
  return std::move(out_);
}

void Printer::put_statement(const GoModStatement& statement) {
  const GoModLine& line = syntax_.lines[statement.line];
  if (statement.kind == GoModStatementKind::kBlock)
    put_block(line, syntax_.blocks[statement.block]);
  else
    put_line(line);
  // Comments alone have ended their last line themselves.
  if (statement.kind != GoModStatementKind::kComments) end_line();
}

void Printer::put_line(const GoModLine& line) {
  put_comment_lines(syntax_.comments, line.before);
  put_words(line);
  wait_for_line_end(line.suffix);
}

void Printer::put_block(const GoModLine& head, const GoModBlock& block) {
  put_comment_lines(syntax_.comments, head.before);
  put_words(head);
  out_ += " (";
  wait_for_line_end(block.open_suffix);
  in_block_ = true;
  for (std::uint32_t i = 0; i < block.lines.count; ++i) {
    end_line();
    put_line(syntax_.lines[block.lines.first + i]);
  }
  in_block_ = false;
  end_line();
  put_comment_lines(syntax_.comments,
                    block.close_before);  // as deep as the ')'
  out_ += ')';
  wait_for_line_end(block.close_suffix);
  wait_for_line_end(head.suffix);
}

// One space between words, none on the inner side of a bracket or before a
// comma.
void Printer::put_words(const GoModLine& line) {
  bool space = false;
  for (const GoModToken& token : syntax_.tokens_of(line)) {
    const std::string_view word = syntax_.text(token);
    const auto is_one_of = [&](std::string_view characters) {
      return word.size() == 1 &&
             characters.find(word[0]) != std::string_view::npos;
    };
    if (space && !is_one_of(",)]}")) out_ += ' ';
    out_ += word;
    space = !is_one_of("([{");
  }
}

void Printer::put_comment_lines(const std::vector<GoModComment>& comments,
                                GoModRange range) {
  for (const GoModComment& comment :
       std::span(comments).subspan(range.first, range.count)) {
    out_ += trim_space(syntax_.text(comment));
    end_line();
  }
}

void Printer::wait_for_line_end(GoModRange suffix) {
  const auto first = syntax_.suffix_comments.begin() + suffix.first;
  waiting_.insert(waiting_.end(), first, first + suffix.count);
}

// Several comments after one line go below each other.
void Printer::end_line() {
  std::string_view before = " ";
  for (const GoModComment& comment : waiting_) {
    out_ += before;
    if (before == "\n" && in_block_) out_ += '\t';
    out_ += trim_space(syntax_.text(comment));
    before = "\n";
  }
  waiting_.clear();
  trim_line();
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  if (in_block_) out_ += '\t';
}

void Printer::trim_line() {
  while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\t'))
    out_.pop_back();
}

}  // namespace

std::string print_go_mod(const GoModSyntax& syntax) {
  return Printer(syntax).print();
}

}  // namespace modgraph
