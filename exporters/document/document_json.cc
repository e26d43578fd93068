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

void put_module_version(Sink& out, const Item& item) {
  // Names come by the million: those of a graph were looked at before.
  item.number == 1 ? put_plain_string(out, {}, item.text)
                   : put_json_string(out, item.text);
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
      put_module_version(out, item);
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

// The place of a value decides on which line it begins: the fields of the
// document and the elements of their lists have lines of their own.
enum class Depth : std::uint8_t { kDocument, kTopList, kInner };

class TapeWriter {
 public:
  TapeWriter(const Tape& tape, Sink& out) : tape_(tape), out_(out) {}

  // The fields of the document, after others.
  void fields_after_others() {
    open_.push_back({Depth::kDocument, true, false});
    put_items();
  }
  // The records of one list, each on a line of its own.
  void lines(std::size_t list) {
    const std::span<const Item> items = tape_.items();
    if (items[list].kind == ItemKind::kElements)
      return element_lines(tape_.elements(items[list]));
    open_.push_back({});
    for (std::size_t at = list + 1; items[at].kind != ItemKind::kEndList;) {
      const std::size_t end = after(items, at);
      open_.back().has_some = false;
      for (; at < end; ++at) put(items[at]);
      out_.put('\n');
    }
  }
  // The fields of one record, or one element.
  void element(bool is_record) {
    open_.clear();
    open_.push_back({Depth::kInner, false, is_record});
    if (is_record) out_.put('{');
    put_items();
    if (is_record) out_.put('}');
  }

 private:
  struct Open {
    Depth depth = Depth::kInner;
    bool has_some = false;  // a comma comes first
    bool is_record = false;
    bool has_lines = false;  // an end goes to a line of its own
  };

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
      if (item.kind != ItemKind::kList || open_.back().depth == Depth::kTopList)
        continue;
      const std::size_t names = put_names(items, at);
      open_.back().has_some = names > 0;
      at += names;
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
        open_.push_back({Depth::kInner, false, true});
        return;
      case ItemKind::kList: {
        before(item);
        out_.put('[');
        const bool top = open_.back().depth == Depth::kDocument;
        open_.push_back({top ? Depth::kTopList : Depth::kInner, false, false});
        return;
      }
      case ItemKind::kEndRecord:
        open_.pop_back();
        out_.put('}');
        return;
      case ItemKind::kEndList:
        if (open_.back().has_lines) out_.put('\n');
        out_.put(']');
        open_.pop_back();
        return;
      case ItemKind::kElements:
        before(item);
        elements(tape_.elements(item), open_.back().depth == Depth::kDocument);
        return;
      default:
        before(item);
        put_leaf(out_, item);
    }
  }

  void before(const Item& item) {
    Open& in = open_.back();
    std::string_view comma;
    if (in.depth == Depth::kInner) {
      if (in.has_some) comma = ", ";
    } else {
      comma = line_before(item, in);
    }
    in.has_some = true;
    if (!item.key.empty())
      put_key(out_, comma, item.key);
    else if (!comma.empty())
      out_.put(comma);
  }

  // The fields of the document and the records of their lists have lines of
  // their own.
  static std::string_view line_before(const Item& item, Open& in) {
    if (in.depth == Depth::kDocument) return in.has_some ? ",\n" : "\n";
    if (item.kind != ItemKind::kRecord) return in.has_some ? "," : "";
    in.has_lines = true;
    return in.has_some ? ",\n  " : "\n  ";
  }

  // How many names in a row the list that begins at `at` begins with; they are
  // written here.
  std::size_t put_names(std::span<const Item> items, std::size_t at) {
    std::size_t count = 0;
    for (++at;
         items[at].kind == ItemKind::kModuleVersion && items[at].number == 1;
         ++at, ++count)
      put_plain_string(out_, count == 0 ? std::string_view() : ", ",
                       items[at].text);
    return count;
  }

  void elements(const Elements& all, bool own_lines) {
    out_.put('[');
    put_in_pieces(out_, all.work, all.count,
                  [&](Sink& out, std::size_t begin, std::size_t end) {
                    Tape tape;
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
  std::vector<Open> open_;
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
