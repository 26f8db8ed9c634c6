/// What rides in lanes: whole numbers that stay below the limit of the type.
protocol Lane: Comparable, Sendable {
  init(whole: Int64)
  static func load(_ source: some LaneSource) -> Self
  static var least: Self { get }
  static var greatest: Self { get }
  static func times(_ left: Self, _ right: Self) -> Self
  static func plus(_ left: Self, _ right: Self) -> Self
  static func minus(_ left: Self, _ right: Self) -> Self
  var double: Double { get }
}

extension Int16: Lane {
  @inline(__always) init(whole: Int64) { self = Int16(truncatingIfNeeded: whole) }
  @inline(__always) static func load(_ source: some LaneSource) -> Int16 { source.short }
  static var least: Int16 { .min }
  static var greatest: Int16 { .max }
  @inline(__always) static func times(_ left: Int16, _ right: Int16) -> Int16 { left &* right }
  @inline(__always) static func plus(_ left: Int16, _ right: Int16) -> Int16 { left &+ right }
  @inline(__always) static func minus(_ left: Int16, _ right: Int16) -> Int16 { left &- right }
  @inline(__always) var double: Double { Double(self) }
}

extension Float: Lane {
  @inline(__always) init(whole: Int64) { self = Float(whole) }
  @inline(__always) static func load(_ source: some LaneSource) -> Float { source.float }
  static var least: Float { -.infinity }
  static var greatest: Float { .infinity }
  @inline(__always) static func times(_ left: Float, _ right: Float) -> Float { left * right }
  @inline(__always) static func plus(_ left: Float, _ right: Float) -> Float { left + right }
  @inline(__always) static func minus(_ left: Float, _ right: Float) -> Float { left - right }
  @inline(__always) var double: Double { Double(self) }
}

extension Double: Lane {
  @inline(__always) init(whole: Int64) { self = Double(whole) }
  @inline(__always) static func load(_ source: some LaneSource) -> Double { source.double }
  static var least: Double { -.infinity }
  static var greatest: Double { .infinity }
  @inline(__always) static func times(_ left: Double, _ right: Double) -> Double { left * right }
  @inline(__always) static func plus(_ left: Double, _ right: Double) -> Double { left + right }
  @inline(__always) static func minus(_ left: Double, _ right: Double) -> Double { left - right }
  @inline(__always) var double: Double { self }
}

/// What lanes are loaded from.
protocol LaneSource: Sendable {
  var short: Int16 { get }
  var float: Float { get }
  var double: Double { get }
}

extension Int8: LaneSource {
  @inline(__always) var short: Int16 { Int16(self) }
  @inline(__always) var float: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension UInt8: LaneSource {
  @inline(__always) var short: Int16 { Int16(self) }
  @inline(__always) var float: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension Int16: LaneSource {
  @inline(__always) var short: Int16 { self }
  @inline(__always) var float: Float { Float(self) }
}

extension Int32: LaneSource {
  @inline(__always) var short: Int16 { Int16(truncatingIfNeeded: self) }
  @inline(__always) var float: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension Int64: LaneSource {
  @inline(__always) var short: Int16 { Int16(truncatingIfNeeded: self) }
  @inline(__always) var float: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

// Never loaded into short lanes: a plan widens lanes only.
extension Float: LaneSource {
  @inline(__always) var short: Int16 { 0 }
  @inline(__always) var float: Float { self }
}

extension Double: LaneSource {
  @inline(__always) var short: Int16 { 0 }
  @inline(__always) var float: Float { Float(self) }
}
