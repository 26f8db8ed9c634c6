extension Ratio {
  /// Reads a decimal, such as "93,86" in the convention ``DecimalConvention/comma``, or a
  /// fraction, such as "1/3".
  ///
  /// Strict: an optional sign, digits, marks between thousands only where groups of three digits
  /// are right, and the decimal mark with digits on both sides; or two whole numbers without marks
  /// around a slash; no blanks, no exponent.
  ///
  /// - Throws: ``InvalidNumber`` with the first fault and its position; also if the number has
  ///   more than 38 decimals or does not fit 128 bits.
  public init(
    _ text: some StringProtocol, _ convention: DecimalConvention
  ) throws(InvalidNumber) {
    try self.init(reading: String(text), convention)
  }

  private init(reading text: String, _ convention: DecimalConvention) throws(InvalidNumber) {
    func invalid(_ reason: InvalidNumber.Reason) -> InvalidNumber {
      InvalidNumber(convention: convention, reason: reason)
    }
    guard !text.isEmpty else { throw invalid(.empty) }
    let (isNegative, numerator, denominator): (Bool, UInt128, UInt128)
    do {
      if text.utf8.contains(UInt8(ascii: "/")) {
        let (top, bottom) = try NumberReader.fraction(text.utf8)
        (isNegative, numerator, denominator) = (top.isNegative, top.magnitude, bottom)
      } else {
        let decimal = try NumberReader.decimal(text.utf8, convention, mostPlaces: 38)
        (isNegative, numerator) = (decimal.isNegative, decimal.magnitude)
        denominator = (0..<decimal.places).reduce(1) { power, _ in power * 10 }
      }
    } catch {
      throw InvalidNumber(error, in: text, convention)
    }
    guard denominator != 0 else { throw invalid(.zeroDenominator) }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    do {
      try self.init(
        negative: isNegative, lowest: numerator / divisor, over: denominator / divisor)
    } catch {
      throw invalid(.tooLarge)
    }
  }

  /// The number as exact text: "93,5" if it is a decimal of at most 18 places, else "1/3".
  ///
  /// Reading it in the same convention gives the same number.
  public func text(_ convention: DecimalConvention = .point) -> String {
    guard let places = decimalPlaces else { return "\(numerator)/\(denominator)" }
    let scale = UInt128(UInt64.powerOfTen(places)) / denominator.magnitude
    let (digits, overflow) = numerator.magnitude.multipliedReportingOverflow(by: scale)
    guard !overflow else { return "\(numerator)/\(denominator)" }
    return NumberWriter.text(numerator < 0, digits, places: places, convention)
  }

  /// The number rounded, with exactly so many decimals, for people to read.
  ///
  /// - Parameters:
  ///   - places: Decimals to write, from 0 to 18; a negative count rounds to tens, hundreds and so
  ///     on.
  ///   - mode: How it is rounded; the number itself stays as it is.
  ///   - convention: The mark before the decimals.
  ///   - grouping: Whether thousands are marked.
  /// - Returns: The text, such as "93,86"; the exact ``text(_:)`` if the rounded number does not
  ///   fit ``Points``.
  public func decimalText(
    places: Int, _ mode: RoundingMode, _ convention: DecimalConvention, grouping: Bool = false
  ) -> String {
    guard let points = try? rounded(to: places, mode) else { return text(convention) }
    return points.text(convention, places: places, grouping: grouping)
  }

  /// The decimals needed, or nil if more than 18.
  private var decimalPlaces: Int? {
    // The largest denominator of 18 decimals has 60 bits.
    guard var rest = Int64(exactly: denominator) else { return nil }
    var (twos, fives) = (0, 0)
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    let places = max(twos, fives)
    return rest == 1 && places <= Points.mostPlaces ? places : nil
  }
}

extension Ratio: CustomStringConvertible {
  /// The number with a decimal point or as a fraction, such as "93.5" or "1/3".
  public var description: String { text() }
}

extension Ratio: ExpressibleByStringLiteral {
  /// Creates a number from a literal in source code, such as "0.25" or "1/3".
  ///
  /// A literal that is no number is a programming mistake and stops the program with a sentence;
  /// text from outside goes through ``init(_:_:)``.
  public init(stringLiteral value: String) {
    do {
      try self.init(reading: value, .point)
    } catch {
      preconditionFailure("\"\(value)\" is no exact number: \(error.description)")
    }
  }
}
