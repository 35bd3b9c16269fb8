package io.limn.task.list;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusMock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the statements that requests prepare; background work runs on other kinds of threads. */
final class StatementCount {
    private final AtomicInteger statements = new AtomicInteger();

    /** Counts from now on, until the end of the test. */
    static StatementCount on(AgroalDataSource database) {
        var count = new StatementCount();
        var real = ClientProxy.unwrap(database);
        QuarkusMock.installMockForInstance(
                count.watch(
                        AgroalDataSource.class,
                        real,
                        (method, answer) -> answer instanceof Connection connection
                                ? count.watch(Connection.class, connection, count::prepared)
                                : answer),
                database);
        return count;
    }

    /** How many since the last call. */
    int take() {
        return statements.getAndSet(0);
    }

    private Object prepared(String method, Object answer) {
        if (method.startsWith("prepare") && Thread.currentThread().isVirtual()) {
            statements.incrementAndGet();
        }
        return answer;
    }

    private interface Watch {
        Object saw(String method, Object answer);
    }

    private <T> T watch(Class<T> type, Object real, Watch watch) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return watch.saw(method.getName(), method.invoke(real, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
