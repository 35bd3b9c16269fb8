package io.limn.common.testing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * What exists once per JVM. Quarkus loads test classes with several class loaders, so a static field is not enough: the
 * field that counts is that of the class as the system's loader has it. The values are of classes of the JDK, which all
 * loaders share. System properties would be simpler, but the transaction manager fails on those that are no strings.
 */
public final class JvmWide {
    private static final ConcurrentMap<String, Object> VALUES = new ConcurrentHashMap<>();

    private JvmWide() {}

    /** The value of a name, made by the first who asks. */
    @SuppressWarnings("unchecked")
    public static <T> T once(String name, Supplier<T> make) {
        return (T) values().computeIfAbsent(name, key -> make.get());
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentMap<String, Object> values() {
        try {
            var field = ClassLoader.getSystemClassLoader()
                    .loadClass(JvmWide.class.getName())
                    .getDeclaredField("VALUES");
            field.setAccessible(true);
            return (ConcurrentMap<String, Object>) field.get(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
