public import KinerjaCore

/// How good a piece of work is (*kualitas*), by the errors in it: the scale of Perka BKN 1/2013
/// from which the realised quality of a task is marked.
public enum WorkQuality: String, Sendable, Hashable, CaseIterable {
  /// More than five small errors and a big one.
  case bad
  /// Five small errors and a big one.
  case poor
  /// Three or four small errors and no big one.
  case fair
  /// One or two small errors and no big one.
  case good
  /// No error, no revision, service above the standard.
  case perfect

  /// Where the scale was read.
  public static let source = LegalSource(
    "Perka BKN 1/2013", link: "https://id.scribd.com/presentation/376874092/RUMUS")

  /// The marks as they are printed, in whole numbers.
  public var marks: ClosedRange<Int> {
    switch self {
    case .bad: 0...50
    case .poor: 51...60
    case .fair: 61...75
    case .good: 76...90
    case .perfect: 91...100
    }
  }

  /// What the scale asks for.
  public var label: LocalizedText {
    switch self {
    case .bad:
      LocalizedText(
        id: "lebih dari 5 kesalahan kecil dan ada kesalahan besar",
        en: "more than 5 small errors and a big error")
    case .poor:
      LocalizedText(
        id: "5 kesalahan kecil dan ada kesalahan besar", en: "5 small errors and a big error")
    case .fair:
      LocalizedText(
        id: "3 atau 4 kesalahan kecil, tidak ada kesalahan besar",
        en: "3 or 4 small errors, no big error")
    case .good:
      LocalizedText(
        id: "1 atau 2 kesalahan kecil, tidak ada kesalahan besar",
        en: "1 or 2 small errors, no big error")
    case .perfect:
      LocalizedText(
        id: "sempurna, tidak ada kesalahan, tidak ada revisi",
        en: "perfect, no error, no revision")
    }
  }

  /// The quality of work with so many small errors, and with or without a big one.
  ///
  /// Nil where the scale says nothing: for a big error with fewer than five small ones, and for
  /// five small errors and more without a big one.
  public init?(smallErrors: Int, hasBigError: Bool) {
    switch (smallErrors, hasBigError) {
    case (0, false): self = .perfect
    case (1...2, false): self = .good
    case (3...4, false): self = .fair
    case (5, true): self = .poor
    case (6..., true): self = .bad
    default: return nil
    }
  }

  /// Whether a mark is one that the scale gives to this quality.
  ///
  /// A mark between two printed whole numbers counts with the lower one, as the bands of the score
  /// do.
  public func allows(_ mark: Ratio) -> Bool {
    guard self != .perfect else { return (91...100).contains(mark) }
    return mark >= Ratio(marks.lowerBound) && mark < Ratio(marks.upperBound + 1)
  }
}
