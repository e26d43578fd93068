"""One run writes all formats, and all of them hold the same findings."""

import collections
import csv
import io
import json
import re
import urllib.parse
import xml.etree.ElementTree

EVERYTHING = ("-v", "--show", "note", "--max-results", "1000000", "--markdown-budget", "summary")


def of_json(text):
    return [(f["fingerprint"], f["rule"], f["level"]) for f in json.loads(text)["findings"]]


def of_ndjson(text):
    return [(f["fingerprint"], f["rule"], f["level"]) for f in map(json.loads, text.splitlines())]


def of_csv(text):
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [(r["fingerprint"], r["rule"], r["level"]) for r in rows]


def of_sarif(text):
    return [(r["partialFingerprints"]["modgraph/v1"], r["ruleId"], r["level"])
            for r in json.loads(text)["runs"][0]["results"]]


def of_gitlab(text):
    levels = {"critical": "error", "major": "warning", "info": "note"}
    return [(i["fingerprint"].split("-")[0], i["check_name"].split()[0], levels[i["severity"]])
            for i in json.loads(text)]


def of_junit(text):
    out = []
    for case in xml.etree.ElementTree.fromstring(text).iter("testcase"):
        fingerprint = case.find("properties/property")
        if fingerprint is None:
            continue
        failure = case.find("failure")
        out.append((fingerprint.get("value"), case.get("classname").split(".")[1],
                    failure.get("type") if failure is not None else "note"))
    return out


def of_html(text):
    found = re.findall(r'<article class="finding (\w+)" id="finding-(\w+)"[^>]*?data-rule="(\w+)"', text, re.S)
    return [(fingerprint, rule, level) for level, fingerprint, rule in found]


def of_markdown(text):
    """The level stands before the rule in full, and over folded findings."""
    found = re.findall(r"^(?:\*\*(\w+)\*\*|<details><summary>(\w+):)|<!-- (MG\d+) (\w+) -->", text, re.M)
    out = []
    for in_full, folded, rule, fingerprint in found:
        if rule:
            out.append((fingerprint, rule, level))
        else:
            level = in_full or folded
    return out


def of_github(text):
    """Without fingerprints: rule, level and message."""
    found = re.findall(r"^::(error|warning|notice) [^:]*?title=(MG\d+)[^:]*::(.*)$", text, re.M)
    return [(rule, "note" if level == "notice" else level, urllib.parse.unquote(message).split("\n")[0])
            for level, rule, message in found]


def of_text(text):
    found = re.findall(r"^(error|warning|note)\[(MG\d+) [\w-]+\]: (.*)$", text, re.M)
    return [(rule, level, message) for level, rule, message in found]


def of_compact(text):
    found = re.findall(r"^[^:]+:\d+:\d+: (error|warning|note): (.*) \[(MG\d+) [\w-]+\]$", text, re.M)
    return [(rule, level, message) for level, message, rule in found]


WITH_FINGERPRINTS = {"ndjson": of_ndjson, "csv": of_csv, "sarif": of_sarif, "gitlab": of_gitlab, "junit": of_junit, "html": of_html,
                     "markdown": of_markdown}
WITH_MESSAGES = {"github": of_github, "compact": of_compact, "text": of_text}


def differences(name, fmt, expected, found):
    expected, found = collections.Counter(expected), collections.Counter(found)
    missing, more = list((expected - found).elements()), list((found - expected).elements())
    assert not missing and not more, f"{name}, {fmt}: missing {missing[:3]}, more {more[:3]}"
    return sum(expected.values())


def check(tools):
    checks = 0
    for name, words in tools.real_modules():
        formats = ["json", *WITH_FINGERPRINTS, *WITH_MESSAGES]
        outputs = [w for f in formats for w in ("-f", f"{f}:{tools.folder / f}")]
        done = tools.modgraph(*EVERYTHING[:1], "analyze", *words, "--fail-on", "note", *EVERYTHING[1:], *outputs)
        assert done.returncode in (0, 1), done.stderr
        texts = {f: (tools.folder / f).read_bytes().decode("utf-8") for f in formats}
        expected = of_json(texts["json"])
        for fmt, read in WITH_FINGERPRINTS.items():
            checks += differences(name, fmt, expected, read(texts[fmt]))
        said = [(f["rule"], f["level"], f["message"]) for f in json.loads(texts["json"])["findings"]]
        for fmt, read in WITH_MESSAGES.items():
            checks += differences(name, fmt, said, read(texts[fmt]))
    return checks
