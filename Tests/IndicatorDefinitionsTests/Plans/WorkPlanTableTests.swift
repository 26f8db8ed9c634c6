import IndicatorDefinitions
import KinerjaCore
import KinerjaTables
import Testing

@Suite struct WorkPlanTableTests {
  private static func plans(_ text: String) throws -> WorkPlanTable {
    let table = try CSVReader(WorkPlanTable.layout).read(text: text, as: "plans.csv")
    return try WorkPlanTable(table, period: .year(2026), weightTotal: 100)
  }

  @Test func `plans are read by person, with ranges, weights and goals`() throws {
    let table = try Self.plans(
      """
      pegawai;butir;indikator;target;target_tinggi;bobot;sasaran
      p-1;a;visits;1.200,5;;60;g-1
      p-2;a;stock;60;90;100;
      p-1;b;stock;60;90;40;g-1
      """)
    #expect(table.plans.map(\.person) == ["p-1", "p-2"])
    #expect(
      table.plan(of: "p-1")?.items == [
        PlanItem(
          "a", indicator: "visits", target: .exact("1200.5"), weight: 60, contributesTo: "g-1"),
        PlanItem(
          "b", indicator: "stock", target: .range(lower: 60, upper: 90), weight: 40,
          contributesTo: "g-1"),
      ])
    let catalogue = try IndicatorCatalogue([
      IndicatorTests.indicator("visits"), IndicatorTests.indicator("stock", .always, .withinRange),
    ])
    #expect(table.problems(with: catalogue).isEmpty)
  }

  @Test func `what is wrong with a plan is named by line and column`() throws {
    let table = try Self.plans(
      """
      person,item,indicator,target,weight
      p-1,a,visit,10,50
      p-2,a,visits,10,100
      p-1,b,visits,,40
      """)
    let catalogue = try IndicatorCatalogue([IndicatorTests.indicator("visits")])
    #expect(
      InvalidInput(table.problems(with: catalogue)).description == """
        plans.csv:2: indicator: there is no indicator "visit"; did you mean "visits"?
        plans.csv:4: target: the item "b" has no target; set a figure or a range to be measured
        plans.csv:2: weight: the weights add up to 90, not 100; correct them so that they make 100
        """)
  }

  @Test func `ranges out of order are refused by line`() {
    let error = #expect(throws: InvalidInput.self) {
      try Self.plans(
        """
        person,item,indicator,target,target_high,weight
        p-1,a,stock,90,60,50
        p-1,b,stock,,60,50
        """)
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "plans.csv:2: target_high indicators.target-range",
        "plans.csv:3: target indicators.missing-lower-bound",
      ])
  }

  @Test func `reports are read, doubles counted once, conflicts named by line`() throws {
    let header = "pegawai;butir;tanggal;realisasi;laporan\n"
    let rows = "p-1;a;2026-01-31;12,5;r-1\np-1;a;2026-02-28;7,5;r-2\np-1;a;2026-01-31;12,5;r-1\n"
    let reader = CSVReader(ProgressLog.layout)
    let log = try ProgressLog(reader.read(text: header + rows, as: "progress.csv"))
    #expect(log.count == 2)
    #expect(try log.realisation(of: "a", of: "p-1", .sum) == 20)
    let error = #expect(throws: InvalidInput.self) {
      try ProgressLog(
        reader.read(text: header + rows + "p-1;a;2026-01-31;13;r-1\n", as: "progress.csv"))
    }
    #expect(
      error?.problems.map { "\($0.place) \($0.code)" } == [
        "progress.csv:5: event indicators.event-with-other-content"
      ])
    let plan = WorkPlan(
      person: "p-1", period: try .year(2026),
      items: [PlanItem("b", indicator: "visits", target: .exact(1))])
    let stray = #expect(throws: InvalidInput.self) {
      try ProgressLog(reader.read(text: header + rows, as: "progress.csv"), on: [plan])
    }
    #expect(
      stray?.problems.map { "\($0.place) \($0.code)" }
        == [2, 3, 4].map { line in
          "progress.csv:\(line): item indicators.report-without-item"
        })
  }
}
