#pragma once

// Documents as the bytes that a user sees.

#include <string>
#include <utility>

#include "engine/document/document.h"
#include "exporters/text/sink.h"

namespace modgraph::test {

/// What `write(out)` writes to a sink.
template <class Write>
std::string written(Write write) {
  Sink out;
  write(out);
  return std::move(out).take_text();
}

/// As `-f text` writes it.
std::string text_of(const Document& document);

/// As `-f json` writes it.
std::string json_of(const Document& document);

/// As `-f csv` writes it.
std::string csv_of(const Document& document);

}  // namespace modgraph::test
