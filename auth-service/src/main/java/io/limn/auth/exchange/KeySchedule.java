package io.limn.auth.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When keys sign and when they go. A key is published before it signs, so that everybody who checks tokens has read it
 * by then, and stays published until the tokens that it signed have ended.
 *
 * @param period how long one key signs
 * @param lead   how long a key is published before that
 * @param tail   how long it is published after that
 */
record KeySchedule(Duration period, Duration lead, Duration tail) {
    /** Something with a time from which it signs. */
    interface Timed {
        Instant signsFrom();
    }

    /** The key that signs now: the latest whose time has come. */
    static <K extends Timed> Optional<K> signing(Collection<K> keys, Instant now) {
        return keys.stream().filter(key -> !key.signsFrom().isAfter(now)).max(Comparator.comparing(Timed::signsFrom));
    }

    /** From when the next key should sign; empty while there is one, or no need of one yet. */
    <K extends Timed> Optional<Instant> next(Collection<K> keys, Instant now) {
        var current = signing(keys, now);
        if (current.isEmpty()) {
            return Optional.of(now);
        }
        var end = current.get().signsFrom().plus(period);
        boolean waiting = keys.stream().anyMatch(key -> key.signsFrom().isAfter(now));
        if (waiting || end.minus(lead).isAfter(now)) {
            return Optional.empty();
        }
        var soonest = now.plus(lead);
        return Optional.of(soonest.isAfter(end) ? soonest : end);
    }

    /** Keys whose successor has signed for so long that their tokens have ended. */
    <K extends Timed> List<K> ended(Collection<K> keys, Instant now) {
        return keys.stream()
                .filter(key -> keys.stream()
                        .anyMatch(other -> other.signsFrom().isAfter(key.signsFrom())
                                && other.signsFrom().plus(tail).isBefore(now)))
                .toList();
    }
}
