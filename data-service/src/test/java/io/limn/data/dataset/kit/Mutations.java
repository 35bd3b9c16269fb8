package io.limn.data.dataset.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.intake.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Breaks a valid archive in many ways and imports it. A format has to refuse what it cannot understand in words that
 * name the file with a line or a key, the picture or the label; it may read what is only different.
 */
public final class Mutations {
    private static final int TRIES = 40;
    /** Generators of neighbouring seeds begin alike. */
    private static final long SCATTER = 0x9e3779b97f4a7c15L;

    private static final List<String> WORDS =
            List.of("", "x", "-1", "99999999999", "NaN", "1e999", "\"", "<", "{", "\0");

    private final DatasetImporter importer;
    private final Target target;
    private final Map<String, byte[]> files;

    private Mutations(DatasetImporter importer, Target target, Map<String, byte[]> files) {
        this.importer = importer;
        this.target = target;
        this.files = files;
    }

    /**
     * Expects that an importer refuses a number of broken archives, and stumbles over none.
     *
     * @param files   a valid archive
     * @param refused how many refusals are wanted
     */
    public static void refuse(DatasetImporter importer, Target target, Map<String, byte[]> files, int refused) {
        var mutations = new Mutations(importer, target, files);
        int count = 0;
        for (int seed = 0; count < refused; seed++) {
            assertThat(seed)
                    .as("of %s mutations only %s are refused", seed, count)
                    .isLessThan(refused * TRIES);
            count += mutations.isRefused(seed) ? 1 : 0;
        }
    }

    private boolean isRefused(int seed) {
        var broken = broken(new Random(seed * SCATTER));
        try {
            Import.of(importer, target, "dataset.zip", Archives.zipBytes(broken), false);
            return false;
        } catch (DatasetException refusal) {
            var message = refusal.getMessage();
            assertThat(message).as("mutation %s", seed).matches((Predicate<String>) this::names);
            return true;
        } catch (RuntimeException | Error fault) {
            return fail("Mutation " + seed + " is not refused but ends in " + fault, fault);
        }
    }

    private boolean names(String message) {
        return message.startsWith("Image ")
                || message.startsWith("Check [format docs]")
                || message.startsWith("Could not match item id: '")
                || message.startsWith("Label '")
                || message.startsWith("Failed to find dataset")
                || files.keySet().stream().anyMatch(message::contains)
                || files.keySet().stream().anyMatch(name -> message.contains(name.substring(name.indexOf('/') + 1)));
    }

    private Map<String, byte[]> broken(Random random) {
        var names = new ArrayList<>(files.keySet());
        var victim = names.get(random.nextInt(names.size()));
        var broken = new LinkedHashMap<>(files);
        if (random.nextInt(12) == 0) {
            broken.remove(victim);
        } else {
            broken.put(victim, broken(files.get(victim), random));
        }
        return broken;
    }

    private static byte[] broken(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        var copy = bytes.clone();
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                copy[at] ^= (byte) (1 << random.nextInt(8));
                yield copy;
            }
            case 2 -> {
                random.nextBytes(copy);
                yield copy;
            }
            default -> word(new String(bytes, StandardCharsets.ISO_8859_1), random);
        };
    }

    /** One word becomes another, or goes. */
    private static byte[] word(String text, Random random) {
        var words = new ArrayList<>(List.of(text.split("(?<=[^\\w.-])|(?=[^\\w.-])")));
        var other = WORDS.get(random.nextInt(WORDS.size()));
        for (int tries = 0; tries < 100; tries++) {
            int at = random.nextInt(words.size());
            if (Character.isLetterOrDigit((words.get(at) + " ").charAt(0))) {
                words.set(at, other);
                break;
            }
        }
        return String.join("", words).getBytes(StandardCharsets.ISO_8859_1);
    }
}
