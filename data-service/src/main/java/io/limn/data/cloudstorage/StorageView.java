package io.limn.data.cloudstorage;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * A cloud storage as the API shows it, which is never with its credentials.
 *
 * @param owner        {@code null} for nobody
 * @param organization {@code null} for a personal one
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StorageView(
        long id,
        Owner owner,
        List<String> manifests,
        Instant createdDate,
        Instant updatedDate,
        String providerType,
        String resource,
        String displayName,
        String credentialsType,
        String specificAttributes,
        String description,
        Long organization) {

    /** Whose it is. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Owner(String url, long id, String username, String firstName, String lastName) {}
}
