package dev.postern.client;

import dev.postern.client.apig.api.GatewayApi;
import dev.postern.client.apig.model.InstanceStatus;
import dev.postern.client.wire.ApiClient;
import dev.postern.client.wire.ApiException;
import dev.postern.client.wire.api.WireApi;
import dev.postern.client.wire.model.Thing;
import dev.postern.client.wire.model.ThingKind;
import dev.postern.client.wire.model.ThingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Values at the edges, files and a busy server, by the description that the clients of all languages are tried with. */
class WireServerTest {

    private static final Settings QUICK = Settings.DEFAULTS.withFirstDelay(Duration.ofMillis(10));
    private static final Credentials SIGNED = Credentials.accessKey("a", "s");

    @Test
    void valuesAtTheEdgesComeAndGoAsTheyAre() {
        Thing thing = wire(QUICK).showThing("1");
        assertEquals("网关 ½ 🙂", thing.getName());
        assertEquals(ThingKind.SEVENTH, thing.getKind());
        assertEquals(ThingState.UN_REGISTER_FAILED, thing.getState());
        assertNull(thing.getNote());
        assertNull(thing.getRemark());
        assertEquals(9007199254740993L, thing.getBig());
        assertEquals(Long.MAX_VALUE, thing.getBiggest());
        assertEquals(0.5, thing.getRatio());
        assertEquals(OffsetDateTime.parse("2020-08-03T12:25:52.257957Z"), thing.getCreated());
        assertEquals(LocalDate.of(2024, 2, 29), thing.getDay());
        assertEquals(List.of(), thing.getTags());
        assertNull(thing.getLabels());
        assertEquals(thing, wire(QUICK).updateThing("1", thing));
    }

    @Test
    void whatANewerServerKnowsDoesNotMakeItFail() {
        Thing thing = wire(QUICK).showThing("newer");
        assertEquals(ThingKind.NUMBER_unknown_default_open_api, thing.getKind());
        assertEquals(ThingState.UNKNOWN_DEFAULT_OPEN_API, thing.getState());
        var gateway = new GatewayApi(Clients.apig(TestServers.get("WIRE_ENDPOINT"), SIGNED))
            .showDetailsOfInstanceV2("p", "g");
        assertEquals("newer", gateway.getInstanceName());
        assertEquals(InstanceStatus.UNKNOWN_DEFAULT_OPEN_API, gateway.getStatus());
    }

    @Test
    void filesComeAndGoByteByByte(@TempDir Path folder) throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Path downloaded = wire(QUICK).downloadFile().toPath();
        assertArrayEquals(bytes, Files.readAllBytes(downloaded));
        Files.delete(downloaded);

        Path file = Files.write(folder.resolve("each byte.bin"), bytes);
        var upload = wire(QUICK).uploadFile(file.toFile(), "grüße 网");
        assertEquals(256, upload.getSize());
        assertEquals("each byte.bin", upload.getFileName());
        // The server tells what it got byte by byte.
        assertEquals("grüße 网", new String(upload.getGroupId().getBytes(ISO_8859_1), UTF_8));
        assertEquals("", wire(QUICK).uploadFile(file.toFile(), null).getGroupId());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whatTheServerWasTooBusyForIsSentAgain(int status) {
        assertEquals(3, wire(QUICK).showBusyThing(UUID.randomUUID().toString(), 2, status).getAttempts());

        ApiException refusal = assertThrows(ApiException.class,
            () -> wire(QUICK.withAttempts(1)).showBusyThing(UUID.randomUUID().toString(), 2, status));
        assertEquals(status, refusal.getCode());
        assertEquals("WIRE." + status, refusal.getErrorCode());

        String key = UUID.randomUUID().toString();
        assertThrows(ApiException.class, () -> wire(QUICK.withAttempts(2)).showBusyThing(key, 2, status));
        assertEquals(3, wire(QUICK).showBusyThing(key, 2, status).getAttempts());
    }

    @Test
    void otherRefusalsAreNotSentAgain() {
        String key = UUID.randomUUID().toString();
        assertThrows(ApiException.class, () -> wire(QUICK).showBusyThing(key, 9, 500));
        assertThrows(ApiException.class, () -> wire(QUICK).showBusyThing(key, 9, 409));
        assertEquals(3, wire(QUICK).showBusyThing(key, 2, 500).getAttempts());
    }

    private static WireApi wire(Settings settings) {
        var client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return new Sender(super.getHttpClient(), SIGNED, settings);
            }
        };
        client.updateBaseUri(TestServers.get("WIRE_ENDPOINT"));
        return new WireApi(client);
    }
}
