import KinerjaCore
import RuleLanguage

extension NearestInput {
  /// How many numbers are put into the rule, at most.
  private static let mostNumbers = 200_000

  /// Looks, input by input, for the nearest value that passes.
  ///
  /// Steps away from the given value double until one passes, then the first that passes is found
  /// by halving: where what passes is an interval, as behind an edge, that is the nearest. A person
  /// of very many numbers is tried less often, so that a report does not wait for it.
  init?(from inputs: RuleInputs, of rule: Rule, passes: (RuleInputs) -> Bool) {
    var best: NearestInput?
    var bestDistance: Ratio?
    let paths = inputs.numberPaths(of: rule)
    var tries = Self.mostNumbers / max(1, paths.count)
    for (path, range) in paths {
      guard case .number(let given) = inputs[path] else { continue }
      for direction: Ratio in [1, -1] {
        let unit = given.lastDecimal
        func value(_ steps: Int64) -> Ratio? {
          guard let value = try? given + Ratio(steps) * unit * direction,
            range?.contains(value) ?? true
          else { return nil }
          return value
        }
        func passing(_ steps: Int64) -> Bool {
          guard tries > 0, let value = value(steps) else { return false }
          tries -= 1
          var changed = inputs
          changed[path] = .number(value)
          return passes(changed)
        }
        guard let steps = Self.first(passing), let found = value(steps),
          let distance = try? (found - given).magnitude
        else { continue }
        if bestDistance.map({ distance < $0 }) ?? true {
          best = NearestInput(input: path, given: given, passing: found)
          bestDistance = distance
        }
      }
    }
    guard let best else { return nil }
    self = best
  }

  /// The least count of steps that passes, as far as doubling and halving find it.
  private static func first(_ passing: (Int64) -> Bool) -> Int64? {
    guard var high = (0..<24).lazy.map({ Int64(1) << $0 }).first(where: passing) else { return nil }
    var low = high / 2
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if passing(middle) { high = middle } else { low = middle }
    }
    return high
  }
}

extension RuleInputs {
  /// The paths of all numbers that are given, with the range that the rule allows, in the order of
  /// the rule.
  func numberPaths(of rule: Rule) -> [(path: InputPath, range: ClosedRange<Ratio>?)] {
    var paths: [(path: InputPath, range: ClosedRange<Ratio>?)] = []
    for input in rule.inputs where self[input.id].number != nil {
      paths.append((InputPath(input.id), input.range))
    }
    for list in rule.lists {
      for (element, record) in self[list: list.id].enumerated() {
        for field in list.fields where record[field.id].number != nil {
          paths.append((InputPath(list.id, element: element, field.id), field.range))
        }
      }
    }
    return paths
  }
}

extension Ratio {
  /// One step in the last decimal of the number, at least of 0.01.
  var lastDecimal: Ratio {
    var unit: Ratio = "0.01"
    for _ in 0..<7 {
      guard let steps = try? self / unit, !steps.isWhole, let finer = try? unit / 10 else { break }
      unit = finer
    }
    return unit
  }
}
