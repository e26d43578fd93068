#include "exporters/indirect.h"

#include <fmt/core.h>

#include <algorithm>

#include "engine/base/printable.h"

namespace modgraph {
namespace {

// Longer lists are cut in text; JSON has them whole.
constexpr std::size_t kMaxRows = 10;

std::string name_of(const Subject& s) {
  return printable(s.version.empty() ? s.module : s.module + " " + s.version);
}

std::string place_of(const Location& l) {
  return fmt::format("{}:{}", printable(l.file), l.line);
}

// "a, b and 3 more"
std::string some_of(const std::vector<std::string>& names) {
  constexpr std::size_t kMaxNames = 2;
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), kMaxNames); ++i)
    out += (out.empty() ? "" : ", ") + printable(names[i]);
  if (names.size() > kMaxNames)
    out += fmt::format(" and {} more", names.size() - kMaxNames);
  return out;
}

// A title with its count, and the first rows.
template <class Rows, class Line>
void put_section(Sink& out, std::string_view title, const Rows& rows,
                 Line line) {
  if (rows.empty()) return;
  out.put(fmt::format("{}: {}\n", title, rows.size()));
  for (std::size_t i = 0; i < std::min(rows.size(), kMaxRows); ++i)
    out.put("    ").put(line(rows[i])).put("\n");
  if (rows.size() > kMaxRows)
    out.put(fmt::format("    and {} more; --json has all\n",
                        rows.size() - kMaxRows));
}

std::string held_line(const PinnedAnswer& h) {
  return fmt::format("{}  {}, else {}{}, asked for by {}",
                     place_of(h.lines.front()), name_of(h.module),
                     h.is_bound ? "at least " : "", printable(h.without),
                     some_of(h.required_by));
}

std::string stale_line(const StaleAnswer& s) {
  return fmt::format("{}  {}: {}", place_of(s.line), name_of(s.module),
                     s.reason);
}

std::string unpruned_line(const UnprunedAnswer& u) {
  return fmt::format(
      "{}, {}: {} of them", name_of(u.module),
      u.go_line.empty() ? "no go line" : "go " + printable(u.go_line),
      u.brings.size());
}

void put_stale(Sink& out, const IndirectAnswer& a) {
  std::vector<StaleAnswer> sure, possibly;
  for (const StaleAnswer& s : a.stale)
    (s.is_sure ? sure : possibly).push_back(s);
  put_section(out, "lines that `go mod tidy` would remove", sure, stale_line);
  put_section(out, "lines that `go mod tidy` would possibly remove", possibly,
              stale_line);
}

void put_heavy(Sink& out, const IndirectAnswer& a) {
  std::vector<DirectWeight> heavy;
  for (const DirectWeight& d : a.direct)
    if (d.is_heavy) heavy.push_back(d);
  put_section(out, "direct requirements that alone bring many modules", heavy,
              [](const DirectWeight& d) {
                return fmt::format("{}: {} modules, itself included",
                                   name_of(d.module), d.exclusive);
              });
}

void put_unpruned(Sink& out, const IndirectAnswer& a) {
  if (!a.unpruned || a.brought_by_closures == 0) return;
  out.put(
      fmt::format("modules that only dependencies of go < 1.17 bring, by "
                  "opening all that they lead to: {}\n",
                  a.brought_by_closures));
  std::vector<UnprunedAnswer> alone;
  for (const UnprunedAnswer& u : *a.unpruned)
    if (!u.brings.empty()) alone.push_back(u);
  put_section(out, "  of which one alone brings some", alone, unpruned_line);
}

void put_uses(Sink& out, const IndirectAnswer& a) {
  if (!a.uses) return;
  put_section(out, "modules that are here only for tests", a.uses->test_only,
              name_of);
  put_section(out, "modules that are here only for tools", a.uses->tool_only,
              name_of);
  put_section(out, "modules that give no package in this build configuration",
              a.uses->no_package, name_of);
}

void put_left_over(Sink& out, const IndirectAnswer& a) {
  put_section(out,
              "modules that are here only because of versions not selected",
              a.unreachable_modules, [](const UnreachableAnswer& l) {
                return name_of(l.module) +
                       (l.required_by.empty()
                            ? ""
                            : ", asked for by " + some_of(l.required_by));
              });
}

}  // namespace

void write_indirect_text(const IndirectAnswer& answer, Sink& out) {
  put_section(out, "versions that an `// indirect` line alone holds up",
              answer.pinned_by_indirect, held_line);
  put_stale(out, answer);
  put_heavy(out, answer);
  put_unpruned(out, answer);
  put_uses(out, answer);
  put_left_over(out, answer);
  std::string mains;
  for (const std::string& main : answer.main_modules)
    mains += (mains.empty() ? "" : ", ") + printable(main);
  if (answer.main_modules.size() > 3)
    mains = fmt::format("{} and {} more main modules",
                        printable(answer.main_modules.front()),
                        answer.main_modules.size() - 1);
  out.put(fmt::format("{}: {} modules", mains, answer.modules));
  if (answer.lines_known)
    out.put(fmt::format(
        "; held up {}, stale {}", answer.pinned_by_indirect.size(),
        std::count_if(answer.stale.begin(), answer.stale.end(),
                      [](const StaleAnswer& s) { return s.is_sure; })));
  if (answer.graph_known)
    out.put(fmt::format("; left over {}", answer.unreachable_modules.size()));
  out.put("\n");
  for (const std::string& why : answer.partial_because)
    out.put("partial: ").put(printable(why)).put("\n");
  for (const std::string& more : answer.could_say)
    out.put("more with ").put(more).put("\n");
}

}  // namespace modgraph
