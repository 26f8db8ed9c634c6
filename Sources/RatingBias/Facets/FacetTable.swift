/// Turns what the kernels found into measures of elements.
struct FacetTable {
  let prepared: PreparedRatings
  let columns: FacetColumns
  let values: [Int]
  let subsets: FacetSubsets
  let estimation: RaschEstimation
  let statistics: RaschStatistics
  let extremes: ExtremeMeasures
  /// The rating to expect, in points of the scale.
  let expectedValue: (Double) -> Double

  /// By facet, the measures of its elements.
  var measures: [FacetMeasures] {
    let subset = otherSubsets
    let counts = prepared.columns.ratingCounts
    return [ratees(named: prepared.names[0])]
      + prepared.names.dropFirst().enumerated().map { facet, names in
        others(facet, named: names, subset: subset, counts: counts)
      }
  }

  private func ratees(named names: [String]) -> FacetMeasures {
    let base = otherMeans.reduce(0, +)
    return FacetMeasures(
      names.indices.map { ratee in
        let sums = statistics.ratees[ratee]
        return element(
          names[ratee], ratings: prepared.columns.ratings(of: ratee).count, sums,
          extremes.ratees[ratee]
        ) {
          let logits = estimation.parameters.ratees[ratee]
          return measure(
            sums, logits: logits, alone: logits, amid: base,
            subset: Int(subsets.subset[columns.starts[ratee]]))
        }
      })
  }

  private func others(
    _ facet: Int, named names: [String], subset: [Int], counts: [Int]
  ) -> FacetMeasures {
    let means = otherMeans
    let base =
      rateeMean + means.indices.filter { $0 != facet }.reduce(0) { $0 + means[$1] }
    return FacetMeasures(
      names.indices.map { index in
        let number = columns.offsets[facet] + index
        let sums = statistics.others[number]
        return element(names[index], ratings: counts[number], sums, extremes.others[number]) {
          let contribution = estimation.parameters.others[number]
          return measure(
            sums, logits: -contribution, alone: contribution, amid: base,
            subset: subset[number])
        }
      })
  }

  /// An element, measured if ratings without an extreme one are left to it.
  private func element(
    _ name: String, ratings: Int, _ sums: RaschStatistics.Sums,
    _ extreme: FacetMeasures.Placement?, measured: () -> FacetMeasures.Measure
  ) -> FacetMeasures.Element {
    FacetMeasures.Element(
      id: name, ratingCount: ratings,
      placement: sums.count > 0 ? .measured(measured()) : extreme ?? .undetermined)
  }

  /// - Parameters:
  ///   - addition: What the element adds.
  ///   - rest: What the other facets add at their means.
  private func measure(
    _ sums: RaschStatistics.Sums, logits: Double, alone addition: Double, amid rest: Double,
    subset: Int
  ) -> FacetMeasures.Measure {
    FacetMeasures.Measure(
      logits: logits, standardError: sums.standardError, ratingCount: Int(sums.count),
      total: sums.total, infit: sums.infit, standardInfit: sums.standardInfit,
      outfit: sums.outfit, standardOutfit: sums.standardOutfit,
      fairAverage: expectedValue(rest + addition), fairAverageAtZero: expectedValue(addition),
      displacement: sums.displacement * (logits == addition ? 1 : -1),
      correlation: sums.correlation, expectedCorrelation: sums.expectedCorrelation,
      subset: subset)
  }

  /// The mean of what ratees with a measure add.
  private var rateeMean: Double {
    var (sum, count) = (0.0, 0.0)
    for (ratee, sums) in statistics.ratees.enumerated() where sums.count > 0 {
      sum += estimation.parameters.ratees[ratee]
      count += 1
    }
    return sum / count
  }

  /// By facet after the first, the mean of what its elements with a measure add.
  private var otherMeans: [Double] {
    (0..<columns.otherFacetCount).map { facet in
      var (sum, count) = (0.0, 0.0)
      for element in columns.offsets[facet]..<columns.offsets[facet + 1]
      where statistics.others[element].count > 0 {
        sum += estimation.parameters.others[element]
        count += 1
      }
      return count > 0 ? sum / count : 0
    }
  }

  /// By other element, the subset of its first rating.
  private var otherSubsets: [Int] {
    var result = [Int](repeating: 0, count: columns.otherElementCount)
    var isKnown = [Bool](repeating: false, count: columns.otherElementCount)
    for rating in 0..<columns.count {
      for place in columns.places(of: rating) {
        let element = Int(columns.elements[place])
        if !isKnown[element] {
          isKnown[element] = true
          result[element] = Int(subsets.subset[rating])
        }
      }
    }
    return result
  }
}
