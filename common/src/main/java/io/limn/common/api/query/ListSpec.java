package io.limn.common.api.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be asked of one list: its fields, which of them are searched, which have simple filters, and the default
 * order. Declared beside the resource, for example
 * {@code ListSpec.from("task t").id("t.id").text("name", "t.name").search("name").simple("name").order("-id")}.
 */
public final class ListSpec {
    private final String from;
    private final StringBuilder always = new StringBuilder();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> searched = new LinkedHashSet<>();
    private final Set<String> simple = new LinkedHashSet<>();
    private String id = "id";
    private String order = "-id";
    private boolean inequality;
    private String change = "CAST(0 AS bigint)";
    private boolean remembered;
    private final Set<String> unnoted = new LinkedHashSet<>();
    private SearchTable searchTable;

    /** A table that holds for each object all that is searched in one text. */
    private record SearchTable(String name, String key, String text) {}

    private ListSpec(String from) {
        this.from = from;
    }

    /** A list over tables, joined as SQL's FROM clause has it; joins must not multiply rows. */
    public static ListSpec from(String from) {
        return new ListSpec(from);
    }

    /**
     * One more table, with exactly one row for each object. Counts leave it out; pages may be read in its order.
     *
     * @param join table and condition, as {@code task_touch tt ON tt.task_id = t.id}
     */
    public ListSpec one(String join) {
        always.append(" JOIN ").append(join);
        return this;
    }

    /**
     * Where to search instead of field by field.
     *
     * @param table a table with one text for each object, in which the fields are apart
     * @param key   its column with the object's id
     * @param text  its column with the text
     */
    public ListSpec searchTable(String table, String key, String text) {
        searchTable = new SearchTable(table, key, text);
        return this;
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
        searched.addAll(List.of(names));
        return this;
    }

    /** Fields with a simple filter. */
    public ListSpec simple(String... names) {
        simple.addAll(List.of(names));
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

    /**
     * Counts of the list are remembered as long as nothing changes.
     *
     * @param number  a query of one number that is never negative, grows with each change of the rows that conditions of
     *                the list look at, and does so in the transaction of the change
     * @param without fields whose changes it leaves out; what goes by them is counted each time
     */
    public ListSpec changes(String number, String... without) {
        change = number;
        remembered = true;
        unnoted.addAll(List.of(without));
        return this;
    }

    String change() {
        return change;
    }

    /** Whether what a statement counts stays the same until the change number moves. */
    boolean isRemembered(String statement) {
        return remembered
                && unnoted.stream()
                        .noneMatch(name -> statement.contains(fields.get(name).expression()));
    }

    boolean hasInequality() {
        return inequality;
    }

    /** The tables of a page. */
    String from() {
        return from + always;
    }

    /** The tables of a count: the database leaves out those that it does not need. */
    String fromForCount() {
        return from + always.toString().replace(" JOIN ", " LEFT JOIN ");
    }

    /** The condition that all terms occur in an object. */
    Sql contains(List<String> terms) {
        if (terms.isEmpty()) {
            return Sql.TRUE;
        }
        if (searchTable != null) {
            var text = Field.text("search", searchTable.text());
            var found = terms.stream().map(text::contains).toList();
            return Sql.of(id + " IN (SELECT " + searchTable.key() + " FROM " + searchTable.name() + " WHERE ")
                    .append(Sql.join(" AND ", found))
                    .append(Sql.of(")"));
        }
        var all = terms.stream()
                .map(term -> Sql.join(
                                " OR ",
                                searched.stream()
                                        .map(name -> fields.get(name).contains(term))
                                        .toList())
                        .enclosed())
                .toList();
        return Sql.join(" AND ", all).enclosed();
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
