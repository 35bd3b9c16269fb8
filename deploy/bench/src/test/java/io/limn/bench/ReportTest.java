package io.limn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Report.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Report.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
    }

    @Test
    void everyRunIsPrintedAndTheMediansLast() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        report.run(Map.of("healthy s", 3.0));
        report.run(Map.of("healthy s", 5.0));
        report.summary();

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("healthy s 3.00", "healthy s 5.00", "median: healthy s 4.00");
    }

    @Test
    void theUsageOfThisProcessIsSeen() {
        Usage usage = Usage.of(List.of(ProcessHandle.current()));

        assertThat(usage.cpuSeconds()).isPositive();
        assertThat(usage.residentBytes())
                .isGreaterThanOrEqualTo(usage.proportionalBytes())
                .isPositive();
    }
}
