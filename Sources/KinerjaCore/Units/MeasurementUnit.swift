/// The unit in which a figure is measured (*satuan*).
public struct MeasurementUnit: Hashable, Sendable {
  /// The unit as it stands behind a figure: "%", "laporan", "bulan".
  public let symbol: LocalizedText
  /// The unit behind a figure of exactly one, such as "activity" where the symbol is "activities";
  /// nil if it is the same.
  public let singular: LocalizedText?
  /// What it measures: figures may be added and compared if their dimensions are equal.
  public let dimension: UnitDimension
  /// The decimals with which figures are shown, from 0 to 18.
  ///
  /// A figure with more decimals is kept as it is.
  public let decimals: Int

  /// Creates a unit; decimals outside 0 to 18 are moved into that range.
  ///
  /// - Parameters:
  ///   - symbol: As it stands behind a figure.
  ///   - singular: As it stands behind a figure of exactly one; nil if it is the same.
  ///   - dimension: What it measures; if left out, the Indonesian symbol says it: "bulan" is a
  ///     dimension of its own, "rupiah/bulan" a quotient, "%" and "‰" are plain numbers.
  ///   - decimals: With how many decimals figures are shown.
  public init(
    _ symbol: LocalizedText, singular: LocalizedText? = nil, dimension: UnitDimension? = nil,
    decimals: Int = 0
  ) {
    self.symbol = symbol
    self.singular = singular
    self.dimension = dimension ?? UnitDimension(symbol: symbol.indonesian)
    self.decimals = min(max(decimals, 0), Points.mostPlaces)
  }

  /// Per cent, shown with two decimals.
  public static let percent = MeasurementUnit(LocalizedText(same: "%"), decimals: 2)

  /// A figure with its unit, such as "4,88%" or "4.162 rumah tangga".
  ///
  /// The figure has at least ``decimals`` decimals; if it is no decimal number, it is a fraction.
  public func text(_ figure: Ratio, in language: Language) -> String {
    let convention = language.decimalConvention
    let number =
      Points(exactly: figure)?.text(convention, places: decimals, grouping: true)
      ?? figure.text(convention)
    return text(behind: number, in: language)
  }

  /// The unit behind a figure that is written already; a plain number has nothing behind it.
  package func text(behind number: String, in language: Language) -> String {
    let symbol = (number == "1" ? singular ?? symbol : symbol)[language]
    if symbol.isEmpty { return number }
    return symbol == "%" || symbol == "‰" ? "\(number)\(symbol)" : "\(number) \(symbol)"
  }
}

extension MeasurementUnit: Definition {
  /// Reads `{"symbol": {"id": "bulan", "en": "months"}, "decimals": 1}`; decimals, dimension and
  /// `singular` may be left out.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let symbol = object.required("symbol", LocalizedText.self)
    let singular = object.optional("singular", LocalizedText.self)
    let dimension = object.optional("dimension", UnitDimension.self)
    let decimals = object.optional("decimals", default: 0)
    object.finish()
    guard let symbol, let decimals else { return nil }
    guard (0...Points.mostPlaces).contains(decimals) else {
      reader.report(.unitDecimals, ["decimals": .integer(Int64(decimals))], at: node)
      return nil
    }
    self.init(symbol, singular: singular, dimension: dimension, decimals: decimals)
  }

  public var json: JSONValue {
    let isOwn = dimension == UnitDimension(symbol: symbol.indonesian)
    let stated = isOwn ? nil : dimension
    return .object(of: [
      "symbol": symbol.json, "singular": singular?.json, "dimension": stated?.json,
      "decimals": decimals.json,
    ])
  }
}
