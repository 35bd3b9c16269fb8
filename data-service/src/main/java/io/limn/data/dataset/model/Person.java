package io.limn.data.dataset.model;

/** A user as files name him. */
public record Person(String username, String email) {}
