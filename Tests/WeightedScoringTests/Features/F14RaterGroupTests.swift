import KinerjaCore
import RuleLanguage
import Testing
import WeightedScoring

/// F14: peers take part, in groups with weights, minimum counts and figures of their own.
@Suite struct F14RaterGroupTests {
  /// The rule as a file; only what happens under a minimum is left open.
  static func rule(whenMissing: String) throws -> ScoringRule {
    let text = """
      {
        "rule": {
          "id": "behaviour-360", "version": "1",
          "title": {"id": "Perilaku 360 derajat", "en": "Behaviour from all sides"},
          "effective": {"from": "2026-01-01"},
          "sources": [{"instrument": "Perwali 1/2020", "standing": "region"}],
          "scales": [{
            "id": "role", "title": {"id": "Peran", "en": "Role"},
            "categories": [
              {"id": "self", "label": {"id": "Diri sendiri", "en": "Self"}},
              {"id": "superior", "label": {"id": "Atasan", "en": "Superior"}},
              {"id": "peer", "label": {"id": "Rekan kerja", "en": "Peers"}},
              {"id": "subordinate", "label": {"id": "Bawahan", "en": "Subordinates"}},
              {"id": "public", "label": {"id": "Masyarakat", "en": "Public"}}
            ]
          }],
          "lists": [{
            "id": "ratings", "title": {"id": "Penilaian", "en": "Rating"},
            "fields": [
              {"id": "role", "title": {"id": "Peran", "en": "Role"}, "type": "category",
               "scale": "role"},
              {"id": "value", "title": {"id": "Nilai", "en": "Value"}, "type": "number",
               "from": 0, "through": 100}
            ]
          }],
          "steps": [{
            "id": "behaviour", "title": {"id": "Perilaku", "en": "Behaviour"},
            "raterGroups": [
              {"role": "self", "weight": 0},
              {"role": "superior", "weight": "0.5"},
              {"role": "peer", "weight": "0.2", "atLeast": 3,
               "aggregation": {"trimmedMean": {"dropping": 1}}},
              {"role": "subordinate", "weight": "0.2", "atLeast": 2, "aggregation": "median"},
              {"role": "public", "weight": "0.1", "atLeast": 2}
            ],
            "of": "ratings.value", "by": "ratings.role", "weightsTotal": 1,
            "whenMissing": \(whenMissing)
          }]
        },
        "score": "behaviour"
      }
      """
    return try JSONDocument(text).read(ScoringRule.self)
  }

  static func inputs(
    peers: [Ratio], ownRating: Ratio = 100
  ) -> RuleInputs {
    let others: [(CategoryID, Ratio)] = [
      ("self", ownRating), ("superior", 80), ("subordinate", 70), ("subordinate", 90),
      ("public", 60), ("public", 70),
    ]
    let all = others + peers.map { ("peer", $0) }
    return RuleInputs(
      values: [:],
      lists: ["ratings": all.map { ["role": .category($0), "value": .number($1)] }])
  }

  // By hand: 0.5 · 80 + 0.2 · 85 + 0.2 · 80 + 0.1 · 65 = 79.5.
  @Test func `F14: every group counts by its own figure`() throws {
    let score = try Self.rule(whenMissing: #""incomplete""#).compiled(on: "2026-06-30").score(
      Self.inputs(peers: [85, 100, 20]))
    #expect(score.number == "79.5" && score.measuredShare == 1)
    #expect(
      score.derivation.lines(in: .english).map(\.sentence) == [
        "Behaviour: 0 × 100 (Self: 1 rating) + 0.5 × 80 (Superior: 1 rating) + 0.2 × 85 (Peers: "
          + "mean of 3 ratings without the lowest 1 and the highest 1) + 0.2 × 80 (Subordinates: "
          + "median of 2 ratings) + 0.1 × 65 (Public: mean of 2 ratings) = 79.5"
      ])
  }

  // By hand: (0.5 · 80 + 0.2 · 80 + 0.1 · 65) / 0.8 = 78.125.
  @Test func `F14: peers under their minimum are left out and the weights renormalised`() throws {
    let score = try Self.rule(whenMissing: #"{"dropAndRescale": "0.8"}"#)
      .compiled(on: "2026-06-30").score(Self.inputs(peers: [85, 100]))
    #expect(score.number == "78.125" && score.measuredShare == "0.8")
    let sentence = score.derivation.lines(in: .indonesian).map(\.sentence).joined()
    #expect(
      sentence.hasSuffix(
        " = 78,125; Rekan kerja dikeluarkan (hanya 2 nilai dari Rekan kerja, minimum 3); bobot yang dipakai: Diri "
          + "sendiri 0, Atasan 0,625, Bawahan 0,25, Masyarakat 0,125; bagian bobot yang terukur "
          + "0,8"), "\(sentence)")
    let step = try #require(score.derivation["behaviour"])
    #expect(step.dropped == [2])
    #expect(step.terms[2].value == .missing(.tooFewRatings(of: "peer", found: 2, minimum: 3)))
    let again = try JSONDocument(score.derivation.json.prettyText).read(Derivation.self)
    #expect(again == score.derivation && again.verify() == [])
  }

  @Test func `F14: or the score is withheld, as the rule states`() throws {
    let score = try Self.rule(whenMissing: #""incomplete""#).compiled(on: "2026-06-30").score(
      Self.inputs(peers: [85, 100]))
    #expect(score.number == nil && score.measuredShare == 0)
    #expect(score.missing == .tooFewRatings(of: "peer", found: 2, minimum: 3))
    #expect(
      score.derivation.lines(in: .english).map(\.sentence)
        == ["Behaviour: not computed, only 2 ratings by Peers, minimum 3"])
  }

  @Test(arguments: [0, 50, 100] as [Ratio])
  func `a self-rating of weight nought never changes the score`(_ own: Ratio) throws {
    let scorer = try Self.rule(whenMissing: #""incomplete""#).compiled(on: "2026-06-30")
    #expect(
      try scorer.score(Self.inputs(peers: [85, 100, 20], ownRating: own)).number == "79.5")
  }
}
