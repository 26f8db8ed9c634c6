import Foundation
import KinerjaCore
import KinerjaTables
import RatingBias
import Testing

@Suite("Many-facet model: what must not matter, and what is too little")
struct FacetInvarianceTests {
  static let details: FacetModel.Details = [.raterAgreement, .raterIndices]

  @Test func `names do not matter`() throws {
    let names = ["Avogadro": "C", "Brahe": "B", "Cavendish": "A"]
    let renamed = try Guilford.ratings.map {
      Rating(
        ratee: $0.ratee, rater: try PersonID(names[$0.rater.text] ?? ""), item: $0.item,
        value: $0.value)
    }
    let one = try #require(try FacetModel().fit(Guilford.set).fit)
    let other = try #require(
      try FacetModel().fit(RatingSet(renamed, scale: Samples.scale(1...9))).fit)
    #expect(abs(one.logLikelihood - other.logLikelihood) < 1e-9)
    for (old, new) in names {
      let left = try #require(one.raters[old]?.measure)
      let right = try #require(other.raters[new]?.measure)
      #expect(abs(left.logits - right.logits) < 1e-9)
      #expect(abs(left.outfit - right.outfit) < 1e-9)
      #expect(abs(left.fairAverage - right.fairAverage) < 1e-9)
    }
  }

  @Test func `a facet with one element adds nothing`() throws {
    let rows: [[Int?]] = [[1, 2, 3], [2, 3, 2], [3, 2, 1], [1, 1, 2], [3, 2, 3], [2, 1, 1]]
    let ratings = try Samples.table(rows, scale: 1...3)
    var without = FacetModel()
    without.facets = [.rater]
    let one = try #require(try FacetModel().fit(ratings).fit)
    let other = try #require(try without.fit(ratings).fit)
    #expect(one.items.compactMap(\.measure?.logits) == [0])
    #expect(other[.item] == nil)
    #expect(abs(one.logLikelihood - other.logLikelihood) < 1e-9)
    for (left, right) in zip(one.raters, other.raters) {
      #expect(abs(try #require(left.measure).logits - (try #require(right.measure)).logits) < 1e-8)
    }
  }

  @Test func `a facet named twice counts once`() throws {
    var model = FacetModel()
    model.facets = [.rater, .ratee, .item, .rater]
    let fit = try #require(try model.fit(Guilford.set).fit)
    #expect(fit.facets == [.ratee, .rater, .item])
    let plain = try FacetModel().fit(Guilford.set).fit
    #expect(fit.measures == plain?.measures)
  }

  @Test func `one rater has nobody to agree with`() throws {
    var model = FacetModel()
    model.details = Self.details
    let ratings = try Guilford.ratings.filter { $0.rater.text == "Brahe" }
    let fit = try #require(
      try model.fit(RatingSet(ratings, scale: Samples.scale(1...9))).fit)
    #expect(fit.raters.compactMap(\.measure?.logits) == [0])
    #expect(fit.raters.separation == nil)
    #expect(fit.raterAgreement?.overall.estimate == nil)
    #expect(fit.raterAgreement?.pairs.isEmpty == true)
    let indices = try #require(fit.raterIndices.first)
    #expect(indices.restCorrelation == .notEnough(NotEnoughData(.ratings, needed: 2, found: 0)))
    #expect(indices.sharedRatingCount == 0)
    #expect(indices.interitemCorrelation.estimate != nil)
  }

  @Test func `a rater with one rating says what lacks`() throws {
    var model = FacetModel()
    model.details = Self.details
    let rows: [[Int?]] = [
      [1, 2, nil], [2, 3, 2], [3, 2, nil], [1, 1, nil], [3, 2, nil], [2, 1, nil],
    ]
    let fit = try #require(try model.fit(Samples.table(rows, scale: 1...3)).fit)
    let last = try #require(fit.raterIndices.last)
    #expect(last.ratingCount == 1)
    #expect(last.deviation.estimate == nil)
    #expect(last.entropy == 0)
    #expect(last.straightLineShare.estimate == nil)
    #expect(fit.raters.last?.measure?.correlation == nil)
  }

  @Test func `a rating that surprises is named`() throws {
    var model = FacetModel()
    model.unexpectedFrom = 2
    let fit = try #require(try model.fit(Guilford.set).fit)
    #expect(fit.unexpected.count == 5)
    for rating in fit.unexpected {
      let names = rating.elements
      let row = try #require(Guilford.ratees.firstIndex(of: names[0]))
      let column = try #require(Guilford.items.firstIndex(of: names[2]))
      let marks = try #require(Guilford.marks.first { $0.key == names[1] }?.value)
      #expect(rating.value == marks[row][column])
      #expect(abs(rating.standardResidual) >= 2)
      #expect((rating.standardResidual > 0) == (Double(rating.value) > rating.expected))
    }
    #expect(try FacetModel().fit(Guilford.set).fit?.unexpected.isEmpty == true)
  }

  /// Pearson's correlation by its definition, over the 35 ratings of each rater.
  @Test func `ratings correlate with what the others add`() throws {
    let fit = try #require(try FacetModel().fit(Guilford.set).fit)
    for rater in fit.raters {
      var pairs: [(Double, Double)] = []
      for rating in try Guilford.ratings where rating.rater.text == rater.id {
        let ability = try #require(fit.ratees[rating.ratee.text]?.measure).logits
        let difficulty = try #require(fit.items[rating.item.text]?.measure).logits
        pairs.append((Double(rating.value), ability - difficulty))
      }
      let count = Double(pairs.count)
      let means = (
        pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count
      )
      let products = pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
      let squares = (
        pairs.reduce(0) { $0 + ($1.0 - means.0) * ($1.0 - means.0) },
        pairs.reduce(0) { $0 + ($1.1 - means.1) * ($1.1 - means.1) }
      )
      let measure = try #require(rater.measure)
      let correlation = try #require(measure.correlation)
      #expect(abs(correlation - products / (squares.0 * squares.1).squareRoot()) < 1e-9)
      #expect(abs(measure.displacement) < 1e-6)
      #expect(try #require(measure.expectedCorrelation) > 0)
    }
  }

  @Test func `extreme elements enter the separation that says so`() throws {
    let rows: [[Int?]] = [[1, 2, 3], [2, 3, 2], [3, 3, 3], [1, 1, 2], [3, 2, 3], [2, 1, 1]]
    let fit = try #require(try FacetModel().fit(Samples.table(rows, scale: 1...3)).fit)
    let without = try #require(fit.ratees.separation)
    let with = try #require(fit.ratees.separationWithExtremes)
    #expect(without.fixedDegreesOfFreedom == 4)
    #expect(with.fixedDegreesOfFreedom == 5)
    #expect(with.sample.deviation > without.sample.deviation)
    #expect(fit.raters.separationWithExtremes == nil)
  }

  /// Odds so far from 1 that powers of them leave the range of numbers.
  @Test(arguments: [-40.0, -3, 0, 3, 40])
  func `moments hold far from the middle`(_ eta: Double) {
    let parameters = RaschParameters(
      ratees: [], others: [], categories: (0..<32).map { -0.02 * Double($0 * $0) })
    let curve = CategoryCurve(parameters)
    let logs = (0..<32).map { Double($0) * eta + parameters.categories[$0] }
    let top = logs.max() ?? 0
    let terms = logs.map { exp($0 - top) }
    let sum = terms.reduce(0, +)
    let mean = terms.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / sum
    let found = curve.moments(at: eta)
    #expect(abs(found.mean - mean) < 1e-9)
    #expect(found.variance >= 0)
    for (chance, term) in zip(curve.chances(at: eta), terms) {
      #expect(abs(chance - term / sum) < 1e-12)
    }
  }
}
