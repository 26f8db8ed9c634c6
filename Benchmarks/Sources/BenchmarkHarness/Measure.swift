import Foundation

/// The median time of some runs, in seconds.
///
/// - Parameter body: The work; what it returns goes to ``sink(_:)``, so that it is not left out.
public func medianSeconds<Value>(
  runs: Int, _ body: () throws -> Value
) rethrows -> Double {
  var times: [Double] = []
  for _ in 0..<max(1, runs) {
    let clock = ContinuousClock()
    let start = clock.now
    sink(try body())
    let passed = clock.now - start
    times.append(Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
  }
  times.sort()
  let middle = times.count / 2
  return times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
}

/// Takes a value and does nothing that the compiler could see.
@inline(never)
@_optimize(none)
public func sink<Value>(_ value: Value) {}

/// The largest memory that the process has held so far, in megabytes of 10⁶ bytes.
public func peakMegabytes() -> Double {
  #if os(Linux)
    // `ru_maxrss` would remember the memory of the process that started this one.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0
    return kilobytes * 1024 / 1e6
  #else
    var usage = rusage()
    getrusage(RUSAGE_SELF, &usage)
    return Double(usage.ru_maxrss) / 1e6
  #endif
}
