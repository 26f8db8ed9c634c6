import BenchmarkHarness
import Foundation
import KinerjaCore
import Synchronization

// Feeds mutated formulas, rules, reforms, policy vectors, derivations and inputs to all that reads
// them, and checks that each promise is kept: no crash, no hang, no fault without its place,
// everything reads back, columns agree with persons, no forgery passes.
let settings = Settings(defaults: ["cases": 1_000_000, "from": 0, "show": 0, "faults": 1])
let first = settings["from"]
let count = settings.isSmoke ? 4_000 : settings["cases"]

let current = Atomic<Int>(first)
let watchdog = Thread {
  var seen = (number: -1, seconds: 0)
  while true {
    Thread.sleep(forTimeInterval: 1)
    let number = current.load(ordering: .relaxed)
    seen = number == seen.number ? (number, seen.seconds + 1) : (number, 0)
    guard seen.seconds >= 30 else { continue }
    FileHandle.standardError.write(
      Data("case \(number) hangs: --seed \(settings.seed) --from \(number) --cases 1\n".utf8))
    exit(3)
  }
}
watchdog.start()

var round = Round(isShown: settings["show"] > 0)
var slowest = (seconds: 0.0, number: 0)
var hungriest = (megabytes: 0.0, number: 0)
var held = peakMegabytes()
var faults = 0

let clock = ContinuousClock()
let start = clock.now
for number in first..<(first + count) {
  current.store(number, ordering: .relaxed)
  var mutation = Mutation(dice: Dice(seed: settings.seed, throw: number))
  let began = clock.now
  do throws(Fault) {
    try round.run(number, &mutation)
  } catch {
    let again = "--seed \(settings.seed) --from \(number) --cases 1 --show 1"
    FileHandle.standardError.write(
      Data("case \(number): \(error.what)\n\(error.text.prefix(2_000))\nagain: \(again)\n".utf8))
    faults += 1
    if faults >= settings["faults"] { exit(1) }
  }
  let seconds =
    Double((clock.now - began).components.attoseconds) * 1e-18
    + Double((clock.now - began).components.seconds)
  if seconds > slowest.seconds { slowest = (seconds, number) }
  // Asking for the peak takes as long as a formula.
  guard number % 32 == 31 else { continue }
  let peak = peakMegabytes()
  if peak - held > hungriest.megabytes { hungriest = (peak - held, number) }
  held = peak
}
let passed = clock.now - start

var report = Report("fuzz")
report.add("cases", count)
report.add("faults", faults)
report.add("seed", settings["seed"])
report.add("formulasRead", round.formulas.parsed)
report.add("formulasCompiled", round.formulas.compiled)
report.add("formulasScored", round.formulas.scored)
report.add("filesRead", round.files.parsed)
report.add("filesCompiled", round.files.compiled)
report.add("filesScored", round.files.scored)
report.add("peopleInColumns", round.formulas.crowds.people + round.files.crowds.people)
for (name, cases) in [
  ("reforms", round.reforms), ("vectors", round.vectors), ("derivations", round.derivations),
  ("inputs", round.inputs),
] {
  report.add("\(name)Read", cases.read)
  report.add("\(name)Used", cases.used)
}
report.add(
  "seconds", Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
report.add("slowestSeconds", slowest.seconds)
report.add("slowestCase", slowest.number)
report.add("mostMegabytesOf32Cases", hungriest.megabytes)
report.add("lastOfHungriest32", hungriest.number)
report.add("peakMegabytes", peakMegabytes())
report.print()
// A text of some kilobytes has no right to seconds, nor to a gigabyte.
exit(faults > 0 ? 1 : slowest.seconds < 5 && peakMegabytes() < 1_000 ? 0 : 2)
