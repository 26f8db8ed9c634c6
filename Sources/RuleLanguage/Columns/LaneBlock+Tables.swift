/// The numbers *a* + *bx* + *cx²* with other coefficients at each position of a table: 256 of each,
/// as many as a byte has values.
struct LaneCurves: Sendable {
  var constants = Array(repeating: 0.0, count: 256)
  var slopes = Array(repeating: 0.0, count: 256)
  var squares = Array(repeating: 0.0, count: 256)
}

// Numbers out of tables.
extension LaneBlock {
  /// Looks a pair of codes up in a table with 256 rows of `width`, which no code can leave.
  func look(
    rows: Int, columns: Int, width: Int, in table: [Double], at level: LaneLevel, to target: Int
  ) {
    look(rows: rows, columns: columns, width: width, in: table, at: level, to: doubles(target))
  }

  /// Whole numbers on curves, none of which is rounded on the way.
  func follow(
    _ curves: LaneCurves, at positions: Int, _ source: Int, at level: LaneLevel, to target: Int
  ) {
    let (place, from, to) = (bytes(positions), doubles(source), doubles(target))
    for index in 0..<count(at: level) {
      let (row, x) = (Int(place[index]), from[index])
      to[index] = curves.constants[row] + (curves.slopes[row] + curves.squares[row] * x) * x
    }
  }

  /// Numbers with bounds on curves whose coefficients are rounded.
  func follow(
    _ curves: LaneCurves, at positions: Int, _ source: FilteredRegister, at level: LaneLevel,
    to target: FilteredRegister
  ) {
    let (place, from, doubt) = (bytes(positions), doubles(source.value), doubles(source.error))
    let (to, error) = (doubles(target.value), doubles(target.error))
    let (unit, least) = (FilteredSumKernel.unit, Double.leastNormalMagnitude)
    for index in 0..<count(at: level) {
      let row = Int(place[index])
      let (a, b, c) = (curves.constants[row], curves.slopes[row], curves.squares[row])
      let (x, xError) = (from[index], doubt[index])
      let size = x.magnitude + xError
      let bent = c * x
      let bentError = c.magnitude * xError + 2 * unit * c.magnitude * size + least
      let slope = b + bent
      let slopeError = bentError + unit * (b.magnitude + slope.magnitude)
      let rise = slope * x
      let riseError =
        slope.magnitude * xError + slopeError * size + unit * rise.magnitude + least
      let value = a + rise
      to[index] = value
      error[index] =
        (riseError + unit * (a.magnitude + value.magnitude)) * FilteredSumKernel.slack
    }
  }
}
