package io.limn.gateway.docs;

import io.limn.gateway.route.LocalEndpoint;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The two addresses of the viewer. */
final class Viewers {
    private Viewers() {}

    @Produces
    @Singleton
    static LocalEndpoint docs() {
        return new Viewer("docs");
    }

    @Produces
    @Singleton
    static LocalEndpoint swagger() {
        return new Viewer("swagger");
    }
}
