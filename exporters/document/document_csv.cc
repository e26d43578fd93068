#include "exporters/document/document_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/document/document_blocks.h"
#include "exporters/text/escape.h"
#include "exporters/text/sink.h"

namespace modgraph {
namespace {

// A column: a field of the row, or a field of a record in it.
struct Column {
  std::string name;
  const FieldShape* field = nullptr;
  const FieldShape* inner = nullptr;
  int part = 0;  // of a location: 0 file, 1 line, 2 column
};

void add_columns(const FieldShape& field, const FieldShape* inner,
                 std::vector<Column>& out) {
  const FieldShape& leaf = inner != nullptr ? *inner : field;
  std::string name(field.name);
  if (inner != nullptr) name.append("_").append(inner->name);
  if (leaf.type != FieldType::kLocation || leaf.nesting != Nesting::kOne) {
    out.push_back({std::move(name), &field, inner, 0});
    return;
  }
  // Of a record's location the record says whose it is.
  const std::string outer =
      inner != nullptr ? std::string(field.name) + "_" : std::string();
  const std::string prefix = leaf.name == "location" ? outer : name + "_";
  int part = 0;
  for (const char* what : {"file", "line", "column"})
    out.push_back({prefix + what, &field, inner, part++});
}

std::vector<Column> columns_of(const RecordShape& row) {
  std::vector<Column> out;
  for (const FieldShape& field : row.fields) {
    if (field.type != FieldType::kRecord || field.nesting != Nesting::kOne) {
      add_columns(field, nullptr, out);
      continue;
    }
    for (const FieldShape& inner : field.record->fields)
      add_columns(field, &inner, out);
  }
  return out;
}

const Item* find_item(std::span<const Item> record, std::string_view key,
                      std::size_t& at) {
  for (at = 0; at < record.size(); at = after(record, at))
    if (record[at].key == key && record[at].kind != ItemKind::kSentence &&
        record[at].kind != ItemKind::kRemark)
      return &record[at];
  return nullptr;
}

// The elements of a list in one cell; of records their number.
std::string list_text(const Tape& tape, std::span<const Item> record,
                      std::size_t at) {
  const Item& item = record[at];
  Tape own;
  std::span<const Item> items;
  if (item.kind == ItemKind::kElements) {
    const Elements& all = tape.elements(item);
    if (all.are_records) return std::to_string(all.count);
    RecordWriter writer(own, all.borrows);
    for (std::size_t i = 0; i < all.count; ++i) all.write(writer, i);
    items = own.items();
  } else {
    items = inside(record, at);
  }
  std::string out;
  std::size_t nested = 0;
  for (std::size_t i = 0; i < items.size(); i = after(items, i)) {
    const ItemKind kind = items[i].kind;
    if (kind == ItemKind::kRecord || kind == ItemKind::kList) {
      ++nested;
    } else {
      if (!out.empty()) out += kind == ItemKind::kText ? "; " : " ";
      out += leaf_text(items[i]);
    }
  }
  return nested > 0 ? std::to_string(nested) : out;
}

std::string cell_of(const Tape& tape, std::span<const Item> row,
                    const Column& column) {
  std::size_t at = 0;
  const Item* item = find_item(row, column.field->name, at);
  if (item == nullptr) return {};
  if (column.inner != nullptr) {
    if (item->kind != ItemKind::kRecord) return {};
    row = inside(row, at);
    item = find_item(row, column.inner->name, at);
    if (item == nullptr) return {};
  }
  switch (item->kind) {
    case ItemKind::kUnknown:
      return {};
    case ItemKind::kFlag:
      return item->number != 0 ? "true" : "false";
    case ItemKind::kBytes:
      return std::to_string(item->number);
    case ItemKind::kSeconds:
      return exact_seconds(item->number);
    case ItemKind::kNumber:
      return fmt::format("{:.3f}", std::bit_cast<double>(item->number));
    case ItemKind::kLocation:
      return column.part == 0   ? csv_cell(item->text)
             : column.part == 1 ? std::to_string(item->number >> 32)
                                : std::to_string(item->number & 0xffffffff);
    case ItemKind::kList:
    case ItemKind::kElements:
      return csv_cell(list_text(tape, row, at));
    default:
      return csv_cell(leaf_text(*item));
  }
}

void put_csv_row(const Tape& tape, std::span<const Item> row,
                 const std::vector<Column>& columns, Sink& out) {
  bool first = true;
  for (const Column& column : columns) {
    if (!first) out.put(",");
    first = false;
    out.put(cell_of(tape, row, column));
  }
  out.put("\r\n");
}

const FieldShape* table_shape(const DocumentShape& shape) {
  for (const FieldShape& field : shape.top.fields)
    if (field.name == shape.main_table) return &field;
  return nullptr;
}

class TableWriter {
 public:
  explicit TableWriter(const DocumentShape& shape)
      : has_table_(table_shape(shape) != nullptr),
        columns_(
            columns_of(has_table_ ? *table_shape(shape)->record : shape.top)) {}

  // `before` is the head of columns before ours, with its comma.
  void put_head(std::string_view before, Sink& out) const {
    out.put(before);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      out.put(i == 0 ? "" : ",").put(columns_[i].name);
    out.put("\r\n");
  }

  // `before` are the cells before each row, with their comma.
  void put_rows(const Document& document, std::string_view before,
                Sink& out) const {
    const std::span<const Item> items = document.items();
    if (!has_table_) return put_row(document.tape(), items, before, out);
    const auto at = main_table(document);
    if (!at) return;
    if (items[*at].kind == ItemKind::kElements)
      return put_elements(document.tape().elements(items[*at]), before, out);
    const std::span<const Item> rows = inside(items, *at);
    for (std::size_t i = 0; i < rows.size(); i = after(rows, i))
      put_row(document.tape(), inside(rows, i), before, out);
  }

 private:
  void put_row(const Tape& tape, std::span<const Item> row,
               std::string_view before, Sink& out) const {
    out.put(before);
    put_csv_row(tape, row, columns_, out);
  }

  void put_elements(const Elements& all, std::string_view before,
                    Sink& out) const {
    put_in_pieces(out, all.work, all.count,
                  [&](Sink& piece, std::size_t begin, std::size_t end) {
                    Tape tape;
                    for (std::size_t i = begin; i < end; ++i) {
                      tape.clear();
                      RecordWriter writer(tape, all.borrows);
                      all.write(writer, i);
                      put_row(tape, tape.items(), before, piece);
                    }
                  });
  }

  bool has_table_;
  std::vector<Column> columns_;
};

}  // namespace

void write_document_csv(const Document& document, Sink& out) {
  const TableWriter writer(document.shape());
  writer.put_head({}, out);
  writer.put_rows(document, {}, out);
}

void write_folders_csv(std::span<const FolderDocument> documents, Sink& out) {
  const TableWriter writer(documents.front().document->shape());
  writer.put_head("folder,", out);
  for (const FolderDocument& one : documents)
    writer.put_rows(*one.document, csv_cell(one.folder) + ",", out);
}

}  // namespace modgraph
