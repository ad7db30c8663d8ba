# What the tests need beside the SDK: PostgreSQL, Chromium and a Chinese font. Installed on Debian and Ubuntu as root,
# named elsewhere. Sets CHANGLAI_TEST_CHROMIUM and postgres_bin (empty when PostgreSQL is not there).

find_postgres() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin 2>/dev/null | sort -rV); do
        if [ -x "$folder/initdb" ]; then
            echo "$folder"
            return
        fi
    done
    if command -v initdb >/dev/null 2>&1; then dirname "$(command -v initdb)"; fi
}

find_chromium() {
    for program in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -x "$program" ]; then
            echo "$program"
            return
        fi
    done
}

has_chinese_font() { ! command -v fc-list >/dev/null 2>&1 || [ -n "$(fc-list :lang=zh-cn family)" ]; }

install_needs() {
    missing=
    [ -n "${CHANGLAI_TEST_POSTGRES:-}" ] || [ -n "$(find_postgres)" ] || missing="$missing postgresql"
    [ -n "${CHANGLAI_TEST_CHROMIUM:-}" ] || [ -n "$(find_chromium)" ] || missing="$missing chromium"
    # Without one, Chinese is drawn as boxes and a screenshot proves nothing. A bare Debian has neither font nor fc-list.
    if [ "$(uname)" = Linux ] && { ! command -v fc-list >/dev/null 2>&1 || ! has_chinese_font; }; then
        missing="$missing fontconfig fonts-noto-cjk"
    fi

    if [ -n "$missing" ]; then
        if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
            echo "Installing:$missing" >&2
            # shellcheck disable=SC2086 -- a list of package names
            apt_install $missing || { apt-get update -qq >&2 && apt_install $missing; } ||
                echo "Could not install:$missing" >&2
        else
            echo "Missing for the tests:$missing. Tests that need them are skipped; as root on Debian or Ubuntu ./test installs them." >&2
        fi
    fi

    postgres_bin=$(find_postgres)
    if [ -z "${CHANGLAI_TEST_CHROMIUM:-}" ]; then CHANGLAI_TEST_CHROMIUM=$(find_chromium); fi
    if [ -n "$CHANGLAI_TEST_CHROMIUM" ]; then export CHANGLAI_TEST_CHROMIUM; else unset CHANGLAI_TEST_CHROMIUM; fi
}

apt_install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2; }
