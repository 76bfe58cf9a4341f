package dev.postern.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.postern.control.model.State;
import dev.postern.http.YamlReader;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;

/** The state to begin with. */
@Singleton
public class Seed {

    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);

    private final StateService states;
    private final YamlReader<State> reader;
    private final Validator validator;

    Seed(StateService states, YamlReader<State> reader, Validator validator) {
        this.states = states;
        this.reader = reader;
        this.validator = validator;
    }

    /**
     * Keeps the state of a YAML or JSON file, unless something is kept already.
     *
     * @throws dev.postern.error.ApiException POSTERN.0400 with the place and the reason
     */
    public void plant(Path file) throws IOException {
        if (!states.isEmpty()) {
            LOG.info("There is a state already; the seed {} is left alone", file);
            return;
        }
        State state;
        try {
            state = reader.read(Files.readAllBytes(file), State.class);
        } catch (JsonProcessingException e) {
            throw Places.refused("line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()), e.getOriginalMessage());
        }
        Set<ConstraintViolation<State>> violations = validator.validate(state);
        violations.stream().min(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
            .ifPresent(violation -> {
                throw Places.refused(violation.getPropertyPath().toString(), violation.getMessage());
            });
        states.replace(state);
    }
}
