import KinerjaCore
import RuleLanguage

/// Writes changes of inputs as sentences.
struct ChangeWords {
  let rule: ScoringRule
  let language: Language

  private func word(_ indonesian: String, _ english: String) -> String {
    LocalizedText(id: indonesian, en: english)[language]
  }

  /// The title of an input, with the element's number, such as "Tugas 1: Realisasi waktu".
  func title(of path: InputPath) -> String {
    guard let list = path.list.flatMap(rule.rule.list), let element = path.element else {
      return rule.rule.inputs.first { $0.id == path.name }?.title[language] ?? path.description
    }
    let title = list.fields.first { $0.id == path.name }?.title[language] ?? path.name.text
    return "\(list.title[language]) \(element + 1): \(title)"
  }

  private func input(at path: InputPath) -> RuleInput? {
    guard let list = path.list.flatMap(rule.rule.list) else {
      return rule.rule.inputs.first { $0.id == path.name }
    }
    return list.fields.first { $0.id == path.name }
  }

  /// A number with the decimals that its input may have.
  private func text(_ number: Ratio, at path: InputPath) -> String {
    let convention = language.decimalConvention
    let places = min(input(at: path)?.decimals ?? InputGrid.usualDecimals, InputGrid.usualDecimals)
    guard let points = try? number.rounded(to: places, .down), Ratio(points) == number else {
      return number.text(convention)
    }
    return points.text(convention, places: places)
  }

  private func text(_ value: RuleValue, at path: InputPath) -> String {
    switch value {
    case .number(let number): return text(number, at: path)
    case .flag(let flag): return flag ? word("ya", "yes") : word("tidak", "no")
    case .category(let category):
      // Two scales may have a category of one name.
      let fields = path.list.map { rule.rule.list($0)?.fields ?? [] } ?? rule.rule.inputs
      let scale = fields.first { $0.id == path.name }?.type.scale.flatMap(rule.rule.scale)
      return scale?.label(of: category)[language] ?? category.text
    case .missing: return "–"
    }
  }

  func sentence(for change: ScoreChange) -> String {
    let title = title(of: change.input)
    guard case .number(let from) = change.from, case .number(let to) = change.to else {
      let (from, to) = (text(change.from, at: change.input), text(change.to, at: change.input))
      return word(
        "\(title) harus berubah dari \(from) menjadi \(to).",
        "\(title) must change from \(from) to \(to).")
    }
    let (start, end) = (text(from, at: change.input), text(to, at: change.input))
    let rises = to > from
    let verb =
      rises ? word("harus naik dari", "must rise from") : word("harus turun dari", "must fall from")
    let goal: String
    if change.holdsToTheEnd {
      goal =
        rises
        ? word("menjadi sekurang-kurangnya \(end)", "to at least \(end)")
        : word("menjadi setinggi-tingginya \(end)", "to at most \(end)")
    } else if let through = change.through, through != to {
      goal = word(
        "menjadi \(end) (berlaku sampai \(text(through, at: change.input)))",
        "to \(end) (holds as far as \(text(through, at: change.input)))")
    } else {
      goal = word("menjadi \(end)", "to \(end)")
    }
    let doubt =
      change.isSmallest
      ? ""
      : word(
        " Perubahan yang lebih kecil belum tentu tidak ada.",
        " A smaller change is not ruled out.")
    return "\(title) \(verb) \(start) \(goal).\(doubt)"
  }

  func nothing(reaching category: CategoryID) -> String {
    let label = rule.categories?.label(of: category)[language] ?? category.text
    return word(
      "Tidak ditemukan perubahan satu masukan saja yang memberi \(label).",
      "No change of a single input was found that gives \(label).")
  }

  func unable(_ paths: [InputPath]) -> String {
    let list = paths.map { title(of: $0) }.joined(separator: "; ")
    return word(
      "Tidak cukup dengan mengubah salah satu saja dari: \(list).",
      "Changing only one of these is not enough: \(list).")
  }

  func undecided(_ path: InputPath, within range: ClosedRange<Ratio>) -> String {
    let (low, high) = (
      text(range.lowerBound, at: path), text(range.upperBound, at: path)
    )
    return word(
      "\(title(of: path)): tidak ditemukan antara \(low) dan \(high); di luar itu tidak dicari.",
      "\(title(of: path)): none found between \(low) and \(high); beyond that it was not sought.")
  }

  func missing(_ paths: [InputPath]) -> String {
    let list = paths.map { title(of: $0) }.joined(separator: "; ")
    return word("Tidak diberikan: \(list).", "Not given: \(list).")
  }
}
