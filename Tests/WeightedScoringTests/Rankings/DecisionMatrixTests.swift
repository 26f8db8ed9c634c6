import KinerjaCore
import Testing
import WeightedScoring

@Suite struct DecisionMatrixTests {
  @Test func `rows and columns make the same matrix`() throws {
    let criteria: [Criterion] = [.benefit("a"), .cost("b")]
    let matrix = try DecisionMatrix(criteria, rows: [[1, 2], [3, 4], [5, 6]])
    #expect(try matrix == DecisionMatrix(criteria, columns: [[1, 3, 5], [2, 4, 6]]))
    #expect(matrix.values(ofAlternative: 1) == [3, 4])
    #expect(matrix.name(ofAlternative: 1) == "2")
    let named = try DecisionMatrix(
      criteria, rows: [[1, 2], [3, 4]], alternatives: ["Ani", "Budi"])
    #expect(named.name(ofAlternative: 1) == "Budi")
  }

  @Test func `all faults of a matrix are named at once, with row and criterion`() {
    let found = problems {
      _ = try DecisionMatrix(
        [.benefit("a"), .cost("b")], rows: [[1, nil], [.nan, 2], [nil], [.infinity, 1e200]])
    }
    #expect(
      found == [
        "matrix[0].b ranking.missing-value", "matrix[2] ranking.uneven-row",
        "matrix[2].a ranking.missing-value", "matrix[1].a ranking.unusable-value",
        "matrix[3].a ranking.unusable-value", "matrix[3].b ranking.unusable-value",
      ])
  }

  @Test func `columns of other lengths, one alternative and criteria named twice are refused`() {
    #expect(
      problems { _ = try DecisionMatrix([.benefit("a"), .cost("a")], columns: [[1], [2, 3]]) } == [
        "matrix.a ranking.criterion-twice", "matrix ranking.too-few-alternatives",
        "matrix.a ranking.uneven-column",
      ])
    #expect(
      problems { _ = try DecisionMatrix([], columns: []) } == ["matrix ranking.no-criterion"])
    #expect(
      problems {
        _ = try DecisionMatrix([.benefit("a")], columns: [[1, 2]], alternatives: ["x"])
      } == ["matrix ranking.alternative-names"])
    #expect(
      problems { _ = try DecisionMatrix([.benefit("a")], columns: []) } == [
        "matrix ranking.column-count"
      ])
  }

  @Test func `a value that no method can take says how to mend it`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try DecisionMatrix([.benefit("a")], columns: [[1, .nan]])
    }
    #expect(
      error?.problems.first?.sentence(in: .english)
        == "matrix[1].a: the value nan is no number that can be used; "
        + "use 0 or a number between 1e-150 and 1e150, positive or negative")
  }
}
