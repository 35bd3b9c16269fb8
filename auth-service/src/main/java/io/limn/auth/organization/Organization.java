package io.limn.auth.organization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.limn.auth.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A workspace that several users share. */
@Entity
@Table(name = "organization")
class Organization {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private Long id;

    @Column(name = "slug")
    private String slug;

    @Column(name = "name")
    private String name;

    @Column(name = "description")
    private String description;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "contact")
    private JsonNode contact;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private User owner;

    @Column(name = "created_date")
    private Instant createdDate;

    @Column(name = "updated_date")
    private Instant updatedDate;

    /** For Hibernate. */
    protected Organization() {}

    /** A new organization of its founder; without a name it is named like its slug. */
    Organization(OrganizationChange founding, User founder, Instant now) {
        slug = founding.slug();
        name = founding.name() == null || founding.name().isEmpty() ? slug : founding.name();
        description = founding.description() == null ? "" : founding.description();
        contact = founding.contact() == null ? JsonNodeFactory.instance.objectNode() : founding.contact();
        owner = founder;
        createdDate = now;
        updatedDate = now;
    }

    /** Takes over what a change states. */
    void apply(OrganizationChange change, Instant now) {
        slug = change.slug() == null ? slug : change.slug();
        name = change.name() == null ? name : change.name();
        description = change.description() == null ? description : change.description();
        contact = change.contact() == null ? contact : change.contact();
        updatedDate = now;
    }

    /** Has no owner any more. */
    void disown() {
        owner = null;
    }

    long id() {
        return id;
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    /** JSON of any form. */
    JsonNode contact() {
        return contact;
    }

    /** {@code null} when the user was deleted. */
    User owner() {
        return owner;
    }

    Instant createdDate() {
        return createdDate;
    }

    Instant updatedDate() {
        return updatedDate;
    }
}
