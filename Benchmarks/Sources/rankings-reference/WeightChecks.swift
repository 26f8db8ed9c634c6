import KinerjaCore
import WeightedScoring

extension DecisionMatrix {
  /// The matrix of a case: rows and types, 1 for a benefit and -1 for a cost.
  init(_ reference: Reference) throws {
    let types = reference["types"].known
    let criteria = try types.enumerated().map { place, type in
      Criterion(try CriterionID("c\(place + 1)"), type > 0 ? .benefit : .cost)
    }
    let rows: [[Double?]] = reference["matrix"].list.map(\.numbers)
    try self.init(criteria, rows: rows)
  }
}

extension Checks {
  mutating func pairwise(_ folder: ReferenceFolder) throws {
    let file = "ahp"
    let reference = try folder.read("ahp.json")
    for table in RandomIndex.allCases {
      let key = table.rawValue
      let expected = reference["randomIndex"][key].numbers
      compare(
        file, "random index \(key)", (1...expected.count).map { table.value(for: $0) }, expected,
        within: 0)
    }
    for example in reference["cases"].list {
      let id = example["id"].text
      let names = try example["names"].texts.map {
        try CriterionID($0.replacing(" ", with: "-"))
      }
      let judgements = try example["pairwise"].list.map { row in
        try row.texts.map { try Ratio($0, .point) }
      }
      let comparisons = try PairwiseComparisons(names, judgements)
      let saaty = comparisons.consistency(by: .saaty1980)
      let tummala = comparisons.consistency(by: .tummalaLing1998)
      let expected = example["expected"]
      func numbers(_ key: String) -> [Double?] { expected[key].numbers }
      compare(file, "\(id): λ max", [saaty.lambdaMax], numbers("lambdaMax"), within: 1e-9)
      compare(file, "\(id): CI", [saaty.index], numbers("consistencyIndex"), within: 1e-9)
      compare(
        file, "\(id): CR, Saaty 1980", [saaty.ratio], numbers("consistencyRatioSaaty1980"),
        within: 1e-9)
      compare(
        file, "\(id): CR, Tummala & Ling 1998", [tummala.ratio],
        numbers("consistencyRatioTummalaLing1998"), within: 1e-9)
      compare(
        file, "\(id): GCI", [saaty.geometricIndex], numbers("geometricConsistencyIndex"),
        within: 1e-9)
      let ways: [(PairwisePriority, String)] = [
        (.eigenvector, "weightsPrincipalEigenvector"),
        (.rowGeometricMean, "weightsRowGeometricMean"),
        (.columnMean, "weightsNormalizedColumnMean"),
      ]
      for (way, key) in ways {
        compare(
          file, "\(id): weights, \(way.rawValue)", try comparisons.weights(by: way).shares,
          numbers(key), within: 1e-9)
      }
      let published = example["published"]
      guard published.isThere else { continue }
      compare(
        file, "\(id): weights, published", try comparisons.weights().shares,
        published["weights"].numbers, within: 0.005)
      add(
        file, "\(id): λ max, published",
        abs(saaty.lambdaMax - (published["lambdaMax"].number ?? 0)),
        0.005, .choice,
        "the printed 7.49 does not follow from the printed matrix, which gives 7.4199")
    }
  }

  mutating func objective(_ folder: ReferenceFolder) throws {
    let file = "objective-weights"
    let methods: [String: WeightingMethod] = [
      "equal": .equal, "standardDeviation": .standardDeviation, "variance": .variance,
      "entropy": .entropy, "gini": .gini, "merec": .merec, "cilos": .cilos, "idocriw": .idocriw,
      "critic.pymcdm(minmax without reversing costs)": .critic(.unreversed),
      "critic.pearson.scaled": .critic(.diakoulaki),
      "critic.spearman.scaled": .critic(.diakoulaki, correlation: .spearman),
    ]
    for example in try folder.read("objective-weights.json")["cases"].list {
      let id = example["id"].text
      let matrix = try DecisionMatrix(example)
      for key in example["expected"].keys {
        guard let method = methods[key] else {
          add(file, "\(id): \(key)", nil, nil, .differs, "no such method")
          continue
        }
        compare(
          file, "\(id): \(key)", try matrix.weights(by: method).shares,
          example["expected"][key].numbers, within: 1e-10)
      }
      for key in example["published"].keys {
        guard
          let method = [("critic", WeightingMethod.critic(.diakoulaki)), ("merec", .merec)]
            .first(where: { $0.0 == key })?.1
        else { continue }
        compare(
          file, "\(id): \(key), published", try matrix.weights(by: method).shares,
          example["published"][key].numbers, within: key == "critic" ? 0.005 : 0.000_05)
      }
    }
    add(
      file, "CRITIC with a cost", nil, nil, .choice,
      "pymcdm scales a cost like a benefit, scikit-criteria and the paper reverse it: both are here by "
        + "name, `.unreversed` and `.diakoulaki`")
    add(
      file, "standard deviation", nil, nil, .choice,
      "divisor n − 1 throughout, as in the file; weights by raw values depend on the units")
  }
}
