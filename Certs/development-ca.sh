#!/bin/sh
# Makes the certificates of a development environment: three small certificate authorities and, for each
# organisation, one certificate for each use. For trying Sluss out and for its tests; never for real patients,
# because the keys of the authorities lie unencrypted beside the certificates.
#
# Needs the openssl command, version 3.0 or newer, and nothing else. Certs/README.md describes every file.
set -eu
umask 077
LC_ALL=C
export LC_ALL

usage() {
    cat <<'END'
usage: development-ca.sh [options] DIR LABEL "ORGANISATION NAME" ORGANISATIONSNUMMER [LABEL NAME NUMBER ...]

example: development-ca.sh certs region "Region Exempel" 2321000016 kommun Exempelkommun 2120000142

  --tls KEY      key of the TLS certificates: ec (default), rsa2048, rsa3072, rsa4096
  --as4 KEY      key of the AS4 certificates: rsa3072 (default), rsa2048, rsa4096; the AS4 profile demands RSA
  --signing KEY  key of the signing certificates: ec (default), rsa2048, rsa3072, rsa4096
  --host NAME    one more DNS name in the TLS certificates, beside localhost, 127.0.0.1 and ::1
  --days N       validity of the certificates, default 397
  --extra        also make certificates that must be refused, in DIR/extra, for the first organisation
  --help         this text

What exists already and is still valid is kept, so the command can be repeated. Nothing is printed when all is well.
END
}

die() {
    printf 'development-ca.sh: %s\n' "$*" >&2
    exit 1
}

# --- options -------------------------------------------------------------------------------------------------

tls_key=ec as4_key=rsa3072 signing_key=ec days=397 host='' extra=no
while [ $# -gt 0 ]; do
    case $1 in
    --help | -h) usage; exit 0 ;;
    --extra) extra=yes; shift; continue ;;
    --tls | --as4 | --signing | --host | --days)
        [ $# -ge 2 ] || die "$1 needs a value; see --help"
        ;;
    --) shift; break ;;
    -*) die "unknown option $1; see --help" ;;
    *) break ;;
    esac
    case $1 in
    --tls) tls_key=$2 ;;
    --as4) as4_key=$2 ;;
    --signing) signing_key=$2 ;;
    --host) host=$2 ;;
    --days) days=$2 ;;
    esac
    shift 2
done

for key in "$tls_key" "$signing_key"; do
    case $key in ec | rsa2048 | rsa3072 | rsa4096) ;; *) die "unknown key '$key'; use ec, rsa2048, rsa3072 or rsa4096" ;; esac
done
case $as4_key in rsa2048 | rsa3072 | rsa4096) ;; *) die "unknown AS4 key '$as4_key'; use rsa2048, rsa3072 or rsa4096" ;; esac
case $days in '' | *[!0-9]* | ?????*) die "--days takes a number of days up to 9999, not '$days'" ;; esac
case $host in *[!A-Za-z0-9.-]*) die "--host takes a DNS name, not '$host'" ;; esac
# Before anything is made: labels, numbers, and that no label comes twice.
check_organisations() {
    labels=' '
    while [ $# -gt 0 ]; do
        case $1 in ca | extra | '' | -* | *[!a-z0-9-]*) die "label '$1' must be of a-z, 0-9 and -, and not 'ca' or 'extra'" ;; esac
        case $labels in *" $1 "*) die "label '$1' is given twice" ;; esac
        labels="$labels$1 "
        case $3 in
        [0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]) ;;
        *) die "an organisationsnummer has ten digits, '$3' does not" ;;
        esac
        shift 3
    done
}

if [ $# -lt 4 ] || [ $((($# - 1) % 3)) -ne 0 ]; then
    usage >&2
    exit 64
fi
command -v openssl >/dev/null 2>&1 || die "the openssl command is missing; install the package openssl"

folder=$1
shift
check_organisations "$@"
mkdir -p -- "$folder"
dir=$(cd -- "$folder" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/sluss-ca.XXXXXXXX")
# New folders carry this process's number until they are complete and renamed.
trap 'wait; rm -rf -- "$work" "$dir"/.*.$$' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# --- openssl's configuration ---------------------------------------------------------------------------------
# Every certificate carries both key identifiers, and constraints and usage as critical, so that OpenSSL's strict
# mode (X509_V_FLAG_X509_STRICT, RFC 5280) accepts the chain.

alternative="DNS:localhost,IP:127.0.0.1,IP:::1${host:+,DNS:$host}"
{
    cat <<'END'
[req]
distinguished_name = names
string_mask = utf8only
utf8 = yes
prompt = no
[names]
[root]
basicConstraints = critical,CA:TRUE,pathlen:1
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[issuing]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[crl]
authorityKeyIdentifier = keyid:always
[ca]
default_ca = development
[development]
database = index.txt
crlnumber = crlnumber
new_certs_dir = .
rand_serial = yes
default_md = sha256
default_crl_days = 3650
policy = any
unique_subject = no
[any]
countryName = optional
organizationName = optional
organizationIdentifier = optional
commonName = optional
END
    leaf_section() { # NAME KEY-USAGE [LINE...]
        printf '[%s]\nbasicConstraints = critical,CA:FALSE\nkeyUsage = critical,%s\n' "$1" "$2"
        printf 'subjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid:always\n'
        shift 2
        for line in "$@"; do printf '%s\n' "$line"; done
    }
    leaf_section tls digitalSignature 'extendedKeyUsage = serverAuth,clientAuth' "subjectAltName = $alternative"
    leaf_section tls_purpose digitalSignature 'extendedKeyUsage = codeSigning' "subjectAltName = $alternative"
    leaf_section tls_host digitalSignature 'extendedKeyUsage = serverAuth,clientAuth' 'subjectAltName = DNS:elsewhere.invalid'
    leaf_section as4 digitalSignature,nonRepudiation,keyEncipherment
    leaf_section as4_purpose keyEncipherment
    leaf_section signing digitalSignature,nonRepudiation
    leaf_section signing_purpose keyAgreement
} >"$work/openssl.cnf"
OPENSSL_CONF=$work/openssl.cnf
export OPENSSL_CONF

# Runs openssl; its words are shown only when it fails.
run_openssl() {
    if ! openssl "$@" >"$work/out.$use" 2>&1 </dev/null; then
        printf 'development-ca.sh: openssl %s failed:\n' "$1" >&2
        cat "$work/out.$use" >&2
        return 1
    fi
}

# The -newkey arguments of a key word; the words hold no space, so the caller may split them.
key_arguments() {
    case $1 in
    ec) echo '-newkey ec -pkeyopt ec_paramgen_curve:P-256' ;;
    *) echo "-newkey rsa:${1#rsa}" ;;
    esac
}

# Escapes what -subj would read as syntax.
escaped() {
    printf '%s' "$1" | sed 's/[\\/+]/\\&/g'
}

title() {
    case $1 in tls) echo TLS ;; as4) echo AS4 ;; signing) echo Signing ;; esac
}

# --- authorities ---------------------------------------------------------------------------------------------

# Writes root and issuing authority of $use into a folder. Root first; the issuing one may sign leaves only.
make_authority() { # FOLDER
    name="/C=SE/O=Sluss development/CN=Development $(title "$use")"
    # shellcheck disable=SC2046  # the words are meant to be split
    run_openssl req -x509 $(key_arguments ec) -noenc -sha256 -days 7300 -subj "$name Root CA" -extensions root \
        -keyout "$1/$use-root.key" -out "$1/$use-root.pem"
    # shellcheck disable=SC2046
    run_openssl req -x509 $(key_arguments ec) -noenc -sha256 -days 7300 -subj "$name Issuing CA" -extensions issuing \
        -CA "$1/$use-root.pem" -CAkey "$1/$use-root.key" -keyout "$1/$use-issuing.key" -out "$1/$use-issuing.pem"
    cat "$1/$use-issuing.pem" "$1/$use-root.pem" >"$1/$use-ca.pem"
}

# Writes the revocation lists of both authorities of $use, the issuing one's first, as one PEM file.
# The given certificate, if any, is listed as revoked by the issuing authority.
make_crl() { # FOLDER-OF-AUTHORITY OUT REVOKED|'' [gencrl argument...]
    folder=$1 list=$2 revoked=$3
    shift 3
    : >"$list"
    for level in issuing root; do
        database=$work/crl.$use.$level
        rm -rf -- "$database"
        mkdir -- "$database"
        : >"$database/index.txt"
        echo 01 >"$database/crlnumber"
        (
            cd -- "$database"
            if [ "$level" = issuing ] && [ -n "$revoked" ]; then
                run_openssl ca -cert "$folder/$use-$level.pem" -keyfile "$folder/$use-$level.key" \
                    -revoke "$revoked" -crl_reason keyCompromise
            fi
            run_openssl ca -gencrl -crlexts crl -cert "$folder/$use-$level.pem" -keyfile "$folder/$use-$level.key" \
                -out crl.pem "$@"
        )
        cat "$database/crl.pem" >>"$list"
    done
}

# True while a certificate has a day or more to live.
is_current() {
    openssl x509 -in "$1" -noout -checkend 86400 >/dev/null 2>&1
}

if [ ! -e "$dir/ca/complete" ] || ! is_current "$dir/ca/tls-root.pem"; then
    rm -rf -- "$dir/ca"
    new=$dir/.ca.$$
    rm -rf -- "$new"
    mkdir -- "$new"
    for use in tls as4 signing; do
        make_authority "$new"
        make_crl "$new" "$new/$use.crl" ''
    done
    : >"$new/complete"
    # A run beside this one may have been faster; then its authorities count.
    mv -T -- "$new" "$dir/ca" 2>/dev/null || rm -rf -- "$new"
fi
authority_mark=$(cat "$dir/ca/tls-issuing.pem" "$dir/ca/as4-issuing.pem" "$dir/ca/signing-issuing.pem" | openssl dgst -sha256 -r | cut -c1-64)

# --- organisations -------------------------------------------------------------------------------------------

subject() { # NAME NUMBER
    printf '/C=SE/O=%s/organizationIdentifier=NTRSE-%s/CN=%s %s' "$(escaped "$1")" "$2" "$(escaped "$1")" "$(title "$use")"
}

hex_sha256() {
    openssl dgst -sha256 -r | cut -c1-64
}

# Makes the three certificates of one organisation in a new folder and puts it in place with one rename.
make_organisation() { # LABEL NAME NUMBER KEYS-WORD
    new=$dir/.$1.$$
    rm -rf -- "$new"
    mkdir -- "$new"
    for use in tls as4 signing; do
        case $use in tls) key=$tls_key ;; as4) key=$as4_key ;; signing) key=$signing_key ;; esac
        # shellcheck disable=SC2046
        run_openssl req -x509 $(key_arguments "$key") -noenc -sha256 -days "$days" -utf8 -subj "$(subject "$2" "$3")" \
            -extensions "$use" -CA "$dir/ca/$use-issuing.pem" -CAkey "$dir/ca/$use-issuing.key" \
            -keyout "$new/$use.key" -out "$new/$use.pem"
        leaf=$(openssl x509 -in "$new/$use.pem" -outform DER | hex_sha256)
        spki=$(openssl pkey -in "$new/$use.key" -pubout -outform DER | hex_sha256)
        printf '%s leaf:%s\n%s spki:%s\n' "$use" "$leaf" "$use" "$spki" >>"$new/pins.txt"
        cat "$dir/ca/$use-issuing.pem" >>"$new/$use.pem"
    done
    printf '%s\n%s\n' "$4" "$authority_mark" >"$new/made-from.txt"
    if [ -e "$dir/$1/made-from.txt" ]; then rm -rf -- "${dir:?}/$1"; fi
    if ! mv -T -- "$new" "$dir/$1"; then
        rm -rf -- "$new"
        die "$dir/$1 is in the way and not ours; move it"
    fi
}

# True when the organisation's folder is complete, of these authorities, and valid for another day.
is_made() { # LABEL MADE-FROM
    [ -e "$dir/$1/made-from.txt" ] || return 1
    if [ "$(sed -n 1p "$dir/$1/made-from.txt")" != "$2" ]; then
        die "$dir/$1 was made with other values ($(sed -n 1p "$dir/$1/made-from.txt")); remove it or choose another folder"
    fi
    [ "$(sed -n 2p "$dir/$1/made-from.txt")" = "$authority_mark" ] || return 1
    for use in tls as4 signing; do is_current "$dir/$1/$use.pem" || return 1; done
}

first_label=$1 first_name=$2 first_number=$3
children=''
while [ $# -gt 0 ]; do
    made_from="$3 tls=$tls_key as4=$as4_key signing=$signing_key days=$days host=$host name=$2"
    if ! is_made "$1" "$made_from"; then
        (
            # Each in a process of its own: the making of RSA keys is the slow part.
            mkdir -- "$work/$1"
            work=$work/$1
            make_organisation "$1" "$2" "$3" "$made_from"
        ) &
        children="$children $!"
    fi
    shift 3
done
failed=0
for child in $children; do wait "$child" || failed=1; done
[ "$failed" -eq 0 ] || exit 1

# --- certificates that must be refused -----------------------------------------------------------------------

stamp() {
    date -u -d "$1" +%Y%m%d%H%M%SZ
}

# Issues one bad certificate for the first organisation's own key, so that it differs from the good one in one
# thing only: a pin of the key still matches, and the check under test must find the fault by itself.
make_bad() { # KIND SECTION FROM TO FOLDER-OF-AUTHORITY
    mkdir -p -- "$new/$1"
    database=$work/bad.$use
    rm -rf -- "$database"
    mkdir -- "$database"
    : >"$database/index.txt"
    run_openssl req -new -key "$dir/$first_label/$use.key" -utf8 -subj "$(subject "$first_name" "$first_number")" -out "$database/request.pem"
    (
        cd -- "$database"
        run_openssl ca -batch -notext -preserveDN -md sha256 -in request.pem -extfile "$OPENSSL_CONF" -extensions "$2" \
            -startdate "$(stamp "$3")" -enddate "$(stamp "$4")" -cert "$5/$use-issuing.pem" -keyfile "$5/$use-issuing.key" -out leaf.pem
    )
    cat "$database/leaf.pem" "$5/$use-issuing.pem" >"$new/$1/$use.pem"
    cp -- "$dir/$first_label/$use.key" "$new/$1/$use.key"
}

# A list that was good once and whose next update is overdue.
make_stale_crl() {
    mkdir -p -- "$new/stale-crl"
    make_crl "$dir/ca" "$new/stale-crl/$use.crl" '' -crl_lastupdate "$(stamp '60 days ago')" -crl_nextupdate "$(stamp '30 days ago')"
}

if [ "$extra" = yes ]; then
    extra_mark="$authority_mark $(hex_sha256 <"$dir/$first_label/pins.txt")"
    if [ "$(cat "$dir/extra/made-from.txt" 2>/dev/null || :)" != "$extra_mark" ]; then
        new=$dir/.extra.$$
        rm -rf -- "$new"
        mkdir -- "$new" "$new/other-ca"
        for use in tls as4 signing; do
            make_authority "$new/other-ca" # The same names as ours, other keys.
            make_bad expired "$use" '2 years ago' '1 year ago' "$dir/ca"
            make_bad not-yet-valid "$use" '5 years' '6 years' "$dir/ca"
            make_bad wrong-purpose "${use}_purpose" '1 hour ago' '1 year' "$dir/ca"
            make_bad wrong-ca "$use" '1 hour ago' '1 year' "$new/other-ca"
            make_bad revoked "$use" '1 hour ago' '1 year' "$dir/ca"
            make_crl "$dir/ca" "$new/revoked/$use.crl" "$new/revoked/$use.pem"
            make_stale_crl
        done
        use=tls
        make_bad wrong-host tls_host '1 hour ago' '1 year' "$dir/ca"
        printf '%s\n' "$extra_mark" >"$new/made-from.txt"
        if [ -e "$dir/extra/made-from.txt" ]; then rm -rf -- "${dir:?}/extra"; fi
        mv -T -- "$new" "$dir/extra" || die "$dir/extra is in the way and not ours; move it"
    fi
fi
