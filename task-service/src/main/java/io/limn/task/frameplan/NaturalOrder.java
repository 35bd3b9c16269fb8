package io.limn.task.frameplan;

import io.limn.common.identity.ServiceClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The frames of a task in natural order of their names. */
@ApplicationScoped
class NaturalOrder {
    private final ServiceClient services;

    NaturalOrder(ServiceClient services) {
        this.services = services;
    }

    /** Relative frames in this order; data-service is asked when there were too many to tell in an event. */
    List<Integer> of(ProcessedData data) {
        var told = data.validation().naturalOrder();
        if (told != null) {
            return told;
        }
        var path = "/internal/data/" + data.dataId() + "/natural-order";
        var order = new ArrayList<Integer>();
        for (var position : services.call("data", "GET", path, null).orRelay().body()) {
            int frame = data.frame(position.asInt());
            if (frame >= 0) {
                order.add(frame);
            }
        }
        return order;
    }
}
