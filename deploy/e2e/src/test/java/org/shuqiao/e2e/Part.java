package org.shuqiao.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shuqiao.local.process.Leash;
import org.shuqiao.local.process.LeashedProcess;
import org.shuqiao.local.process.StartFailure;
import org.shuqiao.local.service.ServiceProgram;

/** One process of a service, which can be killed and started again where it was. */
final class Part implements AutoCloseable {
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final Duration GONE = Duration.ofSeconds(30);

    private final ServiceProgram program;
    private final Leash leash;
    private final URI address;
    private final Map<String, String> environment;
    private @Nullable LeashedProcess process;

    /** @param leash of a folder no other process of the same service uses */
    Part(ServiceProgram program, Leash leash, URI address, Map<String, String> environment) {
        this.program = program;
        this.leash = leash;
        this.address = address;
        this.environment = new HashMap<>(environment);
    }

    URI address() {
        return address;
    }

    /** The process id while it runs. */
    OptionalLong pid() {
        return running().pid();
    }

    /** Changes a variable from the next start on. */
    Part set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts it without waiting for it. */
    void start() throws StartFailure {
        process = program.start(leash, environment);
    }

    void awaitReady() throws StartFailure, InterruptedException {
        ServiceProgram.awaitReady(running(), address, STARTING);
    }

    /** SIGKILL; returns when nothing of it is left. */
    void kill() throws StartFailure, InterruptedException {
        LeashedProcess victim = running();
        victim.kill();
        victim.awaitExit(GONE);
    }

    void restart() throws StartFailure, InterruptedException {
        kill();
        start();
        awaitReady();
    }

    @Override
    public void close() {
        LeashedProcess started = process;
        if (started != null) {
            started.close();
        }
    }

    private LeashedProcess running() {
        LeashedProcess started = process;
        if (started == null) {
            throw new IllegalStateException(program.service().title() + " was not started");
        }
        return started;
    }
}
