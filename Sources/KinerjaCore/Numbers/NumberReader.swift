/// Reads number text strictly, byte by byte.
struct NumberReader<Bytes: Collection<UInt8>> {
  /// What was read: ± magnitude ∕ 10^places, without trailing zeros among the decimals.
  struct Decimal {
    var isNegative = false
    var magnitude: UInt128 = 0
    var places = 0
  }

  /// What is wrong, at which byte from the beginning.
  enum Failure: Error {
    case character(Int)
    case missingDigit(Int)
    case grouping(Int)
    case tooManyDecimals(limit: Int)
    case tooLarge
  }

  private var rest: Bytes.SubSequence
  private var offset = 0
  private var decimal = Decimal()

  init(_ bytes: Bytes) { rest = bytes[...] }

  /// Reads a decimal to the end of the text.
  static func decimal(
    _ bytes: Bytes, _ convention: DecimalConvention, mostPlaces: Int
  ) throws(Failure) -> Decimal {
    var reader = Self(bytes)
    reader.readSign()
    try reader.readWhole(thousandsMark: convention.thousandsMark.asciiValue)
    if let mark = convention.decimalMark.asciiValue, reader.skip(mark) {
      try reader.readDecimals()
    }
    guard reader.rest.isEmpty else { throw .character(reader.offset) }
    guard reader.decimal.places <= mostPlaces else { throw .tooManyDecimals(limit: mostPlaces) }
    return reader.decimal
  }

  /// Reads two whole numbers with a slash between them, to the end of the text.
  static func fraction(_ bytes: Bytes) throws(Failure) -> (Decimal, over: UInt128) {
    var reader = Self(bytes)
    reader.readSign()
    try reader.readWhole(thousandsMark: nil)
    let numerator = reader.decimal
    guard reader.skip(UInt8(ascii: "/")) else { throw .character(reader.offset) }
    reader.decimal = Decimal()
    try reader.readWhole(thousandsMark: nil)
    guard reader.rest.isEmpty else { throw .character(reader.offset) }
    return (numerator, reader.decimal.magnitude)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    offset += 1
    return true
  }

  private mutating func readSign() {
    // The minus sign proper (U+2212), which some spreadsheets and documents write.
    if rest.starts(with: [0xE2, 0x88, 0x92]) {
      rest = rest.dropFirst(3)
      offset += 3
      decimal.isNegative = true
    } else if skip(UInt8(ascii: "-")) {
      decimal.isNegative = true
    } else {
      _ = skip(UInt8(ascii: "+"))
    }
  }

  private mutating func readWhole(thousandsMark: UInt8?) throws(Failure) {
    let startsWithZero = rest.first == UInt8(ascii: "0")
    var digits = 0
    var lastMark: Int?
    while let byte = rest.first {
      if let digit = Self.digit(byte) {
        try append(digit)
        digits += 1
      } else if byte == thousandsMark, digits > 0 {
        // "0.750" with points between thousands is surely a decimal in the other convention.
        if let lastMark, digits != 3 { throw .grouping(lastMark) }
        if lastMark == nil, digits > 3 || startsWithZero { throw .grouping(offset) }
        lastMark = offset
        digits = 0
      } else {
        break
      }
      rest = rest.dropFirst()
      offset += 1
    }
    if let lastMark, digits != 3 { throw .grouping(lastMark) }
    guard digits > 0 else { throw missingDigit }
  }

  private mutating func readDecimals() throws(Failure) {
    var zeros = 0
    var digits = 0
    while let byte = rest.first, let digit = Self.digit(byte) {
      // Zeros count only once another digit follows them.
      if digit == 0 {
        zeros += 1
      } else {
        for _ in 0..<zeros { try append(0) }
        try append(digit)
        decimal.places += zeros + 1
        zeros = 0
      }
      digits += 1
      rest = rest.dropFirst()
      offset += 1
    }
    guard digits > 0 else { throw missingDigit }
  }

  private var missingDigit: Failure {
    switch rest.first {
    case nil, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"): .missingDigit(offset)
    default: .character(offset)
    }
  }

  private mutating func append(_ digit: UInt8) throws(Failure) {
    let (tenfold, overflow) = decimal.magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(UInt128(digit))
    guard !overflow, !carry else { throw .tooLarge }
    decimal.magnitude = sum
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte - UInt8(ascii: "0") : nil
  }
}

extension InvalidNumber {
  /// Places a failure, whose offset counts bytes, by characters.
  init<Bytes>(
    _ failure: NumberReader<Bytes>.Failure, in text: String, _ convention: DecimalConvention
  ) {
    func position(_ offset: Int) -> Int {
      text.character(atByte: offset)?.position ?? text.count + 1
    }
    let reason: Reason =
      switch failure {
      case .character(let offset):
        text.character(atByte: offset).map { .character($0.character, position: $0.position) }
          ?? .missingDigit(position: text.count + 1)
      case .missingDigit(let offset): .missingDigit(position: position(offset))
      case .grouping(let offset): .grouping(position: position(offset))
      case .tooManyDecimals(let limit): .tooManyDecimals(limit: limit)
      case .tooLarge: .tooLarge
      }
    self.init(convention: convention, reason: reason)
  }
}
