"""HTML reports, used in a browser as a reader uses them."""

import json
import re

OWN_SCRIPT = 48 * 1024
# What graph text refuses in a name: the strings come by go.mod and list, too.
REFUSED = re.compile("[\\s@\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
# Strings that would do something in HTML, in attributes, in JSON or in CSS.
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</title></style></textarea><img src=x onerror=alert(3)>",
    '"><svg onload=alert(4)><!--',
    "' onmouseover='alert(5)' autofocus onfocus='alert(6)",
    "<!--<script>",
    "]]><iframe src=https://attacker.example.com></iframe>",
    "<meta http-equiv=refresh content='0;url=https://attacker.example.com'>",
    "javascript:alert(7)",
    "&lt;b&gt;&#x3c;script&#x3e;alert(8)",
    "<a href='https://attacker.example.com' target=_blank>click</a>",
    "</style><link rel=stylesheet href=https://attacker.example.com/x.css>",
    "\u202etxt.exe\u2066\u200b\ufeff",
    "`${alert(9)}`\\u003c/script\\u003e",
]
GO_MOD = """// Deprecated: {text}
module example.com/main

go 1.21

require (
\ta.example/a v1.0.0 // {text}
\tb.example/b v1.0.0 // indirect; {text}
)

retract v0.0.1 // {text}

replace b.example/b => {target}
"""
FIXABLE = """module example.com/main

go 1.21

require a.example/a v1.0.0

replace a.example/a => ./a

replace unused.example/u => ./u

replace "other.example/o" => "./it's $HOME"
"""
GRAPH = """example.com/main a.example/a@v1.0.0
example.com/main b.example/b@v1.0.0
a.example/a@v1.0.0 c.example/{word}@v1.2.0
a.example/a@v1.0.0 b.example/b@v0.9.0
c.example/{word}@v1.2.0 a.example/a@v0.9.0
"""


def write(tools, name, words):
    page, data = tools.folder / f"{name}.html", tools.folder / f"{name}.json"
    done = tools.modgraph(
        "analyze", *words, "--exit-zero", "-f", f"html:{page}", "-f", f"json:{data}"
    )
    assert done.returncode == 0, done.stderr
    return {"name": name, "page": str(page), "data": str(data)}


def module_list(text):
    rows = [
        {"Path": "example.com/main", "Main": True, "Dir": text, "GoVersion": "1.21"},
        {"Path": "a.example/a", "Version": "v1.0.0", "Deprecated": text, "Retracted": [text]},
        {"Path": "b.example/b", "Version": "v1.0.0", "Replace": {"Path": text}},
        {"Path": "d.example/d", "Version": "v1.2.0", "Deprecated": text, "Error": {"Err": text}},
    ]
    return "\n".join(json.dumps(row) for row in rows)


def hostile_page(tools, number, text):
    """A report about modules that are called so, or else described so."""
    folder = tools.folder / f"hostile {number}"
    folder.mkdir()
    mod, graph, rows = folder / "go.mod", folder / "graph.txt", folder / "list.json"
    target = json.dumps("./" + text, ensure_ascii=False)
    mod.write_text(GO_MOD.format(text=text, target=target), encoding="utf-8")
    graph.write_text(GRAPH.format(word=REFUSED.sub("", text)), encoding="utf-8")
    rows.write_text(module_list(text), encoding="utf-8")
    for mod_words in (["--mod", mod], []):
        page = folder / "report.html"
        done = tools.modgraph(
            "analyze", "--graph", graph, *mod_words, "--list", rows,
            "--exit-zero", "-f", f"html:{page}",
        )  # fmt: skip
        if done.returncode == 0:
            return {"name": repr(text), "page": str(page)}
    raise AssertionError(f"{text!r} is refused: {done.stderr}")


def page_with_fixes(tools):
    """A module whose go.mod has lines to drop, resolved where it stands."""
    folder = tools.folder / "fixes"
    (folder / "a").mkdir(parents=True)
    (folder / "go.mod").write_text(FIXABLE, encoding="utf-8")
    (folder / "a/go.mod").write_text("module a.example/a\n\ngo 1.21\n", encoding="utf-8")
    return write(tools, "fixes", [folder, "--modcache", tools.folder / "cache"])


def check_policy(page):
    """Only what the page itself holds, by its digest, and nothing else."""
    text = page.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy, "no Content-Security-Policy"
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules.pop("default-src") == "'none'", policy[1]
    assert rules.pop("base-uri") == "'none'", policy[1]
    assert rules.pop("form-action") == "'none'", policy[1]
    for name in ("script-src", "style-src"):
        for source in rules.pop(name).split():
            assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", source), source
    assert not rules, f"the policy allows more: {rules}"
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 1 and len(scripts[0].encode()) < OWN_SCRIPT, len(scripts)
    assert not re.search(r"<[^>]*\s(style|on\w+)=", text.split("<main>")[0])
    return 6


def check(tools):
    storefront = tools.source / "examples/storefront"
    words = ["--graph", "graph.txt", "--mod", "go.mod", "--list", "list.json"]
    pages = [
        write(tools, "storefront", [w if w[0] == "-" else storefront / w for w in words])
    ]
    if tools.corpus is None:
        print("html: SKIP real modules: MODGRAPH_CORPUS is not set")
    else:
        real = dict(tools.real_modules())
        pages += [write(tools, name, real[name]) for name in ("kubernetes", "hugo")]
    checks = sum(check_policy(tools.folder / f"{page['name']}.html") for page in pages)
    fixes = page_with_fixes(tools)
    hostile = [hostile_page(tools, n, text) for n, text in enumerate(HOSTILE)]
    job = tools.folder / "html_job.json"
    job.write_text(json.dumps({"pages": pages, "fixes": fixes, "hostile": hostile}), encoding="utf-8")
    said = tools.node("html_check.cjs", job).splitlines()
    for line in said[:-1]:
        print("html: " + line)
    return checks + int(said[-1])
