package io.limn.data.cloudstorage;

import io.limn.common.egress.EgressGuard;
import io.limn.data.remote.GuardedResolver;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The one HTTP client of all providers' libraries. Users choose the addresses, so hosts of the internal network are
 * refused at each connection; redirects are not followed, and nothing is remembered from one request to the next.
 */
@ApplicationScoped
public class GuardedTransport {
    private static final int ALL_CONNECTIONS = 512;

    private final CloseableHttpClient client;

    GuardedTransport(CloudStorageConfig config, EgressGuard guard) {
        var silence = Timeout.of(config.silence());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(guard))
                        .setMaxConnPerRoute(config.connections())
                        .setMaxConnTotal(ALL_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(config.connect()))
                                .setSocketTimeout(silence)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(silence)
                        .setConnectionRequestTimeout(silence)
                        .build())
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** The client; not to be closed. */
    public HttpClient client() {
        return client;
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }
}
