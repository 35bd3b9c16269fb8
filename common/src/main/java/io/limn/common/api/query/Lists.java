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
import org.postgresql.PGStatement;

/** Runs list queries: counts and finds the ids of one page in one statement, and has them turned into objects in one go. */
@ApplicationScoped
public class Lists {
    private final DataSource database;
    private final Links links;
    private final RememberedCounts counts;

    Lists(DataSource database, Links links, RememberedCounts counts) {
        this.database = database;
        this.links = links;
        this.counts = counts;
    }

    /**
     * The page that a request asks for.
     *
     * @param query   the request
     * @param visible what the caller may see
     * @param objects turns ids into objects, in the same order; missing ones are left out
     */
    public <T> Page<T> page(ListQuery query, Sql visible, Function<List<Long>, List<T>> objects) {
        return page(query, Visible.where(visible), objects);
    }

    /**
     * The page that a request asks for.
     *
     * @param query   the request
     * @param visible what the caller may see
     * @param objects turns ids into objects, in the same order; missing ones are left out
     */
    public <T> Page<T> page(ListQuery query, Visible visible, Function<List<Long>, List<T>> objects) {
        // The objects are read after the connection is given back: lists that wait for a second one would wait for
        // ever.
        var found = find(query, visible.and(query.condition()));
        query.page(found.count());
        return query.page(links.origin(), found.count(), objects.apply(found.ids()));
    }

    private record Found(Counted counted, List<Long> ids) {
        long count() {
            return counted.count();
        }
    }

    private Found find(ListQuery query, Visible visible) {
        var statement = new PageStatement(query.spec(), visible);
        var count = statement.count();
        boolean remembered = query.spec().isRemembered(count.text());
        var known = remembered ? counts.of(count) : Counted.NEVER;
        var found = read(statement.page(query.order(), query.window(), count, known), query.isSearch());
        if (remembered && !found.counted().equals(known)) {
            counts.remember(count, found.counted());
        }
        return found;
    }

    private Found read(Sql page, boolean planned) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, page)) {
            if (planned) {
                // How much a text finds differs so widely that no plan is good for all of them.
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                var ids = new ArrayList<Long>();
                for (var id : (Object[]) row.getArray("ids").getArray()) {
                    ids.add(((Number) id).longValue());
                }
                return new Found(new Counted(row.getLong("change"), row.getLong("count")), ids);
            }
        } catch (SQLException fault) {
            throw unreadable(fault);
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
    public List<Long> ids(ListSpec spec, String filter, Visible visible, int most) {
        var where = visible.and(new JsonLogic(spec.fields(), spec.hasInequality()).compile(filter));
        var ascending = List.of(new SortKey(spec.idExpression(), false));
        var sql = new PageStatement(spec, where).ids(ascending, new Window(most + 1L, 1));
        var ids = new ArrayList<Long>();
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql);
                var row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        } catch (SQLException fault) {
            throw unreadable(fault);
        }
        if (ids.size() > most) {
            throw ApiException.rule("The filter finds more than " + most + " objects");
        }
        return ids;
    }

    private static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
        var statement = connection.prepareStatement(sql.text());
        for (int i = 0; i < sql.parameters().size(); i++) {
            statement.setObject(i + 1, sql.parameters().get(i));
        }
        return statement;
    }

    private static IllegalStateException unreadable(SQLException fault) {
        return new IllegalStateException("A list could not be read", fault);
    }
}
