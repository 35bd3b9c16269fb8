package io.limn.common.api.query;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.api.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs list queries: counts, finds the ids of one page, and has them turned into objects in one go. */
@ApplicationScoped
public class Lists {
    private final DataSource database;
    private final Links links;

    Lists(DataSource database, Links links) {
        this.database = database;
        this.links = links;
    }

    /**
     * The page that a request asks for.
     *
     * @param query   the request
     * @param visible what the caller may see
     * @param objects turns ids into objects, in the same order; missing ones are left out
     */
    public <T> Page<T> page(ListQuery query, Sql visible, Function<List<Long>, List<T>> objects) {
        // The objects are read after the connection is given back: lists that wait for a second one would wait for
        // ever.
        var found = find(query, visible.and(query.condition()));
        return query.page(links.origin(), found.count(), objects.apply(found.ids()));
    }

    private record Found(long count, List<Long> ids) {}

    private Found find(ListQuery query, Sql where) {
        try (var connection = database.getConnection()) {
            long count = count(connection, query, where);
            long page = query.page(count);
            return new Found(count, count == 0 ? List.of() : ids(connection, query, where, page));
        } catch (SQLException fault) {
            throw new IllegalStateException("A list could not be read", fault);
        }
    }

    /**
     * The ids of all objects that a filter finds, in ascending order.
     *
     * @param spec    the list
     * @param filter  a JSON Logic expression over its fields
     * @param visible what the caller may see
     * @param most    how many may be found
     * @throws ApiException 400 when the filter is malformed or finds more
     */
    public List<Long> ids(ListSpec spec, String filter, Sql visible, int most) {
        var where = visible.and(new JsonLogic(spec.fields(), spec.hasInequality()).compile(filter));
        var sql = "SELECT " + spec.idExpression() + " FROM " + spec.from() + " WHERE " + where.text() + " ORDER BY "
                + spec.idExpression() + " LIMIT " + (most + 1);
        try (var connection = database.getConnection()) {
            var ids = ids(connection, sql, where);
            if (ids.size() > most) {
                throw ApiException.rule("The filter finds more than " + most + " objects");
            }
            return ids;
        } catch (SQLException fault) {
            throw new IllegalStateException("A list could not be read", fault);
        }
    }

    private static long count(Connection connection, ListQuery query, Sql where) throws SQLException {
        var sql = "SELECT count(*) FROM " + query.spec().fromForCount() + " WHERE " + where.text();
        try (var statement = prepare(connection, sql, where);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Long> ids(Connection connection, ListQuery query, Sql where, long page) throws SQLException {
        var sql = "SELECT " + query.spec().idExpression() + " FROM "
                + query.spec().from() + " WHERE " + where.text() + " ORDER BY " + query.order();
        long size = query.pageSize();
        if (size > 0) {
            sql += " LIMIT " + size + " OFFSET " + (page - 1) * size;
        }
        return ids(connection, sql, where);
    }

    private static List<Long> ids(Connection connection, String sql, Sql where) throws SQLException {
        try (var statement = prepare(connection, sql, where);
                var row = statement.executeQuery()) {
            var ids = new ArrayList<Long>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Sql where) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < where.parameters().size(); i++) {
            statement.setObject(i + 1, where.parameters().get(i));
        }
        return statement;
    }
}
