"""What a reader of GitHub Flavored Markdown makes of a report: the tags, and
the text that stands outside code."""

import html.parser
import json
import re

# All tags that a report may have, with the attributes they may have.
ALLOWED = {
    "p": [], "strong": [], "code": ["class"], "pre": [], "br": [], "h3": [],
    "ul": [], "li": [], "table": [], "thead": [], "tbody": [], "tr": [],
    "th": ["align"], "td": ["align"], "details": [], "summary": [], "em": [],
}  # fmt: skip
# What GitHub makes links, mentions, references or pictures of, after the
# Markdown has been read.
LIVE = [
    re.compile(r"@\w"),
    re.compile(r"#\d"),
    re.compile(r"(?i)\bGH-\d"),
    re.compile(r"(?i)www\.|://|mailto:\S"),
    re.compile(r":[\w+-]+:"),
    re.compile(r"\b[0-9a-f]{7,40}\b"),
    re.compile(r"\$\S"),
    re.compile(r"\[\^?\w"),
]


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags = {}
        self.code = 0
        self.text = []
        self.comments = []
        self.cells = []  # of each row of tables

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED, f"a foreign element: {tag} {attrs}"
        for name, value in attrs:
            assert name in ALLOWED[tag], f"a foreign attribute: {tag} {name}={value}"
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.code += tag == "code"
        if tag == "tr":
            self.cells.append(0)
        if tag in ("td", "th"):
            self.cells[-1] += 1

    def handle_endtag(self, tag):
        self.code -= tag == "code"

    def handle_data(self, data):
        if not self.code:
            self.text.append(data)

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_decl(self, decl):
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data):
        raise AssertionError(f"a processing instruction: {data}")

    unknown_decl = handle_decl


def read(tools, paths):
    """A Reader for each file, checked."""
    listing = tools.folder / "markdown.json"
    listing.write_text(json.dumps([str(p) for p in paths]))
    out = []
    for path, page in zip(paths, json.loads(tools.node("markdown_parse.cjs", listing))):
        reader = Reader()
        try:
            reader.feed(page)
            reader.close()
            check(reader)
        except AssertionError as fault:
            raise AssertionError(f"{path}: {fault}") from fault
        out.append(reader)
    return out


def check(reader):
    assert reader.comments and reader.comments[0] == " modgraph "
    for comment in reader.comments[1:]:
        assert re.fullmatch(r" MG\d{4} [0-9a-f]{32} ", comment), f"comment {comment!r}"
    assert set(reader.cells) <= {4}, f"a broken table: {reader.cells}"
    assert reader.tags.get("table", 0) <= 1
    for text in reader.text:
        for live in LIVE:
            found = live.search(text)
            assert not found, f"live text {found[0]!r} in {text!r}"
