/// Which ratings can be compared: subsets of a design, decided by the rank of its equations.
///
/// A walk over a graph says too much: two blocks of ratees and raters that share only the items are
/// one graph, yet nothing tells whether the one block's raters are more severe or its ratees less
/// able. Two cells are linked when they agree in all facets but one (Weeks and Williams 1964); what
/// that leaves apart is settled by elimination, for several chains together can link what none of them
/// links alone.
package struct FacetSubsets: Sendable {
  /// By rating, its subset, numbered by first appearance.
  package private(set) var subset: [Int32]
  /// How many subsets there are.
  package private(set) var count: Int
  /// How many parameters lack an equation, beyond the one of each facet that a mean of 0 gives.
  package private(set) var rankDeficiency: Int
  /// Whether elimination had the last word; false only for designs of thousands of loose parts, where
  /// subsets may be smaller than the rank allows.
  package private(set) var isExact = true

  /// Most unknowns that are eliminated.
  static let mostUnknowns = 1_500

  /// Finds the subsets.
  ///
  /// - Complexity: O(*n*) in ratings times facets, beside elimination where parts stay loose.
  package init(_ columns: FacetColumns) {
    var parts = Merging(count: columns.count)
    Self.linkWithinRatees(columns, &parts)
    Self.linkAcrossRatees(columns, &parts)
    subset = parts.labels()
    count = Int(subset.max() ?? -1) + 1
    rankDeficiency = 0
    guard count > 1 else { return }
    var loose = LooseParts(columns, subset: subset, count: count)
    loose.contract()
    let solution = loose.solved(limit: Self.mostUnknowns)
    isExact = solution.isExact
    rankDeficiency = solution.deficiency
    for index in subset.indices { subset[index] = solution.labels[Int(subset[index])] }
    count = Int(solution.labels.max() ?? -1) + 1
  }

  /// Links ratings of one ratee that agree in all other facets but one.
  private static func linkWithinRatees(_ columns: FacetColumns, _ parts: inout Merging) {
    let width = columns.otherFacetCount
    for ratee in 0..<columns.rateeCount {
      let range = columns.ratings(of: ratee)
      if range.count <= 48 {
        for one in range {
          for other in range.lowerBound..<one {
            var differing = 0
            for facet in 0..<width
            where columns.elements[one * width + facet] != columns.elements[other * width + facet] {
              differing += 1
            }
            if differing <= 1 { parts.merge(one, other) }
          }
        }
      } else {
        for facet in 0..<width {
          var firsts: [[Int32]: Int] = [:]
          for rating in range {
            var key = Array(columns.elements[rating * width..<(rating + 1) * width])
            key[facet] = -1
            if let first = firsts[key] {
              parts.merge(first, rating)
            } else {
              firsts[key] = rating
            }
          }
        }
      }
    }
  }

  /// Links ratings of any ratees that agree in all other facets.
  private static func linkAcrossRatees(_ columns: FacetColumns, _ parts: inout Merging) {
    let width = columns.otherFacetCount
    var size = 1
    for facet in 0..<width {
      let (product, isTooLarge) = size.multipliedReportingOverflow(
        by: max(1, columns.offsets[facet + 1] - columns.offsets[facet]))
      size = isTooLarge ? Int.max : product
    }
    if size <= 4 * columns.count + 1_000_000 {
      var firsts = [Int32](repeating: -1, count: size)
      for rating in 0..<columns.count {
        var key = 0
        for facet in 0..<width {
          let offset = columns.offsets[facet]
          key = key * (columns.offsets[facet + 1] - offset)
          key += Int(columns.elements[rating * width + facet]) - offset
        }
        if firsts[key] >= 0 {
          parts.merge(Int(firsts[key]), rating)
        } else {
          firsts[key] = Int32(rating)
        }
      }
    } else {
      var firsts: [[Int32]: Int] = [:]
      for rating in 0..<columns.count {
        let key = Array(columns.elements[rating * width..<(rating + 1) * width])
        if let first = firsts[key] { parts.merge(first, rating) } else { firsts[key] = rating }
      }
    }
  }
}

/// Sets that merge.
struct Merging {
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map(\.self) }

  mutating func root(of item: Int) -> Int {
    var item = item
    while Int(parents[item]) != item {
      parents[item] = parents[Int(parents[item])]
      item = Int(parents[item])
    }
    return item
  }

  /// Returns whether they were apart.
  @discardableResult
  mutating func merge(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (root(of: one), root(of: other))
    // The earlier one stays, so that labels follow the order of the items.
    parents[max(first, second)] = Int32(min(first, second))
    return first != second
  }

  /// By item, the number of its set, by first appearance.
  mutating func labels() -> [Int32] {
    var numbers = [Int32](repeating: -1, count: parents.count)
    var next: Int32 = 0
    var labels = numbers
    for item in parents.indices {
      let root = root(of: item)
      if numbers[root] < 0 {
        numbers[root] = next
        next += 1
      }
      labels[item] = numbers[root]
    }
    return labels
  }
}

/// Parts of a design within which all elements of a facet move together, and the equations between
/// them.
///
/// What may be added to the measures of a part's elements is one unknown a facet; parts that share an
/// element share its facet's unknown; within a part the unknowns add up to 0.
struct LooseParts {
  private let count: Int
  /// By facet, the unknowns of the parts.
  private var unknowns: [Merging]

  init(_ columns: FacetColumns, subset: [Int32], count: Int) {
    self.count = count
    let width = columns.otherFacetCount
    unknowns = Array(repeating: Merging(count: count), count: width + 1)
    var owner = [Int32](repeating: -1, count: columns.otherElementCount)
    for ratee in 0..<columns.rateeCount {
      let range = columns.ratings(of: ratee)
      for rating in range {
        unknowns[0].merge(Int(subset[range.lowerBound]), Int(subset[rating]))
        for facet in 0..<width {
          let element = Int(columns.elements[rating * width + facet])
          if owner[element] < 0 { owner[element] = subset[rating] }
          unknowns[facet + 1].merge(Int(owner[element]), Int(subset[rating]))
        }
      }
    }
  }

  /// Merges unknowns that an equation forces to be equal, until none is left: two parts whose unknowns
  /// agree in all facets but one agree in that one too.
  mutating func contract() {
    var hasMerged = true
    while hasMerged {
      hasMerged = false
      for facet in unknowns.indices {
        var firsts: [[Int]: Int] = [:]
        for part in 0..<count {
          var key = unknowns.indices.map { unknowns[$0].root(of: part) }
          key[facet] = -1
          if let first = firsts[key] {
            if unknowns[facet].merge(first, part) { hasMerged = true }
          } else {
            firsts[key] = part
          }
        }
      }
    }
  }

  /// The parts that can be compared, and how many unknowns stay free.
  mutating func solved(limit: Int) -> (labels: [Int32], deficiency: Int, isExact: Bool) {
    // Unknowns by number, and each part's equation.
    var numbers: [[Int]: Int] = [:]
    var equations: [[Int]] = []
    for part in 0..<count {
      equations.append(
        unknowns.indices.map { facet in
          let key = [facet, unknowns[facet].root(of: part)]
          if let number = numbers[key] { return number }
          numbers[key] = numbers.count
          return numbers.count - 1
        })
    }
    let distinct = Set(equations)
    guard numbers.count <= limit else {
      let deficiency = numbers.count - distinct.count - unknowns.count + 1
      return (Self.labels(of: equations), deficiency, false)
    }
    var elimination = Elimination(unknowns: numbers.count)
    for equation in equations where !elimination.isImplied(equation) { elimination.add(equation) }
    // Two parts can be compared if the equations make their unknowns equal, facet by facet.
    let forms = (0..<numbers.count).map { elimination.form(of: $0) }
    let deficiency = numbers.count - elimination.rank - (unknowns.count - 1)
    if deficiency == 0 { return ([Int32](repeating: 0, count: count), 0, true) }
    var labels: [Int32] = []
    var seen: [(equation: [Int], label: Int32)] = []
    for equation in equations {
      let match = seen.first { known in
        zip(known.equation, equation).allSatisfy { forms[$0] == forms[$1] }
      }
      if let match {
        labels.append(match.label)
      } else {
        labels.append(Int32(seen.count))
        seen.append((equation, Int32(seen.count)))
      }
    }
    return (labels, deficiency, true)
  }

  private static func labels(of equations: [[Int]]) -> [Int32] {
    var numbers: [[Int]: Int32] = [:]
    return equations.map { equation in
      if let number = numbers[equation] { return number }
      let number = Int32(numbers.count)
      numbers[equation] = number
      return number
    }
  }
}

/// Linear equations over the whole numbers modulo 2⁶¹ − 1, in which no division is inexact.
struct Elimination {
  static let modulus: UInt64 = (1 << 61) - 1

  let unknowns: Int
  /// By leading unknown, an equation that begins with it.
  private var rows: [Int: [UInt64]] = [:]

  init(unknowns: Int) { self.unknowns = unknowns }

  var rank: Int { rows.count }

  /// Whether an equation, the sum of some unknowns, follows from those there are.
  func isImplied(_ equation: [Int]) -> Bool { reduced(vector(equation)).allSatisfy { $0 == 0 } }

  mutating func add(_ equation: [Int]) {
    var row = reduced(vector(equation))
    guard let lead = row.firstIndex(where: { $0 != 0 }) else { return }
    let factor = Self.inverse(row[lead])
    for index in row.indices { row[index] = Self.product(row[index], factor) }
    // Kept fully reduced: no row has an entry where another leads.
    for (other, values) in rows where values[lead] != 0 {
      rows[other] = Self.subtract(row, times: values[lead], from: values)
    }
    rows[lead] = row
  }

  /// An unknown as a sum of free ones.
  func form(of unknown: Int) -> [UInt64] {
    var vector = [UInt64](repeating: 0, count: unknowns)
    vector[unknown] = 1
    return reduced(vector)
  }

  private func vector(_ equation: [Int]) -> [UInt64] {
    var vector = [UInt64](repeating: 0, count: unknowns)
    for unknown in equation { vector[unknown] += 1 }
    return vector
  }

  private func reduced(_ vector: [UInt64]) -> [UInt64] {
    var vector = vector
    for lead in vector.indices where vector[lead] != 0 {
      if let row = rows[lead] { vector = Self.subtract(row, times: vector[lead], from: vector) }
    }
    return vector
  }

  private static func subtract(
    _ row: [UInt64], times factor: UInt64, from vector: [UInt64]
  ) -> [UInt64] {
    zip(vector, row).map { value, entry in
      entry == 0 ? value : (value + modulus - product(entry, factor)) % modulus
    }
  }

  private static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return modulus.dividingFullWidth((high, low)).remainder
  }

  private static func inverse(_ value: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), value, modulus - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, base) }
      base = product(base, base)
      exponent >>= 1
    }
    return result
  }
}
