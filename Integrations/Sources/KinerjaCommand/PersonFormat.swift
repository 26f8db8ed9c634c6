import ArgumentParser
import KinerjaCore
import KinerjaTables
import RuleLanguage
import WeightedScoring

/// How people are written in a file.
enum PersonFormat: String, ExpressibleByArgument, CaseIterable {
  /// One row a person, one column an input.
  case csv
  /// One JSON object a line; lists have their place.
  case jsonl
}

/// What is known about one person, with the name by which the output speaks of them.
struct PersonInputs {
  let id: String?
  let inputs: RuleInputs
  /// The line where the person stands.
  let line: Int
}

/// Reads people from pieces of a file.
struct PersonReader {
  let format: PersonFormat
  private let file: String
  private let idKey: String?
  private let columns: InputColumns?
  /// The lines of the header, which each later piece of a CSV file gets in front.
  private var header: [UInt8] = []
  private var headerLines = 0

  /// Creates a reader; `idKey` names what says who somebody is.
  init(
    _ format: PersonFormat, of rule: Rule, file: String, idKey: String?,
    otherColumns: CSVLayout.OtherColumns = .refused
  ) throws(InvalidInput) {
    self.format = format
    self.file = file
    self.idKey = idKey
    columns =
      format == .csv ? try InputColumns(of: rule, person: idKey, others: otherColumns) : nil
  }

  /// The people of a piece that can be read; everything wrong with the others is added to the
  /// problems, at the lines of the file.
  mutating func people(
    in piece: PieceReader.Piece, _ problems: inout Diagnostics
  ) -> [PersonInputs] {
    if let columns { return rows(of: piece, columns, &problems) }
    var people: [PersonInputs] = []
    var line = piece.linesBefore
    for bytes in piece.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      line += 1
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      do throws(InvalidInput) {
        people.append(try person(Array(bytes), line))
      } catch {
        problems.add(contentsOf: error.moved(by: line - 1))
      }
    }
    return people
  }

  // MARK: - CSV

  private mutating func rows(
    of piece: PieceReader.Piece, _ columns: InputColumns, _ problems: inout Diagnostics
  ) -> [PersonInputs] {
    let isFirst = headerLines == 0
    if isFirst { keepHeader(of: piece.bytes) }
    let shift = isFirst ? 0 : piece.linesBefore - headerLines
    let table: Table
    do throws(InvalidInput) {
      table = try CSVReader(columns.layout).read(
        bytes: isFirst ? piece.bytes : header + piece.bytes, as: file)
    } catch {
      // What is wrong with the header was said of the first piece, and hides the rest.
      let isAboutHeader = error.problems.contains { ($0.place.line ?? 0) <= headerLines }
      if isFirst || !isAboutHeader { problems.add(contentsOf: error.moved(by: shift)) }
      return []
    }
    let inputs = columns.inputs(of: table)
    return zip(table.rows, inputs).map { row, inputs in
      PersonInputs(
        id: columns.person.flatMap { row.text(ifAny: $0) }, inputs: inputs,
        line: (row.place.line ?? 0) + shift)
    }
  }

  /// Keeps the first line, and the one behind it if the first only names the delimiter.
  private mutating func keepHeader(of bytes: [UInt8]) {
    var end = 0
    repeat {
      let break_ = bytes[end...].firstIndex(of: UInt8(ascii: "\n"))
      end = break_.map { $0 + 1 } ?? bytes.count
      headerLines += 1
    } while headerLines == 1 && end < bytes.count
      && String(decoding: bytes.prefix(8), as: UTF8.self).contains("sep=")
    header = Array(bytes[..<end])
  }

  // MARK: - JSON lines

  private func person(_ bytes: [UInt8], _ line: Int) throws(InvalidInput) -> PersonInputs {
    let document = try JSONDocument(bytes, file: file)
    let reader = DefinitionReader()
    let inputs = RuleInputs(document.root, passingOver: idKey, reader)
    try reader.problems.throwIfAny()
    let name = document.root.members?.first { $0.key == idKey }?.value
    return PersonInputs(
      id: name.flatMap { $0.string ?? $0.numberText }, inputs: inputs ?? RuleInputs(), line: line)
  }
}

extension InvalidInput {
  /// The problems with their lines so many further down.
  func moved(by lines: Int) -> Diagnostics {
    var result = Diagnostics()
    for problem in problems {
      var moved = problem
      moved.place.line = problem.place.line.map { $0 + lines }
      result.add(moved)
    }
    // The collection is full if some were not kept; they are counted.
    for _ in 0..<diagnostics.omittedCount { result.add(problems[0]) }
    return result
  }
}
