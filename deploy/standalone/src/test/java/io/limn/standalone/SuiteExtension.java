package io.limn.standalone;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link RunningSuite} as a parameter of a method or constructor. The suite is started once for all test classes, with
 * two gateways, on free ports and a temporary folder, and stopped at the end of the run.
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
        private final RunningSuite running = RunningSuite.start(List.of("--replicas", "gateway=2"), Map.of());

        @Override
        public void close() {
            running.close();
        }
    }
}
