/// What is wrong with a stored file, without its content.
package enum EntryFault: String, Error, Sendable {
    /// A file of the set is not there, or is not a plain file.
    case missing
    /// It is shorter or longer than recorded.
    case lengthDiffers = "length-differs"
    /// It has the recorded length and other bytes.
    case digestDiffers = "digest-differs"
    /// It cannot be read as what it should be.
    case malformed
    /// It is intact but belongs to another message.
    case foreign
}
