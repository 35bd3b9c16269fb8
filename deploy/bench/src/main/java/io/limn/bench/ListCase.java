package io.limn.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages of a long list of tasks, through the gateway, by one client and by eight. */
final class ListCase implements Case {
    private static final List<Integer> SIZES = List.of(5_000, 100_000);
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int WARM_UP = 8;
    private static final int SECONDS = 6;

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("default", "/api/tasks");
        PAGES.put("filtered", "/api/tasks?filter=" + encoded("{\"==\":[{\"var\":\"status\"},\"validation\"]}"));
        PAGES.put("sorted", "/api/tasks?sort=-updated_date");
        PAGES.put("searched", "/api/tasks?search=" + encoded("set 00471"));
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String description() {
        return "requests per second and processor time of each for pages of lists of " + SIZES + " tasks";
    }

    @Override
    public void run(int runs, Report report) {
        Path data = Stand.newFolder();
        try (Stand stand = Stand.on(data)) {
            String authorization = stand.administrator().authorization();
            ManyTasks tasks = new ManyTasks(stand);
            int before = 0;
            for (int size : SIZES) {
                tasks.fill(before, size);
                before = size;
                PAGES.values().forEach(path -> Load.of(stand.address(), path, authorization, 8, WARM_UP));
                for (int run = 0; run < runs; run++) {
                    PAGES.forEach((page, path) -> CLIENTS.forEach(clients -> report.run(
                            measure(stand, size + " " + page + " " + clients + ": ", path, authorization, clients))));
                }
            }
        } finally {
            Stand.forget(data);
        }
    }

    private static Map<String, Double> measure(
            Stand stand, String prefix, String path, String authorization, int clients) {
        Map<String, Double> before = stand.cpuSeconds();
        Load load = Load.of(stand.address(), path, authorization, clients, SECONDS);
        Map<String, Double> after = stand.cpuSeconds();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(prefix + "per s", load.perSecond());
        figures.put(prefix + "median ms", load.medianMicroseconds() / 1000.0);
        figures.put(prefix + "p99 ms", load.slowMicroseconds() / 1000.0);
        for (String part : List.of("task-service", "gateway", "postgres")) {
            double used = after.getOrDefault(part, 0.0) - before.getOrDefault(part, 0.0);
            figures.put(prefix + part + " cpu ms", used * 1000 / load.answers());
        }
        figures.put(prefix + "asking cpu ms", load.cpuSeconds() * 1000 / load.answers());
        return figures;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
