import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures the time from the start of a process to its first answered request, for several commands side by side.
 *
 * <pre>java StartTime.java [--runs 10] NAME=COMMAND...</pre>
 *
 * <p>{@code {port}} in a command is replaced with a free port. The commands take turns, so that noise falls on all of
 * them alike; each is started once before anything is counted.
 */
public final class StartTime {

    private static final String PATH = "/v2/73d69ae0cfcf460190522d06b60f05ad/apigw/instances";

    public static void main(String[] args) throws Exception {
        int runs = 10;
        Map<String, String> commands = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--runs")) {
                runs = Integer.parseInt(args[++i]);
            } else {
                int end = args[i].indexOf('=');
                commands.put(args[i].substring(0, end), args[i].substring(end + 1));
            }
        }
        Map<String, List<Long>> times = new LinkedHashMap<>();
        commands.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        // Whatever stops it, what was measured until then is told.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> print(times)));
        for (int run = 0; run <= runs; run++) {
            for (Map.Entry<String, String> command : commands.entrySet()) {
                long time = measure(command.getValue());
                if (run > 0) {
                    times.get(command.getKey()).add(time);
                }
            }
        }
    }

    private static void print(Map<String, List<Long>> times) {
        times.values().removeIf(List::isEmpty);
        if (times.isEmpty()) {
            return;
        }
        double first = median(times.values().iterator().next());
        System.out.printf("%-20s %10s %10s %10s %7s %5s%n", "", "median", "least", "most", "ratio", "runs");
        times.forEach((name, all) -> System.out.printf("%-20s %7.0f ms %7d ms %7d ms %7.2f %5d%n", name, median(all),
            all.stream().min(Long::compare).orElseThrow(), all.stream().max(Long::compare).orElseThrow(),
            median(all) / first, all.size()));
    }

    private static long measure(String command) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + command.replace("{port}", "" + port));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            while (!answers(port)) {
                if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(120)) {
                    throw new IllegalStateException("no answer from: " + command);
                }
                Thread.sleep(5);
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: any\r\n"
                + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return answer.equals("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }
}
