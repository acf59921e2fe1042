#!/usr/bin/env python3
"""csv_table.py CSV_CELLS [--count N] [--seed N]: random tables, read by seatsim's reader and by Python's csv module.

What each cell says must be what Python reads; where it stands is known from writing the text. Then the texts are spoilt byte
by byte: the reader may refuse them, but must end well.
"""
import argparse
import csv
import io
import random
import subprocess
import sys

ALPHABET = ["a", "7", " ", "%", "学", "校", "é", "𠀀", ".", "-", "，", "\u3000"]
QUOTED_ONLY = ['"', "\n", "\r\n", "\r", ",", ";", "\t", " "]


def random_text(rng, quoted):
    parts = ALPHABET + (QUOTED_ONLY if quoted else [])
    text = "".join(rng.choice(parts) for _ in range(rng.choice([0, 1, 1, 2, 3, 8])))
    return text if quoted else text.strip(" \t")


class Writer:
    """Writes a table as text and remembers where each cell stands."""

    def __init__(self, rng):
        self.rng = rng
        self.separator = rng.choice(",;\t")
        self.end = rng.choice(["\n", "\r\n", "\r"])
        self.text = ""
        self.places = []

    def place(self):
        lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return len(lines), len(lines[-1]) + 1

    def cell(self, text, quoted):
        blanks = " " * self.rng.choice([0, 0, 0, 2])
        self.text += blanks
        self.places[-1].append(self.place())
        self.text += '"' + text.replace('"', '""') + '"' if quoted else text
        if text or quoted:  # a blank cell stands at its end
            self.text += " " * self.rng.choice([0, 0, 0, 1])

    def row(self, cells):
        self.places.append([])
        for number, (text, quoted) in enumerate(cells):
            if number:
                self.text += self.separator
            self.cell(text, quoted)


def random_table(rng):
    """A text, the cells it holds, their places, its separator."""
    writer = Writer(rng)
    columns = rng.randint(1, 5)
    rows = [[(f"c{number}", False) for number in range(columns)]]
    for _ in range(rng.randint(1, 6)):
        row = []
        for _ in range(columns):
            quoted = rng.random() < 0.5
            row.append((random_text(rng, quoted), quoted))
        if any(text for text, _ in row):
            rows.append(row)
    if len(rows) == 1:
        rows.append([("x", False)] * columns)
    for row in rows:
        writer.text += rng.choice(["", "", "", writer.end, "  " + writer.end])
        writer.row(row)
        writer.text += writer.end
    if rng.random() < 0.3:
        writer.text = writer.text[: -len(writer.end)]
    return writer, rows


def python_reads(text, separator):
    """What Python's reader makes of it. It keeps blanks behind quotes and before cells, which are taken off where they are plain."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=False)
    return [row for row in reader if any(row)]


def run(program, text, separator):
    done = subprocess.run([program, separator], input=text, capture_output=True, check=False)
    if done.returncode not in (0, 2):
        raise SystemExit(f"ended with {done.returncode} on {text!r}\n{done.stderr.decode()}")
    cells = [line.split(" ") for line in done.stdout.decode().splitlines()]
    return done.returncode, [(int(c[0]), (int(c[1]), int(c[2])), bytes.fromhex(c[4]).decode()) for c in cells]


def compare(program, rng):
    writer, rows = random_table(rng)
    mark = rng.choice(["", "\ufeff"])
    status, cells = run(program, (mark + writer.text).encode(), writer.separator)
    expected = [(number, place, text) for number, (row, places) in enumerate(zip(rows, writer.places))
                for (text, _), place in zip(row, places)]
    if status != 0 or cells != expected:
        raise SystemExit(f"{writer.text!r}\nis read with status {status} as\n{cells}\nnot\n{expected}")
    other = python_reads(writer.text, writer.separator)
    ours = [[text for row, _, text in cells if row == number] for number in range(len(rows))]
    for theirs, mine in zip(other, ours):
        if [cell.strip(" ") for cell in theirs] != [cell.strip(" ") for cell in mine]:
            raise SystemExit(f"{writer.text!r}\nis read as {mine}, and by Python as {theirs}")
    if len(other) != len(ours):
        raise SystemExit(f"{writer.text!r}\nhas {len(ours)} rows, and for Python {len(other)}")
    return writer


def spoil(program, rng, writer):
    text = bytearray(writer.text.encode())
    for _ in range(rng.randint(1, 4)):
        text[rng.randrange(len(text))] = rng.choice(b'",;\t\r\n\0\xff\xe5 a')
    run(program, bytes(text), writer.separator)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261125)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    for _ in range(options.count):
        spoil(options.program, rng, compare(options.program, rng))
    print(f"{options.count} tables agree")
    return 0


if __name__ == "__main__":
    sys.exit(main())
