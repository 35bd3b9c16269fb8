package io.limn.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that any request costs: two endpoints with hardly any work of their own, through the gateway, by one client
 * and by eight. What the asking process takes of the same processors is told beside it.
 */
final class FloorCase implements Case {
    private static final List<String> PATHS = List.of("/api/server/about", "/api/users/self");
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int WARM_UP = 8;
    private static final int SECONDS = 8;

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String description() {
        return "requests per second and processor time of each for " + String.join(" and ", PATHS);
    }

    @Override
    public void run(int runs, Report report) {
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            String authorization = stand.administrator().authorization();
            for (String path : PATHS) {
                Load.of(stand.address(), path, authorization, 8, WARM_UP);
            }
            for (int run = 0; run < runs; run++) {
                for (String path : PATHS) {
                    CLIENTS.forEach(clients -> report.run(measure(stand, path, authorization, clients)));
                }
            }
        } finally {
            Stand.forget(data);
        }
    }

    private static Map<String, Double> measure(Stand stand, String path, String authorization, int clients) {
        Map<String, Double> before = stand.cpuSeconds();
        Load load = Load.of(stand.address(), path, authorization, clients, SECONDS);
        Map<String, Double> after = stand.cpuSeconds();
        String prefix = path.substring(path.lastIndexOf('/') + 1) + " " + clients + ": ";
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(prefix + "per s", load.perSecond());
        figures.put(prefix + "median ms", load.medianMicroseconds() / 1000.0);
        figures.put(prefix + "p99 ms", load.slowestMicroseconds() / 1000.0);
        double all = 0;
        for (var process : after.entrySet()) {
            double used = process.getValue() - before.getOrDefault(process.getKey(), 0.0);
            all += used;
            double perRequest = used * 1000 / load.answers();
            if (perRequest >= 0.01) {
                figures.put(prefix + process.getKey() + " cpu ms", perRequest);
            }
        }
        figures.put(prefix + "cpu ms", all * 1000 / load.answers());
        figures.put(prefix + "asking cpu ms", load.cpuSeconds() * 1000 / load.answers());
        figures.put(prefix + "wall s", load.seconds());
        return figures;
    }
}
