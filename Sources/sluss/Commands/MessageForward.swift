import ArgumentParser
import Gateway
import Spooling

/// `sluss message forward ID --to ORG`
struct MessageForward: ParsableCommand {
    static let configuration = CommandConfiguration(
        "forward",
        local(
            "Säg till avsändaren att ett mottaget meddelande har lämnats vidare.",
            "Tell the sender that a received message was passed on."),
        examples: ["sluss message forward ID --to provkommun --reason \"Tel. 14.20\""],
        local(
            """
            Köar en kvittens (M23, VIDARESAND) till avsändaren; för en patient med skydd nämns inte vart. Enheten tas ur adressboken: en \
            roll som får ta emot typen, skyddad brevlåda när den behövs, aldrig en som redan har meddelandet.
            """,
            """
            Queues a receipt (M23, VIDARESAND) to the sender; for a protected patient it does not say where. The unit is from the \
            address book: a role that may receive the type, a protected mailbox where one is needed, never one that has the message.
            """),
        local(
            """
            Originalet skickas inte härifrån: en gateway tar emot ett meddelande bara från den som har signerat det, så bara avsändaren \
            kan skicka om det. Den som lämnar vidare gör det på annat sätt och behöver egen rättslig grund. Har ingen lämnat det \
            vidare: använd sluss message return.
            """,
            """
            The original is not sent from here: a gateway takes a message only from who signed it, so only the sender can resend. \
            Who passes it on does so in another way and needs a legal basis. If nobody has passed it on: use sluss message return.
            """),
        local(
            "Slutkod 0 köat, 1 kan inte lämnas vidare dit, 65 kvittensen avvisades, 66 meddelandet finns inte.",
            "Exit code 0 queued, 1 cannot be passed on there, 65 the receipt was refused, 66 no such message."))

    @OptionGroup var options: GatewayOptions
    @Option(
        name: .long,
        help: .words(
            "Vart: partnerns namn, organisationsnummer, kommunkod, länskod eller adress.",
            "Where: a partner's name, organisationsnummer, kommunkod, länskod or address.", value: "org"))
    var to: String
    @OptionGroup var given: GivenReason
    @Argument(help: .words("Id, som sluss inbox visar det.", "The id, as sluss inbox prints it."), transform: MessageArgument.id) var id:
        MessageID

    func run() throws { try MisdirectedAnswer(act: .passOn(to: to), options: options, given: given).run(id) }
}
