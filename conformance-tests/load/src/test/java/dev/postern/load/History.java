package dev.postern.load;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for an order that explains what clients saw: one request after the other, none before one that had been answered
 * when it was sent, each answered as the world was at its turn, and the world at the end as it was found. What was not
 * answered may stand anywhere after it was sent, or nowhere.
 */
final class History {

    /** Beyond this many positions the search gives up, and says so. */
    private static final int MOST = 300_000;
    /** How many positions the first attempt may look at; each further one a fifth more. */
    private static final int FIRST = 500;

    private final List<Call> calls;
    private final List<JsonNode> answers;
    private final List<String> refusals;
    private final List<Deed.Naming> names;
    private final World end;
    /** Which others may not change places with each. */
    private final List<BitSet> neighbours = new ArrayList<>();
    /** Which others write where each writes. */
    private final List<BitSet> rivals = new ArrayList<>();
    /**
     * What each of the writers left, or must have found, otherwise than it is at the end: somebody else came after it. What
     * one leaves of a thing that has an id does not depend on the world, so the end itself shows it.
     */
    private final List<Set<String>> contradicted = new ArrayList<>();
    private final BitSet writers = new BitSet();
    /** All of them, in the order in which they are tried. */
    private List<Integer> preferred;
    /** From where no order leads to the end. */
    private final Set<Position> dead = new HashSet<>();
    /** How many positions an attempt may still look at. */
    private int left;
    private int furthest = -1;
    private String atFurthest = "";

    /** What is behind, and what the world has become. */
    private record Position(BitSet done, World world) {
    }

    private History(World begin, List<Call> calls, World end) {
        // Whoever was answered first was mostly served first.
        this.calls = calls.stream().sorted(Comparator.comparingLong(Call::end).thenComparingLong(Call::start)).toList();
        this.end = end;
        answers = new ArrayList<>();
        refusals = new ArrayList<>();
        names = new ArrayList<>();
        for (Call call : this.calls) {
            JsonNode answer = call.isAnswered() ? call.answer().json() : null;
            answers.add(answer);
            refusals.add(call.isAnswered() ? call.refusal() : null);
            int number = names.size();
            names.add(call.isAnswered() ? call.deed().made(answer)
                : (kind, parent, name) -> untold(begin, number, kind, parent, name));
        }
        Map<String, Set<String>> known = Footprint.names(begin, calls);
        List<Footprint> footprints = new ArrayList<>();
        for (int i = 0; i < this.calls.size(); i++) {
            writers.set(i, refusals.get(i) == null && !(this.calls.get(i).deed() instanceof Resources.Show));
            footprints.add(Footprint.of(this.calls.get(i).deed(), Footprint.made(this.calls.get(i)), known, !writers.get(i)));
        }
        for (int i = 0; i < footprints.size(); i++) {
            Footprint footprint = footprints.get(i);
            neighbours.add(those(footprints, footprint::meets));
            rivals.add(those(footprints, footprint::writesWith));
            rivals.get(i).clear(i);
            contradicted.add(writers.get(i)
                ? end.changed(this.calls.get(i).deed().done(end, names.get(i))).collect(Collectors.toSet()) : Set.of());
        }
    }

    private static BitSet those(List<Footprint> footprints, Predicate<Footprint> wanted) {
        return IntStream.range(0, footprints.size()).filter(i -> wanted.test(footprints.get(i)))
            .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** As if each had its turn at any moment between its being sent and answered. */
    private List<Integer> shuffled(Random random) {
        long last = calls.stream().mapToLong(call -> call.isAnswered() ? call.end() : call.start()).max().orElse(0);
        List<Long> turns = calls.stream().map(call -> random.nextLong(call.start(), Math.min(call.end(), last) + 1)).toList();
        return IntStream.range(0, calls.size()).boxed().sorted(Comparator.comparingLong(turns::get)).toList();
    }

    /** Nobody was told its id, so it is that of the thing at the end, if there is one; or it went with what it was in. */
    private String untold(World begin, int number, Kind kind, String parent, String name) {
        Thing thing = end.find(kind, parent, name);
        return thing == null || begin.has(thing.id()) ? "made by " + number + ": " + kind + " " + parent + " " + name : thing.id();
    }

    /** What is wrong with a history; empty where some order explains it. */
    static Optional<String> problem(World begin, List<Call> calls, World end) {
        History history = new History(begin, calls, end);
        if (history.isExplained(begin)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(history.left == 0 ? "No order was found in " + MOST + " steps."
            : "No order of the requests explains the answers and the end.");
        text.append("\nThe best attempt came to ").append(history.furthest).append(" of ").append(calls.size())
            .append(" requests; then:\n").append(history.atFurthest);
        text.append("\nRequests:\n");
        history.calls.forEach(call -> text.append("  [").append((call.start() - history.first()) / 1000).append("..")
            .append(call.isAnswered() ? String.valueOf((call.end() - history.first()) / 1000) : "").append("µs] ")
            .append(call).append('\n'));
        return Optional.of(text.append("The beginning: ").append(begin).append("\nThe end: ").append(end).toString());
    }

    private long first() {
        return calls.stream().mapToLong(Call::start).min().orElse(0);
    }

    /**
     * Attempts get longer one by one, and each prefers another order: all that one can look at may follow from one wrong
     * choice early on.
     */
    private boolean isExplained(World begin) {
        Random random = new Random(calls.size());
        preferred = IntStream.range(0, calls.size()).boxed().toList();
        for (int most = FIRST, steps = 0; steps < MOST; steps += most, most += most / 5) {
            left = most;
            if (explains(new BitSet(), begin)) {
                return true;
            }
            if (left > 0) {
                return false;
            }
            preferred = shuffled(random);
        }
        return false;
    }

    private boolean explains(BitSet behind, World before) {
        BitSet done = (BitSet) behind.clone();
        World world = before;
        // What never changes anything may as well be now, if it fits: no other order gets further without it.
        for (int next = reading(done, world); next >= 0; next = reading(done, world)) {
            done.set(next);
        }
        if (isOver(done) && world.equals(end)) {
            return true;
        }
        Position position = new Position((BitSet) done.clone(), world);
        if (left == 0 || dead.contains(position)) {
            return false;
        }
        left--;
        note(done, world);
        BitSet open = open(done);
        for (int i : preferred) {
            World after = open.get(i) ? step(i, world) : null;
            if (after == null || !calls.get(i).isAnswered() && after.equals(world)) {
                continue;
            }
            done.set(i);
            if (!isDoomed(i, done, world, after) && explains(done, after)) {
                return true;
            }
            if (left == 0) {
                return false;
            }
            done.clear(i);
        }
        dead.add(position);
        return false;
    }

    /**
     * Which of the next have to be tried: the one that was answered first, and with each those whose order to it may
     * make a difference. Until that one had its turn nobody can come who was sent after its answer.
     */
    private BitSet open(BitSet done) {
        long limit = limit(done);
        BitSet possible = new BitSet();
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            possible.set(i, calls.get(i).start() <= limit);
        }
        int first = done.nextClearBit(0);
        if (first >= calls.size() || !calls.get(first).isAnswered()) {
            return possible;
        }
        BitSet open = new BitSet();
        BitSet fresh = new BitSet();
        fresh.set(first);
        while (!fresh.isEmpty()) {
            int next = fresh.nextSetBit(0);
            fresh.clear(next);
            open.set(next);
            BitSet more = (BitSet) neighbours.get(next).clone();
            more.and(possible);
            more.andNot(open);
            fresh.or(more);
        }
        return open;
    }

    /** Whether the end is out of reach now that this one had its turn. */
    private boolean isDoomed(int last, BitSet done, World before, World after) {
        if (before.changed(after).anyMatch(id -> !Objects.equals(after.get(id), end.get(id)) && !isMended(last, id, done))) {
            return true;
        }
        // It may have been the last that could come after one whose turn is yet to come.
        return rivals.get(last).stream().filter(i -> !done.get(i) && calls.get(i).isAnswered())
            .anyMatch(i -> contradicted.get(i).stream().anyMatch(id -> !isMended(i, id, done)));
    }

    /** Whether somebody is left who could make a thing what it is at the end, after one that made it something else. */
    private boolean isMended(int who, String id, BitSet done) {
        return rivals.get(who).stream().anyMatch(i -> !done.get(i) && !contradicted.get(i).contains(id));
    }

    private int reading(BitSet done, World world) {
        long limit = limit(done);
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            if (!writers.get(i) && calls.get(i).start() <= limit && step(i, world) != null) {
                return i;
            }
        }
        return -1;
    }

    /** When the first of the others was answered: who was sent later cannot be before it. */
    private long limit(BitSet done) {
        int first = done.nextClearBit(0);
        return first < calls.size() ? calls.get(first).end() : Long.MAX_VALUE;
    }

    private boolean isOver(BitSet done) {
        int first = done.nextClearBit(0);
        return first >= calls.size() || !calls.get(first).isAnswered();
    }

    /** The world after a request; null where it cannot have had its turn in this one. */
    private World step(int i, World world) {
        Deed deed = calls.get(i).deed();
        Set<String> possible = deed.refusals(world);
        if (refusals.get(i) != null) {
            return possible.contains(refusals.get(i)) ? world : null;
        }
        return possible.isEmpty() && (answers.get(i) == null || deed.tells(world, answers.get(i)))
            ? deed.done(world, names.get(i)) : null;
    }

    private void note(BitSet done, World world) {
        if (done.cardinality() <= furthest) {
            return;
        }
        furthest = done.cardinality();
        StringBuilder text = new StringBuilder();
        long limit = limit(done);
        for (int i = done.nextClearBit(0); i < calls.size(); i = done.nextClearBit(i + 1)) {
            Call call = calls.get(i);
            if (!call.isAnswered() || call.start() > limit) {
                continue;
            }
            World after = step(i, world);
            text.append(after == null ? "  cannot be next: " : "  could be next: ").append(call).append('\n');
            if (after == null) {
                text.append("    may be refused with ").append(call.deed().refusals(world)).append('\n');
            } else {
                world.difference(after).forEach(each -> text.append("    leaves ").append(each).append('\n'));
            }
        }
        world.difference(end).forEach(each -> text.append("  at the end: ").append(each).append('\n'));
        atFurthest = text.append("  in the world ").append(world).toString();
    }
}
