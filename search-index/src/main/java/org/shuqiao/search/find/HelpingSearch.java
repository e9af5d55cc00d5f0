package org.shuqiao.search.find;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqiao.contracts.search.SearchView;
import org.shuqiao.contracts.search.SearchView.CorrectionView;
import org.shuqiao.contracts.search.SearchView.WithoutView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says with an answer of few hits or none what would find more. The answer does not depend on it. */
@Component
class HelpingSearch {
    private static final Logger LOG = LoggerFactory.getLogger(HelpingSearch.class);
    /** Up to so many hits somebody may have mistyped. */
    private static final int FEW = 3;

    private final CorrectingWords correcting;
    private final ElasticCounting counting;
    private final FindSettings settings;

    HelpingSearch(CorrectingWords correcting, ElasticCounting counting, FindSettings settings) {
        this.correcting = correcting;
        this.counting = counting;
        this.settings = settings;
    }

    /** {@code view} with help where it needs some: on the first page. */
    Mono<SearchView> help(Search search, Reading reading, SearchView view) {
        if (view.total() > FEW || search.after() != null) {
            return Mono.just(view);
        }
        Mono<Optional<CorrectionView>> correction = correcting
                .correct(search, reading, view.total())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        Mono<List<WithoutView>> without =
                view.total() == 0 ? counting.without(search, reading) : Mono.just(List.<WithoutView>of());
        return Mono.zip(correction, without)
                .map(help -> with(view, help.getT1().orElse(null), help.getT2()))
                .timeout(settings.help())
                .onErrorResume(e -> {
                    LOG.debug("No help with an empty answer: {}", e.toString());
                    return Mono.just(view);
                });
    }

    private static SearchView with(SearchView view, @Nullable CorrectionView correction, List<WithoutView> without) {
        return new SearchView(
                view.total(),
                view.totalIsLowerBound(),
                view.items(),
                view.facets(),
                view.next(),
                view.understood(),
                correction,
                without.isEmpty() ? null : without);
    }
}
