// Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.

import type * as models from "./models.js";
import { Items } from "./items.js";
import type { CallOptions, IfMatch, Keyed, Request } from "./request.js";
import { segment } from "./request.js";

/** One method for each operation of the API. */
export abstract class Operations {
  protected abstract send<T>(request: Request, options: CallOptions): Promise<T>;

  /** Whether the platform is well. */
  getHealth(options: CallOptions = {}): Promise<models.Health> {
    return this.send({
      method: "GET",
      path: `/v1/health`,
    }, options);
  }

  /** Who the token speaks for, and what it may see. */
  whoAmI(options: CallOptions = {}): Promise<models.WhoAmI> {
    return this.send({
      method: "GET",
      path: `/v1/whoami`,
    }, options);
  }

  /** List the tokens that you may manage. */
  listTokens(options: ListTokensQuery & CallOptions = {}): Promise<models.TokenPage> {
    return this.send({
      method: "GET",
      path: `/v1/tokens`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listTokens`, page after page as they are needed. */
  iterateTokens(options: ListTokensQuery & CallOptions = {}): Items<models.Token> {
    return new Items((pageToken) => this.listTokens({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Make a token; its secret is in the answer and nowhere else. */
  createToken(body: models.TokenCreate, options: Keyed & CallOptions = {}): Promise<models.TokenCreated> {
    return this.send({
      method: "POST",
      path: `/v1/tokens`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createToken` would do; writes nothing. */
  previewCreateToken(body: models.TokenCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/tokens`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Revoke a token at once. */
  revokeToken(token: string, options: CallOptions = {}): Promise<void> {
    return this.send({
      method: "DELETE",
      path: `/v1/tokens/${segment(token)}`,
    }, options);
  }

  /** What `revokeToken` would do; writes nothing. */
  previewRevokeToken(token: string, options: CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/tokens/${segment(token)}`,
      query: { validate_only: true },
    }, options);
  }

  /** List the datacenters. */
  listDatacenters(options: ListDatacentersQuery & CallOptions = {}): Promise<models.DatacenterPage> {
    return this.send({
      method: "GET",
      path: `/v1/datacenters`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listDatacenters`, page after page as they are needed. */
  iterateDatacenters(options: ListDatacentersQuery & CallOptions = {}): Items<models.Datacenter> {
    return new Items((pageToken) => this.listDatacenters({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a datacenter. */
  getDatacenter(datacenter: string, options: CallOptions = {}): Promise<models.Datacenter> {
    return this.send({
      method: "GET",
      path: `/v1/datacenters/${segment(datacenter)}`,
    }, options);
  }

  /** Register a datacenter. */
  createDatacenter(body: models.DatacenterCreate, options: Keyed & CallOptions = {}): Promise<models.Datacenter> {
    return this.send({
      method: "POST",
      path: `/v1/operator/datacenters`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createDatacenter` would do; writes nothing. */
  previewCreateDatacenter(body: models.DatacenterCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/datacenters`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List the hypervisors. */
  listHypervisors(options: ListHypervisorsQuery & CallOptions = {}): Promise<models.HypervisorPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/hypervisors`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter },
    }, options);
  }

  /** Every item of `listHypervisors`, page after page as they are needed. */
  iterateHypervisors(options: ListHypervisorsQuery & CallOptions = {}): Items<models.Hypervisor> {
    return new Items((pageToken) => this.listHypervisors({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Register a hypervisor. */
  createHypervisor(body: models.HypervisorCreate, options: CreateHypervisorQuery & Keyed & CallOptions = {}): Promise<models.HypervisorAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createHypervisor` would do; writes nothing. */
  previewCreateHypervisor(body: models.HypervisorCreate, options: CreateHypervisorQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a hypervisor. */
  getHypervisor(hypervisor: string, options: GetHypervisorQuery & CallOptions = {}): Promise<models.Hypervisor> {
    return this.send({
      method: "GET",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}`,
      query: { datacenter: options.datacenter },
    }, options);
  }

  /** Change a hypervisor. */
  updateHypervisor(hypervisor: string, body: models.HypervisorPatch, options: UpdateHypervisorQuery & IfMatch & CallOptions): Promise<models.HypervisorAccepted> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateHypervisor` would do; writes nothing. */
  previewUpdateHypervisor(hypervisor: string, body: models.HypervisorPatch, options: UpdateHypervisorQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Remove an empty hypervisor. */
  deleteHypervisor(hypervisor: string, options: DeleteHypervisorQuery & IfMatch & CallOptions): Promise<models.HypervisorAccepted> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteHypervisor` would do; writes nothing. */
  previewDeleteHypervisor(hypervisor: string, options: DeleteHypervisorQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** List the image versions. */
  listImages(options: ListImagesQuery & CallOptions = {}): Promise<models.ImagePage> {
    return this.send({
      method: "GET",
      path: `/v1/images`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter, name: options.name },
    }, options);
  }

  /** Every item of `listImages`, page after page as they are needed. */
  iterateImages(options: ListImagesQuery & CallOptions = {}): Items<models.Image> {
    return new Items((pageToken) => this.listImages({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get an image version: family, family@version, family:channel or identifier. */
  getImage(image: string, options: GetImageQuery & CallOptions = {}): Promise<models.Image> {
    return this.send({
      method: "GET",
      path: `/v1/images/${segment(image)}`,
      query: { datacenter: options.datacenter },
    }, options);
  }

  /** Register an image version from a directory on the site's image host. */
  createImage(body: models.ImageCreate, options: CreateImageQuery & Keyed & CallOptions = {}): Promise<models.ImageAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createImage` would do; writes nothing. */
  previewCreateImage(body: models.ImageCreate, options: CreateImageQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Change whether an image version may be removed. */
  updateImage(image: string, body: models.ImagePatch, options: UpdateImageQuery & IfMatch & CallOptions): Promise<models.Image> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/images/${segment(image)}`,
      query: { datacenter: options.datacenter },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateImage` would do; writes nothing. */
  previewUpdateImage(image: string, body: models.ImagePatch, options: UpdateImageQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/images/${segment(image)}`,
      query: { datacenter: options.datacenter, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Remove an image version that no machine uses. */
  deleteImage(image: string, options: DeleteImageQuery & CallOptions = {}): Promise<models.ImageAccepted> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/images/${segment(image)}`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter },
    }, options);
  }

  /** What `deleteImage` would do; writes nothing. */
  previewDeleteImage(image: string, options: DeleteImageQuery & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/images/${segment(image)}`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter, validate_only: true },
    }, options);
  }

  /** List the platform's services. */
  listServices(options: ListServicesQuery & CallOptions = {}): Promise<models.ServicePage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/services`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listServices`, page after page as they are needed. */
  iterateServices(options: ListServicesQuery & CallOptions = {}): Items<models.Service> {
    return new Items((pageToken) => this.listServices({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Stop a service; work that needs it waits. */
  stopService(service: string, options: Keyed & CallOptions = {}): Promise<models.Service> {
    return this.send({
      method: "POST",
      path: `/v1/operator/services/${segment(service)}:stop`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `stopService` would do; writes nothing. */
  previewStopService(service: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/services/${segment(service)}:stop`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Start a service; work that waits goes on. */
  startService(service: string, options: Keyed & CallOptions = {}): Promise<models.Service> {
    return this.send({
      method: "POST",
      path: `/v1/operator/services/${segment(service)}:start`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `startService` would do; writes nothing. */
  previewStartService(service: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/services/${segment(service)}:start`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Stand for that a lost hypervisor runs nothing, and restart its machines elsewhere. */
  fenceHypervisor(hypervisor: string, body: models.HypervisorFence, options: FenceHypervisorQuery & Keyed & CallOptions = {}): Promise<models.HypervisorAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}:fence`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `fenceHypervisor` would do; writes nothing. */
  previewFenceHypervisor(hypervisor: string, body: models.HypervisorFence, options: FenceHypervisorQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}:fence`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Empty a hypervisor for work on it; stopping the task returns it to service. */
  drainHypervisor(hypervisor: string, body: models.HypervisorDrain, options: DrainHypervisorQuery & Keyed & CallOptions = {}): Promise<models.HypervisorAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}:drain`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `drainHypervisor` would do; writes nothing. */
  previewDrainHypervisor(hypervisor: string, body: models.HypervisorDrain, options: DrainHypervisorQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}:drain`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Let a hypervisor carry machines again that was fenced, in maintenance or in quarantine. */
  releaseHypervisor(hypervisor: string, options: ReleaseHypervisorQuery & Keyed & CallOptions = {}): Promise<models.HypervisorAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}:release`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `releaseHypervisor` would do; writes nothing. */
  previewReleaseHypervisor(hypervisor: string, options: ReleaseHypervisorQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/hypervisors/${segment(hypervisor)}:release`,
      query: { priority: options.priority, block: options.block, datacenter: options.datacenter, validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What is wrong now, and what to do about it. */
  getFindings(options: CallOptions = {}): Promise<models.Findings> {
    return this.send({
      method: "GET",
      path: `/v1/operator/findings`,
    }, options);
  }

  /** List the runbooks. */
  listRunbooks(options: ListRunbooksQuery & CallOptions = {}): Promise<models.RunbookPage> {
    return this.send({
      method: "GET",
      path: `/v1/runbooks`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listRunbooks`, page after page as they are needed. */
  iterateRunbooks(options: ListRunbooksQuery & CallOptions = {}): Items<models.Runbook> {
    return new Items((pageToken) => this.listRunbooks({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a runbook. */
  getRunbook(runbook: string, options: CallOptions = {}): Promise<models.Runbook> {
    return this.send({
      method: "GET",
      path: `/v1/runbooks/${segment(runbook)}`,
    }, options);
  }

  /** Record that a runbook is being followed. */
  useRunbook(runbook: string, body: models.RunbookUse, options: Keyed & CallOptions = {}): Promise<models.Runbook> {
    return this.send({
      method: "POST",
      path: `/v1/operator/runbooks/${segment(runbook)}:use`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `useRunbook` would do; writes nothing. */
  previewUseRunbook(runbook: string, body: models.RunbookUse, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/runbooks/${segment(runbook)}:use`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List the tenants that you may see. */
  listTenants(options: ListTenantsQuery & CallOptions = {}): Promise<models.TenantPage> {
    return this.send({
      method: "GET",
      path: `/v1/tenants`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listTenants`, page after page as they are needed. */
  iterateTenants(options: ListTenantsQuery & CallOptions = {}): Items<models.Tenant> {
    return new Items((pageToken) => this.listTenants({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a tenant. */
  getTenant(tenant: string, options: CallOptions = {}): Promise<models.Tenant> {
    return this.send({
      method: "GET",
      path: `/v1/tenants/${segment(tenant)}`,
    }, options);
  }

  /** Create a tenant. */
  createTenant(body: models.TenantCreate, options: Keyed & CallOptions = {}): Promise<models.Tenant> {
    return this.send({
      method: "POST",
      path: `/v1/operator/tenants`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createTenant` would do; writes nothing. */
  previewCreateTenant(body: models.TenantCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/tenants`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Change a tenant: description, labels, limits, protection. */
  updateTenant(tenant: string, body: models.ScopePatch, options: IfMatch & CallOptions): Promise<models.Tenant> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/tenants/${segment(tenant)}`,
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateTenant` would do; writes nothing. */
  previewUpdateTenant(tenant: string, body: models.ScopePatch, options: IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/tenants/${segment(tenant)}`,
      query: { validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Delete an empty tenant. */
  deleteTenant(tenant: string, options: IfMatch & CallOptions): Promise<void> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/tenants/${segment(tenant)}`,
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteTenant` would do; writes nothing. */
  previewDeleteTenant(tenant: string, options: IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/tenants/${segment(tenant)}`,
      query: { validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** List the projects that you may see. */
  listProjects(options: ListProjectsQuery & CallOptions = {}): Promise<models.ProjectPage> {
    return this.send({
      method: "GET",
      path: `/v1/projects`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant },
    }, options);
  }

  /** Every item of `listProjects`, page after page as they are needed. */
  iterateProjects(options: ListProjectsQuery & CallOptions = {}): Items<models.Project> {
    return new Items((pageToken) => this.listProjects({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Create a project. */
  createProject(body: models.ProjectCreate, options: Keyed & CallOptions = {}): Promise<models.Project> {
    return this.send({
      method: "POST",
      path: `/v1/projects`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createProject` would do; writes nothing. */
  previewCreateProject(body: models.ProjectCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/projects`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a project. */
  getProject(project: string, options: GetProjectQuery & CallOptions = {}): Promise<models.Project> {
    return this.send({
      method: "GET",
      path: `/v1/projects/${segment(project)}`,
      query: { tenant: options.tenant },
    }, options);
  }

  /** Change a project: description, labels, limits, protection. */
  updateProject(project: string, body: models.ScopePatch, options: UpdateProjectQuery & IfMatch & CallOptions): Promise<models.Project> {
    return this.send({
      method: "PATCH",
      path: `/v1/projects/${segment(project)}`,
      query: { tenant: options.tenant },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateProject` would do; writes nothing. */
  previewUpdateProject(project: string, body: models.ScopePatch, options: UpdateProjectQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/projects/${segment(project)}`,
      query: { tenant: options.tenant, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Delete an empty project. */
  deleteProject(project: string, options: DeleteProjectQuery & IfMatch & CallOptions): Promise<void> {
    return this.send({
      method: "DELETE",
      path: `/v1/projects/${segment(project)}`,
      query: { tenant: options.tenant },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteProject` would do; writes nothing. */
  previewDeleteProject(project: string, options: DeleteProjectQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/projects/${segment(project)}`,
      query: { tenant: options.tenant, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** List the environments that you may see. */
  listEnvironments(options: ListEnvironmentsQuery & CallOptions = {}): Promise<models.EnvironmentPage> {
    return this.send({
      method: "GET",
      path: `/v1/environments`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project },
    }, options);
  }

  /** Every item of `listEnvironments`, page after page as they are needed. */
  iterateEnvironments(options: ListEnvironmentsQuery & CallOptions = {}): Items<models.Environment> {
    return new Items((pageToken) => this.listEnvironments({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Create a environment. */
  createEnvironment(body: models.EnvironmentCreate, options: Keyed & CallOptions = {}): Promise<models.Environment> {
    return this.send({
      method: "POST",
      path: `/v1/environments`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createEnvironment` would do; writes nothing. */
  previewCreateEnvironment(body: models.EnvironmentCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/environments`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a environment. */
  getEnvironment(environment: string, options: GetEnvironmentQuery & CallOptions = {}): Promise<models.Environment> {
    return this.send({
      method: "GET",
      path: `/v1/environments/${segment(environment)}`,
      query: { tenant: options.tenant, project: options.project },
    }, options);
  }

  /** Change a environment: description, labels, limits, protection. */
  updateEnvironment(environment: string, body: models.ScopePatch, options: UpdateEnvironmentQuery & IfMatch & CallOptions): Promise<models.Environment> {
    return this.send({
      method: "PATCH",
      path: `/v1/environments/${segment(environment)}`,
      query: { tenant: options.tenant, project: options.project },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateEnvironment` would do; writes nothing. */
  previewUpdateEnvironment(environment: string, body: models.ScopePatch, options: UpdateEnvironmentQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/environments/${segment(environment)}`,
      query: { tenant: options.tenant, project: options.project, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Delete an empty environment. */
  deleteEnvironment(environment: string, options: DeleteEnvironmentQuery & IfMatch & CallOptions): Promise<void> {
    return this.send({
      method: "DELETE",
      path: `/v1/environments/${segment(environment)}`,
      query: { tenant: options.tenant, project: options.project },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteEnvironment` would do; writes nothing. */
  previewDeleteEnvironment(environment: string, options: DeleteEnvironmentQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/environments/${segment(environment)}`,
      query: { tenant: options.tenant, project: options.project, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** Delete every machine and network of an environment. */
  emptyEnvironment(environment: string, options: EmptyEnvironmentQuery & IfMatch & Keyed & CallOptions): Promise<models.EnvironmentAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/environments/${segment(environment)}:empty`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project },
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `emptyEnvironment` would do; writes nothing. */
  previewEmptyEnvironment(environment: string, options: EmptyEnvironmentQuery & IfMatch & Keyed & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/environments/${segment(environment)}:empty`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, validate_only: true },
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Limits and use of tenants, projects and environments. */
  listQuotas(options: ListQuotasQuery & CallOptions = {}): Promise<models.QuotaPage> {
    return this.send({
      method: "GET",
      path: `/v1/quotas`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, level: options.level },
    }, options);
  }

  /** Every item of `listQuotas`, page after page as they are needed. */
  iterateQuotas(options: ListQuotasQuery & CallOptions = {}): Items<models.Quota> {
    return new Items((pageToken) => this.listQuotas({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Limits and use of a tenant, a project or an environment. */
  getQuota(scope: string, options: CallOptions = {}): Promise<models.Quota> {
    return this.send({
      method: "GET",
      path: `/v1/quotas/${segment(scope)}`,
    }, options);
  }

  /** Change limits: operators a tenant's, tenants their projects'. */
  setQuota(scope: string, body: models.QuotaPatch, options: IfMatch & CallOptions): Promise<models.Quota> {
    return this.send({
      method: "PATCH",
      path: `/v1/quotas/${segment(scope)}`,
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `setQuota` would do; writes nothing. */
  previewSetQuota(scope: string, body: models.QuotaPatch, options: IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/quotas/${segment(scope)}`,
      query: { validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What was used in a period, by environment, datacenter and dimension. */
  listUsage(options: ListUsageQuery & CallOptions = {}): Promise<models.UsageTotalPage> {
    return this.send({
      method: "GET",
      path: `/v1/usage`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, dimension: options.dimension, from: options.from, until: options.until },
    }, options);
  }

  /** Every item of `listUsage`, page after page as they are needed. */
  iterateUsage(options: ListUsageQuery & CallOptions = {}): Items<models.UsageTotal> {
    return new Items((pageToken) => this.listUsage({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** When which resource used how much. */
  listUsageIntervals(options: ListUsageIntervalsQuery & CallOptions = {}): Promise<models.UsageIntervalPage> {
    return this.send({
      method: "GET",
      path: `/v1/usage/intervals`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, dimension: options.dimension, resource: options.resource, from: options.from, until: options.until },
    }, options);
  }

  /** Every item of `listUsageIntervals`, page after page as they are needed. */
  iterateUsageIntervals(options: ListUsageIntervalsQuery & CallOptions = {}): Items<models.UsageInterval> {
    return new Items((pageToken) => this.listUsageIntervals({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Compare budgets, charges, usage and the events that usage is derived from. */
  checkUsage(options: CallOptions = {}): Promise<models.UsageCheck> {
    return this.send({
      method: "GET",
      path: `/v1/operator/usage-check`,
    }, options);
  }

  /** What can be used in a scope, and what is missing for it. */
  listOfferings(options: ListOfferingsQuery & CallOptions = {}): Promise<models.OfferingInfoPage> {
    return this.send({
      method: "GET",
      path: `/v1/offerings`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Every item of `listOfferings`, page after page as they are needed. */
  iterateOfferings(options: ListOfferingsQuery & CallOptions = {}): Items<models.OfferingInfo> {
    return new Items((pageToken) => this.listOfferings({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** One offering, its limits and what is missing for it. */
  getOffering(offering: string, options: GetOfferingQuery & CallOptions = {}): Promise<models.OfferingInfo> {
    return this.send({
      method: "GET",
      path: `/v1/offerings/${segment(offering)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Decide who may create it: in a project, in a tenant, or on the whole platform. */
  setOfferingAvailability(offering: string, body: models.OfferingPolicy, options: Keyed & CallOptions = {}): Promise<models.OfferingInfo> {
    return this.send({
      method: "POST",
      path: `/v1/operator/offerings/${segment(offering)}:set-availability`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `setOfferingAvailability` would do; writes nothing. */
  previewSetOfferingAvailability(offering: string, body: models.OfferingPolicy, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/offerings/${segment(offering)}:set-availability`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What creating a project needs, and what is missing for it. */
  preflightProject(body: models.ProjectCreate, options: Keyed & CallOptions = {}): Promise<models.Preflight> {
    return this.send({
      method: "POST",
      path: `/v1/projects:preflight`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `preflightProject` would do; writes nothing. */
  previewPreflightProject(body: models.ProjectCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/projects:preflight`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What creating a environment needs, and what is missing for it. */
  preflightEnvironment(body: models.EnvironmentCreate, options: Keyed & CallOptions = {}): Promise<models.Preflight> {
    return this.send({
      method: "POST",
      path: `/v1/environments:preflight`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `preflightEnvironment` would do; writes nothing. */
  previewPreflightEnvironment(body: models.EnvironmentCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/environments:preflight`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What creating a network needs, and what is missing for it. */
  preflightNetwork(body: models.NetworkCreate, options: Keyed & CallOptions = {}): Promise<models.Preflight> {
    return this.send({
      method: "POST",
      path: `/v1/networks:preflight`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `preflightNetwork` would do; writes nothing. */
  previewPreflightNetwork(body: models.NetworkCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/networks:preflight`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What creating a vm needs, and what is missing for it. */
  preflightVm(body: models.VmCreate, options: Keyed & CallOptions = {}): Promise<models.Preflight> {
    return this.send({
      method: "POST",
      path: `/v1/vms:preflight`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `preflightVm` would do; writes nothing. */
  previewPreflightVm(body: models.VmCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms:preflight`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What creating a volume needs, and what is missing for it. */
  preflightVolume(body: models.VolumeCreate, options: Keyed & CallOptions = {}): Promise<models.Preflight> {
    return this.send({
      method: "POST",
      path: `/v1/volumes:preflight`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `preflightVolume` would do; writes nothing. */
  previewPreflightVolume(body: models.VolumeCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/volumes:preflight`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List the racks. */
  listRacks(options: ListRacksQuery & CallOptions = {}): Promise<models.RackPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/racks`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter },
    }, options);
  }

  /** Every item of `listRacks`, page after page as they are needed. */
  iterateRacks(options: ListRacksQuery & CallOptions = {}): Items<models.Rack> {
    return new Items((pageToken) => this.listRacks({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a rack. */
  getRack(rack: string, options: GetRackQuery & CallOptions = {}): Promise<models.Rack> {
    return this.send({
      method: "GET",
      path: `/v1/operator/racks/${segment(rack)}`,
      query: { datacenter: options.datacenter },
    }, options);
  }

  /** List the devices. */
  listDevices(options: ListDevicesQuery & CallOptions = {}): Promise<models.DevicePage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/devices`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter, rack: options.rack, type: options.type, role: options.role, serial: options.serial },
    }, options);
  }

  /** Every item of `listDevices`, page after page as they are needed. */
  iterateDevices(options: ListDevicesQuery & CallOptions = {}): Items<models.Device> {
    return new Items((pageToken) => this.listDevices({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a device. */
  getDevice(device: string, options: GetDeviceQuery & CallOptions = {}): Promise<models.Device> {
    return this.send({
      method: "GET",
      path: `/v1/operator/devices/${segment(device)}`,
      query: { datacenter: options.datacenter },
    }, options);
  }

  /** List the ports of devices. */
  listDevicePorts(options: ListDevicePortsQuery & CallOptions = {}): Promise<models.DevicePortPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/ports`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter, device: options.device },
    }, options);
  }

  /** Every item of `listDevicePorts`, page after page as they are needed. */
  iterateDevicePorts(options: ListDevicePortsQuery & CallOptions = {}): Items<models.DevicePort> {
    return new Items((pageToken) => this.listDevicePorts({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List the cables. */
  listDeviceLinks(options: ListDeviceLinksQuery & CallOptions = {}): Promise<models.DeviceLinkPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/links`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter, device: options.device },
    }, options);
  }

  /** Every item of `listDeviceLinks`, page after page as they are needed. */
  iterateDeviceLinks(options: ListDeviceLinksQuery & CallOptions = {}): Items<models.DeviceLink> {
    return new Items((pageToken) => this.listDeviceLinks({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List the failure domains: places, and sets across them. */
  listFailureDomains(options: ListFailureDomainsQuery & CallOptions = {}): Promise<models.FailureDomainPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/failure-domains`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter, kind: options.kind },
    }, options);
  }

  /** Every item of `listFailureDomains`, page after page as they are needed. */
  iterateFailureDomains(options: ListFailureDomainsQuery & CallOptions = {}): Items<models.FailureDomain> {
    return new Items((pageToken) => this.listFailureDomains({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Show a datacenter at a glance. */
  getDatacenterCard(datacenter: string, options: CallOptions = {}): Promise<models.DatacenterCard> {
    return this.send({
      method: "GET",
      path: `/v1/operator/datacenters/${segment(datacenter)}/card`,
    }, options);
  }

  /** Show what hangs together with a resource. */
  getInventoryGraph(options: GetInventoryGraphQuery & CallOptions = {}): Promise<models.InventoryGraph> {
    return this.send({
      method: "GET",
      path: `/v1/operator/graph`,
      query: { from: options.from, depth: options.depth, edge: options.edge },
    }, options);
  }

  /** Say what is affected if a resource is lost. */
  getInventoryImpact(resource: string, options: CallOptions = {}): Promise<models.InventoryImpact> {
    return this.send({
      method: "GET",
      path: `/v1/operator/inventory/impact/${segment(resource)}`,
    }, options);
  }

  /** List the plans, newest last. */
  listInventoryPlans(options: ListInventoryPlansQuery & CallOptions = {}): Promise<models.InventoryPlanPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/inventory/plans`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listInventoryPlans`, page after page as they are needed. */
  iterateInventoryPlans(options: ListInventoryPlansQuery & CallOptions = {}): Items<models.InventoryPlan> {
    return new Items((pageToken) => this.listInventoryPlans({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Compare a document with the inventory; keep the difference as a plan. */
  planInventory(body: models.InventoryPlanCreate, options: Keyed & CallOptions = {}): Promise<models.InventoryPlan> {
    return this.send({
      method: "POST",
      path: `/v1/operator/inventory/plans`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `planInventory` would do; writes nothing. */
  previewPlanInventory(body: models.InventoryPlanCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/inventory/plans`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a plan with all that it does. */
  getInventoryPlan(plan: string, options: CallOptions = {}): Promise<models.InventoryPlan> {
    return this.send({
      method: "GET",
      path: `/v1/operator/inventory/plans/${segment(plan)}`,
    }, options);
  }

  /** Apply a plan, once, on the inventory that it was made for. */
  applyInventoryPlan(plan: string, body: models.InventoryPlanApply, options: Keyed & CallOptions = {}): Promise<models.InventoryPlan> {
    return this.send({
      method: "POST",
      path: `/v1/operator/inventory/plans/${segment(plan)}:apply`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `applyInventoryPlan` would do; writes nothing. */
  previewApplyInventoryPlan(plan: string, body: models.InventoryPlanApply, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/inventory/plans/${segment(plan)}:apply`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Export the inventory as a document that imports to an empty plan. */
  exportInventory(options: ExportInventoryQuery & CallOptions = {}): Promise<models.InventoryDocument> {
    return this.send({
      method: "GET",
      path: `/v1/operator/inventory/document`,
      query: { datacenter: options.datacenter },
    }, options);
  }

  /** List the observations, oldest first. */
  listObservations(options: ListObservationsQuery & CallOptions = {}): Promise<models.ObservationPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/observations`,
      query: { page_size: options.page_size, page_token: options.page_token, scope: options.scope, source: options.source },
    }, options);
  }

  /** Every item of `listObservations`, page after page as they are needed. */
  iterateObservations(options: ListObservationsQuery & CallOptions = {}): Items<models.Observation> {
    return new Items((pageToken) => this.listObservations({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Record what was seen; it is never changed. */
  recordObservation(body: models.ObservationCreate, options: Keyed & CallOptions = {}): Promise<models.Observation> {
    return this.send({
      method: "POST",
      path: `/v1/operator/observations`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `recordObservation` would do; writes nothing. */
  previewRecordObservation(body: models.ObservationCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/observations`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get an observation. */
  getObservation(observation: string, options: CallOptions = {}): Promise<models.Observation> {
    return this.send({
      method: "GET",
      path: `/v1/operator/observations/${segment(observation)}`,
    }, options);
  }

  /** List the differences between inventory and observation. */
  listDrift(options: ListDriftQuery & CallOptions = {}): Promise<models.DriftPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/drift`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter, severity: options.severity, state: options.state },
    }, options);
  }

  /** Every item of `listDrift`, page after page as they are needed. */
  iterateDrift(options: ListDriftQuery & CallOptions = {}): Items<models.Drift> {
    return new Items((pageToken) => this.listDrift({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a difference. */
  getDrift(drift: string, options: CallOptions = {}): Promise<models.Drift> {
    return this.send({
      method: "GET",
      path: `/v1/operator/drift/${segment(drift)}`,
    }, options);
  }

  /** Adopt what was observed; what others rely on waits for a second operator. */
  acceptDrift(drift: string, options: Keyed & CallOptions = {}): Promise<models.Drift> {
    return this.send({
      method: "POST",
      path: `/v1/operator/drift/${segment(drift)}:accept`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `acceptDrift` would do; writes nothing. */
  previewAcceptDrift(drift: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/drift/${segment(drift)}:accept`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Let a difference stay for a time. */
  ignoreDrift(drift: string, body: models.DriftIgnore, options: Keyed & CallOptions = {}): Promise<models.Drift> {
    return this.send({
      method: "POST",
      path: `/v1/operator/drift/${segment(drift)}:ignore`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `ignoreDrift` would do; writes nothing. */
  previewIgnoreDrift(drift: string, body: models.DriftIgnore, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/drift/${segment(drift)}:ignore`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Say that the declaration is right. */
  rejectDrift(drift: string, body: models.DriftReject, options: Keyed & CallOptions = {}): Promise<models.Drift> {
    return this.send({
      method: "POST",
      path: `/v1/operator/drift/${segment(drift)}:reject`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `rejectDrift` would do; writes nothing. */
  previewRejectDrift(drift: string, body: models.DriftReject, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/drift/${segment(drift)}:reject`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List what waits to be trusted, and what was decided. */
  listTrustChanges(options: ListTrustChangesQuery & CallOptions = {}): Promise<models.TrustChangePage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/trust-changes`,
      query: { page_size: options.page_size, page_token: options.page_token, state: options.state },
    }, options);
  }

  /** Every item of `listTrustChanges`, page after page as they are needed. */
  iterateTrustChanges(options: ListTrustChangesQuery & CallOptions = {}): Items<models.TrustChange> {
    return new Items((pageToken) => this.listTrustChanges({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a trust change. */
  getTrustChange(trustChange: string, options: CallOptions = {}): Promise<models.TrustChange> {
    return this.send({
      method: "GET",
      path: `/v1/operator/trust-changes/${segment(trustChange)}`,
    }, options);
  }

  /** Approve it, as an operator who did not ask for it. */
  approveTrustChange(trustChange: string, body: models.TrustDecision, options: Keyed & CallOptions = {}): Promise<models.TrustChange> {
    return this.send({
      method: "POST",
      path: `/v1/operator/trust-changes/${segment(trustChange)}:approve`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `approveTrustChange` would do; writes nothing. */
  previewApproveTrustChange(trustChange: string, body: models.TrustDecision, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/trust-changes/${segment(trustChange)}:approve`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Reject it, or take one's own back. */
  rejectTrustChange(trustChange: string, body: models.TrustDecision, options: Keyed & CallOptions = {}): Promise<models.TrustChange> {
    return this.send({
      method: "POST",
      path: `/v1/operator/trust-changes/${segment(trustChange)}:reject`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `rejectTrustChange` would do; writes nothing. */
  previewRejectTrustChange(trustChange: string, body: models.TrustDecision, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/trust-changes/${segment(trustChange)}:reject`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List networks. */
  listNetworks(options: ListNetworksQuery & CallOptions = {}): Promise<models.NetworkPage> {
    return this.send({
      method: "GET",
      path: `/v1/networks`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, phase: options.phase, name_prefix: options.name_prefix, label_selector: options.label_selector, updated_since: options.updated_since },
    }, options);
  }

  /** Every item of `listNetworks`, page after page as they are needed. */
  iterateNetworks(options: ListNetworksQuery & CallOptions = {}): Items<models.Network> {
    return new Items((pageToken) => this.listNetworks({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Create a network. */
  createNetwork(body: models.NetworkCreate, options: CreateNetworkQuery & Keyed & CallOptions = {}): Promise<models.NetworkAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/networks`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createNetwork` would do; writes nothing. */
  previewCreateNetwork(body: models.NetworkCreate, options: CreateNetworkQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/networks`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a network. */
  getNetwork(network: string, options: GetNetworkQuery & CallOptions = {}): Promise<models.Network> {
    return this.send({
      method: "GET",
      path: `/v1/networks/${segment(network)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Change a network's labels or protection. */
  updateNetwork(network: string, body: models.NetworkPatch, options: UpdateNetworkQuery & IfMatch & CallOptions): Promise<models.Network> {
    return this.send({
      method: "PATCH",
      path: `/v1/networks/${segment(network)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateNetwork` would do; writes nothing. */
  previewUpdateNetwork(network: string, body: models.NetworkPatch, options: UpdateNetworkQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/networks/${segment(network)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Delete a network that no machine uses. */
  deleteNetwork(network: string, options: DeleteNetworkQuery & IfMatch & CallOptions): Promise<models.NetworkAccepted> {
    return this.send({
      method: "DELETE",
      path: `/v1/networks/${segment(network)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteNetwork` would do; writes nothing. */
  previewDeleteNetwork(network: string, options: DeleteNetworkQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/networks/${segment(network)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** List machines. */
  listVms(options: ListVmsQuery & CallOptions = {}): Promise<models.VmPage> {
    return this.send({
      method: "GET",
      path: `/v1/vms`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, phase: options.phase, name_prefix: options.name_prefix, label_selector: options.label_selector, updated_since: options.updated_since },
    }, options);
  }

  /** Every item of `listVms`, page after page as they are needed. */
  iterateVms(options: ListVmsQuery & CallOptions = {}): Items<models.Vm> {
    return new Items((pageToken) => this.listVms({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Create a machine and start it. */
  createVm(body: models.VmCreate, options: CreateVmQuery & Keyed & CallOptions = {}): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createVm` would do; writes nothing. */
  previewCreateVm(body: models.VmCreate, options: CreateVmQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a machine. */
  getVm(vm: string, options: GetVmQuery & CallOptions = {}): Promise<models.Vm> {
    return this.send({
      method: "GET",
      path: `/v1/vms/${segment(vm)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Change a machine's labels or protection. */
  updateVm(vm: string, body: models.VmPatch, options: UpdateVmQuery & IfMatch & CallOptions): Promise<models.Vm> {
    return this.send({
      method: "PATCH",
      path: `/v1/vms/${segment(vm)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateVm` would do; writes nothing. */
  previewUpdateVm(vm: string, body: models.VmPatch, options: UpdateVmQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/vms/${segment(vm)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Delete a machine and its disk. */
  deleteVm(vm: string, options: DeleteVmQuery & IfMatch & CallOptions): Promise<models.VmAccepted> {
    return this.send({
      method: "DELETE",
      path: `/v1/vms/${segment(vm)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteVm` would do; writes nothing. */
  previewDeleteVm(vm: string, options: DeleteVmQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/vms/${segment(vm)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** Start a machine. */
  startVm(vm: string, options: StartVmQuery & Keyed & CallOptions = {}): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:start`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `startVm` would do; writes nothing. */
  previewStartVm(vm: string, options: StartVmQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:start`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Stop a machine: ask the guest, then cut the power. */
  stopVm(vm: string, body: models.VmStop, options: StopVmQuery & Keyed & CallOptions = {}): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:stop`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `stopVm` would do; writes nothing. */
  previewStopVm(vm: string, body: models.VmStop, options: StopVmQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:stop`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Reboot a machine. */
  rebootVm(vm: string, options: RebootVmQuery & Keyed & CallOptions = {}): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:reboot`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `rebootVm` would do; writes nothing. */
  previewRebootVm(vm: string, options: RebootVmQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:reboot`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Give a machine another size: stop it, change it where it is, start it again. */
  resizeVm(vm: string, body: models.VmResize, options: ResizeVmQuery & Keyed & CallOptions = {}): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:resize`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `resizeVm` would do; writes nothing. */
  previewResizeVm(vm: string, body: models.VmResize, options: ResizeVmQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:resize`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Make a machine anew from an image; what is on its root disk is lost. */
  rebuildVm(vm: string, body: models.VmRebuild, options: RebuildVmQuery & IfMatch & Keyed & CallOptions): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:rebuild`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `rebuildVm` would do; writes nothing. */
  previewRebuildVm(vm: string, body: models.VmRebuild, options: RebuildVmQuery & IfMatch & Keyed & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:rebuild`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Add an interface on a network. */
  attachVmNetwork(vm: string, body: models.VmAttach, options: AttachVmNetworkQuery & Keyed & CallOptions = {}): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:attach-network`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `attachVmNetwork` would do; writes nothing. */
  previewAttachVmNetwork(vm: string, body: models.VmAttach, options: AttachVmNetworkQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:attach-network`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Remove the interface on a network. */
  detachVmNetwork(vm: string, body: models.VmDetach, options: DetachVmNetworkQuery & Keyed & CallOptions = {}): Promise<models.VmAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:detach-network`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `detachVmNetwork` would do; writes nothing. */
  previewDetachVmNetwork(vm: string, body: models.VmDetach, options: DetachVmNetworkQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}:detach-network`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Read the serial console's log. */
  getVmConsole(vm: string, options: GetVmConsoleQuery & CallOptions = {}): Promise<models.ConsoleLog> {
    return this.send({
      method: "GET",
      path: `/v1/vms/${segment(vm)}/console`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, offset: options.offset, limit: options.limit },
    }, options);
  }

  /** Open a session at a machine's serial console. */
  openVmConsole(vm: string, body: models.ConsoleOpen, options: OpenVmConsoleQuery & Keyed & CallOptions = {}): Promise<models.ConsoleSession> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}/console:open`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `openVmConsole` would do; writes nothing. */
  previewOpenVmConsole(vm: string, body: models.ConsoleOpen, options: OpenVmConsoleQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}/console:open`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Type at a machine's serial console. */
  typeVmConsole(vm: string, body: models.ConsoleInput, options: TypeVmConsoleQuery & Keyed & CallOptions = {}): Promise<models.ConsoleTyped> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}/console:type`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `typeVmConsole` would do; writes nothing. */
  previewTypeVmConsole(vm: string, body: models.ConsoleInput, options: TypeVmConsoleQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}/console:type`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Read what a console shows, and wait until it shows something. */
  followVmConsole(vm: string, options: FollowVmConsoleQuery & CallOptions = {}): Promise<models.ConsoleOutput> {
    return this.send({
      method: "GET",
      path: `/v1/vms/${segment(vm)}/console:follow`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, session: options.session, offset: options.offset, wait_seconds: options.wait_seconds },
    }, options);
  }

  /** End a session at a machine's serial console. */
  closeVmConsole(vm: string, body: models.ConsoleClose, options: CloseVmConsoleQuery & Keyed & CallOptions = {}): Promise<void> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}/console:close`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `closeVmConsole` would do; writes nothing. */
  previewCloseVmConsole(vm: string, body: models.ConsoleClose, options: CloseVmConsoleQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/vms/${segment(vm)}/console:close`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List the shapes that you may use. */
  listShapes(options: ListShapesQuery & CallOptions = {}): Promise<models.ShapePage> {
    return this.send({
      method: "GET",
      path: `/v1/shapes`,
      query: { page_size: options.page_size, page_token: options.page_token, retired: options.retired },
    }, options);
  }

  /** Every item of `listShapes`, page after page as they are needed. */
  iterateShapes(options: ListShapesQuery & CallOptions = {}): Items<models.Shape> {
    return new Items((pageToken) => this.listShapes({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a shape. */
  getShape(shape: string, options: CallOptions = {}): Promise<models.Shape> {
    return this.send({
      method: "GET",
      path: `/v1/shapes/${segment(shape)}`,
    }, options);
  }

  /** Create a shape. */
  createShape(body: models.ShapeCreate, options: Keyed & CallOptions = {}): Promise<models.Shape> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createShape` would do; writes nothing. */
  previewCreateShape(body: models.ShapeCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Let a tenant or project use a shape. */
  offerShape(shape: string, body: models.ShapeOffer, options: Keyed & CallOptions = {}): Promise<models.Shape> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes/${segment(shape)}:offer`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `offerShape` would do; writes nothing. */
  previewOfferShape(shape: string, body: models.ShapeOffer, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes/${segment(shape)}:offer`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Let a tenant or project use a shape for no further machines. */
  withdrawShape(shape: string, body: models.ShapeOffer, options: Keyed & CallOptions = {}): Promise<models.Shape> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes/${segment(shape)}:withdraw`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `withdrawShape` would do; writes nothing. */
  previewWithdrawShape(shape: string, body: models.ShapeOffer, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes/${segment(shape)}:withdraw`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Give a shape to no further machines; those that have it keep it. */
  retireShape(shape: string, options: Keyed & CallOptions = {}): Promise<models.Shape> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes/${segment(shape)}:retire`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `retireShape` would do; writes nothing. */
  previewRetireShape(shape: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/shapes/${segment(shape)}:retire`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** List the machines that have a shape. */
  listShapeMachines(shape: string, options: ListShapeMachinesQuery & CallOptions = {}): Promise<models.ShapeUsePage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/shapes/${segment(shape)}/machines`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listShapeMachines`, page after page as they are needed. */
  iterateShapeMachines(shape: string, options: ListShapeMachinesQuery & CallOptions = {}): Items<models.ShapeUse> {
    return new Items((pageToken) => this.listShapeMachines(shape, { ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List data volumes. */
  listVolumes(options: ListVolumesQuery & CallOptions = {}): Promise<models.VolumePage> {
    return this.send({
      method: "GET",
      path: `/v1/volumes`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, phase: options.phase, name_prefix: options.name_prefix, label_selector: options.label_selector, updated_since: options.updated_since },
    }, options);
  }

  /** Every item of `listVolumes`, page after page as they are needed. */
  iterateVolumes(options: ListVolumesQuery & CallOptions = {}): Items<models.Volume> {
    return new Items((pageToken) => this.listVolumes({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Create an empty data volume. */
  createVolume(body: models.VolumeCreate, options: CreateVolumeQuery & Keyed & CallOptions = {}): Promise<models.VolumeAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/volumes`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createVolume` would do; writes nothing. */
  previewCreateVolume(body: models.VolumeCreate, options: CreateVolumeQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/volumes`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a data volume. */
  getVolume(volume: string, options: GetVolumeQuery & CallOptions = {}): Promise<models.Volume> {
    return this.send({
      method: "GET",
      path: `/v1/volumes/${segment(volume)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Change a volume's labels or protection. */
  updateVolume(volume: string, body: models.VolumePatch, options: UpdateVolumeQuery & IfMatch & CallOptions): Promise<models.Volume> {
    return this.send({
      method: "PATCH",
      path: `/v1/volumes/${segment(volume)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateVolume` would do; writes nothing. */
  previewUpdateVolume(volume: string, body: models.VolumePatch, options: UpdateVolumeQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/volumes/${segment(volume)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Delete a volume that no machine has, with all that is on it. */
  deleteVolume(volume: string, options: DeleteVolumeQuery & IfMatch & CallOptions): Promise<models.VolumeAccepted> {
    return this.send({
      method: "DELETE",
      path: `/v1/volumes/${segment(volume)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteVolume` would do; writes nothing. */
  previewDeleteVolume(volume: string, options: DeleteVolumeQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/volumes/${segment(volume)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** Attach a volume to a stopped machine. */
  attachVolume(volume: string, body: models.VolumeAttach, options: AttachVolumeQuery & Keyed & CallOptions = {}): Promise<models.VolumeAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/volumes/${segment(volume)}:attach`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `attachVolume` would do; writes nothing. */
  previewAttachVolume(volume: string, body: models.VolumeAttach, options: AttachVolumeQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/volumes/${segment(volume)}:attach`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Detach a volume from its machine, which is stopped. */
  detachVolume(volume: string, options: DetachVolumeQuery & Keyed & CallOptions = {}): Promise<models.VolumeAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/volumes/${segment(volume)}:detach`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `detachVolume` would do; writes nothing. */
  previewDetachVolume(volume: string, options: DetachVolumeQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/volumes/${segment(volume)}:detach`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Make a volume larger, while nobody writes to it. */
  growVolume(volume: string, body: models.VolumeGrow, options: GrowVolumeQuery & Keyed & CallOptions = {}): Promise<models.VolumeAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/volumes/${segment(volume)}:grow`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `growVolume` would do; writes nothing. */
  previewGrowVolume(volume: string, body: models.VolumeGrow, options: GrowVolumeQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/volumes/${segment(volume)}:grow`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List snapshots of volumes. */
  listSnapshots(options: ListSnapshotsQuery & CallOptions = {}): Promise<models.SnapshotPage> {
    return this.send({
      method: "GET",
      path: `/v1/snapshots`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, phase: options.phase, name_prefix: options.name_prefix, label_selector: options.label_selector, updated_since: options.updated_since },
    }, options);
  }

  /** Every item of `listSnapshots`, page after page as they are needed. */
  iterateSnapshots(options: ListSnapshotsQuery & CallOptions = {}): Items<models.Snapshot> {
    return new Items((pageToken) => this.listSnapshots({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Keep what is on a volume now, while nobody writes to it. */
  createSnapshot(body: models.SnapshotCreate, options: CreateSnapshotQuery & Keyed & CallOptions = {}): Promise<models.SnapshotAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/snapshots`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createSnapshot` would do; writes nothing. */
  previewCreateSnapshot(body: models.SnapshotCreate, options: CreateSnapshotQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/snapshots`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a snapshot. */
  getSnapshot(snapshot: string, options: GetSnapshotQuery & CallOptions = {}): Promise<models.Snapshot> {
    return this.send({
      method: "GET",
      path: `/v1/snapshots/${segment(snapshot)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Delete a snapshot; its volume stays as it is. */
  deleteSnapshot(snapshot: string, options: DeleteSnapshotQuery & IfMatch & CallOptions): Promise<models.SnapshotAccepted> {
    return this.send({
      method: "DELETE",
      path: `/v1/snapshots/${segment(snapshot)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteSnapshot` would do; writes nothing. */
  previewDeleteSnapshot(snapshot: string, options: DeleteSnapshotQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/snapshots/${segment(snapshot)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** Make a volume what it was; what is on it now is lost. */
  restoreSnapshot(snapshot: string, options: RestoreSnapshotQuery & Keyed & CallOptions = {}): Promise<models.VolumeAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/snapshots/${segment(snapshot)}:restore`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `restoreSnapshot` would do; writes nothing. */
  previewRestoreSnapshot(snapshot: string, options: RestoreSnapshotQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/snapshots/${segment(snapshot)}:restore`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** List backups of volumes. */
  listBackups(options: ListBackupsQuery & CallOptions = {}): Promise<models.BackupPage> {
    return this.send({
      method: "GET",
      path: `/v1/backups`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, phase: options.phase, name_prefix: options.name_prefix, label_selector: options.label_selector, updated_since: options.updated_since },
    }, options);
  }

  /** Every item of `listBackups`, page after page as they are needed. */
  iterateBackups(options: ListBackupsQuery & CallOptions = {}): Items<models.Backup> {
    return new Items((pageToken) => this.listBackups({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Copy a volume to the datacenter's backups, while nobody writes to it. */
  createBackup(body: models.BackupCreate, options: CreateBackupQuery & Keyed & CallOptions = {}): Promise<models.BackupAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/backups`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createBackup` would do; writes nothing. */
  previewCreateBackup(body: models.BackupCreate, options: CreateBackupQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/backups`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Get a backup. */
  getBackup(backup: string, options: GetBackupQuery & CallOptions = {}): Promise<models.Backup> {
    return this.send({
      method: "GET",
      path: `/v1/backups/${segment(backup)}`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Delete a backup for good. */
  deleteBackup(backup: string, options: DeleteBackupQuery & IfMatch & CallOptions): Promise<models.BackupAccepted> {
    return this.send({
      method: "DELETE",
      path: `/v1/backups/${segment(backup)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** What `deleteBackup` would do; writes nothing. */
  previewDeleteBackup(backup: string, options: DeleteBackupQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/backups/${segment(backup)}`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      ifMatch: options.ifMatch,
    }, options);
  }

  /** Make a new volume from a backup. */
  restoreBackup(backup: string, body: models.BackupRestore, options: RestoreBackupQuery & Keyed & CallOptions = {}): Promise<models.VolumeAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/backups/${segment(backup)}:restore`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `restoreBackup` would do; writes nothing. */
  previewRestoreBackup(backup: string, body: models.BackupRestore, options: RestoreBackupQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/backups/${segment(backup)}:restore`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What a machine uses: processor, memory, disks, network. */
  getVmStats(vm: string, options: GetVmStatsQuery & CallOptions = {}): Promise<models.VmStats> {
    return this.send({
      method: "GET",
      path: `/v1/vms/${segment(vm)}/stats`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** What machines use; as Prometheus text, all at once, for who accepts text/plain. */
  listVmStats(options: ListVmStatsQuery & CallOptions = {}): Promise<models.VmStatsPage> {
    return this.send({
      method: "GET",
      path: `/v1/vm-stats`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, datacenter: options.datacenter, phase: options.phase, name_prefix: options.name_prefix, label_selector: options.label_selector, updated_since: options.updated_since },
    }, options);
  }

  /** Every item of `listVmStats`, page after page as they are needed. */
  iterateVmStats(options: ListVmStatsQuery & CallOptions = {}): Items<models.VmStats> {
    return new Items((pageToken) => this.listVmStats({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List the differences between hypervisors and what was decided about their machines. */
  listVmDrift(options: ListVmDriftQuery & CallOptions = {}): Promise<models.VmDriftPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/vm-drift`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter, kind: options.kind, state: options.state },
    }, options);
  }

  /** Every item of `listVmDrift`, page after page as they are needed. */
  iterateVmDrift(options: ListVmDriftQuery & CallOptions = {}): Items<models.VmDrift> {
    return new Items((pageToken) => this.listVmDrift({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Why a machine is where it is, or nowhere. */
  explainPlacement(vm: string, options: ExplainPlacementQuery & CallOptions = {}): Promise<models.PlacementDecision> {
    return this.send({
      method: "GET",
      path: `/v1/operator/vms/${segment(vm)}/placement`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
    }, options);
  }

  /** Where a machine would go now; nothing is reserved. */
  tryPlacement(options: TryPlacementQuery & CallOptions = {}): Promise<models.PlacementDecision> {
    return this.send({
      method: "GET",
      path: `/v1/operator/placements:try`,
      query: { datacenter: options.datacenter, vcpus: options.vcpus, memory_mib: options.memory_mib, restartable: options.restartable, residency: options.residency },
    }, options);
  }

  /** What is left of a datacenter, what would be after a loss, and for how long it lasts. */
  getCapacity(datacenter: string, options: CallOptions = {}): Promise<models.DatacenterCapacity> {
    return this.send({
      method: "GET",
      path: `/v1/operator/datacenters/${segment(datacenter)}/capacity`,
    }, options);
  }

  /** Whether a datacenter has room for machines, in one word. */
  getSupply(datacenter: string, options: CallOptions = {}): Promise<models.DatacenterSupply> {
    return this.send({
      method: "GET",
      path: `/v1/datacenters/${segment(datacenter)}/supply`,
    }, options);
  }

  /** Which hypervisors of a datacenter are filled first. */
  getPlacementPolicy(datacenter: string, options: CallOptions = {}): Promise<models.PlacementPolicy> {
    return this.send({
      method: "GET",
      path: `/v1/operator/datacenters/${segment(datacenter)}/placement-policy`,
    }, options);
  }

  /** Decide which hypervisors of a datacenter are filled first; machines stay where they are. */
  updatePlacementPolicy(datacenter: string, body: models.PlacementPolicyPatch, options: IfMatch & CallOptions): Promise<models.PlacementPolicy> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/datacenters/${segment(datacenter)}/placement-policy`,
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updatePlacementPolicy` would do; writes nothing. */
  previewUpdatePlacementPolicy(datacenter: string, body: models.PlacementPolicyPatch, options: IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/datacenters/${segment(datacenter)}/placement-policy`,
      query: { validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Let a channel of its family lead to an image version. */
  promoteImage(image: string, body: models.ImagePromotion, options: PromoteImageQuery & Keyed & CallOptions = {}): Promise<models.ImageChannel> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:promote`,
      query: { datacenter: options.datacenter },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `promoteImage` would do; writes nothing. */
  previewPromoteImage(image: string, body: models.ImagePromotion, options: PromoteImageQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:promote`,
      query: { datacenter: options.datacenter, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Copy an image version to another datacenter. */
  replicateImage(image: string, body: models.ImageReplicate, options: ReplicateImageQuery & Keyed & CallOptions = {}): Promise<models.ImageAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:replicate`,
      query: { priority: options.priority, block: options.block, from: options.from },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `replicateImage` would do; writes nothing. */
  previewReplicateImage(image: string, body: models.ImageReplicate, options: ReplicateImageQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:replicate`,
      query: { priority: options.priority, block: options.block, from: options.from, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Let nothing new be made from an image version, and say who uses it. */
  retireImage(image: string, body: models.ImageRetire, options: RetireImageQuery & Keyed & CallOptions = {}): Promise<models.ImageRetirement> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:retire`,
      query: { datacenter: options.datacenter },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `retireImage` would do; writes nothing. */
  previewRetireImage(image: string, body: models.ImageRetire, options: RetireImageQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:retire`,
      query: { datacenter: options.datacenter, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Take a retirement back. */
  reinstateImage(image: string, options: ReinstateImageQuery & Keyed & CallOptions = {}): Promise<models.Image> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:reinstate`,
      query: { datacenter: options.datacenter },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `reinstateImage` would do; writes nothing. */
  previewReinstateImage(image: string, options: ReinstateImageQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/images/${segment(image)}:reinstate`,
      query: { datacenter: options.datacenter, validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** List the machines of an image version. */
  listImageUsers(image: string, options: ListImageUsersQuery & CallOptions = {}): Promise<models.ImageUserPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/images/${segment(image)}/users`,
      query: { page_size: options.page_size, page_token: options.page_token, datacenter: options.datacenter },
    }, options);
  }

  /** Every item of `listImageUsers`, page after page as they are needed. */
  iterateImageUsers(image: string, options: ListImageUsersQuery & CallOptions = {}): Items<models.ImageUser> {
    return new Items((pageToken) => this.listImageUsers(image, { ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List the channels of images. */
  listImageChannels(options: ListImageChannelsQuery & CallOptions = {}): Promise<models.ImageChannelPage> {
    return this.send({
      method: "GET",
      path: `/v1/image-channels`,
      query: { page_size: options.page_size, page_token: options.page_token, family: options.family },
    }, options);
  }

  /** Every item of `listImageChannels`, page after page as they are needed. */
  iterateImageChannels(options: ListImageChannelsQuery & CallOptions = {}): Items<models.ImageChannel> {
    return new Items((pageToken) => this.listImageChannels({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a channel: family:channel or identifier. */
  getImageChannel(imageChannel: string, options: CallOptions = {}): Promise<models.ImageChannel> {
    return this.send({
      method: "GET",
      path: `/v1/image-channels/${segment(imageChannel)}`,
    }, options);
  }

  /** Let a channel lead to the version before its latest change again. */
  revertImageChannel(imageChannel: string, options: Keyed & CallOptions = {}): Promise<models.ImageChannel> {
    return this.send({
      method: "POST",
      path: `/v1/operator/image-channels/${segment(imageChannel)}:revert`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `revertImageChannel` would do; writes nothing. */
  previewRevertImageChannel(imageChannel: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/image-channels/${segment(imageChannel)}:revert`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Remove a channel. */
  deleteImageChannel(imageChannel: string, options: CallOptions = {}): Promise<void> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/image-channels/${segment(imageChannel)}`,
    }, options);
  }

  /** What `deleteImageChannel` would do; writes nothing. */
  previewDeleteImageChannel(imageChannel: string, options: CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/image-channels/${segment(imageChannel)}`,
      query: { validate_only: true },
    }, options);
  }

  /** List the keys whose signatures are believed. */
  listImageKeys(options: ListImageKeysQuery & CallOptions = {}): Promise<models.ImageKeyPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/image-keys`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listImageKeys`, page after page as they are needed. */
  iterateImageKeys(options: ListImageKeysQuery & CallOptions = {}): Items<models.ImageKey> {
    return new Items((pageToken) => this.listImageKeys({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Believe the signatures of a key. */
  createImageKey(body: models.ImageKeyCreate, options: Keyed & CallOptions = {}): Promise<models.ImageKey> {
    return this.send({
      method: "POST",
      path: `/v1/operator/image-keys`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `createImageKey` would do; writes nothing. */
  previewCreateImageKey(body: models.ImageKeyCreate, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/image-keys`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Believe a key no more. */
  deleteImageKey(imageKey: string, options: CallOptions = {}): Promise<void> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/image-keys/${segment(imageKey)}`,
    }, options);
  }

  /** What `deleteImageKey` would do; writes nothing. */
  previewDeleteImageKey(imageKey: string, options: CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "DELETE",
      path: `/v1/operator/image-keys/${segment(imageKey)}`,
      query: { validate_only: true },
    }, options);
  }

  /** What is asked of images. */
  getImagePolicy(options: CallOptions = {}): Promise<models.ImagePolicy> {
    return this.send({
      method: "GET",
      path: `/v1/operator/image-policy`,
    }, options);
  }

  /** Decide what is asked of images. */
  updateImagePolicy(body: models.ImagePolicyPatch, options: IfMatch & CallOptions): Promise<models.ImagePolicy> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/image-policy`,
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateImagePolicy` would do; writes nothing. */
  previewUpdateImagePolicy(body: models.ImagePolicyPatch, options: IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/image-policy`,
      query: { validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** List tasks, newest first. */
  listTasks(options: ListTasksQuery & CallOptions = {}): Promise<models.TaskPage> {
    return this.send({
      method: "GET",
      path: `/v1/tasks`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, state: options.state, target: options.target, parent: options.parent, stuck: options.stuck },
    }, options);
  }

  /** Every item of `listTasks`, page after page as they are needed. */
  iterateTasks(options: ListTasksQuery & CallOptions = {}): Items<models.Task> {
    return new Items((pageToken) => this.listTasks({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List the tasks that have not ended, oldest first, and what each waits for. */
  queueTasks(options: QueueTasksQuery & CallOptions = {}): Promise<models.TaskPage> {
    return this.send({
      method: "GET",
      path: `/v1/tasks:queue`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, target: options.target },
    }, options);
  }

  /** Every item of `queueTasks`, page after page as they are needed. */
  iterateQueueTasks(options: QueueTasksQuery & CallOptions = {}): Items<models.Task> {
    return new Items((pageToken) => this.queueTasks({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a task with its steps. */
  getTask(task: string, options: CallOptions = {}): Promise<models.Task> {
    return this.send({
      method: "GET",
      path: `/v1/tasks/${segment(task)}`,
    }, options);
  }

  /** Wait until the task ends or changes. */
  waitTask(task: string, options: WaitTaskQuery & CallOptions = {}): Promise<models.Task> {
    return this.send({
      method: "GET",
      path: `/v1/tasks/${segment(task)}:wait`,
      query: { timeout: options.timeout, changed_since: options.changed_since },
    }, options);
  }

  /** Why a task is where it is, and what to do about it. */
  diagnoseTask(task: string, options: CallOptions = {}): Promise<models.TaskDiagnosis> {
    return this.send({
      method: "GET",
      path: `/v1/tasks/${segment(task)}:diagnose`,
    }, options);
  }

  /** Ask a task to stop and undo what it did. */
  cancelTask(task: string, options: Keyed & CallOptions = {}): Promise<models.Task> {
    return this.send({
      method: "POST",
      path: `/v1/tasks/${segment(task)}:cancel`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `cancelTask` would do; writes nothing. */
  previewCancelTask(task: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/tasks/${segment(task)}:cancel`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Take a failed task up again, as a new one, from the step that failed. */
  retryTask(task: string, options: Keyed & CallOptions = {}): Promise<models.Task> {
    return this.send({
      method: "POST",
      path: `/v1/tasks/${segment(task)}:retry`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `retryTask` would do; writes nothing. */
  previewRetryTask(task: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/tasks/${segment(task)}:retry`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Put a task into another lane. */
  prioritizeTask(task: string, body: models.TaskPrioritize, options: Keyed & CallOptions = {}): Promise<models.Task> {
    return this.send({
      method: "POST",
      path: `/v1/tasks/${segment(task)}:prioritize`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `prioritizeTask` would do; writes nothing. */
  previewPrioritizeTask(task: string, body: models.TaskPrioritize, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/tasks/${segment(task)}:prioritize`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List the kinds of task, their steps and what each needs. */
  listWorkflows(options: ListWorkflowsQuery & CallOptions = {}): Promise<models.WorkflowPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/workflows`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listWorkflows`, page after page as they are needed. */
  iterateWorkflows(options: ListWorkflowsQuery & CallOptions = {}): Items<models.Workflow> {
    return new Items((pageToken) => this.listWorkflows({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** One kind of task, its steps and what each needs. */
  getWorkflow(workflow: string, options: CallOptions = {}): Promise<models.Workflow> {
    return this.send({
      method: "GET",
      path: `/v1/operator/workflows/${segment(workflow)}`,
    }, options);
  }

  /** List messages that could not be taken, newest first. */
  listDeadLetters(options: ListDeadLettersQuery & CallOptions = {}): Promise<models.DeadLetterPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/dead-letters`,
      query: { page_size: options.page_size, page_token: options.page_token, state: options.state, service: options.service, task: options.task },
    }, options);
  }

  /** Every item of `listDeadLetters`, page after page as they are needed. */
  iterateDeadLetters(options: ListDeadLettersQuery & CallOptions = {}): Items<models.DeadLetter> {
    return new Items((pageToken) => this.listDeadLetters({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get a message that could not be taken, and why. */
  getDeadLetter(deadLetter: string, options: CallOptions = {}): Promise<models.DeadLetter> {
    return this.send({
      method: "GET",
      path: `/v1/operator/dead-letters/${segment(deadLetter)}`,
    }, options);
  }

  /** Take a message again, once its cause is gone. */
  replayDeadLetter(deadLetter: string, options: IfMatch & Keyed & CallOptions): Promise<models.DeadLetter> {
    return this.send({
      method: "POST",
      path: `/v1/operator/dead-letters/${segment(deadLetter)}:replay`,
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `replayDeadLetter` would do; writes nothing. */
  previewReplayDeadLetter(deadLetter: string, options: IfMatch & Keyed & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/dead-letters/${segment(deadLetter)}:replay`,
      query: { validate_only: true },
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Give a message up; its step fails. */
  discardDeadLetter(deadLetter: string, options: IfMatch & Keyed & CallOptions): Promise<models.DeadLetter> {
    return this.send({
      method: "POST",
      path: `/v1/operator/dead-letters/${segment(deadLetter)}:discard`,
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `discardDeadLetter` would do; writes nothing. */
  previewDiscardDeadLetter(deadLetter: string, options: IfMatch & Keyed & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/dead-letters/${segment(deadLetter)}:discard`,
      query: { validate_only: true },
      ifMatch: options.ifMatch,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** List what was changed and by whom, newest first. */
  listAuditEntries(options: ListAuditEntriesQuery & CallOptions = {}): Promise<models.AuditEntryPage> {
    return this.send({
      method: "GET",
      path: `/v1/audit-entries`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project, environment: options.environment, actor: options.actor, target: options.target, request_id: options.request_id, approval: options.approval, since: options.since, until: options.until },
    }, options);
  }

  /** Every item of `listAuditEntries`, page after page as they are needed. */
  iterateAuditEntries(options: ListAuditEntriesQuery & CallOptions = {}): Items<models.AuditEntry> {
    return new Items((pageToken) => this.listAuditEntries({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List how far the chains of audit records reach. */
  listAuditChains(options: ListAuditChainsQuery & CallOptions = {}): Promise<models.AuditChainPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/audit-chains`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listAuditChains`, page after page as they are needed. */
  iterateAuditChains(options: ListAuditChainsQuery & CallOptions = {}): Items<models.AuditChain> {
    return new Items((pageToken) => this.listAuditChains({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** List the audit records as they are chained. */
  listAuditRecords(options: ListAuditRecordsQuery & CallOptions = {}): Promise<models.AuditRecordPage> {
    return this.send({
      method: "GET",
      path: `/v1/operator/audit-records`,
      query: { page_size: options.page_size, page_token: options.page_token },
    }, options);
  }

  /** Every item of `listAuditRecords`, page after page as they are needed. */
  iterateAuditRecords(options: ListAuditRecordsQuery & CallOptions = {}): Items<models.AuditRecord> {
    return new Items((pageToken) => this.listAuditRecords({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Check that the audit log is whole and unchanged. */
  verifyAudit(options: CallOptions = {}): Promise<models.AuditVerdict> {
    return this.send({
      method: "GET",
      path: `/v1/operator/audit:verify`,
    }, options);
  }

  /** List what waits for consent, and what has waited; newest first. */
  listApprovals(options: ListApprovalsQuery & CallOptions = {}): Promise<models.ApprovalPage> {
    return this.send({
      method: "GET",
      path: `/v1/approvals`,
      query: { page_size: options.page_size, page_token: options.page_token, state: options.state },
    }, options);
  }

  /** Every item of `listApprovals`, page after page as they are needed. */
  iterateApprovals(options: ListApprovalsQuery & CallOptions = {}): Items<models.Approval> {
    return new Items((pageToken) => this.listApprovals({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Get an approval with what would be carried out. */
  getApproval(approval: string, options: CallOptions = {}): Promise<models.Approval> {
    return this.send({
      method: "GET",
      path: `/v1/approvals/${segment(approval)}`,
    }, options);
  }

  /** Approve; what was asked for goes on. */
  approveApproval(approval: string, body: models.ApprovalGrant, options: Keyed & CallOptions = {}): Promise<models.Approval> {
    return this.send({
      method: "POST",
      path: `/v1/approvals/${segment(approval)}:approve`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `approveApproval` would do; writes nothing. */
  previewApproveApproval(approval: string, body: models.ApprovalGrant, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/approvals/${segment(approval)}:approve`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Refuse; nothing of what was asked for happens. */
  rejectApproval(approval: string, body: models.ApprovalRefusal, options: Keyed & CallOptions = {}): Promise<models.Approval> {
    return this.send({
      method: "POST",
      path: `/v1/approvals/${segment(approval)}:reject`,
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `rejectApproval` would do; writes nothing. */
  previewRejectApproval(approval: string, body: models.ApprovalRefusal, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/approvals/${segment(approval)}:reject`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Take back what you asked for; nothing of it happens. */
  withdrawApproval(approval: string, options: Keyed & CallOptions = {}): Promise<models.Approval> {
    return this.send({
      method: "POST",
      path: `/v1/approvals/${segment(approval)}:withdraw`,
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** What `withdrawApproval` would do; writes nothing. */
  previewWithdrawApproval(approval: string, options: Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/approvals/${segment(approval)}:withdraw`,
      query: { validate_only: true },
      idempotencyKey: options.idempotencyKey,
    }, options);
  }

  /** Get what needs an approval in a tenant, beyond what needs one everywhere. */
  getApprovalPolicy(tenant: string, options: CallOptions = {}): Promise<models.ApprovalPolicy> {
    return this.send({
      method: "GET",
      path: `/v1/tenants/${segment(tenant)}/approval-policy`,
    }, options);
  }

  /** Change what needs an approval in a tenant; asking for less waits for an approval itself. */
  updateApprovalPolicy(tenant: string, body: models.ApprovalPolicyPatch, options: UpdateApprovalPolicyQuery & IfMatch & CallOptions): Promise<models.ApprovalPolicyAccepted> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/tenants/${segment(tenant)}/approval-policy`,
      query: { priority: options.priority, block: options.block },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** What `updateApprovalPolicy` would do; writes nothing. */
  previewUpdateApprovalPolicy(tenant: string, body: models.ApprovalPolicyPatch, options: UpdateApprovalPolicyQuery & IfMatch & CallOptions): Promise<models.Preview> {
    return this.send({
      method: "PATCH",
      path: `/v1/operator/tenants/${segment(tenant)}/approval-policy`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      ifMatch: options.ifMatch,
      body,
      mergePatch: true,
    }, options);
  }

  /** Set a tenant's limits; waits for an approval where they pass its ceiling. */
  raiseTenantQuotas(tenant: string, body: models.QuotaRaise, options: RaiseTenantQuotasQuery & Keyed & CallOptions = {}): Promise<models.TenantAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/tenants/${segment(tenant)}:raise-quotas`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `raiseTenantQuotas` would do; writes nothing. */
  previewRaiseTenantQuotas(tenant: string, body: models.QuotaRaise, options: RaiseTenantQuotasQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/tenants/${segment(tenant)}:raise-quotas`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Delete a tenant with its projects and environments; waits for an approval. */
  purgeTenant(tenant: string, body: models.ScopePurge, options: PurgeTenantQuery & Keyed & CallOptions = {}): Promise<models.TenantAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/operator/tenants/${segment(tenant)}:purge`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `purgeTenant` would do; writes nothing. */
  previewPurgeTenant(tenant: string, body: models.ScopePurge, options: PurgeTenantQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/tenants/${segment(tenant)}:purge`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Delete a project with its environments; waits for an approval. */
  purgeProject(project: string, body: models.ScopePurge, options: PurgeProjectQuery & Keyed & CallOptions = {}): Promise<models.ProjectAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/projects/${segment(project)}:purge`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `purgeProject` would do; writes nothing. */
  previewPurgeProject(project: string, body: models.ScopePurge, options: PurgeProjectQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/projects/${segment(project)}:purge`,
      query: { priority: options.priority, block: options.block, tenant: options.tenant, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** List the networks of others that machines may be attached to. */
  listSharedNetworks(options: ListSharedNetworksQuery & CallOptions = {}): Promise<models.SharedNetworkPage> {
    return this.send({
      method: "GET",
      path: `/v1/shared-networks`,
      query: { page_size: options.page_size, page_token: options.page_token, tenant: options.tenant, project: options.project },
    }, options);
  }

  /** Every item of `listSharedNetworks`, page after page as they are needed. */
  iterateSharedNetworks(options: ListSharedNetworksQuery & CallOptions = {}): Items<models.SharedNetwork> {
    return new Items((pageToken) => this.listSharedNetworks({ ...options, page_token: pageToken ?? options.page_token }));
  }

  /** Let machines of another tenant or project be attached to a network. */
  shareNetwork(network: string, body: models.NetworkShare, options: ShareNetworkQuery & Keyed & CallOptions = {}): Promise<models.SharedNetwork> {
    return this.send({
      method: "POST",
      path: `/v1/operator/networks/${segment(network)}:share`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `shareNetwork` would do; writes nothing. */
  previewShareNetwork(network: string, body: models.NetworkShare, options: ShareNetworkQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/networks/${segment(network)}:share`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** Let no further machines of another tenant or project be attached to a network. */
  unshareNetwork(network: string, body: models.NetworkShare, options: UnshareNetworkQuery & Keyed & CallOptions = {}): Promise<models.SharedNetwork> {
    return this.send({
      method: "POST",
      path: `/v1/operator/networks/${segment(network)}:unshare`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `unshareNetwork` would do; writes nothing. */
  previewUnshareNetwork(network: string, body: models.NetworkShare, options: UnshareNetworkQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/operator/networks/${segment(network)}:unshare`,
      query: { tenant: options.tenant, project: options.project, environment: options.environment, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /**
   * Ask for a project with its first environment; waits for an approval where you may not create
   * one.
   */
  requestProject(body: models.ProjectRequest, options: RequestProjectQuery & Keyed & CallOptions = {}): Promise<models.ProjectAccepted> {
    return this.send({
      method: "POST",
      path: `/v1/projects:request`,
      query: { priority: options.priority, block: options.block },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }

  /** What `requestProject` would do; writes nothing. */
  previewRequestProject(body: models.ProjectRequest, options: RequestProjectQuery & Keyed & CallOptions = {}): Promise<models.Preview> {
    return this.send({
      method: "POST",
      path: `/v1/projects:request`,
      query: { priority: options.priority, block: options.block, validate_only: true },
      idempotencyKey: options.idempotencyKey,
      body,
      mergePatch: false,
    }, options);
  }
}

/** What may be asked of `listTokens`. */
export interface ListTokensQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listDatacenters`. */
export interface ListDatacentersQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listHypervisors`. */
export interface ListHypervisorsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `createHypervisor`. */
export interface CreateHypervisorQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `getHypervisor`. */
export interface GetHypervisorQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `updateHypervisor`. */
export interface UpdateHypervisorQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `deleteHypervisor`. */
export interface DeleteHypervisorQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listImages`. */
export interface ListImagesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
  /** Only this family. */
  name?: string;
}

/** What may be asked of `getImage`. */
export interface GetImageQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `createImage`. */
export interface CreateImageQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `updateImage`. */
export interface UpdateImageQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `deleteImage`. */
export interface DeleteImageQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listServices`. */
export interface ListServicesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `fenceHypervisor`. */
export interface FenceHypervisorQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `drainHypervisor`. */
export interface DrainHypervisorQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `releaseHypervisor`. */
export interface ReleaseHypervisorQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listRunbooks`. */
export interface ListRunbooksQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listTenants`. */
export interface ListTenantsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listProjects`. */
export interface ListProjectsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
}

/** What may be asked of `getProject`. */
export interface GetProjectQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
}

/** What may be asked of `updateProject`. */
export interface UpdateProjectQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
}

/** What may be asked of `deleteProject`. */
export interface DeleteProjectQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
}

/** What may be asked of `listEnvironments`. */
export interface ListEnvironmentsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
}

/** What may be asked of `getEnvironment`. */
export interface GetEnvironmentQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
}

/** What may be asked of `updateEnvironment`. */
export interface UpdateEnvironmentQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
}

/** What may be asked of `deleteEnvironment`. */
export interface DeleteEnvironmentQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
}

/** What may be asked of `emptyEnvironment`. */
export interface EmptyEnvironmentQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
}

/** What may be asked of `listQuotas`. */
export interface ListQuotasQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only of this level: TENANT, PROJECT or ENVIRONMENT. */
  level?: string;
}

/** What may be asked of `listUsage`. */
export interface ListUsageQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only of this dimension. */
  dimension?: string;
  /** Beginning of the period, RFC 3339; the beginning of this month if left out. */
  from?: string;
  /** End of the period, RFC 3339; now if left out. */
  until?: string;
}

/** What may be asked of `listUsageIntervals`. */
export interface ListUsageIntervalsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only of this dimension. */
  dimension?: string;
  /** Only of this resource, by identifier. */
  resource?: string;
  /** Beginning of the period, RFC 3339; the beginning of this month if left out. */
  from?: string;
  /** End of the period, RFC 3339; now if left out. */
  until?: string;
}

/** What may be asked of `listOfferings`. */
export interface ListOfferingsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `getOffering`. */
export interface GetOfferingQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `listRacks`. */
export interface ListRacksQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `getRack`. */
export interface GetRackQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listDevices`. */
export interface ListDevicesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
  /** Only those in this rack, by name. */
  rack?: string;
  /** Only this type, as SWITCH. */
  type?: string;
  /** Only this role. */
  role?: string;
  /** Only the one with this serial number. */
  serial?: string;
}

/** What may be asked of `getDevice`. */
export interface GetDeviceQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listDevicePorts`. */
export interface ListDevicePortsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
  /** Only those of this device, by name. */
  device?: string;
}

/** What may be asked of `listDeviceLinks`. */
export interface ListDeviceLinksQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
  /** Only those with an end at this device, by name. */
  device?: string;
}

/** What may be asked of `listFailureDomains`. */
export interface ListFailureDomainsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
  /** Only this level or kind of set, as POWER_FEED. */
  kind?: string;
}

/** What may be asked of `getInventoryGraph`. */
export interface GetInventoryGraphQuery {
  /** Key or identifier of the resource to begin at; required. */
  from?: string;
  /** Edges to follow at most, 1 to 8; 2 if left out. */
  depth?: number;
  /** Only these kinds of edge, with commas between them, as LOCATED_IN,POWERED_BY. */
  edge?: string;
}

/** What may be asked of `listInventoryPlans`. */
export interface ListInventoryPlansQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `exportInventory`. */
export interface ExportInventoryQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listObservations`. */
export interface ListObservationsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only of this scope, by key. */
  scope?: string;
  /** Only by this source. */
  source?: string;
}

/** What may be asked of `listDrift`. */
export interface ListDriftQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
  /** Only this severity: LOW, MEDIUM or HIGH. */
  severity?: string;
  /** Only this state: OPEN, IGNORED, REJECTED or PENDING_APPROVAL. */
  state?: string;
}

/** What may be asked of `listTrustChanges`. */
export interface ListTrustChangesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this state: PENDING_APPROVAL, APPROVED, REJECTED or VOID. */
  state?: string;
}

/** What may be asked of `listNetworks`. */
export interface ListNetworksQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only in this phase: `RUNNING`. */
  phase?: string;
  /** Only with a name that begins so. */
  name_prefix?: string;
  /** Only with these labels: `env=prod,tier!=test,gpu,!retired`. */
  label_selector?: string;
  /** Only what changed at this time (RFC 3339) or later. */
  updated_since?: string;
}

/** What may be asked of `createNetwork`. */
export interface CreateNetworkQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `getNetwork`. */
export interface GetNetworkQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `updateNetwork`. */
export interface UpdateNetworkQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `deleteNetwork`. */
export interface DeleteNetworkQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `listVms`. */
export interface ListVmsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only in this phase: `RUNNING`. */
  phase?: string;
  /** Only with a name that begins so. */
  name_prefix?: string;
  /** Only with these labels: `env=prod,tier!=test,gpu,!retired`. */
  label_selector?: string;
  /** Only what changed at this time (RFC 3339) or later. */
  updated_since?: string;
}

/** What may be asked of `createVm`. */
export interface CreateVmQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `getVm`. */
export interface GetVmQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `updateVm`. */
export interface UpdateVmQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `deleteVm`. */
export interface DeleteVmQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `startVm`. */
export interface StartVmQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `stopVm`. */
export interface StopVmQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `rebootVm`. */
export interface RebootVmQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `resizeVm`. */
export interface ResizeVmQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `rebuildVm`. */
export interface RebuildVmQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `attachVmNetwork`. */
export interface AttachVmNetworkQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `detachVmNetwork`. */
export interface DetachVmNetworkQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `getVmConsole`. */
export interface GetVmConsoleQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Where to begin, bytes; negative counts from the end. */
  offset?: number;
  /** At most this many bytes, up to 262144; 65536 if left out. */
  limit?: number;
}

/** What may be asked of `openVmConsole`. */
export interface OpenVmConsoleQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `typeVmConsole`. */
export interface TypeVmConsoleQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `followVmConsole`. */
export interface FollowVmConsoleQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Session; it must be given. */
  session?: string;
  /** Where to begin, bytes of the session; 0 if left out. */
  offset?: number;
  /** How long to wait for something to show; 20 if left out. */
  wait_seconds?: number;
}

/** What may be asked of `closeVmConsole`. */
export interface CloseVmConsoleQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `listShapes`. */
export interface ListShapesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Also those that are retired. */
  retired?: boolean;
}

/** What may be asked of `listShapeMachines`. */
export interface ListShapeMachinesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listVolumes`. */
export interface ListVolumesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only in this phase: `RUNNING`. */
  phase?: string;
  /** Only with a name that begins so. */
  name_prefix?: string;
  /** Only with these labels: `env=prod,tier!=test,gpu,!retired`. */
  label_selector?: string;
  /** Only what changed at this time (RFC 3339) or later. */
  updated_since?: string;
}

/** What may be asked of `createVolume`. */
export interface CreateVolumeQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `getVolume`. */
export interface GetVolumeQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `updateVolume`. */
export interface UpdateVolumeQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `deleteVolume`. */
export interface DeleteVolumeQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `attachVolume`. */
export interface AttachVolumeQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `detachVolume`. */
export interface DetachVolumeQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `growVolume`. */
export interface GrowVolumeQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `listSnapshots`. */
export interface ListSnapshotsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only in this phase: `RUNNING`. */
  phase?: string;
  /** Only with a name that begins so. */
  name_prefix?: string;
  /** Only with these labels: `env=prod,tier!=test,gpu,!retired`. */
  label_selector?: string;
  /** Only what changed at this time (RFC 3339) or later. */
  updated_since?: string;
}

/** What may be asked of `createSnapshot`. */
export interface CreateSnapshotQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `getSnapshot`. */
export interface GetSnapshotQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `deleteSnapshot`. */
export interface DeleteSnapshotQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `restoreSnapshot`. */
export interface RestoreSnapshotQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `listBackups`. */
export interface ListBackupsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only in this phase: `RUNNING`. */
  phase?: string;
  /** Only with a name that begins so. */
  name_prefix?: string;
  /** Only with these labels: `env=prod,tier!=test,gpu,!retired`. */
  label_selector?: string;
  /** Only what changed at this time (RFC 3339) or later. */
  updated_since?: string;
}

/** What may be asked of `createBackup`. */
export interface CreateBackupQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `getBackup`. */
export interface GetBackupQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `deleteBackup`. */
export interface DeleteBackupQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `restoreBackup`. */
export interface RestoreBackupQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `getVmStats`. */
export interface GetVmStatsQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `listVmStats`. */
export interface ListVmStatsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this datacenter. */
  datacenter?: string;
  /** Only in this phase: `RUNNING`. */
  phase?: string;
  /** Only with a name that begins so. */
  name_prefix?: string;
  /** Only with these labels: `env=prod,tier!=test,gpu,!retired`. */
  label_selector?: string;
  /** Only what changed at this time (RFC 3339) or later. */
  updated_since?: string;
}

/** What may be asked of `listVmDrift`. */
export interface ListVmDriftQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only of this datacenter. */
  datacenter?: string;
  /** Only of this kind. */
  kind?: string;
  /** Only those that are there still, or those that are gone. */
  state?: string;
}

/** What may be asked of `explainPlacement`. */
export interface ExplainPlacementQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `tryPlacement`. */
export interface TryPlacementQuery {
  /** Datacenter; required. */
  datacenter?: string;
  /** Virtual CPUs, from 1 to 256; required. */
  vcpus?: number;
  /** Memory, MiB, from 64 to 4194304; required. */
  memory_mib?: number;
  /** Whether a second hypervisor must have room for it too. */
  restartable?: boolean;
  /** Jurisdictions that will do, with commas between them; any if left out. */
  residency?: string;
}

/** What may be asked of `promoteImage`. */
export interface PromoteImageQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `replicateImage`. */
export interface ReplicateImageQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Datacenter to copy from; any that has it if left out. */
  from?: string;
}

/** What may be asked of `retireImage`. */
export interface RetireImageQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `reinstateImage`. */
export interface ReinstateImageQuery {
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listImageUsers`. */
export interface ListImageUsersQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this datacenter, by name or identifier; needed to find a resource by its name. */
  datacenter?: string;
}

/** What may be asked of `listImageChannels`. */
export interface ListImageChannelsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only of this family. */
  family?: string;
}

/** What may be asked of `listImageKeys`. */
export interface ListImageKeysQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listTasks`. */
export interface ListTasksQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only in this state. */
  state?: string;
  /** Only on this resource, by identifier. */
  target?: string;
  /** Only those that this task began. */
  parent?: string;
  /** Only those that make no progress, and should. */
  stuck?: boolean;
}

/** What may be asked of `queueTasks`. */
export interface QueueTasksQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only on this resource, by identifier. */
  target?: string;
}

/** What may be asked of `waitTask`. */
export interface WaitTaskQuery {
  /** How long to wait at most, 0s to 60s; 30s if left out. */
  timeout?: string;
  /** Answer as soon as the task's version is above this; see the ETag. */
  changed_since?: number;
}

/** What may be asked of `listWorkflows`. */
export interface ListWorkflowsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listDeadLetters`. */
export interface ListDeadLettersQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only in this state: OPEN, REPLAYED or DISCARDED. */
  state?: string;
  /** Only of this service. */
  service?: string;
  /** Only of this task, by identifier. */
  task?: string;
}

/** What may be asked of `listAuditEntries`. */
export interface ListAuditEntriesQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
  /** Only by this actor. */
  actor?: string;
  /** Only on this resource, by identifier. */
  target?: string;
  /** Only of this request. */
  request_id?: string;
  /** Only what this approval allowed or is about. */
  approval?: string;
  /** Only at this time or later, RFC 3339. */
  since?: string;
  /** Only before this time, RFC 3339. */
  until?: string;
}

/** What may be asked of `listAuditChains`. */
export interface ListAuditChainsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listAuditRecords`. */
export interface ListAuditRecordsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
}

/** What may be asked of `listApprovals`. */
export interface ListApprovalsQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only in this state. */
  state?: string;
}

/** What may be asked of `updateApprovalPolicy`. */
export interface UpdateApprovalPolicyQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `raiseTenantQuotas`. */
export interface RaiseTenantQuotasQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `purgeTenant`. */
export interface PurgeTenantQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}

/** What may be asked of `purgeProject`. */
export interface PurgeProjectQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
}

/** What may be asked of `listSharedNetworks`. */
export interface ListSharedNetworksQuery {
  /** Resources per page, 1 to 500; 50 if left out. */
  page_size?: number;
  /** Token of the next page, from the page before. */
  page_token?: string;
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
}

/** What may be asked of `shareNetwork`. */
export interface ShareNetworkQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `unshareNetwork`. */
export interface UnshareNetworkQuery {
  /** Only this tenant, by name or identifier; needed to find a resource by its name. */
  tenant?: string;
  /** Only this project, by name or identifier; needed to find a resource by its name. */
  project?: string;
  /** Only this environment, by name or identifier; needed to find a resource by its name. */
  environment?: string;
}

/** What may be asked of `requestProject`. */
export interface RequestProjectQuery {
  /** Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out. */
  priority?: string;
  /**
   * What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
   */
  block?: string;
}
