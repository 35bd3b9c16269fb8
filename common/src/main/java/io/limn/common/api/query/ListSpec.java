package io.limn.common.api.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What can be asked of one list: its fields, which of them are searched, which have simple filters, and the default
 * order. Declared beside the resource, for example
 * {@code ListSpec.from("task t").id("t.id").text("name", "t.name").search("name").simple("name").order("-id")}.
 */
public final class ListSpec {
    private final String from;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> searched = new LinkedHashSet<>();
    private final Set<String> simple = new LinkedHashSet<>();
    private String id = "id";
    private String order = "-id";
    private boolean inequality;

    private ListSpec(String from) {
        this.from = from;
    }

    /** A list over tables, joined as SQL's FROM clause has it; joins must not multiply rows. */
    public static ListSpec from(String from) {
        return new ListSpec(from);
    }

    /** The expression of the objects' ids; also the field {@code id}. */
    public ListSpec id(String expression) {
        id = expression;
        return field("id", expression, Field.Type.INTEGER);
    }

    /** A text field. */
    public ListSpec text(String name, String expression) {
        return field(name, expression, Field.Type.TEXT);
    }

    /** A text field with a fixed set of values. */
    public ListSpec choice(String name, String expression, Set<String> choices) {
        fields.put(name, new Field(name, expression, Field.Type.TEXT, choices));
        return this;
    }

    /** A field of another type. */
    public ListSpec field(String name, String expression, Field.Type type) {
        fields.put(name, new Field(name, expression, type, Set.of()));
        return this;
    }

    /** Fields in which {@code search} looks. */
    public ListSpec search(String... names) {
        searched.addAll(java.util.List.of(names));
        return this;
    }

    /** Fields with a simple filter. */
    public ListSpec simple(String... names) {
        simple.addAll(java.util.List.of(names));
        return this;
    }

    /** The order when the request asks for none. */
    public ListSpec order(String sort) {
        order = sort;
        return this;
    }

    /** Filter expressions may also say {@code !=}, which most lists do not know. */
    public ListSpec inequality() {
        inequality = true;
        return this;
    }

    boolean hasInequality() {
        return inequality;
    }

    String from() {
        return from;
    }

    String idExpression() {
        return id;
    }

    Map<String, Field> fields() {
        return fields;
    }

    Set<String> searched() {
        return searched;
    }

    Set<String> simple() {
        return simple;
    }

    String defaultOrder() {
        return order;
    }
}
