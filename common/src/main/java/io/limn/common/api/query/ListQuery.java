package io.limn.common.api.query;

import io.limn.common.api.ApiException;
import io.limn.common.api.Page;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one request asks of a list: page, search, sort and filters, compiled to SQL against a {@link ListSpec}.
 * Unknown parameters are ignored.
 */
public final class ListQuery {
    private static final int PAGE_SIZE = 10;
    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s,]+)");

    private final ListSpec spec;
    private final MultiMap parameters;
    private final String path;

    private ListQuery(ListSpec spec, MultiMap parameters, String path) {
        this.spec = spec;
        this.parameters = parameters;
        this.path = path;
    }

    /** The query of a request. */
    public static ListQuery of(HttpServerRequest request, ListSpec spec) {
        return new ListQuery(spec, request.params(), request.path());
    }

    /** A parameter as sent, the last one when it is repeated; {@code null} when absent. */
    private String parameter(String name) {
        var values = parameters.getAll(name);
        return values.isEmpty() ? null : values.getLast();
    }

    /**
     * All conditions of the request.
     *
     * @throws ApiException 400 when one of them is malformed
     */
    Sql condition() {
        var condition = Sql.TRUE;
        for (var name : spec.simple()) {
            var value = parameter(name);
            var filter = value == null ? null : spec.fields().get(name).simple(value);
            if (filter != null) {
                condition = condition.and(filter);
            }
        }
        condition = condition.and(searched());
        var filter = parameter("filter");
        return filter == null || filter.isEmpty()
                ? condition
                : condition.and(new JsonLogic(spec.fields(), spec.hasInequality()).compile(filter));
    }

    private Sql searched() {
        var search = parameter("search");
        if (search == null || spec.searched().isEmpty()) {
            return Sql.TRUE;
        }
        if (search.indexOf('\0') >= 0) {
            throw ApiException.rule("Null characters are not allowed.");
        }
        return spec.contains(TERM.matcher(search)
                .results()
                .map(term ->
                        term.group(1) != null ? term.group(1) : term.group(2) != null ? term.group(2) : term.group(3))
                .toList());
    }

    /** Whether the request looks for texts. */
    boolean isSearch() {
        var search = parameter("search");
        return search != null && !search.isBlank();
    }

    /** The sort keys, unknown names dropped. What they leave open is decided by the id, so that pages do not overlap. */
    List<SortKey> order() {
        var asked = order(parameter("sort"));
        var order = asked.isEmpty() ? order(spec.defaultOrder()) : asked;
        if (order.stream().noneMatch(key -> key.expression().equals(spec.idExpression()))) {
            order.add(new SortKey(spec.idExpression(), true));
        }
        return order;
    }

    private List<SortKey> order(String sort) {
        var keys = new ArrayList<SortKey>();
        for (var key : sort == null ? new String[0] : sort.split(",")) {
            var name = key.strip();
            boolean descending = name.startsWith("-");
            var field = spec.fields().get(descending ? name.substring(1) : name);
            if (field != null) {
                keys.add(new SortKey(field.sortExpression(), descending));
            }
        }
        return keys;
    }

    ListSpec spec() {
        return spec;
    }

    /** Objects per page; 0 means all on one. */
    long pageSize() {
        var size = parameter("page_size");
        if ("all".equals(size)) {
            return 0;
        }
        return size != null && size.matches("0*[1-9]\\d{0,8}") ? Long.parseLong(size) : PAGE_SIZE;
    }

    /**
     * The page asked for, before it is known how many there are.
     *
     * @throws ApiException 404 when there can be no such page
     */
    Window window() {
        var page = parameter("page");
        if (page == null || page.isEmpty()) {
            return new Window(pageSize(), 1);
        }
        if (page.equals("last")) {
            return new Window(pageSize(), 0);
        }
        if (!page.matches("0*[1-9]\\d{0,17}")) {
            throw noPage();
        }
        long number = Long.parseLong(page);
        // There are never so many rows; the statement would count beyond what a number can be.
        if (pageSize() > 0 && number > Long.MAX_VALUE / pageSize() || pageSize() == 0 && number > 1) {
            throw noPage();
        }
        return new Window(pageSize(), number);
    }

    /**
     * The number of the page.
     *
     * @param count objects in the whole list
     * @throws ApiException 404 when there is no such page
     */
    long page(long count) {
        long last = pageSize() == 0 ? 1 : Math.max(1, Math.ceilDiv(count, pageSize()));
        long page = window().page();
        if (page > last) {
            throw noPage();
        }
        return page == 0 ? last : page;
    }

    private static ApiException noPage() {
        return ApiException.detail(404, "Invalid page.");
    }

    /** Builds the page with the links to its neighbours. */
    <T> Page<T> page(String origin, long count, List<T> results) {
        long page = page(count);
        boolean more = pageSize() > 0 && page * pageSize() < count;
        return new Page<>(
                count, more ? link(origin, page + 1) : null, page > 1 ? link(origin, page - 1) : null, results);
    }

    private String link(String origin, long page) {
        var all = new TreeMap<String, List<String>>();
        parameters.names().forEach(name -> all.put(name, parameters.getAll(name)));
        all.remove("page");
        if (page > 1) {
            all.put("page", List.of(String.valueOf(page)));
        }
        var query = new ArrayList<String>();
        all.forEach((name, values) -> values.forEach(value -> query.add(encode(name) + "=" + encode(value))));
        return origin + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
