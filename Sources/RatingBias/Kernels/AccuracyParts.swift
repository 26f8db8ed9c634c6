import KinerjaNumerics

/// Cronbach's (1955) parts of the distance between ratings and true scores, in a full table of persons
/// and items.
///
/// With means over the table, rows and columns taken off in turn, the mean squared distance is exactly
/// the sum of the four squares.
package struct AccuracyParts: Sendable, Hashable {
  /// The mean of ratings less that of true scores.
  package let elevation: Double
  /// The root mean square over persons of what their own means differ.
  package let differentialElevation: Double
  /// The root mean square over items of what their own means differ.
  package let stereotype: Double
  /// The root mean square over the table of what is left.
  package let differential: Double
  /// The root of the mean squared distance.
  package let distance: Double
  /// The mean distance.
  package let meanDistance: Double
  /// By person and by item, the mean difference.
  package let rowDifferences: [Double]
  package let columnDifferences: [Double]
  /// Between persons' means, items' means, and what is left: nil where one of the two does not differ.
  package let rowCorrelation: Double?
  package let columnCorrelation: Double?
  package let restCorrelation: Double?

  /// - Parameters:
  ///   - ratings: By person and then by item; at least one of each.
  ///   - truth: The same of true scores.
  package init(_ ratings: [[Double]], truth: [[Double]]) {
    let (own, other) = (Parted(ratings), Parted(truth))
    let rows = zip(own.rows, other.rows).map { $0 - $1 }
    let columns = zip(own.columns, other.columns).map { $0 - $1 }
    let rest = zip(own.rest, other.rest).map { $0 - $1 }
    elevation = own.mean - other.mean
    differentialElevation = Self.root(rows)
    stereotype = Self.root(columns)
    differential = Self.root(rest)
    let distances = zip(ratings.joined(), truth.joined()).map { $0 - $1 }
    distance = Self.root(distances)
    meanDistance = CompensatedSum(distances.map(abs)).value / Double(distances.count)
    let elevation = elevation
    rowDifferences = rows.map { $0 + elevation }
    columnDifferences = columns.map { $0 + elevation }
    rowCorrelation = Self.correlation(own.rows, other.rows)
    columnCorrelation = Self.correlation(own.columns, other.columns)
    restCorrelation = Self.correlation(own.rest, other.rest)
  }

  private static func root(_ values: [Double]) -> Double {
    (CompensatedSum(values.map { $0 * $0 }).value / Double(values.count)).squareRoot()
  }

  private static func correlation(_ one: [Double], _ other: [Double]) -> Double? {
    // What is constant but for rounding has no correlation.
    guard min(root(one), root(other)) > 1e-9 else { return nil }
    return Correlations.pearson(one, other)
  }

  /// A table taken apart: the mean, and by row, by column and by cell what each differs.
  private struct Parted {
    let mean: Double
    let rows: [Double]
    let columns: [Double]
    let rest: [Double]

    init(_ table: [[Double]]) {
      func average(_ values: [Double]) -> Double {
        CompensatedSum(values).value / Double(values.count)
      }
      let all = average(table.flatMap(\.self))
      let rows = table.map { average($0) - all }
      let columns = (table.first ?? []).indices.map { column in
        average(table.map { $0[column] }) - all
      }
      mean = all
      self.rows = rows
      self.columns = columns
      rest = table.enumerated().flatMap { row, values in
        values.enumerated().map { $1 - all - rows[row] - columns[$0] }
      }
    }
  }
}
