import Foundation
import KinerjaNumerics

/// Fourfold tables of strata, put together after Mantel and Haenszel (1959).
package struct StratifiedTables: Sendable {
  /// The tables in which both groups and both outcomes occur.
  package let tables: [FourfoldTable]

  package init(_ tables: [FourfoldTable]) { self.tables = tables.filter(\.isInformative) }

  /// The reference's odds by the group's; nil if nothing is compared, infinite if nothing stands
  /// against.
  package var commonOddsRatio: Double? {
    let above = tables.reduce(0) { $0 + $1.a * $1.d / $1.n }
    let below = tables.reduce(0) { $0 + $1.b * $1.c / $1.n }
    return above + below > 0 ? above / below : nil
  }

  /// Of the logarithm (Robins, Breslow and Greenland 1986); nil if the ratio is 0 or infinite.
  package var logError: Double? {
    var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for table in tables {
      let (p, q) = ((table.a + table.d) / table.n, (table.b + table.c) / table.n)
      let (own, other) = (table.a * table.d / table.n, table.b * table.c / table.n)
      r += own
      s += other
      pr += p * own
      mixed += p * other + q * own
      qs += q * other
    }
    guard r > 0, s > 0 else { return nil }
    return (pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)).squareRoot()
  }

  /// Σ of selections of the reference beyond what equal rates within strata give, and its variance.
  package var excess: (value: Double, variance: Double) {
    tables.reduce((0, 0)) { sums, table in
      let (rows, columns) = ((table.a + table.b, table.c + table.d), (table.a + table.c))
      let expected = rows.0 * columns / table.n
      let variance =
        rows.0 * rows.1 * columns * (table.b + table.d) / (table.n * table.n * (table.n - 1))
      return (sums.0 + table.a - expected, sums.1 + variance)
    }
  }

  /// The test of Cochran (1954), Mantel and Haenszel (1959), with one degree of freedom; nil if
  /// nothing varies.
  package func chiSquare(corrected: Bool) -> Double? {
    let (value, variance) = excess
    guard variance > 0 else { return nil }
    // As in R: a correction never turns the difference round.
    let distance = abs(value) - (corrected && abs(value) >= 0.5 ? 0.5 : 0)
    return distance * distance / variance
  }

  /// Whether odds ratios differ between strata, after Breslow and Day (1980), and with Tarone's
  /// (1985) correction.
  package func homogeneity() -> (breslowDay: Double, tarone: Double, degrees: Int)? {
    guard tables.count > 1, let psi = commonOddsRatio, psi > 0, psi.isFinite else { return nil }
    var (sum, rest, variances) = (0.0, 0.0, 0.0)
    for table in tables {
      let expected = Self.expected(table, psi: psi)
      let b = table.a + table.b - expected
      let c = table.a + table.c - expected
      let d = table.d - table.a + expected
      let variance = 1 / (1 / expected + 1 / b + 1 / c + 1 / d)
      let distance = table.a - expected
      sum += distance * distance / variance
      rest += distance
      variances += variance
    }
    return (sum, sum - rest * rest / variances, tables.count - 1)
  }

  /// The reference's selections in a table with its margins and an odds ratio of ψ.
  private static func expected(_ table: FourfoldTable, psi: Double) -> Double {
    let (row, column) = (table.a + table.b, table.a + table.c)
    // (1 − ψ) x² + (n − row − column + ψ (row + column)) x − ψ row column = 0, the root between.
    let quadratic = 1 - psi
    let linear = table.n - row - column + psi * (row + column)
    let constant = psi * row * column
    let root = (linear * linear + 4 * quadratic * constant).squareRoot()
    // Written so that nothing cancels, at ψ = 1 too.
    return 2 * constant / (linear + root)
  }
}

extension StratifiedTables {
  /// The group's rate by the reference's within strata, and the error of its logarithm (Greenland and
  /// Robins 1985); nil if nobody of the reference has the outcome.
  package var commonRatio: (value: Double, logError: Double?)? {
    var (above, below, spread) = (0.0, 0.0, 0.0)
    for table in tables {
      let (own, other) = (table.c + table.d, table.a + table.b)
      above += table.c * other / table.n
      below += table.a * own / table.n
      spread +=
        (own * other * (table.a + table.c) - table.a * table.c * table.n) / (table.n * table.n)
    }
    guard below > 0 else { return nil }
    return (above / below, above > 0 ? (spread / (above * below)).squareRoot() : nil)
  }
}
