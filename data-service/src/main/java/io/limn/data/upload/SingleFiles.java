package io.limn.data.upload;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Receives forms that bring one file. */
@ApplicationScoped
public class SingleFiles {
    private final UploadForms forms;
    private final Uploads uploads;

    SingleFiles(UploadForms forms, Uploads uploads) {
        this.forms = forms;
        this.uploads = uploads;
    }

    /**
     * Receives the file of a field.
     *
     * @param collection where it belongs
     * @return the stored file, which {@link Uploads#remove} removes
     * @throws ApiException 400 when there is none, or it is empty
     */
    public Upload receive(String collection, String field, InputStream body, String contentType, long user) {
        var own = collection + "/" + UUID.randomUUID();
        var form = forms.receive(own, field, body, contentType);
        var file = form.files().stream()
                .filter(received -> received.field().equals(field))
                .findFirst();
        if (file.isEmpty() || file.get().length() == 0) {
            forms.discard(form);
            throw ApiException.of(
                    400,
                    Map.of(field, List.of(file.isEmpty() ? "No file was submitted." : "The submitted file is empty.")));
        }
        uploads.addAll(own, List.of(file.get()), form.folder(), user);
        return uploads.complete(own).getFirst();
    }
}
