#pragma once

// A document: one answer, written down once, as data. The function that makes
// it knows the question; the renderers in exporters/document know documents
// only, so that every answer has every format.
//
// A document is a tape: a flat vector of items in the order in which they are
// written, records and lists between a begin and an end. Nothing nests in
// memory, so nothing recurses, and a list as long as the graph is not held: its
// elements come from a function, a few hundred at a time.
//
// For people, a record can carry sentences about its own fields, and a list a
// title. JSON and CSV leave both out, and hold all that a sentence can say.
//
// Tested by tests/engine/document/document_test.cc.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/shape.h"

namespace modgraph {

class Document;
class RecordWriter;

enum class ItemKind : std::uint8_t {
  kRecord,  // until kEndRecord
  kEndRecord,
  kList,  // until kEndList; text: the title, "" for none
  kEndList,
  kElements,  // a list whose elements a function writes: number is its index
  kNames,     // a list of names: number is its index; see Tape::hold_names()
  kUnknown,   // null
  kFlag,
  kCount,
  kNumber,  // number: the bits of a double
  kBytes,
  kSeconds,  // number: nanoseconds
  kText,
  kModule,
  kVersion,
  kModuleVersion,  // text: "path@version" or "path"; number: 1 for a name in
                   // which nothing is to be escaped
  kCommand,
  kLocation,  // text: the file, number: line << 32 | column
  kSentence,  // for people: "{module} requires {version}"
  kRemark,    // for people: prose that is no data
};

/// How people see a list.
struct ListStyle {
  /// "": its rows stand alone; without sentences they are not shown at all.
  std::string_view title = {};
  std::size_t max_shown = 12;  // rows; then "and N more"
  bool is_chain = false;       // each element leads to the next: "a -> b"
  bool shows_count = true;     // "title: 3"
  /// The columns of a list whose records have no sentence. Empty: all fields
  /// that fit into a cell.
  std::vector<std::string_view> columns = {};
};

struct Item {
  ItemKind kind = ItemKind::kUnknown;
  std::string_view key;  // a literal; "" for an element of a list
  std::string_view text;
  std::uint64_t number = 0;          // of a begin: how far behind it its end is
  const ListStyle* style = nullptr;  // of kList and kElements
};

/// A module version: version "" for a main module.
struct ModuleRef {
  std::string_view path;
  std::string_view version;
};

/// A place in a file. Lines and columns count from 1.
struct Place {
  std::string_view file;
  int line = 0;
  int column = 0;
};

/// A list whose elements are written when they are needed.
struct Elements {
  std::size_t count = 0;
  std::size_t work = 0;  // about as many steps as writing all of them takes
  bool are_records = true;
  bool borrows = false;  // all text that is written outlives the document
  /// Writes element `i`: the fields of a record, or one value with the key "".
  /// Called from several threads at a time.
  std::function<void(RecordWriter& out, std::size_t i)> write;
};

/// A list of names "path@version" that lie elsewhere.
struct NameList {
  const void* names = nullptr;
  const void* ids = nullptr;
  std::size_t count = 0;
  bool are_plain = false;  // as RecordWriter::known_name() has it
  std::string_view (*name)(const NameList& list, std::size_t i) = nullptr;
};

/// Items and the text that they point to.
class Tape {
 public:
  Tape() = default;
  Tape(Tape&&) = default;
  Tape& operator=(Tape&&) = default;
  Tape(const Tape&) = delete;
  Tape& operator=(const Tape&) = delete;

  std::span<const Item> items() const { return items_; }
  const Elements& elements(const Item& item) const {
    return elements_[static_cast<std::size_t>(item.number)];
  }

  const NameList& names(const Item& item) const {
    return names_[static_cast<std::size_t>(item.number)];
  }

  /// From here on a list of known names is one item, kNames, and not an item a
  /// name. Such lists are most of a large report.
  void hold_names() { holds_names_ = true; }

  /// Forgets everything but the memory.
  void clear();

  /// A copy that lives as long as the tape.
  std::string_view keep(std::string_view text) { return keep(text, {}, {}); }
  /// The three in a row.
  std::string_view keep(std::string_view a, std::string_view b,
                        std::string_view c);

 private:
  friend class RecordWriter;

  std::vector<Item> items_;
  std::vector<std::size_t> open_;  // indices of begins whose ends are to come
  std::vector<NameList> names_;
  bool holds_names_ = false;
  std::deque<Elements> elements_;
  std::deque<ListStyle> styles_;
  std::deque<std::string> blocks_;  // of kept text; never moved
  std::size_t used_blocks_ = 0;
};

/// Writes the fields of one record, or one element. Keys are literals. Text is
/// copied, unless the writer borrows: then it must outlive the tape.
class RecordWriter {
 public:
  explicit RecordWriter(Tape& tape, bool borrows = false)
      : tape_(tape), borrows_(borrows) {}

  void unknown(std::string_view key) { add(ItemKind::kUnknown, key); }
  void flag(std::string_view key, bool value) {
    add(ItemKind::kFlag, key).number = value ? 1 : 0;
  }
  void flag(std::string_view key, std::optional<bool> value) {
    value ? flag(key, *value) : unknown(key);
  }
  void count(std::string_view key, std::uint64_t value) {
    add(ItemKind::kCount, key).number = value;
  }
  template <class T>
  void count(std::string_view key, const std::optional<T>& value) {
    if (value)
      count(key, static_cast<std::uint64_t>(*value));
    else
      unknown(key);
  }
  void number(std::string_view key, double value);
  void bytes(std::string_view key, std::uint64_t value);
  void bytes(std::string_view key, std::optional<std::uint64_t> value);
  void seconds(std::string_view key, std::uint64_t nanoseconds);

  void text(std::string_view key, std::string_view value) {
    value = kept(value);
    add(ItemKind::kText, key).text = value;
  }
  template <std::same_as<std::optional<std::string>> T>
  void text(std::string_view key, const T& value) {
    value ? text(key, std::string_view(*value)) : unknown(key);
  }
  void command(std::string_view key, std::string_view line);
  void module(std::string_view key, std::string_view path);
  void version(std::string_view key, std::string_view version);
  template <std::same_as<std::optional<std::string>> T>
  void version(std::string_view key, const T& value) {
    value ? version(key, std::string_view(*value)) : unknown(key);
  }
  /// "module" and "version", as two fields.
  void module_and_version(ModuleRef module);
  void module_version(std::string_view key, ModuleRef module);
  /// `name` is "path@version", or "path" for a main module.
  void module_version(std::string_view key, std::string_view name);
  /// The same for a name that outlives the tape. `is_plain`: its bytes are
  /// printable ASCII without quote and backslash, so that nothing is escaped.
  void known_name(std::string_view key, std::string_view name, bool is_plain) {
    Item& item = add(ItemKind::kModuleVersion, key);
    item.text = name;
    item.number = is_plain ? 1 : 0;
  }
  /// A list of such names: `names[id]` for each of `ids`; `names.are_plain()`.
  /// Both outlive the document.
  template <class Names, class Id>
  void known_names(std::string_view key, std::span<const Id> ids,
                   const Names& names) {
    if (tape_.holds_names_) {
      add(ItemKind::kNames, key).number = tape_.names_.size();
      tape_.names_.push_back(
          {&names, ids.data(), ids.size(), names.are_plain(),
           [](const NameList& list, std::size_t i) {
             const auto* known = static_cast<const Names*>(list.names);
             return (*known)[static_cast<const Id*>(list.ids)[i]];
           }});
      return;
    }
    begin_list(key);
    for (const Id id : ids) known_name({}, names[id], names.are_plain());
    end_list();
  }
  void location(std::string_view key, const Place& place);
  void location(std::string_view key, const std::optional<Place>& place);

  /// `names` are any strings "path@version".
  template <class Names>
  void module_versions(std::string_view key, const Names& names) {
    begin_list(key);
    for (const auto& name : names) module_version({}, std::string_view{name});
    end_list();
  }
  template <class Names>
  void module_versions(std::string_view key, const Names& names,
                       ListStyle style) {
    begin_list(key, std::move(style));
    for (const auto& name : names) module_version({}, std::string_view{name});
    end_list();
  }
  template <class Names>
  void texts(std::string_view key, const Names& names, ListStyle style = {}) {
    begin_list(key, std::move(style));
    for (const auto& name : names) text({}, std::string_view{name});
    end_list();
  }
  template <class Names>
  void commands(std::string_view key, const Names& lines,
                ListStyle style = {}) {
    begin_list(key, std::move(style));
    for (const auto& line : lines) command({}, std::string_view(line));
    end_list();
  }

  template <class Write>
  void record(std::string_view key, Write write) {
    begin_record(key);
    write();
    end_record();
  }
  /// One record for each of `rows`: `write(row)` writes its fields here.
  template <class Rows, class Write>
  void list(std::string_view key, ListStyle style, const Rows& rows,
            Write write) {
    begin_list(key, std::move(style));
    for (const auto& row : rows) {
      begin_record({});
      write(row);
      end_record();
    }
    end_list();
  }
  /// A list that may be as long as the graph.
  void elements(std::string_view key, ListStyle style, Elements elements);

  /// The fields of another document, which must outlive the tape.
  void append(const Document& document);

  void begin_record(std::string_view key);
  void end_record();
  void begin_list(std::string_view key);
  void begin_list(std::string_view key, ListStyle style);
  void end_list();

  /// A sentence about the fields of this record, each in braces, or those of a
  /// record in it: `{replaced_by.path}`. `{n#module}` counts: "1 module",
  /// "2 modules"; `{n#entry|entries}` knows the plural.
  /// A literal: what comes from the input comes as a field.
  void say(std::string_view sentence);
  /// The same of parts that were put together: it is copied.
  void say_made(std::string_view sentence) { say(tape_.keep(sentence)); }
  /// Prose for people that is no data: what to do next, what a number means.
  void remark(std::string_view prose);

 private:
  Item& add(ItemKind kind, std::string_view key) {
    Item& item = tape_.items_.emplace_back();
    item.kind = kind;
    item.key = key;
    return item;
  }
  void begin(ItemKind kind, std::string_view key);
  void end(ItemKind kind);

  std::string_view kept(std::string_view text) {
    return borrows_ ? text : tape_.keep(text);
  }

  Tape& tape_;
  bool borrows_;
};

/// One answer. Move-only. What it borrows must outlive it.
class Document {
 public:
  /// `write` writes the fields of `shape.top`, in their order.
  template <class Write>
  Document(const DocumentShape& shape, Write write) : shape_(&shape) {
    RecordWriter out(tape_);
    write(out);
  }

  const DocumentShape& shape() const { return *shape_; }
  const Tape& tape() const { return tape_; }
  std::span<const Item> items() const { return tape_.items(); }

 private:
  const DocumentShape* shape_;
  Tape tape_;
};

/// The index behind the value that begins at `at`: behind its end for a record
/// or a list.
inline std::size_t after(std::span<const Item> items, std::size_t at) {
  const ItemKind kind = items[at].kind;
  return kind == ItemKind::kRecord || kind == ItemKind::kList
             ? at + static_cast<std::size_t>(items[at].number) + 1
             : at + 1;
}

/// The items of the record or list that begins at `at`, without its begin and
/// its end.
inline std::span<const Item> inside(std::span<const Item> items,
                                    std::size_t at) {
  return items.subspan(at + 1, static_cast<std::size_t>(items[at].number) - 1);
}

/// The index of the main table; nothing for a document without one, or whose
/// table is not known.
std::optional<std::size_t> main_table(const Document& document);

}  // namespace modgraph
