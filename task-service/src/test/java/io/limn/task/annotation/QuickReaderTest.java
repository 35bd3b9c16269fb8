package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read quickly must be what careful reading gives: a BOM-less UTF-16 body is never read quickly. */
class QuickReaderTest {
    private static final List<String> SHAPES = List.of(
            "{\"type\":\"rectangle\",\"frame\":0,\"label_id\":1,\"points\":[1,2.5,9,8]}",
            "{\"id\":7,\"type\":\"polygon\",\"frame\":3,\"label_id\":1,\"points\":[0.5,1.25,1e2,-3,-0.0,123456789.5],"
                    + "\"group\":4,\"z_order\":-2,\"rotation\":12.5,\"occluded\":true,\"outside\":false,\"source\":\"auto\"}",
            "{\"type\":\"rectangle\",\"frame\":\"1\",\"label_id\":1,\"points\":[1,2,9,8]}",
            "{\"type\":\"ellipse\",\"frame\":0,\"label_id\":1,\"points\":[10.0,10.50,15.10,5],\"group\":null,\"id\":null,"
                    + "\"attributes\":[{\"spec_id\":3,\"value\":\"tab\\t \\u00e9 \\\"x\\\"\"},{\"spec_id\":4,\"value\":true}],"
                    + "\"unknown\":{\"a\":[1,{\"b\":2}]},\"elements\":[]}",
            "{\"type\":\"rectangle\",\"frame\":0,\"label_id\":1,\"points\":[1,2,9,8],\"source\":\" padded \","
                    + "\"attributes\":[{\"spec_id\":3,\"value\":\" x \"}]}",
            "{\"type\":\"skeleton\",\"frame\":0,\"label_id\":1,\"elements\":[{\"type\":\"points\",\"frame\":0,"
                    + "\"label_id\":2,\"points\":[1,2],\"elements\":[1]}]}",
            "{\"type\":\"mask\",\"frame\":0,\"label_id\":1,\"points\":[0,4,10,20,11,21],\"attributes\":"
                    + "[{\"spec_id\":3,\"value\":\"a\"},{\"spec_id\":3,\"value\":\"b\"}]}");
    private static final String TRACKS =
            "{\"frame\":2,\"label_id\":1,\"group\":0,\"shapes\":[{\"type\":\"rectangle\",\"frame\":2,\"points\":[0,0,5,5.5],"
                    + "\"id\":9,\"attributes\":[{\"spec_id\":4,\"value\":\"true\"}]},{\"type\":\"rectangle\",\"frame\":4,"
                    + "\"outside\":true,\"points\":[1,0,5,5]}],\"attributes\":[]},"
                    + "{\"frame\":0,\"label_id\":1,\"shapes\":[]}";

    @Test
    void equalsCarefulReading() {
        var body = new StringBuilder("{\"version\":0,\"shapes\":[");
        var shapes = new ArrayList<String>();
        for (int i = 0; i < 400; i++) {
            shapes.add(SHAPES.get(i * 5 % SHAPES.size()));
        }
        body.append(String.join(", ", shapes))
                .append("],\"tracks\":[")
                .append(TRACKS)
                .append("]}");

        assertThat(read(body, StandardCharsets.UTF_8)).isEqualTo(read(body, StandardCharsets.UTF_16BE));
    }

    private static LabeledData read(CharSequence body, java.nio.charset.Charset charset) {
        return new BodyReader(IdRule.ANY)
                .read(new ByteArrayInputStream(body.toString().getBytes(charset)));
    }
}
