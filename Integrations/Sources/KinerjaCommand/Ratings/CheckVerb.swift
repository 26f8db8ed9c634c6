import ArgumentParser
import Foundation
import KinerjaCore

/// `kinerja check`: figures against what they should be.
struct CheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compare figures with expected ones, each to its own tolerance.",
    discussion: """
      FIGURES is what agreement, design, facets, audit or impact wrote with --json. EXPECTED holds \
      a list "checks" of objects with id, value, tolerance and tolerance_kind (abs or rel). Known \
      other spellings of identifiers are understood. The status is 1 if a figure differs.
      """)

  @Argument(help: "A JSON file of expected figures.")
  var expected: String
  @Argument(help: "Flat JSON objects of figures; of one that stands in several the first counts.")
  var figures: [String]
  @Flag(help: "Name also the expected figures that are not among those given.")
  var all = false
  @OptionGroup var languageOptions: LanguageOptions

  func run() throws {
    let language = languageOptions.language
    var found: [String: FigureValue] = [:]
    for path in figures {
      found.merge(try read([String: FigureValue].self, path, language)) { first, _ in first }
    }
    let wanted = try read(ExpectedFigures.self, expected, language).checks
    let names = FigureNames(wanted.map(\.id))
    var (met, differing, absent) = (0, 0, 0)
    let output = try OutputFile(path: nil, in: language)
    func say(_ text: String) throws(Stop) { try output.write(Array((text + "\n").utf8)) }
    for check in wanted {
      guard let figure = found[names.usual(check.id)]
      else {
        absent += 1
        if all { try say("-  \(check.id)") }
        continue
      }
      if check.isMet(by: figure.number) {
        met += 1
      } else {
        differing += 1
        let (is_, should) = (
          figure.number.map(\.description) ?? "null", check.value.map(\.description) ?? "null"
        )
        try say("≠  \(check.id): \(is_), \(should) ± \(check.tolerance)")
      }
    }
    try say(
      LocalizedText(
        id:
          "\(met) cocok, \(differing) berbeda, \(absent) tidak ada di antara angka yang diberikan",
        en: "\(met) met, \(differing) differ, \(absent) not among the figures given")[language])
    if differing > 0 { throw Stop(1) }
  }

  private func read<Value: Decodable>(
    _ type: Value.Type, _ path: String, _ language: Language
  ) throws(Stop) -> Value {
    guard let data = FileManager.default.contents(atPath: path) else {
      let text = LocalizedText(
        id: "\(path): berkas ini tidak ditemukan atau tidak dapat dibaca; periksa namanya",
        en: "\(path): there is no such file, or it cannot be read; check its name")
      throw Stop(Stop.noInput, [text[language]])
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      let text = LocalizedText(
        id: "\(path): bukan JSON dengan bentuk yang diminta; lihat kinerja check --help",
        en: "\(path): is no JSON of the form that is asked for; see kinerja check --help")
      throw Stop(Stop.dataError, [text[language]])
    }
  }
}

/// A figure or a text of the manifest.
private struct FigureValue: Decodable {
  let number: Double?

  init(from decoder: any Decoder) throws {
    number = try? decoder.singleValueContainer().decode(Double.self)
  }
}

/// A file of expected figures.
private struct ExpectedFigures: Decodable {
  struct Check: Decodable {
    let id: String
    let value: Double?
    let tolerance: Double
    let isRelative: Bool

    private enum Key: String, CodingKey {
      case id, value, tolerance
      case kind = "tolerance_kind"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      id = try values.decode(String.self, forKey: .id)
      tolerance = try values.decode(Double.self, forKey: .tolerance)
      isRelative = try values.decodeIfPresent(String.self, forKey: .kind) == "rel"
      // Some programs wrap a number in a matrix of one cell.
      value =
        (try? values.decodeIfPresent(Double.self, forKey: .value))
        ?? (try? values.decode([[Double]].self, forKey: .value))?.first?.first
    }

    func isMet(by number: Double?) -> Bool {
      guard let value, let number else { return value == nil && number == nil }
      return abs(number - value) <= (isRelative ? tolerance * abs(value) : tolerance)
    }
  }
  let checks: [Check]
}
