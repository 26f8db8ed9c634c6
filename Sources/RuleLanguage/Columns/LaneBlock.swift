/// The registers of one strip of rows, and where the strip is.
///
/// Registers are plain memory, so that the loops over them have no checks: each is as long as its
/// level needs, which ``move(to:)`` sees to. One thread uses a block.
final class LaneBlock {
  let plan: ColumnPlan
  /// The people at hand.
  private(set) var rows = 0..<0
  /// The elements of their lists, by list.
  private(set) var elements: [Range<Int>]
  private var registers: [UnsafeMutableRawPointer]
  private var capacities: [Int]

  init(_ plan: ColumnPlan) {
    self.plan = plan
    elements = Array(repeating: 0..<0, count: plan.columns.starts.count)
    registers = plan.registers.map { _ in
      UnsafeMutableRawPointer.allocate(byteCount: 0, alignment: 16)
    }
    capacities = Array(repeating: 0, count: registers.count)
  }

  deinit { for register in registers { register.deallocate() } }

  /// Takes up other people.
  func move(to rows: Range<Int>) {
    self.rows = rows
    for list in elements.indices {
      guard let starts = plan.columns.starts[list] else { continue }
      elements[list] = starts[rows.lowerBound]..<starts[rows.upperBound]
    }
    for (index, register) in plan.registers.enumerated() {
      let needed = count(at: register.level) * register.width
      guard capacities[index] < needed else { continue }
      registers[index].deallocate()
      registers[index] = .allocate(byteCount: needed, alignment: 16)
      capacities[index] = needed
    }
  }

  /// How many values a register of a level has.
  func count(at level: LaneLevel) -> Int {
    switch level {
    case .person: rows.count
    case .list(let list): elements[list].count
    }
  }

  /// The rows of a level's columns.
  func range(at level: LaneLevel) -> Range<Int> {
    switch level {
    case .person: rows
    case .list(let list): elements[list]
    }
  }

  @inline(__always) func doubles(_ register: Int) -> UnsafeMutablePointer<Double> {
    registers[register].assumingMemoryBound(to: Double.self)
  }
  @inline(__always) func floats(_ register: Int) -> UnsafeMutablePointer<Float> {
    registers[register].assumingMemoryBound(to: Float.self)
  }
  @inline(__always) func shorts(_ register: Int) -> UnsafeMutablePointer<Int16> {
    registers[register].assumingMemoryBound(to: Int16.self)
  }
  @inline(__always) func bytes(_ register: Int) -> UnsafeMutablePointer<UInt8> {
    registers[register].assumingMemoryBound(to: UInt8.self)
  }
}
