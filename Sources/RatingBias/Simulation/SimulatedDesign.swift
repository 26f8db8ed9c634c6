import KinerjaTables

/// Who rates whom in which period, in the order in which each rater does it.
struct SimulatedDesign {
  struct Task: Sendable {
    let ratee: Int
    let period: Int
  }

  let rateeCount: Int
  /// By rater.
  private(set) var tasks: [[Task]]

  init(_ design: RaterSimulator.Design, _ stream: RandomStream) {
    switch design {
    case .crossed(let ratees, let raters, let perRatee):
      self.init(
        ratees: ratees, raters: raters, perRatee: perRatee, blocks: 1, linkedShare: 0, stream)
    case .partlyLinked(let ratees, let raters, let perRatee, let blocks, let share):
      self.init(
        ratees: ratees, raters: raters, perRatee: perRatee, blocks: blocks, linkedShare: share,
        stream)
    case .nested(let raters, let staff, let periods, let moved):
      self.init(raters: raters, staff: staff, periods: periods, movedShare: moved, stream)
    }
  }

  private init(
    raters: Int, staff: Int, periods: Int, movedShare: Double, _ stream: RandomStream
  ) {
    rateeCount = raters * staff
    tasks = [[Task]](repeating: [], count: raters)
    var superior = (0..<rateeCount).map { $0 / staff }
    for period in 0..<periods {
      let draws = stream.substream(period)
      if period > 0 {
        // Those who move change places with each other, so that teams keep their size.
        let movers = superior.indices.filter { draws.bernoulli(movedShare, at: $0) }
        let places = draws.shuffled(movers.map { superior[$0] }, at: -1)
        for (mover, place) in zip(movers, places) { superior[mover] = place }
      }
      for ratee in draws.permutation(of: rateeCount, at: -2) {
        tasks[superior[ratee]].append(Task(ratee: ratee, period: period))
      }
    }
  }

  private init(
    ratees: Int, raters: Int, perRatee: Int, blocks: Int, linkedShare: Double,
    _ stream: RandomStream
  ) {
    rateeCount = ratees
    var tasks = [[Task]](repeating: [], count: raters)
    let pools = (0..<blocks).map { block in (0..<raters).filter { $0 % blocks == block } }
    // Raters take turns, in an order drawn anew each time around.
    var turns = pools.indices.map { stream.substream($0).shuffled(pools[$0], at: 0) }
    var next = [Int](repeating: 0, count: blocks)
    var rounds = [Int](repeating: 1, count: blocks)
    for ratee in 0..<ratees {
      var chosen: [Int] = []
      let isLink = blocks > 1 && stream.bernoulli(linkedShare, at: ratee)
      for place in 0..<min(perRatee, pools[ratee % blocks].count) {
        let block = (ratee + (isLink && place % 2 == 1 ? 1 : 0)) % blocks
        var isFound = false
        while !isFound {
          if next[block] == turns[block].count {
            turns[block] = stream.substream(block).shuffled(pools[block], at: rounds[block])
            (next[block], rounds[block]) = (0, rounds[block] + 1)
          }
          // Somebody chosen already waits until the next ratee.
          let place = turns[block][next[block]...].firstIndex { !chosen.contains($0) }
          if let place {
            turns[block].swapAt(place, next[block])
            chosen.append(turns[block][next[block]])
            next[block] += 1
            isFound = true
          } else {
            next[block] = turns[block].count
          }
        }
      }
      for rater in chosen { tasks[rater].append(Task(ratee: ratee, period: 0)) }
    }
    self.tasks = tasks.enumerated().map { rater, own in
      stream.substream(-1 - rater).shuffled(own, at: 0)
    }
  }
}
