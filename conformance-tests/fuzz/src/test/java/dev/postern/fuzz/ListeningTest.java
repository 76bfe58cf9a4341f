package dev.postern.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing listens beyond this machine unless asked for. */
class ListeningTest {

    private static final String LISTENING = "0A";

    @Test
    void byDefaultOnlyThisMachineIsServed() throws IOException {
        Set<String> before = listening();
        try (Server server = new Server()) {
            assertTrue(reaches(InetAddress.getLoopbackAddress(), server.port()));
            for (InetAddress address : others()) {
                assertFalse(reaches(address, server.port()), address + " is served");
            }
            Set<String> opened = listening();
            opened.removeAll(before);
            assertTrue(opened.stream().allMatch(ListeningTest::isLoopback), "listens at " + opened);
            assertTrue(opened.size() <= 1, "listens at " + opened);
        }
    }

    @Test
    void othersAreServedOnceAsked() throws IOException {
        List<InetAddress> others = others();
        assumeTrue(!others.isEmpty(), "this machine has no other address");
        try (Server server = new Server("postern.host", "0.0.0.0")) {
            for (InetAddress address : others) {
                assertEquals(address instanceof java.net.Inet4Address, reaches(address, server.port()) && address instanceof java.net.Inet4Address, address.toString());
            }
        }
    }

    private static boolean reaches(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<InetAddress> others() throws IOException {
        List<InetAddress> found = new ArrayList<>();
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            Collections.list(each.getInetAddresses()).stream().filter(address -> !address.isLoopbackAddress()).forEach(found::add);
        }
        return found;
    }

    /** The addresses at which this process listens, as Linux writes them; none elsewhere. */
    private static Set<String> listening() throws IOException {
        Set<String> sockets = new HashSet<>();
        Set<String> found = new HashSet<>();
        if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
            return found;
        }
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    sockets.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/net/" + table))) {
                String[] columns = line.trim().split("\\s+");
                if (columns.length > 9 && columns[3].equals(LISTENING) && sockets.contains("socket:[" + columns[9] + "]")) {
                    found.add(columns[1]);
                }
            }
        }
        return found;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:")
                || address.startsWith("00000000000000000000000001000000:");
    }
}
