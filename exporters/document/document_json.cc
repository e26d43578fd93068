#include "exporters/document/document_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

#include "exporters/document/document_blocks.h"
#include "exporters/text/escape.h"
#include "exporters/text/sink.h"

namespace modgraph {
namespace {

char* copied(char* to, std::string_view text) {
  return std::copy(text.begin(), text.end(), to);
}

// `before`, then the text in quotes, in one piece.
void put_plain_string(Sink& out, std::string_view before,
                      std::string_view text) {
  const std::size_t size = before.size() + text.size() + 2;
  char* to = copied(out.room(size), before);
  *to = '"';
  *copied(to + 1, text) = '"';
  out.wrote(size);
}

// Names come by the million: those of a graph were looked at before.
void put_known_name(Sink& out, std::string_view before, std::string_view name,
                    bool is_plain) {
  if (is_plain) return put_plain_string(out, before, name);
  out.put(before);
  put_json_string(out, name);
}

// `before`, then the key with its colon.
void put_key(Sink& out, std::string_view before, std::string_view key) {
  const std::size_t size = before.size() + key.size() + 4;
  char* to = copied(out.room(size), before);
  *to = '"';
  copied(copied(to + 1, key), "\": ");
  out.wrote(size);
}

void put_location(Sink& out, const Item& item) {
  out.put("{\"file\": ");
  put_json_string(out, item.text);
  out.put(", \"line\": ");
  out.put_number(item.number >> 32);
  out.put(", \"column\": ");
  out.put_number(item.number & 0xffffffff);
  out.put('}');
}

void put_leaf(Sink& out, const Item& item) {
  switch (item.kind) {
    case ItemKind::kFlag:
      out.put(item.number != 0 ? std::string_view("true")
                               : std::string_view("false"));
      return;
    case ItemKind::kCount:
    case ItemKind::kBytes:
      out.put_number(item.number);
      return;
    case ItemKind::kNumber:
      // Fixed, so that rounding in the last places never shows.
      out.put(fmt::format("{:.3f}", std::bit_cast<double>(item.number)));
      return;
    case ItemKind::kSeconds:
      out.put(exact_seconds(item.number));
      return;
    case ItemKind::kModuleVersion:
      put_known_name(out, {}, item.text, item.number == 1);
      return;
    case ItemKind::kLocation:
      put_location(out, item);
      return;
    case ItemKind::kText:
    case ItemKind::kModule:
    case ItemKind::kVersion:
    case ItemKind::kCommand:
      put_json_string(out, item.text);
      return;
    default:
      out.put("null");
  }
}

// Values have lines of their own in two places: the fields of the document, and
// the records of their lists. All that is inside those is on their line.
enum class Lines : std::uint8_t { kOfDocument, kOfTopList, kNone };

class TapeWriter {
 public:
  TapeWriter(const Tape& tape, Sink& out) : tape_(tape), out_(out) {}

  // The fields of the document, after others.
  void fields_after_others() {
    lines_ = Lines::kOfDocument;
    has_some_ = true;
    put_items();
  }
  // The records of one list, each on a line of its own.
  void lines(std::size_t list) {
    const std::span<const Item> items = tape_.items();
    if (items[list].kind == ItemKind::kElements)
      return element_lines(tape_.elements(items[list]));
    for (std::size_t at = list + 1; items[at].kind != ItemKind::kEndList;) {
      const std::size_t end = after(items, at);
      has_some_ = false;
      for (; at < end; ++at) put(items[at]);
      out_.put('\n');
    }
  }
  // The fields of one record, or one element.
  void element(bool is_record) {
    has_some_ = false;
    if (is_record) out_.put('{');
    put_items();
    if (is_record) out_.put('}');
  }

 private:
  void put_items() {
    const std::span<const Item> items = tape_.items();
    for (std::size_t at = 0; at < items.size(); ++at) {
      const Item& item = items[at];
      if (item.kind >= ItemKind::kUnknown && item.kind <= ItemKind::kLocation) {
        before(item);
        put_leaf(out_, item);
        continue;
      }
      put(item);
    }
  }

  void put(const Item& item) {
    switch (item.kind) {
      case ItemKind::kSentence:
      case ItemKind::kRemark:
        return;
      case ItemKind::kRecord:
        before(item);
        out_.put('{');
        ++inner_;
        has_some_ = false;
        return;
      case ItemKind::kList:
        before(item);
        out_.put('[');
        begin_list();
        return;
      case ItemKind::kEndRecord:
        --inner_;
        has_some_ = true;
        out_.put('}');
        return;
      case ItemKind::kEndList:
        end_list();
        return;
      case ItemKind::kElements:
        before(item);
        elements(tape_.elements(item),
                 inner_ == 0 && lines_ == Lines::kOfDocument);
        return;
      case ItemKind::kNames:
        before(item);
        return put_names(tape_.names(item));
      default:
        before(item);
        put_leaf(out_, item);
    }
  }

  void before(const Item& item) {
    std::string_view comma;
    if (has_own_lines())
      comma = line_before(item);
    else if (has_some_)
      comma = ", ";
    has_some_ = true;
    if (!item.key.empty())
      put_key(out_, comma, item.key);
    else if (!comma.empty())
      out_.put(comma);
  }

  bool has_own_lines() const { return inner_ == 0 && lines_ != Lines::kNone; }

  std::string_view line_before(const Item& item) {
    if (lines_ == Lines::kOfDocument) return has_some_ ? ",\n" : "\n";
    if (item.kind != ItemKind::kRecord) return has_some_ ? "," : "";
    has_lines_ = true;
    return has_some_ ? ",\n  " : "\n  ";
  }

  void begin_list() {
    has_some_ = false;
    if (inner_ > 0 || lines_ != Lines::kOfDocument) {
      ++inner_;
      return;
    }
    lines_ = Lines::kOfTopList;
    has_lines_ = false;
  }
  void end_list() {
    has_some_ = true;
    if (inner_ > 0) {
      --inner_;
    } else {
      if (has_lines_) out_.put('\n');
      lines_ = Lines::kOfDocument;
    }
    out_.put(']');
  }

  void put_names(const NameList& list) {
    out_.put('[');
    for (std::size_t i = 0; i < list.count; ++i)
      put_known_name(out_, i == 0 ? std::string_view() : ", ",
                     list.name(list, i), list.are_plain);
    out_.put(']');
  }

  void elements(const Elements& all, bool own_lines) {
    out_.put('[');
    put_in_pieces(out_, all.work, all.count,
                  [&](Sink& out, std::size_t begin, std::size_t end) {
                    Tape tape;
                    tape.hold_names();
                    TapeWriter json(tape, out);
                    for (std::size_t i = begin; i < end; ++i) {
                      if (i > 0) out.put(own_lines ? "," : ", ");
                      if (own_lines) out.put("\n  ");
                      tape.clear();
                      RecordWriter writer(tape, all.borrows);
                      all.write(writer, i);
                      json.element(all.are_records);
                    }
                  });
    out_.put(own_lines && all.count > 0 ? "\n]" : "]");
  }

  void element_lines(const Elements& all) {
    put_in_pieces(out_, all.work, all.count,
                  [&](Sink& out, std::size_t begin, std::size_t end) {
                    Tape tape;
                    tape.hold_names();
                    TapeWriter json(tape, out);
                    for (std::size_t i = begin; i < end; ++i) {
                      tape.clear();
                      RecordWriter writer(tape, all.borrows);
                      all.write(writer, i);
                      json.element(all.are_records);
                      out.put('\n');
                    }
                  });
  }

  const Tape& tape_;
  Sink& out_;
  Lines lines_ = Lines::kNone;
  std::size_t inner_ = 0;   // records and lists that are open on one line
  bool has_some_ = false;   // a comma comes first
  bool has_lines_ = false;  // the end of a top list goes to a line of its own
};

}  // namespace

void write_document_json(const Document& document, Sink& out) {
  out.put(fmt::format("{{\n\"schema_version\": {},\n\"document\": ",
                      kSchemaVersion));
  put_json_string(out, document.shape().name);
  TapeWriter(document.tape(), out).fields_after_others();
  out.put("\n}\n");
}

void write_document_ndjson(const Document& document, Sink& out) {
  if (const auto table = main_table(document))
    TapeWriter(document.tape(), out).lines(*table);
}

}  // namespace modgraph
