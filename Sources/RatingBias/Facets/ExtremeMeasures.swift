/// Measures of extreme elements.
struct ExtremeMeasures {
  /// By ratee.
  private(set) var ratees: [Int: FacetMeasures.Placement] = [:]
  /// By other element.
  private(set) var others: [Int: FacetMeasures.Placement] = [:]

  /// Measures them, the last found first, since each needs those found after it.
  ///
  /// The score is moved towards the middle and the element's equation solved with all others known.
  ///
  /// - Complexity: O(*n*) in all ratings.
  init(
    _ extremes: ExtremeElements, in columns: FacetColumns, estimation: RaschEstimation,
    statistics: RaschStatistics, adjustment: Double
  ) {
    guard !extremes.found.isEmpty else { return }
    let ratings = Self.ratings(of: extremes, in: columns)
    var parameters = estimation.parameters
    let curve = CategoryCurve(parameters)
    var isKnownRatee = statistics.ratees.map { $0.count > 0 }
    var isKnownOther = statistics.others.map { $0.count > 0 }
    for (index, extreme) in extremes.found.enumerated().reversed() {
      // What the other facets add, rating by rating, where all of them are known.
      var rest: [Double] = []
      for (ratee, rating) in ratings[index] {
        var (sum, isKnown) = (0.0, true)
        if extreme.place != .ratee(ratee) {
          sum += parameters.ratees[ratee]
          isKnown = isKnownRatee[ratee]
        }
        for place in columns.places(of: rating) {
          let element = Int(columns.elements[place])
          guard extreme.place != .other(element) else { continue }
          sum += parameters.others[element]
          isKnown = isKnown && isKnownOther[element]
        }
        if isKnown { rest.append(sum) }
      }
      guard !rest.isEmpty else { continue }
      let (value, error) = curve.solveExtreme(
        isHighest: extreme.isHighest, adjustment: adjustment, beside: rest)
      switch extreme.place {
      case .ratee(let ratee):
        parameters.ratees[ratee] = value
        isKnownRatee[ratee] = true
        ratees[ratee] = .extreme(
          isHighest: extreme.isHighest, logits: value, standardError: error)
      case .other(let element):
        parameters.others[element] = value
        isKnownOther[element] = true
        others[element] = .extreme(
          isHighest: extreme.isHighest, logits: -value, standardError: error)
      }
    }
  }

  /// By extreme element, its ratings.
  private static func ratings(
    of extremes: ExtremeElements, in columns: FacetColumns
  ) -> [[(ratee: Int, rating: Int)]] {
    var ofRatee = [Int32](repeating: -1, count: columns.rateeCount)
    var ofOther = [Int32](repeating: -1, count: columns.otherElementCount)
    for (index, extreme) in extremes.found.enumerated() {
      switch extreme.place {
      case .ratee(let ratee): ofRatee[ratee] = Int32(index)
      case .other(let element): ofOther[element] = Int32(index)
      }
    }
    let hasOthers = ofOther.contains { $0 >= 0 }
    var ratings: [[(ratee: Int, rating: Int)]] = Array(repeating: [], count: extremes.found.count)
    for ratee in 0..<columns.rateeCount where hasOthers || ofRatee[ratee] >= 0 {
      for rating in columns.ratings(of: ratee) {
        if ofRatee[ratee] >= 0 { ratings[Int(ofRatee[ratee])].append((ratee, rating)) }
        guard hasOthers else { continue }
        for place in columns.places(of: rating) {
          let index = ofOther[Int(columns.elements[place])]
          if index >= 0 { ratings[Int(index)].append((ratee, rating)) }
        }
      }
    }
    return ratings
  }
}
