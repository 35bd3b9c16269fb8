package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import io.limn.common.identity.Caller;
import io.limn.common.identity.ServiceClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Makes, changes and removes cloud storages. Buckets are looked at before a transaction begins, never in one. */
@ApplicationScoped
class Storages {
    private static final int TRIES = 5;

    private final StorageAccess access;
    private final StorageStore store;
    private final StorageOwners owners;
    private final StorageEvents events;
    private final Buckets buckets;
    private final Precondition precondition;
    private final StorageViews views;
    private final ServiceClient services;
    private final Caller caller;

    Storages(
            StorageAccess access,
            StorageStore store,
            StorageOwners owners,
            StorageEvents events,
            Buckets buckets,
            Precondition precondition,
            StorageViews views,
            ServiceClient services,
            Caller caller) {
        this.access = access;
        this.store = store;
        this.owners = owners;
        this.events = events;
        this.buckets = buckets;
        this.precondition = precondition;
        this.views = views;
        this.services = services;
        this.caller = caller;
    }

    /**
     * Makes a storage in the workspace of the request.
     *
     * @return its id
     * @throws ApiException 400 in plain text when the body or the bucket is wrong
     */
    long create(Input body, Long organization) {
        var form = PlainRefusals.of(() -> StorageForm.read(body, null));
        var now = Timestamps.now();
        var user = caller.principal();
        var blank = new Storage(
                0,
                new BucketSettings(
                        form.provider(),
                        "",
                        new Credentials(form.credentialsType(), Map.of()),
                        new Attributes(Map.of())),
                "",
                "",
                "",
                List.of(),
                user.id(),
                organization,
                now,
                now,
                0);
        var storage = form.applyTo(blank);
        try {
            new StorageChecks(buckets, "create").check(storage, storage.manifests());
        } catch (UnfitStorageException unfit) {
            throw unfit.asText();
        }
        return QuarkusTransaction.joiningExisting().call(() -> {
            owners.remember(user);
            long id = store.insert(storage);
            events.created(views.of(id));
            return id;
        });
    }

    /**
     * Changes a storage.
     *
     * @throws ApiException 400 when the body or the bucket is wrong, 409 when others change it all the time
     */
    void update(long id, Input body) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            var old = store.find(id).orElseThrow(() -> ApiException.notFound("CloudStorage"));
            var changed = StorageForm.read(body, old.settings().provider()).applyTo(old);
            check(old, changed);
            if (QuarkusTransaction.requiringNew().call(() -> save(changed))) {
                return;
            }
        }
        throw ApiException.detail(409, "The cloud storage was changed at the same time.");
    }

    private void check(Storage old, Storage changed) {
        var added = new ArrayList<>(changed.manifests());
        if (changed.settings().name().equals(old.settings().name())) {
            added.removeAll(new HashSet<>(old.manifests()));
        }
        try {
            new StorageChecks(buckets, "update").check(changed, added);
        } catch (UnfitStorageException unfit) {
            throw unfit.asJson();
        }
    }

    private boolean save(Storage changed) {
        long id = changed.id();
        if (store.lock(id).isEmpty()) {
            throw ApiException.notFound("CloudStorage");
        }
        var before = views.of(id);
        precondition.require(() -> before);
        if (!store.update(changed.touched(Timestamps.now()))) {
            return false;
        }
        events.updated(before, views.of(id));
        return true;
    }

    /** Removes a storage. Tasks and projects let go of it before; what stops half-way can be done again. */
    void delete(long id) {
        var before = views.of(id);
        precondition.require(() -> before);
        services.call("task", "DELETE", "/internal/cloudstorages/" + id, null).orRelay();
        QuarkusTransaction.requiringNew().run(() -> {
            if (store.lock(id).isPresent()) {
                precondition.require(() -> views.of(id));
                events.deleted(views.of(id));
                store.delete(id);
            }
        });
    }
}
