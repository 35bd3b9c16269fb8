package io.limn.data.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.dataset.content.MediaFile;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.media.BytesSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static byte[] sample() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new ArchiveWriter(bytes)) {
            try (var out = writer.entry("big/text.json")) {
                for (int i = 0; i < 10_000; i++) {
                    out.write("0123456789".getBytes(StandardCharsets.UTF_8));
                }
            }
            writer.text("größe.txt", "straße");
            writer.media("images/one.bin", MediaFile.of(new byte[5 << 20]));
            writer.finish();
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsWrittenCanBeRead(@TempDir Path folder) throws IOException {
        var bytes = sample();
        try (var archive = Archives.open(bytes)) {
            assertThat(archive.isArchive()).isTrue();
            assertThat(archive.names()).containsExactly("big/text.json", "größe.txt", "images/one.bin");
            assertThat(archive.bytes("big/text.json", 1 << 20))
                    .hasSize(100_000)
                    .startsWith("0123".getBytes(StandardCharsets.UTF_8));
            assertThat(archive.bytes("größe.txt", 100)).isEqualTo("straße".getBytes(StandardCharsets.UTF_8));
            assertThat(archive.length("images/one.bin")).isEqualTo(5 << 20);
        }
        var file = Files.write(folder.resolve("sample.zip"), bytes);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(3);
            assertThat(zip.getInputStream(zip.getEntry("big/text.json")).readAllBytes())
                    .hasSize(100_000);
            assertThat(zip.getEntry("images/one.bin").getMethod()).isZero();
        }
    }

    @Test
    void archivesOfOtherToolsCanBeReadFromTheFolderThatHasTheFile() throws IOException {
        var bytes = Archives.zip(Map.of("top/inner/obj.data", "x", "top/readme", "y"));
        try (var archive = Archives.open(bytes)) {
            var folder = archive.folderWith(name -> name.equals("obj.data"));
            assertThat(folder).contains("top/inner/");
            assertThat(archive.below(folder.orElseThrow()).bytes("obj.data", 10))
                    .isEqualTo(new byte[] {'x'});
        }
    }

    @Test
    void aBareFileIsNoArchive() throws IOException {
        try (var archive = Archives.open("a.json", "{}".getBytes(StandardCharsets.UTF_8))) {
            assertThat(archive.isArchive()).isFalse();
            assertThat(archive.open().readAllBytes()).hasSize(2);
        }
    }

    @Test
    void namesThatLeadOutAreRefused() {
        for (var name : new String[] {"../evil", "a/../../evil", "/etc/passwd", "C:/x", "a\\..\\..\\b"}) {
            var bytes = Archives.zip(Map.of(name, "x"));
            assertThatThrownBy(() -> Archives.open(bytes)).as(name).isInstanceOf(DatasetException.class);
        }
    }

    @Test
    void tooManyEntriesAreRefusedBeforeTheyAreRead() {
        var end = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x04034b50).putInt(0x06054b50).putInt(0).putShort((short) 9).putShort((short) 9);
        var bytes = end.array();
        assertThatThrownBy(() -> ImportArchive.open("many.zip", new BytesSource(bytes), new ArchiveLimits(8, 1 << 20)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("more than 8 entries");
    }

    @Test
    void whatExpandsTooFarIsRefused() throws IOException {
        var bytes = sample();
        assertThatThrownBy(() -> ImportArchive.open("bomb.zip", new BytesSource(bytes), new ArchiveLimits(8, 1 << 20)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void brokenEntriesAreNamed() throws IOException {
        var bytes = Archives.zip(Map.of("a.txt", "hello hello hello hello hello"));
        bytes[40] ^= 0x55;
        try (var archive = Archives.open(bytes)) {
            assertThatThrownBy(() -> archive.bytes("a.txt", 1000))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("a.txt");
        }
    }

    @Test
    void aCutArchiveIsRefused() throws IOException {
        var bytes = sample();
        var cut = java.util.Arrays.copyOf(bytes, bytes.length - 30);
        assertThatThrownBy(() -> Archives.open(cut)).isInstanceOf(DatasetException.class);
    }
}
