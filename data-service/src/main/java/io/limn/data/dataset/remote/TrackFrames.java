package io.limn.data.dataset.remote;

import io.limn.data.dataset.content.TrackItem;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntPredicate;

/** The shapes of a track, made while they are asked for. */
final class TrackFrames implements Iterator<TrackItem.Placed> {
    private final LiveTrack track;
    private final int stop;
    private final IntPredicate included;
    private int frame;
    private TrackItem.Placed next;

    TrackFrames(LiveTrack track, int stop, IntPredicate included) {
        this.track = track;
        this.stop = stop;
        this.included = included;
        frame = track.first();
        advance();
    }

    private void advance() {
        next = null;
        while (next == null && frame <= stop && !track.isOver(frame)) {
            if (included.test(frame)) {
                int at = frame;
                track.at(frame).ifPresent(shape -> next = new TrackItem.Placed(at, shape));
            }
            frame++;
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public TrackItem.Placed next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        var placed = next;
        advance();
        return placed;
    }
}
