package dev.postern.conformance.run;

import java.util.ArrayList;
import java.util.List;

/**
 * What the kit does around the requests of a case, and what went wrong there.
 *
 * @param exchanges the seed, the state before and after
 */
record Around(List<Exchange> exchanges, List<String> problems) {

    Around() {
        this(new ArrayList<>(), new ArrayList<>());
    }
}
