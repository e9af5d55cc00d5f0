# For the scripts in deploy/ that run a command of the search index; they set $deploy and $root and source jdk.sh before.

# Prints the first file that is newer than jar $1 among the rest, or the jar's name when there is none.
outdated() {
    jar=$1
    shift
    if [ ! -f "$jar" ]; then
        echo "$jar"
    else
        find "$@" -newer "$jar" | head -n 1
    fi
}

# Builds what is missing or outdated and runs the search index with these arguments, with the Elasticsearch that
# SPRING_ELASTICSEARCH_URIS names, else with one of its own that ends with it.
search_command() {
    search=$root/search-index/target/search-index.jar
    if [ -n "$(outdated "$search" "$root/pom.xml" "$root/search-index/pom.xml" "$root/search-index/src/main" \
        "$root/services/contracts/src/main" "$root/services/messaging/src/main" "$root/services/thesaurus/src/main" \
        "$root/services/understanding/src/main" \
        "$root/services/web/src/main")" ]; then
        build search-index "the search index"
        touch "$search"
    fi
    set -- "$JDK/bin/java" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED -jar "$search" "$@"

    if [ -n "${SPRING_ELASTICSEARCH_URIS:-}" ]; then
        exec "$@"
    fi
    launcher=$deploy/local/target/local.jar
    if [ -n "$(outdated "$launcher" "$root/pom.xml" "$deploy/local/pom.xml" "$deploy/local/src/main" \
        "$deploy/local/analysis-plugin/src")" ] || [ ! -d "$deploy/local/target/lib" ]; then
        build deploy/local "the launcher"
        touch "$launcher"
    fi
    exec "$JDK/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m "-Dshuqiao.root=$root" \
        -cp "$launcher:$deploy/local/target/lib/*" org.shuqiao.local.run.WithElasticsearch "$@"
}
