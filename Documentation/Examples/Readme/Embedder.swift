import Kinerja

func embed() throws {
  // snippet: embedder
  let scorer = try ScoringRule.permenPANRB6Of2022.compiled(on: "2025-12-31")
  let score = try scorer.score([
    "result": .category("above"), "behaviour": .category("as-expected"),
  ])
  print(score.categoryLabel?[.indonesian] ?? "–")  // Baik
  print(score.derivation.text(in: .indonesian))  // every step, with its source
  assert(score.derivation.verify().isEmpty)  // and anybody can check it
  // end
}
