import KinerjaCore
import KinerjaTables

/// By row the number of a name, and what the numbers mean.
struct RatingCodes<Name: Comparable & Hashable & Sendable>: Sendable {
  /// By row; anything where missing.
  let numbers: PackedIntegers
  let missing: BitSet?
  /// How many names there are, those that no row uses among them.
  let nameCount: Int
  let name: @Sendable (Int) -> Result<Name, InvalidIdentifier>
  /// The column of a table that they come from.
  private(set) var column: String?

  /// - Parameter names: By number.
  init(_ numbers: PackedIntegers, missing: BitSet? = nil, names: [Name]) {
    self.numbers = numbers
    self.missing = missing
    nameCount = names.count
    name = { .success(names[$0]) }
  }

  /// Numbers names as they appear.
  init(_ names: some Sequence<Name?>) {
    var known: [Name: Int64] = [:]
    var list: [Name] = []
    var numbers: [Int64] = []
    var missing = BitSet()
    for name in names {
      var number: Int64 = 0
      if let name {
        number = known[name] ?? Int64(list.count)
        if number == list.count {
          known[name] = number
          list.append(name)
        }
      } else {
        missing.insert(numbers.count)
      }
      numbers.append(number)
    }
    self.init(PackedIntegers(numbers), missing: missing.isEmpty ? nil : missing, names: list)
  }

  private init(
    _ table: Table, _ name: String, times: Int,
    reading: @escaping @Sendable (String) -> Result<Name, InvalidIdentifier>
  ) {
    let column = table.codes(name)
    let dictionary = column.dictionary
    self.column = name
    numbers = column.packed.repeated(times)
    missing = column.missing?.repeated(times, of: column.count)
    nameCount = dictionary.count
    self.name = { reading(dictionary[$0]) }
  }

  /// By name, whether a row that holds a rating uses it.
  ///
  /// - Parameter levels: By row, negative where no rating is.
  func usedNames(in levels: [Int16]) -> [Bool] {
    var isUsed = [Bool](repeating: false, count: nameCount)
    for start in stride(from: 0, to: levels.count, by: RatingRows.blockSize) {
      let range = start..<min(start + RatingRows.blockSize, levels.count)
      for (row, number) in zip(range, numbers.asInt32(in: range))
      where levels[row] >= 0 && missing?.contains(row) != true {
        isUsed[Int(number)] = true
      }
    }
    return isUsed
  }
}

extension RatingCodes {
  /// The first row that holds a rating and has a name.
  func firstRow(of number: Int, in levels: [Int16]) -> Int {
    levels.indices.first {
      levels[$0] >= 0 && numbers[$0] == number && missing?.contains($0) != true
    } ?? 0
  }
}

extension RatingCodes where Name == String {
  /// The texts of a column.
  init(texts name: String, of table: Table, times: Int) {
    self.init(table, name, times: times) { .success($0) }
  }
}

extension RatingCodes {
  /// The identifiers of a column.
  init<Kind>(_ name: String, of table: Table, times: Int) where Name == Identifier<Kind> {
    self.init(table, name, times: times) { text in
      do throws(InvalidIdentifier) {
        return .success(try Identifier<Kind>(text))
      } catch {
        return .failure(error)
      }
    }
  }
}

extension RatingCodes where Name == Int {
  /// The numbers of a column.
  init(_ column: IntegerColumn, times: Int) {
    var distinct: Set<Int64> = []
    var last: Int64?
    for row in 0..<column.count where column.missing?.contains(row) != true {
      let value = column.packed[row]
      if value != last { distinct.insert(value) }
      last = value
    }
    let names = distinct.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, Int64(0)...))
    var codes = PackedIntegers()
    for start in stride(from: 0, to: column.count, by: RatingRows.blockSize) {
      let range = start..<min(start + RatingRows.blockSize, column.count)
      codes.append(contentsOf: range.map { numbers[column.packed[$0]] ?? 0 })
    }
    self.init(
      codes.repeated(times), missing: column.missing?.repeated(times, of: column.count),
      names: names.map { Int($0) })
  }
}

/// The names in use, in ascending order, and where each one went.
struct RankedNames<Name: Comparable & Hashable & Sendable>: Sendable {
  let names: [Name]
  /// By number, its place among ``names``; −1 for a name that no row uses.
  let ranks: [Int32]

  init() { (names, ranks) = ([], []) }

  /// - Parameter report: Told of each name that is none, with its number.
  init(
    _ codes: RatingCodes<Name>, isUsed: [Bool], report: (InvalidIdentifier, Int) -> Void
  ) {
    var found: [(name: Name, number: Int)] = []
    for number in isUsed.indices where isUsed[number] {
      switch codes.name(number) {
      case .success(let name): found.append((name, number))
      case .failure(let fault): report(fault, number)
      }
    }
    found.sort { $0.name < $1.name }
    var ranks = [Int32](repeating: -1, count: isUsed.count)
    for (rank, entry) in found.enumerated() { ranks[entry.number] = Int32(rank) }
    names = found.map(\.name)
    self.ranks = ranks
  }
}

extension PackedIntegers {
  func repeated(_ times: Int) -> PackedIntegers {
    guard times != 1 else { return self }
    var result = PackedIntegers()
    for _ in 0..<times { result.append(contentsOf: widened) }
    return result
  }
}

extension BitSet {
  func repeated(_ times: Int, of count: Int) -> BitSet {
    times == 1
      ? self : BitSet((0..<times).lazy.flatMap { time in members.lazy.map { time * count + $0 } })
  }
}
