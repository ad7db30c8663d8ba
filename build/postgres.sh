# A throw-away PostgreSQL for one test run, on a free loopback port, in a folder that is deleted afterwards.
# Sets CHANGLAI_TEST_POSTGRES, unless a server was named there already.

postgres_data=

# PostgreSQL refuses to run as root, so root hands over to the account that the package made.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# A folder in memory where there is plenty of it, the temporary folder elsewhere: making a database for each of a thousand tests takes
# seven times as long on an ordinary disk.
quick_folder() {
    free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
    if [ -w /dev/shm ] && [ "${free:-0}" -ge 4000000 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

start_postgres() {
    if [ -n "${CHANGLAI_TEST_POSTGRES:-}" ]; then return; fi
    if [ -z "$postgres_bin" ]; then return; fi

    # Not in the folder of this run, which may belong to root.
    postgres_data=$(mktemp -d "$(quick_folder)/changlai-postgres.XXXXXX")
    secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$secret" >"$postgres_data/secret"
    if [ "$(id -u)" = 0 ]; then chown -R postgres "$postgres_data"; fi

    # The character type must know Chinese letters: trigram search sees none of them in the plain C locale.
    ctype=C.UTF-8
    if [ "$(uname)" = Darwin ]; then ctype=en_US.UTF-8; fi
    if ! as_postgres "$postgres_bin/initdb" -D "$postgres_data/data" -U changlai -E UTF8 --lc-collate=C --lc-ctype=$ctype \
        --auth=scram-sha-256 --pwfile="$postgres_data/secret" --no-sync >"$postgres_data.log" 2>&1; then
        cat "$postgres_data.log" >&2
        stop_postgres
        return
    fi

    # Nothing here has to survive a crash of the machine.
    for attempt in 1 2 3 4 5 6 7 8; do
        port=$((20000 + RANDOM % 12000))
        if as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data/data" -l "$postgres_data/server.log" -w -t 60 -s \
            -o "-p $port -c listen_addresses=127.0.0.1 -k $postgres_data -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
                -c max_connections=200 -c shared_buffers=128MB -c jit=off" start >"$postgres_data.log" 2>&1; then
            export CHANGLAI_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=changlai;Password=$secret;Database=postgres"
            return
        fi
    done
    cat "$postgres_data.log" "$postgres_data/server.log" >&2 || true
    stop_postgres
}

# Stops the server whose process id the data folder names, and no other.
stop_postgres() {
    if [ -z "$postgres_data" ]; then return; fi
    if [ -f "$postgres_data/data/postmaster.pid" ]; then
        as_postgres "$postgres_bin/pg_ctl" -D "$postgres_data/data" -m immediate -w -s stop || true
    fi
    rm -rf "$postgres_data" "$postgres_data.log"
    postgres_data=
}
