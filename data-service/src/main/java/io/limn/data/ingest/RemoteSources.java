package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.common.work.Lease;
import io.limn.common.work.PermanentFailure;
import io.limn.data.remote.RemoteFiles;
import io.limn.data.upload.PartCutter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Brings files in from addresses. */
@ApplicationScoped
public class RemoteSources {
    private final RemoteFiles remote;
    private final BlobStore store;

    RemoteSources(RemoteFiles remote, BlobStore store) {
        this.remote = remote;
        this.store = store;
    }

    private record Wanted(URI address, String name) {}

    /**
     * Fetches files, one after the other.
     *
     * @param folder where their blobs go; its intent has been noted
     * @throws PermanentFailure when an address is none, or cannot be had
     */
    List<SourceFile> fetch(List<String> addresses, String folder, Lease lease) throws IOException {
        var wanted = addresses.stream().map(RemoteSources::wanted).toList();
        var names = new HashSet<String>();
        for (var file : wanted) {
            if (!names.add(file.name())) {
                throw new PermanentFailure("filename collision: " + file.name());
            }
        }
        var files = new ArrayList<SourceFile>();
        try (var cutter = new PartCutter(store, folder)) {
            for (var file : wanted) {
                lease.check();
                files.add(new SourceFile(file.name(), remote.fetch(file.address(), cutter::cut)));
            }
        }
        return files;
    }

    private static Wanted wanted(String address) {
        var uri = uri(address);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new PermanentFailure("Unsupported URL scheme: " + scheme + ". Only http and https are supported");
        }
        if (uri.getHost() == null) {
            throw new PermanentFailure("The address " + address + " names no host");
        }
        return new Wanted(uri, name(uri));
    }

    private static URI uri(String address) {
        try {
            return new URI(address.strip().replace(" ", "%20"));
        } catch (URISyntaxException malformed) {
            throw new PermanentFailure("The address " + address + " cannot be read", malformed);
        }
    }

    /** The last part of the path; steps that it may hide when it is decoded are cut off. */
    private static String name(URI uri) {
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        var last = path.substring(path.lastIndexOf('/') + 1);
        var decoded = URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        return decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1);
    }
}
