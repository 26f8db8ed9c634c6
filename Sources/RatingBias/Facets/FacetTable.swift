/// Turns what the kernels found into measures of elements.
struct FacetTable {
  let prepared: PreparedRatings
  let columns: FacetColumns
  let values: [Int]
  let subsets: FacetSubsets
  let estimation: RaschEstimation
  let statistics: RaschStatistics
  let extremes: ExtremeMeasures

  func ratees(named names: [String]) -> FacetMeasures {
    let base = otherMeans.reduce(0, +)
    let elements = names.indices.map { ratee -> FacetMeasures.Element in
      let sums = statistics.ratees[ratee]
      let placement: FacetMeasures.Placement
      if sums.count > 0 {
        let logits = estimation.parameters.ratees[ratee]
        placement = .measured(
          measure(
            sums, logits: logits, fairAt: logits + base,
            subset: Int(subsets.subset[columns.starts[ratee]])))
      } else {
        placement = extremes.ratees[ratee] ?? .undetermined
      }
      return FacetMeasures.Element(
        id: names[ratee], ratingCount: prepared.columns.ratings(of: ratee).count,
        placement: placement)
    }
    return FacetMeasures(elements)
  }

  func others(_ facet: Int, named names: [String]) -> FacetMeasures {
    let counts = prepared.columns.ratingCounts
    let subset = otherSubsets
    let means = otherMeans
    let base =
      rateeMean + means.indices.filter { $0 != facet }.reduce(0) { $0 + means[$1] }
    let elements = names.indices.map { index -> FacetMeasures.Element in
      let element = columns.offsets[facet] + index
      let sums = statistics.others[element]
      let placement: FacetMeasures.Placement
      if sums.count > 0 {
        let contribution = estimation.parameters.others[element]
        placement = .measured(
          measure(
            sums, logits: -contribution, fairAt: base + contribution, subset: subset[element]))
      } else {
        placement = extremes.others[element] ?? .undetermined
      }
      return FacetMeasures.Element(
        id: names[index], ratingCount: counts[element], placement: placement)
    }
    return FacetMeasures(elements)
  }

  private func measure(
    _ sums: RaschStatistics.Sums, logits: Double, fairAt eta: Double, subset: Int
  ) -> FacetMeasures.Measure {
    let chances = estimation.parameters.chances(at: eta)
    let fair = zip(chances, values).reduce(0) { $0 + $1.0 * Double($1.1) }
    return FacetMeasures.Measure(
      logits: logits, standardError: sums.standardError, ratingCount: Int(sums.count),
      total: sums.total, infit: sums.infit, standardInfit: sums.standardInfit,
      outfit: sums.outfit, standardOutfit: sums.standardOutfit, fairAverage: fair, subset: subset)
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
    let width = columns.otherFacetCount
    for rating in 0..<columns.count {
      for place in rating * width..<(rating + 1) * width {
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
