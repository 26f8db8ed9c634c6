/// A value sent with a statement, in PostgreSQL's binary form: never as part of the statement's text.
enum Parameter: Sendable {
  case text(String)
  case integer(Int64)
  case bytes([UInt8])
  case texts([String])
  case integers([Int64])
  case byteStrings([[UInt8]])
}

extension Parameter {
  private enum OID {
    static let bytea: UInt32 = 17
    static let bigint: UInt32 = 20
    static let text: UInt32 = 25
    static let byteaArray: UInt32 = 1_001
    static let textArray: UInt32 = 1_009
    static let bigintArray: UInt32 = 1_016
  }

  /// The number of its type in every PostgreSQL.
  var type: UInt32 {
    switch self {
    case .text: OID.text
    case .integer: OID.bigint
    case .bytes: OID.bytea
    case .texts: OID.textArray
    case .integers: OID.bigintArray
    case .byteStrings: OID.byteaArray
    }
  }

  /// Appends the value; integers are big-endian.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): bytes += text.utf8
    case .integer(let integer): bytes.append(bigEndian: integer)
    case .bytes(let own): bytes += own
    case .texts(let texts): bytes.append(array: texts, of: OID.text) { Array($0.utf8) }
    case .integers(let integers):
      bytes.append(array: integers, of: OID.bigint) { integer in
        var element: [UInt8] = []
        element.append(bigEndian: integer)
        return element
      }
    case .byteStrings(let strings): bytes.append(array: strings, of: OID.bytea) { $0 }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian integer: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: integer.bigEndian) { self += $0 }
  }

  /// One dimension, no nulls, the type, the count, the first index, then each with its length.
  fileprivate mutating func append<Value>(
    array elements: [Value], of type: UInt32, _ bytes: (Value) -> [UInt8]
  ) {
    append(bigEndian: Int32(elements.isEmpty ? 0 : 1))
    append(bigEndian: Int32(0))
    append(bigEndian: type)
    guard !elements.isEmpty else { return }
    append(bigEndian: Int32(elements.count))
    append(bigEndian: Int32(1))
    for element in elements {
      let own = bytes(element)
      append(bigEndian: Int32(own.count))
      self += own
    }
  }
}
