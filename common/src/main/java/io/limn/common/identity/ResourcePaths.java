package io.limn.common.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The path of each resource method, with {@code {}} in place of its parameters: {@code /api/tasks/{}/data}. */
@ApplicationScoped
class ResourcePaths {
    private final Map<Operation, String> known = new ConcurrentHashMap<>();

    /** Several resources may inherit one method. */
    private record Operation(Class<?> resource, Method method) {}

    /** The path of a method of a resource. */
    String of(Class<?> resource, Method method) {
        return known.computeIfAbsent(
                new Operation(resource, method), found -> plain("/" + path(resource) + "/" + path(method)));
    }

    private static String path(AnnotatedElement annotated) {
        var path = annotated.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Parameters may hold patterns, and these may hold braces. */
    static String plain(String template) {
        var plain = new StringBuilder();
        int depth = 0;
        for (char c : template.toCharArray()) {
            if (c == '{' && depth++ == 0) {
                plain.append("{}");
            } else if (c == '}') {
                depth--;
            } else if (depth == 0 && !(c == '/' && !plain.isEmpty() && plain.charAt(plain.length() - 1) == '/')) {
                plain.append(c);
            }
        }
        boolean trailing = plain.length() > 1 && plain.charAt(plain.length() - 1) == '/';
        return trailing ? plain.substring(0, plain.length() - 1) : plain.toString();
    }
}
