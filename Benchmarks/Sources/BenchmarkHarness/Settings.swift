import Foundation

/// What a benchmark was asked to do: `--rows 1000000 --threads 2 --seed 1 --runs 5 --smoke`.
public struct Settings: Sendable {
  private let numbers: [String: Int]
  private let texts: [String: String]
  /// Whether to run on little data, only to see that it runs.
  public let isSmoke: Bool

  /// Reads the command line; stops with a sentence if an option is not known.
  ///
  /// - Parameters:
  ///   - defaults: The options and their values if not given; `runs` and `seed` are always there.
  ///   - names: Options whose values are texts, such as paths.
  public init(defaults: [String: Int], texts names: [String] = []) {
    var texts: [String: String] = [:]
    var numbers = ["runs": 5, "seed": 1].merging(defaults) { $1 }
    var isSmoke = false
    var rest = CommandLine.arguments.dropFirst()
    while let option = rest.popFirst() {
      if option == "--smoke" {
        isSmoke = true
        continue
      }
      let name = String(option.drop { $0 == "-" })
      if names.contains(name), let text = rest.popFirst() {
        texts[name] = text
        continue
      }
      guard numbers[name] != nil, let text = rest.popFirst(), let value = Int(text), value >= 0
      else {
        let options = numbers.keys.sorted().map { "--\($0) N" } + names.map { "--\($0) TEXT" }
        let known = options.joined(separator: " ")
        FileHandle.standardError.write(Data("usage: \(known) [--smoke]\n".utf8))
        exit(64)
      }
      numbers[name] = value
    }
    self.numbers = numbers
    self.texts = texts
    self.isSmoke = isSmoke
  }

  /// The value of an option that has a default.
  public subscript(name: String) -> Int { numbers[name] ?? 0 }

  /// The value of a text option, if it was given.
  public func text(_ name: String) -> String? { texts[name] }

  /// How often to measure.
  public var runs: Int { isSmoke ? 1 : max(1, self["runs"]) }
  /// Where randomness begins.
  public var seed: UInt64 { UInt64(self["seed"]) }
}
