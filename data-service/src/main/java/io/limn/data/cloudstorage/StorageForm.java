package io.limn.data.cloudstorage;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a body says of a storage; what it does not say is {@code null}, save for the manifests.
 *
 * @param provider        who runs it
 * @param resource        name of the bucket
 * @param displayName     what it is called
 * @param credentialsType how it is entered
 * @param secrets         secrets by name, those that were sent
 * @param attributes      specific attributes
 * @param description     what is said of it
 * @param manifests       keys of manifests, each once; none when none are named
 */
record StorageForm(
        Provider provider,
        String resource,
        String displayName,
        CredentialsType credentialsType,
        Map<String, String> secrets,
        String attributes,
        String description,
        List<String> manifests) {

    private static final int LONGEST_KEY = 1024;
    private static final Map<String, Integer> SECRETS = Map.of(
            "key", 40,
            "secret_key", 64,
            "session_token", 440,
            "account_name", 24,
            "connection_string", 1024,
            "key_file", 64 << 10);

    /**
     * Reads a body.
     *
     * @param existing provider of the storage that is changed, {@code null} for a new one
     * @throws ApiException 400 with all faults
     */
    static StorageForm read(Input body, Provider existing) {
        boolean fresh = existing == null;
        var provider = body.choice("provider_type", Provider.NAMES);
        var resource = body.text("resource").most(222);
        var name = body.text("display_name").most(63);
        var type = body.choice("credentials_type", CredentialsType.NAMES);
        if (fresh) {
            provider.required();
            resource.required();
            name.required();
            type.required();
        }
        var known = fresh ? provider.value() == null ? null : Provider.valueOf(provider.value()) : existing;
        checkCharacters(body, resource.value(), known);
        var form = new StorageForm(
                known,
                resource.value(),
                name.value(),
                type.value() == null ? null : CredentialsType.valueOf(type.value()),
                secrets(body),
                attributes(body),
                body.text("description").blank().value(),
                manifests(body));
        provider.present();
        body.check();
        return form;
    }

    private static void checkCharacters(Input body, String resource, Provider provider) {
        var forbidden = resource == null || provider == null ? "" : provider.forbiddenIn(resource);
        if (!forbidden.isEmpty()) {
            body.errors().add("resource", "Invalid characters (" + forbidden + ") were found.");
        }
    }

    private static Map<String, String> secrets(Input body) {
        var secrets = new LinkedHashMap<String, String>();
        SECRETS.forEach((name, longest) -> {
            var value = body.text(name).nullable().blank().most(longest).value();
            if (value != null && !value.isBlank()) {
                secrets.put(name, value);
            }
        });
        return secrets;
    }

    private static String attributes(Input body) {
        return body.text("specific_attributes")
                .blank()
                .most(1024)
                .demand(StorageForm::areAttributes, "Invalid specific attributes")
                .value();
    }

    private static boolean areAttributes(String text) {
        try {
            Attributes.parse(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static List<String> manifests(Input body) {
        return body.values("manifests", StorageForm::manifest).or(List.of()).stream()
                .distinct()
                .toList();
    }

    private static String manifest(JsonNode value) throws Input.Refused {
        if (value.isNull()) {
            throw new Input.Refused("This field may not be null.");
        }
        if (!value.isTextual() && !value.isNumber() || value.asText().indexOf('\0') >= 0) {
            throw new Input.Refused("Not a valid string.");
        }
        if (value.asText().isBlank()) {
            throw new Input.Refused("This field may not be blank.");
        }
        if (value.asText().length() > LONGEST_KEY) {
            throw new Input.Refused("Ensure this field has no more than " + LONGEST_KEY + " characters.");
        }
        return value.asText().strip();
    }

    /** The storage as it is to be, of one that is, or of a blank one. */
    Storage applyTo(Storage storage) {
        var old = storage.settings();
        var newType = credentialsType == null ? old.credentials().type() : credentialsType;
        var newAttributes = attributes == null ? storage.attributes() : attributes;
        return new Storage(
                storage.id(),
                new BucketSettings(
                        provider,
                        resource == null ? old.name() : resource,
                        old.credentials().with(newType, secrets),
                        Attributes.parse(newAttributes)),
                newAttributes,
                displayName == null ? storage.displayName() : displayName,
                description == null ? storage.description() : description,
                manifests,
                storage.owner(),
                storage.organization(),
                storage.created(),
                storage.updated(),
                storage.revision());
    }
}
