import Foundation
import KinerjaCore

/// How much credit two different levels get: 1 for the same level, less the farther apart two are.
///
/// The forms are those of Gwet (2014, *Handbook of Inter-Rater Reliability*, 4th edition, chapter 3),
/// over the values of *all* levels of the scale, used or not.
public struct AgreementWeights: Sendable, Hashable, Codable {
  enum Scheme: String, Sendable, Codable {
    case identity, linear, quadratic, ordinal, radical, ratio, circular, bipolar, ranks, custom
  }

  let scheme: Scheme
  /// By pair of levels, for custom weights.
  let disagreements: [[Double]]?

  private init(_ scheme: Scheme, _ disagreements: [[Double]]? = nil) {
    self.scheme = scheme
    self.disagreements = disagreements
  }

  /// Any two different levels disagree fully.
  public static let identity = AgreementWeights(.identity)
  /// Disagreement is the distance of the values.
  public static let linear = AgreementWeights(.linear)
  /// Disagreement is the square of the distance.
  public static let quadratic = AgreementWeights(.quadratic)
  /// Disagreement is the number of pairs of levels from one to the other, values aside.
  ///
  /// Not to be taken for Krippendorff's ordinal distance, which counts ratings.
  public static let ordinal = AgreementWeights(.ordinal)
  /// Disagreement is the square root of the distance.
  public static let radical = AgreementWeights(.radical)
  /// Disagreement is the square of the distance over the sum of the values, none of them negative.
  public static let ratio = AgreementWeights(.ratio)
  /// Disagreement is a squared sine: the highest level is next to the lowest, as with hours.
  public static let circular = AgreementWeights(.circular)
  /// Disagreement weighs more near the ends of the scale.
  public static let bipolar = AgreementWeights(.bipolar)

  /// Krippendorff's ordinal distance, from the ratings that lie between two levels.
  static let ranks = AgreementWeights(.ranks)

  /// Disagreements of one's own, as in Cohen (1968).
  ///
  /// - Parameter rows: By pair of levels in the order of the scale; symmetric, 0 for the same level,
  ///   not negative, not all 0. Any unit will do.
  public static func disagreements(_ rows: [[Double]]) -> AgreementWeights {
    AgreementWeights(.custom, rows)
  }

  /// What is wrong with the weights for a scale.
  func check(on scale: RatingScale, _ problems: inout Diagnostics) {
    if scheme == .ratio, scale.lowest.value < 0 {
      problems.add(
        .negativeLevel, ["value": .integer(Int64(scale.lowest.value))], at: .key("weights"))
    }
    guard scheme == .custom else { return }
    let rows = disagreements ?? []
    let size = scale.levels.count
    guard rows.count == size, rows.allSatisfy({ $0.count == size }) else {
      problems.add(.weightsOfOtherSize, ["levels": .integer(Int64(size))], at: .key("weights"))
      return
    }
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        let isWeight = value.isFinite && value >= 0 && value == rows[column][row]
        guard !isWeight || (row == column && value != 0) else { continue }
        problems.add(
          .wrongDisagreement,
          at: SourcePlace(path: [.key("weights"), .index(row), .index(column)]))
      }
    }
    if rows.allSatisfy({ $0.allSatisfy { $0 == 0 } }) {
      problems.add(.noDisagreement, at: .key("weights"))
    }
  }

  /// The weights by pair of levels, from 0 to 1.
  ///
  /// - Parameters:
  ///   - values: The values of the levels, ascending.
  ///   - totals: By level, how often it was given; only Krippendorff's ordinal distance needs it.
  func table(_ values: [Double], totals: [Double]) -> SquareMatrix {
    let ranks = scheme == .ranks ? Self.middleRanks(totals) : []
    let (low, high) = (values.first ?? 0, values.last ?? 0)
    var table = SquareMatrix(size: values.count)
    var largest = 0.0
    for k in values.indices {
      for l in values.indices where l != k {
        let distance = abs(values[k] - values[l])
        let disagreement: Double =
          switch scheme {
          case .identity: 1
          case .linear: distance
          case .quadratic: distance * distance
          case .ordinal: Double((abs(k - l) + 1) * abs(k - l) / 2)
          case .radical: distance.squareRoot()
          case .ratio: pow(distance / (values[k] + values[l]), 2)
          case .circular: pow(sin(Double.pi * distance / (high - low + 1)), 2)
          case .bipolar:
            distance * distance
              / ((values[k] + values[l] - 2 * low) * (2 * high - values[k] - values[l]))
          case .ranks: pow(ranks[k] - ranks[l], 2)
          case .custom: disagreements?[k][l] ?? 0
          }
        table[k, l] = disagreement
        largest = max(largest, disagreement)
      }
    }
    for k in values.indices {
      for l in values.indices { table[k, l] = largest > 0 ? 1 - table[k, l] / largest : 1 }
    }
    return table
  }

  /// The middle rank of each level: Krippendorff's ordinal distance is a difference of these.
  static func middleRanks(_ totals: [Double]) -> [Double] {
    var below = 0.0
    return totals.map { total in
      defer { below += total }
      return below + total / 2
    }
  }
}
