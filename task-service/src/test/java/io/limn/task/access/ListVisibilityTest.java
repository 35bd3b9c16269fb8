package io.limn.task.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.access.Belongings.Thing;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A list shows no row that reading it alone would refuse, and all rows of a workspace that reading would give; without a
 * workspace it shows those to which the reader has a relation. Checked for random people over random objects.
 */
@QuarkusTest
class ListVisibilityTest extends ApiTest {
    private static final long SEED = 20_261_124;
    private static final List<String> LISTS = List.of("/api/projects", "/api/tasks", "/api/jobs");
    private static final List<String> GROUPS = List.of("user", "worker", "none");
    private static final List<String> ROLES = List.of("owner", "maintainer", "supervisor", "worker", "stranger");
    private static final int PEOPLE = 10;

    private final DataSource database;

    ListVisibilityTest(DataSource database) {
        this.database = database;
    }

    private record Reader(long id, Jwts token, boolean admin, Set<Long> organizations) {}

    @Test
    void aListAndASingleReadingAgree() throws SQLException {
        var random = new Random(SEED);
        var things = Belongings.make(database, random, PEOPLE);
        for (var reader : readers(random)) {
            var readable =
                    things.stream().filter(thing -> mayRead(reader, thing)).collect(Collectors.toSet());
            for (var list : LISTS) {
                check(
                        reader,
                        list,
                        "",
                        things,
                        readable,
                        thing -> reader.admin() || thing.related().contains(reader.id()));
                check(reader, list, "&org=", things, readable, thing -> thing.organization() == null);
                for (long organization : reader.organizations()) {
                    check(
                            reader,
                            list,
                            "&org_id=" + organization,
                            things,
                            readable,
                            thing -> thing.organization() != null && thing.organization() == organization);
                }
            }
        }
    }

    private static void check(
            Reader reader, String list, String query, List<Thing> things, Set<Thing> readable, Predicate<Thing> here) {
        var known = things.stream()
                .filter(thing -> thing.path().equals(list))
                .map(Thing::id)
                .collect(Collectors.toSet());
        List<Number> ids = as(reader.token())
                .get(list + "?page_size=all" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("results.id");
        var shown = ids.stream().map(Number::longValue).filter(known::contains).collect(Collectors.toSet());
        var expected = readable.stream()
                .filter(thing -> thing.path().equals(list) && here.test(thing))
                .map(Thing::id)
                .collect(Collectors.toSet());
        assertThat(shown).as("%s %s of %s", list, query, reader).isEqualTo(expected);
    }

    private static boolean mayRead(Reader reader, Thing thing) {
        int status = as(reader.token()).get(thing.path() + "/" + thing.id()).statusCode();
        assertThat(status).isIn(200, 403);
        return status == 200;
    }

    private static List<Reader> readers(Random random) {
        var readers = new ArrayList<Reader>();
        for (int person = 0; person < PEOPLE; person++) {
            long id = Belongings.FIRST_PERSON + person;
            var token = Jwts.user(id, "random-" + person);
            boolean admin = person == 0;
            var group = GROUPS.get(person % GROUPS.size());
            token.groups(admin ? new String[] {"admin"} : group.equals("none") ? new String[0] : new String[] {group});
            var organizations = new java.util.HashSet<Long>();
            for (long organization : List.of(Belongings.FIRST_ORGANIZATION, Belongings.SECOND_ORGANIZATION)) {
                var role = ROLES.get(random.nextInt(ROLES.size()));
                if (!role.equals("stranger")) {
                    token.membership(organization, "random-" + organization, role);
                    organizations.add(organization);
                }
            }
            readers.add(new Reader(id, token, admin, organizations));
        }
        return readers;
    }
}
