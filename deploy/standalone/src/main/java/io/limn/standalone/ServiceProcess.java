package io.limn.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One process of a service: can be stopped, killed and started again on the same ports. */
final class ServiceProcess {
    private final Service service;
    private final String name;
    private final int port;
    private final int managementPort;
    private final Path logFile;
    private final Terminal terminal;
    private final ClassPath classPath;
    private final ClassArchive archive;
    private volatile ChildProcess process;

    /** @param replica counts from 1 */
    ServiceProcess(
            Service service,
            int replica,
            int port,
            int managementPort,
            Installation installation,
            Folder folder,
            Terminal terminal) {
        this.service = service;
        this.name = replica == 1 ? service.folder() : service.folder() + "-" + replica;
        this.port = port;
        this.managementPort = managementPort;
        this.logFile = folder.log(name);
        this.terminal = terminal;
        this.classPath = ClassPath.ofQuarkus(installation.application(service));
        this.archive = ClassArchive.of(service.folder(), classPath, installation.archives());
    }

    /** Starts it and returns at once. */
    ChildProcess start(Jvm jvm, Map<String, String> environment) {
        List<String> command =
                jvm.command(name, service.heapMegabytes(), classPath, archive, "io.quarkus.runner.GeneratedMain");
        process = ChildProcess.start(name, command, environment, new ChildLog(name, logFile, null, terminal));
        return process;
    }

    /** Whether its end takes longer because it writes a class archive for later starts. */
    boolean endsSlowly() {
        return archive.isAwaited();
    }

    /** Asks it to end and returns when it has. */
    void stop() {
        process.stop();
        archive.publish();
    }

    Service service() {
        return service;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    Path logFile() {
        return logFile;
    }

    /** The process started last. */
    ChildProcess process() {
        return process;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }
}
