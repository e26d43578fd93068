"""Each format as a strict reader of it reads it. A reader raises an
AssertionError, or the error of the library that reads, and returns nothing."""

import csv
import html.parser
import io
import json
import re
import xml.etree.ElementTree

VOID = set("area base br col embed hr img input link meta source track wbr".split())


def control_free(text):
    found = re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert not found, f"the control character {found[0]!r} near {text[max(0, found.start() - 40):found.start() + 40]!r}"


def read_json(text):
    def once(pairs):
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names)), f"a name twice: {names}"
        return dict(pairs)

    return json.loads(text, object_pairs_hook=once)


def read_json_values(text):
    """One value after the other, as the go command prints them."""
    values, rest, decoder = [], text.strip(), json.JSONDecoder()
    while rest:
        value, end = decoder.raw_decode(rest)
        values.append(value)
        rest = rest[end:].lstrip()
    return values


def read_csv(text):
    """RFC 4180, and no cell that a spreadsheet takes for a formula."""
    assert "\r" not in text.replace("\r\n", "") and "\n" not in text.replace("\r\n", ""), "lines do not end in CRLF"
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows, "no header"
    header = rows[0]
    assert all(header), f"a column without a name: {header}"
    assert len(set(header)) == len(header), f"a name twice: {header}"
    for row in rows:
        assert len(row) == len(header), f"{len(row)} cells below a header of {len(header)}: {row}"
        for cell in row:
            escaped = re.search(r"\\x[01][0-9a-f]", cell)
            assert not escaped, f"an escaped control character: {cell[:100]!r}"
            assert cell[:1] not in tuple("=+-@"), f"a formula: {cell[:100]!r}"
    return rows


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.metas, self.ids, self.scripts, self.title = [], [], [], [], ""

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        assert len(values) == len(attributes), f"an attribute of <{tag}> twice"
        handlers = [name for name in values if name.startswith("on")]
        assert not handlers, f"<{tag}> has {handlers}"
        for name in ("src", "href", "xlink:href", "action", "formaction", "data", "srcset"):
            assert values.get(name, "#").startswith("#"), f"<{tag}> leads to {values[name]}"
        if tag == "meta":
            self.metas.append(values)
        if tag == "script":
            self.scripts.append(values.get("type", "text/javascript"))
        if values.get("id"):
            self.ids.append(values["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> where {self.open[-3:]} are open"
        self.open.pop()

    def handle_data(self, data):
        if self.open[-1:] == ["title"] and "svg" not in self.open:
            self.title += data


def read_html(text):
    assert text.startswith("<!DOCTYPE html>"), text[:40]
    page = Page()
    page.feed(text)
    page.close()
    assert not page.open, f"never closed: {page.open}"
    assert page.title.strip(), "no title"
    assert len(set(page.ids)) == len(page.ids), "an id twice"
    policies = [m["content"] for m in page.metas if m.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1 and "default-src 'none'" in policies[0], f"policies: {policies}"
    assert "unsafe" not in policies[0], policies[0]
    return page


def split_row(line):
    """Cells of a table row; a | in a code span or behind a backslash splits none."""
    return re.split(r"(?<!\\)\|", line.strip()[1:-1])


def read_markdown(text):
    """GitHub's: tables are whole, and no HTML stands outside of code."""
    table = width = None
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"```+[^`]*$", line):  # with more of them it is code in a line
            fenced = not fenced
            continue
        if fenced:
            continue
        where = f"line {number}: {line[:160]!r}"
        if line.startswith("|"):
            cells = split_row(line)
            if table is None:
                table, width = number, len(cells)
            assert line.rstrip().endswith("|"), f"a row without an end, {where}"
            assert len(cells) == width, f"{len(cells)} cells of {width}, {where}"
            if number == table + 1:
                assert all(re.fullmatch(r" *:?-+:? *", cell) for cell in cells), f"no rule, {where}"
        else:
            table = None
        bare = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
        tag = re.search(r"(?<!\\)<(?!!-- (?:modgraph(?::diff(?: [\w.-]+)?)?|MG\d{4} [0-9a-f]{32}) -->)[A-Za-z/!?][^>]*>?", bare)
        ours = tag and re.fullmatch(r"</?(details|summary|sub)>", tag[0])
        assert not tag or ours, f"HTML, {where}"
        assert "`:`" not in line, f"a colon as code, {where}"
    assert not fenced, "a fence is open"
    assert text.strip(), "empty"


def read_svg(text):
    root = xml.etree.ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg", root.tag
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not names & {"script", "foreignObject", "image", "use"}, names
    foreign = set(re.findall(r"https?://[^\"'<\s]+", text)) - {"http://www.w3.org/2000/svg"}
    assert not foreign, foreign


def read_dot(text):
    assert re.match(r"(strict )?digraph ", text) and text.rstrip().endswith("}"), text[:60]
    bare = re.sub(r'"(?:\\.|[^"\\])*"', "", text)
    assert '"' not in bare and bare.count("{") == bare.count("}"), "quotes or braces are open"


def read_mermaid(text):
    title = re.match(r'---\ntitle: "[^"\n]*"\n---\n', text)
    body = text[title.end() if title else 0 :].splitlines()
    assert body and re.match(r"(flowchart|graph) (TB|TD|LR|BT|RL)", body[0]), text[:60]
    assert all(line.count('"') % 2 == 0 for line in body), "a quote is open"


def read_lines(text):
    assert not text or text.endswith("\n"), f"the last line has no end: {text[-60:]!r}"


def read_text(text):
    read_lines(text)
    assert not re.search(r"[ ]+$", text, re.M), "blanks at the end of a line"


def read_ndjson(text):
    read_lines(text)
    for line in text.splitlines():
        read_json(line)


def read_sarif(text):
    assert read_json(text)["version"] == "2.1.0"


def read_gitlab(text):
    issues = read_json(text)
    assert len({i["fingerprint"] for i in issues}) == len(issues), "a fingerprint twice"


def read_junit(text):
    assert xml.etree.ElementTree.fromstring(text).tag == "testsuites"


def read_github(text):
    for line in text.splitlines():
        assert re.match(r"::(error|warning|notice)[ :]", line), line


# json has its own reader: the schemas.
READERS = {
    "text": read_text, "compact": read_lines, "ndjson": read_ndjson, "csv": read_csv, "sarif": read_sarif,
    "github": read_github, "gitlab": read_gitlab, "junit": read_junit, "dot": read_dot, "svg": read_svg,
    "mermaid": read_mermaid, "markdown": read_markdown, "html": read_html, "patch": read_lines, "script": read_lines,
}  # fmt: skip
# Characters that control nothing there: csv ends its lines as RFC 4180 says,
# Graphviz indents, a patch shows lines of go.mod.
FINE = {"csv": "\r", "dot": "\t", "patch": "\t"}
