"""Each format of the hostile reports, in the hands of who reads it."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree

import gfm
import hostile_inputs
import mermaid_suite

# No report ever has them.
FORBIDDEN = set("iframe frame frameset object embed applet img image picture video audio "
                "source link base foreignObject portal template animate set".split())  # fmt: skip


def no_controls(text):
    """Nothing that a terminal obeys."""
    for c in text:
        code = ord(c)
        assert code >= 32 or c == "\n", f"control character {code:#x}"
        assert not 127 <= code < 160, f"control character {code:#x}"


def plain(text):
    """No control character, nothing that hides or turns text."""
    no_controls(text)
    for c in text:
        code = ord(c)
        assert not 0x200B <= code <= 0x200F and not 0x202A <= code <= 0x202E, hex(code)
        assert not 0x2066 <= code <= 0x2069 and code != 0xFEFF, hex(code)


def each(read):
    """A reader of one text as a reader of many files."""

    def of_all(tools, paths):
        for path in paths:
            try:
                read(path.read_bytes().decode("utf-8"))
            except Exception as fault:
                raise AssertionError(f"{path}: {fault}") from fault
        return len(paths)

    return of_all


def read_terminal(text):
    import pyte

    plain(text)
    screen = pyte.Screen(200, 50)
    heard = []
    for event in ("set_title", "set_icon_name", "select_graphic_rendition", "report_device_status",
                  "erase_in_display", "cursor_position", "reset", "set_mode", "bell",
                  "reset_mode", "backspace", "tab"):  # fmt: skip
        setattr(screen, event, lambda *a, event=event, **k: heard.append(event))
    # Screens call some of these themselves; only what the text causes counts.
    heard.clear()
    pyte.Stream(screen).feed(text)
    assert not heard, heard


def read_json(text):
    no_controls(text)
    report = json.loads(text)
    assert report["schema_version"] == 2 and report["findings"]


def read_lines_of_json(text):
    for line in text.splitlines():
        json.loads(line)


def read_csv(text):
    rows = list(csv.reader(io.StringIO(text), strict=True))
    assert len({len(row) for row in rows}) == 1, "rows of several lengths"
    for row in rows:
        assert not [c for c in row if c[:1] in tuple("=+-@\t\r")], "a formula"


def read_github(text):
    plain(text)
    for line in text.splitlines():
        found = re.fullmatch(r"::(error|warning|notice)( [^:]*)?::(.*)", line)
        assert found, f"no annotation: {line!r}"
        for pair in (found[2] or "").strip().split(","):
            assert re.fullmatch(r"(file|line|col|endLine|endColumn|title)=[^,:]*|", pair), pair
        for value in (found[2] or "", found[3]):
            assert not re.search(r"%(?!25|0D|0A|3A|2C)", value), f"bare %: {line!r}"


def read_gitlab(text):
    issues = json.loads(text)
    for issue in issues:
        plain(issue["description"])
        assert issue["location"]["path"] and issue["fingerprint"]
    assert len({i["fingerprint"] for i in issues}) == len(issues)


def read_junit(text):
    import junitparser

    names = {e.tag for e in xml.etree.ElementTree.fromstring(text).iter()}
    known = set("testsuites testsuite testcase failure error skipped system-out "
                "system-err properties property".split())  # fmt: skip
    assert names <= known, names - known
    assert list(junitparser.JUnitXml.fromstring(text.encode()))


def read_dot(tools, paths):
    if shutil.which("dot") is None:
        tools.skip("dot is not installed")
    for path in paths:
        done = subprocess.run(
            ["dot", "-Tjson0", path], capture_output=True, timeout=300, check=False
        )
        assert done.returncode == 0 and not done.stderr, f"{path}: {done.stderr}"
        graph = json.loads(done.stdout)
        everything = [graph, *graph.get("objects", []), *graph.get("edges", [])]
        keys = {key for item in everything for key in item}
        assert not keys & {"URL", "href", "image", "target", "edgeURL"}, f"{path}: {keys}"
        # Graphviz's own writer indents with tabs.
        plain(path.read_text(encoding="utf-8").replace("\t", ""))
    return len(paths)


def looked_at(tools, paths):
    """What the browser tells about each file, checked for all that acts."""
    listing = tools.folder / "pages.json"
    named = []
    for path in paths:
        # As browsers expect them, with nothing hostile in the name.
        copy = path.with_name("page-" + path.name)
        shutil.copyfile(path, copy)
        named.append(str(copy))
    listing.write_text(json.dumps(named))
    out = json.loads(tools.node("pages.cjs", listing))
    for path, page in zip(paths, out):
        for what in ("alarms", "requests", "problems", "handlers", "broken"):
            assert not page[what], f"{path}: {what}: {page[what]}"
        for link in page["links"]:
            assert link.startswith(("#", "https://pkg.go.dev/")), f"{path}: links to {link}"
        foreign = set(page["elements"]) & FORBIDDEN
        assert not foreign, f"{path}: {foreign}"
    return out


def read_page(name):
    """Hostile pages have the elements and attributes of harmless ones."""

    def of_all(tools, paths):
        harmless = looked_at(tools, hostile_inputs.write_harmless(tools, name))
        known = {
            key: {item for page in harmless for item in page[key]}
            for key in ("elements", "attributes")
        }
        scripts = {page["scripts"] for page in harmless}
        for path, page in zip(paths, looked_at(tools, paths)):
            for key, allowed in known.items():
                foreign = set(page[key]) - allowed
                assert not foreign, f"{path}: foreign {key} {sorted(foreign)}"
            assert page["scripts"] in scripts, f"{path}: {page['scripts']} scripts"
        return len(paths)

    return of_all


def read_markdown(tools, paths):
    for path in paths:
        plain(path.read_bytes().decode("utf-8"))
    return len(gfm.read(tools, paths))


def read_mermaid(tools, paths):
    charts = [p.read_bytes().decode("utf-8") for p in paths]
    for chart in charts:
        assert chart.isascii()
    return len(mermaid_suite.draw(tools, charts))


def read_sarif(tools, paths):
    for path in paths:
        json.loads(path.read_bytes().decode("utf-8"))
    program = tools.modules / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
    if not program.exists():
        tools.skip("the SARIF validator is not installed")
    program.chmod(0o755)
    copies = tools.folder / "sarif"
    copies.mkdir(exist_ok=True)
    for number, path in enumerate(paths):
        shutil.copyfile(path, copies / f"{number}.sarif")
    done = subprocess.run(
        [program, "validate", "--rule-kind", "Sarif;Ghas", *sorted(copies.iterdir())],
        env=dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1"),
        capture_output=True, encoding="utf-8", timeout=600, check=False,
    )  # fmt: skip
    said = done.stdout + done.stderr
    assert f"{len(paths)} files scanned" in said, said[-500:]
    bad = [line for line in said.splitlines() if re.search(r": (error|warning) ", line)]
    assert not bad, "\n".join(bad[:5])
    return len(paths)


def read_scripts(tools, written):
    """bash runs them with a go command that only notes what it was asked."""
    bash = shutil.which("bash")
    for folder, script in written:
        stubs = folder / "bin"
        stubs.mkdir(exist_ok=True)
        notes = folder / "asked"
        (stubs / "go").write_text(f'#!{bash}\nprintf "%s\\n" "$1 $2" >>"{notes}"\n')
        (stubs / "go").chmod(0o755)
        before = set(os.listdir(bytes(folder))) | {b"asked"}
        done = subprocess.run(
            [bash, "-s"], input=script, cwd=folder, env={"PATH": str(stubs)},
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (script[:500], done.stderr[:500])
        assert set(os.listdir(bytes(folder))) <= before, f"{folder}: files appeared"
        asked = notes.read_text().splitlines() if notes.exists() else []
        assert set(asked) <= {"mod edit", "get", "mod tidy"}, asked
    return len(written)


READERS = {
    "text": each(read_terminal),
    "compact": each(plain),
    "json": each(read_json),
    "ndjson": each(read_lines_of_json),
    "csv": each(read_csv),
    "github": each(read_github),
    "gitlab": each(read_gitlab),
    "junit": each(read_junit),
    "dot": read_dot,
    "svg": read_page("svg"),
    "html": read_page("html"),
    "markdown": read_markdown,
    "mermaid": read_mermaid,
    "sarif": read_sarif,
    "script": read_scripts,
}
