/// A column of texts that repeat, such as persons, items or units: one small number a row.
public struct CodeColumn: Sendable, Hashable {
  /// The distinct texts, in order of first appearance; several columns may share one dictionary.
  public let dictionary: CodeDictionary
  /// The rows without a value; nothing if every row has one.
  public let missing: BitSet?

  package let packed: PackedIntegers

  package init(dictionary: CodeDictionary, packed: PackedIntegers, missing: BitSet?) {
    self.dictionary = dictionary
    self.packed = packed
    self.missing = missing
  }

  /// Creates a column from texts.
  public init(_ texts: some Sequence<String?>) {
    var dictionary = CodeDictionary()
    self.init(texts, sharing: &dictionary)
  }

  /// Creates a column whose codes are added to a dictionary that other columns use too.
  ///
  /// The column keeps the dictionary as it is when this returns; build the columns that share one in
  /// any order and let the last dictionary serve all with ``with(dictionary:)``.
  public init(_ texts: some Sequence<String?>, sharing dictionary: inout CodeDictionary) {
    var missing = BitSet()
    var indices: [Int64] = []
    for text in texts {
      if text == nil { missing.insert(indices.count) }
      indices.append(text.map { Int64(dictionary.intern($0)) } ?? 0)
    }
    self.init(
      dictionary: dictionary, packed: PackedIntegers(indices),
      missing: missing.isEmpty ? nil : missing)
  }

  /// Returns the column with a dictionary that begins with all codes of its own.
  public func with(dictionary: CodeDictionary) -> CodeColumn {
    precondition(
      dictionary.count >= self.dictionary.count
        && self.dictionary.indices.allSatisfy { dictionary[$0] == self.dictionary[$0] },
      "the dictionary must begin with the column's own codes")
    return CodeColumn(dictionary: dictionary, packed: packed, missing: missing)
  }

  /// How many rows there are.
  public var count: Int { packed.count }

  /// The text of a row; nothing if it is missing.
  public subscript(row: Int) -> String? { index(at: row).map { dictionary[$0] } }

  /// The number of a row's text in ``dictionary``; nothing if it is missing.
  public func index(at row: Int) -> Int? {
    let index = Int(packed[row])
    return missing?.contains(row) == true ? nil : index
  }

  /// The numbers of all rows, −1 where the text is missing, for loops over crowds.
  ///
  /// - Complexity: O(*n*), a copy of four bytes a row.
  public var indices: [Int32] {
    var result = packed.asInt32
    for row in missing?.members ?? [] { result[row] = -1 }
    return result
  }
}
