import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

/// Every check of the reference folder that the many-facet model answers for.
///
/// Covered, all to their tolerance: `jmle.*`, `bias.*`, `index.rater.*`, `agreement.*`,
/// `n_ratings_used`, `n_subsets`, `rank_deficiency`. Values of other estimators and other programs are
/// informative, and what other analyses answer for is named in `elsewhere`.
@Suite(
  "Many-facet model: reference", .enabled(if: ReferenceFolder.url != nil, ReferenceFolder.absence))
struct FacetReferenceTests {
  static let covered: Set = [
    "jmle", "bias", "index", "agreement", "n_ratings_used", "n_subsets", "rank_deficiency",
  ]
  /// Other estimators (marginal, bias-reduced, composite likelihood), other programs, print.
  static let informative: Set = ["mml", "jml_eps", "rcl", "mfrmr", "py", "facets_published"]
  /// What mixed models, drift tests and the study of planted effects answer for.
  static let elsewhere: Set = ["lmm", "drift", "recovery"]

  struct File: CustomTestStringConvertible {
    let name: String
    let interactions: [FacetPair]
    let checkCount: Int
    var time: String?
    var testDescription: String { name }
  }

  static let files = [
    File(
      name: "guilford_creativity_1954",
      interactions: [FacetPair(.rater, .item), FacetPair(.rater, .ratee)], checkCount: 481),
    File(name: "mfrm_ptam4", interactions: [FacetPair(.rater, .item)], checkCount: 672),
    File(name: "mfrm_ratings2", interactions: [FacetPair(.rater, .item)], checkCount: 1202),
    File(name: "synthetic_r1e4", interactions: [FacetPair(.rater, .item)], checkCount: 3469),
    File(
      name: "drift_uto2022", interactions: [FacetPair(.rater, .time)], checkCount: 586,
      time: "time"),
  ]

  @Test(arguments: files)
  func `each figure is that of the reference`(_ file: File) throws {
    var model = FacetModel()
    model.interactions = file.interactions
    model.details = [.raterAgreement, .raterIndices]
    let figures = try #require(model.fit(ReferenceFolder.ratings(file.name, time: file.time)).fit)
      .figures
    var count = 0
    for check in try ReferenceFolder.checks(file.name) {
      let family = String(check.id.prefix { $0 != "." })
      if Self.informative.contains(family) || Self.elsewhere.contains(family) { continue }
      #expect(Self.covered.contains(family), "\(check.id) is in no list")
      count += 1
      guard let wanted = check.value else {
        #expect(figures[check.id] == nil, "\(check.id)")
        continue
      }
      guard let found = figures[check.id] else {
        Issue.record("\(check.id) is not told")
        continue
      }
      #expect(abs(found - wanted) <= check.tolerance, "\(check.id): \(found), not \(wanted)")
    }
    #expect(count == file.checkCount)
  }
}
