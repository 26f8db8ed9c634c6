import KinerjaCore
import KinerjaTables
import Testing

@Suite struct TableDiagnosticsTests {
  @Test func `every kind of problem is worded in both languages`() {
    #expect(TableDiagnostics.all.flatMap(\.faults) == [])
    #expect(Set(TableDiagnostics.all.map(\.code)).count == TableDiagnostics.all.count)
  }
}
