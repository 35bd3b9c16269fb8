package io.limn.gateway.docs;

import io.limn.gateway.http.OwnFile;
import io.limn.gateway.route.Call;
import io.limn.gateway.route.LocalEndpoint;
import io.limn.gateway.route.ReadOnly;

/** A page that shows the description of the API; everything it needs comes from this server. */
final class Viewer implements LocalEndpoint {
    private final String name;
    private final OwnFile page = OwnFile.onClassPath("page/viewer.html");

    Viewer(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Gate gate() {
        return Gate.CALLER;
    }

    @Override
    public void answer(Call call) {
        if (ReadOnly.admits(call, true, "Documentation")) {
            page.send(call.request());
        }
    }
}
