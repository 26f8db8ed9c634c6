import BenchmarkHarness
import Foundation
import KinerjaCore
import Synchronization

// Feeds mutated formulas and rule files to the reader, the compiler and the scorer, and checks that
// each promise is kept: no crash, no hang, no fault without its place, everything reads back.
let settings = Settings(defaults: ["cases": 1_000_000, "from": 0, "show": 0])
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

var (formulas, files) = (Cases(), Cases())
var slowest = (seconds: 0.0, number: 0)
let clock = ContinuousClock()
let start = clock.now
for number in first..<(first + count) {
  current.store(number, ordering: .relaxed)
  var mutation = Mutation(dice: Dice(seed: settings.seed, throw: number))
  let began = clock.now
  do throws(Fault) {
    // A file takes as long as many formulas.
    if number % 16 == 0 {
      let bytes = mutation.rule()
      if settings["show"] > 0 { print(String(decoding: bytes, as: UTF8.self)) }
      try files.file(bytes, &mutation.dice)
    } else {
      let text = mutation.formula()
      if settings["show"] > 0 { print(text) }
      try formulas.formula(text, &mutation.dice)
    }
  } catch {
    let again = "--seed \(settings.seed) --from \(number) --cases 1 --show 1"
    FileHandle.standardError.write(
      Data("case \(number): \(error.what)\n\(error.text.prefix(2_000))\nagain: \(again)\n".utf8))
    exit(1)
  }
  let seconds =
    Double((clock.now - began).components.attoseconds) * 1e-18
    + Double((clock.now - began).components.seconds)
  if seconds > slowest.seconds { slowest = (seconds, number) }
}
let passed = clock.now - start

var report = Report("fuzz")
report.add("cases", count)
report.add("seed", settings["seed"])
report.add("formulasRead", formulas.parsed)
report.add("formulasCompiled", formulas.compiled)
report.add("formulasScored", formulas.scored)
report.add("filesRead", files.parsed)
report.add("filesCompiled", files.compiled)
report.add("filesScored", files.scored)
report.add(
  "seconds", Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
report.add("slowestSeconds", slowest.seconds)
report.add("slowestCase", slowest.number)
report.add("peakMegabytes", peakMegabytes())
report.print()
// A text of some kilobytes has no right to seconds, nor to a gigabyte.
exit(slowest.seconds < 5 && peakMegabytes() < 1_000 ? 0 : 2)
