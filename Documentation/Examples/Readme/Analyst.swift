import Kinerja

func analyse() throws {
  // snippet: analyst
  func draft(_ version: String, weightOfWork: Ratio) throws -> Scorer {
    let draft = LegalSource("Rancangan peraturan", standing: .assumed)
    let rule = Rule(
      "draft.score", version: version, LocalizedText(id: "Rancangan nilai", en: "Draft score"),
      effective: "2027-01-01/..", sources: [draft],
      scales: {
        CategoryScale(
          "grade", LocalizedText(id: "Predikat", en: "Grade"),
          worstToBest: [
            .init("fair", LocalizedText(id: "Cukup", en: "Fair")),
            .init("good", LocalizedText(id: "Baik", en: "Good")),
          ])
      },
      parameters: {
        RuleParameter(
          "weight", LocalizedText(id: "Bobot hasil kerja", en: "Weight of work results"),
          .number(weightOfWork), "2027-01-01/..", draft)
      },
      inputs: {
        RuleInput("work", LocalizedText(id: "Hasil kerja", en: "Work results"), within: 0...120)
        RuleInput("conduct", LocalizedText(id: "Perilaku", en: "Behaviour"), within: 0...100)
      },
      steps: {
        RuleStep(
          "score", LocalizedText(id: "Nilai", en: "Score"),
          formula: "weight * work + (1 - weight) * conduct")
        RuleStep(
          "grade", LocalizedText(id: "Predikat", en: "Grade"), bandsOf: "score", giving: "grade"
        ) {
          Band("good", from: "90")
          Band("fair", below: "90")
        }
      })
    return try ScoringRule(rule, score: "score", category: "grade").compiled(on: "2027-01-01")
  }

  let draw = RandomStream(seed: 2027)
  let staff: [RuleInputs] = (0..<1000).map { person in
    [
      "work": .number(Ratio(draw.substream(0).integer(in: 70...120, at: person))),
      "conduct": .number(Ratio(draw.substream(1).integer(in: 60...100, at: person))),
    ]
  }
  func grades(_ scorer: Scorer) throws -> [CategoryID?] {
    try scorer.results(of: staff).map { try $0.get().category }
  }
  let change = try CategoryTransitions(
    categories: ["fair", "good"], baseline: grades(draft("1", weightOfWork: "0.6")),
    reform: grades(draft("2", weightOfWork: "0.7")))
  print("up \(change.table.upCount), down \(change.table.downCount) of \(change.table.total)")
  // end
}
