package io.limn.common.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/**
 * Compares every answer that a test receives through REST-assured with the module's slice of the API, status and
 * schema. {@link ContractFilterSetup} adds it to every Quarkus test of a module that has a slice.
 */
public final class ContractFilter implements Filter {
    private final ContractValidator validator = new ContractValidator(Contract.ofModule());

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        var answer = context.next(request, response);
        var path = URI.create(request.getURI()).getPath();
        var faults = validator.faults(
                request.getMethod(), path, answer.statusCode(), answer.contentType(), answer.asByteArray());
        faults.ifPresent(found -> {
            throw new AssertionError("%s %s breaks the contract:%n%s%nbody: %s"
                    .formatted(request.getMethod(), path, found, answer.asString()));
        });
        return answer;
    }
}
