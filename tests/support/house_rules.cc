#include "tests/support/house_rules.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/analysis/graph/components.h"
#include "engine/model/digraph.h"

namespace modgraph {
namespace {

using TextList = std::vector<std::string_view>;

// A room may include itself and the rooms named. Tests and benchmarks are not
// in the table: they may include anything.
struct Room {
  std::string_view folder;
  TextList may_use;
};
const std::array kRooms = {
    Room{"engine/base", {}},
    Room{"engine/model", {"engine/base"}},
    Room{"engine/resolve", {"engine/base", "engine/model"}},
    Room{"engine/analysis", {"engine/base", "engine/model", "engine/resolve"}},
    Room{"engine/layout", {"engine/base", "engine/model"}},
    Room{"engine/findings",
         {"engine/base", "engine/model", "engine/resolve", "engine/analysis"}},
    Room{"engine/advice",
         {"engine/base", "engine/model", "engine/resolve", "engine/analysis",
          "engine/findings"}},
    Room{"engine/document", {}},
    Room{"engine/report",
         {"engine/base", "engine/model", "engine/resolve", "engine/analysis",
          "engine/findings", "engine/advice", "engine/document"}},
    Room{"importers", {"engine/base", "engine/model", "engine/resolve"}},
    Room{"exporters",
         {"engine/base", "engine/model", "engine/findings", "engine/advice",
          "engine/report", "engine/document", "engine/layout"}},
    Room{"cli",
         {"engine/base", "engine/model", "engine/resolve", "engine/analysis",
          "engine/layout", "engine/findings", "engine/advice",
          "engine/document", "engine/report", "importers", "exporters"}},
};

// What the engine does not do: files, terminals, regular expressions.
const TextList kImpure = {"<iostream>", "<fstream>", "<cstdio>", "<filesystem>",
                          "<regex>"};

// A library that costs a second to compile stays in the .cc files of its rooms.
struct HeavyLibrary {
  std::string_view prefix;
  TextList rooms;
};
const std::array kHeavyLibraries = {
    HeavyLibrary{"<CLI/", {"cli"}},
    HeavyLibrary{"<boost/", {"engine/analysis"}},
    HeavyLibrary{"<catch2/", {}},
    HeavyLibrary{"<fmt/",
                 {"engine/findings", "engine/advice", "engine/report",
                  "importers", "exporters", "cli"}},
    HeavyLibrary{"<git2", {"importers"}},
    HeavyLibrary{"<minizip/", {"importers"}},
    HeavyLibrary{"<nlohmann/", {"importers"}},
    HeavyLibrary{"<openssl/", {"engine/base"}},
    HeavyLibrary{"<yaml-cpp/", {"importers"}},
};

struct Forbidden {
  std::string_view word;
  std::string_view why;
};
const std::array kBans = {
    Forbidden{"std::regex", "it overflows the stack on long lines"},
    Forbidden{"system(", "a shell would read our arguments"},
    Forbidden{"popen(", "a shell would read our arguments"},
    Forbidden{"unordered_map<std::string", "chosen names make it quadratic"},
    Forbidden{"stoi(", "it throws and follows the locale; use from_chars"},
    Forbidden{"atoi(", "it cannot say that it failed; use from_chars"},
    Forbidden{"setlocale(", "output is the same in every locale"},
    Forbidden{"sprintf(", "it overruns its buffer; use fmt"},
    Forbidden{"strcpy(", "it overruns its buffer"},
    Forbidden{"std::views", "clang-tidy 14 cannot read them"},
};

bool is_in(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         path.substr(folder.size()).starts_with('/');
}

const Room* room_of(std::string_view path) {
  const auto* room = std::ranges::find_if(
      kRooms, [&](const Room& r) { return is_in(path, r.folder); });
  return room == kRooms.end() ? nullptr : room;
}

bool contains(const TextList& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string list(const TextList& names) {
  std::string out;
  for (std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out.empty() ? "none" : out;
}

// The name with its quotes or angle brackets, if the line includes something.
std::optional<std::string_view> included(std::string_view line) {
  constexpr std::string_view kDirective = "#include ";
  if (!line.starts_with(kDirective)) return std::nullopt;
  line.remove_prefix(kDirective.size());
  const std::size_t end = line.find(line.starts_with('<') ? '>' : '"', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return line.substr(0, end + 1);
}

std::string broken_include(const Room& room, std::string_view path,
                           std::string_view header) {
  const std::string folder(room.folder);
  const std::string name(header);
  if (header.starts_with('"')) {
    const std::string_view target = header.substr(1);
    const Room* other = room_of(target);
    if (is_in(target, "tests") || is_in(target, "bench"))
      return folder + " may not include " + name +
             ": tests are not the product";
    if (other == nullptr)
      return name + " is in no room; write it from the repository's root";
    if (other == &room || contains(room.may_use, other->folder)) return "";
    return folder + " may not include " + name +
           "; the rooms it may use: " + list(room.may_use);
  }
  if (is_in(path, "engine") && contains(kImpure, header))
    return "the engine is pure and may not include " + name;
  for (const HeavyLibrary& library : kHeavyLibraries) {
    if (!header.starts_with(library.prefix)) continue;
    if (!contains(library.rooms, room.folder))
      return folder + " may not include " + name +
             "; the rooms that may: " + list(library.rooms);
    if (path.ends_with(".h"))
      return name + " is heavy: include it in a .cc file, not in a header";
  }
  return "";
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

// The first banned word of a line that is code, not the tail of a longer word.
const Forbidden* banned_word(std::string_view line) {
  const std::string_view code = line.substr(0, line.find("//"));
  for (const Forbidden& ban : kBans) {
    for (std::size_t at = code.find(ban.word); at != std::string_view::npos;
         at = code.find(ban.word, at + 1))
      if (at == 0 || !is_word_character(code[at - 1])) return &ban;
  }
  return nullptr;
}

// Whether the file opens with a comment that says who tests it.
bool says_tested_by(const std::vector<std::string_view>& lines) {
  for (std::string_view line : lines) {
    const bool comment = line.starts_with("//");
    if (comment && line.find("Tested by") != std::string_view::npos)
      return true;
    if (!comment && !line.empty() && !line.starts_with("#include")) break;
  }
  return false;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// X of X.h and X.cc.
std::string_view unit_of(std::string_view path) {
  return path.substr(0, path.rfind('.'));
}

// What includes what within rooms, unit by unit; the ids are places in `names`.
struct UnitGraph {
  std::vector<std::string_view> names;  // ascending
  std::vector<Edge<NodeId>> includes;

  NodeId id_of(std::string_view unit) const {
    const auto at = std::ranges::lower_bound(names, unit);
    return NodeId{static_cast<std::uint32_t>(at - names.begin())};
  }
};

UnitGraph unit_graph(const std::vector<SourceFile>& files) {
  UnitGraph out;
  for (const SourceFile& file : files)
    if (room_of(file.path) != nullptr) out.names.push_back(unit_of(file.path));
  std::ranges::sort(out.names);
  out.names.erase(std::unique(out.names.begin(), out.names.end()),
                  out.names.end());
  for (const SourceFile& file : files) {
    const Room* room = room_of(file.path);
    if (room == nullptr) continue;
    for (std::string_view line : lines_of(file.text)) {
      const auto header = included(line);
      if (!header || !header->starts_with('"')) continue;
      const std::string_view target =
          unit_of(header->substr(1, header->size() - 2));
      if (room_of(target) == room &&
          std::ranges::binary_search(out.names, target))
        out.includes.push_back(
            {out.id_of(unit_of(file.path)), out.id_of(target)});
    }
  }
  return out;
}

// The files that the sentence "Tested by ..." names, up to its full stop.
std::vector<std::string_view> named_tests(std::string_view text) {
  constexpr std::string_view kTestedBy = "Tested by ";
  std::vector<std::string_view> out;
  bool in_sentence = false;
  for (std::string_view line : lines_of(text)) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos ||
        !line.substr(start).starts_with("//"))
      in_sentence = false;
    else if (const auto at = line.find(kTestedBy); at != std::string_view::npos)
      in_sentence = true, line.remove_prefix(at + kTestedBy.size());
    else if (line.ends_with("Tested by"))
      in_sentence = true, line = {};
    while (in_sentence && !line.empty()) {
      std::string_view word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(word.size() + 1, line.size()));
      in_sentence = !word.ends_with('.');
      while (word.ends_with('.') || word.ends_with(',') || word.ends_with(':'))
        word.remove_suffix(1);
      for (std::string_view ending : {".cc", ".py", ".sh"})
        if (word.ends_with(ending)) out.push_back(word);
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> broken_rules(const std::string& path,
                                      std::string_view text) {
  std::vector<std::string> out;
  const std::vector<std::string_view> lines = lines_of(text);
  if (is_in(path, "tests") || is_in(path, "bench")) return out;

  const Room* room = room_of(path);
  if (room == nullptr) {
    out.push_back(path + ": is in no room of the house");
    return out;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string where = path + ":" + std::to_string(i + 1) + ": ";
    if (const auto header = included(lines[i])) {
      const std::string wrong = broken_include(*room, path, *header);
      if (!wrong.empty()) out.push_back(where + wrong);
    }
    if (const Forbidden* ban = banned_word(lines[i]))
      out.push_back(where + std::string(ban->word) +
                    " is banned: " + std::string(ban->why));
  }
  if (is_in(path, "engine/analysis") && path.ends_with(".cc") &&
      !says_tested_by(lines))
    out.push_back(path + ": the opening comment does not say \"Tested by\"");
  return out;
}

std::vector<std::string> include_rings(const std::vector<SourceFile>& files) {
  const UnitGraph units = unit_graph(files);
  const auto components = strongly_connected_components(
      simple_digraph_from_edges<NodeId>(units.names.size(), units.includes));
  std::vector<std::string> out;
  for (std::uint32_t c = 0; c < components.count(); ++c) {
    const auto members = components.at(c);
    if (members.size() == 1) continue;
    const Room* room = room_of(units.names[index(members.front())]);
    TextList names;
    for (NodeId member : members) names.push_back(units.names[index(member)]);
    out.push_back(std::string(room->folder) +
                  ": these include each other: " + list(names));
  }
  std::ranges::sort(out);
  return out;
}

std::vector<std::string> missing_tests(const SourceFile& source,
                                       const std::vector<std::string>& files) {
  std::vector<std::string> out;
  const Room* room = room_of(source.path);
  if (room == nullptr) return out;
  const std::string tests = "tests/" + std::string(room->folder);
  for (std::string_view name : named_tests(source.text)) {
    const bool has_folder = name.find('/') != std::string_view::npos;
    const auto is_it = [&](std::string_view file) {
      return has_folder ? file == name
                        : is_in(file, tests) &&
                              file.substr(file.rfind('/') + 1) == name;
    };
    if (std::ranges::none_of(files, is_it))
      out.push_back(source.path + ": tested by " + std::string(name) +
                    ", which is not there");
  }
  return out;
}

}  // namespace modgraph
