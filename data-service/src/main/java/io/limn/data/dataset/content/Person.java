package io.limn.data.dataset.content;

/** A user as files name him. */
public record Person(String username, String email) {}
