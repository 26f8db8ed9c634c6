/// Work over a source of numbers of any width.
protocol SourceVisitor {
  func visit(_ source: UnsafePointer<some LaneSource>)
}

extension LaneBlock {
  /// Hands the numbers of a source to work that is compiled for their type.
  @inline(__always)
  func withSource(_ source: LaneAtom.Source, at level: LaneLevel, _ visitor: some SourceVisitor) {
    switch source {
    case .column(let index):
      let start = range(at: level).lowerBound
      switch plan.numbers[index].storage {
      case .int8(let values): Self.visit(values, from: start, visitor)
      case .uint8(let values): Self.visit(values, from: start, visitor)
      case .int16(let values): Self.visit(values, from: start, visitor)
      case .int32(let values): Self.visit(values, from: start, visitor)
      case .int64(let values): Self.visit(values, from: start, visitor)
      }
    case .exact(let register):
      switch register.kind {
      case .short: visitor.visit(shorts(register.index))
      case .float: visitor.visit(floats(register.index))
      case .double: visitor.visit(doubles(register.index))
      }
    case .filtered(let register): visitor.visit(doubles(register.value))
    }
  }

  @inline(__always)
  private static func visit(
    _ values: [some LaneSource], from start: Int, _ visitor: some SourceVisitor
  ) {
    values.withUnsafeBufferPointer { buffer in
      guard let address = buffer.baseAddress else { return }
      visitor.visit(address + start)
    }
  }
}
