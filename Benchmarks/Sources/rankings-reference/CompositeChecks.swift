import KinerjaCore
import WeightedScoring

extension Checks {
  mutating func normalizations(_ folder: ReferenceFolder) throws {
    let file = "normalise"
    for example in try folder.read("normalise.json")["cases"].list {
      let id = example["id"].text
      let values = example["x"].numbers
      let target = example["parameters"]["target"].number ?? 0
      let posts = example["parameters"]["goalposts"].known
      let row = Int(example["parameters"]["reference"].number ?? 1) - 1
      let (low, high, scale) = (posts[0], posts[1], posts[2])
      let ways: [String: (Normalization, CriterionDirection)] = [
        "minmax_0_100": (.minMax(lower: 0, upper: 100), .benefit),
        "minmax_1_100": (.minMax(lower: 1, upper: 100), .benefit),
        "zscore": (.zScore(), .benefit),
        "zscore_mean10_sd5": (.zScore(mean: 10, standardDeviation: 5), .benefit),
        "distanceToMax": (.distanceToMaximum, .benefit),
        "distanceToReference": (.distanceToReference(row: row), .benefit),
        "distanceToReferenceCapped": (.distanceToReference(row: row, isCapped: true), .benefit),
        "distanceToTarget_up": (.distanceToTarget(target), .benefit),
        "distanceToTarget_up_capped": (.distanceToTarget(target, isCapped: true), .benefit),
        "distanceToTarget_down": (.distanceToTarget(target), .cost),
        "fractionOfMax": (.maximum, .benefit),
        "percentileRank_tiesMin": (.percentileRank(.minimum), .benefit),
        "percentileRank_tiesAverage": (.percentileRank(.average), .benefit),
        "rank_tiesMin": (.rank(.minimum), .benefit),
        "rank_tiesAverage": (.rank(.average), .benefit),
        "rank_tiesMax": (.rank(.maximum), .benefit),
        "borda": (.borda(), .benefit),
        "goalposts_up": (.goalposts(low: low, high: high, scale: scale), .benefit),
        "goalposts_down": (.goalposts(low: low, high: high, scale: scale), .cost),
        "goalposts_untruncated": (
          .goalposts(low: low, high: high, scale: scale, isTruncated: false), .benefit
        ),
        "scaled": (.goalposts(low: low, high: high, scale: 100, isTruncated: false), .benefit),
      ]
      for key in example["expected"].keys {
        guard let (way, direction) = ways[key] else {
          add(file, "\(id): \(key)", nil, nil, .differs, "no such normalization")
          continue
        }
        let expected = example["expected"][key].numbers
        if key.hasPrefix("distanceToReference"), values[row] == values.compactMap(\.self).min() {
          refuse(
            file, "\(id): \(key)", "ranking.goal-not-better", .choice,
            "the reference is the worst unit: COINr divides by zero (all missing, or 1 when capped), we refuse"
          ) { _ = try way.values(of: values, direction) }
          continue
        }
        compare(
          file, "\(id): \(key)", try way.values(of: values, direction), expected, within: 1e-10)
      }
    }
  }

  mutating func aggregations(_ folder: ReferenceFolder) throws {
    let file = "aggregate"
    let reference = try folder.read("aggregate.json")
    let means: [String: Aggregation] = [
      "arithmetic": .arithmetic, "geometric": .geometric, "harmonic": .harmonic,
      "power_minus2": .power(-2), "power_half": .power(0.5), "power_2": .power(2),
      "power_3": .power(3),
    ]
    for example in reference["cases"].list {
      let id = example["id"].text.split(separator: ":")[0]
      let values = example["x"].numbers
      let weights = example["weights"].known
      for key in example["expected"].keys {
        guard let way = means[key] else { continue }
        let expected = example["expected"][key]
        let name = "\(id): \(key)"
        if expected.text.hasPrefix("error") {
          refuse(file, name, "ranking.zero-value", .equal, "both refuse") {
            _ = try way.mean(of: values, weights: weights)
          }
        } else if expected.number == nil, values.contains(where: { $0 != nil }) {
          let found = try way.mean(of: values, weights: weights).value ?? .nan
          add(
            file, name, nil, nil, .choice,
            "COINr's power mean answers missing against its help; ours skips and rescales like the other "
              + "means: \(found)")
        } else {
          compare(
            file, name, [try way.mean(of: values, weights: weights).value], [expected.number],
            within: 1e-10)
        }
      }
    }
    for example in reference["outranking"].list {
      let id = example["id"].text
      let width = example["weights"].known.count
      let criteria = try (0..<width).map { Criterion.benefit(try CriterionID("c\($0 + 1)")) }
      let rows: [[Double?]] = example["matrix"].list.map(\.numbers)
      let matrix = try DecisionMatrix(criteria, rows: rows)
      let weights = try given(example["weights"].known)
      let found = try matrix.outranking(weights: weights)
      let expected = example["expected"]
      let range = 0..<found.alternativeCount
      compare(
        file, "\(id): outranking matrix",
        range.flatMap { row in range.map { found[row, $0] } },
        expected["outranking"].list.flatMap(\.numbers), within: 1e-10)
      compare(
        file, "\(id): dominant pairs", [Double(found.dominantPairCount), found.dominantShare],
        [expected["dominantPairs"].number, expected["fractionDominant"].number], within: 1e-10)
      compare(
        file, "\(id): Copeland", try matrix.ranking(by: .copeland, weights: weights).scores,
        expected["copeland"].numbers, within: 0)
    }
  }

  mutating func compositeIndex(_ folder: ReferenceFolder) throws {
    let file = "coinr-asem"
    let data = try folder.read("coinr-asem-data.json")
    let meta = data["meta"].list.filter { $0["Level"].number != nil }
    let units = data["units"].texts
    let expected = try folder.read("coinr-asem.json")["simple"]
    let ways: [(String, Normalization, Aggregation)] = [
      ("minmax_0_100_arithmetic", .minMax(lower: 0, upper: 100), .arithmetic),
      ("minmax_1_100_geometric", .minMax(lower: 1, upper: 100), .geometric),
      ("minmax_1_100_harmonic", .minMax(lower: 1, upper: 100), .harmonic),
    ]
    for (name, normalization, aggregation) in ways {
      var columns: [String: [Double?]] = [:]
      for indicator in meta where indicator["Level"].number == 1 {
        let code = indicator["iCode"].text
        columns[code] = try normalization.values(
          of: data["data"][code].numbers, indicator["Direction"].number == -1 ? .cost : .benefit)
      }
      for level in 2...4 {
        for group in meta where group["Level"].number == Double(level) {
          let code = group["iCode"].text
          let members = meta.filter { $0["Parent"].text == code }
          columns[code] = try aggregation.means(
            of: members.map { columns[$0["iCode"].text] ?? [] },
            weights: members.map { $0["Weight"].number ?? 0 })
        }
      }
      let order = expected[name]["units"].texts.map { units.firstIndex(of: $0) ?? 0 }
      for key in expected[name]["values"].keys where key != "ranks" {
        compare(
          file, "\(name): \(key)", order.map { columns[key]?[$0] }.map { $0 ?? nil },
          expected[name]["values"][key].numbers, within: 1e-9)
      }
      let index = order.map { (columns["Index"]?[$0] ?? nil) ?? 0 }
      let ranks = try Normalization.rank(.minimum).values(of: index, .cost)
      compare(
        file, "\(name): ranks", ranks, expected[name]["values"]["ranks"].numbers, within: 0)
    }
    add(
      file, "full example", nil, nil, .choice,
      "not computed: denominators, outlier treatment and imputation are no part of this library")
  }
}
