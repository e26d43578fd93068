#include "tests/support/document_texts.h"

#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"

namespace modgraph::test {

std::string text_of(const Document& document) {
  Sink out;
  write_document_text(document, Length::kShort, out);
  return std::move(out).take_text();
}

std::string json_of(const Document& document) {
  Sink out;
  write_document_json(document, out);
  return std::move(out).take_text();
}

std::string csv_of(const Document& document) {
  Sink out;
  write_document_csv(document, out);
  return std::move(out).take_text();
}

}  // namespace modgraph::test
