import Foundation

/// How long some runs of the same work took.
public struct Timing: Sendable {
  /// The wall-clock times in seconds, ascending.
  public let seconds: [Double]
  /// The processor time of all threads over all runs, in seconds.
  public let processorSeconds: Double

  /// The middle one of the wall-clock times.
  public var median: Double {
    let middle = seconds.count / 2
    return seconds.count % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2
  }
  /// The shortest wall-clock time: what the work takes when nobody else wants the machine.
  public var best: Double { seconds[0] }
  /// The processor time of a run, on the average.
  public var processor: Double { processorSeconds / Double(seconds.count) }
}

/// Runs work some times and tells how long it took.
///
/// - Parameter body: The work; what it returns goes to ``sink(_:)``, so that it is not left out.
public func measure<Value>(runs: Int, _ body: () throws -> Value) rethrows -> Timing {
  var times: [Double] = []
  let before = processorSeconds()
  for _ in 0..<max(1, runs) {
    let clock = ContinuousClock()
    let start = clock.now
    sink(try body())
    let passed = clock.now - start
    times.append(Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18)
  }
  return Timing(seconds: times.sorted(), processorSeconds: processorSeconds() - before)
}

/// The processor time that the process has used so far, in seconds.
public func processorSeconds() -> Double {
  var usage = rusage()
  // A failure is impossible for one's own process.
  #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  #else
    getrusage(RUSAGE_SELF, &usage)
  #endif
  return [usage.ru_utime, usage.ru_stime].reduce(0) { sum, time in
    sum + Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }
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
