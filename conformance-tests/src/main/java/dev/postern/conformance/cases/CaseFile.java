package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of cases, as written.
 *
 * @param answersLike the operation whose answer this one's is, so that its values need not be seen here as well
 * @param base what the cases of the file share: seed, request and needs
 * @param notReplayed examples that no case can bring about, each with the reason
 */
public record CaseFile(
        String operation,
        String answersLike,
        JsonNode base,
        List<JsonNode> cases,
        Derive derive,
        List<NotReplayed> notReplayed) {

    /** The file of an operation without one. */
    public static final CaseFile NONE = new CaseFile(null, null, null, null, null, null);

    public CaseFile {
        cases = cases == null ? List.of() : cases;
        derive = derive == null ? new Derive(null, null, null, null, null) : derive;
        notReplayed = notReplayed == null ? List.of() : notReplayed;
    }

    /** An example that cannot be replayed. */
    public record NotReplayed(String example, String reason) {}

    /** A case as written, with the base of its file merged in. */
    public record Written(
            String name,
            String why,
            List<String> needs,
            Seed seed,
            List<JsonNode> faults,
            Map<String, JsonNode> each,
            RequestData request,
            Expectation expect,
            List<Then> then) {}

    /** A request that follows, of the same operation unless another is named. */
    public record Then(String operation, String name, RequestData request, Expectation expect) {}

    /**
     * How boundary cases are derived for the operation.
     *
     * @param base the case to start from; the first that expects a 2xx status otherwise
     * @param clampSeed the state in which a corrected offset or limit makes a difference
     * @param shown where the answer shows the state, so that every enum value can be put here and found there
     * @param with what a field needs beside it
     * @param except what is not derived, and why
     */
    public record Derive(String base, Seed clampSeed, List<Shown> shown, List<With> with, List<Except> except) {
        public Derive {
            shown = shown == null ? List.of() : shown;
            with = with == null ? List.of() : with;
            except = except == null ? List.of() : except;
        }
    }

    /**
     * An object of the answer that shows one of the state, field by field.
     *
     * @param rename the fields of the state that have another name than those of the answer
     * @param base the case to start from; that of the boundary cases otherwise
     */
    public record Shown(String answer, String state, Map<String, String> rename, String base) {
        public Shown {
            rename = rename == null ? Map.of() : rename;
        }
    }

    /**
     * Help for the derived cases of one location.
     *
     * @param keyword the constraint; all of the location when absent
     * @param value the value to send on the boundary, where the kit cannot find one; of an answer, the enum value
     * @param patch changes to the rest of the body that the location is in
     * @param seed changes to the state
     */
    public record With(
            String location, String keyword, JsonNode value, List<Patch> patch, List<Patch> seed, Integer status) {
        public boolean covers(String location, String keyword) {
            return this.location.equals(location) && (this.keyword == null || this.keyword.equals(keyword));
        }

        public boolean covers(String location, JsonNode value) {
            return this.location.equals(location) && (this.value == null || this.value.equals(value));
        }
    }

    /**
     * What is not exercised; {@code **} in the location stands for any text.
     *
     * @param value the enum value that need not be seen in an answer, or need not be taken in a request; without one,
     *     someone has to write the cases
     */
    public record Except(String location, String keyword, String side, JsonNode value, String reason) {
        public boolean covers(String location, String keyword, String side) {
            return value == null && covers(location)
                    && (this.keyword == null || this.keyword.equals(keyword))
                    && (this.side == null || this.side.equals(side));
        }

        public boolean covers(String location, JsonNode value) {
            return covers(location) && (this.value == null || this.value.equals(value));
        }

        private boolean covers(String location) {
            return location.matches(Arrays.stream(this.location.split("\\*\\*", -1))
                    .map(Pattern::quote).reduce((a, b) -> a + ".*" + b).orElse(""));
        }
    }
}
