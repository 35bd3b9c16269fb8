package io.limn.task.annotation;

import java.util.Arrays;
import java.util.Locale;

/** What the header {@code Accept-Encoding} allows. */
final class AcceptedEncodings {
    private AcceptedEncodings() {}

    /** Whether an answer may be compressed by gzip. */
    static boolean gzip(String header) {
        return header != null
                && Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(encoding -> encoding.replace(" ", ""))
                        .anyMatch(encoding -> encoding.equals("gzip")
                                || encoding.startsWith("gzip;") && !encoding.matches("gzip;q=0(\\.0*)?"));
    }
}
