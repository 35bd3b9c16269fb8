package io.limn.data.cloudstorage;

import io.limn.data.media.FrameOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Shows one level of a bucket, or of what a manifest names, within the prefix that belongs to the storage. */
@ApplicationScoped
class Content {
    /** A page. */
    ContentPage page(Bucket bucket, ContentQuery query) throws IOException {
        var own = bucket.prefix();
        var asked = query.prefix();
        if (!own.startsWith(asked) && !asked.startsWith(own)) {
            return ContentPage.empty();
        }
        var step = stepTowards(own, asked);
        if (step != null) {
            return new ContentPage(null, List.of(ContentPage.Entry.folder(step)));
        }
        var prefix = asked.length() < own.length() ? own : asked;
        return query.manifest() == null ? ofBucket(bucket, prefix, query) : ofManifest(bucket, prefix, query);
    }

    /** Above the storage's own prefix only the folder that leads there is shown; {@code null} where that is reached. */
    private static String stepTowards(String own, String asked) {
        if (asked.isEmpty() || asked.length() >= own.length()) {
            return null;
        }
        int slash = own.indexOf('/', asked.length());
        return slash < 0 ? null : own.substring(0, slash);
    }

    private static ContentPage ofBucket(Bucket bucket, String prefix, ContentQuery query) throws IOException {
        var page = bucket.list(prefix, true, query.token(), query.pageSize());
        var entries = new ArrayList<ContentPage.Entry>();
        page.folders().forEach(folder -> entries.add(ContentPage.Entry.folder(folder)));
        page.keys().stream()
                .filter(key -> !key.endsWith("/"))
                .forEach(key -> entries.add(ContentPage.Entry.object(key)));
        return new ContentPage(page.next(), entries);
    }

    private static ContentPage ofManifest(Bucket bucket, String prefix, ContentQuery query) throws IOException {
        var folders = new TreeSet<>(FrameOrder.NATURAL);
        var files = new TreeSet<>(FrameOrder.NATURAL);
        int cut = prefix.lastIndexOf('/') + 1;
        bucket.readManifest(query.manifest(), item -> {
            if (item.key().startsWith(prefix)) {
                int slash = item.key().indexOf('/', cut);
                if (slash < 0) {
                    files.add(item.key());
                } else {
                    folders.add(item.key().substring(0, slash));
                }
            }
        });
        var entries = new ArrayList<ContentPage.Entry>();
        folders.forEach(folder -> entries.add(ContentPage.Entry.folder(folder)));
        files.forEach(file -> entries.add(ContentPage.Entry.object(file)));
        int from = query.token() == null ? 0 : Math.min(entries.size(), Integer.parseInt(query.token()));
        int to = Math.min(entries.size(), from + query.pageSize());
        return new ContentPage(to < entries.size() ? String.valueOf(to) : null, List.copyOf(entries.subList(from, to)));
    }
}
