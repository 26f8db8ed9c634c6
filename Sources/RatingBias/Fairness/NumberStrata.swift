public import KinerjaCore

/// Strata of a number, such as measured achievement, within which groups are compared.
///
/// Comparing at the same achievement answers another question than comparing all: whether those who
/// achieved alike got alike. It is only as fair as the achievement that it holds equal.
public struct NumberStrata: Sendable, Hashable {
  /// How borders between strata are found.
  public enum Borders: Sendable, Hashable {
    /// At given numbers, each of which begins a stratum, such as the borders of rating categories.
    case at([Double])
    /// So that about equally many persons are in each of so many strata; persons with the same
    /// number stay together. Five strata take away nine tenths of what the number explains
    /// (Cochran 1968, *Biometrics* 24).
    case quantiles(Int)
  }

  /// How the borders were found.
  public let borders: Borders
  /// The numbers at which a stratum begins, ascending, that of the first stratum not among them.
  public let starts: [Double]

  /// Finds the borders.
  ///
  /// - Parameters:
  ///   - borders: How they are found.
  ///   - values: The numbers of all persons; what is not finite is left out.
  /// - Complexity: O(*n* log *n*).
  public init(_ borders: Borders, of values: [Double]) {
    self.borders = borders
    switch borders {
    case .at(let numbers):
      starts = Set(numbers.filter(\.isFinite)).sorted()
    case .quantiles(let count):
      let sorted = values.filter(\.isFinite).sorted()
      var starts: [Double] = []
      for part in 1..<max(1, count) where !sorted.isEmpty {
        let start = sorted[min(sorted.count - 1, part * sorted.count / count)]
        if start > sorted[0], start != starts.last { starts.append(start) }
      }
      self.starts = starts
    }
  }

  /// How many strata there are.
  public var count: Int { starts.count + 1 }

  /// The stratum of a number; nil if it is not finite.
  public func index(of value: Double) -> Int? {
    value.isFinite ? starts.count { $0 <= value } : nil
  }

  /// The name of a stratum, such as "60 ≤ x < 75".
  public func name(of index: Int) -> String {
    let lower = index > 0 ? "\(Self.text(starts[index - 1])) ≤ " : ""
    let upper = index < starts.count ? " < \(Self.text(starts[index]))" : ""
    return "\(lower)x\(upper)"
  }

  /// How the strata were made, in words.
  public var sentence: LocalizedText {
    switch borders {
    case .at:
      LocalizedText(
        id: "Dibandingkan dalam \(count) lapisan dengan batas yang ditetapkan.",
        en: "Compared within \(count) strata with borders that were set.")
    case .quantiles(let asked):
      LocalizedText(
        id: """
          Dibandingkan dalam \(count) lapisan yang kira-kira sama besar (diminta \(asked)); \
          pegawai dengan angka yang sama tidak dipisahkan.
          """,
        en: """
          Compared within \(count) strata of about equal size (\(asked) asked for); persons with \
          the same number stay together.
          """)
    }
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
