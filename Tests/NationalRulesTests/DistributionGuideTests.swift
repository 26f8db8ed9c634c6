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
