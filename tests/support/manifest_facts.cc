#include "tests/support/manifest_facts.h"

#include "engine/base/utf8.h"

namespace modgraph::test {
namespace {

// Items between " | ".
class JoinedItems {
 public:
  std::string& add(std::string_view text) {
    if (!out_.empty()) out_ += " | ";
    out_ += text;
    return out_;
  }
  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

std::string both(const ModuleVersion& module) {
  return module.version.empty() ? module.path
                                : module.path + " " + module.version;
}

std::string place(int line, int column) {
  return std::to_string(line) + ":" + std::to_string(column);
}

std::string place(const SourceSpan& span) {
  return place(span.line, span.column) + "-" +
         place(span.end_line, span.end_column) + " [" +
         std::to_string(span.byte) + "," + std::to_string(span.end_byte) + ")" +
         (span.block_line > 0 ? " block" : "");
}

// The line of that number, without its end; nothing when there is none.
std::optional<std::string_view> line_of(std::string_view text, int number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string facts(const Result<Manifest>& manifest) {
  JoinedItems items;
  if (!manifest) {
    for (const Error& error : manifest.error())
      items.add("!" + place(error.where.line, error.where.column) + " " +
                error.message);
    return std::move(items).take();
  }
  const Manifest& m = *manifest;
  if (m.module) {
    std::string& out = items.add("module " + m.module->path);
    if (!m.module->deprecated.empty())
      out += " deprecated(" + m.module->deprecated + ")";
  }
  if (m.go) items.add("go " + m.go->version);
  if (m.toolchain) items.add("toolchain " + m.toolchain->version);
  for (const auto& each : m.godebug)
    items.add("godebug " + each.key + "=" + each.value);
  for (const auto& each : m.require)
    items.add("require " + both(each.module)) +=
        each.indirect ? " indirect" : "";
  for (const auto& each : m.exclude) items.add("exclude " + both(each.module));
  for (const auto& each : m.replace)
    items.add("replace " + both(each.old) + " => " + both(each.replacement));
  for (const auto& each : m.retract) {
    std::string& out = items.add("retract " + each.low);
    if (each.high != each.low) out += ".." + each.high;
    if (!each.rationale.empty()) out += " (" + each.rationale + ")";
  }
  for (const auto& each : m.tool) items.add("tool " + each.path);
  for (const auto& each : m.ignore) items.add("ignore " + each.path);
  for (const auto& each : m.use) items.add("use " + each.path);
  return std::move(items).take();
}

std::string places(const Manifest& m) {
  JoinedItems items;
  if (m.module) items.add("module " + place(m.module->where));
  if (m.go) items.add("go " + place(m.go->where));
  if (m.toolchain) items.add("toolchain " + place(m.toolchain->where));
  const auto all = [&](std::string_view name, const auto& list) {
    for (const auto& each : list)
      items.add(std::string(name) + " " + place(each.where));
  };
  all("godebug", m.godebug);
  all("require", m.require);
  all("exclude", m.exclude);
  all("replace", m.replace);
  all("retract", m.retract);
  all("tool", m.tool);
  all("ignore", m.ignore);
  all("use", m.use);
  return std::move(items).take();
}

std::string sentences(const Errors& errors) {
  std::string out;
  for (const Error& error : errors) {
    out += error.where.file;
    if (error.where.line > 0)
      out += ":" + place(error.where.line, error.where.column);
    out += ": " + error.message + "\n";
    if (error.where.line > 0) {
      out += "    | " + error.excerpt + "\n    | ";
      // Tabs stay tabs, so that the caret stands below its character.
      std::string_view rest = error.excerpt;
      for (int column = 1; column < error.where.column && !rest.empty();
           ++column) {
        out += rest.front() == '\t' ? '\t' : ' ';
        rest.remove_prefix(first_code_point(rest).length);
      }
      out += "^\n";
    }
    if (!error.hint.empty()) out += "    = " + error.hint + "\n";
  }
  return out;
}

std::string misplaced(const Errors& errors, std::string_view file,
                      std::string_view text) {
  if (errors.empty()) return "no error at all";
  for (const Error& error : errors) {
    if (error.message.empty() || error.message.ends_with('.'))
      return "no sentence: " + error.message;
    if (error.where.file != file) return "another file: " + error.where.file;
    if (error.where.line == 0) continue;
    const auto line = line_of(text, error.where.line);
    if (!line) return "no such line: " + std::to_string(error.where.line);
    if (error.excerpt != *line) return "another line: " + error.excerpt;
    // One behind the last character: something is missing there.
    const auto width = static_cast<int>(count_code_points(*line)) + 1;
    if (error.where.column < 1 || error.where.column > width + 1)
      return "no such column: " + std::to_string(error.where.column);
  }
  return "";
}

}  // namespace modgraph::test
