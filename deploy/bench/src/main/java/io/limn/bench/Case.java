package io.limn.bench;

/** One thing that is measured. */
interface Case {
    /** The word that selects it on the command line. */
    String name();

    /** What it measures, in one line. */
    String description();

    /** @param runs how often it is repeated */
    void run(int runs, Report report);
}
