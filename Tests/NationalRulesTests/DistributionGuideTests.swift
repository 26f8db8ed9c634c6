import KinerjaCore
import NationalRules
import Testing

@Suite struct DistributionGuideTests {
  let guide = DistributionGuide.se3Of2023

  func team(_ counts: KeyValuePairs<Predikat, Int>) -> [Predikat] {
    counts.flatMap { Array(repeating: $0.key, count: $0.value) }
  }

  // Worked by hand: 70 % of 20 are 14, 10 % of 20 are 2, 70 % of 10 are 7.
  @Test func `the worked examples`() {
    #expect(
      guide.findings(
        for: team([.veryGood: 4, .good: 14, .needsImprovement: 2]), when: .good) == [])
    #expect(
      guide.findings(for: team([.veryGood: 6, .good: 14]), when: .good).map(\.limit) == [
        .atLeastCount(1, [.needsImprovement, .poor])
      ])
    let many = guide.findings(
      for: team([.veryGood: 3, .good: 5, .needsImprovement: 12]), when: .needsImprovement)
    #expect(many.map(\.limit) == [.atMost("0.1", [.veryGood])])
    #expect(many.map(\.allowed) == [2] && many.map(\.found) == [3])
    #expect(
      guide.findings(for: team([.veryGood: 8, .good: 2]), when: .exceptional).map(\.allowed)
        == [7])
  }

  @Test func `heads are rounded down for a maximum and up for a minimum`() {
    // 70 % of 9 are 6.3, 60 % of 9 are 5.4, 10 % of 9 are 0.9.
    #expect(guide.findings(for: team([.veryGood: 6, .good: 3]), when: .exceptional) == [])
    #expect(guide.findings(for: team([.veryGood: 7, .good: 2]), when: .exceptional).count == 1)
    #expect(
      guide.findings(for: team([.needsImprovement: 5, .good: 4]), when: .needsImprovement)
        .map(\.allowed) == [6])
    #expect(
      guide.findings(
        for: team([.veryGood: 1, .needsImprovement: 8]), when: .needsImprovement
      ).map(\.allowed) == [0])
  }

  @Test func `the most frequent grade may share its place`() {
    #expect(guide.findings(for: team([.veryGood: 2, .good: 2]), when: .exceptional) == [])
    #expect(
      guide.findings(for: team([.veryGood: 1, .good: 2]), when: .exceptional).map(\.limit) == [
        .mostFrequent(.veryGood)
      ])
  }

  @Test func `nobody departs from nothing, and one alone often cannot keep to it`() {
    for achievement in OrganisationAchievement.allCases {
      #expect(guide.findings(for: [], when: achievement) == [])
      #expect(guide.isAttainable(teamSize: 0, when: achievement))
    }
    // One person alone would have to be graded "very good" and yet not be over 70 %.
    #expect(!guide.isAttainable(teamSize: 1, when: .exceptional))
    #expect(guide.isAttainable(teamSize: 1, when: .needsImprovement))
    #expect(!guide.isAttainable(teamSize: 1, when: .poor))
    for size in 3...12 {
      for achievement in OrganisationAchievement.allCases {
        #expect(guide.isAttainable(teamSize: size, when: achievement), "\(size) \(achievement)")
      }
    }
  }

  // Every way of giving five grades, against the search that does not follow them all.
  @Test func `small teams are judged as by trying everything, large ones at once`() {
    for size in 1...5 {
      for achievement in OrganisationAchievement.allCases {
        let grades = Predikat.allCases
        var found = false
        for code in 0..<(0..<size).reduce(1, { power, _ in power * grades.count }) where !found {
          var rest = code
          var team: [Predikat] = []
          for _ in 0..<size {
            team.append(grades[rest % grades.count])
            rest /= grades.count
          }
          found = guide.findings(for: team, when: achievement).isEmpty
        }
        #expect(
          guide.isAttainable(teamSize: size, when: achievement) == found, "\(size) \(achievement)")
      }
    }
    for achievement in OrganisationAchievement.allCases {
      #expect(guide.isAttainable(teamSize: 5_000, when: achievement))
    }
  }

  @Test func `a finding is said in both languages`() throws {
    let finding = try #require(
      guide.findings(for: team([.veryGood: 6, .good: 14]), when: .good).first)
    #expect(
      finding.sentence(in: .indonesian)
        == "Butuh Perbaikan dan/atau Kurang/Misconduct: 0 dari 20 orang, paling sedikit 1")
    let most = try #require(
      guide.findings(for: team([.veryGood: 8, .good: 2]), when: .exceptional).first)
    #expect(most.sentence(in: .english) == "Very good: 8 of 10 people, at most 7 (70 %)")
  }
}

@Suite struct DistributionLimitsTests {
  let ranking = DistributionLimits<ExpectationRating>.pp30Of2019

  func team(_ above: Int, _ asExpected: Int, _ below: Int) -> [ExpectationRating] {
    Array(repeating: .above, count: above) + Array(repeating: .asExpected, count: asExpected)
      + Array(repeating: .below, count: below)
  }

  // Of 50: at most 10 above, 30 to 35 as expected, at most 10 below.
  @Test func `the ranking of fifty, worked by hand`() {
    for fitting in [(10, 30, 10), (5, 35, 10), (10, 35, 5)] {
      #expect(ranking.findings(for: team(fitting.0, fitting.1, fitting.2)) == [])
    }
    let tooMany = ranking.findings(for: team(15, 30, 5))
    #expect(tooMany.map(\.limit) == [.atMost("0.2", [.above])])
    #expect(tooMany.map(\.allowed) == [10])
    #expect(
      ranking.findings(for: team(5, 36, 9)).map { $0.sentence(in: .indonesian) } == [
        "sesuai ekspektasi: 36 dari 50 orang, paling banyak 35 (70 %)"
      ])
    #expect(ranking.source.standing == .assumed)
  }

  // ⌈0.6 n⌉ ≤ ⌊0.7 n⌋ and ⌊0.7 n⌋ + 2 ⌊0.2 n⌋ ≥ n, by hand: 3 has 2 and 2 but nobody for the third.
  @Test func `the units for which the ranking has no pattern`() {
    #expect(ranking.unattainableSizes(upTo: 60) == [1, 2, 3, 4, 7, 8, 9, 14])
    #expect(ranking.unattainableSizes(upTo: 0) == [])
    let other = DistributionLimits<ExpectationRating>.pp30Of2019(asExpected: "0.5"..."0.8")
    #expect(other.unattainableSizes(upTo: 9) == [1, 2, 3, 4])
  }

  // The counts decide, so that a plain count of all patterns says the same.
  @Test(arguments: 1...30)
  func `a pattern is found where one exists`(size: Int) {
    var exists = false
    for above in 0...size {
      for below in 0...(size - above) where !exists {
        exists = ranking.findings(for: team(above, size - above - below, below)).isEmpty
      }
    }
    #expect(ranking.isAttainable(teamSize: size) == exists)
  }

  @Test func `small teams may be spared, or left out`() {
    var limits = ranking
    limits.smallTeams = .sparing(heads: 1, upTo: 9)
    #expect(limits.findings(for: team(1, 2, 0)) == [])
    #expect(limits.findings(for: team(2, 1, 0)).map(\.found) == [2])
    #expect(limits.unattainableSizes(upTo: 14) == [14])
    limits.smallTeams = .exempt(below: 10)
    #expect(limits.findings(for: team(3, 0, 0)) == [])
    #expect(limits.unattainableSizes(upTo: 14) == [14])
    limits.smallTeams = .exempt(below: 3)
    #expect(limits.findings(for: team(3, 0, 0)).count == 2)
  }

  // Worst first: of two people two (60 %) and one (10 %) would need the low grades of a unit that
  // is very poor or poor; one person alone would be 100 % of what may be 70 %.
  @Test func `the sizes for which the guide of the circular has no pattern`() {
    let guide = DistributionGuide.se3Of2023
    let sizes = OrganisationAchievement.allCases.map {
      guide.unattainableSizes(upTo: 20, when: $0)
    }
    #expect(sizes == [[1, 2], [1, 2], [], [1], [1]])
    var exempt = guide
    exempt.smallTeams = .exempt(below: 3)
    #expect(exempt.unattainableSizes(upTo: 20, when: .exceptional) == [])
  }

  @Test func `a majority may be read as more than half`() {
    let guide = DistributionGuide.se3Of2023 { .moreThanHalf($0) }
    let team: [Predikat] = [.veryGood, .veryGood, .good, .good, .needsImprovement]
    #expect(DistributionGuide.se3Of2023.findings(for: team, when: .exceptional) == [])
    #expect(
      guide.findings(for: team, when: .exceptional).map { $0.sentence(in: .english) } == [
        "Very good: 2 of 5 people, at least 3"
      ])
    #expect(guide.unattainableSizes(upTo: 9, when: .exceptional) == [1, 2, 4])
  }

  @Test func `the curves are drawn in parts of 24, and are no law`() {
    for achievement in OrganisationAchievement.allCases {
      let parts = DistributionGuide.drawnCurves[achievement] ?? []
      #expect(parts.count == Predikat.allCases.count && parts.reduce(0, +) == 24)
    }
    #expect(DistributionGuide.drawnCurvesSource.standing == .assumed)
  }
}
