// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, nearest the ground first. Each line names the nearest rooms below;
// a room may import those and everything beneath them, never one above.
let house: KeyValuePairs<String, [String]> = [
  "KinerjaCore": [],
  "KinerjaTables": ["KinerjaCore"],
  "KinerjaNumerics": ["KinerjaTables"],
  "OrganisationStructure": ["KinerjaTables"],
  "RuleLanguage": ["KinerjaTables"],
  "IndicatorDefinitions": ["RuleLanguage", "OrganisationStructure"],
  "CompetencyFrameworks": ["RuleLanguage", "OrganisationStructure", "KinerjaNumerics"],
  "WeightedScoring": ["IndicatorDefinitions", "KinerjaNumerics"],
  "RatingBias": ["KinerjaNumerics"],
  "AppraisalStorage": ["KinerjaCore"],
  "AppraisalStorageTesting": ["AppraisalStorage"],
  "AppraisalCycles": [
    "CompetencyFrameworks", "WeightedScoring", "RatingBias", "AppraisalStorage",
  ],
  "NationalRules": ["CompetencyFrameworks", "WeightedScoring"],
  "RegionalSystems": ["NationalRules", "AppraisalCycles"],
  "PolicySimulation": ["AppraisalCycles"],
  "KinerjaReports": ["PolicySimulation"],
]

// Reached by `package` access only, so no client comes to depend on it.
let innerRooms: Set = ["KinerjaNumerics"]

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let rooms = house.map(\.key)
let products = rooms.filter { !innerRooms.contains($0) }

let package = Package(
  name: "Kinerja",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: (products + ["Kinerja"]).map { .library(name: $0, targets: [$0]) }
    + [.executable(name: "quickstart", targets: ["Quickstart"])],
  targets: rooms.map { room($0, on: roomsBeneath($0)) }
    + [room("Kinerja", on: products)]
    + [example("Quickstart", excluding: ["Data"]), example("Readme")]
    + rooms.map { suite(of: $0, with: [$0] + roomsBeneath($0)) }
    + [suite(of: "Quickstart", with: ["Quickstart", "Kinerja"] + products)],
  swiftLanguageModes: [.v6]
)

/// All rooms below `name`, each once, nearest the ground first.
func roomsBeneath(_ name: String) -> [String] {
  let nearest = house.first { $0.key == name }?.value ?? []
  let wanted = Set(nearest + nearest.flatMap(roomsBeneath))
  return rooms.filter(wanted.contains)
}

func room(_ name: String, on beneath: [String]) -> Target {
  .target(name: name, dependencies: beneath.map { .byName(name: $0) }, swiftSettings: settings)
}

func example(_ name: String, excluding files: [String] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Kinerja"] + products.map { .byName(name: $0) },
    path: "Documentation/Examples/\(name)",
    exclude: files,
    swiftSettings: settings)
}

func suite(of name: String, with rooms: [String]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: rooms.map { .byName(name: $0) },
    swiftSettings: settings)
}
