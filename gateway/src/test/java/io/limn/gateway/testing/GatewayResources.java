package io.limn.gateway.testing;

import io.limn.common.testing.KafkaResource;
import io.limn.common.testing.KeysResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What runs around the gateway in every test of this module. */
@WithTestResource(value = StubServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
public final class GatewayResources {
    private GatewayResources() {}
}
