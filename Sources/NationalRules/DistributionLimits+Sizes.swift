// Which teams can keep to limits at all.
extension DistributionLimits {
  /// Whether a team of a size can keep to the limits at all; very small ones cannot always.
  ///
  /// - Complexity: Grows with the size where a pattern exists; patterns that cannot fit any more
  ///   are not followed.
  public func isAttainable(teamSize: Int) -> Bool {
    guard teamSize > 0, !smallTeams.exempts(teamOf: teamSize) else { return true }
    return canGrade(teamSize, over: Grade.allCases[...], [:], of: teamSize)
  }

  /// The sizes, up to a largest one, at which no team can keep to the limits.
  public func unattainableSizes(upTo largest: Int) -> [Int] {
    guard largest > 0 else { return [] }
    return (1...largest).filter { !isAttainable(teamSize: $0) }
  }

  /// Whether people who have no grade yet can get the open grades so that no limit is broken.
  private func canGrade(
    _ rest: Int, over open: ArraySlice<Grade>, _ counts: [Grade: Int], of size: Int
  ) -> Bool {
    guard let grade = open.last else { return rest == 0 && findings(counts).isEmpty }
    let spare = smallTeams.heads(for: size)
    let canGoOn = limits.allSatisfy {
      $0.isOpen(rest, over: open, counts, of: size, sparing: spare)
    }
    guard canGoOn else { return false }
    let least = open.count == 1 ? rest : 0
    return (least...rest).contains { count in
      var counts = counts
      counts[grade] = count
      return canGrade(rest - count, over: open.dropLast(), counts, of: size)
    }
  }
}

extension DistributionLimits.Limit {
  /// Whether it can still be kept, whoever of the rest gets which open grade.
  fileprivate func isOpen(
    _ rest: Int, over open: ArraySlice<Grade>, _ counts: [Grade: Int], of size: Int,
    sparing heads: Int
  ) -> Bool {
    if case .mostFrequent(let grade) = self {
      let highest = counts.values.max() ?? 0
      guard let own = counts[grade] else { return rest + heads >= highest }
      return own + heads >= highest && rest <= (own + heads) * open.count
    }
    let standing = standing(counts, of: size)
    let reachable = !standing.isMaximum && open.contains(where: grades.contains) ? rest : 0
    return LimitStanding(
      found: standing.found + reachable, allowed: standing.allowed, isMaximum: standing.isMaximum
    ).isKept(sparing: heads)
  }
}
