"""Times other ways of ranking and weighing the matrix that `rankings` makes, in this process and hour.

    python3 peers/rankings.py [alternatives] [runs]

Uniform values from 1 to 2, ten criteria, seven benefits and three costs, equal weights. Each way runs
in a process of its own and prints one line of JSON: wall-clock and processor seconds, and the largest
memory of the process. Ways whose package is not installed are left out. pymcdm checks every row by
default; a second line shows it with the check off.
"""
import json
import statistics
import subprocess
import sys
import time


def matrix(count):
    import numpy

    generator = numpy.random.default_rng(1)
    return 1 + generator.random((count, 10)), numpy.array([1] * 7 + [-1] * 3), numpy.full(10, 0.1)


def numpy_wsm(x, types, weights):
    import numpy

    low, high = x.min(0), x.max(0)
    return numpy.where(types > 0, (x - low) / (high - low), (high - x) / (high - low)) @ weights


def numpy_topsis(x, types, weights):
    import numpy

    v = x / numpy.sqrt((x * x).sum(0)) * weights
    best = numpy.where(types > 0, v.max(0), v.min(0))
    worst = numpy.where(types > 0, v.min(0), v.max(0))
    a = numpy.sqrt(((v - best) ** 2).sum(1))
    b = numpy.sqrt(((v - worst) ** 2).sum(1))
    return b / (a + b)


def numpy_entropy(x, types, weights):
    import numpy

    p = x / x.sum(0)
    d = 1 + (p * numpy.log(p)).sum(0) / numpy.log(len(x))
    return d / d.sum()


def numpy_critic(x, types, weights):
    import numpy

    low, high = x.min(0), x.max(0)
    v = numpy.where(types > 0, (x - low) / (high - low), (high - x) / (high - low))
    c = v.std(0, ddof=1) * (1 - numpy.corrcoef(v.T)).sum(0)
    return c / c.sum()


def pymcdm_wsm(x, types, weights, validation=True):
    from pymcdm import methods, normalizations

    return methods.WSM(normalizations.minmax_normalization)(x, weights, types, validation=validation)


def pymcdm_topsis(x, types, weights, validation=True):
    from pymcdm import methods, normalizations

    way = methods.TOPSIS(normalizations.vector_normalization)
    return way(x, weights, types, validation=validation)


def pymcdm_wsm_unchecked(x, types, weights):
    return pymcdm_wsm(x, types, weights, validation=False)


def pymcdm_topsis_unchecked(x, types, weights):
    return pymcdm_topsis(x, types, weights, validation=False)


def pymcdm_entropy(x, types, weights):
    from pymcdm.weights import entropy_weights

    return entropy_weights(x)


def pymcdm_critic(x, types, weights):
    from pymcdm.weights import critic_weights

    return critic_weights(x)


def scikit_criteria_wsm(x, types, weights):
    import skcriteria
    from skcriteria.agg import simple
    from skcriteria.preprocessing import invert_objectives, scalers

    table = skcriteria.mkdm(x, types.tolist(), weights=weights)
    table = invert_objectives.InvertMinimize().transform(table)
    table = scalers.SumScaler("matrix").transform(table)
    return simple.WeightedSumModel().evaluate(table).e_.score


def scikit_criteria_topsis(x, types, weights):
    import skcriteria
    from skcriteria.agg import similarity
    from skcriteria.preprocessing import invert_objectives, scalers

    table = skcriteria.mkdm(x, types.tolist(), weights=weights)
    table = invert_objectives.NegateMinimize().transform(table)
    table = scalers.VectorScaler("matrix").transform(table)
    return similarity.TOPSIS().evaluate(table).e_.similarity


WAYS = {way.__name__.replace("_", "-"): way for way in [
    numpy_wsm, numpy_topsis, numpy_entropy, numpy_critic, pymcdm_wsm_unchecked,
    pymcdm_topsis_unchecked, pymcdm_wsm, pymcdm_topsis, pymcdm_entropy, pymcdm_critic,
    scikit_criteria_wsm, scikit_criteria_topsis]}


def peak_megabytes():
    with open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / 1e6
    return None


def measure(way, count, runs):
    x, types, weights = matrix(count)
    # Loading the package is not what is measured.
    WAYS[way](x[:100], types, weights)
    times = []
    before = time.process_time()
    for _ in range(runs):
        start = time.perf_counter()
        result = WAYS[way](x, types, weights)
        times.append(time.perf_counter() - start)
    processor = (time.process_time() - before) / runs
    print(json.dumps({
        "way": way, "alternatives": count, "runs": runs,
        "seconds": round(statistics.median(times), 4), "secondsBest": round(min(times), 4),
        "secondsProcessor": round(processor, 4), "sum": float(sum(result)),
        "peakMegabytes": peak_megabytes()}), flush=True)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    if len(sys.argv) > 3:
        measure(sys.argv[3], count, runs)
        return
    for way in WAYS:
        child = subprocess.run(
            [sys.executable, __file__, str(count), str(runs), way], capture_output=True, text=True)
        if child.returncode == 0:
            print(child.stdout, end="", flush=True)
        else:
            reason = child.stderr.strip().splitlines()[-1] if child.stderr.strip() else "failed"
            print(json.dumps({"way": way, "leftOut": reason}), flush=True)


if __name__ == "__main__":
    main()
