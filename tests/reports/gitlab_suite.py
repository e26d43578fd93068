"""GitLab's code quality reports against a schema of ours and its rule that
fingerprints are unique, read by Python's json."""

import collections
import json

import jsonschema


def check(tools):
    schema = json.loads((tools.here / "schemas/gitlab.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors([{"description": "x"}])), "the schema refuses nothing"
    checks = 0
    for name, words in tools.real_modules():
        done = tools.modgraph("analyze", *words, "--exit-zero", "-f", "gitlab")
        issues = json.loads(done.stdout)
        faults = [f.message for f in validator.iter_errors(issues)]
        assert not faults, f"{name}: {faults[:3]}"
        twice = [f for f, n in collections.Counter(i["fingerprint"] for i in issues).items() if n > 1]
        assert not twice, f"{name}: fingerprints twice: {twice[:3]}"
        checks += 1 + len(issues)
    return checks
