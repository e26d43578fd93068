// Documents as pages. How they look in a browser is tested by tests/reports.

#include "exporters/html/document_html.h"

#include "engine/base/sha256.h"
#include "exporters/html/html_parts.h"
#include "tests/support/pictures.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string page_of(const Document& document) {
  Sink out;
  write_document_html(document, out);
  return std::move(out).take_text();
}

// What is between the heading and the end.
std::string body_of(const Document& document) {
  const std::string page = page_of(document);
  constexpr std::string_view kBegin = "<section class=\"panel answer\">\n";
  const std::size_t begin = page.find(kBegin) + kBegin.size();
  return page.substr(begin, page.find("</section>") - begin);
}

// A headline with a list of lines, and a table.
Document with_name(std::string_view name) {
  return sample([&](RecordWriter& w) {
    w.module("module", name);
    w.say("about {module}");
    w.list("cycles", {"Cycles"}, std::vector<int>{1}, [&](int) {
      w.text("reason", name);
      w.say("because of {reason}");
      w.texts("members", std::vector<std::string>{std::string(name)},
              {"Members"});
    });
    w.list("rows", {"Modules"}, std::vector<int>{2}, [&](int n) {
      w.module("module", name);
      w.count("versions", static_cast<std::uint64_t>(n));
    });
  });
}

TEST_CASE("lines are nested lists, rows are a table") {
  CHECK(body_of(with_name("a/b")) ==
        "<p>about <code>a/b</code></p>\n"
        "<h2>Cycles: 1</h2>\n"
        "<ul class=\"answer\">\n<li>because of a/b"
        "<ul class=\"answer\">\n<li>Members: 1"
        "<ul class=\"answer\">\n<li>a/b</li>\n</ul></li>\n</ul></li>\n</ul>\n"
        "<h2>Modules: 1</h2>\n"
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
        "aria-label=\"Table\">\n<table class=\"answer\">\n<thead>\n"
        "<tr><th scope=\"col\">module</th><th scope=\"col\" class=\"number\">"
        "versions</th></tr>\n</thead>\n<tbody>\n"
        "<tr><td><code>a/b</code></td><td class=\"number\">2</td></tr>\n"
        "</tbody>\n</table>\n</div>\n");
}

TEST_CASE("the page runs nothing, loads nothing, and has one style sheet") {
  const std::string page = page_of(with_name("a/b"));
  Sha256 sum;
  sum.update(html_style_sheet());
  CHECK(count_of(page,
                 "default-src 'none'; base-uri 'none'; form-action 'none'; "
                 "style-src 'sha256-" +
                     sum.base64_digest() + "'\"") == 1);
  CHECK(count_of(page, "<style>") == 1);
  CHECK(count_of(page, "<script") == 0);
  CHECK(count_of(page, "://") == 0);
}

TEST_CASE("no text of a stranger adds an element or an attribute") {
  const std::string plain = page_of(with_name("a/b"));
  for (const std::string& hostile : hostile_texts()) {
    CAPTURE(hostile.substr(0, 60));
    const std::string page = page_of(with_name(hostile));
    for (const std::string_view mark : {"<", ">", "\"", "'"})
      CHECK(count_of(page, mark) == count_of(plain, mark));
  }
}

}  // namespace
}  // namespace modgraph::test
