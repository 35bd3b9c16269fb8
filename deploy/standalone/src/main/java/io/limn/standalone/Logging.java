package io.limn.standalone;

import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Sets what the libraries in this process may say: warnings and errors, one line each, on standard output. */
final class Logging {
    private Logging() {}

    static void warningsOnly() {
        Logger root = LogContext.getLogContext().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ConsoleHandler(
                ConsoleHandler.Target.SYSTEM_OUT,
                new PatternFormatter("%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{2.}] %s%e%n")));
        root.setLevel(Level.WARNING);
        // These two warn of what every start of a single broker does.
        silence("state.change.logger");
        silence("org.apache.kafka.controller.QuorumController");
        // Reports as an error that a controller registers before it leads, which it repeats until it does.
        LogContext.getLogContext().getLogger("kafka.server.ControllerApis").setLevel(Level.OFF);
    }

    private static void silence(String category) {
        LogContext.getLogContext().getLogger(category).setLevel(Level.SEVERE);
    }
}
