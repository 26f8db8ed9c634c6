import KinerjaCore
import Testing

@Suite struct NationalPersonNumberTests {
  // Invented numbers; no such person is known to us.
  static let digits = "199001012015041001"
  static let contract = "199012312022212001"

  @Test(arguments: [digits, contract, "19900101 201504 1 001", "196812311990032999"])
  func `a well-formed number is read, in one piece or as printed`(text: String) throws {
    _ = try NationalPersonNumber(text)
  }

  struct Broken: Sendable {
    let text: String
    let problem: InvalidPersonNumber
  }

  @Test(arguments: [
    Broken(text: "", problem: .length(0)),
    Broken(text: "19900101201504100", problem: .length(17)),
    Broken(text: "1990010120150410011", problem: .length(19)),
    Broken(text: "1,9900101201504E17", problem: .character(position: 2)),
    Broken(text: " 199001012015041001", problem: .character(position: 1)),
    Broken(text: "19900101  201504 1 001", problem: .character(position: 10)),
    Broken(text: "１99001012015041001", problem: .character(position: 1)),
    Broken(text: "199002302015041001", problem: .birthDate),
    Broken(text: "189912312015041001", problem: .birthDate),
    Broken(text: "199001012015131001", problem: .appointment),
    Broken(text: "199001012015001001", problem: .appointment),
    Broken(text: "199001011990041001", problem: .appointment),
    Broken(text: "199001012022301001", problem: .appointment),
    Broken(text: "199001012015043001", problem: .sex),
    Broken(text: "199001012015041000", problem: .serial),
  ])
  func `a broken one is refused with the place`(broken: Broken) {
    #expect(throws: broken.problem) { try NationalPersonNumber(broken.text) }
  }

  @Test func `no digit of it is described, mirrored, dumped or coded`() throws {
    let number = try NationalPersonNumber(Self.digits)
    var dumped = ""
    dump(number, to: &dumped)
    dump([number], to: &dumped)
    dump((number, Optional(number)), to: &dumped)
    for text in [
      "\(number)", "\([number])", String(reflecting: number), String(reflecting: [number]), dumped,
    ] {
      #expect(!text.contains("1990") && !text.contains("001"))
    }
    #expect(Mirror(reflecting: number).children.isEmpty)
    #expect(!((number as Any) is any Encodable))
  }

  /// Each digit wrong, one missing, one letter too many, through every reader there is.
  @Test(arguments: 0..<18)
  func `no four digits of a broken one are in an error`(place: Int) throws {
    let coder = try PersonCoder(key: 0..<32)
    var letters = Array(Self.digits)
    letters[place] = "9"
    let text = String(letters)
    var shown = ""
    for text in [text, String(text.dropLast()), text + "x", "x" + text] {
      for read: () throws -> Void in [
        { _ = try NationalPersonNumber(text) }, { _ = try PersonID(text) },
        { _ = try PersonReader.nationalNumbers(coder).personID(from: text) },
        { _ = try PersonReader.opaqueCodes.personID(from: text) },
      ] {
        do { try read() } catch {
          print(error, terminator: "", to: &shown)
          debugPrint(error, terminator: "", to: &shown)
          dump(error, to: &shown)
        }
      }
    }
    #expect(!shown.isEmpty)
    for start in 0..<15 { #expect(!shown.contains(String(letters[start..<start + 4]))) }
  }
}
