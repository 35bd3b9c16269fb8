package io.limn.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars of a program in a fixed order. A Quarkus application is read as a plain class path instead of through its own class
 * loader, because the JVM archives only classes of its built-in loaders: that halves the time to start.
 */
record ClassPath(List<Path> jars) {
    /** @param application the folder {@code quarkus-app} of a built service */
    static ClassPath ofQuarkus(Path application) {
        List<Path> jars = new ArrayList<>();
        // Transformed classes stand for those of the same name in the libraries.
        jars.add(application.resolve("quarkus/transformed-bytecode.jar"));
        jars.add(application.resolve("quarkus/generated-bytecode.jar"));
        for (String folder : new String[] {"app", "lib/boot", "lib/main"}) {
            jars.addAll(jarsIn(application.resolve(folder)));
        }
        return new ClassPath(jars.stream().filter(Files::exists).toList());
    }

    /** Of this very program. */
    static ClassPath own() {
        return new ClassPath(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList());
    }

    String text() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Changes whenever a jar changes or another JDK runs it: then an archive of its classes is worthless. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
            for (Path jar : jars) {
                text.append('\n').append(jar).append(' ');
                text.append(Files.getLastModifiedTime(jar).toMillis())
                        .append(' ')
                        .append(Files.size(jar));
            }
            byte[] hash = digest.digest(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (IOException e) {
            throw new StartFailure("Cannot read the jars to start: " + e.getMessage() + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartFailure("Cannot read the built service in " + folder + ": " + e.getMessage() + ".", e);
        }
    }
}
