extension Instant {
  /// Reads an instant in ISO 8601 with its offset: `2026-12-31T23:59:59+08:00` or `…Z`.
  ///
  /// The offset is required, from −23:59 to +23:59; there are no fractions of a second.
  ///
  /// - Throws: ``InvalidInstant``.
  public init(iso text: some StringProtocol) throws(InvalidInstant) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 25 else { throw .text }
    let day: Day
    do {
      day = try Day(isoBytes: bytes[..<10])
    } catch {
      throw .day(error)
    }
    guard
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let hour = Self.twoDigits(bytes, at: 11),
      let minute = Self.twoDigits(bytes, at: 14), let second = Self.twoDigits(bytes, at: 17),
      let ahead = Self.offset(bytes[19...])
    else { throw .text }
    try self.init(day, hour, minute, second, secondsAhead: ahead)
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let bytes = Array(bytes)
    guard
      bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      let hours = twoDigits(bytes, at: 1), let minutes = twoDigits(bytes, at: 4),
      hours < 24, minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3_600 + minutes * 60)
    switch bytes[0] {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return nil
    }
  }

  private static func twoDigits(_ bytes: [UInt8], at index: Int) -> Int? {
    let nought = UInt8(ascii: "0")
    guard
      (nought...nought + 9).contains(bytes[index]), (nought...nought + 9).contains(bytes[index + 1])
    else { return nil }
    return Int(bytes[index] - nought) * 10 + Int(bytes[index + 1] - nought)
  }

  /// The ISO 8601 text with the offset of a zone, such as `2026-12-31T23:59:59+08:00`.
  public func iso(in zone: Zone) -> String {
    "\(isoClock(secondsAhead: zone.secondsAheadOfUTC))+\(padded(zone.hoursAheadOfUTC, to: 2)):00"
  }

  private func isoClock(secondsAhead: Int64) -> String {
    let (day, hour, minute, second) = clock(secondsAhead: secondsAhead)
    return "\(day)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
  }

  /// Day and time in words: "31 Desember 2026 pukul 23.59.59 WITA", "31 December 2026, 23:59:59 WITA".
  public func text(in zone: Zone, _ language: Language) -> String {
    let (day, hour, minute, second) = zone.clock(at: self)
    let time = [hour, minute, second].map { padded($0, to: 2) }
    let words = LocalizedText(
      id: "\(day.text(in: .indonesian)) pukul \(time.joined(separator: ".")) \(zone.rawValue)",
      en: "\(day.text(in: .english)), \(time.joined(separator: ":")) \(zone.rawValue)")
    return words[language]
  }
}

extension Instant: CustomStringConvertible {
  /// The ISO 8601 text in UTC, such as `2026-12-31T15:59:59Z`.
  public var description: String { "\(isoClock(secondsAhead: 0))Z" }
}

extension Instant: ExpressibleByStringLiteral {
  /// Creates an instant from an ISO 8601 literal with offset, such as `"2026-12-31T23:59:59+08:00"`.
  ///
  /// A literal that is no instant is a programming mistake and stops the program with a sentence;
  /// text from outside goes through ``init(iso:)``.
  public init(stringLiteral text: String) {
    do {
      try self.init(iso: text)
    } catch {
      preconditionFailure("\"\(text)\": \(error)")
    }
  }
}

/// Why something is no ``Instant``.
public enum InvalidInstant: DiagnosedError, Hashable, Sendable {
  /// A text in another form than `2026-12-31T23:59:59+08:00` or `2026-12-31T15:59:59Z`.
  case text
  /// Its day is none.
  case day(InvalidDay)
  /// A time that no clock shows.
  case time(hour: Int, minute: Int, second: Int)
  /// Before ``Instant/first`` or after ``Instant/last``.
  case outOfRange
}

extension InvalidInstant {
  /// The problem as a diagnostic, ready to be placed in a file.
  public var diagnostic: Diagnostic {
    switch self {
    case .text: Diagnostic(.instantText)
    case .day(let problem): problem.diagnostic
    case .time(let hour, let minute, let second):
      Diagnostic(
        .noSuchTime,
        [
          "hour": .integer(Int64(hour)), "minute": .integer(Int64(minute)),
          "second": .integer(Int64(second)),
        ])
    case .outOfRange: Diagnostic(.instantOutOfRange)
    }
  }
}
