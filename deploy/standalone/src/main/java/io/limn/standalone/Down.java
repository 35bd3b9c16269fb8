package io.limn.standalone;

import java.time.Duration;
import java.util.Optional;

/** {@code ./limn down}: stops the suite that runs on a data folder. */
final class Down {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private Down() {}

    static int run(Folder folder) {
        Optional<ProcessHandle> launcher =
                RunFile.read(folder).flatMap(run -> run.launcher().process());
        if (launcher.isEmpty()) {
            System.out.println("Limn does not run on " + folder.root() + ".");
            return 0;
        }
        launcher.get().destroy();
        if (!Orphans.ends(launcher.get(), LONGEST)) {
            throw new StartFailure(
                    "Limn (process " + launcher.get().pid() + ") did not stop within " + LONGEST.toSeconds() + " s.");
        }
        System.out.println("Limn has stopped.");
        return 0;
    }
}
