package io.limn.data.dataset.format;

/** What kind of media a format is for. */
public enum Dimension {
    /** Pictures and videos. */
    FLAT("2d"),
    /** Point clouds. */
    SPATIAL("3d");

    private final String wireName;

    Dimension(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in the API. */
    public String wireName() {
        return wireName;
    }
}
