package no.dataverket.contract.api;

/// What an actor may do, and where: a role is held on the platform, a tenant or a project.
public enum Role {
    /// Reads what is in one project.
    PROJECT_VIEWER,
    /// Creates, changes and deletes workloads in one project.
    PROJECT_EDITOR,
    /// Everything inside one tenant: projects, environments, quotas below the tenant's, and its tokens.
    TENANT_ADMIN,
    /// Runs the platform: hardware, images, tenants, and everything a tenant administrator may.
    PLATFORM_OPERATOR
}
