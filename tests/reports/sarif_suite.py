"""The SARIF validator, with its rules for code scanning: no error and no warning
on any real module, and both on files that must have them."""

import json
import os
import subprocess


class Validator:
    def __init__(self, tools):
        self.program = tools.modules / "@microsoft/sarif-multitool-linux/Sarif.Multitool"
        if not self.program.exists():
            tools.skip("the SARIF validator is not installed")
        self.program.chmod(0o755)  # its installer may not have run

    def complaints(self, path):
        """Its errors and warnings; it exits with 0 even when it has some."""
        done = subprocess.run(
            [self.program, "validate", "--rule-kind", "Sarif;Ghas", path],
            env=dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1"),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert "files scanned" in done.stdout, done.stdout + done.stderr
        return [
            line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line
        ]


def check_bad_files_fail(validator, good, folder):
    report = json.loads(good.read_text(encoding="utf-8"))
    checks = 0
    for name, spoil in (
        ("no message", lambda r: r["results"][0].pop("message")),
        ("no location", lambda r: r["results"][0].update(locations=[])),
        ("wrong rule", lambda r: r["results"][0].update(ruleIndex=9999)),
    ):
        spoilt = json.loads(json.dumps(report))
        spoil(spoilt["runs"][0])
        path = folder / "bad.sarif"
        path.write_text(json.dumps(spoilt), encoding="utf-8")
        assert validator.complaints(path), f"a file with {name} must fail"
        checks += 1
    return checks


def check(tools):
    validator = Validator(tools)
    checks = 0
    for name, words in tools.real_modules():
        path = tools.folder / f"{name}.sarif"
        done = tools.modgraph("analyze", *words, "--exit-zero", "--show", "note", "-f", f"sarif:{path}")
        assert done.returncode == 0, done.stderr
        complaints = validator.complaints(path)
        assert not complaints, "\n".join(complaints[:5])
        checks += 1
    return checks + check_bad_files_fail(validator, path, tools.folder)
