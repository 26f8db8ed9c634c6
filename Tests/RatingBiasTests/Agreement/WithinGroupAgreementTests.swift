import KinerjaCore
import RatingBias
import Testing

@Suite("Agreement within groups") struct WithinGroupAgreementTests {
  private func estimate(
    _ rows: [[Int?]], scale: ClosedRange<Int> = 1...5, chance: Double? = nil
  ) throws -> WithinGroupAgreement.Estimate? {
    try Samples.table(rows, scale: scale).withinGroupAgreement(chanceVariance: chance)
      .groups.first?.answer.estimate
  }

  // By hand: ratings 3, 4, 4, 5 have the mean 4, the variance 2∕3 and the mean distance ½.
  @Test func `four raters of one ratee`() throws {
    let found = try #require(try estimate([[3, 4, 4, 5]]))
    #expect(Samples.isNear(found.rwg, 1 - 2.0 / 3 / 2))
    #expect(found.rwgOfMeans == found.rwg)
    #expect(Samples.isNear(found.averageDeviationInPoints, 0.5))
    // The largest variance at this mean: (6·4 − 16 − 5)·4∕3 = 4.
    #expect(Samples.isNear(found.awg, 1 - 2 * (2.0 / 3) / 4))
    #expect(found.raterCount == 4)
    let skewed = try #require(try estimate([[3, 4, 4, 5]], chance: 1.34))
    #expect(Samples.isNear(skewed.rwg, 1 - 2.0 / 3 / 1.34))
  }

  @Test func `the ends`() throws {
    #expect(try estimate([[3, 3, 3]])?.rwg == 1 && estimate([[3, 3, 3]])?.awg == 1)
    #expect(try estimate([[4, 4, 4]])?.rwg == 1 && estimate([[4, 4, 4]])?.awg == nil)
    #expect(try estimate([[5, 5]])?.awg == 1)
    // More spread than by chance.
    let split = try #require(try estimate([[1, 1, 5, 5]]))
    #expect(split.rwg == 0 && split.averageDeviationInPoints == 2)
    // 1 − 2·(16∕3)∕((6·3 − 9 − 5)·4∕3) = −1.
    #expect(Samples.isNear(split.awg, -1))
    // One rater of ten a level below the highest: the mean is nearer the end than a rater at the other
    // end would take it.
    #expect(try estimate([[5, 5, 5, 5, 5, 5, 5, 5, 5, 4]])?.awg == nil)
    #expect(try estimate([[5, 5, 5, 5, 5, 5, 5, 5, 5, 4]])?.rwg ?? 0 > 0.9)
  }

  @Test func `too little is said`() throws {
    let set = try Samples.table([[3, nil], [4, 5]], scale: 1...5)
    let found = try set.withinGroupAgreement()
    #expect(found["p000"] == .notEnough(NotEnoughData(.raters, needed: 2, found: 1)))
    #expect(found["p001"]?.estimate != nil && found["p002"] == nil)
    #expect(found.chanceVariance == 2)
    let none = try RatingSet([], scale: Samples.scale(1...5)).withinGroupAgreement()
    #expect(none.groups == [] && none.icc1.estimate == nil && none.icc2.estimate == nil)
    let same = try Samples.table([[3, 3], [3, 3]], scale: 1...5).withinGroupAgreement()
    #expect(same.icc1 == .notEnough(NotEnoughData(.differentRatings, needed: 2, found: 1)))
    let lonely = try Samples.table([[3], [4]], scale: 1...5).withinGroupAgreement()
    #expect(lonely.icc2 == .notEnough(NotEnoughData(.raters, needed: 2, found: 1)))
  }

  @Test(arguments: [0, -1, 17, .nan, .infinity])
  func `a variance that is none is refused`(variance: Double) throws {
    let set = try Samples.table([[3, 4]], scale: 1...5)
    let error = #expect(throws: InvalidInput.self) {
      try set.withinGroupAgreement(chanceVariance: variance)
    }
    #expect(error?.problems.map(\.code) == ["bias.setting-out-of-range"])
  }

  @Test func `levels as far apart as numbers go`() throws {
    let scale = try RatingScale(
      "far",
      levels: [Int.min, 0, Int.max].map {
        ScaleLevel(value: $0, label: LocalizedText(same: "\($0)"))
      })
    let ratings = [("a", "x", Int.min), ("a", "y", Int.max), ("b", "x", 0), ("b", "y", 0)]
    let set = try RatingSet(
      ratings.map {
        Rating(ratee: try PersonID($0.0), rater: try PersonID($0.1), item: "i", value: $0.2)
      }, scale: scale)
    #expect(throws: InvalidInput.self) { try set.withinGroupAgreement(chanceVariance: -1) }
    #expect(throws: InvalidInput.self) { try RatingAudit(leniencyGateInPoints: -1).run(on: set) }
    #expect(try set.withinGroupAgreement()["a"]?.estimate?.rwg == 0)
    let coefficients = AgreementTests.all.filter { $0 != .krippendorffAlpha(.ratio) }
    for coefficient in coefficients {
      #expect(try set.agreement(coefficient).estimate?.value.isFinite == true)
    }
    for form in IntraclassForm.allCases { _ = try set.intraclassCorrelation(form) }
    _ = set.concordance()
    _ = set.marginalHomogeneity()
  }

  // ICC(1) and ICC(2) with equally many raters are the one-way forms.
  @Test func `equal groups meet the one-way forms`() throws {
    let set = try AgreementSamples.shroutFleiss
    let found = try set.withinGroupAgreement()
    let single = try #require(try set.intraclassCorrelation(.oneWaySingle).estimate)
    let average = try #require(try set.intraclassCorrelation(.oneWayAverage).estimate)
    #expect(Samples.isNear(found.icc1.estimate, single.value, 1e-12))
    #expect(Samples.isNear(found.icc2.estimate, average.value, 1e-12))
  }

  /// 2 042 soldiers of 49 companies on eleven items of leadership (Bliese, Halverson and Schriesheim
  /// 2002), values of multilevel 2.7 (R).
  @Test(.enabled(if: ReferenceFolder.url != nil, ReferenceFolder.absence))
  func `leadership of companies, as multilevel has it`() throws {
    let rows = try ReferenceFolder.rows("within_group_lq2002")
    let expected = Dictionary(
      uniqueKeysWithValues: try ReferenceFolder.checks("within_group_lq2002").map {
        ($0.id, $0)
      })
    var met = 0
    func check(_ id: String, _ value: Double?) throws {
      let check = try #require(expected[id])
      let wanted = try #require(check.value)
      #expect(Samples.isNear(value, wanted, check.tolerance), "\(id)")
      met += 1
    }
    // The column LEAD is the mean of the others, and no rating.
    var ratings: [Rating] = []
    var companies: [String: [String: [Double]]] = [:]
    for row in rows {
      let (company, item) = (try #require(row["ratee"]), try #require(row["item"]))
      let value = try #require(row["rating"].flatMap(Double.init))
      companies[company, default: [:]][item, default: []].append(value)
      guard item != "LEAD" else { continue }
      ratings.append(
        Rating(
          ratee: try PersonID(company), rater: try PersonID(try #require(row["rater"])),
          item: try ItemID(item), value: Int(value)))
    }
    let found = try RatingSet(ratings, scale: Samples.scale(1...5)).withinGroupAgreement()
    try check("icc1_bliese", found.icc1.estimate)
    try check("icc2_bliese", found.icc2.estimate)
    for group in found.groups {
      try check("rwg_scale_mean.\(group.ratee.text)", group.answer.estimate?.rwgOfMeans)
    }
    // The other values of the file count LEAD as a twelfth item.
    for (company, items) in companies {
      let spread = GroupSpread(Array(items.values), ends: (1, 5), chanceVariance: 2)
      try check("rwgj.\(company)", spread.rwg)
      try check("ad_mean.\(company)", spread.averageDeviation)
      try check("awg.\(company)", spread.awg)
    }
    #expect(met == expected.count && met == 198)
  }
}
