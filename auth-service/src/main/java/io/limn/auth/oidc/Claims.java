package io.limn.auth.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.limn.auth.credential.EmailAddress;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what a provider states of a person: in the token, and where that is silent, in what it tells on request. */
@ApplicationScoped
class Claims {
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_ADDRESS = 254;

    private final OidcConfig config;

    Claims(OidcConfig config) {
        this.config = config;
    }

    /**
     * The person.
     *
     * @param token what the token states
     * @param more  asks for the rest; may give {@code null}
     * @throws ApiException 400 when the rest is about somebody else
     */
    Person person(JsonNode token, Supplier<ProviderCalls.Answer> more) {
        var rest = isComplete(token) ? MissingNode.getInstance() : rest(token, more.get());
        var address = address(at("email", token, rest));
        return new Person(
                token.path("iss").asText(),
                token.path("sub").asText(),
                at(config.usernameClaim(), token, rest).asText(""),
                address,
                !address.isEmpty() && at("email_verified", token, rest).asBoolean(),
                name(at("given_name", token, rest)),
                name(at("family_name", token, rest)),
                groups(at(config.groupsClaim(), token, rest)));
    }

    private boolean isComplete(JsonNode token) {
        boolean grouped = config.groups().isEmpty() && config.organizations().isEmpty();
        return token.has("email")
                && !find(config.usernameClaim(), token).isMissingNode()
                && (grouped || !find(config.groupsClaim(), token).isMissingNode());
    }

    private static JsonNode rest(JsonNode token, ProviderCalls.Answer answer) {
        if (answer == null || answer.status() != 200) {
            return MissingNode.getInstance();
        }
        if (!token.path("sub").asText().equals(answer.text("sub"))) {
            throw Refused.because("the identity provider speaks of somebody else");
        }
        return answer.body();
    }

    private static JsonNode at(String claim, JsonNode token, JsonNode rest) {
        var stated = find(claim, token);
        return stated.isMissingNode() ? find(claim, rest) : stated;
    }

    /** A claim of this name, else one inside of objects. */
    private static JsonNode find(String claim, JsonNode from) {
        return from.has(claim) ? from.get(claim) : from.at("/" + claim.replace('.', '/'));
    }

    private static Set<String> groups(JsonNode claim) {
        var groups = new LinkedHashSet<String>();
        if (claim.isTextual()) {
            groups.add(claim.textValue());
        }
        claim.forEach(group -> groups.add(group.asText()));
        return groups;
    }

    private static String name(JsonNode claim) {
        var text = claim.asText("").replace("\0", "").strip();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }

    private static String address(JsonNode claim) {
        try {
            var address = claim.isTextual() ? EmailAddress.read(claim) : "";
            return address.length() <= LONGEST_ADDRESS ? address : "";
        } catch (Input.Refused none) {
            return "";
        }
    }
}
