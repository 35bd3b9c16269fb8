package io.limn.data.ingest;

import java.util.List;

/**
 * A source picture or point cloud.
 *
 * @param file    its bytes, under the name that is shown
 * @param width   pixels, or points of a row
 * @param height  pixels, or rows
 * @param related pictures that show its context
 */
record Frame(SourceFile file, int width, int height, List<SourceFile> related) {
    String name() {
        return file.name();
    }
}
