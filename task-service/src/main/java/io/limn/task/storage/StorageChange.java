package io.limn.task.storage;

import io.limn.common.api.Input;
import java.util.Set;

/**
 * What a body says of a storage.
 *
 * @param location       the new location, {@code null} to keep it
 * @param cloudStorageId the new cloud storage, {@code null} for none
 * @param named          whether the cloud storage was named at all
 */
public record StorageChange(String location, Long cloudStorageId, boolean named) {
    private static final String CLOUD = "cloud_storage";
    private static final Set<String> LOCATIONS = Set.of("local", CLOUD);

    /** Reads a member; faults collect in the body. {@code null} when it is absent or wrong. */
    public static StorageChange read(Input body, String member) {
        var storage = body.object(member).value();
        if (storage == null) {
            return null;
        }
        var location = storage.choice("location", LOCATIONS).value();
        var id = storage.integer("cloud_storage_id").nullable();
        boolean named = id.present();
        var cloud = id.value() == null || id.value() == 0 ? null : id.value();
        if (storage.errors().isEmpty()) {
            var fault = fault(location, cloud, named);
            if (fault != null) {
                storage.errors().add("non_field_errors", fault);
            }
        }
        return new StorageChange(location, cloud, named);
    }

    private static String fault(String location, Long cloud, boolean named) {
        if (cloud != null && location == null) {
            return "A cloud storage id was specified but its location was not";
        }
        if (cloud != null && !CLOUD.equals(location)) {
            return "It is not allowed to specify a cloud storage id with the location '" + location + "'";
        }
        if (cloud == null && CLOUD.equals(location)) {
            return "Cloud storage was selected as location but its id was not specified";
        }
        if (cloud == null && named && location == null) {
            return "It is not allowed to reset a cloud storage id without explicitly resetting a location";
        }
        return null;
    }
}
