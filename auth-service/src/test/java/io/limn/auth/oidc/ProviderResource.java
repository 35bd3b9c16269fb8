package io.limn.auth.oidc;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An identity provider for the application under test, one per JVM. */
public class ProviderResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "limn.auth.oidc.issuer",
                ProviderServer.issuer(),
                "limn.auth.oidc.client-id",
                ProviderServer.CLIENT,
                "limn.auth.oidc.client-secret",
                ProviderServer.SECRET,
                "limn.auth.oidc.groups",
                "annotators=worker,staff=user,roots=admin",
                "limn.auth.oidc.organizations",
                "lab-people=oidclab:worker,lab-leads=oidclab:maintainer");
    }

    @Override
    public void stop() {}
}
