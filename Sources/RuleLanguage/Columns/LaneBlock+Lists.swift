import KinerjaCore

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
}
