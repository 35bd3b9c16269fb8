package io.limn.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./limn user}: the users of a running suite from the command line. auth-service brings the program for it, which is
 * started here with that service's settings, so that it works alike wherever the service runs.
 */
final class UserCommand {
    private static final String PROGRAM = "io.limn.auth.operator.OperatorProgram";
    private static final String DEFAULT_DATA = ".limn";

    private UserCommand() {}

    /** @param arguments of the program, with {@code --data} among them or not */
    static int run(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        Folder folder = new Folder(Path.of(takeData(rest)).toAbsolutePath().normalize());
        boolean help = rest.isEmpty() || rest.getFirst().matches("-h|--help|help");
        if (!help
                && RunFile.read(folder)
                        .filter(found -> found.launcher().process().isPresent())
                        .isEmpty()) {
            throw new StartFailure("Limn does not run on " + folder.root() + "; start it with ./limn up.");
        }
        Path application = Installation.current().application(Service.AUTH);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        System.getProperty("path.separator"),
                        application.resolve("app") + "/*",
                        application.resolve("lib/main") + "/*",
                        application.resolve("lib/boot") + "/*"),
                PROGRAM));
        command.addAll(rest);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(help ? Map.of() : settings(folder));
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new StartFailure("The program for users cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The command was interrupted.", e);
        }
    }

    private static String takeData(List<String> arguments) {
        int index = arguments.indexOf("--data");
        if (index < 0) {
            return DEFAULT_DATA;
        }
        if (index + 1 == arguments.size()) {
            throw new StartFailure("--data needs a value; ./limn help shows examples.");
        }
        arguments.remove(index);
        return arguments.remove(index);
    }

    /** The settings with which auth-service runs, as {@link Folder#writeSettings} left them; none of them is a password. */
    private static Map<String, String> settings(Folder folder) {
        Map<String, String> settings = new HashMap<>();
        Path file = folder.run().resolve(Service.AUTH.folder() + ".env");
        try {
            for (String line : Files.readAllLines(file)) {
                int assigned = line.indexOf('=');
                if (assigned > 0 && (line.startsWith("QUARKUS_HTTP_") || line.startsWith("LIMN_IDENTITY_"))) {
                    String quoted = line.substring(assigned + 1);
                    settings.put(
                            line.substring(0, assigned),
                            quoted.substring(1, quoted.length() - 1).replace("'\\''", "'"));
                }
            }
            return settings;
        } catch (IOException e) {
            throw new StartFailure("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
