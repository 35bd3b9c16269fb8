package io.limn.common.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Puts the {@link ContractFilter} in front of every Quarkus test of a module that has a slice of the API. */
public class ContractFilterSetup implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        boolean known = RestAssured.filters().stream().anyMatch(ContractFilter.class::isInstance);
        if (!known && Contract.isPresent()) {
            RestAssured.filters(new ContractFilter());
        }
    }
}
