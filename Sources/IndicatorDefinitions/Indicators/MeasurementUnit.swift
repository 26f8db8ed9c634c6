public import KinerjaCore

/// The unit in which an indicator is measured (*satuan*).
public struct MeasurementUnit: Hashable, Sendable {
  /// The unit as it stands behind a figure: "%", "laporan", "bulan".
  public let symbol: LocalizedText
  /// The decimals with which figures are shown, from 0 to 18.
  ///
  /// A figure with more decimals is kept as it is.
  public let decimals: Int

  /// Creates a unit; decimals outside 0 to 18 are moved into that range.
  public init(_ symbol: LocalizedText, decimals: Int = 0) {
    self.symbol = symbol
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
    let symbol = symbol[language]
    return symbol == "%" ? "\(number)%" : "\(number) \(symbol)"
  }
}

extension MeasurementUnit: Definition {
  /// Reads `{"symbol": {"id": "bulan", "en": "months"}, "decimals": 1}`; decimals may be left out.
  public init?(_ node: JSONNode, _ reader: DefinitionReader) {
    guard let object = reader.object(node) else { return nil }
    let symbol = object.required("symbol", LocalizedText.self)
    let decimals = object.optional("decimals", default: 0)
    object.finish()
    guard let symbol, let decimals else { return nil }
    guard (0...Points.mostPlaces).contains(decimals) else {
      reader.report(.unitDecimals, ["decimals": .integer(Int64(decimals))], at: node)
      return nil
    }
    self.init(symbol, decimals: decimals)
  }

  public var json: JSONValue { ["symbol": symbol.json, "decimals": decimals.json] }
}
