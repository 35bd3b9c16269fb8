package io.limn.common.api.idempotency;

import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.Representations;
import io.limn.common.identity.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Does a request under a key once, and answers its repetitions with what was answered then. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotencyInterceptor {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    private final HttpServerRequest request;
    private final Caller caller;
    private final IdempotencyKeys keys;
    private final Representations representations;

    IdempotencyInterceptor(
            HttpServerRequest request, Caller caller, IdempotencyKeys keys, Representations representations) {
        this.request = request;
        this.caller = caller;
        this.keys = keys;
        this.representations = representations;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var key = request.getHeader(HEADER);
        if (key == null || caller.isAnonymous() || !isJson()) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw ApiException.detail(400, "An Idempotency-Key has 1 to " + LONGEST + " characters.");
        }
        var keyed = KeyedRequest.of(
                caller.principal().id(), request.method().name(), request.path(), request.query(), key, body(call));
        return QuarkusTransaction.joiningExisting().call(() -> {
            keys.begin(keyed).ifPresent(stored -> {
                throw new ReplayedException(stored);
            });
            var result = isManyChanges(call)
                    ? QuarkusTransaction.suspendingExisting().call(call::proceed)
                    : call.proceed();
            keys.store(keyed, answer(result, status(call)));
            return result;
        });
    }

    private static boolean isManyChanges(InvocationContext call) {
        return call.getMethod().getAnnotation(Idempotent.class).manyChanges();
    }

    /** The status of an answer that names none. */
    private static int status(InvocationContext call) {
        var named = call.getMethod().getAnnotation(ResponseStatus.class);
        return named == null ? 200 : named.value();
    }

    private boolean isJson() {
        var type = request.getHeader("Content-Type");
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    /** Reads the body, and leaves a copy of it to the method. */
    private static byte[] body(InvocationContext call) throws IOException {
        var parameters = call.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof InputStream stream) {
                var bytes = stream.readAllBytes();
                parameters[i] = new ByteArrayInputStream(bytes);
                call.setParameters(parameters);
                return bytes;
            }
        }
        return new byte[0];
    }

    private StoredAnswer answer(Object result, int status) {
        return switch (result) {
            case null -> new StoredAnswer(204, null, null);
            case RestResponse<?> answer ->
                answer(answer.getStatus(), answer.getHeaderString("Location"), answer.getEntity());
            case Response answer -> answer(answer.getStatus(), answer.getHeaderString("Location"), answer.getEntity());
            default -> answer(status, null, result);
        };
    }

    private StoredAnswer answer(int status, String location, Object entity) {
        return new StoredAnswer(
                status,
                location,
                entity == null ? null : representations.of(entity).bytes());
    }
}
