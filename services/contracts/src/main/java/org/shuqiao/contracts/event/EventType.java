package org.shuqiao.contracts.event;

import java.util.List;
import java.util.Set;
import org.shuqiao.contracts.listing.DemandEvent;
import org.shuqiao.contracts.listing.DemandExpiredV1;
import org.shuqiao.contracts.listing.DemandPausedV1;
import org.shuqiao.contracts.listing.DemandPublishedV1;
import org.shuqiao.contracts.listing.DemandResumedV1;
import org.shuqiao.contracts.listing.DemandRevisedV1;
import org.shuqiao.contracts.listing.DemandWithdrawnV1;
import org.shuqiao.contracts.listing.OfferEvent;
import org.shuqiao.contracts.listing.OfferExpiredV1;
import org.shuqiao.contracts.listing.OfferPausedV1;
import org.shuqiao.contracts.listing.OfferPublishedV1;
import org.shuqiao.contracts.listing.OfferResumedV1;
import org.shuqiao.contracts.listing.OfferRevisedV1;
import org.shuqiao.contracts.listing.OfferWithdrawnV1;
import org.shuqiao.contracts.profile.MemberChangedV1;
import org.shuqiao.contracts.profile.MemberEvent;
import org.shuqiao.contracts.profile.MemberJoinedV1;
import org.shuqiao.contracts.profile.MemberLeftV1;
import org.shuqiao.contracts.profile.OrganizationEvent;
import org.shuqiao.contracts.profile.OrganizationRegisteredV1;
import org.shuqiao.contracts.profile.OrganizationRevisedV1;
import org.shuqiao.contracts.search.AlertEvent;
import org.shuqiao.contracts.search.AlertRaisedV1;
import org.shuqiao.contracts.search.DigestDueV1;
import org.shuqiao.contracts.thesaurus.ThesaurusEvent;
import org.shuqiao.contracts.thesaurus.ThesaurusExtendedV1;

/**
 * A type of event ever published: the topic it goes to, its record, and from that its name on the wire, which is the
 * CloudEvents {@code type} attribute: {@code org.shuqiao.OfferPublishedV1}.
 */
public record EventType(String topic, Class<? extends Event> record) {
    public static final String ORGANIZATIONS = "profile.organization";
    public static final String MEMBERS = "profile.member";
    public static final String OFFERS = "listing.offer";
    public static final String DEMANDS = "listing.demand";
    public static final String THESAURUS = "listing.thesaurus";
    public static final String ALERTS = "search.alert";

    /** Every type, oldest first within its topic. A test checks that each sealed family is complete here. */
    public static final List<EventType> ALL = List.of(
            new EventType(ORGANIZATIONS, OrganizationRegisteredV1.class),
            new EventType(ORGANIZATIONS, OrganizationRevisedV1.class),
            new EventType(MEMBERS, MemberJoinedV1.class),
            new EventType(MEMBERS, MemberChangedV1.class),
            new EventType(MEMBERS, MemberLeftV1.class),
            new EventType(OFFERS, OfferPublishedV1.class),
            new EventType(OFFERS, OfferRevisedV1.class),
            new EventType(OFFERS, OfferPausedV1.class),
            new EventType(OFFERS, OfferResumedV1.class),
            new EventType(OFFERS, OfferWithdrawnV1.class),
            new EventType(OFFERS, OfferExpiredV1.class),
            new EventType(DEMANDS, DemandPublishedV1.class),
            new EventType(DEMANDS, DemandRevisedV1.class),
            new EventType(DEMANDS, DemandPausedV1.class),
            new EventType(DEMANDS, DemandResumedV1.class),
            new EventType(DEMANDS, DemandWithdrawnV1.class),
            new EventType(DEMANDS, DemandExpiredV1.class),
            new EventType(THESAURUS, ThesaurusExtendedV1.class),
            new EventType(ALERTS, AlertRaisedV1.class),
            new EventType(ALERTS, DigestDueV1.class));

    /** The families of events, one per topic. */
    public static final List<Class<? extends Event>> FAMILIES = List.of(
            OrganizationEvent.class,
            MemberEvent.class,
            OfferEvent.class,
            DemandEvent.class,
            ThesaurusEvent.class,
            AlertEvent.class);

    /** Topics that keep the last event of every aggregate for ever, for services that begin to listen later. */
    public static final Set<String> COMPACTED = Set.of(MEMBERS);

    public String name() {
        return "org.shuqiao." + record.getSimpleName();
    }
}
