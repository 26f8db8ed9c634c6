/// A civil servant's national number (*NIP*, for PPPK *NI PPPK*), on its way to being replaced.
///
/// The number tells birth date, appointment and sex, so nothing in the library keeps or prints it:
/// a value of this type can only be handed to a ``PersonCoder``, which gives the opaque
/// ``PersonID`` in its stead. Description, mirror and errors are without digits.
///
/// Its 18 digits are the birth date (year, month, day), the year and month of the first
/// appointment, the sex (1 or 2), and a serial number from 001 (Peraturan Kepala BKN 22/2007). A
/// PPPK's number has two digits about the contract in the place of the month; published ones are
/// 21 and, for part-time staff, 24 and 25, so 21 to 29 are accepted (assumed).
public struct NationalPersonNumber: Sendable {
  /// The digits in ASCII.
  let digits: [UInt8]

  /// Reads a number, in one piece or with single spaces as in print: `YYYYMMDD YYYYMM S NNN`.
  ///
  /// - Throws: ``InvalidPersonNumber``, which says which digits are wrong and does not repeat them.
  public init(_ text: some StringProtocol) throws(InvalidPersonNumber) {
    var digits: [UInt8] = []
    var wasDigit = false
    for (index, character) in text.enumerated() {
      if let byte = character.asciiValue, Self.isDigit(byte) {
        digits.append(byte)
        wasDigit = true
      } else if character == " ", wasDigit {
        wasDigit = false
      } else {
        throw .character(position: index + 1)
      }
    }
    guard digits.count == 18 else { throw .length(digits.count) }
    self.digits = digits
    if let problem = Self.problem(with: digits) { throw problem }
  }

  private static func problem(with digits: [UInt8]) -> InvalidPersonNumber? {
    func number(_ places: ClosedRange<Int>) -> Int {
      digits[places].reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
    }
    let (year, month, day) = (number(0...3), number(4...5), number(6...7))
    guard year >= 1900, (try? Day(year: year, month: month, day: day)) != nil else {
      return .birthDate
    }
    let (appointmentYear, code) = (number(8...11), number(12...13))
    let isMonth = (1...12).contains(code)
    guard isMonth || (21...29).contains(code), (year + 1...year + 100).contains(appointmentYear)
    else { return .appointment }
    guard (1...2).contains(number(14...14)) else { return .sex }
    guard number(15...17) > 0 else { return .serial }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a text that is to be an opaque code looks like somebody's number.
  ///
  /// That is 18 digits, or the 16 of a citizen's number (*NIK*), whatever stands between them, also
  /// if they are mistyped; or a correct number inside a longer text, such as `NIP…`.
  static func isWritten(in text: String) -> Bool {
    guard text.utf8.count(where: isDigit) >= 16 else { return false }
    let joined = text.utf8.filter { !" .-_:'/".utf8.contains($0) }
    if joined.allSatisfy(isDigit), joined.count == 18 || joined.count == 16 { return true }
    return text.utf8.split { !isDigit($0) }.contains { run in
      run.count == 18 && problem(with: Array(run)) == nil
    }
  }

  /// The text for use in a message: "…" if it looks like somebody's number, otherwise unchanged.
  package static func redacted(_ text: String) -> String { isWritten(in: text) ? "…" : text }
}

extension NationalPersonNumber: CustomStringConvertible, CustomReflectable {
  /// A description without digits.
  public var description: String { "NationalPersonNumber(…)" }

  /// A mirror without children, so that dumps show no digits.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
