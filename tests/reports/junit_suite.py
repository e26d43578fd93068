"""JUnit reports against a schema of ours, and as junitparser reads them."""

import junitparser
from lxml import etree


def check(tools):
    schema = etree.XMLSchema(etree.parse(tools.here / "schemas/junit.xsd"))
    assert not schema.validate(etree.fromstring("<testsuites/>")), "the schema refuses nothing"
    checks = 0
    for name, words in tools.real_modules():
        path = tools.folder / f"{name}.xml"
        done = tools.modgraph("analyze", *words, "--exit-zero", "-f", f"junit:{path}")
        assert done.returncode == 0, done.stderr
        tree = etree.parse(path)
        assert schema.validate(tree), f"{name}: {schema.error_log}"
        suites = junitparser.JUnitXml.fromfile(str(path))
        cases = [case for suite in suites for case in suite]
        assert len(cases) == int(tree.getroot().get("tests")), name
        failures = sum(any(isinstance(r, junitparser.Failure) for r in c.result) for c in cases)
        assert failures == int(tree.getroot().get("failures")), name
        checks += len(cases)
    return checks
