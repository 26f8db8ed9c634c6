import KinerjaCore
import KinerjaTables
import Synchronization

/// The ratings of a view among those of the set that it shares.
final class RatingSelection: Sendable {
  let members: BitSet
  let count: Int
  // A view is often analysed more than once; gathered when first needed.
  private let gathered = Mutex<RatingStorage?>(nil)

  init(_ members: BitSet) {
    self.members = members
    count = members.count
  }

  /// The chosen ratings as columns of their own.
  func storage(of all: RatingStorage) -> RatingStorage {
    gathered.withLock { found in
      if let found { return found }
      let storage = all.gathering(members)
      found = storage
      return storage
    }
  }
}

extension RatingStorage {
  /// Some ratings, with those names only that they use.
  func gathering(_ members: BitSet) -> RatingStorage {
    var kept: [Int32] = []
    var isUsed = (
      ratee: [Bool](repeating: false, count: ratees.count),
      rater: [Bool](repeating: false, count: raters.count),
      item: [Bool](repeating: false, count: items.count),
      time: [Bool](repeating: false, count: times.count)
    )
    for unit in 0..<cells.unitCount {
      let before = kept.count
      for rating in cells.ratings(of: unit) where members.contains(rating) {
        kept.append(Int32(rating))
        isUsed.rater[Int(cells.rater[rating])] = true
      }
      guard kept.count > before else { continue }
      isUsed.ratee[Int(cells.ratee[unit])] = true
      isUsed.item[Int(cells.item[unit])] = true
      if cells.time(of: unit) >= 0 { isUsed.time[Int(cells.time(of: unit))] = true }
    }
    var result = RatingStorage()
    let rateeNumbers: [Int32]
    let raterNumbers: [Int32]
    let itemNumbers: [Int32]
    let timeNumbers: [Int32]
    (result.ratees, rateeNumbers) = ratees.keeping(isUsed.ratee)
    (result.raters, raterNumbers) = raters.keeping(isUsed.rater)
    (result.items, itemNumbers) = items.keeping(isUsed.item)
    (result.times, timeNumbers) = times.keeping(isUsed.time)
    result.cells.reserve(kept.count)
    var next = 0
    for unit in 0..<cells.unitCount {
      let end = cells.ratings(of: unit).upperBound
      while next < kept.count, Int(kept[next]) < end {
        let rating = Int(kept[next])
        let time = cells.time(of: unit)
        _ = result.cells.append(
          ratee: rateeNumbers[Int(cells.ratee[unit])], item: itemNumbers[Int(cells.item[unit])],
          time: time < 0 ? -1 : timeNumbers[Int(time)],
          rater: raterNumbers[Int(cells.rater[rating])], level: cells.level[rating])
        next += 1
      }
    }
    result.cells.finish()
    result.setColumns(of: self, at: kept)
    result.countSelfRatings()
    return result
  }

  /// Takes over the columns beside the cells, by the rating's position in another storage.
  mutating func setColumns(of all: RatingStorage, at places: [Int32]) {
    (roles, role) = all.role.gathered(at: places, names: all.roles)
    let orders = all.order.count > 0 ? all.order.widened(at: places) : []
    if orders.contains(where: { $0 >= 0 }) { order = PackedIntegers(orders) }
    groups = all.groups.compactMap { group in
      let (labels, codes) = group.codes.gathered(at: places, names: group.labels)
      return labels.isEmpty ? nil : RatingGroup(name: group.name, labels: labels, codes: codes)
    }
  }
}

extension PackedIntegers {
  /// The codes at some places, with those names only that occur; nothing if none does.
  fileprivate func gathered<Name>(
    at places: [Int32], names: [Name]
  ) -> (names: [Name], codes: PackedIntegers) {
    guard count > 0 else { return ([], PackedIntegers()) }
    let codes = widened(at: places)
    var isUsed = [Bool](repeating: false, count: names.count)
    for code in codes where code >= 0 { isUsed[Int(code)] = true }
    let (kept, numbers) = names.keeping(isUsed)
    guard !kept.isEmpty else { return ([], PackedIntegers()) }
    return (kept, PackedIntegers(codes.map { $0 < 0 ? -1 : Int64(numbers[Int($0)]) }))
  }
}

extension Array {
  /// The elements that are in use, and by the old number the new one.
  fileprivate func keeping(_ isUsed: [Bool]) -> (kept: [Element], numbers: [Int32]) {
    var kept: [Element] = []
    var numbers = [Int32](repeating: -1, count: count)
    for (number, element) in enumerated() where isUsed[number] {
      numbers[number] = Int32(kept.count)
      kept.append(element)
    }
    return (kept, numbers)
  }
}
