#include "exporters/document/document_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <set>
#include <string_view>
#include <utility>

#include "engine/base/counted.h"

namespace modgraph {
namespace {

// Names of one field in a sentence: more of them hide what it says.
constexpr std::size_t kMaxNames = 3;
constexpr std::size_t kMaxChain = 10;

using Items = std::span<const Item>;

bool is_leaf(const Item& item) {
  switch (item.kind) {
    case ItemKind::kRecord:
    case ItemKind::kEndRecord:
    case ItemKind::kList:
    case ItemKind::kEndList:
    case ItemKind::kElements:
    case ItemKind::kSentence:
    case ItemKind::kRemark:
      return false;
    default:
      return true;
  }
}

bool is_name(const Item& item) {
  return item.kind == ItemKind::kModule || item.kind == ItemKind::kVersion ||
         item.kind == ItemKind::kModuleVersion ||
         item.kind == ItemKind::kCommand || item.kind == ItemKind::kLocation;
}

bool is_number(const Item& item) {
  return item.kind == ItemKind::kCount || item.kind == ItemKind::kNumber ||
         item.kind == ItemKind::kBytes || item.kind == ItemKind::kSeconds;
}

// A list that is written out, its elements in `items`.
struct List {
  Items items;
  std::size_t count = 0;  // of all its elements
  bool are_records = false;
};

// Both kinds of lists as items: of long ones only the first `most` elements.
class Lists {
 public:
  List open(const Tape& tape, Items items, std::size_t at, std::size_t most,
            const Tape** home) {
    *home = &tape;
    if (items[at].kind == ItemKind::kElements) {
      const Elements& all = tape.elements(items[at]);
      Tape& own = own_.emplace_back();
      RecordWriter writer(own, all.borrows);
      for (std::size_t i = 0; i < std::min(most, all.count); ++i) {
        if (all.are_records) writer.begin_record({});
        all.write(writer, i);
        if (all.are_records) writer.end_record();
      }
      *home = &own;
      return {own.items(), all.count, all.are_records};
    }
    List out{inside(items, at)};
    for (std::size_t i = 0; i < out.items.size(); i = after(out.items, i))
      ++out.count;
    out.are_records =
        !out.items.empty() && out.items.front().kind == ItemKind::kRecord;
    return out;
  }

 private:
  std::deque<Tape> own_;
};

bool has_sentence(Items record) {
  for (std::size_t at = 0; at < record.size(); at = after(record, at))
    if (record[at].kind == ItemKind::kSentence ||
        record[at].kind == ItemKind::kRemark)
      return true;
  return false;
}

// "a, b and 3 more", or "a -> b -> c".
void add_names(const List& list, bool is_chain, std::vector<Piece>& out) {
  const std::size_t most = is_chain ? kMaxChain : kMaxNames;
  std::size_t shown = 0;
  for (std::size_t at = 0; at < list.items.size();
       at = after(list.items, at), ++shown) {
    // One name more takes no more room than saying that there is one.
    if (shown >= most && list.count > most + 1) break;
    if (shown > 0)
      out.push_back({is_chain                  ? " -> "
                     : shown + 1 == list.count ? " and "
                                               : ", ",
                     false});
    out.push_back({leaf_text(list.items[at]), is_name(list.items[at])});
  }
  if (shown < list.count)
    out.push_back({fmt::format("{} {} more", is_chain ? " ->" : " and",
                               list.count - shown),
                   false});
}

std::string counted_noun(std::uint64_t n, std::string_view noun) {
  const std::size_t bar = noun.find('|');
  if (bar == std::string_view::npos) return counted(n, noun);
  return fmt::format("{} {}", n,
                     n == 1 ? noun.substr(0, bar) : noun.substr(bar + 1));
}

class BlockMaker {
 public:
  BlockMaker(const Document& document, Length length) : length_(length) {
    frames_.push_back({document.items(), &document.tape(), 0, {}, true});
  }

  std::vector<Block> make() && {
    while (!frames_.empty()) step();
    return std::move(out_);
  }

 private:
  // A record or a list that is being shown.
  struct Frame {
    Items items;
    const Tape* tape = nullptr;
    int depth = 0;
    List list;  // of a list
    bool is_record = false;
    bool said = false;  // a record: its first sentence
    const ListStyle* style = nullptr;
    std::size_t at = 0;
    std::size_t shown = 0;
  };

  std::size_t most(const ListStyle& style) const {
    return length_ == Length::kWhole ? std::size_t(-1) : style.max_shown;
  }

  void step() {
    Frame& top = frames_.back();
    if (top.is_record)
      step_record(top);
    else
      step_list(top);
  }

  void step_record(Frame& f) {
    if (f.at == f.items.size()) return frames_.pop_back();
    const std::size_t at = f.at;
    f.at = after(f.items, at);
    const Item& item = f.items[at];
    switch (item.kind) {
      case ItemKind::kSentence:
        line(f, sentence(f, item.text));
        return;
      case ItemKind::kRemark:
        line(f, {{std::string(item.text), false, true}});
        return;
      case ItemKind::kRecord: {
        const Items own = inside(f.items, at);
        frames_.push_back({own, f.tape, below_headline(f), {}, true});
        return;
      }
      case ItemKind::kList:
      case ItemKind::kElements:
        list(f, at);
        return;
      default:
        return;
    }
  }

  // The first sentence is the headline of its record, others are below it.
  void line(Frame& f, std::vector<Piece> pieces) {
    const int depth = below_headline(f);
    f.said = true;
    add(BlockKind::kLine, depth).pieces = std::move(pieces);
  }

  void list(const Frame& f, std::size_t at) {
    const Item& item = f.items[at];
    const ListStyle& style = *item.style;
    const Tape* home = nullptr;
    const List list = lists_.open(*f.tape, f.items, at, most(style), &home);
    if (list.count == 0) return;
    const bool tells = list.are_records && !list.items.empty() &&
                       has_sentence(inside(list.items, 0));
    if (style.title.empty() && !tells) return;
    int depth = below_headline(f);
    if (!style.title.empty()) {
      Block& title = add(BlockKind::kTitle, depth++);
      title.pieces.push_back({std::string(style.title), false, true});
      if (style.shows_count)
        title.pieces.push_back({fmt::format(": {}", list.count), false, true});
    }
    if (list.are_records && !tells) return table(list, style, depth, *home);
    Frame next{list.items, home, depth, list, false};
    next.style = &style;
    frames_.push_back(next);
  }

  // In a record with a headline, what belongs to it is below it.
  int below_headline(const Frame& f) const {
    return f.depth + (f.said && (f.depth > 0 || in_list()) ? 1 : 0);
  }

  bool in_list() const {
    return frames_.size() > 1 && !frames_[frames_.size() - 2].is_record;
  }

  void step_list(Frame& f) {
    if (f.at == f.items.size() || f.shown == most(*f.style)) {
      if (f.shown < f.list.count) more(f.depth, f.list.count - f.shown);
      return frames_.pop_back();
    }
    const std::size_t at = f.at;
    f.at = after(f.items, at);
    ++f.shown;
    if (f.items[at].kind == ItemKind::kRecord) {
      const Items own = inside(f.items, at);
      const int depth = f.depth;
      frames_.push_back({own, f.tape, depth, {}, true});
      return;
    }
    std::vector<Piece> pieces;
    if (f.style->is_chain && f.shown > 1) pieces.push_back({"-> ", false});
    if (f.items[at].kind == ItemKind::kList) {
      const Tape* home = nullptr;
      add_names(lists_.open(*f.tape, f.items, at, kMaxChain + 1, &home),
                f.items[at].style->is_chain, pieces);
    } else {
      pieces.push_back({leaf_text(f.items[at]), is_name(f.items[at])});
    }
    add(BlockKind::kLine, f.depth).pieces = std::move(pieces);
  }

  void more(int depth, std::size_t count) {
    add(BlockKind::kLine, depth)
        .pieces.push_back({fmt::format("and {} more", count), false});
  }

  // Does the field fit into a cell, and is it wanted?
  static bool is_column(const Item& item, const ListStyle& style) {
    if (item.key.empty()) return false;
    if (!style.columns.empty())
      return std::find(style.columns.begin(), style.columns.end(), item.key) !=
             style.columns.end();
    return is_leaf(item);
  }

  // The fields that hold a record in some row: null is none there, where it is
  // "not known" for others.
  static std::set<std::string_view> record_keys(const List& list) {
    std::set<std::string_view> out;
    for (std::size_t at = 0; at < list.items.size();
         at = after(list.items, at)) {
      const Items row = inside(list.items, at);
      for (std::size_t i = 0; i < row.size(); i = after(row, i))
        if (row[i].kind == ItemKind::kRecord) out.insert(row[i].key);
    }
    return out;
  }

  void table(const List& list, const ListStyle& style, int depth,
             const Tape& tape) {
    const std::set<std::string_view> records = record_keys(list);
    Block table;
    std::size_t shown = 0;
    for (std::size_t at = 0; at < list.items.size() && shown < most(style);
         at = after(list.items, at), ++shown) {
      const Items row = inside(list.items, at);
      std::vector<Cell>& cells = table.rows.emplace_back();
      for (std::size_t i = 0; i < row.size(); i = after(row, i)) {
        if (!is_column(row[i], style)) continue;
        std::vector<Piece> pieces;
        if (row[i].kind != ItemKind::kUnknown || !records.contains(row[i].key))
          add_field(row, i, tape, pieces);
        Cell& cell = cells.emplace_back();
        for (const Piece& piece : pieces) cell.text += piece.text;
        cell.is_name = pieces.size() == 1 && pieces.front().is_name;
        if (shown > 0) continue;
        table.columns.emplace_back(row[i].key);
        std::replace(table.columns.back().begin(), table.columns.back().end(),
                     '_', ' ');
        table.is_right.push_back(is_number(row[i]) ||
                                 (row[i].kind == ItemKind::kUnknown &&
                                  !records.contains(row[i].key)));
      }
    }
    table.kind = BlockKind::kTable;
    table.depth = depth;
    add_block(std::move(table));
    if (shown < list.count) more(depth, list.count - shown);
  }

  void add_field(Items record, std::size_t at, const Tape& tape,
                 std::vector<Piece>& out) {
    const Item& item = record[at];
    if (item.kind == ItemKind::kRecord)
      return add_leaves(inside(record, at), out);
    if (item.kind != ItemKind::kList && item.kind != ItemKind::kElements) {
      out.push_back({leaf_text(item), is_name(item)});
      return;
    }
    const Tape* home = nullptr;
    const List list = lists_.open(tape, record, at, kMaxChain + 1, &home);
    if (list.are_records)
      out.push_back({std::to_string(list.count), false});
    else
      add_names(list, item.style->is_chain, out);
  }

  // A record in a cell: "m.example/fork v1.2.0".
  static void add_leaves(Items record, std::vector<Piece>& out) {
    for (std::size_t at = 0; at < record.size(); at = after(record, at)) {
      if (!is_leaf(record[at])) continue;
      std::string text = leaf_text(record[at]);
      if (text.empty()) continue;
      if (!out.empty()) out.push_back({" ", false});
      out.push_back({std::move(text), is_name(record[at])});
    }
  }

  // `text` with the fields in its braces.
  std::vector<Piece> sentence(const Frame& f, std::string_view text) {
    std::vector<Piece> out;
    while (!text.empty()) {
      const std::size_t begin = std::min(text.find('{'), text.size());
      if (begin > 0)
        out.push_back({std::string(text.substr(0, begin)), false, true});
      text.remove_prefix(begin);
      if (text.empty()) break;
      const std::size_t end = text.find('}');
      add_reference(f, text.substr(1, end - 1), out);
      text.remove_prefix(end + 1);
    }
    return out;
  }

  static std::size_t find_key(Items items, std::string_view key) {
    std::size_t at = 0;
    while (at < items.size() && items[at].key != key) at = after(items, at);
    return at;
  }

  // "key", "key#noun|plural", or "record.key".
  void add_reference(const Frame& f, std::string_view reference,
                     std::vector<Piece>& out) {
    const std::size_t hash = reference.find('#');
    std::string_view key = reference.substr(0, hash);
    Items items = f.items;
    if (const std::size_t dot = key.find('.'); dot != std::string_view::npos) {
      const std::size_t record = find_key(items, key.substr(0, dot));
      const bool is_there =
          record < items.size() && items[record].kind == ItemKind::kRecord;
      items = is_there ? inside(items, record) : Items();
      key.remove_prefix(dot + 1);
    }
    const std::size_t at = find_key(items, key);
    if (at == items.size()) {
      out.push_back({fmt::format("{{{}}}", reference), false});
      return;
    }
    if (hash == std::string_view::npos)
      return add_field(items, at, *f.tape, out);
    const Item& item = items[at];
    std::uint64_t n = item.number;
    const Tape* home = nullptr;
    if (item.kind == ItemKind::kList || item.kind == ItemKind::kElements)
      n = lists_.open(*f.tape, items, at, 0, &home).count;
    out.push_back({counted_noun(n, reference.substr(hash + 1)), false});
  }

  Block& add(BlockKind kind, int depth) {
    Block block;
    block.kind = kind;
    block.depth = depth;
    return add_block(std::move(block));
  }

  // Sections, and what follows something deeper at the left edge, are set
  // apart.
  Block& add_block(Block block) {
    const bool apart =
        block.depth == 0 && !out_.empty() &&
        (block.kind == BlockKind::kTitle || out_.back().depth > 0 ||
         out_.back().kind == BlockKind::kTable);
    if (apart) out_.push_back({BlockKind::kBreak, 0, {}, {}, {}, {}});
    return out_.emplace_back(std::move(block));
  }

  Length length_;
  Lists lists_;
  std::vector<Frame> frames_;
  std::vector<Block> out_;
};

}  // namespace

std::vector<Block> blocks_of(const Document& document, Length length) {
  return BlockMaker(document, length).make();
}

std::string bytes_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits = {"KiB", "MiB", "GiB",
                                                      "TiB"};
  if (bytes < 1024) return fmt::format("{} B", bytes);
  auto value = static_cast<double>(bytes) / 1024;
  std::size_t unit = 0;
  // What would be printed as 1024.0 is one of the next unit.
  while (value >= 1023.95 && unit + 1 < kUnits.size()) {
    value /= 1024;
    ++unit;
  }
  return fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string seconds_text(std::uint64_t nanoseconds) {
  const std::uint64_t ms =
      nanoseconds / 1'000'000 + (nanoseconds % 1'000'000 >= 500'000 ? 1 : 0);
  return fmt::format("{}.{:03} s", ms / 1000, ms % 1000);
}

std::string exact_seconds(std::uint64_t nanoseconds) {
  constexpr std::uint64_t kSecond = 1'000'000'000;
  std::string out = std::to_string(nanoseconds / kSecond);
  if (nanoseconds % kSecond == 0) return out;
  out += fmt::format(".{:09}", nanoseconds % kSecond);
  out.erase(out.find_last_not_of('0') + 1);
  return out;
}

std::string leaf_text(const Item& item) {
  switch (item.kind) {
    case ItemKind::kUnknown:
      return "?";
    case ItemKind::kFlag:
      return item.number != 0 ? "yes" : "no";
    case ItemKind::kCount:
      return std::to_string(item.number);
    case ItemKind::kNumber:
      return fmt::format("{:.1f}", std::bit_cast<double>(item.number));
    case ItemKind::kBytes:
      return bytes_text(item.number);
    case ItemKind::kSeconds:
      return seconds_text(item.number);
    case ItemKind::kLocation:
      return fmt::format("{}:{}", item.text, item.number >> 32);
    default:
      return std::string(item.text);
  }
}

}  // namespace modgraph
