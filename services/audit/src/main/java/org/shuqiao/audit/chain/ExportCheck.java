package org.shuqiao.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads an export of a log (JSON Lines: what it is of, then entries and checkpoints in order) and finds the first fault.
 * It keeps one entry in memory and the checkpoints it was given.
 */
public final class ExportCheck {
    /**
     * A log without a fault.
     *
     * @param from the first entry of the export, 1 unless it is a part
     * @param to its last entry; {@code from - 1} when it has none
     * @param hash that of the last entry
     * @param checkpoints how many checkpoints agree, those kept elsewhere included
     * @param covered the last entry that a checkpoint agrees on; 0 when none does
     */
    public record Holds(long from, long to, String hash, int checkpoints, long covered) implements Verdict {}

    /** A log with a fault, the first. */
    public record Fails(Fault fault) implements Verdict {}

    public sealed interface Verdict {}

    private final JsonLines lines;
    private final @Nullable CheckpointKeys keys;
    private final TreeMap<Long, Checkpoint> kept = new TreeMap<>();
    private final List<Checkpoint> given;
    private int checkpoints;
    private long covered;

    /**
     * @param name what to call the input when it cannot be read
     * @param given earlier checkpoints that were kept elsewhere
     * @param keys whose checkpoints count; null to compare checkpoints without regard to their signatures
     */
    public ExportCheck(InputStream in, String name, List<Checkpoint> given, @Nullable CheckpointKeys keys) {
        this.lines = new JsonLines(in, name);
        this.given = given;
        this.keys = keys;
    }

    /** Reads to the end, or to the first fault. */
    public Verdict verdict() throws BadInput, IOException {
        JsonNode first = lines.next();
        if (first == null) {
            throw lines.refuse("expected an export, got nothing");
        }
        Header header = Header.of(first, lines);
        Fault fault = given(header);
        ChainCheck check = new ChainCheck(header.chain, header.from - 1, header.previous);
        if (fault == null) {
            fault = agreed(check);
        }
        if (fault == null) {
            fault = entries(check);
        }
        if (fault == null) {
            fault = end(header, check);
        }
        return fault == null
                ? new Holds(header.from, check.sequence(), check.hash(), checkpoints, covered)
                : new Fails(fault);
    }

    private @Nullable Fault entries(ChainCheck check) throws BadInput, IOException {
        try {
            for (JsonNode line = lines.next(); line != null; line = lines.next()) {
                Fault fault = next(line, check);
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        } catch (BadInput e) {
            throw new BadInput(e.getMessage() + "; what comes before holds to entry " + check.sequence());
        }
    }

    /** What an export is of. */
    private record Header(UUID chain, long from, String previous, long to, String hash) {
        static Header of(JsonNode line, JsonLines lines) throws BadInput {
            JsonNode of = line.path("export");
            if (of.path("format").asInt(0) != Digests.FORMAT) {
                throw lines.refuse("expected the beginning of an export of format " + Digests.FORMAT);
            }
            try {
                Header header = new Header(
                        UUID.fromString(of.path("chain").asString("")),
                        of.path("from").asLong(0),
                        of.path("previous").asString(""),
                        of.path("to").asLong(-1),
                        of.path("hash").asString(""));
                if (header.from < 1 || header.to < header.from - 1) {
                    throw lines.refuse("expected from 1 to any, got " + header.from + " to " + header.to);
                }
                return header;
            } catch (IllegalArgumentException e) {
                throw lines.refuse("expected the id of a chain");
            }
        }
    }

    private @Nullable Fault given(Header header) throws BadInput {
        if (header.from == 1 && !header.previous.equals(Digests.ofChain(header.chain))) {
            return new Fault(Fault.Kind.CHANGED, 1, "the beginning of the export is not that of its chain");
        }
        for (Checkpoint checkpoint : given) {
            Fault fault = trusted(checkpoint);
            if (fault != null) {
                return fault;
            }
            if (!checkpoint.head().chain().equals(header.chain)) {
                return new Fault(
                        Fault.Kind.REWRITTEN,
                        header.from,
                        "the export is of chain " + header.chain + ", a checkpoint given of "
                                + checkpoint.head().chain());
            }
            Checkpoint other = kept.put(checkpoint.head().sequence(), checkpoint);
            if (other != null && !other.head().hash().equals(checkpoint.head().hash())) {
                return new Fault(
                        Fault.Kind.REWRITTEN, checkpoint.head().sequence(), "two checkpoints given do not agree on it");
            }
        }
        kept.headMap(header.from - 1).clear();
        if (kept.isEmpty() && !given.isEmpty()) {
            throw new BadInput("every checkpoint given is of an entry before " + (header.from - 1)
                    + ", where the export begins: it cannot be compared");
        }
        return null;
    }

    private @Nullable Fault next(JsonNode line, ChainCheck check) throws BadInput, IOException {
        if (line.has("checkpoint")) {
            return checkpoint(line, check);
        }
        if (!line.has("entry") || line.size() != 2) {
            throw lines.refuse("expected an entry with its hash, or a checkpoint");
        }
        Fault fault = check.next(line.path("entry"), line.path("hash").asString(""));
        if (fault == null) {
            return agreed(check);
        }
        return fault.kind() == Fault.Kind.REMOVED ? removedOrReordered(fault, line, check) : fault;
    }

    /** An entry that is missing where it belongs may stand further on. */
    private Fault removedOrReordered(Fault gap, JsonNode line, ChainCheck check) throws BadInput, IOException {
        long found = line.path("entry").path("sequence").asLong();
        if (comesLater(check)) {
            return new Fault(Fault.Kind.REORDERED, gap.sequence(), "it stands after entry " + found);
        }
        return found - gap.sequence() == 1
                ? gap
                : new Fault(Fault.Kind.REMOVED, gap.sequence(), "all to " + (found - 1) + " are missing");
    }

    /** Whether the entry that belongs here stands further on; reads to it or to the end. */
    private boolean comesLater(ChainCheck check) throws BadInput, IOException {
        for (JsonNode later = lines.next(); later != null; later = lines.next()) {
            String hash = later.path("hash").asString("");
            if (later.has("entry") && new ChainCheck(check).next(later.path("entry"), hash) == null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Fault checkpoint(JsonNode line, ChainCheck check) throws BadInput, IOException {
        Checkpoint checkpoint = checkpoint(line, lines);
        Fault fault = trusted(checkpoint);
        if (fault != null) {
            return fault;
        }
        long of = checkpoint.head().sequence();
        if (of == check.sequence()) {
            return agreed(checkpoint, check);
        }
        if (of < check.sequence() || comesLater(check)) {
            return new Fault(Fault.Kind.REORDERED, of, "its checkpoint stands after entry " + check.sequence());
        }
        return new Fault(
                Fault.Kind.TRUNCATED,
                check.sequence() + 1,
                "a checkpoint knows entries to " + of + ", the export ends before it");
    }

    private static Checkpoint checkpoint(JsonNode line, JsonLines lines) throws BadInput {
        try {
            return Checkpoint.of(line);
        } catch (IllegalArgumentException e) {
            throw lines.refuse(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Fault agreed(ChainCheck check) {
        Checkpoint checkpoint = kept.remove(check.sequence());
        return checkpoint == null ? null : agreed(checkpoint, check);
    }

    private @Nullable Fault agreed(Checkpoint checkpoint, ChainCheck check) {
        if (!checkpoint.head().hash().equals(check.hash())
                || !checkpoint.head().chain().equals(check.chain())) {
            return new Fault(
                    Fault.Kind.REWRITTEN,
                    covered + 1,
                    "the chain holds, but its entry " + check.sequence() + " is not that of the checkpoint of "
                            + checkpoint.head().instant());
        }
        checkpoints++;
        covered = check.sequence();
        return null;
    }

    private @Nullable Fault trusted(Checkpoint checkpoint) {
        return keys == null || keys.trust(checkpoint)
                ? null
                : new Fault(
                        Fault.Kind.UNSIGNED,
                        checkpoint.head().sequence(),
                        "its checkpoint is not signed by a key that was given");
    }

    private @Nullable Fault end(Header header, ChainCheck check) {
        if (!kept.isEmpty()) {
            return new Fault(
                    Fault.Kind.TRUNCATED,
                    check.sequence() + 1,
                    "a checkpoint knows entries to " + kept.lastKey() + ", the export ends before it");
        }
        if (check.sequence() < header.to) {
            return new Fault(
                    Fault.Kind.TRUNCATED,
                    check.sequence() + 1,
                    "the export says it goes to " + header.to + ", and ends before it");
        }
        if (check.sequence() > header.to) {
            return new Fault(Fault.Kind.INSERTED, header.to + 1, "the export says it goes to " + header.to);
        }
        if (!check.hash().equals(header.hash)) {
            return new Fault(Fault.Kind.REWRITTEN, header.to, "it is not the last one that the export was begun with");
        }
        return null;
    }

    /** The checkpoints in a file of JSON Lines, such as an earlier export; entries in it are passed over. */
    public static List<Checkpoint> checkpoints(InputStream in, String name) throws BadInput, IOException {
        JsonLines lines = new JsonLines(in, name);
        List<Checkpoint> found = new ArrayList<>();
        for (JsonNode line = lines.next(); line != null; line = lines.next()) {
            if (line.has("checkpoint")) {
                found.add(checkpoint(line, lines));
            }
        }
        if (found.isEmpty()) {
            throw new BadInput(name + ": expected checkpoints, got none");
        }
        return found;
    }
}
