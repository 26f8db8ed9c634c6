/// The escapes of a JSON text (RFC 8259, section 7).
enum JSONEscapes {
  /// The text that a checked body between quotation marks stands for.
  static func unescaped(_ body: ArraySlice<UInt8>) -> String {
    var units: [UInt8] = []
    units.reserveCapacity(body.count)
    var offset = body.startIndex
    while offset < body.endIndex {
      let byte = body[offset]
      offset += 1
      guard byte == UInt8(ascii: "\\"), offset < body.endIndex else {
        units.append(byte)
        continue
      }
      let letter = body[offset]
      offset += 1
      guard letter == UInt8(ascii: "u") else {
        units.append(plain(letter) ?? letter)
        continue
      }
      guard let scalar = scalar(in: body, from: &offset) else { continue }
      units.append(contentsOf: String(scalar).utf8)
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// What a backslash and a letter stand for; nil for a letter that is no escape.
  static func plain(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Reads what follows `\u`, a second half included; nil, after the first half, for a half alone
  /// or missing digits.
  static func scalar(in body: ArraySlice<UInt8>, from offset: inout Int) -> Unicode.Scalar? {
    guard let unit = fourDigits(in: body, from: offset) else { return nil }
    offset += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard
      unit < 0xDC00, offset + 6 <= body.endIndex, body[offset] == UInt8(ascii: "\\"),
      body[offset + 1] == UInt8(ascii: "u"), let second = fourDigits(in: body, from: offset + 2),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    offset += 6
    return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
  }

  /// The number that four hexadecimal digits stand for; nil if one of them is none.
  static func fourDigits(in body: ArraySlice<UInt8>, from offset: Int) -> UInt32? {
    guard offset + 4 <= body.endIndex else { return nil }
    var unit: UInt32 = 0
    for byte in body[offset..<(offset + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
