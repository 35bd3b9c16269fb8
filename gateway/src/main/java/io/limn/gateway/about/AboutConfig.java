package io.limn.gateway.about;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the server says of itself. */
@ConfigMapping(prefix = "limn.gateway.about")
public interface AboutConfig {
    /** Name of the installation. */
    @WithDefault("Limn")
    String name();

    /** One sentence about it. */
    @WithDefault("Annotation backend for computer vision.")
    String description();

    /** Version of the CVAT API that is spoken; clients compare it with their own. */
    @WithDefault("2.54.1")
    String version();

    /** A few words below the name. */
    @WithDefault("Open data annotation")
    String subtitle();

    /** Path of the picture, below the address of the server. */
    @WithDefault("/static/logo.svg")
    String logo();

    /** Whether the UI shows model functions. */
    @WithDefault("false")
    boolean models();

    /** Whether the UI links to dashboards below {@code /analytics}. */
    @WithDefault("false")
    boolean analytics();
}
