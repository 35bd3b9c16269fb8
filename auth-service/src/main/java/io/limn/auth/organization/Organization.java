package io.limn.auth.organization;

import io.limn.auth.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A workspace that several users share. */
@Entity
@Table(name = "organization")
class Organization {
    @Id
    @Column(name = "id")
    private Long id;

    @Column(name = "slug")
    private String slug;

    @Column(name = "name")
    private String name;

    @Column(name = "description")
    private String description;

    @Column(name = "contact")
    private String contact;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private User owner;

    @Column(name = "created_date")
    private Instant createdDate;

    @Column(name = "updated_date")
    private Instant updatedDate;

    /** For Hibernate. */
    protected Organization() {}

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
    String contact() {
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
