import KinerjaCore

/// A value of an index in the alphabet of keys, such that the order of bytes is that of values.
///
/// A spelling never holds a hyphen, which stands behind it in a key and before all of its alphabet,
/// so that a value comes before those that it is the beginning of. It has at most 121 bytes.
struct IndexSpelling {
  /// What is in order: all of it, or the beginning of a long text.
  let ordered: String
  /// Part of the SHA-256 of a text whose spelling was cut, which tells it from its neighbours.
  let digest: String?

  /// How many bytes of a spelling are in order; a long text is cut there.
  static let longestText = 88

  /// The spelling as it stands in a key.
  var text: String { digest.map { "\(ordered)/\($0)" } ?? ordered }

  /// Spells a value.
  init(_ value: IndexValue) {
    let all = value.kind.rawValue + Self.body(of: value)
    guard case .text(let text) = value, all.utf8.count > Self.longestText else {
      (ordered, digest) = (all, nil)
      return
    }
    ordered = String(all.prefix(Self.longestText))
    digest = String(SHA256.hash(text.utf8).hex.prefix(32))
  }

  /// The beginning of the spellings of all texts that begin with one.
  static func beginning(ofTexts prefix: String) -> String {
    String((IndexValue.Kind.text.rawValue + spelled(prefix)).prefix(longestText))
  }

  private static func body(of value: IndexValue) -> String {
    switch value {
    case .day(let day): day.description.replacing("-", with: "")
    case .instant(let instant): spelled(instant)
    case .number(let number): spelled(number)
    case .text(let text): spelled(text)
    }
  }
}

// MARK: - Texts

extension IndexSpelling {
  private static let letters = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  /// Digits and letters up to x stand for themselves; any other byte is a sign that has its place
  /// in the order, and a letter.
  private static func spelled(_ text: String) -> String {
    var bytes: [UInt8] = []
    func escape(_ sign: Character, _ offset: UInt8) {
      bytes += [sign.asciiValue ?? 0, letters[Int(offset)]]
    }
    for byte in text.utf8 {
      switch byte {
      case ..<0x30: escape(".", byte)
      case 0x3A...0x40: escape(":", byte - 0x3A)
      case 0x5B...0x60: escape("_", byte - 0x5B)
      case 0x79...0xB6: escape("y", byte - 0x79)
      // The last byte in UTF-8 is F4, which the last letter stands for.
      case 0xB7...: escape("z", byte - 0xB7)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Numbers

extension IndexSpelling {
  /// Denominators have at most 127 bits, so two numbers are 2⁻²⁵⁴ apart or more, and with so many
  /// decimals no two numbers are spelled alike.
  private static let mostDecimals = 77

  /// `p`, the count of digits before the point as a letter, the digits, and the decimals behind a
  /// point if there are any; of a negative number `m`, and each digit and the count turned round,
  /// with a colon at the end, which stands behind the point and all digits.
  private static func spelled(_ number: Ratio) -> String {
    let denominator = number.denominator.magnitude
    let (whole, rest) = number.numerator.magnitude.quotientAndRemainder(dividingBy: denominator)
    let digits = whole == 0 ? "" : String(whole)
    let decimals = decimals(of: rest, over: denominator)
    let point = decimals.isEmpty ? "" : "."
    guard number.sign < 0 else {
      return "p\(letter(digits.utf8.count))\(digits)\(point)\(decimals)"
    }
    let count = letter(letters.count - 1 - digits.utf8.count)
    return "m\(count)\(turned(digits))\(point)\(turned(decimals)):"
  }

  private static func letter(_ number: Int) -> Character {
    Character(Unicode.Scalar(letters[number]))
  }

  private static func turned(_ digits: String) -> String {
    String(decoding: digits.utf8.map { UInt8(ascii: "0") + UInt8(ascii: "9") - $0 }, as: UTF8.self)
  }

  private static func decimals(of rest: UInt128, over denominator: UInt128) -> String {
    var (rest, digits) = (rest, "")
    while rest != 0, digits.utf8.count < mostDecimals {
      let digit: UInt128
      (digit, rest) = denominator.dividingFullWidth(rest.multipliedFullWidth(by: 10))
      digits += String(digit)
    }
    return digits
  }
}

// MARK: - Moments

extension IndexSpelling {
  /// The seconds since the first moment there is, always twelve digits.
  private static func spelled(_ instant: Instant) -> String {
    let digits = String(instant.secondsSince1970 - Instant.first.secondsSince1970)
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}
