package io.limn.gateway.upstream;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The replicas of one service, and in which order they are tried. */
public final class UpstreamGroup {
    private final List<Upstream> replicas;
    private final AtomicInteger turn = new AtomicInteger();

    UpstreamGroup(List<Upstream> replicas) {
        this.replicas = List.copyOf(replicas);
    }

    /** All replicas. */
    public List<Upstream> replicas() {
        return replicas;
    }

    /** The replicas in turn, those that failed a moment ago last. */
    public List<Upstream> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), replicas.size());
        return IntStream.range(0, replicas.size())
                .mapToObj(i -> replicas.get((first + i) % replicas.size()))
                .sorted(Comparator.comparing(replica -> !replica.isAwake()))
                .toList();
    }

    /**
     * The replicas for a subject, the same order for the same subject as long as the list of replicas is the same; when
     * a replica comes or goes, only the subjects it serves move (highest random weight).
     */
    public List<Upstream> forSubject(String subject) {
        return replicas.stream()
                .sorted(Comparator.<Upstream, Boolean>comparing(replica -> !replica.isAwake())
                        .thenComparing(replica -> weight(replica, subject)))
                .toList();
    }

    private static int weight(Upstream replica, String subject) {
        int hash = (replica.address() + "|" + subject).hashCode();
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }
}
