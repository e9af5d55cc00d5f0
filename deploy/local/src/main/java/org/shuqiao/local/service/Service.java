package org.shuqiao.local.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services there are, in the order of their start. */
public enum Service {
    PROFILE("profile", "services/profile", 18081, "profile", "192m"),
    LISTING("listing", "services/listing", 18082, "listing", "320m"),
    SEARCH_INDEX("search-index", "search-index", 18083, "search", "768m"),
    GATEWAY("gateway", "gateway", 8080, null, "192m"),
    IDENTITY("identity", "services/identity", 18084, "identity", "192m");

    private final String artifact;
    private final String module;
    private final int port;
    private final @Nullable String database;
    private final String heap;

    Service(String artifact, String module, int port, @Nullable String database, String heap) {
        this.artifact = artifact;
        this.module = module;
        this.port = port;
        this.database = database;
        this.heap = heap;
    }

    /** Its name, e.g. {@code search-index}. */
    public String title() {
        return artifact;
    }

    /** Its folder, relative to the clone's top. */
    public String module() {
        return module;
    }

    /** The jar the build makes, which may not be there. */
    public Path jar(Path root) {
        return root.resolve(module).resolve("target").resolve(artifact + ".jar");
    }

    /** The port of a local run, each plus {@code offset}. */
    public int port(int offset) {
        return port + offset;
    }

    /** {@code http://127.0.0.1:<port>}. */
    public URI uri(int offset) {
        return URI.create("http://127.0.0.1:" + port(offset));
    }

    /** Whether a short list needs it. What does not is started afterwards and so keeps nobody waiting. */
    public boolean isNeededForTheShortList() {
        return this != IDENTITY;
    }

    /** The name of its database, if it has one. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /** What {@code -Xmx} gets. */
    String heap() {
        return heap;
    }
}
