package io.limn.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link RunningSuite} as a parameter of a method or constructor. The suite is started once for all test classes, on
 * free ports and a temporary folder, and stopped at the end of the run.
 */
public final class SuiteExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSuite.class;
    }

    @Override
    public RunningSuite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SuiteExtension.class))
                .computeIfAbsent(Started.class, key -> new Started(), Started.class)
                .running;
    }

    private static final class Started implements AutoCloseable {
        private final Path data;
        private final Suite suite;
        private final RunningSuite running;

        Started() {
            try {
                data = Files.createTempDirectory("limn-suite");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            suite = new Suite(Options.of(0, data), Map.of(), System.err::println);
            running = new RunningSuite(suite, data);
            // A run that is broken off must not leave servers behind.
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
            try {
                suite.start();
            } catch (StartFailure e) {
                suite.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            suite.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
