"""stix2-patterns and stix2-matcher, again for every line on standard input.

Arguments: `compile` and a file with one pattern a line, or `match`, a pattern and a file with a list
of STIX 2.0 observed data. Prints for each pass a line of JSON: how many, whether it matched, CPU
seconds and seconds of wall clock of the pass.
"""

import json
import sys
import time

from stix2matcher.matcher import Pattern as Matcher
from stix2patterns.v21.pattern import Pattern


def compiling(patterns):
    for pattern in patterns:
        Pattern(pattern)
    return len(patterns), None


def matching(matcher, observed):
    return len(observed), bool(matcher.match(observed))


def main():
    with open(sys.argv[-1], encoding="utf-8") as file:
        text = file.read()
    if sys.argv[1] == "compile":
        patterns = text.splitlines()
        work = lambda: compiling(patterns)
    else:
        observed = json.loads(text)
        matcher = Matcher(sys.argv[2], stix_version="2.0")
        work = lambda: matching(matcher, observed)
    print(json.dumps({"ready": True}), flush=True)
    for _ in sys.stdin:
        cpu, wall = time.process_time(), time.perf_counter()
        count, matched = work()
        print(
            json.dumps(
                {
                    "count": count,
                    "matched": matched,
                    "cpu": time.process_time() - cpu,
                    "wall": time.perf_counter() - wall,
                }
            ),
            flush=True,
        )


main()
