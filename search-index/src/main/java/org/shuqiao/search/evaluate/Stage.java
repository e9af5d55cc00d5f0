package org.shuqiao.search.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.search.match.Ranking;

/** A step of the ablation: what the ranking is made of so far. */
record Stage(String name, Ranking ranking) {
    private static final Set<String> WORDS = Set.of("textSimilarity", "termsShared");
    private static final Set<String> CONCEPTS = Set.of("textSimilarity", "termsShared", "conceptsShared");

    /**
     * Words; and concepts; and all features by the weights in use; and by those learned, if there are any. What has no
     * weight brings no candidates either.
     */
    static List<Stage> of(Ranking inUse, @Nullable Ranking learned) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage("words", inUse.only("words", WORDS)));
        stages.add(new Stage("+ concepts", inUse.only("words and concepts", CONCEPTS)));
        stages.add(new Stage("+ features", inUse));
        if (learned != null) {
            stages.add(new Stage("+ learned", learned));
        }
        return stages;
    }
}
