package org.shuqiao.search.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shuqiao.contracts.thesaurus.ConceptAddition;
import org.shuqiao.contracts.thesaurus.PublishedAddition;
import org.shuqiao.thesaurus.Recognizer;
import org.shuqiao.thesaurus.SemanticInterpreter;
import org.shuqiao.thesaurus.Thesaurus;

/**
 * The thesaurus as this process knows it: what is built in and what was added since. All that is made of it changes at
 * once. Ask for it each time; who keeps a part of it keeps an old one.
 */
public class LivingThesaurus {
    private volatile State state;

    private LivingThesaurus(State state) {
        this.state = state;
    }

    /**
     * One that is still to be told what was added.
     *
     * @param complete whether nothing was
     */
    static LivingThesaurus of(Thesaurus thesaurus, boolean complete) {
        return new LivingThesaurus(State.of(thesaurus, 0, complete));
    }

    /** One to which nothing is added. */
    public static LivingThesaurus of(Thesaurus thesaurus) {
        return of(thesaurus, true);
    }

    private record State(
            Thesaurus thesaurus,
            Recognizer recognizer,
            SemanticInterpreter interpreter,
            Nearness nearness,
            Covering covering,
            Vocabulary vocabulary,
            long version,
            boolean complete) {
        static State of(Thesaurus thesaurus, long version, boolean complete) {
            SemanticInterpreter interpreter = new SemanticInterpreter(thesaurus);
            Nearness nearness = new Nearness(thesaurus);
            return new State(
                    thesaurus,
                    new Recognizer(thesaurus),
                    interpreter,
                    nearness,
                    new Covering(thesaurus, interpreter, nearness),
                    new Vocabulary(thesaurus),
                    version,
                    complete);
        }

        State completed() {
            return new State(thesaurus, recognizer, interpreter, nearness, covering, vocabulary, version, true);
        }
    }

    public Thesaurus thesaurus() {
        return state.thesaurus();
    }

    public Recognizer recognizer() {
        return state.recognizer();
    }

    public SemanticInterpreter interpreter() {
        return state.interpreter();
    }

    public Vocabulary vocabulary() {
        return state.vocabulary();
    }

    public Nearness nearness() {
        return state.nearness();
    }

    public Covering covering() {
        return state.covering();
    }

    /** How many additions it has. */
    public long version() {
        return state.version();
    }

    /** Whether all that had been added when this process began is known; before that nothing is to be recognised. */
    public boolean isComplete() {
        return state.complete();
    }

    /** Says that it is. */
    public synchronized void complete() {
        state = state.completed();
    }

    /**
     * Makes those additions that are next, and passes over what is known and what is too early. Takes a while.
     *
     * @return whether something changed
     */
    public synchronized boolean extend(Collection<PublishedAddition> additions) {
        State now = state;
        List<ConceptAddition> next = new ArrayList<>();
        for (PublishedAddition addition : additions) {
            if (addition.version() == now.version() + next.size() + 1) {
                next.add(addition.addition());
            }
        }
        if (next.isEmpty()) {
            return false;
        }
        state = State.of(now.thesaurus().with(next), now.version() + next.size(), now.complete());
        return true;
    }
}
