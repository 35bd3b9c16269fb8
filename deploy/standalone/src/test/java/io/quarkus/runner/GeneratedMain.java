package io.quarkus.runner;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Stands for a built service in tests of the launcher alone: has the name of the class that Quarkus generates, opens the two ports
 * it is told and answers 200 to everything. The service named in {@code LIMN_STUB_FAILS} ends at once, as a service with a bad setting does.
 */
public final class GeneratedMain {
    private GeneratedMain() {}

    public static void main(String[] arguments) throws IOException {
        String key = System.getenv("LIMN_IDENTITY_SERVICE_KEY");
        if (System.getenv().containsKey("LIMN_STUB_FAILS") && key.contains(System.getenv("LIMN_STUB_FAILS"))) {
            System.out.println("2026-01-01 00:00:00,000 ERROR [stub] (main) a setting is wrong");
            System.exit(3);
        }
        open(System.getenv("QUARKUS_HTTP_PORT"));
        open(System.getenv("QUARKUS_MANAGEMENT_PORT"));
    }

    private static void open(String port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
