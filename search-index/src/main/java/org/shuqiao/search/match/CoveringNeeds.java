package org.shuqiao.search.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuqiao.search.concept.Covering;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.fact.AskedInText;
import org.shuqiao.search.match.Coverage.Needed;
import org.shuqiao.thesaurus.ConceptVector;
import org.springframework.stereotype.Component;

/** Compares the concepts that a demand's texts need with those that an offer's texts name. */
@Component
class CoveringNeeds {
    private final LivingThesaurus living;

    CoveringNeeds(LivingThesaurus living) {
        this.living = living;
    }

    Coverage of(AskedInText asked, ConceptVector named) {
        if (!asked.needsConcepts()) {
            return Coverage.NONE;
        }
        Covering covering = living.covering();
        return new Coverage(
                covered(asked.essentials(), named, covering),
                covered(asked.wishes(), named, covering),
                unwanted(asked.excluded(), named, covering));
    }

    private static List<Needed> covered(ConceptVector asked, ConceptVector named, Covering covering) {
        List<Needed> needs = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            Map<Integer, Double> shares = covering.of(asked.number(i));
            int by = asked.number(i);
            double most = 0;
            for (int j = 0; j < named.size() && most < 1; j++) {
                double share = shares.getOrDefault(named.number(j), 0.0);
                if (share > most) {
                    most = share;
                    by = named.number(j);
                }
            }
            needs.add(new Needed(asked.number(i), asked.weight(i), most, by));
        }
        return needs;
    }

    private static List<Needed> unwanted(ConceptVector excluded, ConceptVector named, Covering covering) {
        List<Needed> unwanted = new ArrayList<>();
        for (int i = 0; i < excluded.size(); i++) {
            Map<Integer, Double> shares = covering.of(excluded.number(i));
            for (int j = 0; j < named.size(); j++) {
                // the first is the one that the offer names most
                if (shares.getOrDefault(named.number(j), 0.0) >= 1) {
                    double central = named.weight(j) / named.weight(0);
                    unwanted.add(new Needed(excluded.number(i), excluded.weight(i), central, named.number(j)));
                    break;
                }
            }
        }
        return unwanted;
    }
}
