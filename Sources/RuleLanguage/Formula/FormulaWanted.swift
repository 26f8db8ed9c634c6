package import KinerjaCore

extension FormulaParser {
  /// What the parser could have gone on with.
  enum Wanted {
    case operand, operatorOrEnd, then, otherwise, close, commaOrClose
    case roundingPlaces, roundingMode

    var label: LocalizedText {
      switch self {
      case .operand:
        LocalizedText(
          id: "angka, nama, fungsi atau tanda kurung", en: "a number, name, function or parenthesis"
        )
      case .operatorOrEnd:
        LocalizedText(
          id: "tanda hitung atau akhir rumus", en: "an operator or the end of the formula")
      case .then: LocalizedText(same: "then")
      case .otherwise: LocalizedText(same: "else")
      case .close: LocalizedText(same: ")")
      case .commaOrClose: LocalizedText(id: "koma atau )", en: "a comma or )")
      case .roundingPlaces:
        LocalizedText(
          id: "banyaknya desimal, 0 sampai 18", en: "the number of decimals, 0 to 18")
      case .roundingMode:
        LocalizedText(id: "cara pembulatan", en: "a rounding mode")
      }
    }

    var cure: LocalizedText {
      switch self {
      case .operand:
        LocalizedText(id: "lengkapi bagian ini", en: "complete this part")
      case .operatorOrEnd:
        LocalizedText(
          id: "sisipkan tanda hitung atau hapus sisanya",
          en: "put in an operator or take out the rest")
      case .then, .otherwise:
        LocalizedText(
          id: "tulis if syarat then nilai else nilai",
          en: "write if condition then value else value")
      case .close, .commaOrClose:
        LocalizedText(id: "tutup tanda kurung", en: "close the parenthesis")
      case .roundingPlaces, .roundingMode:
        LocalizedText(
          id: "tulis round(x, 2, halfUp); cara: \(Self.modes)",
          en: "write round(x, 2, halfUp); modes: \(Self.modes)")
      }
    }

    private static let modes = RoundingMode.allCases.map(\.formulaName).joined(separator: ", ")
  }
}

extension FormulaToken {
  var description: LocalizedText {
    guard kind != .end else {
      return LocalizedText(id: "akhir rumus", en: "the end of the formula")
    }
    return LocalizedText(same: "\"\(text)\"")
  }
}

extension Diagnostic {
  static func unknownFunction(_ name: String) -> Diagnostic {
    let known = FormulaFunction.allCases.map(\.rawValue)
    return Diagnostic(
      .formulaUnknownFunction,
      ["name": .text(name), "cure": .localized(.suggestion(for: name, among: known))])
  }

  static func argumentCount(_ function: FormulaFunction, _ found: Int) -> Diagnostic {
    let range = function.argumentCount
    let wanted =
      range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    return Diagnostic(
      .formulaArgumentCount,
      [
        "function": .text(function.rawValue), "found": .integer(Int64(found)),
        "wanted": .text(wanted),
      ])
  }
}

extension LocalizedText {
  /// "Did you mean …", or the list of what is known when nothing is near.
  package static func suggestion(for name: String, among known: [String]) -> LocalizedText {
    if let near = Spelling.nearest(to: name, among: known) {
      return LocalizedText(id: "mungkin maksudnya \(near)", en: "did you mean \(near)?")
    }
    guard !known.isEmpty else {
      return LocalizedText(id: "tidak ada yang dapat dipakai", en: "there is none to use")
    }
    let list = known.prefix(20).joined(separator: ", ") + (known.count > 20 ? ", …" : "")
    return LocalizedText(id: "yang ada: \(list)", en: "there are: \(list)")
  }
}
