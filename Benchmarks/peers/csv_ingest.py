"""Times other readers on the file that `csv-ingest --file ratings.csv` leaves behind.

    python3 peers/csv_ingest.py ratings.csv [runs]

Each way runs in a process of its own and prints one line of JSON: the time to get the three
columns of codes interned and the ratings checked and typed, and the largest memory of the process.
Ways whose package is not installed are left out.
"""
import json
import statistics
import subprocess
import sys
import time


def csv_module(path):
    import array
    import csv

    dictionaries = [{}, {}, {}]
    columns = [array.array("i") for _ in range(4)]
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            for index in range(3):
                codes = dictionaries[index]
                columns[index].append(codes.setdefault(row[index], len(codes)))
            rating = int(row[3])
            if not 1 <= rating <= 5:
                raise ValueError(rating)
            columns[3].append(rating)
    return len(columns[3])


def pandas_c(path):
    return pandas_with(path, "c")


def pandas_pyarrow(path):
    import pyarrow  # noqa: F401

    return pandas_with(path, "pyarrow")


def pandas_with(path, engine):
    import pandas

    kinds = {"ratee": "category", "rater": "category", "item": "category", "rating": "int8"}
    table = pandas.read_csv(path, dtype=kinds, engine=engine)
    if not table["rating"].between(1, 5).all():
        raise ValueError("rating")
    return len(table)


def polars_reader(path):
    import polars

    code = polars.Categorical
    kinds = {"ratee": code, "rater": code, "item": code, "rating": polars.Int8}
    table = polars.read_csv(path, schema_overrides=kinds)
    if not table["rating"].is_between(1, 5).all():
        raise ValueError("rating")
    return table.height


WAYS = {
    "python-csv": csv_module,
    "pandas-c": pandas_c,
    "pandas-pyarrow": pandas_pyarrow,
    "polars": polars_reader,
}


def peak_megabytes():
    with open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / 1e6
    return None


def measure(way, path, runs):
    times = []
    rows = 0
    before = time.process_time()
    for _ in range(runs):
        start = time.perf_counter()
        rows = WAYS[way](path)
        times.append(time.perf_counter() - start)
    processor = (time.process_time() - before) / runs
    print(json.dumps({
        "way": way, "rows": rows, "runs": runs, "seconds": round(statistics.median(times), 4),
        "secondsBest": round(min(times), 4), "secondsProcessor": round(processor, 4),
        "peakMegabytes": peak_megabytes()}), flush=True)


def main():
    path = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    if len(sys.argv) > 3:
        measure(sys.argv[3], path, runs)
        return
    for way in WAYS:
        child = subprocess.run(
            [sys.executable, __file__, path, str(runs), way], capture_output=True, text=True)
        if child.returncode == 0:
            print(child.stdout, end="", flush=True)
        else:
            reason = child.stderr.strip().splitlines()[-1] if child.stderr.strip() else "failed"
            print(json.dumps({"way": way, "leftOut": reason}), flush=True)


if __name__ == "__main__":
    main()
