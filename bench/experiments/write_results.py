"""Rewrites what stands between `<!-- experiment: NAME -->` and `<!-- end -->` in docs/RESULTS.md, from the records of
the experiments.

  python3 -m experiments.write_results [--only NAME,...] [--records FOLDER] [--results FILE]
"""
import argparse
import re
import sys
from pathlib import Path

from . import table
from .files import write_text
from .reading import Reader
from .records import Records
from .sections import SECTIONS, View

ROOT = Path(__file__).resolve().parents[2]
RECORDS = ROOT / "docs" / "measured"
RESULTS = ROOT / "docs" / "RESULTS.md"


def rewrite(text, sections):
    """Every marked part that has a section anew.  sections: name -> what is to stand there
    Errors: ValueError for a section without its marks."""
    for name, section in sections.items():
        mark = f"<!-- experiment: {name} -->"
        new = f"{mark}\n{section}\n<!-- end -->"
        text, count = re.subn(re.escape(mark) + r"\n.*?<!-- end -->", lambda _: new, text, flags=re.DOTALL)
        if count != 1:
            raise ValueError(f"{mark} with its <!-- end --> is to stand once in the document, but does {count} times.")
    return text


def write(plan, records, results, only=()):
    view = View(plan, Reader(records), records)
    there = {"conditions", *plan.names()}
    sections = {name: make(view) for name, make in SECTIONS.items() if name in (only or there)}
    write_text(results, rewrite(Path(results).read_text(encoding="utf-8"), sections))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=Path, default=RECORDS, help="folder; docs/measured if absent")
    parser.add_argument("--results", type=Path, default=RESULTS, help="document; docs/RESULTS.md if absent")
    parser.add_argument("--only", default="", metavar="NAME,...", help=", ".join(SECTIONS))
    arguments = parser.parse_args()
    only = [name for name in arguments.only.split(",") if name]
    if any(name not in SECTIONS for name in only):
        parser.error("--only takes " + ", ".join(SECTIONS))
    try:
        write(table.full(), Records(arguments.records), arguments.results, only)
    except ValueError as error:
        sys.exit(f"results: {error}")


if __name__ == "__main__":
    main()
