import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// Writes scores, one row or one object a person.
struct ScoreWriter {
  private let format: PersonFormat
  private let id: String?
  private let language: Language
  private let scorer: Scorer

  init(_ scorer: Scorer, _ format: PersonFormat, id: String?, _ language: Language) {
    self.scorer = scorer
    self.format = format
    self.id = id
    self.language = language
  }

  /// The bytes of some results; with the header of a CSV file in front if asked for.
  func text(
    _ people: [PersonInputs], _ results: [Result<ScoreResult, InvalidInput>], withHeader: Bool
  ) -> [UInt8] {
    let pairs = zip(people, results).compactMap { person, result in
      (try? result.get()).map { (person, $0) }
    }
    switch format {
    case .csv:
      let columns =
        (id.map { [$0] } ?? []) + ["score", "shown", "category", "measuredShare", "missing"]
      var writer = CSVWriter(columns: columns)
      let header = writer.bytes.count
      for (person, result) in pairs {
        var cells: [CSVWriter.Cell] = id == nil ? [] : [.text(person.id ?? "")]
        cells += [
          result.number.map { .text($0.text()) } ?? .empty,
          scorer.numberText(of: result).map { .text($0) } ?? .empty,
          result.category.map { .text($0.text) } ?? .empty, .text(result.measuredShare.text()),
          result.missing.map { .text($0.label[language]) } ?? .empty,
        ]
        writer.append(cells)
      }
      return withHeader ? writer.bytes : Array(writer.bytes[header...])
    case .jsonl:
      return pairs.flatMap { person, result in
        var members: [String: JSONValue] = [:]
        if let id { members[id] = person.id.map { .string($0) } ?? .null }
        members["score"] = result.number?.json
        members["shown"] = scorer.numberText(of: result).map { .string($0) }
        members["category"] = result.category?.json
        members["measuredShare"] = result.measuredShare.json
        members["missing"] = result.missing.map { .string($0.label[language]) }
        return JSONValue.object(members).canonicalBytes + [UInt8(ascii: "\n")]
      }
    }
  }
}

extension PersonFormat {
  /// A file that begins with a brace holds JSON.
  static func found(by byte: UInt8?) -> PersonFormat {
    byte == UInt8(ascii: "{") ? .jsonl : .csv
  }
}
