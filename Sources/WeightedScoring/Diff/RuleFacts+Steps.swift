import KinerjaCore
import RuleLanguage

// What can differ in a step.
extension RuleFacts {

  func step(_ step: RuleStep, in list: RuleList?) -> Subject {
    var facts = [titleFact(step.title)]
    facts += self.facts(of: step.body, of: step, in: list, key: "", label: nil)
    facts.append(
      fact(
        "giving", .way, LocalizedText(id: "kategori", en: "categories"),
        step.scale?.json ?? .null,
        words: step.scale.flatMap(rule.scale)?.title ?? LocalizedText(id: "tidak ada", en: "none")))
    facts.append(
      fact(
        "rounded", .rounding, LocalizedText(id: "pembulatan", en: "rounding"),
        step.rounding?.json ?? .null,
        words: both { words in
          step.rounding.map { words.rounded($0.places, $0.mode) } ?? words.word("tidak ada", "none")
        }))
    facts.append(
      fact(
        "whenMissing", .missing, LocalizedText(id: "tanpa data", en: "without data"),
        step.whenMissing.json,
        words: writer.provision(for: step)?.text
          ?? LocalizedText(id: "Tidak dihitung.", en: "It is not computed.")))
    facts.append(
      fact(
        "open", .openness, LocalizedText(id: "pilihan daerah", en: "region's choice"),
        step.isOpen.json,
        words: step.isOpen
          ? LocalizedText(id: "terbuka", en: "open") : LocalizedText(id: "tertutup", en: "closed")))
    if let source = sourceFact(step.source) { facts.append(source) }
    return Subject(
      key: "steps." + (list.map { "\($0.id)." } ?? "") + step.id.text, title: step.title,
      summary: side(summary(of: step.body, of: step, in: list), step.json, step.source),
      facts: facts, series: list.map { "lists.\($0.id)" } ?? "steps")
  }

  /// How a value is found, in one line.
  private func summary(
    of body: RuleStep.Body, of step: RuleStep, in list: RuleList?
  ) -> LocalizedText {
    both { words in
      switch body {
      case .formula(let formula): words.text(formula, in: list?.id, on: step.scale)
      case .weightedMean(let terms, _):
        words.word("rata-rata berbobot ", "weighted mean of ")
          + terms.map { words.text($0.value, in: list?.id) }.joined(separator: ", ")
      case .bands(let number, _):
        words.word("rentang ", "bands of ") + words.text(number, in: list?.id)
      case .matrix(let rows, let columns, _):
        words.word("matriks ", "matrix of ") + words.text(rows, in: list?.id) + " × "
          + words.text(columns, in: list?.id)
      case .variants(let variants):
        words.word("menurut ketentuan ", "by the provision ")
          + variants.map { words.quoted($0.title[words.language]) }.joined(separator: ", ")
      case .raterGroups(let ratings, _, _, _):
        words.word("kelompok penilai atas ", "groups of raters on ")
          + words.text(ratings, in: list?.id)
      case .periods(let value, _, _):
        words.word("gabungan periode ", "periods of ") + words.text(value, in: list?.id)
      }
    }
  }

  /// The facts of a way to find a value; those of a variant stand under its key.
  private func facts(
    of body: RuleStep.Body, of step: RuleStep, in list: RuleList?, key: String,
    label: LocalizedText?
  ) -> [Fact] {
    func named(_ name: LocalizedText) -> LocalizedText {
      guard let label else { return name }
      return LocalizedText(
        id: "\(label.indonesian), \(name.indonesian)", en: "\(label.english), \(name.english)")
    }
    func way(_ kind: String, _ meaning: JSONValue) -> Fact {
      Fact(
        key: key + "way", part: .way, label: label,
        side: side(summary(of: body, of: step, in: list), .object(body.members)),
        identity: [kind.json, meaning], governs: key + "part.")
    }
    func weight(
      _ name: String, _ title: LocalizedText, _ weight: FormulaText, _ index: Int = 0
    ) -> Fact {
      fact(
        "\(key)part.weight.\(name)", .weight,
        named(
          LocalizedText(id: "bobot \(title.indonesian)", en: "weight of \(title.english)")),
        meaning(weight), words: both { writer.constant(weight, in: list, $0) })
    }
    func total(_ total: Ratio?) -> [Fact] {
      total.map { total in
        [
          fact(
            "\(key)part.total", .weight,
            named(LocalizedText(id: "jumlah bobot", en: "sum of the weights")), total.json,
            words: both { $0.exactText(total) })
        ]
      } ?? []
    }
    switch body {
    case .formula(let formula):
      return [way("formula", meaning(formula))]
    case .weightedMean(let terms, let sum):
      return [way("weightedMean", .null)]
        + terms.map { term in
          weight(term.value.text, both { $0.text(term.value, in: list?.id) }, term.weight)
        } + total(sum)
    case .bands(let number, let table):
      var seen: [CategoryID: Int] = [:]
      return [way("bands", meaning(number))]
        + table.bands.map { band in
          seen[band.category, default: 0] += 1
          return fact(
            "\(key)part.band.\(band.category).\(seen[band.category] ?? 0)", .band,
            named(both { $0.text(.category(band.category), on: step.scale) }), band.json,
            words: both { writer.limits(band.lower, band.upper, $0) })
        }
    case .matrix(let rows, let columns, let matrix):
      let scales = (writer.scale(of: rows, in: list), writer.scale(of: columns, in: list))
      return [way("matrix", [meaning(rows), meaning(columns)])]
        + matrix.rows.flatMap { row in
          zip(matrix.columns, row.cells).map { column, cell in
            fact(
              "\(key)part.cell.\(row.category).\(column)", .cell,
              named(
                both { words in
                  "\(words.text(.category(row.category), on: scales.0)) × "
                    + words.text(.category(column), on: scales.1)
                }), cell.json, words: both { $0.text(.category(cell), on: step.scale) })
          }
        }
    case .variants(let variants):
      return [way("variants", .null)]
        + variants.flatMap { variant in
          let key = "\(key)part.\(variant.id)."
          let title = both { $0.quoted(variant.title[$0.language]) }
          return [
            Fact(
              key: key + "when", part: .way, label: title,
              side: side(
                both { writer.clause(on: variant, among: variants, in: list, $0) }, variant.json),
              identity: [
                variant.when.map(meaning) ?? .null, variant.unless.map(meaning) ?? .null,
                variant.overrides.json,
              ])
          ] + facts(of: variant.body, of: step, in: list, key: key, label: title)
        }
    case .raterGroups(let ratings, let role, let groups, let sum):
      let scale = writer.scale(of: role, in: list)
      return [way("raterGroups", [meaning(ratings), meaning(role)])]
        + groups.flatMap { group in
          let title = both { $0.text(.category(group.role), on: scale) }
          return [
            weight(group.role.text, title, group.weight),
            fact(
              "\(key)part.group.\(group.role)", .way, named(title),
              [group.minimumCount.json, group.aggregation.json],
              words: both { words in
                writer.text(of: group.aggregation, words)
                  + words.word(
                    ", paling sedikit \(group.minimumCount) penilai",
                    ", at least \(group.minimumCount) rater\(group.minimumCount == 1 ? "" : "s")")
              }),
          ]
        } + total(sum)
    case .periods(let value, let period, let combination):
      let scale = writer.scale(of: period, in: list)
      return [way("periods", [meaning(value), meaning(period), combination.kind])]
        + combination.weights.map { one in
          weight(one.period.text, both { $0.text(.category(one.period), on: scale) }, one.weight)
        }
    }
  }
}

extension PeriodCombination {
  /// What it is, without the weights, which are compared one by one.
  fileprivate var kind: JSONValue {
    switch self {
    case .weighted(_, let total): ["weighted", total?.json ?? .null]
    case .mean, .last, .worst, .byTime: json
    }
  }

  fileprivate var weights: [PeriodWeight] {
    switch self {
    case .weighted(let weights, _): weights
    case .mean, .last, .worst, .byTime: []
    }
  }
}
