public import KinerjaCore

/// How a figure came about: the method, how criteria were made comparable, the settings, and where
/// the method is described; enough to repeat it elsewhere.
public struct MethodManifest: Sendable, Hashable {
  /// A setting by name.
  public struct Setting: Sendable, Hashable {
    /// What is set.
    public let name: String
    /// What it is set to.
    public let value: String
  }

  /// The method, such as `topsis`.
  public let method: String
  /// How criteria were made comparable; nil if the method has no such step.
  public let normalization: Normalization?
  /// The settings, in the order of the method's description.
  public let settings: [Setting]
  /// The paper and the equations.
  public let source: String

  init(
    _ method: String, normalization: Normalization? = nil,
    settings: KeyValuePairs<String, String> = [:], source: String
  ) {
    self.method = method
    self.normalization = normalization
    self.settings = settings.map { Setting(name: $0, value: $1) }
    self.source = source
  }

  /// The manifest as JSON.
  public var json: JSONValue {
    .object(of: [
      "method": .string(method), "normalization": normalization.map { .string($0.text) },
      "costs": normalization.map { .string($0.costHandling.rawValue) },
      "settings": .object(
        Dictionary(settings.map { ($0.name, .string($0.value)) }, uniquingKeysWith: { $1 })),
      "source": .string(source),
    ])
  }
}

extension MethodManifest: CustomStringConvertible {
  /// The manifest in one line.
  public var description: String {
    var parts = [method]
    if let normalization {
      parts.append(
        "normalization \(normalization.text), costs \(normalization.costHandling.rawValue)")
    }
    parts += settings.map { "\($0.name) \($0.value)" }
    return parts.joined(separator: "; ") + " (\(source))"
  }
}
