package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildLogTest {
    @TempDir
    Path folder;

    private final List<String> terminal = new ArrayList<>();
    private final Terminal person = new Terminal(terminal::add);
    private Path file;
    private ChildLog log;

    @BeforeEach
    void open() {
        file = folder.resolve("task-service.log");
        log = new ChildLog("task-service", file, "it runs", person);
    }

    @Test
    void everyLineGoesToTheFileWithTheNameOfTheChild() throws IOException {
        print("one\ntwo\n");

        assertThat(Files.readString(file)).isEqualTo("task-service | one\ntask-service | two\n");
        assertThat(terminal).isEmpty();
    }

    @Test
    void warningsAndErrorsGoToTheTerminalAsWell() {
        person.started();

        print("2026-01-01 00:00:00,000 INFO  [x] (main) fine\n"
                + "2026-01-01 00:00:00,000 WARN  [x] (main) odd\n"
                + "2026-01-01 00:00:00,000 ERROR [x] (main) bad\n");

        assertThat(terminal).containsExactly("task-service: WARN [x] (main) odd", "task-service: ERROR [x] (main) bad");
        assertThat(log.lastError()).isEqualTo("[x] (main) bad");
    }

    @Test
    void warningsDuringTheStartStayInTheFile() {
        print("2026-01-01 00:00:00,000 WARN  [x] (main) the other one is not there yet\n"
                + "2026-01-01 00:00:00,000 ERROR [x] (main) bad\n");

        assertThat(terminal).containsExactly("task-service: ERROR [x] (main) bad");
    }

    @Test
    void theReadyLineIsNoticed() {
        assertThat(log.ready()).isNotDone();

        print("it runs\n");

        assertThat(log.ready()).isDone();
    }

    @Test
    void aLogThatCannotBeWrittenDoesNotHoldTheChildUp() throws IOException {
        Files.createDirectory(file);

        print("2026-01-01 00:00:00,000 ERROR [x] bad\nit runs\n");

        assertThat(log.ready()).isDone();
        assertThat(terminal).anyMatch(line -> line.contains("cannot be written"));
    }

    @Test
    void nothingGoesToTheTerminalWhileEverythingStops() {
        log.quiet();

        print("2026-01-01 00:00:00,000 ERROR [x] connection closed\n");

        assertThat(terminal).isEmpty();
    }

    private void print(String text) {
        log.copy(new BufferedReader(new StringReader(text)));
    }
}
