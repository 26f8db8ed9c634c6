/// A time zone of Indonesia, with its fixed distance from UTC.
///
/// Indonesia keeps no summer time; the three zones are those of Keppres 41/1987.
public enum Zone: String, Hashable, Sendable, Codable, CaseIterable {
  /// *Waktu Indonesia Barat*, UTC+7.
  case wib = "WIB"
  /// *Waktu Indonesia Tengah*, UTC+8.
  case wita = "WITA"
  /// *Waktu Indonesia Timur*, UTC+9.
  case wit = "WIT"

  /// How many hours its clocks are ahead of UTC.
  public var hoursAheadOfUTC: Int {
    switch self {
    case .wib: 7
    case .wita: 8
    case .wit: 9
    }
  }

  var secondsAheadOfUTC: Int64 { Int64(hoursAheadOfUTC) * 3_600 }

  /// The full name, such as "Waktu Indonesia Tengah" or "Central Indonesia Time".
  public var name: LocalizedText {
    switch self {
    case .wib: LocalizedText(id: "Waktu Indonesia Barat", en: "Western Indonesia Time")
    case .wita: LocalizedText(id: "Waktu Indonesia Tengah", en: "Central Indonesia Time")
    case .wit: LocalizedText(id: "Waktu Indonesia Timur", en: "Eastern Indonesia Time")
    }
  }
}

extension Zone {
  /// The day that the calendar shows in this zone at an instant.
  public func day(of instant: Instant) -> Day { clock(at: instant).day }

  /// The first second of a day in this zone.
  ///
  /// For ``Day/first`` it is ``Instant/first``, which lies some hours later.
  public func firstSecond(of day: Day) -> Instant {
    Instant(clamping: Int64(day.daysSince1970) * 86_400 - secondsAheadOfUTC)
  }

  /// The last second of a day in this zone: a deadline "on the day D" includes it, and nothing later.
  ///
  /// For ``Day/last`` it is at most ``Instant/last``, some hours earlier.
  public func lastSecond(of day: Day) -> Instant {
    Instant(clamping: Int64(day.daysSince1970) * 86_400 + 86_399 - secondsAheadOfUTC)
  }

  /// Day and time of the day in this zone.
  package func clock(at instant: Instant) -> (day: Day, hour: Int, minute: Int, second: Int) {
    instant.clock(secondsAhead: secondsAheadOfUTC)
  }
}
