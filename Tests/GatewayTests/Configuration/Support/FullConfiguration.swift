/// A configuration in which no value is the default.
enum FullConfiguration {
    static let text = """
        version: 1
        environment: test
        organisation: { name: Region Exempel, organisationsnummer: "2321009900", code: "03" }
        paths: { spool: spool, submit: submit, handover: inbox, audit: audit.jsonl }
        listen:
          host: '::'
          port: 0
          path: /gw/in
          maximum_body: 1GiB
          header_timeout: 1500ms
          body_timeout: 2min
          idle_timeout: 1h
          maximum_connections: 10
          maximum_connections_per_address: 10
          maximum_requests_per_partner: 5
          maximum_body_memory: 3GiB
          maximum_body_memory_per_partner: 2GiB
          maximum_body_disk_per_partner: 5GiB
        tls:
          certificate: tls.pem
          key: tls.key
          trust: tls-ca.pem
          crls: [tls.crl]
          require_crl: yes
          revocation: grace
          grace: 2h
          crl_urls: ["http://crl.example.se/a.crl"]
        as4:
          certificate: as4.pem
          key: as4.key
          trust: as4-ca.pem
          crls: [as4.crl]
          require_crl: true
          ocsp_url: https://ocsp.example.se/x?y=1
          other_environments: other.pem
          overlap_certificate: next.pem
          overlap_key: credential:as4-next
          maximum_age: 45d
          clock_skew: 2min
          party_id: ap-1
          party_type: urn:x
        signing: { certificate: sign.pem, key: "pkcs11:object=s?pin-source=/x/pin", trust: sign-ca.pem, crls: [sign.crl], require_crl: yes }
        revocation: { fetch: no, timeout: 5s, private_hosts: [localhost, 10.1.2.3] }
        partners:
          - name: exempelkommun
            organisationsnummer: "2120009903"
            endpoint: https://[2001:DB8::1]/A/b%20c
            party_id: ap-2
            tls: { issuer: /x/ca.pem, pins: ["leaf:\(ConfigurationSample.otherPin)", "spki:\(ConfigurationSample.pin)"] }
            as4: { pins: ["leaf:\(ConfigurationSample.pin)"], issuer: as4.pem, encryption_certificate: partner.pem }
            signing: { issuer: ca/sign.pem }
        agreements:
          - name: utskrivning
            partner: exempelkommun
            send: [M01, M05]
            receive: [M17]
            roles: [KOMMUNAL_HSL]
            service: s
            service_type: t
            action: a
            agreement_ref: r
            encryption: off
            mep: two-way
            own_participant: "0203:region.example"
            partner_participant: "0203:kommun.example"
            concurrency: 64
            deadlines:
              grace_days: 5
              grace_days_after_cutoff: 6
              cutoff: "11:30"
              days: weekdays
              eves: no
              model: average
              average_level: 4.6
              warn_before: [2h, 30min]
            receipts:
              - { types: [M05, M08], within: 2h, next_working_day: "09:00" }
              - { types: [M17], within: 3d }
              - { types: [M25] }
              - { next_working_day: "16:15" }
            retry: { first_delay: 5s, longest_delay: 10s, jitter: 0, expiry: 1d, maximum_attempts: 3 }
          - name: remisser
            partner: exempelkommun
            send: [M17]
            profile: sdk
        day_amounts:
          - { from: 2025-01-01, kronor: 200, source: "Second" }
          - { from: 2024-01-01, until: 2024-06-30, kronor: 100, source: "First" }
        address_book:
          - { organisation: exempelkommun, code: "0319", role: SOCIALTJANST, address: SE2120009903-S201, name: Barn, audience: BARN_OCH_UNGA }
          - organisation: provkommun
            organisationsnummer: "2120009911"
            role: TANDVARD
            address: tandvard@provkommun
            protected: yes
            examinations: [ORAL]
            locality: "0382"
        placement_messages: { send: yes, receive: yes }
        delivery: { stop_grace: 1s, connect_timeout: 2s, answer_timeout: 3s, submit_interval: 100ms }
        disk: { minimum_free: 0B, minimum_free_inodes: 0 }
        quarantine: { certificate: q.pem, maximum_messages: 7, maximum_bytes: 2MiB, keep: 5d }
        retention: { done: 3650d, cancelled: 60d }
        weakenings: [{ name: rsa-2048, reason: "why: this", until: 2026-12-31 }, { name: unencrypted, reason: old, until: 2026-12-31 }]

        """
}
