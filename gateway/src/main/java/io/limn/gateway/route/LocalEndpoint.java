package io.limn.gateway.route;

/** Something that the gateway answers by itself; the route table names it {@code gateway:<name>}. */
public interface LocalEndpoint {
    /** Its name in the route table. */
    String name();

    /** What a client must have gone through before it is answered. */
    default Gate gate() {
        return Gate.API;
    }

    /** Answers; runs on an event loop and must not block. */
    void answer(Call call);

    /** The checks before an answer. */
    enum Gate {
        /** None: files that everybody may see. */
        OPEN,
        /** Credentials are traded and wrong ones refused. */
        CALLER,
        /** The client must take the API's JSON, and its credentials are traded. */
        API
    }
}
