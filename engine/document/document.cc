#include "engine/document/document.h"

#include <algorithm>
#include <bit>

namespace modgraph {
namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 14;

}  // namespace

void Tape::clear() {
  items_.clear();
  open_.clear();
  names_.clear();
  if (!elements_.empty()) elements_.clear();
  if (!styles_.empty()) styles_.clear();
  if (!blocks_.empty())
    for (std::string& block : blocks_) block.clear();
  used_blocks_ = 0;
}

std::string_view Tape::keep(std::string_view a, std::string_view b,
                            std::string_view c) {
  const std::size_t size = a.size() + b.size() + c.size();
  if (size == 0) return {};
  // A block is never grown, so what points into it stays valid.
  while (used_blocks_ < blocks_.size() &&
         blocks_[used_blocks_].capacity() - blocks_[used_blocks_].size() < size)
    ++used_blocks_;
  if (used_blocks_ == blocks_.size())
    blocks_.emplace_back().reserve(std::max(kBlockSize, size));
  std::string& block = blocks_[used_blocks_];
  const std::size_t at = block.size();
  block.append(a).append(b).append(c);
  return std::string_view(block).substr(at);
}

void RecordWriter::begin(ItemKind kind, std::string_view key) {
  tape_.open_.push_back(tape_.items_.size());
  add(kind, key);
}

void RecordWriter::end(ItemKind kind) {
  const std::size_t begin = tape_.open_.back();
  tape_.items_[begin].number = tape_.items_.size() - begin;
  tape_.open_.pop_back();
  add(kind, {});
}

void RecordWriter::append(const Document& document) {
  for (Item item : document.items()) {
    if (item.kind == ItemKind::kElements) {
      tape_.elements_.push_back(document.tape().elements(item));
      item.number = tape_.elements_.size() - 1;
    }
    tape_.items_.push_back(item);
  }
}

void RecordWriter::begin_record(std::string_view key) {
  begin(ItemKind::kRecord, key);
}

void RecordWriter::end_record() { end(ItemKind::kEndRecord); }

namespace {

// What most lists have: it need not be stored with each.
const ListStyle kPlainList;

bool is_plain(const ListStyle& style) {
  return style.title.empty() && style.columns.empty() && !style.is_chain &&
         style.max_shown == kPlainList.max_shown;
}

}  // namespace

void RecordWriter::begin_list(std::string_view key) {
  begin(ItemKind::kList, key);
  tape_.items_.back().style = &kPlainList;
}

void RecordWriter::begin_list(std::string_view key, ListStyle style) {
  if (is_plain(style)) return begin_list(key);
  begin(ItemKind::kList, key);
  style.title = tape_.keep(style.title);
  tape_.items_.back().style = &tape_.styles_.emplace_back(std::move(style));
}

void RecordWriter::end_list() { end(ItemKind::kEndList); }

void RecordWriter::elements(std::string_view key, ListStyle style,
                            Elements elements) {
  style.title = tape_.keep(style.title);
  Item& item = add(ItemKind::kElements, key);
  item.style = &tape_.styles_.emplace_back(std::move(style));
  item.number = tape_.elements_.size();
  tape_.elements_.push_back(std::move(elements));
}

void RecordWriter::number(std::string_view key, double value) {
  add(ItemKind::kNumber, key).number = std::bit_cast<std::uint64_t>(value);
}

void RecordWriter::bytes(std::string_view key, std::uint64_t value) {
  add(ItemKind::kBytes, key).number = value;
}

void RecordWriter::bytes(std::string_view key,
                         std::optional<std::uint64_t> value) {
  value ? bytes(key, *value) : unknown(key);
}

void RecordWriter::seconds(std::string_view key, std::uint64_t nanoseconds) {
  add(ItemKind::kSeconds, key).number = nanoseconds;
}

void RecordWriter::command(std::string_view key, std::string_view line) {
  line = kept(line);
  add(ItemKind::kCommand, key).text = line;
}

void RecordWriter::module(std::string_view key, std::string_view path) {
  path = kept(path);
  add(ItemKind::kModule, key).text = path;
}

void RecordWriter::version(std::string_view key, std::string_view version) {
  version = kept(version);
  add(ItemKind::kVersion, key).text = version;
}

void RecordWriter::module_and_version(ModuleRef m) {
  module("module", m.path);
  version("version", m.version);
}

void RecordWriter::module_version(std::string_view key, ModuleRef m) {
  const std::string_view name =
      m.version.empty() ? kept(m.path) : tape_.keep(m.path, "@", m.version);
  add(ItemKind::kModuleVersion, key).text = name;
}

void RecordWriter::module_version(std::string_view key, std::string_view name) {
  name = kept(name);
  add(ItemKind::kModuleVersion, key).text = name;
}

void RecordWriter::location(std::string_view key, const Place& place) {
  const std::string_view file = kept(place.file);
  Item& item = add(ItemKind::kLocation, key);
  item.text = file;
  item.number = (static_cast<std::uint64_t>(place.line) << 32) |
                static_cast<std::uint32_t>(place.column);
}

void RecordWriter::location(std::string_view key,
                            const std::optional<Place>& place) {
  place ? location(key, *place) : unknown(key);
}

void RecordWriter::say(std::string_view sentence) {
  add(ItemKind::kSentence, {}).text = sentence;
}

void RecordWriter::remark(std::string_view prose) {
  prose = kept(prose);
  add(ItemKind::kRemark, {}).text = prose;
}

std::optional<std::size_t> main_table(const Document& document) {
  const std::span<const Item> items = document.items();
  const std::string_view wanted = document.shape().main_table;
  for (std::size_t at = 0; at < items.size(); at = after(items, at))
    if (items[at].key == wanted && !wanted.empty() &&
        items[at].kind != ItemKind::kUnknown)
      return at;
  return std::nullopt;
}

}  // namespace modgraph
