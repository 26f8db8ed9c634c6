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

  /// How many unknowns there are, and by part the unknown of each facet, which add up to 0.
  mutating func system() -> (unknownCount: Int, equations: [[Int]]) {
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
    return (numbers.count, equations)
  }

  /// The parts that can be compared, and how many unknowns stay free.
  mutating func solved(limit: Int) -> (labels: [Int32], deficiency: Int, isExact: Bool) {
    let (unknownCount, equations) = system()
    let distinct = Set(equations)
    guard unknownCount <= limit else {
      let deficiency = unknownCount - distinct.count - unknowns.count + 1
      return (Self.labels(of: equations), deficiency, false)
    }
    var elimination = Elimination(unknowns: unknownCount)
    for equation in equations where !elimination.isImplied(equation) { elimination.add(equation) }
    // Two parts can be compared if the equations make their unknowns equal, facet by facet.
    let forms = (0..<unknownCount).map { elimination.form(of: $0) }
    let deficiency = unknownCount - elimination.rank - (unknowns.count - 1)
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
