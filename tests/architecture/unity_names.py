#!/usr/bin/env python3
"""Do the files of a room give one name to two things?

usage: unity_names.py FOLDER...        rooms, the lowest first

Full builds compile the files of a room in batches (MODGRAPH_UNITY), so what
stands in their anonymous namespaces meets there, and meets every header that
one of them includes. Two things of one name do not compile, or compile and mean
another function than the author thought. So no name in an anonymous namespace
is also a name in that of another file of the room, nor in a header of this room
or a lower one. Overloads count: a reader should not have to know in which file
he is. The same holds for macros that a file leaves defined.

A file is read as clang-format leaves it: a namespace opens and closes on lines
of its own.

Prints every such name with its places, exits 1 if there is one.
"""

import collections
import pathlib
import re
import sys

# What is not code: comments, raw and plain strings, characters. The quote in
# 1'000 begins no character.
NO_CODE = re.compile(
    r'''//[^\n]*|/\*.*?\*/|R"(?P<end>[^(\s]*)\(.*?\)(?P=end)"'''
    r'''|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+\'''', re.DOTALL)
TEMPLATE_ARGUMENTS = re.compile(r"<[^<>;{}()=]*(?:\([^<>;{}()]*\)[^<>;{}()=]*)*>")

OPENS_NAMESPACE = re.compile(r"(?:inline )?namespace ?([\w:]*) \{\s*$")
# Another name for something: two files may give it to the same thing.
ALIAS = re.compile(r"\s*(?:using|namespace)\s+(\w+)\s*=([^;]*);", re.DOTALL)
NAMELESS = re.compile(r"\s*(?:using|namespace|static_assert|friend|extern)\b")
TYPE = re.compile(r"\s*(?:struct|class|enum|union)\b")
NAMED_TYPE = re.compile(r"\b(?:struct|class|union|enum(?:\s+(?:class|struct))?)"
                        r"\s+(\w+)\s*(?:final\b\s*)?[:{;]")
# A function or a variable: the first name before parameters, a value, bounds or
# the end, when something, its type, is before it.
NAMED_VALUE = re.compile(r"[\w>&*\]]\s*[\s&*](\w+)\s*(?:\(|\{|=|\[|;)")
VALUE = re.compile(r"(?<![=!<>])=(?!=)")
MACRO = re.compile(r"^#\s*(define|undef)\s+(\w+)", re.MULTILINE)


def blanked(found):
    return re.sub(r"[^\n]", " ", found[0])


def declarations(text):
    """(line, anonymous, declaration) of each that is outside of all braces but
    those of namespaces. Of what is in braces of its own only the braces are
    given."""
    depth, start, declaration = 0, 0, ""
    anonymous = []  # of each namespace that is open
    for line, row in enumerate(NO_CODE.sub(blanked, text).splitlines(), 1):
        if depth == 0 and not declaration.strip():
            if opened := OPENS_NAMESPACE.match(row):
                anonymous.append(not opened[1])
                continue
            if row.rstrip() == "}" and anonymous:
                anonymous.pop()
                continue
        if not anonymous or row.startswith("#"):
            continue
        for character in row + "\n":
            if depth == 0:
                if not declaration.strip():
                    start = line
                declaration += character
            if character == "{":
                depth += 1
            elif character == "}":
                depth -= 1
            # A function ends with its body, anything else with a semicolon.
            if depth == 0 and (character == ";" or
                               character == "}" and is_function(declaration)):
                yield start, any(anonymous), declaration
                declaration = ""


def is_function(declaration):
    before, parenthesis, _ = declaration.partition("(")
    if declaration.count("(") > declaration.count(")"):
        return False  # the {} of a parameter
    return parenthesis and not TYPE.match(declaration) and not VALUE.search(before)


def name_in(declaration):
    """What it gives a name to; None for one that gives none."""
    before = None
    while before != declaration:  # the innermost first
        before = declaration
        declaration = TEMPLATE_ARGUMENTS.sub(blanked, declaration)
    if found := NAMED_TYPE.search(declaration):
        return found[1]
    if NAMELESS.match(declaration):
        return None
    found = NAMED_VALUE.search(declaration)
    return found[1] if found and found[1] != "operator" else None


def names_in(text, anonymous):
    """The names in anonymous namespaces, or those in others:
    name -> (line, what it is short for)."""
    names = {}
    for line, is_anonymous, declaration in declarations(text):
        if is_anonymous != anonymous:
            continue
        if found := ALIAS.match(declaration):
            names.setdefault(found[1], (line, " ".join(found[2].split())))
        elif name := name_in(declaration):
            names.setdefault(name, (line, None))
    return names


def macros_in(text):
    """The macros that are still defined at the end."""
    macros = {}
    for found in MACRO.finditer(text):
        if found[1] == "undef":
            macros.pop(found[2], None)
        else:
            line = text.count("\n", 0, found.start()) + 1
            macros[found[2]] = (line, None)
    return macros


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    count, clashes = 0, 0
    public = collections.defaultdict(list)  # of this room and the lower ones
    for folder in map(pathlib.Path, sys.argv[1:]):
        for path in sorted(folder.rglob("*.h")):
            for name, (line, target) in names_in(path.read_text("utf-8"),
                                                 anonymous=False).items():
                public[name].append((f"{path}:{line}", target))
        private = collections.defaultdict(list)
        for path in sorted(folder.rglob("*.cc")):
            text = path.read_text("utf-8")
            names = names_in(text, anonymous=True) | macros_in(text)
            for name, (line, target) in names.items():
                private[name].append((f"{path}:{line}", target))
            count += len(names)
        for name, uses in sorted(private.items()):
            uses = uses + public.get(name, [])[:1]
            targets = {target for _, target in uses}
            if len(uses) > 1 and (None in targets or len(targets) > 1):
                print(f"{name}: {' '.join(where for where, _ in uses)}")
                clashes += 1
    print(f"{count} names, {clashes} of them given twice")
    sys.exit(1 if clashes or count == 0 else 0)


if __name__ == "__main__":
    main()
