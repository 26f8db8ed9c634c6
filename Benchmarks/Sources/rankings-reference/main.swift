import BenchmarkHarness
import Foundation

// Compares weights, rankings, normalizations and aggregations with the reference files, one row a check.
guard let folder = ReferenceFolder(Array(CommandLine.arguments.dropFirst())) else {
  let sentence =
    "the reference folder is absent: give its path, or set KINERJA_REFERENCE; nothing was checked\n"
  FileHandle.standardError.write(Data(sentence.utf8))
  exit(66)
}
var checks = Checks()
try checks.pairwise(folder)
try checks.objective(folder)
try checks.rankings(folder)
try checks.agreement(folder)
try checks.normalizations(folder)
try checks.aggregations(folder)
try checks.compositeIndex(folder)

print("| file | check | difference | tolerance | verdict | remark |")
print("|---|---|---|---|---|---|")
for check in checks.all { print(check.row) }
print("")
var report = Report("rankings-reference")
report.add("checks", checks.all.count)
report.add("equal", checks.count(.equal))
report.add("byChoice", checks.count(.choice))
report.add("differ", checks.count(.differs))
report.print()
exit(checks.count(.differs) == 0 ? 0 : 1)
