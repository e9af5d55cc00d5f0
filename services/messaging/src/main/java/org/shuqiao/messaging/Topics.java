package org.shuqiao.messaging;

/** The names of topics: those of the contracts, behind the namespace of this installation. */
record Topics(String namespace) {
    private static final String DEAD_LETTERS = ".dlt";

    String of(String topic) {
        return namespace + topic;
    }

    /** Where the events go that {@code group} could not handle. */
    static String deadLetters(String namespacedTopic, String group) {
        return namespacedTopic + "." + group + DEAD_LETTERS;
    }

    boolean isDeadLettersOf(String name, String group) {
        return name.startsWith(namespace) && name.endsWith("." + group + DEAD_LETTERS);
    }
}
