// Writes generated `go mod graph` text to standard output:
//   make_graph REQUIREMENTS

#include <cstdio>
#include <cstdlib>
#include <string>

#include "bench/generator.h"

int main(int argc, char** argv) {
  modgraph::bench::Shape shape;
  if (argc > 1) shape.requirements = std::strtoull(argv[1], nullptr, 10);
  const std::string text = modgraph::bench::graph_text(shape);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0
                                                                         : 3;
}
