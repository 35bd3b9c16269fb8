package io.limn.auth.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Users from the command line of whoever runs the server. It runs beside auth-service, with the environment of that
 * service, and calls it with its key: {@code ./limn user} starts it, in a container it is
 * {@code java -cp '/limn/app/*:/limn/lib/main/*:/limn/lib/boot/*' io.limn.auth.operator.OperatorProgram list}.
 */
public final class OperatorProgram {
    private static final String HELP = """
            limn user list
            limn user create NAME [--email ADDRESS] [--first-name TEXT] [--last-name TEXT] [--group admin|user|worker|none]
            limn user reset-password NAME
            limn user grant NAME admin|user|worker|none
            limn user deactivate NAME
            limn user activate NAME
            A password is asked for at the terminal; an empty answer, or no terminal, has one made up and printed once.
            --stdin reads it from the input instead.""";

    private final OperatorTerminal terminal;
    private final OperatorCalls calls;

    OperatorProgram(OperatorTerminal terminal, OperatorCalls calls) {
        this.terminal = terminal;
        this.calls = calls;
    }

    /** Ends with 0, with 1 when the server refuses, or with 2 when the command is none. */
    public static void main(String[] arguments) {
        var terminal = new OperatorTerminal();
        System.exit(new OperatorProgram(terminal, OperatorCalls.of(System.getenv())).run(arguments));
    }

    int run(String... arguments) {
        var rest = new ArrayDeque<>(Arrays.asList(arguments));
        try {
            run(rest.isEmpty() ? "help" : rest.pop(), rest);
            return 0;
        } catch (OperatorFailure failure) {
            terminal.fail(failure.getMessage());
            return failure.code();
        }
    }

    private void run(String command, Deque<String> rest) {
        switch (command) {
            case "help", "--help", "-h" -> terminal.say(HELP);
            case "list" -> list(rest);
            case "create" -> create(rest);
            case "reset-password" -> resetPassword(rest);
            case "grant" -> {
                var name = word(rest, "the name of a user");
                var group = word(rest, "a group: admin, user, worker or none");
                end(rest);
                calls.post(path(name, "group"), Map.of("group", group));
                terminal.say(name + " is in the group " + group + " now.");
            }
            case "deactivate" -> activate(rest, false);
            case "activate" -> activate(rest, true);
            default -> throw OperatorFailure.usage("There is no command " + command + ".\n" + HELP);
        }
    }

    private void list(Deque<String> rest) {
        end(rest);
        terminal.say(String.format(
                "%-6s %-30s %-34s %-12s %-9s %s", "id", "name", "e-mail", "group", "active", "last login"));
        for (var user : calls.get("/internal/operator/users")) {
            terminal.say(String.format(
                    "%-6d %-30s %-34s %-12s %-9s %s",
                    user.path("id").asLong(),
                    user.path("username").asText(),
                    user.path("email").asText(),
                    groups(user),
                    user.path("is_active").asBoolean() ? "yes" : "no",
                    user.path("last_login").asText("never").replace("null", "never")));
        }
    }

    private static String groups(JsonNode user) {
        var names = new StringBuilder();
        user.path("groups")
                .forEach(group -> names.append(names.isEmpty() ? "" : ",").append(group.asText()));
        return names.isEmpty() ? "none" : names.toString();
    }

    private void create(Deque<String> rest) {
        var name = word(rest, "the name of the new user");
        var body = new LinkedHashMap<String, Object>(Map.of("username", name));
        boolean fromInput = false;
        while (!rest.isEmpty()) {
            var option = rest.pop();
            switch (option) {
                case "--email", "--first-name", "--last-name", "--group" ->
                    body.put(option.substring(2).replace('-', '_'), word(rest, "a value after " + option));
                case "--stdin" -> fromInput = true;
                default -> throw OperatorFailure.usage("There is no option " + option + ".\n" + HELP);
            }
        }
        var password = terminal.password(fromInput);
        body.put("password", password.text());
        calls.post("/internal/operator/users", body);
        terminal.say("The user " + name + " was made." + password.told());
    }

    private void resetPassword(Deque<String> rest) {
        var name = word(rest, "the name of a user");
        boolean fromInput = "--stdin".equals(rest.peek());
        if (fromInput) {
            rest.pop();
        }
        end(rest);
        var password = terminal.password(fromInput);
        calls.post(path(name, "password"), Map.of("password", password.text()));
        terminal.say("The password of " + name + " was changed and his sessions are over." + password.told());
    }

    private void activate(Deque<String> rest, boolean active) {
        var name = word(rest, "the name of a user");
        end(rest);
        calls.post(path(name, "active"), Map.of("active", active));
        terminal.say(name + (active ? " may sign in again." : " is switched off."));
    }

    private static String path(String name, String act) {
        return "/internal/operator/users/"
                + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("+", "%20")
                + "/" + act;
    }

    private static String word(Deque<String> rest, String what) {
        if (rest.isEmpty() || rest.peek().isBlank()) {
            throw OperatorFailure.usage("It needs " + what + ".\n" + HELP);
        }
        return rest.pop();
    }

    private static void end(Deque<String> rest) {
        if (!rest.isEmpty()) {
            throw OperatorFailure.usage("There is no argument " + rest.peek() + " here.\n" + HELP);
        }
    }
}
