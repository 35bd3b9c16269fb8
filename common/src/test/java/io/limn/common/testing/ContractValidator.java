package io.limn.common.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limn.common.api.ApiJson;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares answers with the schemas of a contract. What passes: redirects and errors, whose shapes the contract does not
 * list; a bodiless 202, which only says that more may be sent; and operations outside the contract, which are the
 * matter of {@link ContractWalk}.
 */
final class ContractValidator {
    private static final String JSON = "application/json";

    private final OpenApiInteractionValidator validator;

    ContractValidator(Contract contract) {
        var document = contract.document().deepCopy();
        document.findValues("content").forEach(ContractValidator::understandVendorType);
        mendNullable(document);
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(document.toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.response.contentType.notAllowed", Level.IGNORE)
                        .withLevel("validation.response.body.unexpected", Level.IGNORE)
                        .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                        .withLevel("validation.request.path.missing", Level.IGNORE)
                        .withLevel("validation.request.operation.notAllowed", Level.IGNORE)
                        .build())
                .build();
    }

    /** The validator knows one JSON media type only; schemas of bytes are for clients, not for validators. */
    private static void understandVendorType(JsonNode content) {
        if (content instanceof ObjectNode types && types.has(ApiJson.MEDIA_TYPE)) {
            var schema = types.remove(ApiJson.MEDIA_TYPE);
            if (!schema.at("/schema/format").asText().equals("binary")) {
                types.set(JSON, schema);
            }
        }
    }

    /** A nullable reference is written as {@code allOf} with one member, which null does not satisfy as such. */
    private static void mendNullable(JsonNode node) {
        node.forEach(ContractValidator::mendNullable);
        if (node instanceof ObjectNode schema && schema.path("nullable").asBoolean() && schema.has("allOf")) {
            schema.remove("nullable");
            var nothing = JsonNodeFactory.instance.objectNode().put("nullable", true);
            nothing.putArray("enum").addNull();
            var choices = (ArrayNode) schema.remove("allOf");
            schema.set("anyOf", choices.add(nothing));
        }
    }

    /** What is wrong with an answer; empty when nothing is. */
    Optional<String> faults(String method, String path, int status, String contentType, byte[] body) {
        boolean more = status == 202 && body.length == 0;
        if (status >= 300 || more || method.equals("HEAD") || method.equals("OPTIONS")) {
            return Optional.empty();
        }
        var answer = SimpleResponse.Builder.status(status);
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith(ApiJson.MEDIA_TYPE)) {
            answer.withContentType(JSON).withBody(body);
        } else if (!type.isEmpty()) {
            answer.withContentType(contentType);
        }
        var report = validator.validateResponse(path, Request.Method.valueOf(method), answer.build());
        return report.hasErrors()
                ? Optional.of(SimpleValidationReportFormat.getInstance().apply(report))
                : Optional.empty();
    }
}
