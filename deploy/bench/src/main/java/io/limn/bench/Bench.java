package io.limn.bench;

import java.util.List;
import java.util.Optional;

/** The program behind {@code ./limn bench CASE [RUNS]}: measures the packaged suite on this machine and prints what it took. */
public final class Bench {
    private static final int DEFAULT_RUNS = 5;
    private static final List<Case> CASES = List.of(
            new StartCase(),
            new UploadCase(),
            new CreateCase(),
            new ChunksCase(),
            new SaveCase(),
            new FloorCase(),
            new ListCase(),
            new AnnotationsCase(),
            new ExportCase());

    private Bench() {}

    public static void main(String[] arguments) {
        Optional<Case> chosen = CASES.stream()
                .filter(known -> arguments.length > 0 && known.name().equals(arguments[0]))
                .findFirst();
        if (chosen.isEmpty()) {
            System.out.println("Cases: ./limn bench CASE [RUNS]");
            CASES.forEach(known -> System.out.printf("  %-11s %s%n", known.name(), known.description()));
            System.exit(arguments.length == 0 ? 0 : 2);
        }
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_RUNS;
        Report report = new Report(System.out);
        chosen.get().run(runs, report);
        report.summary();
        System.exit(0);
    }
}
