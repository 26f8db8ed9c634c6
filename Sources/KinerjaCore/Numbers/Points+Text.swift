extension Points {
  /// Reads a decimal, such as "93,86" in the convention ``DecimalConvention/comma``.
  ///
  /// Strict: an optional sign, digits, marks between thousands only where groups of three digits
  /// are right, and the decimal mark with digits on both sides; no blanks, no exponent. Text in
  /// the wrong convention is refused wherever it can be told: "93.86" with commas before the
  /// decimals, and "0.750" too.
  ///
  /// - Throws: ``InvalidNumber`` with the first fault and its position; also if the number needs
  ///   more than 18 decimals or does not fit 64 bits.
  public init(
    _ text: some StringProtocol, _ convention: DecimalConvention
  ) throws(InvalidNumber) {
    try self.init(reading: String(text), convention)
  }

  private init(reading text: String, _ convention: DecimalConvention) throws(InvalidNumber) {
    guard !text.isEmpty else {
      throw InvalidNumber(convention: convention, reason: .empty)
    }
    let decimal: NumberReader<String.UTF8View>.Decimal
    do {
      decimal = try NumberReader.decimal(text.utf8, convention, mostPlaces: Self.mostPlaces)
    } catch {
      throw InvalidNumber(error, in: text, convention)
    }
    do {
      try self.init(decimal.isNegative, decimal.magnitude, places: decimal.places)
    } catch {
      throw InvalidNumber(convention: convention, reason: .tooLarge)
    }
  }

  /// The number as text; reading it in the same convention gives the same number.
  ///
  /// - Parameters:
  ///   - convention: The mark before the decimals.
  ///   - places: At least so many decimals, zeros added; a number that has more keeps them all,
  ///     for nothing is rounded here.
  ///   - grouping: Whether thousands are marked.
  public func text(
    _ convention: DecimalConvention = .point, places: Int? = nil, grouping: Bool = false
  ) -> String {
    NumberWriter.text(
      mantissa < 0, UInt128(mantissa.magnitude), places: self.places, leastPlaces: places ?? 0,
      convention, grouping: grouping)
  }
}

extension Points: CustomStringConvertible {
  /// The number with a decimal point, such as "93.86".
  public var description: String { text() }
}

extension Points: ExpressibleByStringLiteral {
  /// Creates a number from a literal in source code, with a decimal point, such as "93.86".
  ///
  /// A literal that is no number is a programming mistake and stops the program with a sentence;
  /// text from outside goes through ``init(_:_:)``.
  public init(stringLiteral value: String) {
    do {
      try self.init(reading: value, .point)
    } catch {
      preconditionFailure("\"\(value)\" is no exact decimal: \(error.description)")
    }
  }
}
