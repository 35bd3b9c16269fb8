package io.limn.data.remote;

import io.limn.common.egress.EgressGuard;
import io.limn.common.egress.InternalAddressException;
import io.limn.common.work.PermanentFailure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches files from addresses that users name. Hosts of the internal network are refused at each connection, so that
 * neither a redirect nor a name that changes its meaning leads there.
 */
@ApplicationScoped
public class RemoteFiles {
    private static final int MOST_REDIRECTS = 10;

    private final RemoteConfig config;
    private final CloseableHttpClient client;

    RemoteFiles(RemoteConfig config, EgressGuard guard) {
        this.config = config;
        var silence = Timeout.of(config.silence());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(guard))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(silence)
                                .setSocketTimeout(silence)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(MOST_REDIRECTS)
                        .setResponseTimeout(silence)
                        .build())
                .setUserAgent(config.userAgent())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Takes the bytes of a file. */
    @FunctionalInterface
    public interface Taker<T> {
        /** Reads to the end. */
        T take(InputStream bytes) throws IOException;
    }

    /**
     * Fetches a file.
     *
     * @param address {@code http} or {@code https}
     * @param taker   is given its bytes
     * @throws PermanentFailure when it cannot be had, or is too large
     */
    public <T> T fetch(URI address, Taker<T> taker) {
        var context = HttpClientContext.create();
        try {
            return client.execute(new HttpGet(address), context, response -> {
                if (response.getCode() != HttpStatus.SC_OK) {
                    throw new PermanentFailure(failure(address, context) + "; HTTP error " + response.getCode());
                }
                var deadline = Instant.now().plus(config.time());
                try (var bytes = new LimitedStream(response.getEntity().getContent(), config.bytes(), deadline)) {
                    return taker.take(bytes);
                }
            });
        } catch (InternalAddressException internal) {
            throw new PermanentFailure(
                    failure(address, context) + "; likely attempt to access internal host", internal);
        } catch (LimitedStream.LimitException limit) {
            throw new PermanentFailure(failure(address, context) + "; " + limit.getMessage(), limit);
        } catch (IOException broken) {
            throw new PermanentFailure(failure(address, context) + "; " + reason(broken), broken);
        }
    }

    private static String failure(URI address, HttpClientContext context) {
        var redirects = context.getRedirectLocations();
        if (redirects == null || redirects.size() == 0) {
            return "Failed to download " + address;
        }
        return "Failed to download " + redirects.get(redirects.size() - 1) + " (redirected from " + address + ")";
    }

    private static String reason(IOException broken) {
        return broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }
}
