import KinerjaCore

// What a formula calls by name, in words.
extension FormulaWords {

  mutating func call(_ function: FormulaFunction, _ arguments: [FormulaNode]) -> String {
    switch function {
    case .lookup: return lookup(arguments)
    case .abs: return "|\(text(arguments[0]))|"
    case .isMissing: return presence(of: arguments[0], isMissing: true)
    case .clamp:
      let parts = arguments.map { text($0) }
      return words.word(
        "\(parts[0]) dibatasi \(parts[1]) s.d. \(parts[2])",
        "\(parts[0]) kept within \(parts[1]) to \(parts[2])")
    case .min, .max:
      let name =
        function == .min
        ? words.word("yang terkecil dari", "the smallest of")
        : words.word("yang terbesar dari", "the largest of")
      // Of one argument over a list, of several for themselves.
      return "\(name) (\(arguments.count == 1 ? list(arguments) : each(arguments)))"
    case .sum: return words.word("jumlah", "sum of") + " (\(list(arguments)))"
    case .mean: return words.word("rata-rata", "mean of") + " (\(list(arguments)))"
    case .last: return words.word("yang terakhir dari", "the last of") + " (\(list(arguments)))"
    case .weightedMean:
      let product = FormulaNode(
        .binary(.times, arguments[1], arguments[0]), at: arguments[0].offset)
      return words.word("rata-rata berbobot", "weighted mean of") + " (\(list([product])))"
    case .count:
      if case .name(let name) = arguments[0].kind {
        return words.count(of: name)
      }
      return words.word("banyaknya yang memenuhi", "how many of") + " (\(list(arguments)))"
    case .coalesce:
      return words.word("yang pertama tersedia dari", "the first given of")
        + " (\(each(arguments)))"
    // The parser makes a part of its own of every call of `round`.
    case .round: return ""
    }
  }

  /// At most so many elements are written out.
  private static let mostElements = 24

  private mutating func each(_ arguments: [FormulaNode]) -> String {
    arguments.map { text($0) }.joined(separator: "; ")
  }

  /// The arguments for one element after another.
  private mutating func list(_ arguments: [FormulaNode]) -> String {
    guard !isWhole else { return each(arguments) + forEach(arguments) }
    guard let count = elementCount(of: arguments) else { return each(arguments) }
    var parts: [String] = []
    for position in 0..<min(count, Self.mostElements) {
      element = position
      parts.append(each(arguments))
    }
    element = nil
    if count > Self.mostElements {
      parts.append(words.word("…, seluruhnya \(count)", "…, \(count) in all"))
    }
    return parts.joined(separator: "; ")
  }

  /// "untuk setiap Tugas", of the list whose elements the arguments name.
  private func forEach(_ arguments: [FormulaNode]) -> String {
    let lists = arguments.flatMap(\.names).compactMap { words.titleInList(of: $0)?.list }
    guard let list = lists.first else { return "" }
    return words.word(" untuk setiap \(list)", " for each \(list)")
  }

  /// How many elements the list has that the arguments name; nil if they name none.
  private func elementCount(of arguments: [FormulaNode]) -> Int? {
    let names = arguments.flatMap(\.names)
    return step.operands.first { $0.isList && names.contains($0.name) }?.values.count
  }
}
