package io.limn.data.cloudstorage.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets Azure's library speak through a client that is given. */
final class AzureTransport implements HttpClient {
    /** Headers that the client makes itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "transfer-encoding", "content-type");

    private final org.apache.hc.client5.http.classic.HttpClient client;

    AzureTransport(org.apache.hc.client5.http.classic.HttpClient client) {
        this.client = client;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> sendSync(request, Context.NONE)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        try {
            var prepared = prepare(request);
            return new AzureAnswer(request, client.executeOpen(RoutingSupport.determineHost(prepared), prepared, null));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (HttpException | URISyntaxException malformed) {
            throw new UncheckedIOException(new IOException("The request cannot be sent", malformed));
        }
    }

    private static HttpUriRequestBase prepare(HttpRequest request) throws URISyntaxException {
        var prepared = new HttpUriRequestBase(
                request.getHttpMethod().name(), request.getUrl().toURI());
        request.getHeaders().stream()
                .filter(header -> !OWN.contains(header.getName().toLowerCase(Locale.ROOT)))
                .forEach(
                        header -> header.getValuesList().forEach(value -> prepared.addHeader(header.getName(), value)));
        var body = request.getBodyAsBinaryData();
        var type = request.getHeaders().getValue(HttpHeaderName.CONTENT_TYPE);
        if (body != null) {
            long length = body.getLength() == null ? -1 : body.getLength();
            prepared.setEntity(
                    new InputStreamEntity(body.toStream(), length, type == null ? null : ContentType.parse(type)));
        } else if (Set.of("PUT", "POST").contains(prepared.getMethod())) {
            prepared.setEntity(new ByteArrayEntity(new byte[0], null));
        }
        return prepared;
    }
}
