public import KinerjaCore

/// A figure that an agency published beside the figures from which it should follow.
///
/// It finds out by which formula, which limit and which rounding the figure was computed:
///
/// ```swift
/// let figure = try PublishedFigure("184,75", target: "32", realised: "4,88")
/// for found in figure.explanations { print(found.text(in: .indonesian)) }
/// // (2 − r / t) × 100 = (2 − 4,88 / 32) × 100 = 184,75% (tepat)
/// ```
/// A figure that no formula explains is most often a slip of its source: two digits that changed
/// places, a cap that was not reached, inputs that were rounded before they were printed.
public struct PublishedFigure: Sendable, Hashable {
  /// In what an attainment was printed.
  public enum Scale: Sendable, Hashable, CaseIterable {
    /// 100 for a target met.
    case percent
    /// 1 for a target met.
    case ratio
  }

  enum Basis: Sendable, Hashable {
    case attainment(of: Ratio, against: Target, Scale, caps: [Ratio])
    case parts([Ratio], weights: [Ratio]?)
  }

  /// The figure as printed.
  public let printed: PrintedNumber
  let basis: Basis

  /// The caps that are tried if none is named: 100, as health centres use it, and 120, that of
  /// PP 30/2019, in per cent.
  public static let usualCaps: [Ratio] = [100, 120]

  /// Creates an attainment as published.
  ///
  /// - Parameters:
  ///   - printed: The figure, such as "111,11" or "87,5%".
  ///   - target: A figure, or two with a dash between them for a range, such as "80-90%".
  ///   - realised: What was achieved.
  ///   - scale: Whether a target met is printed as 100 or as 1.
  ///   - caps: The caps that may have been in use, in per cent.
  ///   - convention: Which mark stands before the decimals; if it is left out, each text says so.
  /// - Throws: `InvalidInput` with every text that is no number or can be read in two ways, and a
  ///   target of nought, for which no formula has an answer.
  public init(
    _ printed: String, target: String, realised: String, as scale: Scale = .percent,
    caps: [Ratio] = usualCaps, _ convention: DecimalConvention? = nil
  ) throws(InvalidInput) {
    var reader = PrintedReader(convention)
    let figure = reader.number(printed, at: .key("printed"))
    let bounds = reader.bounds(target, at: .key("target"))
    let realisation = reader.number(realised, at: .key("realised"))
    try reader.problems.throwIfAny()
    guard let figure, let bounds, let realisation else { throw InvalidInput(reader.problems) }
    let goal = Target.between(bounds.lower.value, bounds.upper.value)
    guard goal.bound(for: realisation.value) != 0 else {
      throw InvalidInput(
        Diagnostic(.printedZeroTarget, at: SourcePlace(path: [.key("target")])))
    }
    self.printed = figure
    basis = .attainment(of: realisation.value, against: goal, scale, caps: caps)
  }

  /// Creates a mean or a sum as published, with the parts that it was made of.
  ///
  /// - Parameters:
  ///   - printed: The figure.
  ///   - parts: One at least.
  ///   - weights: One a part; nil if all count alike.
  ///   - convention: Which mark stands before the decimals; if it is left out, each text says so.
  /// - Throws: `InvalidInput` with every text that is no number or can be read in two ways; that
  ///   there is no part, or another number of weights than of parts.
  public init(
    _ printed: String, parts: [String], weights: [String]? = nil,
    _ convention: DecimalConvention? = nil
  ) throws(InvalidInput) {
    var reader = PrintedReader(convention)
    let figure = reader.number(printed, at: .key("printed"))
    let numbers = reader.numbers(parts, at: .key("parts"))
    let shares = weights.map { reader.numbers($0, at: .key("weights")) }
    if parts.isEmpty || (weights?.count ?? parts.count) != parts.count {
      reader.problems.add(
        .printedParts,
        [
          "parts": .integer(Int64(parts.count)),
          "weights": .integer(Int64(weights?.count ?? parts.count)),
        ], at: .key("parts"))
    }
    try reader.problems.throwIfAny()
    guard let figure else { throw InvalidInput(reader.problems) }
    self.printed = figure
    basis = .parts(numbers.map(\.value), weights: shares?.map(\.value))
  }
}

/// Reads texts and collects what is wrong with them.
private struct PrintedReader {
  let convention: DecimalConvention?
  var problems = Diagnostics()

  init(_ convention: DecimalConvention?) { self.convention = convention }

  mutating func number(
    _ text: String, at place: DefinitionPath.Component...
  ) -> PrintedNumber? {
    do throws(InvalidInput) {
      return try PrintedNumber(
        text, convention, at: SourcePlace(path: DefinitionPath(place)))
    } catch {
      problems.add(contentsOf: error.diagnostics)
      return nil
    }
  }

  mutating func numbers(
    _ texts: [String], at place: DefinitionPath.Component
  ) -> [PrintedNumber] {
    texts.enumerated().compactMap { number($0.element, at: place, .index($0.offset)) }
  }

  /// A figure, or two with a dash between them; a dash in front is a sign.
  mutating func bounds(
    _ text: String, at place: DefinitionPath.Component
  ) -> (lower: PrintedNumber, upper: PrintedNumber)? {
    let dashes: Set<Character> = ["-", "–", "—"]
    let isSign = { (index: String.Index) in
      text[..<index].allSatisfy { $0.isWhitespace || dashes.contains($0) }
    }
    guard let dash = text.indices.first(where: { dashes.contains(text[$0]) && !isSign($0) })
    else {
      return number(text, at: place).map { ($0, $0) }
    }
    let lower = number(String(text[..<dash]), at: place)
    let upper = number(String(text[text.index(after: dash)...]), at: place)
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }
}
