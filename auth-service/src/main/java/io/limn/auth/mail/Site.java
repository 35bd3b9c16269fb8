package io.limn.auth.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The public address of this Limn, for links in mails. It is a setting and not what a request says: who asks for a mail
 * to somebody else must not choose where its link leads to.
 */
@ApplicationScoped
public class Site {
    private final Optional<URI> address;

    Site(@ConfigProperty(name = "limn.site") Optional<URI> address) {
        this.address = address.map(Site::checked);
    }

    private static URI checked(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalStateException("limn.site is no address like https://limn.example.org: " + address);
        }
        return address;
    }

    /** Whether the address is set. */
    public boolean isKnown() {
        return address.isPresent();
    }

    /** Name of the host. */
    String host() {
        return known().getHost();
    }

    /**
     * A link to a page.
     *
     * @param path from the root, with its query
     * @throws IllegalStateException when the address is not set
     */
    public String link(String path) {
        var root = known().toString();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
    }

    private URI known() {
        return address.orElseThrow(() -> new IllegalStateException("limn.site is not set"));
    }
}
