package dev.postern.conformance.derive;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds strings that just match, or just miss, a pattern and the lengths beside it. */
public final class Strings {

    /** Harmless characters first, so that a boundary case is about its bound and nothing else. */
    private static final List<Automaton> ALPHABETS = List.of(
            chars("[0-9A-Za-z]*"), chars("[0-9A-Za-z_-]*"), chars("[ -~]*"), Automaton.makeAnyString());

    /** Characters that a path may hold without being taken for a part of its structure. */
    private static final Automaton IN_PATHS = chars("[0-9A-Za-z_!$'()*,~-]*");

    private static final String LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ一-鿿";

    /** The same few patterns stand in hundreds of places. */
    private static final Map<String, Automaton> LANGUAGES = new ConcurrentHashMap<>();
    private static final Map<Search, Optional<String>> FOUND = new ConcurrentHashMap<>();
    private static final Map<Search, Set<String>> MISSED = new ConcurrentHashMap<>();

    /** What is looked for; a search takes long, and the same is looked for again and again. */
    private record Search(String regex, boolean inPath, int least, int most) {}

    private final Pattern pattern;
    private final Automaton language;
    private final int min;
    private final int max;
    private final boolean inPath;

    /**
     * @param regex a pattern of the description, or null
     * @param min the least length
     * @param max the greatest length, or -1
     */
    public Strings(String regex, int min, int max, boolean inPath) {
        this.pattern = regex == null ? null : Pattern.compile(regex);
        this.language = regex == null ? Automaton.makeAnyString() : LANGUAGES.computeIfAbsent(regex, Strings::language);
        this.min = min;
        this.max = max;
        this.inPath = inPath;
    }

    /** A string of just this length that matches; null when there is none. */
    public String ofLength(int length) {
        return length == 0 ? (matches("") ? "" : null) : first(length, length);
    }

    /** A string of just this length, matching if there is such, for a case about the length alone. */
    public String anyOfLength(int length) {
        String matching = ofLength(length);
        return matching == null ? "0".repeat(length) : matching;
    }

    /** The shortest string that matches and keeps to the lengths. */
    public String shortest() {
        int from = Math.max(min, inPath ? 1 : 0);
        return from == 0 && matches("") ? "" : first(from, max);
    }

    /** The shortest that is not empty. */
    public String shortestNotEmpty() {
        return first(Math.max(1, min), max);
    }

    /** The longest string that matches, or null when the pattern sets no end itself. */
    public String longest() {
        if (!language.isFinite()) {
            return null;
        }
        int longest = depth(language.getInitialState(), new HashMap<>());
        return longest < 1 ? null : ofLength(longest);
    }

    /** The length of the longest way through a language without loops. */
    private static int depth(State state, Map<State, Integer> known) {
        Integer before = known.get(state);
        if (before != null) {
            return before;
        }
        int deepest = 0;
        for (Transition transition : state.getTransitions()) {
            deepest = Math.max(deepest, 1 + depth(transition.getDest(), known));
        }
        known.put(state, deepest);
        return deepest;
    }

    /** Strings that miss the pattern while they keep to the lengths, each missing it in another way. */
    public Set<String> misses() {
        return pattern == null ? Set.of()
                : MISSED.computeIfAbsent(new Search(pattern.pattern(), inPath, min, max), key -> missed());
    }

    private Set<String> missed() {
        Set<String> found = new LinkedHashSet<>();
        Automaton outside = language.complement();
        for (Automaton alphabet : alphabets()) {
            String miss = search(outside.intersection(alphabet), Math.max(1, min), max);
            if (miss != null && !matches(miss)) {
                found.add(miss);
            }
        }
        String longest = longest();
        if (longest != null && !matches(longest + longest.charAt(longest.length() - 1))) {
            found.add(longest + longest.charAt(longest.length() - 1));
        }
        String fitting = shortestNotEmpty();
        if (!inPath && fitting != null && !matches(fitting + "\n") && (max < 0 || fitting.length() < max)) {
            // A pattern that is searched for instead of matched lets a last line break through.
            found.add(fitting + "\n");
        }
        return found;
    }

    public boolean matches(String value) {
        return pattern == null || pattern.matcher(value).matches();
    }

    private List<Automaton> alphabets() {
        if (!inPath) {
            return ALPHABETS;
        }
        List<Automaton> safe = new ArrayList<>();
        ALPHABETS.forEach(alphabet -> safe.add(alphabet.intersection(IN_PATHS)));
        return safe;
    }

    private String first(int least, int most) {
        if (pattern == null) {
            return "0".repeat(least);
        }
        return FOUND.computeIfAbsent(new Search(pattern.pattern(), inPath, least, most), key -> alphabets().stream()
                .map(alphabet -> search(language.intersection(alphabet), least, most))
                .filter(Objects::nonNull).findFirst()).orElse(null);
    }

    /** The first of the shortest strings in a language that are long enough; null where they are too long. */
    private static String search(Automaton from, int least, int most) {
        from.determinize();
        Set<State> states = from.getStates();
        // By the number of characters that are left, the states from which so many lead to the end.
        List<Set<State>> ending = new ArrayList<>(List.of(from.getAcceptStates()));
        int greatest = most < 0 ? least + states.size() : Math.min(most, least + states.size());
        for (int length = 0; length <= greatest; length++) {
            Set<State> next = ending.get(length);
            if (length >= least && next.contains(from.getInitialState())) {
                return first(from.getInitialState(), ending, length);
            }
            ending.add(states.stream().filter(state -> state.getTransitions().stream()
                    .anyMatch(transition -> next.contains(transition.getDest()))).collect(Collectors.toSet()));
        }
        return null;
    }

    private static String first(State initial, List<Set<State>> ending, int length) {
        StringBuilder found = new StringBuilder();
        State state = initial;
        for (int left = length - 1; left >= 0; left--) {
            Set<State> next = ending.get(left);
            Transition transition = state.getSortedTransitions(false).stream()
                    .filter(each -> next.contains(each.getDest())).findFirst().orElseThrow();
            found.append(transition.getMin());
            state = transition.getDest();
        }
        return found.toString();
    }

    private static Automaton chars(String expression) {
        return new RegExp(expression, RegExp.NONE).toAutomaton();
    }

    /** The language of a pattern, from first to last character. */
    private static Automaton language(String regex) {
        String rest = regex.startsWith("^") ? regex.substring(1) : ".*" + regex;
        rest = rest.endsWith("$") ? rest.substring(0, rest.length() - 1) : rest + ".*";
        Automaton excluded = null;
        while (rest.startsWith("(?!")) {
            int end = rest.indexOf(')');
            Automaton start = chars(translate(rest.substring(3, end)) + "(.|\n)*");
            excluded = excluded == null ? start : excluded.union(start);
            rest = rest.substring(end + 1);
        }
        Automaton language = chars(translate(rest));
        return excluded == null ? language : language.minus(excluded);
    }

    /** Java's spelling of a pattern into that of the automaton library. */
    private static String translate(String regex) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i = escape(regex, i + 1, inClass, out);
            } else if (c == '(' && regex.startsWith("(?:", i)) {
                out.append('(');
                i += 2;
            } else {
                inClass = c == '[' || inClass && c != ']';
                out.append(c == '"' ? "\\\"" : String.valueOf(c));
            }
        }
        return out.toString();
    }

    private static int escape(String regex, int at, boolean inClass, StringBuilder out) {
        String members = switch (regex.charAt(at)) {
            case 'd' -> "0-9";
            case 'w' -> "A-Za-z0-9_";
            case 's' -> " \t\n";
            case 'p' -> regex.startsWith("{L}", at + 1) ? LETTERS : regex.startsWith("{N}", at + 1) ? "0-9" : null;
            default -> null;
        };
        if (members != null) {
            out.append(inClass ? members : "[" + members + "]");
            return regex.charAt(at) == 'p' ? at + 3 : at;
        }
        if (regex.charAt(at) == 'u') {
            out.append('\\').append((char) Integer.parseInt(regex.substring(at + 1, at + 5), 16));
            return at + 4;
        }
        out.append('\\').append(regex.charAt(at));
        return at;
    }
}
