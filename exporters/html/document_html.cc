#include "exporters/html/document_html.h"

#include <algorithm>
#include <string>

#include "engine/base/sha256.h"
#include "exporters/html/html_parts.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

std::string page_title(const Document& document) {
  return "modgraph " + std::string(document.shape().name);
}

void put_document_head(const Document& document, Sink& out) {
  Sha256 sum;
  sum.update(html_style_sheet());
  out.put(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\""
      "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
      "'sha256-");
  out.put(sum.base64_digest());
  out.put(
      "'\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light "
      "dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
  put_element(out, "title", page_title(document));
  out.put("\n<style>").put(html_style_sheet()).put("</style>\n</head>\n");
}

// Prose of ours with `code` in it. A backtick without a partner stays one.
void put_prose(std::string_view text, Sink& out) {
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('`'), text.size());
    const std::size_t end = text.find('`', begin + 1);
    if (end == std::string_view::npos) return void(out.put(xml_text(text)));
    out.put(xml_text(text.substr(0, begin)));
    put_element(out, "code", text.substr(begin + 1, end - begin - 1));
    text.remove_prefix(end + 1);
  }
}

void put_pieces(const std::vector<Piece>& pieces, Sink& out) {
  for (const Piece& piece : pieces)
    if (piece.is_name)
      put_element(out, "code", piece.text);
    else if (piece.is_ours)
      put_prose(piece.text, out);
    else
      out.put(xml_text(piece.text));
}

void put_html_table(const Block& block, Sink& out) {
  const auto put_cells = [&](const auto& cells, auto put) {
    out.put("<tr>");
    for (std::size_t i = 0; i < cells.size(); ++i)
      put(cells[i], block.is_right[i] ? " class=\"number\"" : "");
    out.put("</tr>\n");
  };
  out.put(
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
      "aria-label=\"Table\">\n<table class=\"answer\">\n<thead>\n");
  put_cells(
      block.columns, [&](const std::string& name, std::string_view style) {
        out.put("<th scope=\"col\"").put(style).put(">").put(xml_text(name));
        out.put("</th>");
      });
  out.put("</thead>\n<tbody>\n");
  for (const std::vector<Cell>& row : block.rows)
    put_cells(row, [&](const Cell& cell, std::string_view style) {
      out.put("<td").put(style).put(">");
      put_pieces({{cell.text, cell.is_name}}, out);
      out.put("</td>");
    });
  out.put("</tbody>\n</table>\n</div>\n");
}

// Lines below a title or a headline are items of nested lists.
class Body {
 public:
  explicit Body(Sink& out) : out_(out) {}

  void put(const Block& block) {
    if (block.kind == BlockKind::kBreak) return;
    if (block.kind == BlockKind::kTable) {
      nest(0);
      return put_html_table(block, out_);
    }
    nest(block.depth);
    if (block.depth > 0) {
      out_.put("<li>");
      put_pieces(block.pieces, out_);
      is_open_ = true;
      return;
    }
    const std::string_view tag = block.kind == BlockKind::kTitle ? "h2" : "p";
    out_.put("<").put(tag).put(">");
    put_pieces(block.pieces, out_);
    out_.put("</").put(tag).put(">\n");
  }

  void end() { nest(0); }

 private:
  // Opens and closes lists until `depth` of them are open; the item that a new
  // list belongs to stays open around it.
  void nest(int depth) {
    if (depth <= depth_ && is_open_) out_.put("</li>\n");
    for (; depth_ > depth; --depth_)
      out_.put(depth_ > 1 ? "</ul></li>\n" : "</ul>\n");
    for (; depth_ < depth; ++depth_) {
      // A list right inside a list needs an item around it.
      if (depth_ > 0 && !is_open_) out_.put("<li>");
      out_.put("<ul class=\"answer\">\n");
      is_open_ = false;
    }
    is_open_ = false;
  }

  Sink& out_;
  int depth_ = 0;
  bool is_open_ = false;  // an item
};

}  // namespace

void write_document_html(const Document& document, Sink& out) {
  put_document_head(document, out);
  out.put("<body>\n<header>\n<div class=\"bar\">\n");
  put_element(out, "h1", page_title(document));
  put_element(out, "p class=\"verdict\"", document.shape().says);
  out.put("\n</div>\n</header>\n<main>\n<section class=\"panel answer\">\n");
  Body body(out);
  for (const Block& block : blocks_of(document, Length::kWhole))
    body.put(block);
  body.end();
  out.put("</section>\n</main>\n</body>\n</html>\n");
}

}  // namespace modgraph
