"""Strings as strangers might write them, in every field that a stranger decides
and through every format, read by those who read the formats in earnest: nothing
runs, nothing is asked for, nothing is there that we did not write."""

import hostile_inputs
import hostile_readers


def check(tools):
    formats = hostile_inputs.formats(tools)
    reports = hostile_inputs.write_reports(tools, formats)
    jobs = {name: [report[name] for report in reports] for name in formats}
    jobs["script"] = hostile_inputs.write_scripts(tools)
    total = 0
    faults = []
    for name, files in jobs.items():
        reader = hostile_readers.READERS.get(name)
        assert reader, f"format {name} has no reader: add one to hostile_readers.py"
        try:
            checks = reader(tools, files)
        except AssertionError as fault:  # the other formats are looked at too
            faults.append(f"{name}: {fault}")
            continue
        assert checks, f"{name}: nothing was checked"
        print(f"hostile {name}: {checks} checks", flush=True)
        total += checks
    for name in hostile_readers.READERS:
        if name not in jobs:
            print(f"hostile {name}: SKIP the program has no such format", flush=True)
    assert not faults, "\n".join(faults)
    return total
