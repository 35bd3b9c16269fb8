package io.limn.data.dataset;

import io.limn.common.api.ApiJson;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.Formats;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Formats in which annotations can be imported and exported. */
@Path("/api/server/annotation/formats")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class FormatsResource {
    private final Formats formats;

    FormatsResource(Formats formats) {
        this.formats = formats;
    }

    /** The formats of both directions. */
    public record Listing(List<Format> importers, List<Format> exporters) {}

    /** A format. */
    public record Format(String name, String ext, String version, boolean enabled, String dimension) {
        static Format of(FormatDescription format) {
            return new Format(
                    format.name(),
                    format.ext(),
                    format.version(),
                    true,
                    format.dimension().wireName());
        }
    }

    /** All formats, for every signed-in user. */
    @GET
    public Listing list() {
        return new Listing(
                formats.importers().stream()
                        .map(importer -> Format.of(importer.description()))
                        .toList(),
                formats.exporters().stream()
                        .map(exporter -> Format.of(exporter.description()))
                        .toList());
    }
}
