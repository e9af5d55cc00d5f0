package org.shuqiao.search.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.shuqiao.contracts.listing.DemandView;
import org.shuqiao.contracts.listing.ListingStatus;
import org.shuqiao.contracts.listing.ListingView;
import org.shuqiao.contracts.listing.OfferView;
import org.shuqiao.contracts.profile.Organization;
import org.shuqiao.contracts.profile.OrganizationView;
import org.shuqiao.contracts.profile.TrackRecord;
import org.shuqiao.search.evaluate.ScratchIndices;
import org.shuqiao.search.index.Indexing;
import org.shuqiao.search.index.Indexing.Change;
import org.shuqiao.search.index.Kind;
import org.shuqiao.search.index.Target;
import org.shuqiao.search.rebuild.Feeds;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The market as listing and profile tell of it, with outcomes from a file. What was decided is open again; what a track
 * record says from the day of the first outcome on is left out, since it may be the outcome itself.
 */
final class LivingMarket implements Source {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final List<Outcome> outcomes;
    private final Feeds feeds;
    private final Indexing indexing;
    private final ScratchIndices scratch;

    LivingMarket(Path file, List<Outcome> outcomes, Feeds feeds, Indexing indexing, ScratchIndices scratch) {
        this.file = file;
        this.outcomes = List.copyOf(outcomes);
        this.feeds = feeds;
        this.indexing = indexing;
        this.scratch = scratch;
    }

    /**
     * The outcomes in a file.
     *
     * @throws IllegalArgumentException when a line is none; the message names it
     */
    static List<Outcome> outcomes(Path file) {
        List<Outcome> outcomes = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    outcomes.add(JSON.readValue(line, Outcome.class));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            boolean refused = e instanceof DatabindException && e.getCause() instanceof IllegalArgumentException;
            String fault = refused ? Objects.requireNonNull(e.getCause()).getMessage() : e.getOriginalMessage();
            throw new IllegalArgumentException(file + ", line " + number + ": " + fault, e);
        }
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException(file + " has no outcomes");
        }
        return outcomes;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public <T> T with(Function<List<Decided>, T> work) {
        return scratch.with(this::loaded, () -> work.apply(decided()));
    }

    private Mono<Void> loaded(Target target) {
        LocalDate first = outcomes.getFirst().date();
        Set<UUID> offers = new HashSet<>();
        Set<UUID> demands = new HashSet<>();
        for (Outcome outcome : outcomes) {
            first = outcome.date().isBefore(first) ? outcome.date() : first;
            offers.add(outcome.offer());
            demands.add(outcome.demand());
        }
        LocalDate day = first;
        return feeds.organizations()
                .concatMap(page -> indexing.organizationsFirst(
                        target, page.stream().map(view -> before(day, view)).toList()))
                .thenMany(feeds.offers())
                .concatMap(page -> indexing.listings(
                        target, Kind.OFFERS, states(page, view -> offers.contains(view.id()) ? open(view) : view)))
                .thenMany(feeds.demands())
                .concatMap(page -> indexing.listings(
                        target,
                        Kind.DEMANDS,
                        states(
                                page.stream()
                                        .filter(view -> demands.contains(view.id()))
                                        .toList(),
                                LivingMarket::open)))
                .then();
    }

    private static <V extends ListingView> List<Change.State> states(List<V> page, UnaryOperator<V> as) {
        return page.stream().map(as).map(Change.State::new).toList();
    }

    private static OfferView open(OfferView view) {
        return new OfferView(
                view.id(),
                view.providerId(),
                view.version(),
                ListingStatus.published,
                view.createdAt(),
                view.updatedAt(),
                Objects.requireNonNullElse(view.publishedAt(), view.createdAt()),
                null,
                view.offer());
    }

    private static DemandView open(DemandView view) {
        return new DemandView(
                view.id(),
                view.buyerId(),
                view.version(),
                ListingStatus.published,
                view.createdAt(),
                view.updatedAt(),
                Objects.requireNonNullElse(view.publishedAt(), view.createdAt()),
                null,
                view.demand());
    }

    /** As it was before a day, as far as its track record says when. */
    private static OrganizationView before(LocalDate day, OrganizationView view) {
        Organization o = view.organization();
        List<TrackRecord> known = o.trackRecord().stream()
                .filter(deal -> deal.date() == null || deal.date().isBefore(day))
                .toList();
        return new OrganizationView(
                view.id(),
                view.version(),
                view.verification(),
                view.createdAt(),
                view.updatedAt(),
                new Organization(
                        o.legalName(),
                        o.tradeName(),
                        o.legalForm(),
                        o.identifiers(),
                        o.roles(),
                        o.size(),
                        o.founded(),
                        o.website(),
                        o.address(),
                        o.city(),
                        o.country(),
                        o.zone(),
                        o.markets(),
                        o.languages(),
                        o.certificates(),
                        known,
                        o.memberships()));
    }

    private List<Decided> decided() {
        Map<UUID, Map<UUID, Integer>> grades = new LinkedHashMap<>();
        Map<UUID, LocalDate> dates = new HashMap<>();
        for (Outcome outcome : outcomes) {
            grades.computeIfAbsent(outcome.demand(), demand -> new HashMap<>())
                    .merge(outcome.offer(), outcome.outcome().grade(), Math::max);
            dates.merge(outcome.demand(), outcome.date(), (a, b) -> a.isBefore(b) ? a : b);
        }
        List<Decided> decided = new ArrayList<>();
        grades.forEach((demand, of) -> decided.add(new Decided(demand, Objects.requireNonNull(dates.get(demand)), of)));
        return decided;
    }
}
