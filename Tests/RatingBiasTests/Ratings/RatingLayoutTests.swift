import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite struct RatingLayoutTests {
  private func read(
    _ text: String, _ layout: RatingLayout = .long()
  ) throws -> RatingSet {
    try RatingSet(csv: text, layout: layout, as: "r.csv", scale: Samples.scale(1...5))
  }

  private func faults(_ text: String, _ layout: RatingLayout = .long()) -> [String] {
    let error = #expect(throws: InvalidInput.self) { try read(text, layout) }
    return error?.problems.map { "\($0.place) \($0.code)" } ?? []
  }

  @Test func `all columns of the long form`() throws {
    let text = """
      Pegawai,penilai,butir,nilai,peran,waktu,urutan,group,group-band,unit
      a,r,x,1,peer,2025,0,A,,u1
      a,r,x,2,peer,2026,7,A,7,u1
      b,b,x,,self,,,B,,
      b,b,y,5,self,,,B,,u2
      """
    let set = try read(text, .long(groups: ["unit"]))
    let rows = [
      Rating(
        ratee: "a", rater: "r", item: "x", value: 1, role: .peer, time: 2025, order: 0,
        groups: ["group": "A", "unit": "u1"]),
      Rating(
        ratee: "a", rater: "r", item: "x", value: 2, role: .peer, time: 2026, order: 7,
        groups: ["group": "A", "group-band": "7", "unit": "u1"]),
      Rating(
        ratee: "b", rater: "b", item: "y", value: 5, role: .oneself,
        groups: ["group": "B", "unit": "u2"]),
    ]
    #expect(Array(set.elements) == rows && set.missingCount == 1)
    #expect(set.groups["unit"]?.labels == ["u1", "u2"] && set.groups["unit"]?[2] == "u2")
    #expect(try set.elements.elementsEqual(RatingSet(rows, scale: set.scale).elements))
  }

  @Test func `columns may be renamed, left out and taken for others`() throws {
    var layout = RatingLayout.long()
    (layout.ratee, layout.time, layout.order) = ("staff", nil, "time")
    layout.otherColumns = .ignored
    let set = try read("staff,rater,item,rating,time,note\na,r,x,1,3,no\n", layout)
    #expect(
      Array(set.elements) == [Rating(ratee: "a", rater: "r", item: "x", value: 1, order: 3)])
  }

  @Test func `wide forms are the long form`() throws {
    let long = try read(
      "ratee,rater,item,rating,group\na,r,x,1,A\na,s,x,2,A\na,r,y,3,A\nb,s,x,4,B\nb,r,y,5,B\n")
    let byRater = try read(
      "ratee,item,group,r,s\na,x,A,1,2\na,y,A,3,\nb,x,B,,4\nb,y,B,5,-\n", .columnPerRater())
    let byItem = try read(
      "x,group,ratee,rater,y\n1,A,a,r,3\n2,A,a,s,\n4,B,b,s,\n,B,b,r,5\n", .columnPerItem())
    #expect(byRater.missingCount == 3 && byItem.missingCount == 3)
    #expect(Array(byRater.elements) == Array(long.elements))
    #expect(Array(byItem.elements) == Array(long.elements))
    let one = try read("pegawai;r;s\na;1;2\n", .columnPerRater())
    #expect(one.elements.map(\.item) == ["rating", "rating"] && one.raterCount == 2)
  }

  @Test func `faults of a long file have places`() {
    #expect(
      faults("ratee,rater,item,rating,order\na,b,x,9,1\n,b,x,1,-2\na b,b,x,1,\n") == [
        "r.csv:3:1: ratee tables.empty-cell", "r.csv:3:8: order tables.below-range",
        "r.csv:4:1: ratee core.identifier-character",
      ])
    #expect(
      faults("ratee,rater,item,rating,time\na,b,x,9,1\na,b,x,1,1\na,b,x,2,1\n") == [
        "r.csv:2: rating bias.rating-off-scale", "r.csv:4: rating bias.rated-twice",
      ])
    #expect(
      faults("ratee,rater,item,rating,tme\na,b,x,1,1\n") == ["r.csv:1:25 tables.misspelled-column"])
    #expect(
      faults("ratee,rater,item,rating\na,b,x,1\n", .long(groups: ["unit"])) == [
        "r.csv:1 tables.missing-column"
      ])
  }

  @Test func `faults of a wide file have places`() {
    #expect(
      faults("ratee,r,s\na,1,7\nb,8,2\nb,2,2\n", .columnPerRater()) == [
        "r.csv:3: r bias.rating-off-scale", "r.csv:2: s bias.rating-off-scale",
        "r.csv:4: s bias.rated-twice",
      ])
    #expect(faults("ratee,r 1,s\na,1,2\n", .columnPerRater()).count == 1)
    #expect(
      faults("ratee,rater,x,x\na,b,1,2\n", .columnPerItem()) == [
        "r.csv:1:15 tables.repeated-column"
      ])
  }

  @Test func `a table's texts that are no identifiers have places`() throws {
    let table = try CSVReader(
      CSVLayout([.code("ratee"), .code("rater"), .code("item"), .integer("rating")])
    ).read(text: "ratee,rater,item,rating\na,b,x,1\nno one,b,x,1\na,b,x y,1\n", as: "t.csv")
    let error = #expect(throws: InvalidInput.self) {
      try RatingSet(table, scale: Samples.scale(1...5))
    }
    #expect(error?.problems.map(\.place.description) == ["t.csv:3: ratee", "t.csv:4: item"])
  }

  @Test func `a file of many rows, whatever the threads and the order`() throws {
    var draws = RandomDraws(seed: 5)
    var lines: [String] = []
    for ratee in 0..<9_000 {
      for rater in Set((0..<4).map { _ in draws.integer(in: 0...99) }).sorted() {
        for item in 0..<3 {
          lines.append("p\(ratee),r\(rater),i\(item),\(draws.integer(in: 1...5)),\(ratee % 7)")
        }
      }
    }
    let header = "ratee,rater,item,rating,time"
    let scale = try Samples.scale(1...5)
    let sets = try [1, 4].map { threads in
      try RatingSet(
        csv: ([header] + draws.shuffled(lines)).joined(separator: "\n"), scale: scale,
        by: ParallelBlocks(threads: threads))
    }
    #expect(sets[0] == sets[1] && sets[0].count == lines.count)
    #expect(
      sets[0].elements.lazy.map {
        "\($0.ratee),\($0.rater),\($0.item),\($0.value),\($0.time ?? -1)"
      }
      .sorted() == lines.sorted())
  }
}
