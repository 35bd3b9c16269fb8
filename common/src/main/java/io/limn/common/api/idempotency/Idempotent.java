package io.limn.common.api.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that creates something from a JSON body, with an {@code InputStream} as its body parameter: a
 * request with the header {@code Idempotency-Key} is done once. For a day, the same request of the same user under the
 * same key gets the stored answer. Errors are not stored: what was refused may be tried again.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /**
     * Whether the method makes many changes, each in a transaction of its own. Its answer is then stored after them and
     * not with them: when it breaks off, a repetition finds what is left to do.
     */
    @Nonbinding
    boolean manyChanges() default false;
}
