#!/usr/bin/env python3
"""Does a function of ours call itself, directly or in a circle?

usage: no_recursion.py PROGRAM

A module graph is as deep as its author likes, and the stack is not. So the
product has no recursion at all, and this proves it for the program that is
shipped: it reads the call instructions of the optimised program and looks for
strongly connected components that contain a function of namespace modgraph.
A call in tail position is a jump and needs no stack; it does not count. Calls
through pointers are not seen: the tests' deep chains and loops are for those.

Prints every circle, exits 1 if there is one.
"""

import re
import subprocess
import sys

# Circles that are as deep as a type, not as the input: (function, why).
BOUNDED = [
    ("modgraph::ModuleInfo::~ModuleInfo", "a replacement has none of its own"),
]

FUNCTION = re.compile(r"^[0-9a-f]+ <([^>]+)>:$")
CALL = re.compile(r"\tcall\w* +[0-9a-f]+ <([^>+]+)>")
# Nested names whose first part is modgraph, and local entities inside them.
OURS = re.compile(r"^_ZZ*N[VKRO]*8modgraph")


def calls_of(lines):
    """Who calls whom, by mangled name, from a disassembly."""
    calls = {}
    callees = set()
    for line in lines:
        if found := FUNCTION.match(line):
            # The unlikely part of a function, f.cold, is jumped to: it is f.
            # Others, f.part.0, are called, which is no recursion by itself.
            callees = calls.setdefault(whole(found[1]), set())
        elif found := CALL.search(line):
            callees.add(whole(found[1]))
    return calls


def whole(symbol):
    return re.sub(r"\.cold(\.\d+)?$", "", symbol)


def circles(calls):
    """Strongly connected components that are circles (Tarjan 1972)."""
    found, number, low, stack, on_stack = [], {}, {}, [], set()
    for root in calls:
        if root in number:
            continue
        work = [(root, iter(calls[root]))]
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        while work:
            caller, rest = work[-1]
            for callee in rest:
                if callee not in number:
                    number[callee] = low[callee] = len(number)
                    stack.append(callee)
                    on_stack.add(callee)
                    work.append((callee, iter(calls.get(callee, ()))))
                    break
                if callee in on_stack:
                    low[caller] = min(low[caller], number[callee])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[caller])
                if low[caller] == number[caller]:
                    members = stack[stack.index(caller):]
                    del stack[stack.index(caller):]
                    on_stack.difference_update(members)
                    if len(members) > 1 or caller in calls.get(caller, ()):
                        found.append(members)
    return found


def readable(names):
    text = subprocess.run(["c++filt"], input="\n".join(names), check=True,
                          capture_output=True, text=True)
    return text.stdout.splitlines()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    objdump = subprocess.run(
        ["objdump", "--disassemble", "--no-show-raw-insn", sys.argv[1]],
        check=True, capture_output=True, text=True)
    calls = calls_of(objdump.stdout.splitlines())
    ours = sum(1 for name in calls if OURS.match(name))
    found = []
    for members in circles(calls):
        if not any(OURS.match(name) for name in members):
            continue  # std::sort and the like: as deep as a logarithm
        names = readable(sorted(members))
        if all(any(name.startswith(b) for b, _ in BOUNDED) for name in names):
            continue
        found.append("recursive: " + " -> ".join(names))
    for line in sorted(found):
        print(line)
    print(f"{ours} functions of ours, {len(found)} circles of calls")
    if ours == 0:
        sys.exit(f"{sys.argv[1]} has no symbols of ours: nothing was checked")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
