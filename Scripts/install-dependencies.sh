#!/bin/sh
# Installs what building or testing needs, and only what is missing: a machine that has everything is left alone
# and apt is not asked. Made for Debian 12 and Ubuntu 22.04 or newer; elsewhere it names what to install.
#
#   Scripts/install-dependencies.sh build   what `make build` and `make demo` need
#   Scripts/install-dependencies.sh test    the same, and the foreign tools the tests judge us with
#
# Exit 0: everything needed is here (a missing interop peer is said and is no failure). Exit 1: something is missing.
set -eu
cd -- "$(dirname -- "$0")/.."

case ${1:-} in
build | test) wanted=$1 ;;
*) echo "usage: Scripts/install-dependencies.sh build|test" >&2; exit 64 ;;
esac

say() { printf '%s\n' "install-dependencies: $*" >&2; }

have_command() { command -v "$1" >/dev/null 2>&1; }

# A library counts when its headers are found and it is not older than the floor given in SECURITY.md.
have_library() { have_command pkg-config && pkg-config --exists "$1 >= $2"; }

have_engine() { openssl engine "$1" >/dev/null 2>&1; }

missing=''
need() { # PACKAGE CHECK...
    package=$1
    shift
    "$@" || missing="$missing $package"
}

check_build() {
    need pkg-config have_command pkg-config
    need libxml2-dev have_library libxml-2.0 2.9.14
    need libssl-dev have_library libcrypto 3.0
    need zlib1g-dev have_library zlib 1.2
    need make have_command make
    need openssl have_command openssl
    need git have_command git
    need ca-certificates test -e /etc/ssl/certs/ca-certificates.crt
}

check_test() {
    need xmlsec1 have_command xmlsec1
    need libxml2-utils have_command xmllint
    need curl have_command curl
    need strace have_command strace
    need jq have_command jq
    need procps have_command ps
    # A PKCS#11 token in software, and OpenSSL's way to it.
    need softhsm2 have_command softhsm2-util
    need libengine-pkcs11-openssl have_engine pkcs11
    need python3 have_command python3
    # Debian splits venv from python3; another Python on the path may bring its own.
    need python3-venv python3 -c 'import ensurepip, venv'
}

look() {
    missing=''
    check_build
    if [ "$wanted" = test ]; then check_test 2>/dev/null; fi
}

install_missing() {
    if ! have_command apt-get; then
        say "missing:$missing. There is no apt-get here: install these (or what your system calls them), then run again."
        exit 1
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=''
    elif have_command sudo; then
        as_root='sudo'
    else
        say "missing:$missing. Installing needs root or sudo. Ask an administrator to run:"
        say "    apt-get install$missing"
        exit 1
    fi
    say "installing$missing"
    # The lists may be old or absent, so ask once with what is there, and once more after an update. No word is
    # read from the terminal; a program that restarts services must not ask either. $as_root and $missing are
    # lists, and are meant to be split.
    log=$(mktemp)
    # shellcheck disable=SC2086
    apt_install() {
        $as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l \
            apt-get install --yes --quiet --no-install-recommends $missing </dev/null >"$log" 2>&1
    }
    # shellcheck disable=SC2086
    if ! apt_install; then
        if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get update --quiet </dev/null >"$log" 2>&1; then
            cat "$log" >&2
            say "apt-get update had faults; trying all the same"
        fi
        if ! apt_install; then
            cat "$log" >&2
            rm -f -- "$log"
            say "apt-get could not install:$missing"
            exit 1
        fi
    fi
    rm -f -- "$log"
}

check_swift() {
    if ! have_command swift; then
        for place in "$HOME/.local/share/swiftly/bin" /opt/swift/usr/bin /usr/local/swift/usr/bin; do
            if [ -x "$place/swift" ]; then
                say "swift is in $place, which is not on the PATH. Run: export PATH=$place:\$PATH"
                exit 1
            fi
        done
        say "swift is missing. Install Swift 6.2 or newer from https://www.swift.org/install/linux/ (for example with swiftly), then run again."
        exit 1
    fi
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    major=${version%%.*} minor=${version#*.}
    if [ -n "$version" ] && { [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; }; then
        say "swift is version $version; 6.2 or newer is needed: https://www.swift.org/install/linux/"
        exit 1
    fi
}

# The live AS4 peer and the TLS scanner of the interop tests: a Python environment of our own under .build. sslyze comes as source, without C.
# The list is kept beside it,
# so that nothing is asked of the network once it is there.
python_packages='as4==0.2.0 lxml cryptography sslyze==6.3.1'
install_python() {
    environment=.build/python
    if [ "$(cat "$environment/installed" 2>/dev/null)" = "$python_packages" ]; then return 0; fi
    say "making $environment with $python_packages"
    mkdir -p .build
    rm -rf "$environment"
    # shellcheck disable=SC2086
    if python3 -m venv "$environment" >.build/python.log 2>&1 </dev/null &&
        "$environment/bin/python3" -m pip install --quiet --disable-pip-version-check --no-input --retries 1 --timeout 30 \
            --only-binary :all: --no-binary sslyze $python_packages >>.build/python.log 2>&1 </dev/null &&
        "$environment/bin/python3" -c 'import as4, lxml, cryptography, sslyze' >>.build/python.log 2>&1; then
        printf '%s' "$python_packages" >"$environment/installed"
    else
        say "the Python packages could not be installed (.build/python.log): the tests against the AS4 peer will be skipped"
    fi
}

look
if [ -n "$missing" ]; then
    install_missing
    look
    if [ -n "$missing" ]; then
        say "still missing or too old after installing:$missing"
        exit 1
    fi
fi
check_swift
if [ "$wanted" = test ]; then install_python; fi
