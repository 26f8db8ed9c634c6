public import KinerjaCore
public import KinerjaTables

/// One input of many people, a row each: whole numbers with stated decimals, flags, categories, or
/// lists.
public struct RuleColumn: Sendable {
  let content: Content
  /// The rows without a value; nil if every row has one.
  let missing: BitSet?

  enum Content: Sendable {
    case numbers(NumberStorage, decimals: Int)
    case flags([Bool])
    case categories([UInt8], of: [CategoryID])
    case list(RuleListColumn)
  }

  /// Numbers, each a whole number divided by ten to the power of `decimals`: 8 775 with two
  /// decimals is 87.75.
  ///
  /// - Parameters:
  ///   - values: A number a row, anything where it is missing.
  ///   - decimals: From 0 to 18.
  ///   - missing: The rows without a value.
  public static func numbers(
    _ values: [UInt8], decimals: Int = 0, missing: BitSet? = nil
  ) -> RuleColumn {
    RuleColumn(content: .numbers(.uint8(values), decimals: decimals), missing: missing)
  }

  /// Numbers in two bytes; see ``numbers(_:decimals:missing:)-([UInt8],_,_)``.
  public static func numbers(
    _ values: [Int16], decimals: Int = 0, missing: BitSet? = nil
  ) -> RuleColumn {
    RuleColumn(content: .numbers(.int16(values), decimals: decimals), missing: missing)
  }

  /// Numbers in a signed byte; see ``numbers(_:decimals:missing:)-([UInt8],_,_)``.
  public static func numbers(
    _ values: [Int8], decimals: Int = 0, missing: BitSet? = nil
  ) -> RuleColumn {
    RuleColumn(content: .numbers(.int8(values), decimals: decimals), missing: missing)
  }

  /// Numbers in four bytes; see ``numbers(_:decimals:missing:)-([UInt8],_,_)``.
  public static func numbers(
    _ values: [Int32], decimals: Int = 0, missing: BitSet? = nil
  ) -> RuleColumn {
    RuleColumn(content: .numbers(.int32(values), decimals: decimals), missing: missing)
  }

  /// Numbers in eight bytes; see ``numbers(_:decimals:missing:)-([UInt8],_,_)``.
  public static func numbers(
    _ values: [Int64], decimals: Int = 0, missing: BitSet? = nil
  ) -> RuleColumn {
    RuleColumn(content: .numbers(.int64(values), decimals: decimals), missing: missing)
  }

  /// Flags, anything where missing.
  public static func flags(_ values: [Bool], missing: BitSet? = nil) -> RuleColumn {
    RuleColumn(content: .flags(values), missing: missing)
  }

  /// Categories by number.
  ///
  /// - Parameters:
  ///   - codes: For each row a position in `categories`, anything where it is missing.
  ///   - categories: What the codes stand for, at most 255.
  ///   - missing: The rows without a value.
  public static func categories(
    _ codes: [UInt8], of categories: [CategoryID], missing: BitSet? = nil
  ) -> RuleColumn {
    RuleColumn(content: .categories(codes, of: categories), missing: missing)
  }

  /// Lists, the elements of all people in one run.
  ///
  /// - Parameters:
  ///   - starts: One more number than there are rows, ascending from 0: the elements of row *i* are
  ///     those from `starts[i]` to below `starts[i + 1]`.
  ///   - fields: A column for each field of the list, with a row an element.
  ///   - missing: The rows to whom no list was given, which is not an empty list.
  public static func list(
    starts: [Int], _ fields: KeyValuePairs<StepID, RuleColumn>, missing: BitSet? = nil
  ) -> RuleColumn {
    list(
      starts: starts, fields: Dictionary(fields.map { ($0, $1) }) { _, last in last },
      missing: missing)
  }

  /// Lists whose fields are known only at run time; see ``list(starts:_:missing:)``.
  public static func list(
    starts: [Int], fields: [StepID: RuleColumn], missing: BitSet? = nil
  ) -> RuleColumn {
    RuleColumn(content: .list(RuleListColumn(starts: starts, fields: fields)), missing: missing)
  }

  /// How many rows there are.
  public var count: Int {
    switch content {
    case .numbers(let storage, _): storage.count
    case .flags(let flags): flags.count
    case .categories(let codes, _): codes.count
    case .list(let list): max(list.starts.count - 1, 0)
    }
  }

  /// The value of a row; nil for a list, for a code that stands for no category, or if the column
  /// is too short or states decimals that nobody has.
  func value(at row: Int) -> RuleValue? {
    guard row >= 0, row < count else { return nil }
    if missing?.contains(row) == true { return .missing(.notGiven) }
    switch content {
    case .numbers(let storage, let decimals):
      guard (0...Points.mostPlaces).contains(decimals) else { return nil }
      return .number(Ratio(Points(mantissa: storage[row], places: decimals)))
    case .flags(let flags): return .flag(flags[row])
    case .categories(let codes, let categories):
      let code = Int(codes[row])
      return code < categories.count ? .category(categories[code]) : nil
    case .list: return nil
    }
  }
}

extension RuleColumn {
  /// The same column, with codes of which no two stand for one category.
  var withDistinctCategories: RuleColumn {
    guard case .categories(let codes, let categories) = content else { return self }
    var distinct: [CategoryID] = []
    var places: [UInt8] = []
    for category in categories.prefix(256) {
      if !distinct.contains(category) { distinct.append(category) }
      places.append(UInt8(distinct.firstIndex(of: category) ?? 0))
    }
    guard distinct.count < categories.count else { return self }
    let moved = codes.map { Int($0) < places.count ? places[Int($0)] : 255 }
    return RuleColumn(content: .categories(moved, of: distinct), missing: missing)
  }
}

/// The lists of many people, element after element.
struct RuleListColumn: Sendable {
  let starts: [Int]
  let fields: [StepID: RuleColumn]

  /// The elements of a row; nil if the starts are none, or lie beyond the end of every column.
  func elements(of row: Int) -> Range<Int>? {
    guard row >= 0, row < starts.count - 1, starts[row] >= 0, starts[row] <= starts[row + 1]
    else { return nil }
    let elements = starts[row]..<starts[row + 1]
    if let longest = fields.values.map(\.count).max() {
      return elements.upperBound <= longest ? elements : nil
    }
    // Elements of which nothing is known are counted, but not without end.
    return elements.count <= RuleLimits.work ? elements : nil
  }
}
