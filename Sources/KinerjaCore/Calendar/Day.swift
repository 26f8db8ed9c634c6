/// A calendar day in the proleptic Gregorian calendar, without time and without zone.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let daysSince1970: Int32

  /// Creates a day from its number.
  public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }
}

extension Day: CustomStringConvertible {
  public var description: String { "day \(daysSince1970)" }
}
