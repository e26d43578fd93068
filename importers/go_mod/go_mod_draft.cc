// Idea: the syntax tree stays flat. New words are appended to the file's text,
// new lines to its lines; each block has a list of its lines, which is what
// changes. Removed lines keep their place until the end: a block that has lost
// all its lines can still get new ones.
// Source: the behaviour of golang.org/x/mod/modfile as of Go 1.26.
// Tested by tests/importers/go_mod/go_mod_edit_test.cc and
// tests/importers/go_mod/go_mod_edit_agreement_test.cc.

#include "importers/go_mod/go_mod_draft.h"

#include <algorithm>
#include <cassert>
#include <compare>
#include <utility>

#include "engine/model/version.h"
#include "importers/go_mod/go_mod_printer.h"

namespace modgraph {
namespace {

std::uint32_t number_of(DraftLine line) {
  return static_cast<std::uint32_t>(line);
}

}  // namespace

GoModDraft::GoModDraft(std::string_view file, std::string text)
    : text_(std::move(text)), syntax_(parse_go_mod_syntax({file, text_})) {
  assert(syntax_.errors.empty());
  states_.resize(syntax_.lines.size());
  members_.resize(syntax_.blocks.size());
  for (std::uint32_t line = 0; line < states_.size(); ++line)
    if (const auto words = syntax_.tokens_of(syntax_.lines[line]);
        !words.empty())
      places_.push_back({words[0].begin, DraftLine{line}});
  for (std::uint32_t block = 0; block < members_.size(); ++block) {
    const GoModRange lines = syntax_.blocks[block].lines;
    for (std::uint32_t i = 0; i < lines.count; ++i) {
      members_[block].push_back(lines.first + i);
      states_[lines.first + i].block = block;
    }
  }
}

// ------------------------------------------------------------------- lines

DraftLine GoModDraft::line_at(std::uint32_t byte) const {
  const auto place = std::lower_bound(
      places_.begin(), places_.end(), byte,
      [](const Place& each, std::uint32_t at) { return each.byte < at; });
  assert(place != places_.end() && place->byte == byte);
  return place->line;
}

std::string_view GoModDraft::word(std::uint32_t line, std::size_t index) const {
  return syntax_.text(syntax_.tokens_of(syntax_.lines[line])[index]);
}

std::string_view GoModDraft::argument(DraftLine line, std::size_t at) const {
  const bool has_verb = states_[number_of(line)].block == kNoBlock;
  return word(number_of(line), at + (has_verb ? 1 : 0));
}

GoModToken GoModDraft::new_word(std::string_view text) {
  GoModToken token;
  token.begin = count_of(text_.size());
  token.size = count_of(text.size());
  token.kind = GoModTokenKind::kWord;
  text_ += text;
  syntax_.source.text = text_;
  return token;
}

void GoModDraft::set_argument(DraftLine line, std::size_t at,
                              std::string_view text) {
  if (argument(line, at) == text) return;
  const bool has_verb = states_[number_of(line)].block == kNoBlock;
  const GoModRange tokens = syntax_.lines[number_of(line)].tokens;
  const std::size_t token = tokens.first + at + (has_verb ? 1 : 0);
  syntax_.tokens[token] = new_word(text);
}

void GoModDraft::set_words(DraftLine line, const Words& words) {
  const bool has_verb = states_[number_of(line)].block == kNoBlock;
  GoModRange& tokens = syntax_.lines[number_of(line)].tokens;
  tokens = {count_of(syntax_.tokens.size()), 0};
  for (std::size_t i = has_verb ? 0 : 1; i < words.size(); ++i) {
    syntax_.tokens.push_back(new_word(words[i]));
    ++tokens.count;
  }
}

void GoModDraft::remove(DraftLine line) {
  states_[number_of(line)].removed = true;
}

std::uint32_t GoModDraft::new_line(const Words& words, std::uint32_t block) {
  const std::uint32_t line = count_of(syntax_.lines.size());
  syntax_.lines.emplace_back();
  states_.push_back({block, false});
  set_words(DraftLine{line}, words);
  return line;
}

// -------------------------------------------------------------- statements

// "" for comments alone, and for a removed line.
std::string_view GoModDraft::verb_of(const GoModStatement& statement) const {
  if (statement.kind == GoModStatementKind::kComments ||
      states_[statement.line].removed)
    return "";
  return word(statement.line, 0);
}

DraftLine GoModDraft::insert_statement(std::size_t at, const Words& words) {
  const std::uint32_t line = new_line(words, kNoBlock);
  syntax_.statements.insert(
      syntax_.statements.begin() + static_cast<std::ptrdiff_t>(at),
      {GoModStatementKind::kLine, line, 0});
  return DraftLine{line};
}

std::size_t GoModDraft::statement_of(std::uint32_t line) const {
  const std::uint32_t block = states_[line].block;
  const auto found = std::find_if(
      syntax_.statements.begin(), syntax_.statements.end(),
      [&](const GoModStatement& each) {
        if (block == kNoBlock)
          return each.kind == GoModStatementKind::kLine && each.line == line;
        return each.kind == GoModStatementKind::kBlock && each.block == block;
      });
  assert(found != syntax_.statements.end());
  return static_cast<std::size_t>(found - syntax_.statements.begin());
}

// The line of the statement becomes the only one of a block, and keeps its
// comments.
void GoModDraft::make_block(GoModStatement& statement) {
  const std::uint32_t line = statement.line;
  GoModLine head;
  head.tokens = {syntax_.lines[line].tokens.first, 1};
  statement = {GoModStatementKind::kBlock, count_of(syntax_.lines.size()),
               count_of(syntax_.blocks.size())};
  syntax_.lines[line].tokens.first += 1;
  syntax_.lines[line].tokens.count -= 1;
  syntax_.lines.push_back(head);
  syntax_.blocks.emplace_back();
  states_.emplace_back();
  states_[line].block = statement.block;
  members_.push_back({line});
}

DraftLine GoModDraft::add_to_block(std::uint32_t block, std::size_t at,
                                   const Words& words) {
  const std::uint32_t line = new_line(words, block);
  auto& members = members_[block];
  members.insert(members.begin() + static_cast<std::ptrdiff_t>(at), line);
  return DraftLine{line};
}

DraftLine GoModDraft::add_to_last_block(const Words& words) {
  const auto last = std::find_if(
      syntax_.statements.rbegin(), syntax_.statements.rend(),
      [&](const GoModStatement& each) { return verb_of(each) == words[0]; });
  if (last == syntax_.statements.rend()) return add_at_end(words);
  if (last->kind == GoModStatementKind::kLine) make_block(*last);
  return add_to_block(last->block, members_[last->block].size(), words);
}

DraftLine GoModDraft::add_behind(DraftLine line, const Words& words) {
  const std::size_t at = statement_of(number_of(line));
  GoModStatement& statement = syntax_.statements[at];
  if (verb_of(statement) != words[0]) return insert_statement(at + 1, words);
  if (statement.kind == GoModStatementKind::kLine) make_block(statement);
  const auto& members = members_[statement.block];
  const auto place = std::find(members.begin(), members.end(), number_of(line));
  return add_to_block(statement.block,
                      static_cast<std::size_t>(place - members.begin()) + 1,
                      words);
}

DraftLine GoModDraft::add_at_end(const Words& words) {
  return insert_statement(syntax_.statements.size(), words);
}

DraftLine GoModDraft::add_at_start(const Words& words) {
  const auto place =
      std::find_if(syntax_.statements.begin(), syntax_.statements.end(),
                   [](const GoModStatement& each) {
                     return each.kind != GoModStatementKind::kComments;
                   });
  return insert_statement(
      static_cast<std::size_t>(place - syntax_.statements.begin()), words);
}

// ------------------------------------------------------------------ the end

namespace {

using LineWords = std::vector<std::string_view>;

std::strong_ordering by_words(const LineWords& a, const LineWords& b) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(),
                                                b.end());
}

// Exclusions: by path, then by version.
std::strong_ordering by_version(const LineWords& a, const LineWords& b) {
  if (a.size() != 2 || b.size() != 2) return by_words(a, b);
  if (a[0] != b[0]) return a[0] <=> b[0];
  return compare_semver(a[1], b[1]);
}

// Retractions: the highest first, by their lower end.
std::strong_ordering by_interval(const LineWords& a, const LineWords& b) {
  const auto low = [](const LineWords& words) {
    return words[words.size() == 1 ? 0 : 1];
  };
  const auto high = [](const LineWords& words) {
    return words[words.size() == 1 ? 0 : 3];
  };
  const auto order = compare_semver(low(b), low(a));
  return order != 0 ? order : compare_semver(high(b), high(a));
}

}  // namespace

void GoModDraft::sort_block(const GoModStatement& statement,
                            ExcludeOrder order) {
  const std::string_view verb = verb_of(statement);
  auto compare = by_words;
  if (verb == "exclude" && order == ExcludeOrder::kByVersion)
    compare = by_version;
  if (verb == "retract") compare = by_interval;

  std::vector<std::pair<LineWords, std::uint32_t>> lines;
  for (const std::uint32_t line : members_[statement.block]) {
    LineWords words;
    for (const GoModToken& token : syntax_.tokens_of(syntax_.lines[line]))
      words.push_back(syntax_.text(token));
    lines.emplace_back(std::move(words), line);
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const auto& a, const auto& b) {
                     return compare(a.first, b.first) < 0;
                   });
  for (std::size_t i = 0; i < lines.size(); ++i)
    members_[statement.block][i] = lines[i].second;
}

GoModRange GoModDraft::joined(std::vector<GoModComment>& comments,
                              GoModRange first, GoModRange second) {
  if (first.count == 0) return second;
  const GoModRange out{count_of(comments.size()), first.count + second.count};
  for (const GoModRange part : {first, second})
    for (std::uint32_t i = 0; i < part.count; ++i)
      comments.push_back(GoModComment(comments[part.first + i]));
  return out;
}

// One line without comments below it needs no parentheses. The comments after
// the parentheses are lost.
void GoModDraft::clean_block(GoModStatement& statement) {
  auto& members = members_[statement.block];
  GoModBlock& block = syntax_.blocks[statement.block];
  if (members.size() == 1 && block.close_before.count == 0) {
    const GoModLine& head = syntax_.lines[statement.line];
    GoModLine& line = syntax_.lines[members[0]];
    line.before = joined(syntax_.comments, head.before, line.before);
    line.suffix = joined(syntax_.suffix_comments, line.suffix, head.suffix);
    const GoModRange words = line.tokens;
    line.tokens = {count_of(syntax_.tokens.size()), 1 + words.count};
    syntax_.tokens.push_back(GoModToken(syntax_.tokens[head.tokens.first]));
    for (std::uint32_t i = 0; i < words.count; ++i)
      syntax_.tokens.push_back(GoModToken(syntax_.tokens[words.first + i]));
    statement = {GoModStatementKind::kLine, members[0], 0};
    return;
  }
  // The printer reads neighbours.
  block.lines = {count_of(syntax_.lines.size()), count_of(members.size())};
  for (const std::uint32_t line : members)
    syntax_.lines.push_back(GoModLine(syntax_.lines[line]));
}

std::string GoModDraft::finish(ExcludeOrder order) && {
  const auto is_removed = [&](std::uint32_t line) {
    return bool{states_[line].removed};
  };
  std::erase_if(syntax_.statements, [&](const GoModStatement& each) {
    if (each.kind == GoModStatementKind::kComments) return false;
    if (each.kind == GoModStatementKind::kLine) return is_removed(each.line);
    std::erase_if(members_[each.block], is_removed);
    return members_[each.block].empty();
  });
  for (GoModStatement& each : syntax_.statements) {
    if (each.kind != GoModStatementKind::kBlock) continue;
    sort_block(each, order);
    clean_block(each);
  }
  return print_go_mod(syntax_);
}

}  // namespace modgraph
