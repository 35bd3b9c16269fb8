package io.limn.deploy.helm;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a parsed manifest holds beside the members of its model, which the parser keeps aside and does not refuse. */
final class UnknownMembers {
    private static final String MODEL = "io.fabric8.kubernetes.api.model";
    private static final String ASIDE = "getAdditionalProperties";

    private final SortedSet<String> found = new TreeSet<>();

    private UnknownMembers() {}

    /** Paths of the members. */
    static SortedSet<String> of(Object manifest) {
        var unknown = new UnknownMembers();
        unknown.walk("", manifest);
        return unknown.found;
    }

    private void walk(String path, Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> items -> items.forEach(item -> walk(path + "[]", item));
            case Map<?, ?> members -> members.forEach((name, member) -> walk(path + "." + name, member));
            default -> walkModel(path, value);
        }
    }

    private void walkModel(String path, Object value) {
        if (value.getClass().getName().startsWith(MODEL) && !value.getClass().isEnum()) {
            for (var method : value.getClass().getMethods()) {
                if (method.getName().equals(ASIDE)) {
                    ((Map<?, ?>) read(value, method)).keySet().forEach(name -> found.add(path + "." + name));
                } else if (isMember(method)) {
                    walk(path + "." + method.getName().substring(3), read(value, method));
                }
            }
        }
    }

    private static boolean isMember(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && method.getDeclaringClass() != Object.class
                && !method.isDefault()
                && method.getDeclaringClass().getName().startsWith(MODEL);
    }

    private static Object read(Object value, Method getter) {
        try {
            return getter.invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
