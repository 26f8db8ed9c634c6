import KinerjaCore
import RatingBias
import Testing

@Suite struct BiasDiagnosticsTests {
  @Test func `every kind of problem is worded in both languages`() {
    #expect(BiasDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(BiasDiagnostics.all.map(\.code)).count == BiasDiagnostics.all.count)
    #expect(Advice.allCases.allSatisfy { !$0.sentence.isIncomplete })
  }
}
