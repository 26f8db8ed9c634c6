"""Alpha and kappa of a file of ratings by the Python packages, processor seconds and peak memory of each process.

  python3 Benchmarks/peers/ratings.py ratings.csv [alpha|kappa|ac2|all]

Needs pandas, krippendorff (alpha) and irrCAC (kappa, AC2). A unit is a ratee and an item; kappa and AC2 see the first
five ratings of a unit as slots, which does not change their values.
"""
import resource, subprocess, sys, time

if len(sys.argv) < 3 or sys.argv[2] == "all":
    for what in ["alpha", "kappa", "ac2"]:
        subprocess.run([sys.executable, __file__, sys.argv[1], what], check=False)
    sys.exit()
import numpy as np
import pandas as pd

what = sys.argv[2]
d = pd.read_csv(sys.argv[1], usecols=["ratee", "item", "rating"])
unit = pd.factorize(d.ratee)[0].astype(np.int64) * (d.item.nunique() + 1) + pd.factorize(d.item)[0]
if what == "alpha":
    import krippendorff
    u = pd.factorize(unit)[0]
    counts = np.bincount(u * 5 + d.rating.to_numpy() - 1, minlength=5 * (u.max() + 1)).reshape(-1, 5)
    value = krippendorff.alpha(value_counts=counts, value_domain=[1, 2, 3, 4, 5], level_of_measurement="ordinal")
else:
    from irrCAC.raw import CAC
    d["u"] = unit
    wide = d.assign(c=d.groupby("u").cumcount()).pivot(index="u", columns="c", values="rating")
    wide.columns = [str(c) for c in wide.columns]
    table = CAC(wide, weights="identity" if what == "kappa" else "quadratic")
    value = (table.fleiss() if what == "kappa" else table.gwet())["est"]["coefficient_value"]
use = resource.getrusage(resource.RUSAGE_SELF)
print(f"{what} {value:.6f} processor {use.ru_utime + use.ru_stime:.2f} s peak {use.ru_maxrss * 1024 / 1e6:.0f} MB")
