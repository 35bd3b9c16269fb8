package io.limn.bench.load;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks for one address again and again over kept connections, in a process of its own, so that what it costs can be told
 * from what the server costs. Prints one line: answers, seconds, processor seconds of this process, and the median,
 * 95th and 99th percentile of the time to an answer in microseconds.
 */
public final class LoadMain {
    private LoadMain() {}

    /** Arguments: host, port, path, number of clients, seconds; the Authorization header is read from the input. */
    public static void main(String[] arguments) throws Exception {
        String authorization = new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        int clients = Integer.parseInt(arguments[3]);
        var clock = ManagementFactory.getThreadMXBean();
        List<Client> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            all.add(new Client(arguments[0], Integer.parseInt(arguments[1]), arguments[2], authorization));
        }
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(Integer.parseInt(arguments[4]));
        long[] cpu = new long[clients];
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int mine = client;
            threads.add(Thread.ofPlatform().start(() -> {
                all.get(mine).run(end);
                cpu[mine] = clock.getCurrentThreadCpuTime();
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Latencies latencies = new Latencies();
        all.forEach(client -> latencies.add(client.latencies()));
        long processor = 0;
        for (long one : cpu) {
            processor += one;
        }
        System.out.println(String.join(
                " ",
                Long.toString(latencies.count()),
                Double.toString(seconds),
                Double.toString(processor / 1e9),
                Long.toString(latencies.percentile(50)),
                Long.toString(latencies.percentile(95)),
                Long.toString(latencies.percentile(99))));
    }
}
