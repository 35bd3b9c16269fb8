package io.limn.data.upload;

/** A file name leads out of the folder of the uploads. */
final class ForbiddenNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForbiddenNameException(String name) {
        super("File name " + name + " is not allowed");
    }
}
