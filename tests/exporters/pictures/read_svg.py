#!/usr/bin/env python3
"""Reads SVG pictures, separated by NUL bytes, with Python's XML parser.

Every element and attribute must be one of those that we write, no text may
hold a character that could act, and nothing may lead outside. Prints how many
pictures were read; what is wrong goes to stderr, with exit code 1.
"""
import sys
import unicodedata
import xml.parsers.expat

ALLOWED = {
    "svg": {"xmlns", "width", "height", "viewBox", "role", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "style": set(),
    "g": {"class", "transform"},
    "a": {"href"},
    "text": {"class", "x", "y"},
    "rect": {"class", "x", "y", "width", "height", "rx"},
    "circle": {"class", "cx", "cy", "r"},
    "path": {"class", "d"},
}
OUR_LINK = "https://pkg.go.dev/example.com/net@v1.5.0?a=1&b=2"
ALLOWED_VALUE = set("abcdefghijklmnopqrstuvwxyzMLCZBX0123456789 .-()/:")


def read(picture):
    """Yields what is wrong with one picture."""
    wrong = []

    def start(name, attributes):
        if name not in ALLOWED:
            wrong.append(f"element {name}")
        for key, value in attributes.items():
            if key not in ALLOWED.get(name, ()):
                wrong.append(f"attribute {key} of {name}")
            if key == "href" and value == OUR_LINK:
                continue
            if set(value) - ALLOWED_VALUE:
                wrong.append(f"value {value!r} of {key}")

    def text(data):
        for c in data:
            if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs"):
                wrong.append(f"character U+{ord(c):04X}")

    parser = xml.parsers.expat.ParserCreate("UTF-8")
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.CommentHandler = lambda _: wrong.append("comment")
    parser.ProcessingInstructionHandler = lambda *_: wrong.append("instruction")
    parser.StartDoctypeDeclHandler = lambda *_: wrong.append("doctype")
    parser.StartCdataSectionHandler = lambda: wrong.append("CDATA section")
    try:
        parser.Parse(picture, True)
    except xml.parsers.expat.ExpatError as error:
        wrong.append(str(error))
    return wrong


def main():
    pictures = sys.stdin.buffer.read().split(b"\0")[:-1]
    failed = False
    for number, picture in enumerate(pictures):
        for what in read(picture):
            failed = True
            print(f"picture {number}: {what}", file=sys.stderr)
    print(f"{len(pictures)} pictures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
