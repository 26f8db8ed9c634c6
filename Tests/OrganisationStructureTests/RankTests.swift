import Foundation
import KinerjaCore
import OrganisationStructure
import Testing

@Suite struct RankTests {
  @Test func `there are 17 ranks and 17 grades, all coming back from their text`() throws {
    let ranks = Rank.all(.pns)
    #expect(
      ranks.map(\.description) == [
        "I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c",
        "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e",
      ])
    #expect(ranks.first?.name == "Juru Muda" && ranks.last?.name == "Pembina Utama")
    #expect(("III/d" as Rank).name == "Penata Tingkat I")
    let grades = Rank.all(.pppk)
    #expect(grades.count == 17 && grades.last?.description == "XVII" && grades[8] == "IX")
    for rank in ranks + grades {
      #expect(try Rank(rank.description) == rank)
      #expect(try Rank(rank.description.lowercased()) == rank)
      let data = try JSONEncoder().encode([rank])
      #expect(try JSONDecoder().decode([Rank].self, from: data) == [rank])
    }
    #expect(Set(ranks + grades).count == 34)
  }

  @Test(arguments: [
    "", "V/a", "III/e", "IV/f", "III/", "/b", "III/b/c", "XVIII", "3/b", "IIII", "III b",
  ])
  func `anything else is no rank`(text: String) {
    #expect(throws: InvalidRank.self) { try Rank(text) }
  }

  @Test func `ranks compare on one ladder only`() {
    let rank: Rank = "III/b"
    #expect(rank.isAtLeast("III/b") == true && rank.isAtLeast("III/c") == false)
    #expect(rank.isAtLeast("II/d") == true && rank.isAtLeast("IX") == nil)
    #expect(("X" as Rank).isAtLeast("IX") == true)
  }
}
