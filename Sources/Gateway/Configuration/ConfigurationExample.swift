/// A complete configuration file with comments, for `sluss config example`. A test reads it, so that it always fits this version.
package enum ConfigurationExample {
    /// The file. The files it names do not exist; the pins are made up.
    package static let text = """
        # Configuration of Sluss for a region with one partner.
        # Every key is described in Docs/configuration.md. Check with: sluss config check --config FILE
        # Times: 500ms, 10s, 12min, 48h, 7d. Sizes: 512B, 64KiB, 16MiB, 2GiB. Relative paths count from this file's folder.
        version: 1
        # prod for real patients, test for everything else; roots named TEST are refused in prod.
        environment: prod

        # Who we are. code: länskod (two digits) of a region or kommunkod (four digits) of a kommun, in quotation marks.
        organisation:
          name: Region Exempel
          organisationsnummer: "2321009900"
          code: "03"

        # The spool, the drop folder, the hand-over folder and the audit trail; side by side, never within one another.
        paths:
          spool: /var/lib/sluss/spool
          submit: /var/lib/sluss/submit
          handover: /var/lib/sluss/inbox
          audit: /var/log/sluss/audit.jsonl

        # How partners reach us. Leave the section out to send only.
        listen:
          host: 0.0.0.0
          port: 8443
          path: /as4
          # Over 256KiB a body goes to disk as it comes.
          maximum_body: 128MiB
          header_timeout: 10s
          body_timeout: 60s
          idle_timeout: 60s
          maximum_connections: 512
          maximum_connections_per_address: 64
          # One partner's share, so that none can keep the others out.
          maximum_requests_per_partner: 8
          maximum_body_memory: 256MiB
          maximum_body_memory_per_partner: 64MiB
          maximum_body_disk_per_partner: 16GiB

        # Connections. certificate: ours first, then those between it and the root. key: mode 0600. trust: roots.
        tls:
          certificate: /etc/sluss/tls.pem
          key: /etc/sluss/tls.key
          trust: /etc/sluss/tls-ca.pem
          # Lists and OCSP answers are fetched from the addresses in the certificates, and from these.
          crl_urls: ["http://crl.example.se/tls-issuing-ca.crl"]
          # ocsp_url: "http://ocsp.example.se"
          # Without fresh status messages wait (hard), or the last list counts so long after its end (grace).
          revocation: hard
          # require_crl: no is the older spelling of revocation: soft, which needs a weakening
          # revocation: grace
          # grace: 24h
          # other_environments: /etc/sluss/tls-test-ca.pem

        # The access point's signature (RSA).
        as4:
          certificate: /etc/sluss/as4.pem
          key: /etc/sluss/as4.key
          trust: /etc/sluss/as4-ca.pem
          crl_urls: ["https://crl.example.se/as4-issuing-ca.crl"]
          # key: credential:as4-key
          # key: "pkcs11:token=sluss;object=as4?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/etc/sluss/token-pin"
          # During a change of keys: the next certificate before it, the former one after it.
          # overlap_certificate: /etc/sluss/as4-next.pem
          # overlap_key: /etc/sluss/as4-next.key
          # party_id: "2321009900"
          # party_type: urn:oasis:names:tc:ebcore:partyid-type:iso6523:0007
          # Messages outside these are refused; without maximum_age the records of received messages set the limit.
          # maximum_age: 45d
          # clock_skew: 5min

        # The organisation's signature on each message. The certificate names the organisationsnummer.
        signing:
          certificate: /etc/sluss/signing.pem
          key: /etc/sluss/signing.key
          trust: /etc/sluss/signing-ca.pem
          # Lists that somebody else keeps fresh may be named as files.
          crls: [/var/lib/sluss/crl/signing.crl]

        # How they are fetched: in the background; no message waits for it.
        revocation:
          fetch: yes
          timeout: 20s
          # private_hosts: [crl.internal.example.se]

        # Other organisations. issuer: the CA that must have issued the partner's certificates.
        # Two pins at once while a partner changes certificates: the current one and the next.
        partners:
          - name: exempelkommun
            organisationsnummer: "2120009903"
            endpoint: https://as4.exempelkommun.example:8443/as4
            tls:
              pins:
                - spki:1111111111111111111111111111111111111111111111111111111111111111
                - spki:2222222222222222222222222222222222222222222222222222222222222222
              issuer: /etc/sluss/tls-issuing-ca.pem
            as4:
              pins: [leaf:3333333333333333333333333333333333333333333333333333333333333333]
              issuer: /etc/sluss/as4-issuing-ca.pem
              # What we encrypt to: the partner's own AS4 certificate.
              encryption_certificate: /etc/sluss/exempelkommun-as4.pem
            # Without pins: any trusted certificate that names the partner's organisationsnummer.
            signing:
              issuer: /etc/sluss/signing-issuing-ca.pem

        # What is exchanged with whom: M01 inskrivningsmeddelande to M25; sluss new --list tells of each.
        agreements:
          - name: utskrivning
            partner: exempelkommun
            # M23, the receipt from a person, both ways: without it nobody learns whether a message was read.
            send: [M01, M05, M23]
            receive: [M17, M23]
            # roles: [SOCIALTJANST, KOMMUNAL_HSL]
            # encryption: required (off only with the weakening unencrypted)
            # mep: two-way (an answer names what it answers on the wire; the partner must have agreed to it)
            # profile: sdk (Service, Action and retry of Säker digital kommunikation)
            # service, service_type, action, agreement_ref, own_participant, partner_participant: only where the network demands its own
            retry: standard
            # retry: sdk
            # retry: { first_delay: 60s, longest_delay: 1h, jitter: 0.1, expiry: 48h, maximum_attempts: 100 }
            concurrency: 4
            # What was agreed in place of the law's own: days until liability to pay, warnings, receipts from people.
            # deadlines: { grace_days: 3, grace_days_after_cutoff: 4, cutoff: "12:00", days: weekdays, eves: yes, warn_before: [2h, 30min] }
            # deadlines: { model: average, average_level: 2.5 }
            # receipts:
            #   - { types: [M05], within: 2h, next_working_day: "10:00" }
            #   - { next_working_day: "10:00" }

        # The amount for a day of care, by date, for estimates. Without it no kronor are told.
        # day_amounts:
        #   - { from: 2023-01-01, kronor: 10500, source: "HSLF-FS 2022:60" }

        # Units and their addresses, for sluss route and for the check that a protected mailbox is one (rule E09).
        # organisation: a partner's name, own for ourselves, or any name together with an organisationsnummer.
        address_book:
          - organisation: exempelkommun
            code: "0319"
            role: SOCIALTJANST
            address: SE2120009903-S201
            name: Barn- och ungdomsenheten
            audience: BARN_OCH_UNGA
          - { organisation: exempelkommun, code: "0319", role: SOCIALTJANST, address: SE2120009903-S299, protected: yes }
          - { organisation: own, role: TANDVARD, address: SE2321009900-T301, examinations: [ORAL], locality: "0319" }
          - { organisation: provkommun, organisationsnummer: "2120009911", code: "0382", role: SOCIALTJANST, address: socialtjanst@provkommun }

        # Placement messages (M20) are demanded by no statute: switch them on after a decision on the legal basis.
        placement_messages:
          send: no
          receive: no

        delivery:
          stop_grace: 10s
          connect_timeout: 10s
          answer_timeout: 60s
          submit_interval: 1s

        # Nothing more is accepted when less than this is free where the spool lies.
        disk:
          minimum_free: 256MiB
          minimum_free_inodes: 1000

        # How long finished messages are kept. Without a decision of your archives authority: for good.
        # retention:
        #   done: 3650d
        #   cancelled: 3650d

        # Keep what was refused, encrypted to a key that is not on this machine. Without the section nothing is kept.
        # quarantine:
        #   certificate: /etc/sluss/quarantine.pem
        #   maximum_messages: 100
        #   maximum_bytes: 1GiB
        #   keep: 30d

        log:
          level: info
          format: json

        # Insecure settings, each with a reason and a last day.
        weakenings: []
        # weakenings:
        #   - { name: rsa-2048, reason: "The partner's CA changes keys in March", until: 2027-03-31 }

        """
}
