import KinerjaCore
import RatingBias

/// Every coefficient of agreement and reliability that a set of ratings allows.
struct AgreementSummary {
  struct Coefficient {
    let id: String
    let name: LocalizedText
    let agreement: Agreement?
  }

  private(set) var coefficients: [Coefficient] = []
  private(set) var intraclass: [(form: IntraclassForm, value: IntraclassCorrelation?)] = []
  private(set) var reliabilities: [(id: String, name: LocalizedText, value: Reliability?)] = []
  let withinGroups: WithinGroupAgreement
  let concordance: Concordance?
  let homogeneity: MarginalHomogeneity?
  let levels: [LevelAgreement]
  let lightKappa: Double?
  let ratings: RatingSet

  private static let weightings: [(name: String, weights: AgreementWeights)] = [
    ("identity", .identity), ("linear", .linear), ("quadratic", .quadratic),
    ("ordinal", .ordinal), ("radical", .radical), ("ratio", .ratio), ("circular", .circular),
    ("bipolar", .bipolar),
  ]

  init(_ ratings: RatingSet, interval: IntervalSettings) throws {
    self.ratings = ratings
    withinGroups = try ratings.withinGroupAgreement()
    concordance = ratings.concordance().estimate
    homogeneity = ratings.marginalHomogeneity().estimate
    levels = ratings.scale.levels.count > 2 ? try ratings.agreementByLevel(interval: interval) : []
    lightKappa = try Self.lightKappa(ratings)
    let hasTwo = ratings.raterCount == 2
    for (name, weights) in Self.weightings {
      let kinds: [(String, AgreementCoefficient)] =
        [
          ("pa", .percentAgreement(weights: weights)), ("bp", .brennanPrediger(weights: weights)),
          ("ac", .gwetAC2(weights: weights)), ("fleiss", .fleissKappa(weights: weights)),
          ("conger", .congerKappa(weights: weights)),
          ("alpha", .krippendorffAlpha(weights: weights)),
        ]
        + (hasTwo
          ? [("cohen", .cohenKappa(weights: weights)), ("scott", .scottPi(weights: weights))] : [])
      for (id, coefficient) in kinds {
        // Krippendorff's alpha at the ordinal level has the plain name.
        let isOther = name == "ordinal" && id == "alpha"
        try add(isOther ? "ordinal_weights.alpha" : "\(name).\(id)", coefficient, interval)
      }
    }
    for measurement in AgreementCoefficient.Measurement.allCases {
      try add("\(measurement.rawValue).alpha", .krippendorffAlpha(measurement), interval)
    }
    for form in IntraclassForm.allCases {
      intraclass.append(
        (form, try ratings.intraclassCorrelation(form, interval: interval).estimate))
    }
    for (id, name, method, columns) in Self.reliabilityKinds
    where columns == .raters || ratings.itemCount > 1 {
      reliabilities.append(
        (id, name, try ratings.reliability(method, of: columns, interval: interval).estimate))
    }
  }

  /// The mean of Cohen's kappa over all pairs of raters, for so few raters that all pairs can be told.
  private static func lightKappa(_ ratings: RatingSet) throws -> Double? {
    guard ratings.raterCount <= 30 else { return nil }
    let kappas = try ratings.agreementByPair().map(\.answer.estimate?.value)
    let known = kappas.compactMap(\.self)
    guard !known.isEmpty, known.count == kappas.count else { return nil }
    return known.reduce(0, +) / Double(known.count)
  }

  private mutating func add(
    _ id: String, _ coefficient: AgreementCoefficient, _ interval: IntervalSettings
  ) throws {
    // Weights that the scale does not allow, as ratios of negative values, leave the figure empty.
    let answer: Agreement?
    do {
      answer = try ratings.agreement(coefficient, interval: interval).estimate
    } catch is InvalidInput {
      answer = nil
    }
    if coefficients.contains(where: { $0.id == id }) { return }
    coefficients.append(Coefficient(id: id, name: coefficient.name, agreement: answer))
  }

  private static let reliabilityKinds:
    [(id: String, name: LocalizedText, method: Reliability.Method, columns: Reliability.Columns)] =
      [
        ("alpha.items", LocalizedText(id: "alfa Cronbach, butir", en: "Cronbach's alpha, items")),
        (
          "alpha.raters",
          LocalizedText(id: "alfa Cronbach, penilai", en: "Cronbach's alpha, raters")
        ),
        ("omega.items", LocalizedText(id: "omega, butir", en: "omega, items")),
        ("omega.raters", LocalizedText(id: "omega, penilai", en: "omega, raters")),
      ].map { id, name in
        (
          id, name, id.hasPrefix("alpha") ? .alpha : .omega,
          id.hasSuffix("items") ? .items : .raters
        )
      }
}

extension AgreementSummary {
  /// The figures by the identifiers of the reference data.
  var figures: Figures {
    var figures = Figures()
    for coefficient in coefficients {
      let (id, agreement) = (coefficient.id, coefficient.agreement)
      figures.add(id, agreement?.value)
      figures.add(id + ".se", agreement?.standardError)
      figures.add(id + ".ci95_low", agreement?.interval?.lower)
      figures.add(id + ".ci95_high", agreement?.interval?.upper)
      figures.add(id + ".expected", agreement?.expected)
      if let test = agreement?.chanceTest {
        figures.add(id + ".se_null", test.standardError)
        figures.add(id + ".z", test.z)
        figures.add(id + ".p", test.pValue)
      }
    }
    let agreement = coefficients.first?.agreement
    figures.add("percent_exact_pairs", agreement.map { $0.exactShare * 100 })
    figures.add("percent_exact_all_raters", agreement.map { $0.unanimousShare * 100 })
    for (form, correlation) in intraclass {
      let id = form.mcGrawWong
      figures.add(id, correlation?.value)
      figures.add(id + ".F", correlation?.fRatio)
      figures.add(id + ".df1", correlation?.degreesBetween)
      figures.add(id + ".df2", correlation?.degreesOfError)
      figures.add(id + ".p", correlation?.pValue)
      figures.add(id + ".ci95_low", correlation?.interval?.lower)
      figures.add(id + ".ci95_high", correlation?.interval?.upper)
      if let stepped = correlation?.steppedUpInterval {
        figures.add(id + ".stepped_up.ci95_low", stepped.lower)
        figures.add(id + ".stepped_up.ci95_high", stepped.upper)
      }
    }
    for (id, _, reliability) in reliabilities {
      figures.add(id, reliability?.value)
      figures.add(id + ".ci95_low", reliability?.interval?.lower)
      figures.add(id + ".ci95_high", reliability?.interval?.upper)
      figures.add(id + ".sem", reliability?.standardErrorOfMeasurementInPoints)
    }
    if let homogeneity {
      figures.add("stuart_maxwell_chi2", homogeneity.stuartMaxwell.chiSquare)
      figures.add("bhapkar_chi2", homogeneity.bhapkar?.chiSquare)
    }
    for (index, level) in levels.enumerated() {
      let agreement = level.answer.estimate
      figures.add("category\(index + 1).kappa", agreement?.value)
      figures.add("category\(index + 1).z", agreement?.chanceTest?.z)
    }
    figures.add("light_kappa", lightKappa)
    figures.add("kendall_w", concordance?.w)
    figures.add("kendall_w.chi2", concordance?.chiSquare)
    figures.add("kendall_w.p", concordance?.pValue)
    figures.add("icc1_bliese", withinGroups.icc1.estimate)
    figures.add("icc2_bliese", withinGroups.icc2.estimate)
    let isScale = ratings.itemCount > 1
    for group in withinGroups.groups {
      let estimate = group.answer.estimate
      figures.add("\(isScale ? "rwgj" : "rwg").\(group.ratee)", estimate?.rwg)
      if isScale { figures.add("rwg_scale_mean.\(group.ratee)", estimate?.rwgOfMeans) }
      figures.add("ad_mean.\(group.ratee)", estimate?.averageDeviationInPoints)
      figures.add("awg.\(group.ratee)", estimate?.awg)
    }
    return figures
  }
}
