package io.limn.task.guide;

/**
 * A guide that the caller may use as he asked.
 *
 * @param id       the guide
 * @param target   what it is about
 * @param isPublic whether everybody may read it
 */
record Guide(long id, Target target, boolean isPublic) {}
