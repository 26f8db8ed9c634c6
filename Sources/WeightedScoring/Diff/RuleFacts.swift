import KinerjaCore
import RuleLanguage

/// A rule taken apart into what can differ, each part with its words.
struct RuleFacts {
  /// Something that the other rule may have or not have: a step, a parameter, an input.
  struct Subject {
    /// The path by which it is found in the other rule.
    let key: String
    let title: LocalizedText
    /// The whole in words, for one that only one of the rules has.
    let summary: RuleChange.Side
    /// Its values over time, if it is a parameter.
    var values: [RuleParameter.Value] = []
    /// The unit of its values.
    var unit: MeasurementUnit?
    var facts: [Fact] = []
    /// What it may stand behind; nil for what has no order.
    var series: String?
  }

  /// A part of a subject.
  struct Fact {
    /// What it is, within its subject.
    let key: String
    let part: RuleChange.Part
    let label: LocalizedText?
    let side: RuleChange.Side
    /// What must be alike for two facts to be equal; words alone do not count.
    let identity: JSONValue
    /// Whether the other facts of this prefix are not compared if this one differs.
    var governs: String?
  }

  let scoring: ScoringRule
  let rule: Rule
  let writer: AnnexWriter
  private(set) var subjects: [Subject] = []

  init(_ scoring: ScoringRule) {
    self.scoring = scoring
    rule = scoring.rule
    writer = AnnexWriter(scoring)
    subjects = [whole] + rule.parameters.map(parameter) + rule.tables.map(table)
    for list in rule.lists {
      for step in list.steps { subjects.append(self.step(step, in: list)) }
    }
    subjects += rule.steps.map { step($0, in: nil) }
    subjects += rule.inputs.map { input($0, in: nil) }
    for list in rule.lists {
      subjects.append(
        Subject(
          key: "lists.\(list.id)", title: list.title, summary: side(list.title, list.id.json),
          facts: [titleFact(list.title)]))
      subjects += list.fields.map { input($0, in: list) }
    }
    subjects += rule.scales.map(scale)
  }

  // MARK: - Tools

  func side(
    _ words: LocalizedText, _ json: JSONValue, _ source: LegalSource? = nil
  ) -> RuleChange.Side {
    RuleChange.Side(words: words, json: json, source: source)
  }

  func fact(
    _ key: String, _ part: RuleChange.Part, _ label: LocalizedText? = nil,
    _ json: JSONValue, governs: String? = nil, words: LocalizedText
  ) -> Fact {
    Fact(
      key: key, part: part, label: label, side: side(words, json), identity: json,
      governs: governs)
  }

  func titleFact(_ title: LocalizedText) -> Fact {
    fact("title", .title, LocalizedText(id: "sebutan", en: "name"), title.json, words: title)
  }

  func sourceFact(_ source: LegalSource?) -> Fact? {
    source.map { source in
      fact(
        "source", .source, LocalizedText(id: "sumber", en: "source"), source.json,
        words: writer.both { $0.text(source) })
    }
  }

  func both(_ words: (ValueWords) -> String) -> LocalizedText { writer.both(words) }

  /// A formula as it is meant, however it is written.
  func meaning(_ formula: FormulaText) -> JSONValue {
    ((try? Formula(formula.text))?.text ?? formula.text).json
  }

  // MARK: - The rule as a whole

  private var whole: Subject {
    var facts = [
      titleFact(rule.title),
      fact(
        "days", .days, LocalizedText(id: "masa berlaku", en: "days in force"),
        rule.effective.json, words: both { rule.effective.text(in: $0.language) }),
      fact(
        "display", .display, LocalizedText(id: "penyajian", en: "display"), scoring.display.json,
        words: both { $0.rounded(scoring.display.places, scoring.display.mode) }),
      fact(
        "sources", .source, LocalizedText(id: "sumber", en: "sources"), rule.sources.json,
        words: both { words in rule.sources.map { words.text($0) }.joined(separator: "; ") }),
    ]
    if !rule.supersedes.isEmpty {
      facts.append(
        fact(
          "supersedes", .source, LocalizedText(id: "menggantikan", en: "supersedes"),
          rule.supersedes.json,
          words: LocalizedText(same: rule.supersedes.map(\.text).joined(separator: ", "))))
    }
    for (key, label, id) in [
      ("score", LocalizedText(id: "nilai akhir", en: "score"), scoring.scoreStep),
      ("category", LocalizedText(id: "kategori akhir", en: "category"), scoring.categoryStep),
    ] {
      guard let id else { continue }
      let title = rule.step(id)?.title ?? LocalizedText(same: id.text)
      facts.append(fact(key, .output, label, id.json, words: title))
    }
    if !scoring.furtherSteps.isEmpty {
      facts.append(
        fact(
          "further", .output, LocalizedText(id: "hasil lain", en: "further results"),
          scoring.furtherSteps.json,
          words: both { words in
            scoring.furtherSteps.map { words.title(of: $0.text) }.joined(separator: ", ")
          }))
    }
    return Subject(
      key: "rule", title: rule.title, summary: side(rule.title, rule.id.json), facts: facts)
  }

  private func parameter(_ parameter: RuleParameter) -> Subject {
    let values = both { words in
      parameter.values.map { words.exactText($0.value) }.joined(separator: "; ")
    }
    var facts = [titleFact(parameter.title)]
    if let unit = parameter.unit {
      facts.append(
        fact("unit", .input, LocalizedText(id: "satuan", en: "unit"), unit.json, words: unit.symbol)
      )
    }
    facts.append(
      fact(
        "open", .openness, LocalizedText(id: "pilihan daerah", en: "region's choice"),
        parameter.bounds?.json ?? .null,
        words: both { words in
          parameter.bounds?.text(in: words.language, of: rule) ?? words.word("tertutup", "closed")
        }))
    return Subject(
      key: "parameters.\(parameter.id)", title: parameter.title,
      summary: side(values, parameter.json, parameter.values.first?.source),
      values: parameter.values, unit: parameter.unit, facts: facts)
  }

  // MARK: - What is asked

  private func input(_ input: RuleInput, in list: RuleList?) -> Subject {
    let content = both { writer.content(of: input, $0) }
    let range = both { writer.range(of: input, $0) }
    return Subject(
      key: "inputs." + (list.map { "\($0.id)." } ?? "") + input.id.text, title: input.title,
      summary: side(content, input.json),
      facts: [
        titleFact(input.title),
        fact(
          "content", .input, LocalizedText(id: "isi", en: "content"),
          .array([
            input.type.label.json, input.unit?.json ?? .null, input.decimals?.json ?? .null,
          ]), words: content),
        fact(
          "range", .input, LocalizedText(id: "rentang", en: "range"),
          .array(input.range.map { [$0.lowerBound.json, $0.upperBound.json] } ?? []), words: range),
        fact(
          "required", .input, LocalizedText(id: "wajib", en: "required"), input.isRequired.json,
          words: both { $0.text(.flag(input.isRequired)) }),
      ])
  }

  private func scale(_ scale: CategoryScale) -> Subject {
    let words = both { words in
      scale.categories.map { $0.label[words.language] }
        .joined(separator: scale.isRanked ? " < " : ", ")
    }
    return Subject(
      key: "scales.\(scale.id)", title: scale.title, summary: side(words, scale.json),
      facts: [
        titleFact(scale.title),
        fact(
          "categories", .scale, LocalizedText(id: "kategori", en: "categories"),
          [scale.categories.json, scale.isRanked.json], words: words),
      ])
  }
}
