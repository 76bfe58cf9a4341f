package dev.postern.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A file of cases, as written.
 *
 * @param base what the cases of the file share: seed, request and needs
 * @param notReplayed examples that no case can bring about, each with the reason
 */
public record CaseFile(
        String operation, JsonNode base, List<JsonNode> cases, Derive derive, List<NotReplayed> notReplayed) {

    public CaseFile {
        cases = cases == null ? List.of() : cases;
        derive = derive == null ? new Derive(null, null, null, null) : derive;
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
     * @param with what a field needs beside it
     * @param except what is not derived, and why
     */
    public record Derive(String base, Seed clampSeed, List<With> with, List<Except> except) {
        public Derive {
            with = with == null ? List.of() : with;
            except = except == null ? List.of() : except;
        }
    }

    /**
     * Help for the boundary cases of one location.
     *
     * @param keyword the constraint; all of the location when absent
     * @param value the value to send on the boundary, where the kit cannot find one
     * @param patch changes to the rest of the request body
     * @param seed changes to the state
     */
    public record With(
            String location, String keyword, JsonNode value, List<Patch> patch, List<Patch> seed, Integer status) {
        public boolean covers(String location, String keyword) {
            return this.location.equals(location) && (this.keyword == null || this.keyword.equals(keyword));
        }
    }

    /** A constraint that is not exercised; {@code **} in the location stands for any text. */
    public record Except(String location, String keyword, String side, String reason) {
        public boolean covers(String location, String keyword, String side) {
            return location.matches(java.util.Arrays.stream(this.location.split("\\*\\*", -1))
                            .map(java.util.regex.Pattern::quote).reduce((a, b) -> a + ".*" + b).orElse(""))
                    && (this.keyword == null || this.keyword.equals(keyword))
                    && (this.side == null || this.side.equals(side));
        }
    }
}
