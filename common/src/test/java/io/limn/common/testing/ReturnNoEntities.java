package io.limn.common.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;

/** Resource methods return no JPA entities, neither as such nor within the records that they return. */
final class ReturnNoEntities extends ArchCondition<JavaMethod> {
    ReturnNoEntities() {
        super("return no JPA entities");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var reached = new HashSet<JavaClass>();
        reach(method.getReturnType(), reached);
        for (var type : reached) {
            if (type.isAnnotatedWith(Entity.class)) {
                events.add(SimpleConditionEvent.violated(
                        method, "%s returns the entity %s".formatted(method.getFullName(), type.getName())));
            }
        }
    }

    private static void reach(JavaType type, Set<JavaClass> reached) {
        for (var raw : type.getAllInvolvedRawTypes()) {
            if (raw.getPackageName().startsWith("io.limn") && reached.add(raw) && raw.isRecord()) {
                raw.getFields().forEach(field -> reach(field.getType(), reached));
            }
        }
    }
}
