package io.limn.standalone;

import io.limn.standalone.client.ApiClient;
import io.limn.standalone.client.UnexpectedAnswer;
import io.limn.standalone.demo.Demo;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** {@code ./limn demo}: the demonstration against the suite that runs on the data folder, which is started when none does. */
final class DemoCommand {
    private DemoCommand() {}

    static int run(Options options) {
        Folder folder = new Folder(options.data());
        Administrator administrator = Administrator.of(options, folder, System.getenv());
        Optional<URI> running = BackgroundStart.address(folder);
        URI address = running.orElseGet(() -> BackgroundStart.start(options, folder, administrator));
        try {
            ApiClient nobody = ApiClient.anonymous(address);
            Login login = running.isPresent()
                    ? Login.given(administrator, System.getenv())
                    : Login.given(administrator, administrator.environment());
            new Demo(login.on(nobody), System.out, System.console() != null).run();
            System.out.println("Log in as " + login.name + " with password " + login.shown + "; ./limn down stops it.");
            return 0;
        } catch (UnexpectedAnswer | UncheckedIOException | IllegalStateException e) {
            throw new StartFailure("The demonstration stopped: " + e.getMessage(), e);
        }
    }

    /** The administrator where his password is known, else a new user of this demonstration. */
    private record Login(String name, String password, String shown, boolean isNew) {
        static Login given(Administrator administrator, Map<String, String> environment) {
            String password = environment.get("LIMN_ADMIN_PASSWORD");
            if (password != null) {
                boolean own = password.equals(System.getenv("LIMN_ADMIN_PASSWORD"));
                return new Login(administrator.name(), password, own ? "of LIMN_ADMIN_PASSWORD" : password, false);
            }
            String made = Keys.password(12);
            return new Login("demo-" + Long.toString(System.currentTimeMillis(), 36), made, made, true);
        }

        ApiClient on(ApiClient nobody) {
            return isNew ? nobody.register(name, password) : nobody.login(name, password);
        }
    }
}
