package io.limn.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Puts people of the tests into groups. */
@ApplicationScoped
public class Groups {
    private final DataSource database;

    Groups(DataSource database) {
        this.database = database;
    }

    /** Somebody new in these groups alone. */
    public Person personIn(String... groups) {
        var person = Person.registers();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE users SET groups = ? WHERE username = ?")) {
            update.setArray(1, connection.createArrayOf("text", groups));
            update.setString(2, person.username());
            update.executeUpdate();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return person;
    }
}
