import KinerjaCore

extension InputGrid {
  /// The position in a stretch whose number is plainest: the one preferred, if it is there, else the
  /// one with the fewest digits, and of several the nearest to the one preferred.
  package static func plainest(
    in indices: ClosedRange<Int128>, preferring wish: Int128
  ) -> Int128 {
    if indices.contains(wish) { return wish }
    var unit: Int128 = 1_000_000_000_000_000_000
    while unit > 1 {
      let first = multiple(of: unit, atLeast: indices.lowerBound)
      if first <= indices.upperBound {
        let last = -multiple(of: unit, atLeast: -indices.upperBound)
        return wish < first ? first : last
      }
      unit /= 10
    }
    return wish < indices.lowerBound ? indices.lowerBound : indices.upperBound
  }

  /// The position in a stretch whose number has the fewest digits, and of several the nearest to
  /// one in it.
  package static func plainest(in indices: ClosedRange<Int128>, near wish: Int128) -> Int128 {
    var unit: Int128 = 1_000_000_000_000_000_000
    while unit > 1 {
      let above = multiple(of: unit, atLeast: wish)
      let found = [above, above - unit].filter(indices.contains)
      if let nearest = found.min(by: { abs($0 - wish) < abs($1 - wish) }) { return nearest }
      unit /= 10
    }
    return wish
  }

  private static func multiple(of unit: Int128, atLeast number: Int128) -> Int128 {
    let rest = number % unit
    return rest == 0 ? number : rest > 0 ? number - rest + unit : number - rest
  }
}
