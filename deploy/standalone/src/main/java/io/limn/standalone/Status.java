package io.limn.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ./limn status}: what runs on a data folder, how it feels and how much memory it holds. */
final class Status {
    private Status() {}

    /** 0 when everything runs, 1 when something or all of it does not. */
    static int run(Folder folder) {
        Optional<RunFile> run =
                RunFile.read(folder).filter(found -> found.launcher().process().isPresent());
        if (run.isEmpty()) {
            System.out.println("Limn does not run on " + folder.root() + ".");
            return 1;
        }
        System.out.println("Limn " + (run.get().ready() ? "is ready" : "starts") + " at "
                + run.get().address());
        boolean well = run.get().ready();
        for (RunFile.Entry entry : run.get().children()) {
            String state = state(entry);
            well &= state.equals("running");
            System.out.printf("  %-18s %-10s process %d%s%n", entry.name(), state, entry.pid(), memory(entry.pid()));
        }
        return well ? 0 : 1;
    }

    private static String state(RunFile.Entry entry) {
        if (entry.process().isEmpty()) {
            return "dead";
        }
        boolean up = entry.managementPort() == 0
                || HealthGate.isUp(URI.create("http://127.0.0.1:" + entry.managementPort() + "/q/health/ready"));
        return up ? "running" : "unwell";
    }

    private static String memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> ", " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .orElse("");
        } catch (IOException e) {
            // only Linux tells it this way
            return "";
        }
    }
}
