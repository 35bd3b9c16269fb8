package io.limn.task.label;

import java.util.List;

/**
 * Fired in the transaction that removes labels, before their rows go: whoever keeps something under them removes it.
 *
 * @param labelIds labels and parts of skeletons
 */
public record LabelsRemoved(List<Long> labelIds) {}
