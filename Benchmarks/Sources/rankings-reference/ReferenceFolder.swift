import Foundation

/// The folder with the reference values, from the first argument or `KINERJA_REFERENCE`.
struct ReferenceFolder {
  let url: URL

  /// Finds the folder; nil if none is named or it does not hold the files.
  init?(_ arguments: [String]) {
    let named = arguments.first ?? ProcessInfo.processInfo.environment["KINERJA_REFERENCE"]
    guard let named else { return nil }
    let candidates = [named, named + "/scoring"].map { URL(fileURLWithPath: $0) }
    let found = candidates.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("mcdm.json").path)
    }
    guard let found else { return nil }
    url = found
  }

  /// Reads a file of the folder.
  func read(_ name: String) throws -> Reference {
    let data = try Data(contentsOf: url.appendingPathComponent(name))
    return Reference(value: try JSONSerialization.jsonObject(with: data))
  }
}

/// A value of a reference file.
struct Reference {
  let value: Any?

  subscript(key: String) -> Reference {
    Reference(value: (value as? [String: Any])?[key])
  }

  var isThere: Bool { value != nil }
  var keys: [String] { ((value as? [String: Any]) ?? [:]).keys.sorted() }
  var list: [Reference] { ((value as? [Any]) ?? []).map { Reference(value: $0) } }
  var text: String { (value as? String) ?? "" }
  var texts: [String] { list.map(\.text) }
  /// A number; nil where the file has null or text.
  var number: Double? { (value as? NSNumber)?.doubleValue }
  /// A list of numbers, or one number as a list of one; nil where missing.
  var numbers: [Double?] { value is [Any] ? list.map(\.number) : [number] }
  var known: [Double] { numbers.compactMap(\.self) }
  var rows: [[Double]] { list.map(\.known) }
}
