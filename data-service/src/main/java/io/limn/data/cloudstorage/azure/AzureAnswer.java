package io.limn.data.cloudstorage.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.FluxUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer as Azure's library reads it. */
final class AzureAnswer extends HttpResponse {
    private final ClassicHttpResponse answer;
    private final HttpHeaders headers = new HttpHeaders();

    AzureAnswer(HttpRequest request, ClassicHttpResponse answer) throws IOException {
        super(request);
        this.answer = answer;
        for (var header : answer.getHeaders()) {
            headers.add(HttpHeaderName.fromString(header.getName()), header.getValue());
        }
        if (answer.getEntity() == null) {
            answer.close();
        }
    }

    @Override
    public int getStatusCode() {
        return answer.getCode();
    }

    @Override
    @Deprecated
    public String getHeaderValue(String name) {
        return headers.getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    private InputStream stream() {
        try {
            return answer.getEntity() == null
                    ? InputStream.nullInputStream()
                    : answer.getEntity().getContent();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public BinaryData getBodyAsBinaryData() {
        return BinaryData.fromStream(stream());
    }

    @Override
    public Flux<ByteBuffer> getBody() {
        return FluxUtil.toFluxByteBuffer(stream()).doFinally(end -> close());
    }

    @Override
    public Mono<InputStream> getBodyAsInputStream() {
        return Mono.fromCallable(this::stream);
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return Mono.fromCallable(() -> {
            try (var bytes = stream()) {
                return bytes.readAllBytes();
            }
        });
    }

    @Override
    public Mono<String> getBodyAsString() {
        return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return getBodyAsByteArray().map(bytes -> new String(bytes, charset));
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
