"""stix2 or stix2-validator over a list of objects, again for every line on standard input.

Arguments: `parse` or `validate`, and a file with one object a line. Prints for each pass a line
of JSON: objects, how many were accepted, CPU seconds and seconds of wall clock of the pass.
"""

import json
import sys
import time

import stix2
from stix2validator import ValidationOptions, validate_instance

OPTIONS = ValidationOptions(version="2.1")


def parses(text):
    try:
        stix2.parse(text, version="2.1", allow_custom=True)
    except Exception:  # every refusal of the library counts as one
        return False
    return True


def validates(text):
    return validate_instance(json.loads(text), OPTIONS).is_valid


def main():
    accepts = {"parse": parses, "validate": validates}[sys.argv[1]]
    with open(sys.argv[2], encoding="utf-8") as file:
        lines = file.read().splitlines()
    print(json.dumps({"ready": len(lines)}), flush=True)
    for _ in sys.stdin:
        cpu, wall = time.process_time(), time.perf_counter()
        accepted = sum(1 for line in lines if accepts(line))
        print(
            json.dumps(
                {
                    "objects": len(lines), "accepted": accepted,
                    "cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall,
                }
            ),
            flush=True,
        )


main()
