package io.limn.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** From the command to a healthy suite, on a folder that has been used before. */
final class StartCase implements Case {
    private static final double MEGABYTE = 1 << 20;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "time until everything is healthy, processor time and memory of all processes";
    }

    @Override
    public void run(int runs, Report report) {
        Path data = Stand.newFolder();
        try {
            long begin = System.nanoTime();
            Stand.on(data).close();
            report.say("first start and stop on a new folder: %.1f s".formatted((System.nanoTime() - begin) / 1e9));
            for (int run = 0; run < runs; run++) {
                report.run(start(data));
            }
        } finally {
            Stand.forget(data);
        }
    }

    private static Map<String, Double> start(Path data) {
        double before = Usage.of(java.util.List.of(ProcessHandle.current())).cpuSeconds();
        long begin = System.nanoTime();
        try (Stand stand = Stand.on(data)) {
            double wall = (System.nanoTime() - begin) / 1e9;
            Usage usage = stand.usage();
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("healthy s", wall);
            figures.put("cpu s", usage.cpuSeconds() - before);
            figures.put("resident MB", usage.residentBytes() / MEGABYTE);
            figures.put("proportional MB", usage.proportionalBytes() / MEGABYTE);
            return figures;
        }
    }
}
