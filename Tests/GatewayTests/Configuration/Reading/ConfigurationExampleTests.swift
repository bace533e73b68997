import Testing

@testable import Gateway

@Suite("The example that the program prints")
struct ConfigurationExampleTests {
    @Test("is read without error or warning")
    func isGood() {
        #expect(ConfigurationSample.problems(of: ConfigurationExample.text) == [])
    }

    @Test("shows every key, set or in a comment")
    func showsEveryKey() {
        for key in ConfigurationKey.all {
            let isShown = ConfigurationExample.text.split(separator: "\n").contains { line in
                line.contains("\(key.name):") || line.contains("# service, ") && line.contains(key.name)
            }
            #expect(isShown, "\(key.path) is not in the example")
        }
    }

    @Test(
        "is good with each commented alternative too",
        arguments: [
            ("# party_id: ", "party_id: "), ("# party_type: ", "party_type: "), ("# roles: ", "roles: "),
            ("retry: standard\n    # retry: sdk", "retry: sdk"),
            ("retry: standard\n    # retry: sdk\n    # retry: {", "retry: {"),
            ("# deadlines: { grace", "deadlines: { grace"), ("# deadlines: { model", "deadlines: { model"),
            (
                """
                    # receipts:
                    #   - { types: [M05], within: 2h, next_working_day: "10:00" }
                    #   -
                """,
                """
                    receipts:
                      - { types: [M05], within: 2h, next_working_day: "10:00" }
                      -
                """
            ),
            (
                "# quarantine:\n#   certificate: /etc/sluss/quarantine.pem\n#   maximum_messages: 100\n#   maximum_bytes: 1GiB\n#   keep: 30d",
                "quarantine:\n  certificate: /etc/sluss/quarantine.pem\n  maximum_messages: 100\n  maximum_bytes: 1GiB\n  keep: 30d"
            ),
            ("# day_amounts:\n#   -", "day_amounts:\n  -"),
            ("weakenings: []\n# weakenings:\n#   - {", "weakenings:\n  - {"),
        ])
    func alternatives(_ old: String, _ new: String) {
        #expect(ConfigurationExample.text.contains(old))
        #expect(ConfigurationSample.problems(of: ConfigurationExample.text.replacing(old, with: new)) == [])
    }
}
