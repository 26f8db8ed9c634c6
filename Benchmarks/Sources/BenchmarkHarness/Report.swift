/// The one line of JSON that a benchmark prints, in the order in which it was put together.
public struct Report {
  private var fields: [String] = []

  /// Creates a report.
  ///
  /// - Parameter benchmark: The name of the benchmark.
  public init(_ benchmark: String) { add("benchmark", benchmark) }

  /// Adds a text without characters that JSON escapes.
  public mutating func add(_ name: String, _ text: String) {
    fields.append("\"\(name)\":\"\(text)\"")
  }

  /// Adds a whole number.
  public mutating func add(_ name: String, _ number: Int) { fields.append("\"\(name)\":\(number)") }

  /// Adds whole numbers.
  public mutating func add(_ name: String, _ numbers: [Int]) {
    fields.append("\"\(name)\":[\(numbers.map(String.init).joined(separator: ","))]")
  }

  /// Adds a number, to four significant digits.
  public mutating func add(_ name: String, _ number: Double) {
    guard number.isFinite, number != 0 else {
      fields.append("\"\(name)\":\(number == 0 ? "0" : "null")")
      return
    }
    var scale = 1.0
    while abs(number) * scale < 1_000 { scale *= 10 }
    while abs(number) * scale >= 10_000 { scale /= 10 }
    fields.append("\"\(name)\":\((number * scale).rounded() / scale)")
  }

  /// Adds a timing: the median, the best and the processor time.
  public mutating func add(_ name: String, _ timing: Timing) {
    add(name, timing.median)
    add(name + "Best", timing.best)
    add(name + "Processor", timing.processor)
  }

  /// Prints the line.
  public func print() { Swift.print("{\(fields.joined(separator: ","))}") }
}
