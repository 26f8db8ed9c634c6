import KinerjaCore
import WeightedScoring

extension Checks {
  mutating func rankings(_ folder: ReferenceFolder) throws {
    let file = "mcdm"
    let methods: [String: RankingMethod] = [
      "wsm.minmax": .weightedSum(normalizing: .minMax()),
      "wsm.sum": .weightedSum(normalizing: .sum),
      "wsm.linear": .weightedSum(normalizing: .maximum),
      "wpm.linear": .weightedProduct(normalizing: .maximum),
      "waspas.linear.lambda0": .waspas(lambda: 0), "waspas.linear.lambda0.5": .waspas(lambda: 0.5),
      "waspas.linear.lambda1": .waspas(lambda: 1),
      "topsis.vector": .topsis(normalizing: .vector),
      "topsis.minmax": .topsis(normalizing: .minMax()),
      "vikor.S": .vikor(), "vikor.R": .vikor(), "vikor.Q.v0.5": .vikor(v: 0.5),
      "prometheeII.usual.netFlow": .promethee(.usual),
    ]
    for example in try folder.read("mcdm.json")["cases"].list {
      let id = example["id"].text
      let matrix = try DecisionMatrix(example)
      let weights = try given(example["weights"].known)
      func scores(_ key: String, _ method: RankingMethod) throws -> [Double] {
        let ranking = try matrix.ranking(by: method, weights: weights)
        switch ranking.details {
        case .regrets(let sum, let largest):
          return key == "vikor.S" ? sum : key == "vikor.R" ? largest : ranking.scores
        case .flows, .none: return ranking.scores
        }
      }
      for key in example["expected"].keys {
        guard let method = methods[key] else {
          add(file, "\(id): \(key)", nil, nil, .differs, "no such method")
          continue
        }
        compare(
          file, "\(id): \(key)", try scores(key, method), example["expected"][key].numbers,
          within: 1e-10)
      }
      for key in example["ranks"].keys {
        guard let method = methods[key] else { continue }
        compare(
          file, "\(id): ranks by \(key)", try matrix.ranking(by: method, weights: weights).ranks(),
          example["ranks"][key].numbers, within: 0)
      }
      for key in example["pairsReversedWhenDropping"].keys {
        guard let method = methods[key] else { continue }
        compare(
          file, "\(id): reversed pairs by \(key)",
          try matrix.rankReversals(by: method, weights: weights).reversedPairs.map {
            $0.map(Double.init)
          }, example["pairsReversedWhenDropping"][key].numbers, within: 0)
      }
      let published = example["published"]
      guard published.isThere else { continue }
      compare(
        file, "\(id): topsis.vector, published", try scores("", .topsis()),
        published["topsis.vector"].numbers, within: 0.001, "the book cuts 0.6135 to 0.613")
      compare(
        file, "\(id): order, published",
        try matrix.ranking(by: .topsis(), weights: weights).ranks(), published["order"].numbers,
        within: 0)
    }
    add(
      file, "who is first in the aircraft data", nil, nil, .choice,
      "TOPSIS puts alternative 1 first, the weighted sums alternative 3; each result names its normalization"
    )
  }

  mutating func agreement(_ folder: ReferenceFolder) throws {
    let file = "rank-agreement"
    let coefficients: [String: (RankAgreement) -> Double?] = [
      "pearson": \.pearson, "spearman": \.spearman, "kendallTauB": \.kendallTauB,
      "weightedTau(hyperbolic)": \.weightedTau, "weightedSpearman(pymcdm)": \.weightedSpearman,
      "ws(pymcdm)": \.similarity, "averageAbsoluteRankShift": { $0.meanRankShift },
      "largestRankShift": { $0.largestRankShift },
    ]
    for example in try folder.read("rank-agreement.json")["cases"].list {
      let id = example["id"].text
      let found = try RankAgreement(example["scoresA"].known, example["scoresB"].known)
      for key in example["expected"].keys {
        guard let coefficient = coefficients[key] else {
          add(file, "\(id): \(key)", nil, nil, .differs, "no such coefficient")
          continue
        }
        compare(
          file, "\(id): \(key)", [coefficient(found)], example["expected"][key].numbers,
          within: 1e-10)
      }
    }
    add(
      file, "coefficients for untied ranks", nil, nil, .choice,
      "weighted Spearman and WS are nil where there are ties, not a number that means nothing")
  }

  func given(_ weights: [Double]) throws -> CriterionWeights {
    try CriterionWeights(
      try weights.indices.map { try CriterionID("c\($0 + 1)") }, weights: weights)
  }
}
