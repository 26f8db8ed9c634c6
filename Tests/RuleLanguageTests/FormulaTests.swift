import KinerjaCore
import KinerjaTables
import RuleLanguage
import Testing

@Suite struct FormulaTests {
  struct Print: Sendable, CustomTestStringConvertible {
    let text: String
    let printed: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Print(text: "a+b*c", printed: "a + b * c"),
    Print(text: "((a)+(b*c))", printed: "a + b * c"),
    Print(text: "(a+b)*c", printed: "(a + b) * c"),
    Print(text: "a-(b-c)", printed: "a - (b - c)"),
    Print(text: "(a-b)-c", printed: "a - b - c"),
    Print(text: "-(a+b)", printed: "-(a + b)"),
    Print(text: "-a*b", printed: "-a * b"),
    Print(text: "1.50 * 007", printed: "1.5 * 7"),
    Print(text: "not a and (b or c)", printed: "not a and (b or c)"),
    Print(text: "not(a and b)", printed: "not (a and b)"),
    Print(text: "(a<b)=c", printed: "(a < b) = c"),
    Print(
      text: "if a then b else if c then d else e",
      printed: "if a then b else if c then d else e"),
    Print(
      text: "if a then if b then c else d else e",
      printed: "if a then (if b then c else d) else e"),
    Print(text: "1+(if a then 2 else 3)", printed: "1 + (if a then 2 else 3)"),
    Print(text: "round( x ,2,halfUp )", printed: "round(x, 2, halfUp)"),
    Print(text: "grade = \"very-good\"", printed: "grade = \"very-good\""),
    Print(text: "min(a,\n  b)", printed: "min(a, b)"),
    Print(text: "a != true", printed: "a != true"),
  ])
  func `a formula prints in one canonical way, and reads back`(example: Print) throws {
    let formula = try Formula(example.text)
    #expect(formula.text == example.printed)
    #expect(try Formula(formula.text) == formula)
  }

  @Test func `names are told in the order of their first appearance`() throws {
    #expect(try Formula("b + min(a, b.c, b) * \"q\" = \"r\"").names == ["b", "a", "b.c"])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let report: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Fault(
      text: "a +",
      report:
        "line 1:4: found the end of the formula, expected a number, name, function or "
        + "parenthesis; complete this part"),
    Fault(
      text: "0,6 * a",
      report:
        "line 1:2: found \",\", expected an operator or the end of the formula; decimals take a "
        + "point: 0.6, not 0,6"),
    Fault(
      text: "a × b ≥ 3",
      report: """
        line 1:3: "×" means nothing in a formula; write *
        line 1:7: "≥" means nothing in a formula; write >=
        """),
    Fault(
      text: "60 % * a",
      report: "line 1:4: \"%\" means nothing in a formula; write a share as 0.6, or divide by 100"),
    Fault(text: "a == b", report: "line 1:3: \"==\" means nothing in a formula; write a single ="),
    Fault(
      text: "a = \"b",
      report:
        "line 1:5: a quotation mark is not closed; write the category between two quotation marks"),
    Fault(
      text: "1 < a < 2",
      report: "line 1:7: a second comparison with < in a row; split it: a < b and b < c"),
    Fault(
      text: "a and b or c",
      report:
        "line 1:9: and and or are mixed without parentheses; add parentheses that say which "
        + "comes first"),
    Fault(
      text: "jika a then b else c",
      report:
        "line 1:6: found \"a\", expected an operator or the end of the formula; put in an "
        + "operator or take out the rest"),
    Fault(
      text: "if a maka b else c",
      report: "line 1:6: found \"maka\", expected then; write then"),
    Fault(
      text: "if a then b",
      report:
        "line 1:12: found the end of the formula, expected else; write if condition then value "
        + "else value"),
    Fault(
      text: "1 + if a then b else c",
      report:
        "line 1:5: found \"if\", expected a number, name, function or parenthesis; put it in "
        + "parentheses: (if …)"),
    Fault(text: "mini(a, b)", report: "line 1:1: there is no function mini; did you mean min?"),
    Fault(
      text: "clamp(a, b)",
      report: "line 1:1: clamp has 2 arguments, expected 3; adjust the number of arguments"),
    Fault(
      text: "round(a, 2)",
      report:
        "line 1:11: found \")\", expected a rounding mode; write round(x, 2, halfUp); modes: "
        + "halfUp, halfDown, halfEven, down, up, floor, ceiling"),
    Fault(
      text: "round(a, 2.5, halfUp)",
      report:
        "line 1:10: found \"2.5\", expected the number of decimals, 0 to 18; write round(x, 2, "
        + "halfUp); modes: halfUp, halfDown, halfEven, down, up, floor, ceiling"),
    Fault(
      text: "a\n  * (b\n  - c",
      report: "line 3:6: found the end of the formula, expected ); close the parenthesis"),
    Fault(
      text: "0.1234567890123456789",
      report:
        "line 1:1: the number 0.1234567890123456789 is too long to be computed exactly; write at "
        + "most 18 decimals and 38 digits"),
    Fault(
      text: "",
      report:
        "line 1:1: found the end of the formula, expected a number, name, function or parenthesis; complete this part"
    ),
  ])
  func `a fault is named with its place, what was expected, and the mend`(fault: Fault) {
    let error = #expect(throws: InvalidInput.self) { try Formula(fault.text) }
    #expect(error?.report(in: .english) == fault.report)
    #expect(error?.report(in: .indonesian).isEmpty == false)
  }

  @Test func `a place in a file is counted from where the text begins`() {
    let place = SourcePlace(file: "rule.json", line: 7, column: 20)
    let error = #expect(throws: InvalidInput.self) { try Formula("a = \"x\" 3", at: place) }
    // Two quotation marks are escaped in the file, so the 3 stands two columns further on.
    #expect(error?.problems.first?.place.description == "rule.json:7:30")
  }

  @Test func `depth and size are bounded`() {
    func code(_ text: String) -> String? {
      do {
        _ = try Formula(text)
        return nil
      } catch { return error.problems.first?.code }
    }
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    }
    #expect(code(nested(90)) == nil)
    #expect(code(nested(9_000)) == "rules.formula-too-large")
    #expect(code(String(repeating: "-", count: 15_000) + "1") == "rules.formula-too-large")
    #expect(code(String(repeating: "not ", count: 4_000) + "a") == "rules.formula-too-large")
    #expect(
      code(String(repeating: "if a then 1 else ", count: 1_000) + "2")
        == "rules.formula-too-large")
    #expect(code(Array(repeating: "1", count: 99).joined(separator: "+")) == nil)
    #expect(
      code(Array(repeating: "1", count: 200).joined(separator: "+")) == "rules.formula-too-large")
    #expect(code(String(repeating: "1 ", count: 15_000)) == "rules.formula-too-long")
    #expect(
      code("min(" + Array(repeating: "1", count: 65).joined(separator: ",") + ")")
        == "rules.formula-argument-count")
  }

  // Random trees: what prints must read back to the same print.
  @Test(arguments: 0..<200)
  func `printing and reading are inverse over random formulas`(seed: UInt64) throws {
    var draws = RandomDraws(seed: seed)
    let text = Self.random(&draws, depth: 5)
    let once = try Formula(text)
    #expect(try Formula(once.text).text == once.text)
  }

  // Random bytes of the alphabet: refused or read, never a stop.
  @Test(arguments: 0..<200)
  func `broken formulas are refused with a place inside them`(seed: UInt64) {
    var draws = RandomDraws(seed: seed)
    var text = Array(Self.random(&draws, depth: 4))
    for _ in 0...draws.integer(in: 0...3) where !text.isEmpty {
      let place = draws.integer(in: 0...(text.count - 1))
      let character = Array("+-*/()<>=!,.\"0a é\n×≤")[draws.integer(in: 0...19)]
      if draws.bernoulli(0.5) { text[place] = character } else { text.remove(at: place) }
    }
    do throws(InvalidInput) {
      let formula = try Formula(String(text))
      #expect(!formula.text.isEmpty)
    } catch {
      #expect(!error.problems.isEmpty)
      let lines = String(text).split(separator: "\n", omittingEmptySubsequences: false)
      for problem in error.problems {
        let line = problem.place.line ?? 0
        #expect((1...lines.count).contains(line))
        #expect((1...(lines[line - 1].count + 1)).contains(problem.place.column ?? 0))
      }
    }
  }

  static func random(_ draws: inout RandomDraws, depth: Int) -> String {
    func part() -> String { "(" + random(&draws, depth: depth - 1) + ")" }
    guard depth > 0 else {
      return ["a", "b.c", "1", "0.25", "\"q\"", "true"][draws.integer(in: 0...5)]
    }
    switch draws.integer(in: 0...9) {
    case 0: return "-" + part()
    case 1: return "not " + part()
    case 2: return "if \(part()) then \(part()) else \(part())"
    case 3: return "coalesce(\(part()), \(part()))"
    case 4: return "round(\(part()), \(draws.integer(in: 0...18)), halfEven)"
    default:
      let signs = ["+", "-", "*", "/", "<", "<=", "=", "!=", "and", "or"]
      return "\(part()) \(signs[draws.integer(in: 0...9)]) \(part())"
    }
  }
}
