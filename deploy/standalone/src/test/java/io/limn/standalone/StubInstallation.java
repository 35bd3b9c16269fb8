package io.limn.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A source tree whose built services are stubs: the launcher's own behaviour shows in seconds. */
final class StubInstallation {
    private static final String MAIN = "io/quarkus/runner/GeneratedMain.class";

    private StubInstallation() {}

    static Path in(Path home) throws IOException {
        for (Service service : Service.values()) {
            Path application = home.resolve(service.folder()).resolve("target/quarkus-app");
            for (String folder : new String[] {"quarkus", "app", "lib/boot", "lib/main"}) {
                Files.createDirectories(application.resolve(folder));
            }
            Files.createFile(application.resolve("quarkus-run.jar"));
            writeJar(application.resolve("quarkus/generated-bytecode.jar"));
        }
        return home;
    }

    private static void writeJar(Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(output);
                InputStream code = StubInstallation.class.getClassLoader().getResourceAsStream(MAIN)) {
            jar.putNextEntry(new JarEntry(MAIN));
            code.transferTo(jar);
        }
    }
}
