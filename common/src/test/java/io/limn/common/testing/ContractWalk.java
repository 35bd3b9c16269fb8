package io.limn.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Compares the resources of a service with its slice of the API. A service extends it in its root package, and names
 * what the CVAT API serves without listing it.
 */
public abstract class ContractWalk {
    private final Contract contract = Contract.ofModule();
    private final Resources resources = Resources.below(getClass().getPackageName());

    /**
     * Operations that the service answers though the contract does not list them, such as the pieces of a resumable
     * upload, in the form {@code HEAD /api/tasks/{}/data/{}}.
     */
    protected Set<String> unlisted() {
        return Set.of();
    }

    /** Operations that create something from a JSON body, and for a reason are not done once under one key. */
    protected Set<String> unkeyed() {
        return Set.of();
    }

    @Test
    void whatIsCreatedFromJsonIsCreatedOnceUnderOneKey() {
        var missing = new TreeSet<>(contract.creations());
        missing.removeAll(resources.idempotent());

        assertThat(missing).as("operations that are not @Idempotent").isEqualTo(new TreeSet<>(unkeyed()));
    }

    @Test
    void everyOperationOfTheContractIsServed() {
        var missing = new TreeSet<>(contract.operations().keySet());
        missing.removeAll(resources.operations().keySet());

        assertThat(missing).as("operations without a resource method").isEmpty();
    }

    @Test
    void everyResourceIsInTheContract() {
        var surplus = new TreeSet<>(resources.operations().keySet());
        surplus.removeIf(operation -> !operation.contains(" /api/"));
        surplus.removeAll(contract.operations().keySet());
        surplus.removeAll(unlisted());

        assertThat(surplus).as("resource methods outside the contract").isEmpty();
    }

    @Test
    void everyUnlistedOperationIsServed() {
        assertThat(resources.operations().keySet()).containsAll(unlisted());
    }

    /**
     * Where the published contract of the CVAT API lies beside the checkout, the slice has its names, types, enums, and
     * what is required and nullable. What is different on purpose stands in {@code contract-differences.csv} of the
     * module's test resources, each line with its reason.
     */
    @Test
    void theSliceIsAsPublishedSaveForWhatIsNamedWithAReason() {
        var published = Checkout.shared("spec/openapi-contract.yaml");
        Assumptions.assumeTrue(published.isPresent(), "no published contract beside the checkout");

        assertThat(ContractComparison.of(
                        contract.document(), Contract.of(published.get()).document()))
                .isEqualTo(KnownDifferences.ofContract());
    }

    @Test
    void declaredQueryParametersAreThoseOfTheContract() {
        contract.operations().forEach((operation, parameters) -> {
            var declared = resources.operations().get(operation);
            if (declared != null && !declared.isEmpty()) {
                assertThat(parameters).as(operation).containsAll(declared);
            }
        });
    }
}
