import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct RatingSetTableTests {
  private func table(_ text: String, empty: CSVColumn.Presence = .required) throws -> Table {
    let reader = CSVReader(
      CSVLayout([
        .identifier("ratee", PersonID.self), .identifier("rater", PersonID.self),
        .identifier("item", ItemID.self, presence: empty),
        .integer("rating", presence: .emptyCellsAllowed),
      ]))
    return try reader.read(text: text, as: "ratings.csv")
  }

  @Test func `a file and the same rows make the same set`() throws {
    let text = "ratee,rater,item,rating\nb,a,x,3\na,c,y,\na,b,x,1\nc,b,x,5\n"
    let set = try RatingSet(table(text), scale: Samples.scale(1...5))
    let rows = [
      Rating(ratee: "a", rater: "b", item: "x", value: 1),
      Rating(ratee: "b", rater: "a", item: "x", value: 3),
      Rating(ratee: "c", rater: "b", item: "x", value: 5),
    ]
    let same = try RatingSet(rows, scale: Samples.scale(1...5))
    #expect(set.missingCount == 1 && set.count == 3)
    // Codes that no rating uses do not count, though the file's columns share them.
    #expect(set.raterCount == 2 && set.itemCount == 1)
    #expect(set.ratees == same.ratees && set.raters == same.raters && set.cells == same.cells)
  }

  @Test func `faults are placed by file and line`() throws {
    let text = "ratee,rater,item,rating\na,b,x,9\na,b,x,1\na,b,x,2\na,b,,2\n"
    let error = #expect(throws: InvalidInput.self) {
      try RatingSet(
        table(text, empty: .emptyCellsAllowed), scale: Samples.scale(1...5))
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "ratings.csv:2: rating bias.rating-off-scale",
        "ratings.csv:5: rating bias.nameless-rating",
        "ratings.csv:4: rating bias.rated-twice",
      ])
  }
}
