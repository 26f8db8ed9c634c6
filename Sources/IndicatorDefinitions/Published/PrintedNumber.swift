public import KinerjaCore

/// A number as a document prints it: its value, and how many decimals it shows.
///
/// What was printed says less than what was computed: "111,11" may be any number that rounds to it.
public struct PrintedNumber: Sendable, Hashable {
  /// The text, without blanks around it and without a per cent sign.
  public let text: String
  /// The number that the text says.
  public let value: Ratio
  /// How many decimals the text shows, from 0 to 18; trailing zeros count.
  public let places: Int

  /// Reads a printed number, such as "184,75", "98.2%" or "1.234,5".
  ///
  /// - Parameters:
  ///   - text: The number; a per cent sign behind it is passed over.
  ///   - convention: Which mark stands before the decimals. If it is left out the text must say so
  ///     itself: by both marks, by one mark that comes twice, or by other than three digits behind
  ///     the only one.
  /// - Throws: `InvalidInput` for a text that is no number, that shows more than 18 decimals, or that
  ///   can be read in two ways, as "1.234" can.
  public init(_ text: String, _ convention: DecimalConvention? = nil) throws(InvalidInput) {
    try self.init(text, convention, at: SourcePlace())
  }

  init(
    _ text: String, _ convention: DecimalConvention?, at place: SourcePlace
  ) throws(InvalidInput) {
    var bare = text[...]
    func trim() {
      while bare.first?.isWhitespace == true { bare.removeFirst() }
      while bare.last?.isWhitespace == true { bare.removeLast() }
    }
    trim()
    if bare.last == "%" { bare.removeLast() }
    trim()
    guard let convention = convention ?? Self.convention(of: bare) else {
      throw InvalidInput(
        Diagnostic(.printedAmbiguous, ["number": .text(String(bare))], at: place))
    }
    let mark: Character = convention == .comma ? "," : "."
    let decimals = bare.lastIndex(of: mark).map { bare.distance(from: $0, to: bare.endIndex) - 1 }
    guard decimals ?? 0 <= Points.mostPlaces else {
      throw InvalidInput(
        Diagnostic(.numberDecimals, ["limit": .integer(Int64(Points.mostPlaces))], at: place))
    }
    do throws(InvalidNumber) {
      value = try Ratio(bare, convention)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.place = place
      throw InvalidInput(diagnostic)
    }
    self.text = String(bare)
    places = decimals ?? 0
  }

  /// The convention that a text betrays; nil if it can be read in two ways.
  private static func convention(of text: Substring) -> DecimalConvention? {
    let marks = text.indices.filter { text[$0] == "," || text[$0] == "." }
    guard let last = marks.last, let first = marks.first else { return .comma }
    let isComma = text[last] == ","
    guard marks.count == 1 else {
      let isOneMark = marks.allSatisfy { text[$0] == text[last] }
      return isComma != isOneMark ? .comma : .point
    }
    let whole = text[..<first].drop { $0 == "-" || $0 == "+" || $0 == "−" }
    let isGroup = text.distance(from: first, to: text.endIndex) == 4
    guard isGroup, (1...3).contains(whole.count), whole.first != "0" else {
      return isComma ? .comma : .point
    }
    return nil
  }
}

/// How a printed number comes from an exact one.
public enum PrintedRounding: String, Sendable, Hashable, CaseIterable {
  /// The exact number has no more decimals than were printed.
  case exact
  /// Only rounding half up gives it.
  case halfUp = "half_up"
  /// Only cutting decimals off gives it.
  case truncated = "truncate"
  /// Both give it.
  case halfUpOrTruncated = "half_up_or_truncate"

  /// The rounding in words.
  public var label: LocalizedText {
    switch self {
    case .exact: LocalizedText(id: "tepat", en: "exact")
    case .halfUp: LocalizedText(id: "dibulatkan", en: "rounded half up")
    case .truncated: LocalizedText(id: "dipotong", en: "cut off")
    case .halfUpOrTruncated:
      LocalizedText(id: "dibulatkan atau dipotong", en: "rounded half up or cut off")
    }
  }
}

extension PrintedNumber {
  /// How the printed number comes from an exact one; nil if it does not.
  public func rounding(of exact: Ratio) -> PrintedRounding? {
    if exact == value { return .exact }
    func gives(_ mode: RoundingMode) -> Bool {
      (try? exact.rounded(to: places, mode)).map { Ratio($0) == value } ?? false
    }
    return switch (gives(.halfUp), gives(.down)) {
    case (true, true): .halfUpOrTruncated
    case (true, false): .halfUp
    case (false, true): .truncated
    case (false, false): nil
    }
  }
}
