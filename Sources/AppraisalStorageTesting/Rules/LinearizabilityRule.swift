import AppraisalStorage
import Synchronization

extension ConformanceRule {
  /// R3: every answer fits one order of all calls that keeps to the clock.
  static let linearizability = ConformanceRule(
    "R3", .stochastic, id: "jawaban atas satu data sesuai dengan satu urutan panggilan",
    en: "the answers about one record fit one order of the calls"
  ) { bench in
    for round in 0..<12 {
      let key = record(try KeyText("k", number: round))
      let recorder = CallRecorder()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for caller in 0..<4 {
          group.addTask {
            for number in 0..<4 {
              let place = 1_000 * round + 10 * caller + number
              await bench.perhapsYield(place)
              let start = recorder.tick()
              if (bench.seed &+ UInt64(place)).mixed & 1 == 0 {
                let found = try await bench.text(key)
                recorder.add(.read(found), from: start)
              } else {
                let name = "w\(round)-\(caller)-\(number)"
                try await bench.commit(
                  try KeyText(name), .put(key, Payload(name), if: .unconditional))
                recorder.add(.write(name), from: start)
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let calls = recorder.calls
      try expect(
        LinearOrderSearch(calls).succeeds,
        "no order of these calls explains the answers: \(calls.map(\.description))")
    }
  }
}

/// A call on one record: when it began and ended by the recorder's count, and what it did.
struct RecordedStep: CustomStringConvertible {
  enum Action: Equatable {
    case read(String?)
    case write(String)
  }

  let action: Action
  let start: Int
  let end: Int

  var description: String { "\(start)–\(end) \(action)" }
}

/// Counts begins and ends of calls, in the order in which they happen.
private final class CallRecorder: Sendable {
  private let state = Mutex<(now: Int, calls: [RecordedStep])>((0, []))

  func tick() -> Int {
    state.withLock { state in
      state.now += 1
      return state.now
    }
  }

  func add(_ action: RecordedStep.Action, from start: Int) {
    state.withLock { state in
      state.now += 1
      state.calls.append(RecordedStep(action: action, start: start, end: state.now))
    }
  }

  var calls: [RecordedStep] { state.withLock(\.calls) }
}

/// Looks for an order of calls on one register that explains all answers (Wing and Gong 1993),
/// each state looked at once; at most 32 calls.
struct LinearOrderSearch {
  private let calls: [RecordedStep]

  init(_ calls: [RecordedStep]) { self.calls = calls }

  private struct State: Hashable {
    var done: UInt32
    var value: String?
  }

  /// Whether there is such an order, beginning with no value.
  var succeeds: Bool {
    var seen: Set<State> = []
    var open = [State(done: 0, value: nil)]
    let all = UInt32((UInt64(1) << calls.count) - 1)
    while let state = open.popLast() {
      if state.done == all { return true }
      guard seen.insert(state).inserted else { continue }
      let left = calls.indices.filter { state.done & (1 << $0) == 0 }
      // A call may come next if none that is left had ended before it began.
      let firstEnd = left.map { calls[$0].end }.min() ?? 0
      for index in left where calls[index].start < firstEnd {
        var next = state
        next.done |= 1 << index
        switch calls[index].action {
        case .read(let value): if value != state.value { continue }
        case .write(let value): next.value = value
        }
        open.append(next)
      }
    }
    return false
  }
}
