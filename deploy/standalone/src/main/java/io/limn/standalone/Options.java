package io.limn.standalone;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was asked for on the command line.
 *
 * @param host address the gateway listens on; everything else listens on the loopback address only
 * @param port port of the gateway, or 0 for any free one
 * @param data folder of everything that is kept
 * @param ui folder of a built web UI that the gateway serves
 * @param admin name of the first administrator
 * @param replicas processes per service, 1 where a service is absent
 */
public record Options(
        String host, int port, Path data, Optional<Path> ui, Optional<String> admin, Map<Service, Integer> replicas) {

    static final int DEFAULT_PORT = 8080;

    public Options {
        requireNonNull(host);
        data = data.toAbsolutePath().normalize();
        ui = ui.map(folder -> folder.toAbsolutePath().normalize());
        replicas = Map.copyOf(replicas);
    }

    /** The defaults with another port and data folder: what tests and the demonstration start. */
    public static Options of(int port, Path data) {
        return new Options("127.0.0.1", port, data, Optional.empty(), Optional.empty(), Map.of());
    }

    /** @throws StartFailure in words that name the wrong argument */
    static Options parse(List<String> arguments) {
        String host = "127.0.0.1";
        int port = DEFAULT_PORT;
        Path data = Path.of(".limn");
        Optional<Path> ui = Optional.empty();
        Optional<String> admin = Optional.empty();
        Map<Service, Integer> replicas = Map.of();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            int assigned = name.indexOf('=');
            if (name.startsWith("--") && assigned > 0) {
                rest.push(name.substring(assigned + 1));
                name = name.substring(0, assigned);
            }
            switch (name) {
                case "--host" -> host = value(name, rest);
                case "--port" -> port = number(name, value(name, rest), 65535);
                case "--data" -> data = Path.of(value(name, rest));
                case "--ui" -> ui = Optional.of(uiFolder(value(name, rest)));
                case "--admin" -> admin = Optional.of(value(name, rest));
                case "--replicas" -> replicas = replicas(value(name, rest));
                default -> throw new StartFailure("Unknown argument " + name + "; ./limn help lists what there is.");
            }
        }
        return new Options(host, port, data, ui, admin, replicas);
    }

    /** The same options as words of a command line. */
    List<String> arguments() {
        List<String> words =
                new ArrayList<>(List.of("--host", host, "--port", Integer.toString(port), "--data", data.toString()));
        ui.ifPresent(folder -> words.addAll(List.of("--ui", folder.toString())));
        admin.ifPresent(name -> words.addAll(List.of("--admin", name)));
        if (!replicas.isEmpty()) {
            words.add("--replicas");
            words.add(replicas.entrySet().stream()
                    .map(entry -> entry.getKey().shortName() + "=" + entry.getValue())
                    .collect(Collectors.joining(",")));
        }
        return words;
    }

    int replicas(Service service) {
        return replicas.getOrDefault(service, 1);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().isBlank()) {
            throw new StartFailure(name + " needs a value; ./limn help shows examples.");
        }
        return rest.pop();
    }

    private static int number(String name, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below together with numbers out of range
        }
        throw new StartFailure(name + " takes a number from 1 to " + most + ", not " + text + ".");
    }

    private static Path uiFolder(String text) {
        Path folder = Path.of(text);
        if (!Files.isRegularFile(folder.resolve("index.html"))) {
            throw new StartFailure("--ui needs the folder of a built web UI, and " + folder + " has no index.html.");
        }
        return folder;
    }

    private static Map<Service, Integer> replicas(String text) {
        Map<Service, Integer> replicas = new EnumMap<>(Service.class);
        for (String part : text.split(",", -1)) {
            String[] pair = part.split("=", 2);
            Service service = Service.named(pair[0].strip())
                    .filter(found -> pair.length == 2)
                    .orElseThrow(() -> new StartFailure(
                            "--replicas takes pairs like data=2,task=2 for auth, task, data, lambda and gateway, not "
                                    + part + "."));
            replicas.put(service, number("--replicas " + service.shortName(), pair[1].strip(), 16));
        }
        return replicas;
    }
}
