import RatingBias

/// The article with the tables.
struct Article {
  private let calibrated: CalibratedDesign
  private let curves: PowerCurves
  private let superiors: SuperiorDesign

  init(_ calibrated: CalibratedDesign, _ curves: PowerCurves, _ superiors: SuperiorDesign) {
    self.calibrated = calibrated
    self.curves = curves
    self.superiors = superiors
  }

  var text: String {
    """
    # How often tests of rater effects are wrong, and how often they find what is there

    Measured on ratings drawn by ``/RatingBias/RaterSimulator`` from a known model, so that the truth is known.

    ## Overview

    This page is written by one command; the seeds are fixed:

    ```sh
    swift run -c release --package-path Benchmarks effects --article Documentation/Kinerja.docc
    ```

    Every test is that of ``/RatingBias/EffectAnalysis`` with its default gates; flags are controlled after Benjamini and
    Hochberg at 5 in 100 within each test. A rater for whom the chance of seeing an effect of the size sought lies below
    30 in 100 gets "not enough data" with the number of ratings that would do, and counts below as not flagged.

    ## False alarms and power at 190 ratings a rater

    \(calibrated.runs) rounds of 10 000 ratings: 667 ratees, three of 52 raters each, five items, five levels; abilities have
    the standard deviation 1, severities 0.4. In hundreds of raters, the mean size in brackets. Raters whose drawn severity lies
    outside the gate do not count under severity.

    \(heading)
    \(line("clean rounds, \(calibrated.cleanRaters) raters", calibrated.clean))
    \(line("clean raters beside planted ones", calibrated.unplanted))
    \(plantedLines)

    Natural pairs: a rater who drifts is more severe on the whole and in the last part, and follows the one before; a
    random or central rater misfits; who is central, or draws lines or copies, gives more equal ratings and shows halo or assimilation.

    ## Power by size and number of ratings

    ![Power against the number of ratings, one panel for each effect, three sizes.](rater-effect-power)

    In hundreds of raters flagged; in brackets the share without an answer. Severities are drawn with the standard deviation 0.4 and
    the planted one added, so that some lie inside the gate.

    | effect | size | \(PowerCurves.ratings.map { "\($0) ratings" }.joined(separator: " | ")) |
    | --- | --- |\(PowerCurves.ratings.map { _ in " ---: |" }.joined())
    \(curveLines)

    ## One superior for each employee

    \(SuperiorDesign.superiors) superiors, three categories, achievement that correlates 0.7 with ability. Severity of ±2 logits is
    planted in two superiors and sought by ``/RatingBias/RatingAudit`` beside achievement (0.8 points must not be missed; five staff suffice for a flag); straight lines for 60
    in 100 of the staff in two others. Shares are in hundreds of raters. "Ratings needed" is the mean of what the answers say. Where 15 in
    100 of the staff move to another superior each year, the model compares superiors without achievement (last column).

    | staff | items | years | severe flagged | no answer | ratings needed | false alarms | lines flagged | no answer | false alarms | severe flagged by movers |
    | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    \(superiorLines)

    Straight lines and the model beside movers keep the default limits, 10 ratees and 30 ratings.

    """
  }

  private func hundreds(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return tenths % 10 == 0 || tenths >= 100
      ? "\((tenths + 5) / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private func decimals(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let cents = Int((abs(value) * 100).rounded())
    let rest = cents % 100
    return "\(value < 0 && cents > 0 ? "−" : "")\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private var heading: String {
    "| | \(testKinds.map(\.rawValue).joined(separator: " | ")) |\n| --- |"
      + testKinds.map { _ in " ---: |" }.joined()
  }

  private func line(_ name: String, _ tallies: [RaterEffect.Kind: Tally]) -> String {
    let cells = testKinds.map { kind in
      let tally = tallies[kind] ?? Tally()
      return "\(hundreds(tally.flaggedShare)) (\(decimals(tally.meanSize)))"
    }
    return "| \(name) | \(cells.joined(separator: " | ")) |"
  }

  private var plantedLines: String {
    (Planting.calibrated + Planting.patterns).map { planting in
      line(planting.name, calibrated.planted[planting] ?? [:])
    }.joined(separator: "\n")
  }

  private var curveLines: String {
    PowerCurves.curves.enumerated().flatMap { number, curve in
      curve.sizes.enumerated().map { size, text in
        let cells = curves.tallies[number][size].map {
          "\(hundreds($0.flaggedShare)) (\(hundreds($0.unansweredShare)))"
        }
        return "| \(curve.name) | \(text) | \(cells.joined(separator: " | ")) |"
      }
    }.joined(separator: "\n")
  }

  private var superiorLines: String {
    superiors.rows.map { row in
      let cells = [
        "\(row.staff)", "\(row.items)", "\(row.years)", hundreds(row.severe.flaggedShare),
        hundreds(row.severe.unansweredShare),
        row.severe.meanNeeded > 0 ? "\(row.severe.meanNeeded)" : "–",
        hundreds(row.clean.flaggedShare), hundreds(row.lines.flaggedShare),
        hundreds(row.lines.unansweredShare), hundreds(row.cleanLines.flaggedShare),
        row.moved.raters > 0 ? hundreds(row.moved.flaggedShare) : "–",
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }.joined(separator: "\n")
  }
}
