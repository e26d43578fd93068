#pragma once

// Documents as the bytes that a user sees.

#include <string>

#include "engine/document/document.h"

namespace modgraph::test {

/// As `-f text` writes it.
std::string text_of(const Document& document);

/// As `-f json` writes it.
std::string json_of(const Document& document);

/// As `-f csv` writes it.
std::string csv_of(const Document& document);

}  // namespace modgraph::test
