import KinerjaCore
import RuleLanguage

// Tables of bands: holes, bands that nobody reaches, an order that is not that of the scale.
extension Linter {
  mutating func checkBands(at index: Int) {
    let step = program.steps[index]
    for case .bands(let node, let table) in step.operations {
      if ranges.steps[index].missing.contains(.outsideBands) { checkHoles(step, node, table) }
      checkReach(step, node, table)
      checkOrder(step, node, table)
    }
  }

  /// A stretch of numbers that no band holds.
  private struct Hole {
    let low: ResolvedEdge?
    let high: ResolvedEdge?

    func contains(_ number: Ratio) -> Bool {
      if let low, number < low.value || (number == low.value && low.isClosed) { return false }
      if let high, number > high.value || (number == high.value && high.isClosed) { return false }
      return true
    }

    var middle: Ratio {
      switch (low?.value, high?.value) {
      case (let low?, let high?): (try? (try low + high) / 2) ?? low
      case (let low?, nil): (try? low + 1) ?? low
      case (nil, let high?): (try? high - 1) ?? high
      case (nil, nil): 0
      }
    }
  }

  private func holes(in table: ResolvedBands) -> [Hole] {
    let lowest = table.bands.sorted { one, other in
      guard let low = one.lower else { return other.lower != nil }
      return other.lower.map { low.value < $0.value } ?? false
    }
    var holes: [Hole] = []
    var end: ResolvedEdge?
    if let first = lowest.first?.lower { holes.append(Hole(low: nil, high: first)) }
    for (position, band) in lowest.enumerated() {
      if position > 0, let end, let start = band.lower, end.value <= start.value,
        end.value < start.value || !(end.isClosed || start.isClosed)
      {
        holes.append(Hole(low: end, high: start))
      }
      end = band.upper
      if end == nil { return holes }
    }
    if let end { holes.append(Hole(low: end, high: nil)) }
    return holes
  }

  private mutating func checkHoles(_ step: ProgramStep, _ node: Int, _ table: ResolvedBands) {
    for hole in holes(in: table) {
      guard let person = person(in: hole, of: step, node),
        finding(of: step, for: person)?.exact == .missing(.outsideBands)
      else { continue }
      let number = place(of: node, in: step).flatMap { value(at: $0, for: person)?.number }
      report(
        .lintHole,
        [
          "step": .text(step.id.text), "number": text(number ?? hole.middle),
          "low": hole.low.map { text($0.value) } ?? "–∞",
          "high": hole.high.map { text($0.value) } ?? "∞",
        ], at: path(of: step).appending(.key("bands")), .scored, [person])
    }
  }

  private func person(in hole: Hole, of step: ProgramStep, _ node: Int) -> RuleInputs? {
    guard let place = place(of: node, in: step) else {
      return people.first {
        $0.value(at: self.place(of: step), in: program) == .fixed(.missing(.outsideBands))
      }
    }
    return people.somebody(with: place, near: hole.middle) { hole.contains($0) }
  }

  /// The value in a slot for a person; of a list, in its first element.
  func value(at place: LinePiece.StepPlace, for person: RuleInputs) -> RuleValue? {
    guard let list = place.list else {
      return (try? compiled.evaluate(person))?[program.slots[place.slot].id]
    }
    let shape = program.lists[list]
    guard place.slot >= shape.fieldCount else {
      return person[InputPath(shape.id, element: 0, shape.slots[place.slot].id)]
    }
    return program.step(filling: place.slot, of: list).flatMap {
      finding(of: $0, for: person)?.result
    }
  }

  private mutating func checkReach(_ step: ProgramStep, _ node: Int, _ table: ResolvedBands) {
    guard let numbers = ranges.nodes[node].numbers else { return }
    for band in table.bands where !mayReach(band, numbers) {
      report(
        .lintUnreachable,
        [
          "step": .text(step.id.text), "category": .text(band.category.text),
          "band": .localized(LocalizedText(id: band.text(.comma), en: band.text(.point))),
          "low": numbers.lower.map { text($0) } ?? "–∞",
          "high": numbers.upper.map { text($0) } ?? "∞",
        ], at: path(of: step).appending(.key("bands")), .ranges, [people.plain])
    }
    // The outermost edges that belong to a band declare how far the scale goes.
    let tops = table.bands.compactMap(\.upper).filter(\.isClosed).map(\.value)
    let isOpenAbove = table.bands.contains { $0.upper == nil }
    if !isOpenAbove, let top = tops.max(), let most = numbers.upper, most < top {
      reportShort(step, node, top, most)
    }
    let bottoms = table.bands.compactMap(\.lower).filter(\.isClosed).map(\.value)
    let isOpenBelow = table.bands.contains { $0.lower == nil }
    if !isOpenBelow, let bottom = bottoms.min(), let least = numbers.lower, least > bottom {
      reportShort(step, node, bottom, least)
    }
  }

  private mutating func reportShort(
    _ step: ProgramStep, _ node: Int, _ end: Ratio, _ reached: Ratio
  ) {
    let person = place(of: node, in: step).flatMap { place in
      people.somebody(with: place, near: reached) { $0 == reached }
    }
    report(
      .lintEndNotReached,
      ["step": .text(step.id.text), "end": text(end), "reached": text(reached)],
      at: path(of: step).appending(.key("bands")), .ranges, [person ?? people.plain])
  }

  private func mayReach(_ band: ResolvedBands.Band, _ numbers: NumberInterval) -> Bool {
    let limits = NumberInterval(band.lower?.value, band.upper?.value)
    guard let common = numbers.met(with: limits) else { return false }
    if let low = common.lower, low == common.upper, !band.contains(low) { return false }
    return true
  }

  /// Neighbouring bands whose categories turn round on the scale.
  private mutating func checkOrder(_ step: ProgramStep, _ node: Int, _ table: ResolvedBands) {
    guard let place = place(of: node, in: step), let scale = scale(of: step) else { return }
    let sorted = table.bands.sorted { one, other in
      guard let low = one.lower else { return other.lower != nil }
      guard let next = other.lower else { return false }
      // A band that holds its edge lies below the one that begins just above it.
      return low.value == next.value
        ? low.isClosed && !next.isClosed : low.value < next.value
    }
    let ranks = sorted.compactMap { scale.rank(of: $0.category) }
    guard ranks.count == sorted.count, let first = ranks.first, let last = ranks.last else {
      return
    }
    let rises = last >= first
    for position in ranks.indices.dropFirst()
    where rises ? ranks[position] < ranks[position - 1] : ranks[position] > ranks[position - 1] {
      let pair = [sorted[position - 1], sorted[position]]
      let found = pair.compactMap { band in
        people.somebody(with: place, near: band.representative) { band.contains($0) }
      }
      guard found.count == 2 else { continue }
      report(
        .lintBandOrder,
        [
          "step": .text(step.id.text), "one": .text(pair[0].category.text),
          "other": .text(pair[1].category.text), "low": .text(pair[0].text(.point)),
          "high": .text(pair[1].text(.point)),
        ], at: path(of: step).appending(.key("bands")), .scored, found)
    }
  }

  func scale(of step: ProgramStep) -> CategoryScale? {
    let type =
      step.list.map { program.lists[$0].slots[step.slot].type } ?? program.slots[step.slot].type
    return type.scale.flatMap(rule.scale)
  }
}

extension ResolvedBands.Band {
  /// A number in the band, or near one.
  fileprivate var representative: Ratio {
    switch (lower?.value, upper?.value) {
    case (let low?, let high?): (try? (try low + high) / 2) ?? low
    case (let low?, nil): (try? low + 1) ?? low
    case (nil, let high?): (try? high - 1) ?? high
    case (nil, nil): 0
    }
  }
}
