package io.limn.data.decoder;

/** Who waits for a result. */
public enum Urgency {
    /** A person waits. */
    INTERACTIVE,
    /** Work in the background; steps back while a person waits. */
    BATCH
}
