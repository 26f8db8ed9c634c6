import KinerjaCore
import KinerjaTables

// Figures over the elements of each person's list.
extension LaneBlock {
  func count(elementsOf list: Int, to target: Int) {
    let to = doubles(target)
    forEachPerson(of: list) { person, elements in to[person] = Double(elements.count) }
  }

  func count(flags: Int, of list: Int, to target: Int) {
    let (from, to) = (bytes(flags), doubles(target))
    forEachPerson(of: list) { person, elements in
      var sum = 0
      for element in elements { sum &+= Int(from[element]) }
      to[person] = Double(sum)
    }
  }

  /// Ones for people whose list is empty.
  func empty(_ list: Int, to target: Int) {
    let to = bytes(target)
    forEachPerson(of: list) { person, elements in to[person] = elements.isEmpty ? 1 : 0 }
  }

  func sum(_ source: Int, of list: Int, to target: Int) {
    let (from, to) = (doubles(source), doubles(target))
    forEachPerson(of: list) { person, elements in
      var sum = 0.0
      for element in elements { sum += from[element] }
      to[person] = sum
    }
  }

  func sum(_ source: FilteredRegister, of list: Int, to target: FilteredRegister) {
    let (from, doubt) = (doubles(source.value), doubles(source.error))
    let (to, error) = (doubles(target.value), doubles(target.error))
    forEachPerson(of: list) { person, elements in
      var (sum, bound) = (0.0, 0.0)
      for element in elements {
        sum += from[element]
        bound =
          (bound + doubt[element] + sum.magnitude * FilteredSumKernel.unit)
          * FilteredSumKernel.slack
      }
      to[person] = sum
      error[person] = bound
    }
  }

  /// The least or greatest element; nought for an empty list.
  func extreme(_ source: Int, of list: Int, isLeast: Bool, to target: Int) {
    let (from, to) = (doubles(source), doubles(target))
    forEachPerson(of: list) { person, elements in
      var best = elements.isEmpty ? 0 : from[elements.lowerBound]
      for element in elements {
        best = isLeast ? min(best, from[element]) : max(best, from[element])
      }
      to[person] = best
    }
  }

  // MARK: - One element

  /// What the last element has, or the last with a flag; who has none gets another byte.
  func pick(bytes source: Int, where flags: Int?, of list: Int, none: UInt8, to target: Int) {
    pick(bytes(source), where: flags, of: list, none: none, to: bytes(target))
  }

  /// What the last element has, or the last with a flag; nought for who has none.
  func pick(doubles source: Int, where flags: Int?, of list: Int, to target: Int) {
    pick(doubles(source), where: flags, of: list, none: 0, to: doubles(target))
  }

  @inline(__always)
  private func pick<Value>(
    _ from: UnsafeMutablePointer<Value>, where flags: Int?, of list: Int, none: Value,
    to target: UnsafeMutablePointer<Value>
  ) {
    guard let flags else {
      forEachPerson(of: list) { person, elements in
        target[person] = elements.isEmpty ? none : from[elements.upperBound - 1]
      }
      return
    }
    let isMeant = bytes(flags)
    forEachPerson(of: list) { person, elements in
      var found = none
      for element in elements where isMeant[element] != 0 { found = from[element] }
      target[person] = found
    }
  }

  /// Marks the people of whose elements two have the same code.
  func markRepeated(_ codes: [UInt8], _ missing: BitSet?, of list: Int, in marks: Int) {
    let (first, to) = (range(at: .list(list)).lowerBound, bytes(marks))
    var seenBy = Array(repeating: -1, count: 256)
    forEachPerson(of: list) { person, elements in
      for element in elements where missing?.contains(first + element) != true {
        let code = Int(codes[first + element])
        if seenBy[code] == person { to[person] = 1 }
        seenBy[code] = person
      }
    }
  }
}
