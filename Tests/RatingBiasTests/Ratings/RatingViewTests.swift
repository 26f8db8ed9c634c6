import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct RatingViewTests {
  /// A set in which everything occurs, gaps too.
  static func ratings(seed: UInt64) throws -> [Rating] {
    var draws = RandomDraws(seed: seed)
    let roles: [RaterRole?] = [.superior, .peer, .oneself, nil]
    var ratings: [Rating] = []
    for ratee in 0..<8 {
      for rater in 0..<6 {
        for item in ["x", "y", "z"] as [ItemID] {
          for time in [nil, 2025, 2026] as [Int?] {
            guard draws.integer(in: 0...2) == 0 else { continue }
            ratings.append(
              Rating(
                ratee: try Samples.person("p", ratee), rater: try Samples.person("p", rater + 5),
                item: item, value: draws.integer(in: 1...5), role: roles[(ratee + rater) % 4],
                time: time, order: ratee % 3 == 0 ? nil : ratings.count,
                groups: rater == 0 ? [:] : ["unit": "u\(ratee % 3)", "band": "b\(rater % 2)"]))
          }
        }
      }
    }
    return ratings
  }

  static let filters: [(RatingFilter, @Sendable (Rating) -> Bool)] = [
    (.ratees(["p000", "p003"]), { ["p000", "p003"].contains($0.ratee) }),
    (.rater("p006"), { $0.rater == "p006" }),
    (.items(["x", "z"]), { $0.item != "y" }),
    (.times(2024...2025), { $0.time == 2025 }),
    (.role(.peer), { $0.role == .peer }),
    (.roles([.oneself, .superior]), { $0.role == .oneself || $0.role == .superior }),
    (.group("unit", is: "u1"), { $0.groups["unit"] == "u1" }),
    (.group("band", in: ["b0", "b1"]), { $0.groups["band"] != nil }),
    (.group("nowhere", is: "u1"), { _ in false }),
    (.others, { $0.ratee != $0.rater && $0.role != .oneself }),
    (.item("w"), { _ in false }),
  ]

  @Test(arguments: 1...6)
  func `the order of ratings does not matter, and elements give them back`(seed: UInt64) throws {
    let rows = try Self.ratings(seed: seed)
    let scale = try Samples.scale(1...5)
    let set = try RatingSet(rows, scale: scale)
    #expect(
      try set == RatingSet(RandomStream(seed: seed).shuffled(rows, at: 0), scale: scale))
    #expect(set.count == rows.count && Set(set.elements) == Set(rows))
    let places = set.elements.map { ($0.ratee, $0.item, $0.time ?? .min, $0.rater) }
    for (one, other) in zip(places, places.dropFirst()) { #expect(one < other) }
    let copy = try RatingSet(set.elements, scale: scale)
    #expect(copy == set && copy.hashValue == set.hashValue)
  }

  @Test(arguments: 1...3)
  func `a view equals the set made of its ratings`(seed: UInt64) throws {
    let rows = try Self.ratings(seed: seed)
    let scale = try Samples.scale(1...5)
    let set = try RatingSet(rows, scale: scale)
    for (index, (filter, keeps)) in Self.filters.enumerated() {
      let view = set.filtered(by: filter)
      let made = try RatingSet(rows.filter(keeps), scale: scale)
      #expect(view == made, "\(filter)")
      #expect(view.count == made.count && view.hashValue == made.hashValue)
      #expect(view.rateeCount == made.rateeCount && view.groups == made.groups)
      #expect(try Samples.unlimited.run(on: view) == Samples.unlimited.run(on: made))
      #expect(
        try view.intraclassCorrelation(.agreementSingle)
          == made.intraclassCorrelation(.agreementSingle))
      let (second, alsoKeeps) = Self.filters[(index + 3) % Self.filters.count]
      let both = try RatingSet(rows.filter { keeps($0) && alsoKeeps($0) }, scale: scale)
      #expect(view.filtered(by: second) == both)
      #expect(set.filtered(by: filter, second) == both)
    }
    #expect(set.withoutSelfRatings == set.filtered(by: .others))
    #expect(set.withoutSelfRatings.withoutSelfRatings == set.withoutSelfRatings)
    #expect(set.filtered() == set)
  }

  @Test func `a role says that somebody rated themselves under another code`() throws {
    let rows = [
      Rating(ratee: "a", rater: "r", item: "x", value: 1, role: .oneself),
      Rating(ratee: "a", rater: "s", item: "x", value: 2),
      Rating(ratee: "s", rater: "s", item: "x", value: 2),
    ]
    let set = try RatingSet(rows, scale: Samples.scale(1...5))
    #expect(rows.map(\.isSelfRating) == [true, false, true])
    #expect(Array(set.withoutSelfRatings.elements) == [rows[1]])
    #expect(RatingDesign(set).selfRatingCount == 2)
  }
}
