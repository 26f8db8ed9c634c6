/// How alternatives are put in order.
public enum RankingMethod: Sendable, Hashable {
  /// Weighted sum (WSM, SAW): Σ *wⱼvᵢⱼ*.
  ///
  /// Hwang and Yoon, Multiple Attribute Decision Making (1981).
  case weightedSum(normalizing: Normalization = .minMax())
  /// Weighted product (WPM): Π *vᵢⱼ* to the power of *wⱼ*. Normalized values must be positive.
  ///
  /// Fishburn, Murphy and Isaacs, Operations Research 16 (1968) 254–267.
  case weightedProduct(normalizing: Normalization = .maximum)
  /// λ WSM + (1 − λ) WPM. λ from 0 to 1; normalized values must be positive.
  ///
  /// Zavadskas, Turskis, Antucheviciene and Zakarevicius, Elektronika ir Elektrotechnika 122 (2012)
  /// 3–6.
  case waspas(lambda: Double = 0.5, normalizing: Normalization = .maximum)
  /// Closeness to the ideal: *D⁻* ∕ (*D⁺* + *D⁻*), with Euclidean distances of weighted normalized
  /// values to the best and to the worst value of each criterion.
  ///
  /// Hwang and Yoon, Multiple Attribute Decision Making (1981), normalizing by
  /// ``Normalization/vector``; others normalize by min-max.
  case topsis(normalizing: Normalization = .vector)
  /// Compromise ranking on raw values: *Q*, smaller being better, with the weight *v* of the group
  /// against the largest regret.
  ///
  /// Opricovic and Tzeng, EJOR 156 (2004) 445–455.
  case vikor(v: Double = 0.5)
  /// PROMETHEE II: net outranking flow on raw values, from −1 to 1.
  ///
  /// Brans and Vincke, Management Science 31 (1985) 647–656; flows of piecewise linear functions by
  /// sorting, Calders and Van Assche, arXiv 1603.00091 (2016).
  case promethee(PreferenceFunction = .usual)
  /// Copeland: majorities won minus majorities lost, by the weight of the criteria on which an
  /// alternative is better; half of the weight where two are equal.
  ///
  /// Outranking matrix of Munda and Nardo, Applied Economics 41 (2009) 1513–1523, as in COINr.
  case copeland

  /// Whether a smaller score is better.
  public var isSmallerBetter: Bool {
    if case .vikor = self { true } else { false }
  }

  /// The method, its settings and its source.
  public var manifest: MethodManifest {
    switch self {
    case .weightedSum(let normalization):
      MethodManifest(
        "weighted-sum", normalization: normalization, source: "Hwang & Yoon 1981")
    case .weightedProduct(let normalization):
      MethodManifest(
        "weighted-product", normalization: normalization, source: "Fishburn, Murphy & Isaacs 1968")
    case .waspas(let lambda, let normalization):
      MethodManifest(
        "waspas", normalization: normalization, settings: ["lambda": "\(lambda)"],
        source: "Zavadskas et al. 2012")
    case .topsis(let normalization):
      MethodManifest("topsis", normalization: normalization, source: "Hwang & Yoon 1981")
    case .vikor(let v):
      MethodManifest("vikor", settings: ["v": "\(v)"], source: "Opricovic & Tzeng 2004")
    case .promethee(let preference):
      MethodManifest(
        "promethee-ii", settings: ["preference": preference.text],
        source: "Brans & Vincke 1985; Calders & Van Assche 2016")
    case .copeland:
      MethodManifest("copeland", source: "Copeland 1951; Munda & Nardo 2009")
    }
  }
}
