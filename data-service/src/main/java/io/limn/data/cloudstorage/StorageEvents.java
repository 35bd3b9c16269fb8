package io.limn.data.cloudstorage;

import io.limn.common.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of cloud storages, in the transaction at hand; the facts are those that the API shows. */
@ApplicationScoped
class StorageEvents {
    private static final String TOPIC = "limn.data";

    private final Outbox outbox;

    StorageEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void created(StorageView storage) {
        add("cloudstorage.created", storage, Map.of("cloud_storage", storage));
    }

    void updated(StorageView before, StorageView after) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("before", before);
        facts.put("cloud_storage", after);
        add("cloudstorage.updated", after, facts);
    }

    void deleted(StorageView storage) {
        add("cloudstorage.deleted", storage, Map.of("cloud_storage", storage));
    }

    private void add(String type, StorageView storage, Object facts) {
        outbox.add(TOPIC, "cloudstorage-" + storage.id(), type, facts);
    }
}
