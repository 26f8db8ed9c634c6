import Foundation
import Testing

/// Ratings of Guilford (1954, page 282), three judges and seven ratees on five traits; figures of the
/// many-facet model as an exact solver has them.
@Suite struct RatingVerbsTests {
  private static let guilford = """
    ratee,rater,item,rating
    """
    + zip(
      ["Anne", "Betty", "Chris", "David", "Edward", "Fred", "George"],
      [
        [
          [5, 5, 3, 5, 3], [9, 7, 5, 8, 5], [3, 3, 3, 7, 1], [7, 3, 1, 3, 3], [9, 7, 7, 8, 5],
          [3, 5, 3, 5, 1], [7, 7, 5, 5, 5],
        ],
        [
          [6, 5, 4, 6, 3], [8, 7, 5, 7, 2], [4, 5, 3, 6, 6], [5, 6, 4, 5, 5], [2, 4, 3, 2, 3],
          [4, 4, 6, 4, 2], [3, 3, 5, 5, 4],
        ],
        [
          [5, 5, 5, 7, 3], [7, 7, 5, 7, 5], [3, 5, 5, 5, 5], [5, 3, 3, 3, 1], [9, 7, 7, 7, 7],
          [3, 3, 3, 5, 3], [7, 7, 7, 5, 7],
        ],
      ].transposed
    ).flatMap { ratee, judges in
      zip(["Avogadro", "Brahe", "Cavendish"], judges).flatMap { judge, values in
        zip(["Attack", "Basis", "Clarity", "Daring", "Enthusiasm"], values).map {
          "\n\(ratee),\(judge),\($0),\($1)"
        }
      }
    }.joined() + "\n"

  private func figures(_ arguments: [String]) throws -> [String: Any] {
    let run = try CommandRun(arguments + ["--json"])
    #expect(run.status == 0, "\(run.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `the model's figures come as one flat object with a manifest`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.guilford, to: "guilford.csv")
    let found = try figures(["facets", file, "--bias", "item"])
    let severity = try #require(found["jmle.rater.Brahe.measure"] as? Double)
    #expect(abs(severity - 0.18) < 0.005)
    #expect(found["n_ratings_used"] as? Int == 105 || found["n_ratings_used"] as? Double == 105)
    #expect(found["bias.rater*item.Brahe.Attack.t"] is Double)
    #expect(abs(try #require(found["agreement.exact_pct"] as? Double) - 100 * 33 / 105) < 1e-9)
    #expect(found["manifest.settings.scale"] as? String == "1-9")
    #expect((found["manifest.input.sha256"] as? String)?.count == 64)
    #expect(found["manifest.input"] as? String == "guilford.csv")
  }

  @Test func `agreement has a figure for each coefficient, null where there is none`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "ratee,rater,item,rating\na,r,x,1\na,s,x,1\nb,r,x,2\nb,s,x,2\nc,r,x,1\nc,s,x,2\n",
      to: "two.csv")
    let found = try figures(["agreement", file])
    // Two of three agree; kappa of (1,1), (2,2), (1,2) is (2/3 − 4/9) / (1 − 4/9).
    #expect(abs(try #require(found["identity.pa"] as? Double) - 2.0 / 3) < 1e-12)
    #expect(abs(try #require(found["identity.cohen"] as? Double) - 0.4) < 1e-12)
    #expect(found["ICC(1,1)"] is Double)
    let three = try folder.write(
      "ratee,rater,item,rating\na,r,x,1\na,s,x,1\na,t,x,2\n", to: "three.csv")
    let few = try figures(["agreement", three, "--scale", "1-3"])
    #expect(few["identity.cohen"] == nil && few["identity.fleiss"] is NSNull)
  }

  @Test func `a design of two blocks is told, and the model refuses it`() throws {
    let folder = try TemporaryFolder()
    let blocks = ["1", "2"].flatMap { block in
      (0..<4).flatMap { ratee in
        ["r", "s"].flatMap { rater in
          ["x", "y"].map { item in
            let value = 1 + (ratee * 3 + (rater == "r" ? 1 : 0) + (item == "x" ? 2 : 0)) % 4
            return "p\(block)\(ratee),\(rater)\(block),\(item),\(value)\n"
          }
        }
      }
    }
    let file = try folder.write(
      "ratee,rater,item,rating\n" + blocks.joined(), to: "blocks.csv")
    let design = try figures(["design", file])
    #expect(design["n_subsets"] as? Int == 2 && design["rank_deficiency"] as? Int == 1)
    let refused = try CommandRun(["facets", file, "--lang", "id"])
    #expect(refused.status == 65 && refused.errors.contains("2 bagian"))
    let anchored = try figures(["facets", file, "--anchor"])
    #expect(anchored["n_subsets"] as? Double == 2)
  }

  @Test func `an audit names a rater who is far more severe, and says what is lacking`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<60).flatMap { ratee in
      ["r", "s", "t", "u"].flatMap { rater in
        ["x", "y"].map { item in
          let merit = 3 + (ratee * 7 + (item == "x" ? 3 : 0)) % 3 + (ratee * rater.utf8.count) % 2
          let value = max(1, merit - (rater == "t" ? 2 : 0) - (ratee + item.utf8.count) % 2)
          return "p\(ratee),\(rater),\(item),\(value)\n"
        }
      }
    }
    let file = try folder.write("ratee,rater,item,rating\n" + rows.joined(), to: "severe.csv")
    let found = try figures(["audit", file, "--scale", "1-6"])
    #expect(found["effect.leniency.t.flag"] as? Int == 1)
    #expect(try #require(found["effect.leniency.t.size"] as? Double) < -1)
    #expect(found["effect.drift.t.size"] is NSNull)
    #expect(found["manifest.settings.control"] as? String == "false-discovery")
    let page = try CommandRun(["audit", file, "--scale", "1-6", "--html", "--lang", "id"])
    #expect(page.status == 0 && page.output.contains("<h3>t</h3>"))
    #expect(page.output.contains("class=\"dot attention\""))
    #expect(page.output.contains("Data belum cukup"))
  }

  @Test func `impact compares counts within strata`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "group,stratum,outcome,count\nx,1,yes,12\nx,1,no,28\ny,1,yes,48\ny,1,no,32\n",
      to: "counts.csv")
    let found = try figures(["impact", file])
    // 12 of 40 against 48 of 80.
    #expect(abs(try #require(found["impact_ratio"] as? Double) - 0.5) < 1e-12)
    #expect(found["manifest.settings.selected"] as? String == "yes")
    let page = try CommandRun(["impact", file, "--html", "--lang", "id"])
    #expect(page.output.contains("<svg") && page.output.hasSuffix("</html>\n"))
  }

  @Test func `figures are checked against expected ones`() throws {
    let folder = try TemporaryFolder()
    let figures = try folder.write(
      #"{"identity.fleiss": 0.43, "index.mean": null, "manifest.input": "x"}"#, to: "figures.json")
    let right = try folder.write(
      """
      {"checks": [{"id": "fleiss_kappa", "value": 0.4302, "tolerance": 0.001},
        {"id": "index.mean", "value": null, "tolerance": 0},
        {"id": "elsewhere", "value": 1, "tolerance": 0}]}
      """, to: "right.json")
    let met = try CommandRun(["check", right, figures])
    #expect(met.status == 0 && met.output.contains("2 met, 0 differ, 1 not"))
    let wrong = try folder.write(
      #"{"checks": [{"id": "fleiss_kappa", "value": 4, "tolerance": 0.1, "tolerance_kind": "rel"}]}"#,
      to: "wrong.json")
    let differing = try CommandRun(["check", wrong, figures])
    #expect(differing.status == 1 && differing.output.contains("fleiss_kappa"))
    let broken = try folder.write("[", to: "broken.json")
    #expect(try CommandRun(["check", right, broken]).status == 65)
    #expect(try CommandRun(["check", right, "nowhere.json"]).status == 66)
  }

  @Test func `broken files of ratings are reported whole, with lines`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "ratee,rater,item,rating\na,r,x,1\na,r,x,2\nb,r,x,9\n", to: "broken.csv")
    for verb in ["agreement", "design", "facets"] {
      let run = try CommandRun([verb, file, "--scale", "1-5"])
      #expect(run.status == 65)
      #expect(run.errors.contains("broken.csv:3") && run.errors.contains("broken.csv:4"))
    }
    #expect(try CommandRun(["facets", folder.path("none.csv")]).status == 66)
    #expect(try CommandRun(["facets", file, "--scale", "5"]).status == 64)
    #expect(try CommandRun(["facets", file, "--json", "--html"]).status == 64)
  }
}

extension [[[Int]]] {
  /// Rows for columns.
  fileprivate var transposed: [[[Int]]] {
    (first ?? []).indices.map { column in map { $0[column] } }
  }
}
