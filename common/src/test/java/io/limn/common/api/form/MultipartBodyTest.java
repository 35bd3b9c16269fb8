package io.limn.common.api.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.common.api.ApiException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {
    private static final String TYPE = "multipart/form-data; boundary=--aab";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 4096, 1 << 20})
    void filesComeOutAsTheyWentInHoweverTheyArrive(int piece) throws IOException {
        var random = new Random(piece);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            byte[] bytes = new byte[random.nextInt(piece < 10 ? 500 : 90_000)];
            // Few values, so that much of it looks like the begin of a boundary.
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) "\r\n--a-ab".charAt(random.nextInt(8));
            }
            files.put("f" + i, withoutBoundary(bytes));
        }
        assertThat(read(body(files), piece)).usingRecursiveComparison().isEqualTo(files);
    }

    @Test
    void anUnreadFileIsPassedOver() throws IOException {
        var names = new LinkedHashMap<String, byte[]>();
        var body = body(Map.of("a", new byte[200_000]));
        MultipartBody.read(new ByteArrayInputStream(body), TYPE, new MultipartBody.Reader() {
            @Override
            public void field(String name, InputStream value) {
                throw new AssertionError(name);
            }

            @Override
            public void file(String field, String name, String type, InputStream bytes) {
                names.put(name, new byte[0]);
            }
        });
        assertThat(names).containsOnlyKeys("a");
    }

    @Test
    void whatIsNoFormIsAnEmptyOne() throws IOException {
        assertThat(read(new byte[0], 10)).isEmpty();
        assertThat(read("hello".getBytes(StandardCharsets.US_ASCII), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"----aab\r\n\r\nabc", "----aab\r\nA: b", "----aab\r\n\r\nabc\r\n----aabXY"})
    void aBodyThatEndsTooEarlyIsRefused(String body) {
        assertThatThrownBy(() -> read(body.getBytes(StandardCharsets.US_ASCII), 3))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(400));
    }

    private static byte[] withoutBoundary(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII)
                .replace("\r\n----aab", "\r\n----aac")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] body(Map<String, byte[]> files) {
        var body = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            body.writeBytes(("----aab\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        body.writeBytes("----aab--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] body, int piece) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        var slow = new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] into, int at, int count) {
                return super.read(into, at, Math.min(count, piece));
            }
        };
        MultipartBody.read(slow, TYPE, new MultipartBody.Reader() {
            @Override
            public void field(String name, InputStream value) throws IOException {
                files.put(name, value.readAllBytes());
            }

            @Override
            public void file(String field, String name, String type, InputStream bytes) throws IOException {
                files.put(name, bytes.readAllBytes());
            }
        });
        return files;
    }
}
