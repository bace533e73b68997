// swift-tools-version: 6.2
import PackageDescription

/// Rules every target of ours obeys: Swift 6 mode, explicit existentials and imports, a warning is an error.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "sluss",
    products: [.executable(name: "sluss", targets: ["sluss"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CShim", dependencies: ["CLibXML2", "COpenSSL", "CZlib"]),
        .target(name: "Documents", dependencies: ["CLibXML2", "CShim"], swiftSettings: strict),
        .target(name: "Signatures", dependencies: ["Documents", "COpenSSL", "CShim"], swiftSettings: strict),
        .target(name: "CareMessages", dependencies: ["Documents", "Signatures"], swiftSettings: strict),
        .target(name: "AS4", dependencies: ["Documents", "Signatures", "CZlib", "CShim"], swiftSettings: strict),
        .target(name: "Spooling", dependencies: ["COpenSSL", "CShim"], swiftSettings: strict),
        .target(
            name: "Gateway",
            dependencies: [
                "Documents", "Signatures", "CareMessages", "AS4", "Spooling",
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "sluss",
            dependencies: [
                "Documents", "Signatures", "CareMessages", "AS4", "Spooling", "Gateway", "COpenSSL", "CShim",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "sluss-benchmark", dependencies: ["CareMessages", "Documents", "Gateway", "Signatures", "Spooling", "TestSupport"],
            path: "Benchmarks/Throughput", swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "FuzzTargets", dependencies: ["AS4", "Documents", "Signatures", "Spooling", "COpenSSL", "CShim"], path: "Fuzzing/Targets",
            swiftSettings: strict),
        .executableTarget(name: "spool-exerciser", dependencies: ["Spooling"], path: "Tests/SpoolExerciser", swiftSettings: strict),
        .executableTarget(
            name: "ingress-exerciser", dependencies: ["AS4", "CareMessages", "Documents", "Gateway", "Signatures", "Spooling"],
            path: "Tests/IngressExerciser", swiftSettings: strict),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: strict),
        .testTarget(name: "SignaturesTests", dependencies: ["Documents", "Signatures"], swiftSettings: strict),
        .testTarget(name: "CareMessagesTests", dependencies: ["Documents", "Signatures", "CareMessages"], swiftSettings: strict),
        .testTarget(
            name: "AS4Tests", dependencies: ["Documents", "Signatures", "AS4", "TestSupport"], exclude: ["Foreign/as4_library.py"],
            swiftSettings: strict),
        .testTarget(name: "SpoolingTests", dependencies: ["Spooling", "spool-exerciser"], swiftSettings: strict),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Gateway", "Documents", "Signatures", "CareMessages", "AS4", "Spooling", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .testTarget(name: "CommandTests", dependencies: ["CareMessages", "Documents", "TestSupport", "sluss"], swiftSettings: strict),
        .testTarget(
            name: "FaultTests",
            dependencies: [
                "AS4", "CareMessages", "Documents", "Gateway", "Signatures", "Spooling", "TestSupport", "ingress-exerciser", "sluss",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "StoryTests",
            dependencies: ["CareMessages", "Documents", "Gateway", "Signatures", "Spooling", "TestSupport", "sluss"], swiftSettings: strict),
        .testTarget(
            name: "InteropTests",
            dependencies: ["AS4", "CareMessages", "Documents", "Gateway", "Signatures", "Spooling", "TestSupport", "sluss"],
            exclude: ["as4_live_peer.py"], swiftSettings: strict),
        .testTarget(name: "FuzzingTests", dependencies: ["FuzzTargets", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["Spooling", "TestSupport"], swiftSettings: strict),
    ]
)

// libFuzzer brings its own main and links only in a sanitized build: Scripts/fuzz.sh asks for this target, nobody else.
if Context.environment["SLUSS_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "sluss-fuzz", dependencies: ["FuzzTargets"], path: "Fuzzing/Runner",
            swiftSettings: strict, linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}
