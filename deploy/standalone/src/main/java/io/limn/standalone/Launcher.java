package io.limn.standalone;

import java.util.Arrays;
import java.util.List;

/** The program behind {@code ./limn}: takes a command and its arguments, ends with 0 or with one sentence and another code. */
public final class Launcher {
    private static final int FAILURE = 1;

    private Launcher() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("limn: no command; ./limn help lists them.");
            System.exit(FAILURE);
        }
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        Logging.warningsOnly();
        int code;
        try {
            code = run(arguments[0], rest);
        } catch (StartFailure e) {
            System.err.println("limn: " + e.getMessage());
            code = FAILURE;
        }
        System.exit(code);
    }

    private static int run(String command, List<String> arguments) {
        if (command.equals("user")) {
            return UserCommand.run(arguments);
        }
        Options options = Options.parse(arguments);
        return switch (command) {
            case "up" -> Up.run(options);
            case "demo" -> DemoCommand.run(options);
            case "status" -> Status.run(new Folder(options.data()));
            case "down" -> Down.run(new Folder(options.data()));
            default -> throw new StartFailure("Unknown command " + command + "; ./limn help lists them.");
        };
    }
}
