package io.limn.common.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the sources are, and what may lie beside them. */
public final class Checkout {
    private Checkout() {}

    /** The folder of the whole project: the nearest one above a module that has the Maven wrapper. */
    public static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("The tests do not run below a checkout");
    }

    /** Something in the folder {@code shared} beside the checkout; empty where there is none. */
    public static Optional<Path> shared(String path) {
        var told = System.getProperty("limn.shared");
        var folder = told == null ? root().resolveSibling("shared") : Path.of(told);
        return Optional.of(folder.resolve(path)).filter(Files::exists);
    }
}
