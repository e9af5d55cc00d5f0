# For the scripts in deploy/: find_jdk sets JDK to the home of a JDK 25 or later, find_mvn checks for Maven; both say in
# one line what is missing. build compiles modules of the clone at $root.

# Prints the major version of the JDK at $1, nothing when there is none.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p'
    fi
}

find_jdk() {
    on_path=$(command -v java 2>/dev/null || :)
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
        on_path=${on_path%/bin/java}
    fi
    from_mac=$(/usr/libexec/java_home -v 25+ 2>/dev/null || :)
    for home in "${JAVA_HOME:-}" "${JDK25_HOME:-}" "$on_path" "$from_mac" /usr/lib/jvm/* /opt/jdk* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$home" ] || continue
        version=$(jdk_version "$home")
        if [ "${version:-0}" -ge 25 ]; then
            JDK=$home
            return 0
        fi
    done
    echo "No JDK 25 or later found: install one and name its folder in JAVA_HOME." >&2
    return 1
}

find_mvn() {
    if ! command -v mvn >/dev/null 2>&1; then
        echo "No Maven found: install Maven 3.8 or later so that mvn is on the PATH." >&2
        return 1
    fi
}

# Makes the jars of modules $1 (with commas) and of what they are made of, without the checks and tests of deploy/test.
# Prints one line with their title $2, and Maven's log where it fails.
build() {
    find_mvn || exit 2
    echo "Building $2 …" >&2
    log=$(mktemp)
    if ! (cd "$root" && JAVA_HOME=$JDK MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC" \
        mvn -q -B -ntp -Punchecked -Dmaven.test.skip=true -pl "$1" -am package >"$log" 2>&1 </dev/null); then
        cat "$log" >&2
        rm -f "$log"
        echo "Could not build $2." >&2
        exit 1
    fi
    rm -f "$log"
}
