package io.limn.data.cloudstorage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Lets Amazon's library speak through a client that is given. */
final class S3Transport implements SdkHttpClient {
    /** Headers that the client makes itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "transfer-encoding");

    private final HttpClient client;

    S3Transport(HttpClient client) {
        this.client = client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = prepare(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(execute(prepared));
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private static HttpUriRequestBase prepare(HttpExecuteRequest request) {
        SdkHttpRequest http = request.httpRequest();
        var prepared = new HttpUriRequestBase(http.method().name(), http.getUri());
        http.forEachHeader((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> prepared.addHeader(name, value));
            }
        });
        request.contentStreamProvider().ifPresent(content -> {
            long length = http.firstMatchingHeader("Content-Length")
                    .map(Long::parseLong)
                    .orElse(-1L);
            var type = http.firstMatchingHeader("Content-Type").map(ContentType::parse);
            prepared.removeHeaders("Content-Type");
            prepared.setEntity(new InputStreamEntity(content.newStream(), length, type.orElse(null)));
        });
        return prepared;
    }

    private ClassicHttpResponse execute(HttpUriRequestBase request) throws IOException {
        try {
            return client.executeOpen(RoutingSupport.determineHost(request), request, null);
        } catch (HttpException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    private static HttpExecuteResponse answer(ClassicHttpResponse response) throws IOException {
        var headers = Arrays.stream(response.getHeaders())
                .collect(Collectors.groupingBy(
                        Header::getName, Collectors.mapping(Header::getValue, Collectors.<String>toList())));
        var answer = HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(response.getCode())
                        .statusText(response.getReasonPhrase())
                        .headers(headers)
                        .build());
        if (response.getEntity() == null) {
            response.close();
            return answer.build();
        }
        InputStream body = response.getEntity().getContent();
        return answer.responseBody(AbortableInputStream.create(body, () -> abort(response)))
                .build();
    }

    private static void abort(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException gone) {
            // The connection is given up in any case.
            return;
        }
    }

    @Override
    public String clientName() {
        return "guarded";
    }

    @Override
    public void close() {
        // The client is others' as well.
    }
}
