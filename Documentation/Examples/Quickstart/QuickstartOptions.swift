import Kinerja

/// What the user asks of the quick start.
struct QuickstartOptions {
  var data = "Documentation/Examples/Quickstart/Data"
  var output = "quickstart-output"
  var language = Language.english
  var drawsRatings = false
  var showsHelp = false

  static let usage = """
    usage: swift run quickstart [--data FOLDER] [--output FOLDER] [--language id|en]

      --data FOLDER      where the definitions and data are read
                         (default: Documentation/Examples/Quickstart/Data)
      --output FOLDER    where the report and the journal are written, an earlier run replaced
                         (default: quickstart-output)
      --language id|en   the language of summary and report (default: en)
      --draw-ratings     draw ratings.csv in the data folder anew from its seed, and stop
    """

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
          throw WrongArgument(sentence: "\"\(word)\" is no language here; write id or en")
        }
        self.language = language
      case "--draw-ratings": drawsRatings = true
      case "--help", "-h": showsHelp = true
      default: throw WrongArgument(sentence: "\"\(argument)\" is not known")
      }
    }
  }

  private static func value(
    of argument: String, _ rest: inout ArraySlice<String>
  ) throws(WrongArgument) -> String {
    guard let value = rest.popFirst(), !value.isEmpty else {
      throw WrongArgument(sentence: "\(argument) needs a value")
    }
    return value
  }
}

/// An argument that the quick start does not understand.
struct WrongArgument: Error {
  let sentence: String
}
