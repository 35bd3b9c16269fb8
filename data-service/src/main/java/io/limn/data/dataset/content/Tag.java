package io.limn.data.dataset.content;

import java.util.List;

/**
 * What is said of a whole frame.
 *
 * @param label      its label
 * @param group      objects of one frame with the same number belong together; 0 means none
 * @param source     where it comes from, for example {@code manual}
 * @param attributes values of all attributes of its label
 */
public record Tag(Label label, int group, String source, List<Value> attributes) {}
