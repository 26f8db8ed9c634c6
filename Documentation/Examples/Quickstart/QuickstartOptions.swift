import Kinerja

/// What the user asks of the quick start.
struct QuickstartOptions {
  var data = "Documentation/Examples/Quickstart/Data"
  var output = "quickstart-output"
  var language = Language.english
  var drawsRatings = false
  var showsHelp = false

  static let usage = LocalizedText(
    id: """
      pemakaian: swift run quickstart [--data FOLDER] [--output FOLDER] [--language id|en]

        --data FOLDER      tempat definisi dan data dibaca
                           (bawaan: Documentation/Examples/Quickstart/Data)
        --output FOLDER    tempat laporan dan jurnal ditulis, menggantikan hasil sebelumnya
                           (bawaan: quickstart-output)
        --language id|en   bahasa ringkasan dan laporan (bawaan: en)
        --draw-ratings     undi ulang ratings.csv dalam folder data dari benihnya, lalu berhenti
      """,
    en: """
      usage: swift run quickstart [--data FOLDER] [--output FOLDER] [--language id|en]

        --data FOLDER      where the definitions and data are read
                           (default: Documentation/Examples/Quickstart/Data)
        --output FOLDER    where the report and the journal are written, an earlier run replaced
                           (default: quickstart-output)
        --language id|en   the language of summary and report (default: en)
        --draw-ratings     draw ratings.csv in the data folder anew from its seed, and stop
      """)

  /// Reads the arguments.
  init(_ arguments: [String]) throws(WrongArgument) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--data": data = try Self.value(of: argument, &rest)
      case "--output": output = try Self.value(of: argument, &rest)
      case "--language":
        let word = try Self.value(of: argument, &rest)
        guard let language = Language(rawValue: word) else {
          throw WrongArgument(
            id: "\"\(word)\" bukan bahasa di sini; tulis id atau en",
            en: "\"\(word)\" is no language here; write id or en")
        }
        self.language = language
      case "--draw-ratings": drawsRatings = true
      case "--help", "-h": showsHelp = true
      default:
        throw WrongArgument(
          id: "\"\(argument)\" tidak dikenal", en: "\"\(argument)\" is not known")
      }
    }
  }

  /// The language that is asked for, even among arguments that are wrong.
  static func language(in arguments: [String]) -> Language {
    zip(arguments, arguments.dropFirst()).lazy
      .filter { $0.0 == "--language" }.compactMap { Language(rawValue: $0.1) }.first ?? .english
  }

  private static func value(
    of argument: String, _ rest: inout ArraySlice<String>
  ) throws(WrongArgument) -> String {
    guard let value = rest.popFirst(), !value.isEmpty else {
      throw WrongArgument(
        id: "\(argument) memerlukan nilai", en: "\(argument) needs a value")
    }
    return value
  }
}

/// An argument that the quick start does not understand.
struct WrongArgument: Error {
  let sentence: LocalizedText

  init(id: String, en: String) { sentence = LocalizedText(id: id, en: en) }
}
