package org.shuqiao.thesaurus;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Small thesauri for tests. */
final class Concepts {
    private Concepts() {}

    /** A thesaurus of branches as they are written in files, named a, b, c … */
    static Thesaurus of(String... branches) {
        List<Concept> all = new ArrayList<>();
        for (int i = 0; i < branches.length; i++) {
            all.addAll(BranchFile.read(String.valueOf((char) ('a' + i)), new StringReader(branches[i])));
        }
        return Thesaurus.of(all);
    }
}
