package io.limn.data.decoder;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Permits of which background work takes none while a person waits. */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int free;
    private int waitingPeople;

    Turns(int permits) {
        free = permits;
    }

    void take(Urgency urgency) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            boolean person = urgency == Urgency.INTERACTIVE;
            waitingPeople += person ? 1 : 0;
            try {
                while (free == 0 || (!person && waitingPeople > 0)) {
                    changed.await(1, TimeUnit.SECONDS);
                }
                free--;
            } finally {
                waitingPeople -= person ? 1 : 0;
            }
        } finally {
            lock.unlock();
        }
    }

    void giveBack() {
        lock.lock();
        try {
            free++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
