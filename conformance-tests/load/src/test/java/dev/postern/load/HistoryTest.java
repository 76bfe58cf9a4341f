package dev.postern.load;

import dev.postern.load.Relations.Bind;
import dev.postern.load.Relations.Publish;
import dev.postern.load.Resources.Change;
import dev.postern.load.Resources.Create;
import dev.postern.load.Resources.Delete;
import dev.postern.load.Resources.Show;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The judge itself: what it finds, and what it lets pass. */
class HistoryTest {

    private static final Thing THROTTLE = new Thing(Kind.THROTTLE, "t", "", "throttle_1", "before");
    private static final Thing GROUP = new Thing(Kind.GROUP, "g", "", "group_1", "before");
    private static final Thing API = new Thing(Kind.API, "a", "g", "api_1", "");
    private static final Thing RELEASE = new Thing(Kind.ENVIRONMENT, World.RELEASE, "", "RELEASE", "");
    private static final Thing ONLINE = new Thing(Kind.PUBLICATION, "p", "a", World.RELEASE, World.ONLINE);
    private static final Thing OFFLINE = new Thing(Kind.PUBLICATION, "p", "a", World.RELEASE, World.OFFLINE);
    private static final Thing BOUND = new Thing(Kind.BINDING, "b", "p", "t", "THROTTLE");

    private final List<Call> calls = new ArrayList<>();

    @Test
    void findsALostUpdate() {
        update("first", 0, 10);
        update("second", 20, 30);
        assertTrue(explained(List.of(THROTTLE), List.of(THROTTLE.with("throttle_1", "second"))));
        assertFalse(explained(List.of(THROTTLE), List.of(THROTTLE.with("throttle_1", "first"))));
        assertFalse(explained(List.of(THROTTLE), List.of(THROTTLE)));
    }

    @Test
    void letsUpdatesAtTheSameTimeEndInEitherOrder() {
        update("first", 0, 30);
        update("second", 10, 20);
        assertTrue(explained(List.of(THROTTLE), List.of(THROTTLE.with("throttle_1", "first"))));
        assertTrue(explained(List.of(THROTTLE), List.of(THROTTLE.with("throttle_1", "second"))));
    }

    @Test
    void findsAReadOfWhatWasNeverThere() {
        update("first", 0, 10);
        answered(new Show(Kind.THROTTLE, "t"), 20, 30, 200, "{\"name\": \"throttle_1\", \"remark\": \"before\", \"bind_num\": 0}");
        assertFalse(explained(List.of(THROTTLE), List.of(THROTTLE.with("throttle_1", "first"))));
    }

    @Test
    void findsANumberOfBindingsThatIsWrong() {
        answered(new Show(Kind.THROTTLE, "t"), 0, 1, 200, "{\"name\": \"throttle_1\", \"remark\": \"before\", \"bind_num\": 0}");
        assertFalse(explained(List.of(THROTTLE, API, RELEASE, ONLINE, BOUND), List.of(THROTTLE, API, RELEASE, ONLINE, BOUND)));
        assertTrue(explained(List.of(THROTTLE), List.of(THROTTLE)));
    }

    @Test
    void findsANameThatTwoWereGiven() {
        create("x", 0, 10);
        create("y", 5, 15);
        assertFalse(explained(List.of(), List.of(made("x"), made("y"))));
        assertFalse(World.of(List.of(made("x"), made("y"))).problems().isEmpty());
    }

    @Test
    void findsAQuotaThatWasPassed() {
        List<Thing> full = new ArrayList<>();
        for (int i = 0; i < Kind.THROTTLE.most; i++) {
            full.add(new Thing(Kind.THROTTLE, "id" + i, "", "throttle_" + (i + 2), ""));
        }
        create("x", 0, 10);
        List<Thing> after = new ArrayList<>(full);
        after.add(made("x"));
        assertFalse(explained(full, after));
    }

    @Test
    void findsARefusalForNoReason() {
        answered(new Delete(Kind.THROTTLE, "t", ""), 0, 10, 403, "{\"error_code\": \"APIG.3451\"}");
        assertFalse(explained(List.of(THROTTLE), List.of(THROTTLE)));
        assertTrue(explained(List.of(THROTTLE, API, RELEASE, OFFLINE, BOUND), List.of(THROTTLE, API, RELEASE, OFFLINE, BOUND)));
    }

    @Test
    void findsABindingThatDangles() {
        answered(new Bind(Kind.THROTTLE, "t", "a", World.RELEASE, "p"), 0, 10, 201, "{\"throttle_applys\": [{\"id\": \"b\"}]}");
        answered(new Delete(Kind.THROTTLE, "t", ""), 0, 10, 204, "");
        assertFalse(explained(List.of(THROTTLE, API, RELEASE, ONLINE), List.of(API, RELEASE, ONLINE, BOUND)));
        assertFalse(explained(List.of(THROTTLE, API, RELEASE, ONLINE), List.of(API, RELEASE, ONLINE)));
    }

    @Test
    void letsWhatWasNotAnsweredBeThereWhollyOrNotAtAll() {
        calls.add(Call.unanswered(0, new Create(Kind.THROTTLE, "", "throttle_1", "v"), 5));
        calls.add(Call.unanswered(1, new Publish("a", World.RELEASE, false), 5));
        List<Thing> before = List.of(API, RELEASE, ONLINE);
        assertTrue(explained(before, before));
        assertTrue(explained(before, List.of(API, RELEASE, ONLINE, made("x"))));
        assertTrue(explained(before, List.of(API, RELEASE, OFFLINE, made("x"))));
        assertFalse(explained(before, List.of(API, RELEASE, OFFLINE, made("x").with("throttle_1", "half"))));
        assertFalse(explained(before, List.of(API, RELEASE, ONLINE, made("x"), made("y"))));
    }

    @Test
    void findsThatNothingCameBackOrSomethingNobodyAskedFor() {
        create("x", 0, 10);
        assertFalse(explained(List.of(), List.of()));
        assertFalse(explained(List.of(), List.of(made("x"), new Thing(Kind.APP, "z", "", "app_1", ""))));
        assertTrue(explained(List.of(), List.of(made("x"))));
    }

    @Test
    void hasWhatTheEndContradictsBeforeWhatMendsIt() {
        answered(new Publish("a", World.RELEASE, false), 0, 10, 201, "{\"publish_id\": \"p\"}");
        answered(new Publish("a", World.RELEASE, true), 0, 20, 201, "{\"publish_id\": \"p\"}");
        changeTheApi();
        assertTrue(explained(List.of(GROUP, API, RELEASE, ONLINE), List.of(GROUP, API.with("api_1", "v7"), RELEASE, OFFLINE)));
        assertFalse(explained(List.of(GROUP, API, RELEASE, ONLINE), List.of(GROUP, API.with("api_1", "v20"), RELEASE, OFFLINE)));
    }

    @Test
    void beginsAgainWhereAllDependsOnAChoiceFarBack() {
        answered(new Publish("a", World.RELEASE, false), 0, 10, 201, "{\"publish_id\": \"p\"}");
        answered(new Publish("a", World.RELEASE, true), 0, 20, 201, "{\"publish_id\": \"p\"}");
        changeTheApi();
        answered(new Publish("a", World.RELEASE, true), 40, 90, 201, "{\"publish_id\": \"p\"}");
        // Only if it was taken offline after it was put online the first time.
        answered(new Publish("a", World.RELEASE, false), 30, 99, 404, "{\"error_code\": \"APIG.3015\"}");
        assertTrue(explained(List.of(GROUP, API, RELEASE, ONLINE), List.of(GROUP, API.with("api_1", "v7"), RELEASE, ONLINE)));
    }

    @Test
    void beginsAgainWhereNobodyWasAnswered() {
        List<Thing> after = new ArrayList<>(List.of(GROUP, new Thing(Kind.APP, "z", "", "app_1", "")));
        for (int i = 0; i < 12; i++) {
            calls.add(Call.unanswered(i, new Create(Kind.DOMAIN, "g", i + ".example.com", ""), i));
            after.add(new Thing(Kind.DOMAIN, "d" + i, "g", i + ".example.com", ""));
        }
        assertFalse(explained(List.of(GROUP), after));
        after.remove(1);
        assertTrue(explained(List.of(GROUP), after));
    }

    /** So often that not all orders can be tried. */
    private void changeTheApi() {
        for (int i = 0; i < 20; i++) {
            answered(new Change(Kind.API, "a", "g", "api_1", "v" + i), 0, 50 + i, 200, "{}");
        }
    }

    private void update(String value, long start, long end) {
        answered(new Change(Kind.THROTTLE, "t", "", "throttle_1", value), start, end, 200, "{}");
    }

    private void create(String id, long start, long end) {
        answered(new Create(Kind.THROTTLE, "", "throttle_1", "v"), start, end, 201, "{\"id\": \"" + id + "\"}");
    }

    private static Thing made(String id) {
        return new Thing(Kind.THROTTLE, id, "", "throttle_1", "v");
    }

    private void answered(Deed deed, long start, long end, int status, String body) {
        calls.add(new Call(calls.size(), deed, start, end, new Http.Answer(status, body, Map.of())));
    }

    private boolean explained(List<Thing> begin, List<Thing> end) {
        return History.problem(World.of(begin), calls, World.of(end)).isEmpty();
    }
}
