#include "bench/generator.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string_view>
#include <vector>

#include "importers/graph_text/graph_text.h"

namespace modgraph::bench {
namespace {

constexpr std::array<std::string_view, 8> kHosts = {
    "github.com", "github.com", "github.com", "github.com",
    "golang.org", "gopkg.in",   "k8s.io",     "example.com"};
constexpr std::array<std::string_view, 16> kWords = {
    "api", "client", "core",    "data",    "driver", "exporter",
    "go",  "kit",    "logging", "metrics", "proto",  "runtime",
    "sdk", "server", "tools",   "utils"};

// std::mt19937_64 is the same everywhere; the standard distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  std::uint64_t below(std::uint64_t n) { return engine_() % n; }
  double normal() {  // Box and Muller, 1958
    const double u = 1 - unit();
    return std::sqrt(-2 * std::log(u)) * std::cos(6.283185307179586 * unit());
  }

 private:
  std::mt19937_64 engine_;
};

std::string module_path(std::uint64_t module, Random& random) {
  const auto word = [&] { return kWords[random.below(kWords.size())]; };
  std::string out = fmt::format("{}/{}{}/{}", kHosts[module % kHosts.size()],
                                word(), module / 7, word());
  if (random.below(4) == 0) out += fmt::format("/{}", word());
  if (random.below(6) == 0) out += "/v2";
  return out;
}

std::string version(bool second_major, std::uint64_t number, Random& random) {
  if (random.below(4) == 0)
    return fmt::format("v{}.0.0-20{:02}{:02}{:02}{:06}-{:012x}",
                       second_major ? 2 : 0, 15 + number % 10, 1 + number % 12,
                       1 + random.below(28), random.below(240000),
                       random.below(std::uint64_t{1} << 48));
  return fmt::format("v{}.{}.{}", second_major ? 2 : 0, number,
                     random.below(12));
}

// Enough versions for the wanted requirements, grouped by module and then
// shuffled, so that a breadth-first walk meets them as a real one does.
std::vector<std::string> make_vertices(std::uint64_t count, const Shape& shape,
                                       Random& random) {
  std::vector<std::string> out;
  out.reserve(count);
  const double more = 1 - 1 / shape.versions_per_module;
  for (std::uint64_t module = 0; out.size() < count; ++module) {
    const std::string path = module_path(module, random);
    const bool second_major = path.ends_with("/v2");
    std::uint64_t number = random.below(20);
    do {
      out.push_back(path + "@" + version(second_major, number, random));
      number += 1 + random.below(3);
    } while (random.unit() < more && out.size() < count);
  }
  for (std::size_t i = out.size() - 1; i > 0; --i)
    std::swap(out[i], out[random.below(i + 1)]);
  return out;
}

}  // namespace

std::string graph_text(const Shape& shape) {
  Random random(shape.seed);
  const double mean =
      shape.median_requirements *
      std::exp(shape.sigma_requirements * shape.sigma_requirements / 2);
  const auto count = static_cast<std::uint64_t>(std::max(
      8.0, static_cast<double>(shape.requirements) / mean / shape.open_share));
  const std::vector<std::string> vertices = make_vertices(count, shape, random);

  std::string out;
  out.reserve(shape.requirements * 84);
  std::vector<std::uint32_t> row;
  std::uint64_t written = 0;
  const auto write_row = [&](std::string_view source) {
    std::sort(row.begin(), row.end(),
              [&](auto a, auto b) { return vertices[a] < vertices[b]; });
    row.erase(std::unique(row.begin(), row.end()), row.end());
    for (const std::uint32_t target : row) {
      out.append(source).append(" ").append(vertices[target]) += '\n';
      ++written;
    }
    row.clear();
  };
  // Half of the requirements go to few, popular vertices: the square of a
  // uniform number prefers late vertices, which many sources come before.
  const auto target_after = [&](std::uint64_t source) {
    const double u = random.unit();
    const double skewed = random.below(2) == 0 ? u : u * u * u;
    const auto span = static_cast<double>(count - source - 1);
    return static_cast<std::uint32_t>(
        count - 1 - static_cast<std::uint64_t>(skewed * span));
  };

  for (std::uint32_t i = 0; i < std::min<std::uint64_t>(200, count); ++i)
    row.push_back(i);
  write_row("example.com/monorepo/service");
  for (std::uint64_t v = 0; written < shape.requirements; v = (v + 1) % count) {
    if (v + 1 < count && random.unit() >= shape.open_share) continue;
    const double drawn = shape.median_requirements *
                         std::exp(shape.sigma_requirements * random.normal());
    const auto wanted =
        static_cast<std::uint64_t>(std::clamp(drawn, 1.0, 400.0));
    for (std::uint64_t i = 0; i < wanted; ++i) {
      const bool back = v + 1 == count || random.unit() < shape.back_share;
      row.push_back(back ? static_cast<std::uint32_t>(random.below(v + 1))
                         : target_after(v));
    }
    write_row(vertices[v]);
  }
  return out;
}

ModuleGraph graph(const Shape& shape) {
  auto text = parse_graph_text("generated", graph_text(shape));
  return std::move(text.value().builder).freeze().value();
}

std::string describe(const std::string& text) {
  auto parsed = parse_graph_text("generated", text);
  const ModuleGraph g = std::move(parsed.value().builder).freeze().value();
  std::size_t open = 0;
  for (NodeId n : g.nodes()) open += g.requirements(n).empty() ? 0u : 1u;
  return fmt::format(
      "{} requirements, {} vertices ({} open), {} modules, {:.1f} "
      "bytes/line",
      g.requirements().edge_count(), g.node_count(), open, g.module_count(),
      static_cast<double>(text.size()) /
          static_cast<double>(g.requirements().edge_count()));
}

}  // namespace modgraph::bench
