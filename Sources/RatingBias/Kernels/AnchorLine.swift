/// How ratings rise with what is known of ratees, by least squares among those whom one rater rated
/// for one time.
struct AnchorLine {
  /// Points for one unit of the reference.
  let slope: Double
  let variance: Double
  /// How far ratees of one rater and time lie apart in what else is known: a standard deviation.
  let otherDeviation: Double
  /// A sum of squares that is nothing but rounding.
  let rounding: Double

  /// - Parameter fixed: The slope, if it is known.
  /// - Returns: Nil if the reference does not vary, or what else is known goes with it.
  init?(
    _ rows: [AnchoredMeans.Row], fixed: Double?, reliability: Double = 1, hasOther: Bool = false
  ) {
    let centred = Self.centred(rows)
    var (xx, xz, zz, xy, zy, yy, size) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for (row, deviation) in zip(rows, centred.deviations) {
      xx += deviation.x * deviation.x
      xz += deviation.x * deviation.z
      zz += deviation.z * deviation.z
      xy += deviation.x * deviation.y
      zy += deviation.z * deviation.y
      yy += deviation.y * deviation.y
      size += row.reference * row.reference
    }
    let freedom = Double(max(1, rows.count - centred.groupCount))
    otherDeviation = (zz / freedom).squareRoot()
    if let fixed {
      slope = fixed
      variance = 0
      rounding = 1e-15 * (yy + fixed * fixed * xx)
      return
    }
    // A mean of equal numbers such as 0.1 may miss them by rounding.
    guard xx > 1e-24 * size else { return nil }
    let determinant = xx * zz - xz * xz
    guard !hasOther || determinant > 1e-12 * xx * zz else { return nil }
    let slopes =
      hasOther
      ? ((xy * zz - zy * xz) / determinant, (zy * xx - xy * xz) / determinant) : (xy / xx, 0)
    // What of the reference the other does not tell.
    let own = hasOther ? determinant / zz : xx
    let tilt = hasOther ? xz / zz : 0
    var (squares, clustered, cluster) = (0.0, 0.0, 0.0)
    for (index, deviation) in centred.deviations.enumerated() {
      let left = deviation.y - slopes.0 * deviation.x - slopes.1 * deviation.z
      squares += left * left
      if index > 0, !rows[index].isSamePair(as: rows[index - 1]) {
        clustered += cluster * cluster
        cluster = 0
      }
      cluster += (deviation.x - tilt * deviation.z) * left
    }
    clustered += cluster * cluster
    let plain = squares / max(1, freedom - (hasOther ? 2 : 1)) / own
    slope = slopes.0 / reliability
    // Several times of one ratee hang together.
    variance = max(plain, clustered / (own * own)) / (reliability * reliability)
    rounding = 1e-15 * (yy + slope * slope * xx)
  }

  private typealias Deviation = (x: Double, z: Double, y: Double)

  /// Rows less the means of their rater and time.
  private static func centred(
    _ rows: [AnchoredMeans.Row]
  ) -> (deviations: [Deviation], groupCount: Int) {
    var deviations: [Deviation] = []
    deviations.reserveCapacity(rows.count)
    var (start, groups) = (0, 0)
    while start < rows.count {
      var end = start
      var sums: [Int32: (count: Double, x: Double, z: Double, y: Double)] = [:]
      while end < rows.count, rows[end].rater == rows[start].rater {
        let (row, sum) = (rows[end], sums[rows[end].time] ?? (0, 0, 0, 0))
        sums[row.time] = (
          sum.count + 1, sum.x + row.reference, sum.z + row.other, sum.y + row.rating
        )
        end += 1
      }
      groups += sums.count
      for row in rows[start..<end] {
        let sum = sums[row.time] ?? (1, 0, 0, 0)
        deviations.append(
          (
            row.reference - sum.x / sum.count, row.other - sum.z / sum.count,
            row.rating - sum.y / sum.count
          ))
      }
      start = end
    }
    return (deviations, groups)
  }

  /// What ratings lie above the line, without what all raters have in common at a time.
  ///
  /// Levels of raters and of times are found together, by turns. Where raters of one time rated at no
  /// other, nothing tells the two apart, and all counts as the raters'.
  func residuals(_ rows: [AnchoredMeans.Row], timeCount: Int) -> [Double] {
    let plain = rows.map { $0.rating - slope * $0.reference }
    guard timeCount > 1 else { return plain }
    var byTime = [Double](repeating: 0, count: timeCount)
    let raterCount = (rows.last?.rater ?? -1) + 1
    for _ in 0..<200 {
      var raters = Means(count: raterCount)
      for (row, value) in zip(rows, plain) {
        raters.add(value - (row.time < 0 ? 0 : byTime[Int(row.time)]), to: row.rater)
      }
      var times = Means(count: timeCount)
      for (row, value) in zip(rows, plain) where row.time >= 0 {
        times.add(value - raters.mean(row.rater), to: Int(row.time))
      }
      var change = 0.0
      for time in 0..<timeCount {
        change = max(change, abs(times.mean(time) - byTime[time]))
        byTime[time] = times.mean(time)
      }
      if change < 1e-12 { break }
    }
    return zip(rows, plain).map { $1 - ($0.time < 0 ? 0 : byTime[Int($0.time)]) }
  }
}

extension AnchoredMeans.Row {
  fileprivate func isSamePair(as other: Self) -> Bool {
    rater == other.rater && ratee == other.ratee
  }
}

/// Means of numbered groups.
struct Means {
  private var counts: [Double]
  private var sums: [Double]

  init(count: Int) {
    counts = [Double](repeating: 0, count: count)
    sums = counts
  }

  mutating func add(_ value: Double, to group: Int) {
    counts[group] += 1
    sums[group] += value
  }

  /// Nought for a group of nothing.
  func mean(_ group: Int) -> Double { counts[group] > 0 ? sums[group] / counts[group] : 0 }
}
