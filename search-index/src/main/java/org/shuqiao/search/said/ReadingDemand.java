package org.shuqiao.search.said;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.PriceRange;
import org.shuqiao.search.concept.LivingThesaurus;
import org.shuqiao.search.fact.AskedInText;
import org.shuqiao.search.fact.AskedStandard;
import org.shuqiao.understanding.ConceptMention;
import org.shuqiao.understanding.Understanding;
import org.shuqiao.understanding.need.Need;
import org.shuqiao.understanding.number.Amount;
import org.shuqiao.understanding.place.LanguageMention;
import org.shuqiao.understanding.standard.StandardMention;
import org.shuqiao.understanding.time.DateSpan;
import org.springframework.stereotype.Component;

/** What the texts of a demand ask for. */
@Component
public class ReadingDemand {
    /** More concepts than these of one need are a specification, of which the list cannot tell. */
    static final int MOST = 16;

    private static final int MOST_STANDARDS = 8;
    private static final int MOST_LANGUAGES = 8;

    /** A label of more meanings than two tells too little to ask by. */
    private static final double CERTAIN = 0.5;

    private final LivingThesaurus living;

    ReadingDemand(LivingThesaurus living) {
        this.living = living;
    }

    /** @param passages of all languages; what two of them say is asked for once */
    public AskedInText read(List<AskedPassage> passages) {
        List<AskedPassage> asking =
                passages.stream().filter(one -> one.part() != Part.TOLD).toList();
        Map<Need, Map<String, Double>> concepts = concepts(asking);
        return new AskedInText(
                living.interpreter().vector(concepts.getOrDefault(Need.ESSENTIAL, Map.of()), MOST),
                living.interpreter().vector(concepts.getOrDefault(Need.NICE_TO_HAVE, Map.of()), MOST),
                living.interpreter().vector(concepts.getOrDefault(Need.EXCLUDED, Map.of()), MOST),
                standards(asking),
                budget(asking),
                languages(asking),
                by(asking));
    }

    /** How certainly, and how often, a concept is mentioned by each need. */
    private static final class Mentioned {
        private final Map<Need, Double> certainty = new EnumMap<>(Need.class);
        private final Map<Need, Integer> times = new EnumMap<>(Need.class);

        void add(Need need, double certain) {
            certainty.merge(need, certain, Math::max);
            times.merge(need, 1, Integer::sum);
        }

        /** What is required in one place is required; what is excluded in one and spoken of in more is not excluded. */
        Need need() {
            if (certainty.containsKey(Need.ESSENTIAL)) {
                return Need.ESSENTIAL;
            }
            int excluded = times.getOrDefault(Need.EXCLUDED, 0);
            int others = times.values().stream().mapToInt(Integer::intValue).sum() - excluded;
            if (excluded > 0 && excluded >= others) {
                return Need.EXCLUDED;
            }
            return certainty.containsKey(Need.NICE_TO_HAVE) ? Need.NICE_TO_HAVE : Need.STATED;
        }
    }

    /** By need the weight of each concept: how certain the mention is times how much the concept tells. */
    private Map<Need, Map<String, Double>> concepts(List<AskedPassage> passages) {
        Map<String, Mentioned> mentioned = new LinkedHashMap<>();
        for (AskedPassage asked : passages) {
            Understanding understood = asked.read().understood();
            for (ConceptMention mention : understood.concepts()) {
                if (mention.certainty() >= CERTAIN && !isStandard(mention, understood)) {
                    mentioned
                            .computeIfAbsent(mention.concept(), c -> new Mentioned())
                            .add(asked.need(mention.need()), mention.certainty());
                }
            }
        }
        Map<Need, Map<String, Double>> weights = new EnumMap<>(Need.class);
        mentioned.forEach((concept, found) -> {
            Need need = found.need();
            double weight =
                    found.certainty.getOrDefault(need, 0.0) * living.nearness().telling(concept);
            weights.computeIfAbsent(need, n -> new HashMap<>()).put(concept, weight);
        });
        return weights;
    }

    /** A standard is asked for as such, not as what the work is about. */
    private static boolean isStandard(ConceptMention mention, Understanding understood) {
        return understood.standards().stream()
                .anyMatch(standard -> standard.from() < mention.to() && mention.from() < standard.to());
    }

    private static List<AskedStandard> standards(List<AskedPassage> passages) {
        Map<String, AskedStandard> standards = new LinkedHashMap<>();
        for (AskedPassage asked : passages) {
            for (StandardMention mention : asked.read().understood().standards()) {
                Need need = asked.need(mention.need());
                if (need != Need.EXCLUDED) {
                    standards.merge(
                            mention.normalized(),
                            new AskedStandard(mention.name(), need),
                            (one, other) -> one.need().compareTo(other.need()) <= 0 ? one : other);
                }
            }
        }
        return standards.values().stream().limit(MOST_STANDARDS).toList();
    }

    /** The only amount there is, if it says how much it is at most and in which currency. */
    private static @Nullable PriceRange budget(List<AskedPassage> passages) {
        record Sum(@Nullable BigDecimal min, @Nullable BigDecimal max, List<String> currencies) {}
        Set<Sum> sums = new LinkedHashSet<>();
        for (AskedPassage asked : passages) {
            for (Amount amount : asked.read().understood().amounts()) {
                sums.add(new Sum(stripped(amount.min()), stripped(amount.max()), amount.currencies()));
            }
        }
        if (sums.size() != 1) {
            return null;
        }
        Sum only = sums.iterator().next();
        if (only.max() == null || only.currencies().size() != 1) {
            return null;
        }
        try {
            return new PriceRange(
                    only.max().equals(only.min()) ? null : only.min(),
                    only.max(),
                    Currency.getInstance(only.currencies().getFirst()),
                    null,
                    null);
        } catch (IllegalArgumentException e) {
            // what cannot be a budget is none
            return null;
        }
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }

    private static List<String> languages(List<AskedPassage> passages) {
        Set<String> languages = new LinkedHashSet<>();
        for (AskedPassage asked : passages) {
            for (LanguageMention mention : asked.read().understood().languages()) {
                Need need = asked.need(mention.need());
                if (need == Need.ESSENTIAL || need == Need.NICE_TO_HAVE) {
                    languages.add(LanguageTag.primary(mention.language()));
                }
            }
        }
        return languages.stream().limit(MOST_LANGUAGES).toList();
    }

    /** The only day by which something is wanted. */
    private static @Nullable LocalDate by(List<AskedPassage> passages) {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (AskedPassage asked : passages) {
            for (DateSpan date : asked.read().understood().dates()) {
                LocalDate last = date.last();
                if (date.first() == null && last != null) {
                    if (date.certainty() < 1) {
                        return null;
                    }
                    days.add(last);
                }
            }
        }
        return days.size() == 1 ? days.iterator().next() : null;
    }
}
