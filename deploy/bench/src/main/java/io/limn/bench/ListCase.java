package io.limn.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of long lists through the gateway, by one client and by eight: of tasks for an administrator, who sees them all,
 * for somebody who sees ten of them, and for somebody to whom they all belong; and of jobs.
 */
final class ListCase implements Case {
    private static final int SOME = 5_000;
    private static final int MANY = 100_000;
    private static final int FEW = 10;
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int WARM_UP = 5;
    private static final int SECONDS = 5;
    private static final String PASSWORD = "bench-Marsh-Warbler-3";

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("default", "/api/tasks");
        PAGES.put("filtered", "/api/tasks?filter=" + encoded("{\"==\":[{\"var\":\"status\"},\"validation\"]}"));
        PAGES.put("sorted", "/api/tasks?sort=-updated_date");
        PAGES.put("searched", "/api/tasks?search=" + encoded("harbour fog"));
        PAGES.put("jobs", "/api/jobs");
    }

    /** Somebody who asks. */
    private record Reader(String name, String authorization) {}

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String description() {
        return "requests per second and processor time of each for pages of lists of " + SOME + " and " + MANY
                + " tasks";
    }

    @Override
    public void run(int runs, Report report) {
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            Reader administrator = new Reader("all", stand.administrator().authorization());
            var person = stand.anonymous().register("collector", PASSWORD);
            long id = person.get("/api/users/self").path("id").asLong();
            Reader few = new Reader("few", person.authorization());
            Reader owner = new Reader("own", person.authorization());
            ManyTasks tasks = new ManyTasks(stand);
            tasks.fill(0, SOME);
            measure(stand, report, runs, SOME, administrator);
            tasks.fill(SOME, MANY);
            measure(stand, report, runs, MANY, administrator);
            tasks.own(id, "collector", FEW);
            measure(stand, report, runs, MANY, few);
            tasks.own(id, "collector", MANY);
            measure(stand, report, runs, MANY, owner);
        } finally {
            Stand.forget(data);
        }
    }

    private static void measure(Stand stand, Report report, int runs, int size, Reader reader) {
        PAGES.values().forEach(path -> Load.of(stand.address(), path, reader.authorization(), 8, WARM_UP));
        for (int run = 0; run < runs; run++) {
            PAGES.forEach((page, path) -> CLIENTS.forEach(clients -> report.run(measure(
                    stand, size + " " + reader.name() + " " + page + " " + clients + ": ", path, reader, clients))));
        }
    }

    private static Map<String, Double> measure(Stand stand, String prefix, String path, Reader reader, int clients) {
        Map<String, Double> before = stand.cpuSeconds();
        Load load = Load.of(stand.address(), path, reader.authorization(), clients, SECONDS);
        Map<String, Double> after = stand.cpuSeconds();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(prefix + "per s", load.perSecond());
        figures.put(prefix + "median ms", load.medianMicroseconds() / 1000.0);
        figures.put(prefix + "p95 ms", load.slowMicroseconds() / 1000.0);
        figures.put(prefix + "p99 ms", load.slowestMicroseconds() / 1000.0);
        for (String part : List.of("task-service", "gateway", "postgres")) {
            double used = after.getOrDefault(part, 0.0) - before.getOrDefault(part, 0.0);
            figures.put(prefix + part + " cpu ms", used * 1000 / load.answers());
        }
        figures.put(prefix + "asking cpu ms", load.cpuSeconds() * 1000 / load.answers());
        figures.put(prefix + "machine load", Usage.machineLoad());
        return figures;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
