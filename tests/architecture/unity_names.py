#!/usr/bin/env python3
"""Do two files of a room give one name to two things?

usage: unity_names.py FOLDER...

Full builds compile the files of a room in batches (MODGRAPH_UNITY), so what
stands in their anonymous namespaces meets there. A name that two files give to
two things does not compile, or compiles and means another function than its
author thought. Overloads count too: a reader should not have to know in which
file he is. The same holds for macros that a file leaves defined.

A file is read as clang-format leaves it: `namespace {` and `}  // namespace`
stand alone on their lines.

Prints every such name with its places, exits 1 if there is one.
"""

import collections
import pathlib
import re
import sys

# What is skipped: comments, raw and plain strings, characters. A digit
# separator is no character.
SKIPPED = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"(?P<end>[^(\s]*)\(.*?\)(?P=end)"|"(?:\\.|[^"\\\n])*\""""
    r"""|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'""", re.DOTALL)
NAMED_TYPE = re.compile(
    r"\b(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+(\w+)\s*(?:final\b\s*)?[:{;]")
# Another name for something: two files may give it to the same thing.
ALIAS = re.compile(r"\s*(?:using|namespace)\s+(\w+)\s*=([^;]*);", re.DOTALL)
# The name of a function or a variable: the last one before its parameters,
# its value, its bounds or its end.
DECLARED = re.compile(r"[\w>&*\]]\s*[\s&*](\w+)\s*(?:\(|\{|=|\[|;)")
MACRO = re.compile(r"^#\s*(define|undef)\s+(\w+)", re.MULTILINE)


def without_words(text):
    """Strings and comments blanked, line breaks kept."""
    return SKIPPED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def without_templates(text):
    """`template <...>` heads and template arguments blanked."""
    previous = None
    while previous != text:
        previous = text
        text = re.sub(r"<[^<>;{}()=]*(?:\([^<>;{}()]*\)[^<>;{}()=]*)*>",
                      lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def declarations(text):
    """(line, text) of each declaration in anonymous namespaces: what stands
    outside of all braces but those of namespaces."""
    depth, line, start, statement = 0, 0, 0, ""
    inside = []  # for each open namespace: is it anonymous
    for line, row in enumerate(text.splitlines(), 1):
        if depth == 0:
            if opened := re.match(r"(?:inline )?namespace ?([\w:]*) \{$", row.rstrip()):
                inside.append(opened[1] == "")
                statement = ""
                continue
            if row.rstrip() == "}" and inside and not statement.strip():
                inside.pop()
                continue
        if not any(inside) or row.startswith("#"):
            continue
        for character in row + "\n":
            if depth == 0 and not statement.strip():
                start, statement = line, ""
            if depth == 0:
                statement += character
            if character == "{":
                depth += 1
            elif character == "}":
                depth -= 1
                if depth == 0:
                    # The end of a body; after that of a type or a value comes
                    # a semicolon.
                    if is_function(statement):
                        yield start, statement
                        statement = ""
            elif character == ";" and depth == 0:
                yield start, statement
                statement = ""


def is_function(statement):
    return "(" in statement and not re.match(
        r"\s*(?:struct|class|enum|union)\b", statement) and not re.search(
            r"(?<![=!<>])=(?!=)", statement.split("(")[0])


def name_of(statement):
    """What a declaration gives a name to; None for those that give none."""
    statement = without_templates(statement)
    if found := NAMED_TYPE.search(statement):
        return found[1]
    if re.match(r"\s*(?:using|namespace|static_assert|friend)\b", statement):
        return None
    # Members that are defined outside of their class are not names.
    found = DECLARED.search(statement)
    if found and not statement[:found.start(1)].rstrip().endswith("::"):
        return found[1] if found[1] != "operator" else None
    return None


def names_in(text):
    """All that a file keeps to itself: name -> (line, what it is short for)."""
    names = {}
    for line, statement in declarations(without_words(text)):
        if found := ALIAS.match(statement):
            names.setdefault(found[1], (line, " ".join(found[2].split())))
        elif name := name_of(statement):
            names.setdefault(name, (line, None))
    macros = {}
    for found in MACRO.finditer(text):
        if found[1] == "undef":
            macros.pop(found[2], None)
        else:
            line = text.count("\n", 0, found.start()) + 1
            macros[found[2]] = (line, None)
    return names | macros


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count, clashes = 0, 0
    for folder in sys.argv[1:]:
        places = collections.defaultdict(list)
        for path in sorted(pathlib.Path(folder).rglob("*.cc")):
            names = names_in(path.read_text(encoding="utf-8"))
            for name, (line, target) in names.items():
                places[name].append((f"{path}:{line}", target))
            count += len(names)
        for name, uses in sorted(places.items()):
            targets = {target for _, target in uses}
            if len(uses) > 1 and (None in targets or len(targets) > 1):
                print(f"{name}: {' '.join(where for where, _ in uses)}")
                clashes += 1
    print(f"{count} names, {clashes} of them given twice")
    sys.exit(1 if clashes or count == 0 else 0)


if __name__ == "__main__":
    main()
