package io.limn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Recorded requests get the recorded answers, where the recordings lie beside the checkout. What is answered otherwise
 * on purpose stands in {@code known-differences.csv} with its reason; a line there that is not needed is a failure, too.
 */
@Tag("soak")
@ExtendWith(SuiteExtension.class)
class AgreementSoakTest {
    private static final Pattern DIFFERENT = Pattern.compile("(?:DIFF|SKIP) +(\\S+) #(\\d+) .*");
    private static final String DETAIL = "        ";

    /** How the scenario of lines is called that hold for all: their second cell begins a detail that does not count. */
    private static final String EVERYWHERE = "*";

    @Test
    void identityIsAnsweredAsRecorded(RunningSuite suite) throws IOException, InterruptedException {
        agree(suite, "iam.jsonl");
    }

    @Test
    void projectsTasksAndJobsAreAnsweredAsRecorded(RunningSuite suite) throws IOException, InterruptedException {
        agree(suite, "work.jsonl");
    }

    @Test
    void annotationsAreAnsweredAsRecorded(RunningSuite suite) throws IOException, InterruptedException {
        agree(suite, "annotations.jsonl");
    }

    private static void agree(RunningSuite suite, String recording) throws IOException, InterruptedException {
        var folder = Checkout.shared("exchanges");
        Assumptions.assumeTrue(folder.isPresent(), "no recordings beside the checkout");
        var different = different(replay(suite, folder.get(), recording));
        var known = known(recording.replace(".jsonl", "/"));
        assertThat(different).as("what is answered otherwise").isEqualTo(known);
    }

    /** Scenario and step of each difference of which at least one detail counts. */
    private static TreeSet<String> different(String output) throws IOException {
        var everywhere = known(EVERYWHERE).stream()
                .map(line -> DETAIL + line.substring(EVERYWHERE.length() + 1))
                .toList();
        var different = new TreeSet<String>();
        String step = null;
        for (var line : output.lines().toList()) {
            var begin = DIFFERENT.matcher(line);
            if (begin.matches()) {
                step = begin.group(1) + " " + begin.group(2);
                if (line.startsWith("SKIP")) {
                    different.add(step);
                }
            } else if (line.startsWith(DETAIL) && everywhere.stream().noneMatch(line::startsWith)) {
                different.add(step);
            }
        }
        return different;
    }

    private static String replay(RunningSuite suite, Path folder, String recording)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "python3",
                        folder.resolve("replay.py").toString(),
                        "--base",
                        "http://127.0.0.1:" + suite.address().getPort(),
                        "--admin",
                        suite.administratorName(),
                        "--password",
                        suite.administratorPassword(),
                        "--show",
                        "50",
                        folder.resolve(recording).toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.writeString(Path.of("target", "agreement-" + recording.replace(".jsonl", ".txt")), output);
        assertThat(output).as("the replay came to its end").contains("exchanges alike");
        return output;
    }

    private static TreeSet<String> known(String prefix) throws IOException {
        var known = new TreeSet<String>();
        try (var in = AgreementSoakTest.class.getResourceAsStream("/known-differences.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> List.of(line.split(",", 3)))
                    .forEach(cells -> known.add(cells.get(0) + " " + cells.get(1)));
        }
        return known;
    }
}
