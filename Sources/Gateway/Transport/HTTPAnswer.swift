/// A complete HTTP answer: what we give a partner, and what a partner gave us.
package struct HTTPAnswer: Sendable, Equatable {
    /// One header field.
    package struct Field: Sendable, Equatable {
        /// The name, as written.
        package let name: String
        /// The value, without surrounding white space.
        package let value: String

        /// Makes a field; neither part may hold control characters.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The status code, 200–599.
    package let status: Int
    /// The value of Content-Type with its parameters.
    package let contentType: String?
    /// Every other field. Content-Length, Transfer-Encoding and Connection are set by the transport and ignored here.
    package let headers: [Field]
    /// The body, empty when there is none.
    package let body: [UInt8]

    /// Makes an answer.
    package init(status: Int, contentType: String? = nil, headers: [Field] = [], body: [UInt8] = []) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    /// The first value of a field, its name compared without regard to case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
