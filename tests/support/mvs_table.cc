#include "tests/support/mvs_table.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace modgraph::test {
namespace {

std::vector<std::string> split_at_blanks(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string trim(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> rows(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> out;
  for (std::string row; std::getline(in, row);)
    if (row = trim(row); !row.empty() && row[0] != '#') out.push_back(row);
  return out;
}

ModuleVersion module(const std::string& word) {
  return {word.substr(0, 1), word.substr(1)};
}

std::vector<ModuleVersion> modules(const std::vector<std::string>& words,
                                   std::size_t from) {
  std::vector<ModuleVersion> out;
  for (; from < words.size(); ++from) out.push_back(module(words[from]));
  return out;
}

// Strings, with "none" below and "" above all of them.
std::strong_ordering order(std::string_view, std::string_view a,
                           std::string_view b) {
  const auto rank = [](std::string_view v) {
    return v == kNoVersion ? 0 : v.empty() ? 2 : 1;
  };
  if (auto c = rank(a) <=> rank(b); c != 0) return c;
  return a.compare(b) <=> 0;
}

bool hidden(const std::string& version) { return version.ends_with(".hidden"); }

}  // namespace

MvsWorld::MvsWorld(std::string_view text) {
  static const std::vector<std::string> kVerbs = {
      "build", "upgrade*", "upgrade", "upgradereq", "downgrade", "req"};
  std::string lines(text);
  std::replace(lines.begin(), lines.end(), '|', '\n');
  for (const std::string& row : rows(lines)) {
    const std::size_t colon = row.find(':');
    if (colon == std::string::npos)
      throw std::invalid_argument("no colon in '" + row + "'");
    const std::string key = trim(row.substr(0, colon));
    const std::string value = trim(row.substr(colon + 1));
    const auto words = split_at_blanks(key);
    if (words.empty()) throw std::invalid_argument("no key in '" + row + "'");
    if (std::find(kVerbs.begin(), kVerbs.end(), words[0]) != kVerbs.end())
      checks_.push_back({key, value});
    else if (words.size() == 1 && 'A' <= key[0] && key[0] <= 'Z')
      add_row(key, value);
    else
      throw std::invalid_argument("no such row: '" + row + "'");
  }
}

void MvsWorld::add_row(const std::string& key, const std::string& value) {
  const ModuleVersion source = module(key);
  if (modules_.empty()) first_ = source;
  Row row;
  if (value == "!")
    row.broken = true;
  else
    row.required = modules(split_at_blanks(value), 0);
  for (const ModuleVersion& m : row.required) modules_[m.path][m.version];
  modules_[source.path][source.version] = row;
}

const MvsWorld::Path& MvsWorld::versions_of(const std::string& path) const {
  static const Path kNoVersions;
  const auto found = modules_.find(path);
  return found == modules_.end() ? kNoVersions : found->second;
}

Requirements MvsWorld::requirements() const {
  Requirements out;
  out.compare = order;
  out.required = [this](const ModuleVersion& m)
      -> tl::expected<std::span<const ModuleVersion>, std::string> {
    const Path& versions = versions_of(m.path);
    const auto row = versions.find(m.version);
    if (row == versions.end()) return tl::unexpected<std::string>("missing");
    if (row->second.broken) return tl::unexpected<std::string>("broken go.mod");
    return row->second.required;
  };
  return out;
}

OtherVersion MvsWorld::latest() const {
  return
      [this](const ModuleVersion& m) -> tl::expected<std::string, std::string> {
        std::string best(kNoVersion);
        for (const auto& [version, row] : versions_of(m.path))
          if (!hidden(version) && order(m.path, version, best) > 0)
            best = version;
        if (best == kNoVersion)
          return tl::unexpected<std::string>("no version");
        return best;
      };
}

OtherVersion MvsWorld::previous() const {
  return
      [this](const ModuleVersion& m) -> tl::expected<std::string, std::string> {
        std::string best(kNoVersion);
        for (const auto& [version, row] : versions_of(m.path))
          if (!hidden(version) && !version.empty() && version < m.version &&
              version != kNoVersion && (best == kNoVersion || best < version))
            best = version;
        return best;
      };
}

std::string MvsWorld::answer(std::string_view key) const {
  const auto words = split_at_blanks(std::string(key));
  const std::string& verb = words.at(0);
  const ModuleVersion target = module(words.at(1));
  const std::vector<ModuleVersion> to = modules(words, 2);
  const Requirements world = requirements();
  Selection list;
  if (verb == "build") list = build_list(target, world);
  if (verb == "upgrade*") list = upgrade_all(target, world, latest());
  if (verb == "upgrade") list = upgrade(target, to, world);
  if (verb == "upgradereq") list = upgrade_requirements(target, to, world);
  if (verb == "downgrade") list = downgrade(target, to, world, previous());
  if (verb == "req")
    list = minimal_requirements(target, std::span(words).subspan(2), world);
  return list ? test::words(*list) : "error: " + list.error().message();
}

std::vector<MvsScenario> mvs_scenarios(std::string_view table) {
  std::vector<MvsScenario> out;
  for (const std::string& row : rows(table)) {
    if (row.starts_with("name:"))
      out.push_back({trim(row.substr(5)), {}});
    else if (!out.empty())
      out.back().text += row + "\n";
  }
  return out;
}

std::string random_mvs_world(Random& random, MvsWorldShape shape) {
  std::map<std::string, std::string> names;  // "B3" -> "B3" or "B3.hidden"
  for (char path : kMvsPaths)
    for (std::size_t version = 1; version <= kMvsVersions; ++version) {
      const std::string name = path + std::to_string(version);
      // The first and the last are always there for a latest and a previous.
      const bool hide = shape.hidden && version > 1 && version < kMvsVersions &&
                        below(random, 3) == 0;
      names[name] = name + (hide ? ".hidden" : "");
    }
  std::string out;
  const auto require_from = [&](std::size_t first_path) {
    out += ":";
    const std::size_t choice = kMvsPaths.size() - first_path;
    for (std::size_t n = below(random, 4); n > 0 && choice > 0; --n) {
      const char path = kMvsPaths[first_path + below(random, choice)];
      const std::size_t version = 1 + below(random, kMvsVersions);
      out += " " + names[path + std::to_string(version)];
    }
    if (shape.loops && below(random, 30) == 0) out += " A1";
    out += "\n";
  };
  out += "A";
  require_from(0);
  for (const auto& [name, spelling] : names) {
    out += spelling;
    require_from(shape.loops ? 0 : kMvsPaths.find(name[0]) + 1);
  }
  return out + "A1:\n";
}

std::vector<ModuleVersion> random_modules(Random& random,
                                          const std::string& world) {
  std::vector<ModuleVersion> all;
  for (const std::string& row : rows(world))
    if (row[0] != 'A') all.push_back(module(row.substr(0, row.find(':'))));
  std::vector<ModuleVersion> out;
  for (std::size_t n = 1 + below(random, 2); n > 0; --n)
    out.push_back(all[below(random, all.size())]);
  return out;
}

std::string words(const std::vector<ModuleVersion>& list) {
  std::string out;
  for (const ModuleVersion& m : list)
    out += (out.empty() ? "" : " ") + m.path + m.version;
  return out;
}

}  // namespace modgraph::test
