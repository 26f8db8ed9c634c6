import KinerjaCore
import KinerjaTables
import NationalRules
import RuleLanguage
import Testing
import WeightedScoring

@Suite struct PP46Of2011Tests {
  static let day: Day = "2020-12-31"
  static let scorer = Result { () throws(InvalidInput) in
    try ScoringRule.pp46Of2011.compiled(on: day)
  }

  static func task(
    _ quantity: (Ratio, Ratio), _ quality: (Ratio, Ratio), _ time: (Ratio, Ratio),
    cost: (Ratio, Ratio)? = nil
  ) -> RuleRecord {
    var task: RuleRecord = [
      "target.quantity": .number(quantity.0), "realised.quantity": .number(quantity.1),
      "target.quality": .number(quality.0), "realised.quality": .number(quality.1),
      "target.time": .number(time.0), "realised.time": .number(time.1),
    ]
    if let cost {
      task["target.cost"] = .number(cost.0)
      task["realised.cost"] = .number(cost.1)
    }
    return task
  }

  static func inputs(
    _ tasks: [RuleRecord], additional: Ratio = 0, creativity: CategoryID = "none",
    behaviour: [Ratio] = [80, 80, 80, 80, 80]
  ) -> RuleInputs {
    RuleInputs(
      values: ["additionalTasks": .number(additional), "creativity": .category(creativity)],
      lists: ["tasks": tasks, "behaviours": behaviour.map { ["mark": .number($0)] }])
  }

  func score(_ inputs: RuleInputs) throws -> Score { try Self.scorer.get().score(inputs) }

  @Test func `the rule is free of errors and warnings`() {
    #expect(ScoringRule.pp46Of2011.check(on: Self.day).all == [])
    #expect(
      ScoringRule.pp46Of2011.check(on: "2022-01-01").errors.map(\.code).contains(
        "rules.not-effective"))
  }

  // Published: Rakor penyusunan soal pengayaan, 342 / 4 = 85.50.
  @Test func `the published task with four aspects is worth 85_5`() throws {
    let task = Self.task((1, 1), (100, 90), (12, 12), cost: (170_395_000, 170_395_000))
    let derivation = try score(Self.inputs([task])).derivation
    let values = derivation.steps(of: "tasks", element: 0)
    func value(_ id: StepID) -> RuleValue? { values.first { $0.id == id }?.result }
    #expect(value("quantity") == 100)
    #expect(value("quality") == 90)
    #expect(value("time") == 76)
    #expect(value("cost") == 76)
    #expect(value("value") == .number("85.5"))
  }

  struct Time: Sendable {
    let target: Ratio
    let realised: Ratio
    let value: Ratio
  }

  // Published: 5 days in 4 is 96, on target is 76; the others by hand from the formula.
  @Test(arguments: [
    Time(target: 5, realised: 4, value: 96),
    Time(target: 3, realised: 3, value: 76),
    Time(target: 12, realised: 10, value: "278/3"),
    Time(target: 12, realised: "9.12", value: 100),  // a saving of 24 % exactly
    Time(target: 12, realised: "9.1199", value: "91199/1200"),  // a hair more: 75.799…
    Time(target: 12, realised: 9, value: 75),
    Time(target: 12, realised: 6, value: 50),
    Time(target: 12, realised: 13, value: "203/3"),
    Time(target: 12, realised: 14, value: "178/3"),
    Time(target: 12, realised: 0, value: 0),
    Time(target: 12, realised: 24, value: 0),  // −24 by the formula
  ])
  func `time is worth what the formula says`(example: Time) throws {
    let task = Self.task((1, 1), (100, 90), (example.target, example.realised))
    let steps = try score(Self.inputs([task])).derivation.steps(of: "tasks", element: 0)
    #expect(steps.first { $0.id == "time" }?.result == .number(example.value))
  }

  // Tasks 85.5 and 94.2222…, two points: SKP 93.8611…; behaviour 82.5: 89.3166….
  @Test func `a whole person, worked by hand`() throws {
    let score = try score(
      Self.inputs(
        [
          Self.task((1, 1), (100, 90), (12, 12), cost: (170_395_000, 170_395_000)),
          Self.task((1, 1), (100, 90), (12, 10)),
        ], additional: 3, creativity: "unit", behaviour: [80, 85, 82, 83, "82.5"]))
    #expect(score.derivation["skp"]?.result == .number("3379/36"))
    #expect(score.number == "5359/60")
    #expect(score.numberText(in: .indonesian) == "89,32")
    #expect(score.category == "good")
    #expect(score.categoryLabel?.indonesian == "Baik")
    #expect(score.measuredShare == 1)
  }

  struct Edge: Sendable {
    let score: Ratio
    let category: CategoryID
  }

  // Quality alone moves the score: a task of 100, q and 76 with behaviour b; here the score is
  // reached through behaviour with SKP 92 (100, 100, 76).
  @Test(arguments: [
    Edge(score: 91, category: "very-good"), Edge(score: "90.999999", category: "good"),
    Edge(score: "90.4", category: "good"), Edge(score: 76, category: "good"),
    Edge(score: "75.999999", category: "fair"), Edge(score: 61, category: "fair"),
    Edge(score: "60.999999", category: "poor"),
  ])
  func `the lower edge of a band belongs to it`(example: Edge) throws {
    // 0.6 · 92 + 0.4 · b = score.
    let mark = try (example.score - "55.2") / "0.4"
    let score = try score(
      Self.inputs(
        [Self.task((1, 1), (100, 100), (12, 12))], behaviour: Array(repeating: mark, count: 5)))
    #expect(score.number == example.score)
    #expect(score.category == example.category)
  }

  @Test(arguments: [
    Edge(score: 51, category: "poor"), Edge(score: "50.999999", category: "bad"),
    Edge(score: 0, category: "bad"),
  ])
  func `the low bands`(example: Edge) throws {
    // A task worth 51 by 1 + 76 + 76, behaviour as wanted; nothing done at all gives nought.
    let mark = try (example.score - "30.6") / "0.4"
    let task =
      example.score == 0
      ? Self.task((1, 0), (100, 0), (12, 0)) : Self.task((100, 1), (100, 76), (12, 12))
    let score = try score(Self.inputs([task], behaviour: Array(repeating: max(mark, 0), count: 5)))
    #expect(score.number == example.score)
    #expect(score.category == example.category)
  }

  @Test func `what is missing is named, and is not nought`() throws {
    var task = Self.task((1, 1), (100, 90), (12, 12))
    task["realised.quality"] = .missing(.notGiven)
    let incomplete = try score(Self.inputs([task]))
    #expect(incomplete.number == nil && incomplete.category == nil)
    #expect(incomplete.missing == .needs("skp"))
    #expect(incomplete.derivation["skp"]?.exact == .missing(.needs("tasks[0].value")))
    #expect(
      incomplete.derivation.steps(of: "tasks", element: 0).first { $0.id == "quality" }?.exact
        == .missing(.needs("tasks[0].realised.quality")))

    let zeroTarget = Self.task((1, 1), (100, 90), (0, 0))
    let undefined = try score(Self.inputs([zeroTarget])).derivation
    #expect(
      undefined.steps(of: "tasks", element: 0).first { $0.id == "efficiency.time" }?.exact
        == .missing(.divisionByZero))

    #expect(try score(Self.inputs([])).derivation["skp"]?.exact == .missing(.nothingToAverage))
    #expect(try score([:]).missing == .needs("skp"))
    // A budget without its realisation is not a task without budget, nor are costs without one.
    for field: StepID in ["realised.cost", "target.cost"] {
      var spent = Self.task((1, 1), (100, 90), (12, 12), cost: (10, 10))
      spent[field] = .missing(.notGiven)
      #expect(try score(Self.inputs([spent])).number == nil)
    }
  }

  // A second way to the same figures, in exact fractions, over seeded plans.
  @Test(arguments: 0..<40)
  func `an independent computation agrees exactly`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    func next(_ least: Int, _ most: Int) -> Ratio { Ratio(draws.integer(in: least...most)) }
    var tasks: [RuleRecord] = []
    var sum: Ratio = 0
    let count = Int(next(1, 6).numerator)
    for _ in 0..<count {
      let (tq, rq) = (next(1, 20), next(0, 25))
      let rk = next(50, 100)
      let (tw, rw) = (next(1, 12), next(0, 18))
      let hasCost = next(0, 1) == 1
      let (tb, rb) = (next(1, 1_000_000), next(0, 1_500_000))
      tasks.append(Self.task((tq, rq), (100, rk), (tw, rw), cost: hasCost ? (tb, rb) : nil))
      func saved(_ target: Ratio, _ real: Ratio) throws -> Ratio {
        let used = try real / target * 100
        let value = try used >= 76 ? 176 - used : used
        return max(value, 0)
      }
      var aspects = [try rq / tq * 100, rk, try saved(tw, rw)]
      if hasCost { aspects.append(try saved(tb, rb)) }
      if rq != 0 { sum = try sum + Ratio.mean(of: aspects) }
    }
    let marks = (0..<5).map { _ in next(60, 100) }
    let expected = try sum / Ratio(count) * "3/5" + (try Ratio.mean(of: marks)) * "2/5"
    let inputs = Self.inputs(tasks, behaviour: marks)
    let score = try score(inputs)
    #expect(score.number == expected)
    #expect(score.derivation.verify() == [])
    // The crowd runs the same program.
    #expect(try Self.scorer.get().results(of: [inputs]).map { try $0.get() } == [score.result])
  }

  @Test func `the derivation reads as a calculation that can be checked by hand`() throws {
    let score = try score(
      Self.inputs(
        [
          Self.task((1, 1), (100, 90), (12, 12), cost: (170_395_000, 170_395_000)),
          Self.task((1, 1), (100, 90), (12, 10)),
        ], additional: 3, creativity: "unit", behaviour: [80, 85, 82, 83, "82.5"]))
    let text = score.derivation.text(in: .indonesian)
    #expect(
      text.hasSuffix(
        """
        Perhitungan:
          Tugas 1
            Kuantitas: 1 / 1 × 100 = 100 [Perka BKN 1/2013]
            Kualitas: 90 / 100 × 100 = 90 [Perka BKN 1/2013]
            Efisiensi waktu (%): 100 − 12 / 12 × 100 = 0 [Perka BKN 1/2013]
            Nilai waktu menurut rumus: karena 0 ≤ 24, (1,76 × 12 − 12) / 12 × 100 = 76 \
        [Perka BKN 1/2013]
            Waktu: karena Nilai negatif dihitung nol: ya, yang terbesar dari (0; 76) = 76 \
        [Perka BKN 1/2013, asumsi]
            Efisiensi biaya (%): 100 − 170.395.000 rupiah / 170.395.000 rupiah × 100 = 0 [Perka BKN 1/2013]
            Nilai biaya menurut rumus: karena 0 ≤ 24, \
        (1,76 × 170.395.000 rupiah − 170.395.000 rupiah) / 170.395.000 rupiah × 100 = 76 [Perka BKN 1/2013]
            Biaya: karena Nilai negatif dihitung nol: ya, yang terbesar dari (0; 76) = 76 \
        [Perka BKN 1/2013, asumsi]
            Rata-rata nilai aspek: karena bukan (“Target biaya” tidak diisi dan \
        “Realisasi biaya” tidak diisi), (100 + 90 + 76 + 76) / 4 = 85,5 [Perka BKN 1/2013]
            Nilai capaian tugas: karena 1 > 0, 85,5 [Perka BKN 1/2013, asumsi]
          Tugas 2
            Kuantitas: 1 / 1 × 100 = 100 [Perka BKN 1/2013]
            Kualitas: 90 / 100 × 100 = 90 [Perka BKN 1/2013]
            Efisiensi waktu (%): 100 − 10 / 12 × 100 = 16,6666… [Perka BKN 1/2013]
            Nilai waktu menurut rumus: karena 16,6666… ≤ 24, \
        (1,76 × 12 − 10) / 12 × 100 = 92,6666… [Perka BKN 1/2013]
            Waktu: karena Nilai negatif dihitung nol: ya, \
        yang terbesar dari (0; 92,6666…) = 92,6666… [Perka BKN 1/2013, asumsi]
            Rata-rata nilai aspek: karena “Target biaya” tidak diisi dan \
        “Realisasi biaya” tidak diisi, (100 + 90 + 92,6666…) / 3 = 94,2222… [Perka BKN 1/2013]
            Nilai capaian tugas: karena 1 > 0, 94,2222… [Perka BKN 1/2013, asumsi]
          Poin tugas tambahan: karena 3 tugas < 7 tugas dan 3 tugas < 4 tugas dan 3 tugas ≥ 1 tugas, \
        1 [Perka BKN 1/2013, asumsi]
          Poin kreativitas: karena Kreativitas = Unit kerja, 3 [Perka BKN 1/2013, asumsi]
          Nilai SKP: rata-rata (85,5; 94,2222…) + 1 + 3 = 93,8611… [Perka BKN 1/2013]
          Banyaknya aspek perilaku yang dinilai: \
        yang pertama tersedia dari (banyaknya Aspek perilaku (5); 0) = 5 [Perka BKN 1/2013, asumsi]
          Nilai perilaku kerja: karena 5 ≥ 5 dan 5 ≤ 6, rata-rata (80; 85; 82; 83; 82,5) = 82,5 [Perka BKN 1/2013, asumsi]
          Nilai prestasi kerja: 0,6 × 93,8611… + 0,4 × 82,5 = 89,3166… [PP 46/2011]
          Nilai yang dibaca pada tabel predikat: \
        karena Nilai dibulatkan lebih dahulu: tidak, 89,3166… [Perka BKN 1/2013, asumsi]
          Predikat: 76 ≤ 89,3166… < 91 → Baik [Perka BKN 1/2013]

        """))
    #expect(
      text.contains(
        "Faktor efisiensi: 1,76 — Perka BKN 1/2013, 1 Januari 2014 s.d. 30 Juni 2021"))
    let english = score.derivation.lines(in: .english).map(\.sentence)
    #expect(english.contains("Performance score: 0.6 × 93.8611… + 0.4 × 82.5 = 89.3166…"))
    #expect(english.last == "Grade: 76 ≤ 89.3166… < 91 → Good")
  }

  @Test func `a derivation passes through a file and still verifies`() throws {
    let score = try score(Self.inputs([Self.task((1, 1), (100, 90), (12, 10))]))
    let again = try JSONDocument(score.derivation.json.prettyText).read(Derivation.self)
    #expect(again == score.derivation)
    #expect(again.verify() == [])
  }
}

extension PP46Of2011Tests {
  // Four marks or seven are no year's behaviour; a value that was fixed as a whole is one.
  @Test(arguments: [(1, false), (4, false), (5, true), (6, true), (7, false)])
  func `behaviour has five or six aspects`(count: Int, isEnough: Bool) throws {
    let task = Self.task((1, 1), (100, 90), (12, 12))
    var inputs = Self.inputs([task], behaviour: Array(repeating: 80, count: count))
    let score = try score(inputs)
    #expect(score.derivation["behaviour"]?.result.number == (isEnough ? 80 : nil))
    #expect((score.number == nil) != isEnough)
    inputs["behaviourValue"] = 70
    #expect(
      try self.score(inputs).derivation["behaviour"]?.result.number == (isEnough ? 80 : 70))
    inputs.lists["behaviours"] = nil
    #expect(try self.score(inputs).derivation["behaviour"]?.result.number == 70)
  }

  @Test func `what is recalled or chosen is assumed and open, and nothing else is`() {
    for parameter in ScoringRule.pp46Of2011.rule.parameters {
      let isAssumed = parameter.values.contains { $0.source.standing == .assumed }
      #expect((parameter.bounds != nil) == isAssumed, "\(parameter.id)")
    }
  }

  @Test(arguments: WorkQuality.allCases)
  func `every mark belongs to one quality`(quality: WorkQuality) {
    for mark in 0...100 {
      let found = WorkQuality.allCases.filter { $0.allows(Ratio(mark)) }
      #expect(found.count == 1)
      #expect(quality.marks.contains(mark) == (found == [quality]))
    }
    #expect(WorkQuality.good.allows("90.5") && !WorkQuality.perfect.allows("90.5"))
    #expect(!WorkQuality.perfect.allows(101) && !quality.label.isIncomplete)
  }

  @Test func `errors tell the quality, where the scale says so`() {
    let found = (0...7).map { WorkQuality(smallErrors: $0, hasBigError: false) }
    #expect(found == [.perfect, .good, .good, .fair, .fair, nil, nil, nil])
    let big = (0...7).map { WorkQuality(smallErrors: $0, hasBigError: true) }
    #expect(big == [nil, nil, nil, nil, nil, .poor, .bad, .bad])
  }
}
