package io.limn.data.ingest;

import io.limn.common.work.Lease;
import io.limn.common.work.PermanentFailure;
import io.limn.data.cloudstorage.CloudFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The keys that a bucket has, folder markers left out. */
final class BucketKeys implements CloudSources.Catalogue {
    private static final int MOST = 2_000_000;

    private final CloudFiles cloud;
    private final long storage;
    private final Lease lease;

    BucketKeys(CloudFiles cloud, long storage, Lease lease) {
        this.cloud = cloud;
        this.storage = storage;
        this.lease = lease;
    }

    @Override
    public List<String> below(String prefix) throws IOException {
        var own = cloud.prefix(storage);
        if (!own.startsWith(prefix) && !prefix.startsWith(own)) {
            return List.of();
        }
        var keys = new ArrayList<String>();
        String token = null;
        do {
            lease.check();
            var page = cloud.list(storage, prefix.length() < own.length() ? own : prefix, token);
            page.keys().stream().filter(key -> !key.endsWith("/")).forEach(keys::add);
            token = page.next();
            if (keys.size() > MOST) {
                throw new PermanentFailure("The cloud storage has more than " + MOST + " objects");
            }
        } while (token != null);
        return keys;
    }
}
