/// The spellings of identifiers in use.
struct FigureNames {
  /// Whether `ordinal.alpha` is meant with Gwet's weights, as beside his other coefficients, and not
  /// at Krippendorff's ordinal level.
  private let hasWeights: Bool

  /// Learns from the identifiers of a file which family it speaks of.
  init(_ ids: some Sequence<String>) {
    hasWeights = ids.contains("ordinal.pa")
  }

  /// The identifier as figures have it, where it is spelled otherwise.
  func usual(_ id: String) -> String {
    if let whole = Self.wholes[id] { return whole }
    for prefix in ["py.", "pingouin."] where id.hasPrefix(prefix) {
      return usual(String(id.dropFirst(prefix.count)))
    }
    for (from, to) in Self.endings where id.hasSuffix(from) {
      return usual(id.dropLast(from.count) + to)
    }
    if hasWeights, id.hasPrefix("ordinal.alpha") { return "ordinal_weights" + id.dropFirst(7) }
    for (from, to) in Self.beginnings where id.hasPrefix(from) {
      return to + id.dropFirst(from.count)
    }
    return id
  }

  private static let endings: [(from: String, to: String)] = [
    (".statsmodels", ""), (".published", ""), (".gwet", ".ac"), (".krippendorff", ".alpha"),
    (".fairlearn", ""), (".impact_ratio_female_over_male", ".impact_ratio"),
  ]

  private static let beginnings: [(from: String, to: String)] = [
    ("unweighted.", "identity."), ("cac.", "identity."),
    ("icc1_1", "ICC(1,1)"), ("icc2_1", "ICC(A,1)"), ("icc3_1", "ICC(C,1)"),
    ("icc1_k", "ICC(1,k)"), ("icc2_k", "ICC(A,k)"), ("icc3_k", "ICC(C,k)"),
    ("kappa_linear", "linear.cohen"), ("kappa_quadratic", "quadratic.cohen"),
  ]

  private static let wholes: [String: String] = [
    "kappa": "identity.cohen", "kappa.z_null": "identity.cohen.z",
    "kappa.se_nonnull.statsmodels": "identity.cohen.se",
    "kappa.se_null.statsmodels": "identity.cohen.se_null", "kappa.statsmodels": "identity.cohen",
    "kappa_linear.z_null": "linear.cohen.z",
    "kappa_linear.se_nonnull.statsmodels": "linear.cohen.se",
    "kappa_linear.se_null.statsmodels": "linear.cohen.se_null",
    "kappa_quadratic.z_null": "quadratic.cohen.z",
    "kappa_quadratic.se_nonnull.statsmodels": "quadratic.cohen.se",
    "kappa_quadratic.se_null.statsmodels": "quadratic.cohen.se_null",
    "icc2_k.ci95_low": "ICC(A,k).stepped_up.ci95_low",
    "icc2_k.ci95_high": "ICC(A,k).stepped_up.ci95_high",
    "icc2_k.ci95_low.mcgraw_wong": "ICC(A,k).ci95_low",
    "icc2_k.ci95_high.mcgraw_wong": "ICC(A,k).ci95_high",
    "cronbach_alpha": "alpha.raters",
    "fleiss_kappa": "identity.fleiss", "fleiss_kappa.z": "identity.fleiss.z",
    "conger_exact_kappa": "identity.conger", "krippendorff_nominal": "nominal.alpha",
    "alpha_nominal": "nominal.alpha", "alpha_ordinal": "ordinal.alpha",
    "alpha_interval": "interval.alpha", "alpha_ratio": "ratio.alpha",
  ]
}
