package io.limn.data.dataset.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Goes through the lines of annotations that task-service sends, one at a time. */
final class AnnotationLines implements Closeable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;
    private Stored next;
    private long count;
    private boolean ended;

    AnnotationLines(InputStream in) throws IOException {
        json = JSON.createParser(in);
        advance();
    }

    /** The annotation at hand; {@code null} after the last one. */
    Stored peek() {
        return next;
    }

    /** The annotation at hand, going on to the following one. */
    Stored take() throws IOException {
        var taken = next;
        advance();
        return taken;
    }

    private void advance() throws IOException {
        if (ended) {
            next = null;
            return;
        }
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("The annotations broke off before their end");
        }
        var read = new Stored();
        long end = read.read(json);
        if (end < 0) {
            next = read;
            count++;
        } else if (end == count) {
            ended = true;
            next = null;
        } else {
            throw new IOException("Some of the annotations are missing");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
