"""Scores of the vectors on stdin by the library `cvss`, or how many a second it scores."""
import sys
import time

from cvss import CVSS2, CVSS3, CVSS4


def score(vector):
    if vector.startswith("CVSS:4.0/"):
        return CVSS4(vector).scores()
    if vector.startswith("CVSS:3"):
        return CVSS3(vector).scores()
    return CVSS2(vector).scores()


def main():
    vectors = sys.stdin.read().split()
    if len(sys.argv) > 1:
        for _ in range(int(sys.argv[1])):
            start = time.process_time()
            for vector in vectors:
                score(vector)
            print(len(vectors) / (time.process_time() - start))
        return
    for vector in vectors:
        try:
            print(" ".join("-" if s is None else "%.1f" % s for s in score(vector)))
        except Exception as error:  # what the library refuses is an answer too
            print("refused", type(error).__name__)


main()
