extension String {
  /// The text on one line, with `U+00A0` and the like where it has what nobody could see.
  ///
  /// Spreadsheets put spaces that are none, files begin with marks that show as nothing, and a
  /// control character can move the cursor of the terminal that prints a message.
  var printable: String {
    guard unicodeScalars.contains(where: \.isUnseen) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar.isUnseen ? scalar.codePoint : String(scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isUnseen: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
    default: return false
    }
  }

  /// The scalar by its number, such as `U+00A0`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
