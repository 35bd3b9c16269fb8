package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutArgumentsEverythingHasADefault() {
        Options options = Options.parse(List.of());

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.data()).isEqualTo(Path.of(".limn").toAbsolutePath());
        assertThat(options.replicas(Service.DATA)).isEqualTo(1);
    }

    @Test
    void valuesFollowTheirNameWithABlankOrAnEqualsSign() {
        Options options =
                Options.parse(List.of("--port=9000", "--data", "/somewhere", "--replicas", "data=2,task-service=3"));

        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.data()).isEqualTo(Path.of("/somewhere"));
        assertThat(options.replicas(Service.DATA)).isEqualTo(2);
        assertThat(options.replicas(Service.TASK)).isEqualTo(3);
    }

    @Test
    void theWordsOfOptionsGiveTheSameOptions() {
        Options options = Options.parse(
                List.of("--host", "0.0.0.0", "--port", "81", "--admin", "anna", "--replicas", "lambda=2"));

        assertThat(Options.parse(options.arguments())).isEqualTo(options);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertRefused(List.of("--prot", "1"), "Unknown argument --prot");
        assertRefused(List.of("--port", "eighty"), "--port takes a number from 1 to 65535, not eighty.");
        assertRefused(List.of("--port", "70000"), "not 70000.");
        assertRefused(List.of("--data"), "--data needs a value");
        assertRefused(List.of("--replicas", "kafka=2"), "not kafka=2.");
        assertRefused(List.of("--replicas", "data"), "not data.");
        assertRefused(List.of("--ui", "/nowhere"), "/nowhere has no index.html");
    }

    private static void assertRefused(List<String> arguments, String why) {
        assertThatThrownBy(() -> Options.parse(arguments))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(why);
    }
}
