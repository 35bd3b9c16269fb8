package io.limn.data.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void namesOfFormsAreFlat() {
        assertThat(FileNames.ofForm("C:\\pictures\\one.png")).contains("one.png");
        assertThat(FileNames.ofForm("/home/user/two.png")).contains("two.png");
        assertThat(FileNames.ofForm("../../etc/passwd")).contains("passwd");
        assertThat(FileNames.ofForm("a&amp;b&#46;png")).contains("a&b.png");
        assertThat(FileNames.ofForm("с пробелом.png")).contains("с пробелом.png");
        assertThat(FileNames.ofForm("a\0b\n.png")).contains("ab.png");
    }

    @Test
    void whatIsNoNameIsPassedOver() {
        assertThat(FileNames.ofForm("")).isEmpty();
        assertThat(FileNames.ofForm("dir/..")).isEmpty();
        assertThat(FileNames.ofForm(".")).isEmpty();
    }

    @Test
    void longNamesKeepTheirExtension() {
        assertThat(FileNames.ofForm("x".repeat(400) + ".png").orElseThrow())
                .hasSize(255)
                .endsWith("x.png");
    }

    @Test
    void resumableUploadsMayNameFolders() {
        assertThat(FileNames.ofMetadata("dir/a.png")).contains("dir/a.png");
        assertThat(FileNames.ofMetadata("dir/../a.png")).contains("a.png");
        assertThat(FileNames.ofMetadata("../a.png")).isEmpty();
        assertThat(FileNames.ofMetadata("/a.png")).isEmpty();
        assertThat(FileNames.ofMetadata("a\0.png")).isEmpty();
    }
}
