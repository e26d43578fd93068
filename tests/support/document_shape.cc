#include "tests/support/document_shape.h"

#include <fmt/format.h>

namespace modgraph::test {
namespace {

using Items = std::span<const Item>;

bool is_data(const Item& item) {
  return item.kind != ItemKind::kSentence && item.kind != ItemKind::kRemark;
}

std::string_view kind_name(ItemKind kind) {
  switch (kind) {
    case ItemKind::kRecord:
      return "a record";
    case ItemKind::kList:
    case ItemKind::kElements:
      return "a list";
    case ItemKind::kUnknown:
      return "null";
    case ItemKind::kFlag:
      return "a flag";
    case ItemKind::kCount:
      return "a count";
    case ItemKind::kNumber:
      return "a number";
    case ItemKind::kBytes:
      return "bytes";
    case ItemKind::kSeconds:
      return "seconds";
    case ItemKind::kText:
      return "a text";
    case ItemKind::kModule:
      return "a module";
    case ItemKind::kVersion:
      return "a version";
    case ItemKind::kModuleVersion:
      return "a module version";
    case ItemKind::kCommand:
      return "a command";
    case ItemKind::kLocation:
      return "a location";
    default:
      return "no data";
  }
}

bool is_of(ItemKind kind, FieldType type) {
  switch (type) {
    case FieldType::kFlag:
      return kind == ItemKind::kFlag;
    case FieldType::kCount:
      return kind == ItemKind::kCount;
    case FieldType::kNumber:
      return kind == ItemKind::kNumber || kind == ItemKind::kCount ||
             kind == ItemKind::kBytes || kind == ItemKind::kSeconds;
    case FieldType::kBytes:
      return kind == ItemKind::kBytes;
    case FieldType::kSeconds:
      return kind == ItemKind::kSeconds;
    case FieldType::kText:
      return kind == ItemKind::kText;
    case FieldType::kModule:
      return kind == ItemKind::kModule;
    case FieldType::kVersion:
      return kind == ItemKind::kVersion;
    case FieldType::kModuleVersion:
      return kind == ItemKind::kModuleVersion;
    case FieldType::kCommand:
      return kind == ItemKind::kCommand;
    case FieldType::kLocation:
      return kind == ItemKind::kLocation;
    case FieldType::kRecord:
      return kind == ItemKind::kRecord;
  }
  return false;
}

// Shapes are not deep, so recursion is fine here.
class Check {
 public:
  std::string record(const std::string& place, const Tape& tape, Items items,
                     std::span<const FieldShape> fields) {
    std::size_t next = 0;
    for (std::size_t at = 0; at < items.size(); at = after(items, at)) {
      if (items[at].kind == ItemKind::kSentence)
        if (std::string wrong = sentence(items[at].text, items); !wrong.empty())
          return place + ": " + wrong;
      if (!is_data(items[at])) continue;
      if (next == fields.size())
        return fmt::format("{}: '{}' is too much", place, items[at].key);
      const FieldShape& field = fields[next++];
      if (items[at].key != field.name)
        return fmt::format("{}: '{}' where '{}' is due", place, items[at].key,
                           field.name);
      if (std::string wrong = value(place + "." + std::string(field.name), tape,
                                    items, at, field, field.nesting);
          !wrong.empty())
        return wrong;
    }
    if (next < fields.size())
      return fmt::format("{}: '{}' is missing", place, fields[next].name);
    return "";
  }

 private:
  std::string value(const std::string& place, const Tape& tape, Items items,
                    std::size_t at, const FieldShape& field, Nesting nesting) {
    const Item& item = items[at];
    if (item.kind == ItemKind::kUnknown && nesting == field.nesting)
      return field.nullable ? "" : place + " is null";
    if (nesting == Nesting::kOne) {
      if (!is_of(item.kind, field.type))
        return fmt::format("{} is {}", place, kind_name(item.kind));
      return field.type == FieldType::kRecord
                 ? record(place, tape, inside(items, at), field.record->fields)
                 : "";
    }
    const Nesting inner =
        nesting == Nesting::kList ? Nesting::kOne : Nesting::kList;
    if (item.kind == ItemKind::kElements)
      return elements(place, tape.elements(item), field, inner);
    if (item.kind != ItemKind::kList)
      return fmt::format("{} is {}, no list", place, kind_name(item.kind));
    const Items list = inside(items, at);
    for (std::size_t i = 0; i < list.size(); i = after(list, i))
      if (std::string wrong = value(place, tape, list, i, field, inner);
          !wrong.empty())
        return wrong;
    return "";
  }

  std::string elements(const std::string& place, const Elements& all,
                       const FieldShape& field, Nesting inner) {
    for (std::size_t i = 0; i < all.count; ++i) {
      Tape tape;
      RecordWriter writer(tape, all.borrows);
      if (all.are_records) writer.begin_record({});
      all.write(writer, i);
      if (all.are_records) writer.end_record();
      if (std::string wrong = value(place, tape, tape.items(), 0, field, inner);
          !wrong.empty())
        return wrong;
    }
    return "";
  }

  static std::size_t find(Items items, std::string_view key) {
    std::size_t at = 0;
    while (at < items.size() && (items[at].key != key || !is_data(items[at])))
      at = after(items, at);
    return at;
  }

  static std::string sentence(std::string_view text, Items items) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos;
         at = text.find('{', at + 1)) {
      const std::size_t end = text.find('}', at);
      if (end == std::string_view::npos) return "a brace stays open";
      const std::string_view reference = text.substr(at + 1, end - at - 1);
      const std::string_view key = reference.substr(0, reference.find('#'));
      const std::size_t dot = key.find('.');
      Items fields = items;
      if (dot != std::string_view::npos) {
        const std::size_t record = find(items, key.substr(0, dot));
        fields =
            record == items.size() || items[record].kind != ItemKind::kRecord
                ? Items()
                : inside(items, record);
      }
      const std::string_view name =
          dot == std::string_view::npos ? key : key.substr(dot + 1);
      if (find(fields, name) == fields.size())
        return fmt::format("a sentence speaks of '{}', which is no field", key);
    }
    return "";
  }
};

}  // namespace

std::string misfit(const Document& document) {
  return Check().record(std::string(document.shape().name), document.tape(),
                        document.items(), document.shape().top.fields);
}

}  // namespace modgraph::test
