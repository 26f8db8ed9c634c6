import KinerjaCore
import KinerjaTables
import RuleLanguage

/// People with three to eight tasks each, of which a third have a budget, and five behaviours.
enum PeopleWithTasks {
  static func columns(_ count: Int, seed: UInt64) -> RuleColumns {
    let stream = RandomStream(seed: seed)
    func draw(_ column: Int, _ range: ClosedRange<Int>, at row: Int) -> Int {
      stream.substream(column).integer(in: range, at: row)
    }
    var starts = [0]
    for person in 0..<count { starts.append(starts[person] + draw(0, 3...8, at: person)) }
    let tasks = 0..<starts[count]
    let quantity = tasks.map { Int16(draw(1, 1...60, at: $0)) }
    let cost = tasks.map { Int64(draw(2, 1...900, at: $0)) * 1_000_000 }
    var free = BitSet()
    for task in tasks where draw(3, 1...3, at: task) > 1 { free.insert(task) }
    func share(_ number: Int, _ column: Int, _ range: ClosedRange<Int>, _ task: Int) -> Int {
      (number * draw(column, range, at: task) + 50) / 100
    }
    return RuleColumns(
      count: count,
      [
        "additionalTasks": .numbers((0..<count).map { UInt8(draw(4, 0...9, at: $0)) }),
        "creativity": .categories(
          (0..<count).map { UInt8(max(0, draw(5, 0...9, at: $0) - 6)) },
          of: ["none", "unit", "organisation", "state"]),
        "tasks": .list(
          starts: starts,
          [
            "target.quantity": .numbers(quantity),
            "realised.quantity": .numbers(
              tasks.map { Int16(share(Int(quantity[$0]), 6, 60...115, $0)) }),
            "target.quality": .numbers(tasks.map { _ in UInt8(100) }),
            "realised.quality": .numbers(tasks.map { UInt8(draw(7, 60...100, at: $0)) }),
            "target.time": .numbers(tasks.map { _ in UInt8(12) }),
            "realised.time": .numbers(tasks.map { UInt8(draw(8, 8...14, at: $0)) }),
            "target.cost": .numbers(cost, missing: free),
            "realised.cost": .numbers(
              tasks.map { Int64(share(Int(cost[$0]), 9, 70...105, $0)) }, missing: free),
          ]),
        "behaviours": .list(
          starts: (0...count).map { 5 * $0 },
          ["mark": .numbers((0..<5 * count).map { UInt8(draw(10, 55...100, at: $0)) })]),
      ])
  }
}
