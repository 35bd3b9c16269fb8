package io.limn.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints figures run by run and their medians at the end. */
final class Report {
    private final PrintStream output;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    Report(PrintStream output) {
        this.output = output;
    }

    /** Words between the figures. */
    void say(String text) {
        output.println(text);
    }

    /** One run's figures by name; the unit belongs to the name. */
    void run(Map<String, Double> run) {
        run.forEach((name, value) ->
                figures.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        output.println(line(run));
    }

    void summary() {
        Map<String, Double> medians = new LinkedHashMap<>();
        figures.forEach((name, values) -> medians.put(name, median(values)));
        if (!medians.isEmpty()) {
            output.println("median: " + line(medians));
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String line(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
