package io.limn.common.testing;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.limn.common.api.idempotency.Idempotent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the JAX-RS resources of a module serve, read from its class files. */
final class Resources {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final SortedMap<String, Set<String>> operations = new TreeMap<>();
    private final SortedSet<String> idempotent = new TreeSet<>();

    private Resources() {}

    /** The resources in a package and below it. */
    static Resources below(String root) {
        var resources = new Resources();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root)
                .forEach(resources::add);
        return resources;
    }

    /** The operations by {@link Template#key method and path}, each with the query parameters it declares. */
    SortedMap<String, Set<String>> operations() {
        return Collections.unmodifiableSortedMap(operations);
    }

    /** Those that are done once under one {@code Idempotency-Key}. */
    SortedSet<String> idempotent() {
        return Collections.unmodifiableSortedSet(idempotent);
    }

    private void add(JavaClass resource) {
        if (resource.isAnnotatedWith(Path.class)) {
            for (var method : resource.getAllMethods()) {
                for (var annotation : method.getAnnotations()) {
                    httpMethod(annotation.getRawType()).ifPresent(verb -> add(verb, resource, method));
                }
            }
        }
    }

    private void add(String verb, JavaClass resource, JavaMethod method) {
        for (var path : Template.spelled("/" + path(resource) + "/" + path(method))) {
            operations
                    .computeIfAbsent(Template.key(verb, path), key -> new TreeSet<>())
                    .addAll(queries(method));
            if (method.isAnnotatedWith(Idempotent.class)) {
                idempotent.add(Template.key(verb, path));
            }
        }
    }

    private static Optional<String> httpMethod(JavaClass annotation) {
        if (annotation.getPackageName().equals("jakarta.ws.rs") && METHODS.contains(annotation.getSimpleName())) {
            return Optional.of(annotation.getSimpleName());
        }
        return annotation
                .tryGetAnnotationOfType(HttpMethod.class)
                .map(HttpMethod::value)
                .filter(METHODS::contains);
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }

    private static Set<String> queries(JavaMethod method) {
        var names = new TreeSet<String>();
        for (JavaParameter parameter : method.getParameters()) {
            parameter
                    .tryGetAnnotationOfType(QueryParam.class)
                    .map(QueryParam::value)
                    .ifPresent(names::add);
            parameter
                    .tryGetAnnotationOfType("org.jboss.resteasy.reactive.RestQuery")
                    .flatMap(Resources::value)
                    .ifPresent(names::add);
        }
        return names;
    }

    private static Optional<String> value(JavaAnnotation<?> annotation) {
        return annotation.get("value").map(Object::toString).filter(name -> !name.isEmpty());
    }
}
