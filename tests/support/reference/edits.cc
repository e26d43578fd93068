// What would this file say after these edits?
// Idea: the lists of a manifest stand in the order of the file, and each item
// knows its block, so that new lines find the place that the go command gives
// them, and blocks are sorted as it sorts them. Removed items stay in their
// place until the end: a block whose lines are all gone still takes new ones.
// Source: the behaviour of `go mod edit` as of Go 1.26.
// Cost: O(lines * log lines + edits * lines).
// Tested by tests/importers/reference_edits_test.cc; compared in
// tests/importers/go_mod/go_mod_edit_agreement_test.cc.

#include "tests/support/reference/edits.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/go_quote.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// ---------------------------------------------------------- one edited list

const ModuleVersion& about(const Requirement& each) { return each.module; }
const ModuleVersion& about(const Exclusion& each) { return each.module; }
const ModuleVersion& about(const Replacement& each) { return each.old; }
ModuleVersion about(const PathDirective& each) { return {each.path, ""}; }

// The require, exclude or replace lines of a file. An item that is gone is
// about nothing. A replacement goes on to be about the version that it was
// about when it is made one of all versions.
template <class Directive>
struct EditedList {
  struct Item {
    Directive directive;
    ModuleVersion about;
    bool removed = false;
  };
  std::vector<Item> items;

  explicit EditedList(std::vector<Directive> list) {
    items.reserve(list.size());
    for (Directive& each : list) {
      ModuleVersion name = about(each);
      items.push_back({std::move(each), std::move(name)});
    }
  }

  void remove(Item& item) {
    item.about = {};
    item.removed = true;
  }

  void remove(const ModuleVersion& module) {
    for (Item& each : items)
      if (each.about == module) remove(each);
  }

  // A number that no block of the list has.
  int new_block() const {
    int last = 0;
    for (const Item& each : items)
      last = std::max(
          {last, each.directive.where.block_line, each.directive.where.line});
    return last + 1;
  }

  // Behind an item, in its block; one is made when it stands alone.
  void add_behind(std::size_t at, Directive directive) {
    int& block = items[at].directive.where.block_line;
    if (block == 0) block = new_block();
    directive.where.block_line = block;
    ModuleVersion name = about(directive);
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                 {std::move(directive), std::move(name)});
  }

  // Behind the last item that `is_near`, else alone at the end.
  template <class IsNear>
  void add(Directive directive, IsNear is_near) {
    const auto near = std::find_if(items.rbegin(), items.rend(), is_near);
    if (near != items.rend())
      return add_behind(static_cast<std::size_t>(items.rend() - near) - 1,
                        std::move(directive));
    ModuleVersion name = about(directive);
    items.push_back({std::move(directive), std::move(name)});
  }

  std::vector<Directive> take() {
    std::vector<Directive> out;
    out.reserve(items.size());
    for (Item& each : items)
      if (!each.removed) out.push_back(std::move(each.directive));
    return out;
  }
};

// --------------------------------------------------------------------- order

// The words of a line that a block is sorted by.
using Words = std::vector<std::string>;

Words directive_words(const Requirement& each) {
  return {go_mod_word(each.module.path), each.module.version};
}
Words directive_words(const Exclusion& each) {
  return {go_mod_word(each.module.path), each.module.version};
}
Words directive_words(const Replacement& each) {
  Words words = {go_mod_word(each.old.path)};
  if (!each.old.version.empty()) words.push_back(each.old.version);
  words.push_back("=>");
  words.push_back(go_mod_word(each.replacement.path));
  if (!each.replacement.version.empty())
    words.push_back(each.replacement.version);
  return words;
}
Words directive_words(const PathDirective& each) {
  return {go_mod_word(each.path)};
}
Words directive_words(const GodebugSetting& each) {
  return {each.key + "=" + each.value};
}

template <class Directive>
bool by_words(const Directive& a, const Directive& b) {
  return directive_words(a) < directive_words(b);
}

// Exclusions from Go 1.21 on.
bool by_version(const Exclusion& a, const Exclusion& b) {
  if (a.module.path != b.module.path)
    return go_mod_word(a.module.path) < go_mod_word(b.module.path);
  return compare_semver(a.module.version, b.module.version) < 0;
}

// Retractions: the highest first, by their lower end.
bool by_interval(const Retraction& a, const Retraction& b) {
  const auto order = compare_semver(b.low, a.low);
  return order != 0 ? order < 0 : compare_semver(b.high, a.high) < 0;
}

// Sorts the lines of each block. Most blocks are sorted already.
template <class Directive, class Less>
void sort_blocks(std::vector<Directive>& list, Less less) {
  for (auto first = list.begin(); first != list.end();) {
    const int block = first->where.block_line;
    const auto last = std::find_if(first, list.end(), [&](const auto& each) {
      return each.where.block_line != block;
    });
    if (block != 0 && !std::is_sorted(first, last, less))
      std::stable_sort(first, last, less);
    first = last;
  }
}

// Of those about the same, the first in the order of the iterators stays.
template <class Iterator>
void drop_repeated(Iterator first, Iterator last) {
  std::set<ModuleVersion> seen;
  for (; first != last; ++first)
    if (!seen.insert(first->about).second) first->removed = true;
}

std::vector<PathDirective> without_repeated(std::vector<PathDirective> list) {
  EditedList<PathDirective> edited(std::move(list));
  drop_repeated(edited.items.begin(), edited.items.end());
  return edited.take();
}

// --------------------------------------------------------------------- edits

class Editor {
 public:
  explicit Editor(Manifest manifest)
      : out_(std::move(manifest)),
        require_(std::exchange(out_.require, {})),
        exclude_(std::exchange(out_.exclude, {})),
        replace_(std::exchange(out_.replace, {})) {}

  void apply(const ManifestEdit& edit) {
    switch (edit.kind) {
      case EditKind::kRequire:
        return require(edit.module);
      case EditKind::kDropRequire:
        return drop_require(edit.module.path);
      case EditKind::kExclude:
        return exclude(edit.module);
      case EditKind::kDropExclude:
        return exclude_.remove(edit.module);
      case EditKind::kReplace:
        return replace(edit.module, edit.replacement);
      case EditKind::kDropReplace:
        return replace_.remove(edit.module);
      case EditKind::kGo:
        return set(out_.go, edit.module.version);
      case EditKind::kToolchain:
        return set(out_.toolchain, edit.module.version);
    }
  }

  Manifest finish() &&;

 private:
  void set(std::optional<VersionDirective>& line, const std::string& version) {
    if (version == "none")
      line.reset();
    else if (line)
      line->version = version;
    else
      line = {version, {}};
  }

  // At the end of the last require block; a line that is gone is none.
  void require(const ModuleVersion& module) {
    bool found = false;
    for (auto& each : require_.items) {
      if (each.about.path != module.path) continue;
      if (std::exchange(found, true))
        require_.remove(each);
      else
        each.directive.module = each.about = module;
    }
    if (found) return;
    require_.add({module, false, {}}, [](const auto& each) {
      return !each.removed || each.directive.where.block_line != 0;
    });
  }

  void drop_require(const std::string& path) {
    for (auto& each : require_.items)
      if (each.about.path == path) require_.remove(each);
  }

  void exclude(const ModuleVersion& module) {
    for (const auto& each : exclude_.items)
      if (each.about == module) return;
    exclude_.add({module, {}}, [&](const auto& each) {
      return each.about.path == module.path;
    });
  }

  void replace(const ModuleVersion& old, const ModuleVersion& by) {
    bool found = false;
    for (auto& each : replace_.items) {
      if (each.about.path != old.path) continue;
      if (!old.version.empty() && each.about.version != old.version) continue;
      if (std::exchange(found, true)) {
        replace_.remove(each);
      } else {
        each.directive.old = old;
        each.directive.replacement = by;
      }
    }
    if (found) return;
    replace_.add({old, by, {}},
                 [&](const auto& each) { return each.about.path == old.path; });
  }

  Manifest out_;
  EditedList<Requirement> require_;
  EditedList<Exclusion> exclude_;
  EditedList<Replacement> replace_;
};

Manifest Editor::finish() && {
  drop_repeated(exclude_.items.begin(), exclude_.items.end());
  drop_repeated(replace_.items.rbegin(), replace_.items.rend());
  out_.require = require_.take();
  out_.exclude = exclude_.take();
  out_.replace = replace_.take();
  out_.tool = without_repeated(std::move(out_.tool));
  out_.ignore = without_repeated(std::move(out_.ignore));

  sort_blocks(out_.require, by_words<Requirement>);
  // A go line of another form than a semantic version, 1.21rc1, is below all.
  const bool semantic =
      out_.go && compare_semver("v" + out_.go->version, "v1.21") >= 0;
  sort_blocks(out_.exclude, semantic ? by_version : by_words<Exclusion>);
  sort_blocks(out_.replace, by_words<Replacement>);
  sort_blocks(out_.retract, by_interval);
  sort_blocks(out_.tool, by_words<PathDirective>);
  sort_blocks(out_.ignore, by_words<PathDirective>);
  sort_blocks(out_.use, by_words<PathDirective>);
  sort_blocks(out_.godebug, by_words<GodebugSetting>);
  return std::move(out_);
}

}  // namespace

Manifest apply_edits(Manifest manifest, std::span<const ManifestEdit> edits) {
  Editor editor(std::move(manifest));
  for (const ManifestEdit& each : edits) editor.apply(each);
  return std::move(editor).finish();
}

}  // namespace modgraph
