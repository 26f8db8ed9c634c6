/// Counts of a table with its sums, as amounts that flow round: from a row's sum into its cells, from
/// these into the sums of columns, and from there through the sum of all back.
///
/// Every equation that a reader knows is that of a place where nothing is lost. What a withheld count
/// may be is then a question of flows (Gusfield 1988, *SIAM Journal on Computing* 17).
package struct CountNetwork {
  /// A count: that of a cell, or with the last row or column of a sum.
  package struct Place: Hashable {
    package let row: Int
    package let column: Int

    package init(_ row: Int, _ column: Int) {
      self.row = row
      self.column = column
    }
  }

  let rows: Int
  let columns: Int

  /// - Parameters: Rows and columns without those of sums.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// All counts, the sums among them.
  package var places: [Place] {
    (0...rows).flatMap { row in (0...columns).map { Place(row, $0) } }
  }

  package var nodeCount: Int { rows + columns + 2 }

  /// Where a count comes from and where it goes.
  func ends(of place: Place) -> (from: Int, to: Int) {
    let (row, column) = (place.row, rows + 1 + place.column)
    switch (place.row == rows, place.column == columns) {
    case (false, false), (true, true): return (row, column)
    case (false, true): return (column, row)
    case (true, false): return (column, row)
    }
  }

  /// How far a withheld count may be from what it is, up and down, for all that a reader knows.
  ///
  /// - Parameter enough: Where the search for more stops.
  package func freedom(
    of place: Place, values: [Place: Int], withheld: Set<Place>, enough: Int
  ) -> (up: Int, down: Int) {
    let (from, to) = ends(of: place)
    let others = places.filter { $0 != place && withheld.contains($0) }
    let up = flow(from: to, to: from, over: others, values: values, enough: enough)
    let down = flow(from: from, to: to, over: others, values: values, enough: enough)
    return (up, min(down, values[place] ?? 0))
  }

  /// How much can be sent through withheld counts: any amount forward, backward as much as there is.
  private func flow(
    from source: Int, to sink: Int, over places: [Place], values: [Place: Int], enough: Int
  ) -> Int {
    var left = places.map { values[$0] ?? 0 }
    var sum = 0
    while sum < enough {
      // By node, the step by which it is reached.
      var steps = [(arc: Int, isForward: Bool)?](repeating: nil, count: nodeCount)
      var queue = [source]
      var next = 0
      while next < queue.count, steps[sink] == nil {
        let node = queue[next]
        next += 1
        for (arc, place) in places.enumerated() {
          let (from, to) = ends(of: place)
          if from == node, to != source, steps[to] == nil {
            steps[to] = (arc, true)
            queue.append(to)
          } else if to == node, left[arc] > 0, from != source, steps[from] == nil {
            steps[from] = (arc, false)
            queue.append(from)
          }
        }
      }
      guard steps[sink] != nil else { break }
      var amount = enough - sum
      var path: [(arc: Int, isForward: Bool)] = []
      var node = sink
      while node != source, let step = steps[node] {
        path.append(step)
        if !step.isForward { amount = min(amount, left[step.arc]) }
        let (from, to) = ends(of: places[step.arc])
        node = step.isForward ? from : to
      }
      for step in path { left[step.arc] += step.isForward ? amount : -amount }
      sum += amount
    }
    return sum
  }

  /// The cheapest round trip through a count: what has to be withheld too, so that it may be larger.
  ///
  /// - Parameters:
  ///   - cost: What withholding a count costs.
  ///   - canShrink: Whether a count is large enough for others to grow at its expense.
  package func cheapestRound(
    of place: Place, cost: (Place) -> Int, canShrink: (Place) -> Bool
  ) -> [Place] {
    let (target, source) = ends(of: place)
    let others = places.filter { $0 != place }
    var costs = [Int](repeating: .max, count: nodeCount)
    var steps = [Place?](repeating: nil, count: nodeCount)
    var isDone = [Bool](repeating: false, count: nodeCount)
    costs[source] = 0
    while let node = costs.indices.filter({ !isDone[$0] && costs[$0] < .max })
      .min(by: { (costs[$0], $0) < (costs[$1], $1) })
    {
      isDone[node] = true
      for other in others {
        let (from, to) = ends(of: other)
        let reached = from == node ? to : to == node && canShrink(other) ? from : nil
        guard let reached, !isDone[reached], costs[node] + cost(other) < costs[reached] else {
          continue
        }
        costs[reached] = costs[node] + cost(other)
        steps[reached] = other
      }
    }
    var path: [Place] = []
    var node = target
    while node != source, let step = steps[node] {
      path.append(step)
      let (from, to) = ends(of: step)
      node = from == node ? to : from
    }
    return path
  }
}
