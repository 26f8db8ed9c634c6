public import KinerjaCore

/// A rule as the annex of a regulation: chapters, articles, paragraphs and tables, in both
/// languages, to be read beside the law.
///
/// It is a value without a look of its own: ``text(in:width:)`` prints it, and a report can show it.
public struct LegalAnnex: Sendable, Hashable {
  /// What the rule is called.
  public let title: LocalizedText
  /// What stands under the title: identifier, version, days.
  public let preamble: [LocalizedText]
  /// The chapters (*bab*), in reading order.
  public let chapters: [Chapter]

  /// A chapter (*bab*).
  public struct Chapter: Sendable, Hashable {
    /// What it is about.
    public let heading: LocalizedText
    /// Its articles.
    public let articles: [Article]
  }

  /// An article (*pasal*); articles are counted through the whole annex.
  public struct Article: Sendable, Hashable {
    /// Its number, from 1.
    public let number: Int
    /// What it is about.
    public let heading: LocalizedText
    /// Its paragraphs.
    public let paragraphs: [Paragraph]
  }

  /// A paragraph (*ayat*) of an article.
  public struct Paragraph: Sendable, Hashable {
    /// The sentence; one that ends in a colon goes on with what follows.
    public let text: LocalizedText
    /// A formula that stands on a line of its own; nil if there is none.
    public let formula: LocalizedText?
    /// The lettered items (*huruf*).
    public let items: [LocalizedText]
    /// The table; nil if there is none.
    public let table: Table?

    init(
      _ text: LocalizedText, formula: LocalizedText? = nil, items: [LocalizedText] = [],
      table: Table? = nil
    ) {
      self.text = text
      self.formula = formula
      self.items = items
      self.table = table
    }
  }

  /// A table: headings and rows of cells.
  public struct Table: Sendable, Hashable {
    /// The headings of the columns.
    public let columns: [LocalizedText]
    /// The rows, each with a cell for every column.
    public let rows: [[LocalizedText]]
  }
}

extension LegalAnnex.Article {
  /// "Pasal 3" or "Article 3".
  public var name: LocalizedText { LocalizedText(id: "Pasal \(number)", en: "Article \(number)") }
}

extension LegalAnnex {
  /// "BAB II" or "CHAPTER II", for the chapter at an index.
  public func name(ofChapter index: Int) -> LocalizedText {
    let number = Self.roman(index &+ 1)
    return LocalizedText(id: "BAB \(number)", en: "CHAPTER \(number)")
  }

  private static func roman(_ number: Int) -> String {
    let signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// "a", "b" … "z", "aa" for the item at an index.
  public static func letter(ofItem index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let own = String(letters[index % letters.count])
    return index < letters.count ? own : letter(ofItem: index / letters.count - 1) + own
  }
}
