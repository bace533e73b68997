import ArgumentParser
import Gateway
import Spooling

/// `sluss message return ID`
struct MessageReturn: ParsableCommand {
    static let configuration = CommandConfiguration(
        "return",
        local(
            "Säg till avsändaren att ett mottaget meddelande kom fel.",
            "Tell the sender that a received message came to the wrong place."),
        examples: ["sluss message return 01jd3v8c6t9zq5x2w7r4m0n1kb --reason \"Inte vårt barn\""],
        local(
            """
            Köar en kvittens (M23, FELSAND) till avsändaren, utan uppgifter om patienten; avsändarens ärende visar den. Skälet står \
            bara i granskningsloggen. Vart meddelandet hör visas här men skickas inte: det kan röja var någon är placerad. Originalet \
            ligger kvar i inkorgen.
            """,
            """
            Queues a receipt (M23, FELSAND) to the sender, without patient data; the sender's case shows it. The reason is in the \
            audit trail only. Where the message belongs is shown here and not sent: it may show where somebody is placed. The \
            original stays in the inbox.
            """),
        local(
            "Slutkod 0 köat, 1 kan inte lämnas tillbaka, 65 kvittensen avvisades, 66 meddelandet finns inte.",
            "Exit code 0 queued, 1 cannot be given back, 65 the receipt was refused, 66 no such message."))

    @OptionGroup var options: GatewayOptions
    @OptionGroup var given: GivenReason
    @Argument(help: .words("Id, som sluss inbox visar det.", "The id, as sluss inbox prints it."), transform: MessageArgument.id) var id:
        MessageID

    func run() throws { try MisdirectedAnswer(act: .giveBack, options: options, given: given).run(id) }
}
