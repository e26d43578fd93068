#include "tests/support/world_words.h"

#include <stdexcept>
#include <vector>

#include "tests/support/go_module.h"

namespace modgraph::test {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool is_module(const std::string& name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
}

// "example.com/A v1.1.0" of A1; only the path of A.
std::string module_of(const std::string& name, const char* between = " ") {
  std::string out = std::string("example.com/") + name[0];
  if (name.size() > 1) out += between + ("v1." + name.substr(1) + ".0");
  return out;
}

std::string directive(const std::string& word, bool in_work) {
  if (const auto arrow = word.find("=>"); arrow != word.npos) {
    const std::string target = word.substr(arrow + 2);
    return "replace " + module_of(word.substr(0, arrow)) + " => " +
           (is_module(target) ? module_of(target) : target);
  }
  if (word.starts_with("toolchain=")) return "toolchain " + word.substr(10);
  if (word.starts_with("godebug=")) return "godebug default=" + word.substr(8);
  if (in_work) return "use ./" + word;
  if (word[0] == '-') return "exclude " + module_of(word.substr(1));
  if (word.ends_with('?'))
    return "require " + module_of(word.substr(0, word.size() - 1)) +
           " // indirect";
  return "require " + module_of(word);
}

void add_part(const std::string& part, ModuleWorld& world) {
  const std::size_t colon = part.find(':');
  if (colon == part.npos) throw std::runtime_error("no colon in: " + part);
  std::string name = part.substr(0, colon);
  name.erase(0, name.find_first_not_of(' '));
  std::string go;
  // What follows a slash is a go line, or part of a folder's name.
  if (const auto slash = name.find("/1."); slash != name.npos) {
    go = "go " + name.substr(slash + 1) + "\n";
    name.resize(slash);
  }
  const bool in_work = name == "work";
  std::string text;
  if (!in_work)
    text = "module " + (is_module(name) ? module_of(name.substr(0, 1)) : name) +
           "\n";
  text += go;
  for (const std::string& word : split(part.substr(colon + 1), ' '))
    text += directive(word, in_work) + "\n";
  if (is_module(name))
    world.modules[module_of(name, "@")] = text;
  else
    world.files[in_work       ? "go.work"
                : name == "m" ? "go.mod"
                              : name + "/go.mod"] = text;
}

std::string in_words(std::string text, char between) {
  if (text.starts_with("error: ")) return replaced(text, "example.com/", "");
  for (int i = 0; i < 10; ++i) {
    const std::string version = "v1." + std::to_string(i) + ".0";
    text = replaced(text, "@" + version, std::to_string(i));
    text = replaced(text, " " + version, std::to_string(i));
  }
  text = replaced(text, "example.com/", "");
  if (text.ends_with('\n')) text.pop_back();
  return replaced(text, "\n", between == ' ' ? " " : ", ");
}

}  // namespace

ModuleWorld world_of(std::string_view words) {
  ModuleWorld out;
  for (const std::string& part : split(words, '|')) add_part(part, out);
  return out;
}

std::string list_in_words(std::string_view words, LoadOptions options) {
  return in_words(list_of_world(world_of(words), std::move(options)), ' ');
}

std::string graph_in_words(std::string_view words, LoadOptions options) {
  return in_words(graph_of_world(world_of(words), std::move(options)), ',');
}

std::string update_in_words(std::string_view words) {
  return in_words(update_of_world(world_of(words)), ',');
}

}  // namespace modgraph::test
