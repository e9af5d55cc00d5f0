package org.shuqiao.local.catalogue;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A catalogue as it lies on disk, whatever its kind. */
sealed interface Folder permits BeirFolder, NativeFolder, NoticesFolder {

    /** The kind in words, for the first line of progress. */
    String kind();

    /** Each organization once, as {@code POST /organizations} takes it; close the stream. */
    Stream<ObjectNode> organizations();

    Optional<Lines> offers();

    Optional<Lines> demands();

    /** The demands in their order, as far as the proof needs them; close the stream. */
    Stream<DemandKey> demandKeys();

    /**
     * How a demand of the catalogue is found again in the system.
     *
     * @param buyer an identifier as {@code SCHEME:ID} or an organization's UUID
     * @param reference the catalogue's own id of it
     * @param hasMustHaves whether it states essentials
     */
    record DemandKey(String buyer, String reference, boolean hasMustHaves) {

        static DemandKey of(ObjectNode demand) {
            return new DemandKey(
                    JsonLines.string(demand, "buyer"),
                    JsonLines.string(demand, "reference"),
                    !demand.path("essentials").isEmpty());
        }
    }
}
