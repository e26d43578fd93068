#!/usr/bin/env python3
"""Every command, option, format and rule that the documents name exists.

    mentions.py BINARY

Looked at: README.md, docs/ and the README of each example. `modgraph CMD
--option` in code must be a command that has the option; `--option` alone in a
code span must be an option of some command.
"""

import re
import sys

import program

# Options of other programs that documents name alone.
OF_OTHERS = {"--benchmark_enable_random_interleaving"}


def code_of(markdown):
    """Code spans and the lines of code blocks."""
    for block in re.findall(r"^```[^\n]*\n(.*?)^```", markdown, re.M | re.S):
        yield from block.replace("\\\n", " ").splitlines()
    rest = re.sub(r"^```.*?^```", "", markdown, flags=re.M | re.S)
    yield from re.findall(r"^(?:    )(\S.*)$", rest, re.M)
    yield from (span.replace("\n", " ") for span in re.findall(r"`([^`]+)`", rest))


class Mentions:
    def __init__(self, modgraph):
        self.tally = program.Tally("mentions")
        self.options, self.formats = {}, {}
        for command in modgraph.commands():
            text = modgraph.text(command, "--help")
            self.options[command] = program.options_of(text)
            self.formats[command] = set(program.formats_of(text))
        self.all_options = set().union(*self.options.values())

    def check(self, where, code):
        for command, words in re.findall(r"(?:^|[\s|/;])modgraph (\S+)([^|;]*)", code):
            command = command.strip("`.,:()")
            if not re.fullmatch(r"[a-z]+", command):
                continue  # modgraph COMMAND, modgraph --version
            if command == "help":
                continue  # it has no help of its own
            if not self.tally.holds(command in self.options, f"{where}: modgraph {command}: no such command"):
                continue
            words = re.split(r" {2,}", words.strip())[0]
            for option in re.findall(r"(?<!\S)\[?(--[a-z][\w-]*|-[A-Za-z]\b)", words):
                known = option in self.options[command]
                self.tally.holds(known, f"{where}: modgraph {command} {option}: no such option")
            for name in re.findall(r"-f ([a-z]+)\b", words):
                self.tally.holds(name in self.formats[command], f"{where}: modgraph {command} -f {name}: no such format")
        alone = re.match(r"(--[a-z][\w-]*)", code)
        if alone and alone[1] not in OF_OTHERS:
            self.tally.holds(alone[1] in self.all_options, f"{where}: {alone[1]}: no such option")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    modgraph = program.Program(sys.argv[1])
    mentions = Mentions(modgraph)
    source = program.SOURCE
    for path in [source / "README.md", *sorted((source / "docs").rglob("*.md")), *sorted(source.glob("examples/*/*.md"))]:
        for code in code_of(path.read_text(encoding="utf-8")):
            mentions.check(path.relative_to(source), code)
    return mentions.tally.report()


if __name__ == "__main__":
    sys.exit(main())
