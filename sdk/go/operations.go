// Code generated from contract/openapi.yaml by sdk/generator. DO NOT EDIT.

package dataverket

import (
	"context"
	"net/http"
	"net/url"
)

// GetHealth: Whether the platform is well.
func (c *Client) GetHealth(ctx context.Context, options ...CallOption) (*Health, error) {
	request := newRequest(http.MethodGet, "/v1/health", options)
	return sent[Health](ctx, c, request)
}

// WhoAmI: Who the token speaks for, and what it may see.
func (c *Client) WhoAmI(ctx context.Context, options ...CallOption) (*WhoAmI, error) {
	request := newRequest(http.MethodGet, "/v1/whoami", options)
	return sent[WhoAmI](ctx, c, request)
}

// ListTokensParams is what may be asked of [Client.ListTokens]; what is empty is left out.
type ListTokensParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListTokensParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListTokens: List the tokens that you may manage.
func (c *Client) ListTokens(ctx context.Context, params *ListTokensParams, options ...CallOption) (*TokenPage, error) {
	request := newRequest(http.MethodGet, "/v1/tokens", options)
	request.query = params.query()
	return sent[TokenPage](ctx, c, request)
}

// IterateTokens goes through every item of [Client.ListTokens], fetching pages as they are needed.
func (c *Client) IterateTokens(ctx context.Context, params *ListTokensParams, options ...CallOption) *Iterator[Token] {
	asked := ListTokensParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Token], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListTokens(ctx, &asked, options...)
		if err != nil {
			return page[Token]{}, err
		}
		return page[Token]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateToken: Make a token; its secret is in the answer and nowhere else.
func (c *Client) CreateToken(ctx context.Context, body TokenCreate, options ...CallOption) (*TokenCreated, error) {
	request := newRequest(http.MethodPost, "/v1/tokens", options)
	request.body, request.mergePatch = body, false
	return sent[TokenCreated](ctx, c, request)
}

// PreviewCreateToken says what [Client.CreateToken] would do; it writes nothing.
func (c *Client) PreviewCreateToken(ctx context.Context, body TokenCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/tokens", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RevokeToken: Revoke a token at once.
func (c *Client) RevokeToken(ctx context.Context, token string, options ...CallOption) error {
	request := newRequest(http.MethodDelete, "/v1/tokens/"+url.PathEscape(token), options)
	return c.send(ctx, request, nil)
}

// ListDatacentersParams is what may be asked of [Client.ListDatacenters]; what is empty is left out.
type ListDatacentersParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListDatacentersParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListDatacenters: List the datacenters.
func (c *Client) ListDatacenters(ctx context.Context, params *ListDatacentersParams, options ...CallOption) (*DatacenterPage, error) {
	request := newRequest(http.MethodGet, "/v1/datacenters", options)
	request.query = params.query()
	return sent[DatacenterPage](ctx, c, request)
}

// IterateDatacenters goes through every item of [Client.ListDatacenters], fetching pages as they are needed.
func (c *Client) IterateDatacenters(ctx context.Context, params *ListDatacentersParams, options ...CallOption) *Iterator[Datacenter] {
	asked := ListDatacentersParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Datacenter], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListDatacenters(ctx, &asked, options...)
		if err != nil {
			return page[Datacenter]{}, err
		}
		return page[Datacenter]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetDatacenter: Get a datacenter.
func (c *Client) GetDatacenter(ctx context.Context, datacenter string, options ...CallOption) (*Datacenter, error) {
	request := newRequest(http.MethodGet, "/v1/datacenters/"+url.PathEscape(datacenter), options)
	return sent[Datacenter](ctx, c, request)
}

// CreateDatacenter: Register a datacenter.
func (c *Client) CreateDatacenter(ctx context.Context, body DatacenterCreate, options ...CallOption) (*Datacenter, error) {
	request := newRequest(http.MethodPost, "/v1/operator/datacenters", options)
	request.body, request.mergePatch = body, false
	return sent[Datacenter](ctx, c, request)
}

// PreviewCreateDatacenter says what [Client.CreateDatacenter] would do; it writes nothing.
func (c *Client) PreviewCreateDatacenter(ctx context.Context, body DatacenterCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/datacenters", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ListHypervisorsParams is what may be asked of [Client.ListHypervisors]; what is empty is left out.
type ListHypervisorsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *ListHypervisorsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// ListHypervisors: List the hypervisors.
func (c *Client) ListHypervisors(ctx context.Context, params *ListHypervisorsParams, options ...CallOption) (*HypervisorPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/hypervisors", options)
	request.query = params.query()
	return sent[HypervisorPage](ctx, c, request)
}

// IterateHypervisors goes through every item of [Client.ListHypervisors], fetching pages as they are needed.
func (c *Client) IterateHypervisors(ctx context.Context, params *ListHypervisorsParams, options ...CallOption) *Iterator[Hypervisor] {
	asked := ListHypervisorsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Hypervisor], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListHypervisors(ctx, &asked, options...)
		if err != nil {
			return page[Hypervisor]{}, err
		}
		return page[Hypervisor]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateHypervisorParams is what may be asked of [Client.CreateHypervisor]; what is empty is left out.
type CreateHypervisorParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *CreateHypervisorParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// CreateHypervisor: Register a hypervisor.
func (c *Client) CreateHypervisor(ctx context.Context, body HypervisorCreate, params *CreateHypervisorParams, options ...CallOption) (*HypervisorAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[HypervisorAccepted](ctx, c, request)
}

// PreviewCreateHypervisor says what [Client.CreateHypervisor] would do; it writes nothing.
func (c *Client) PreviewCreateHypervisor(ctx context.Context, body HypervisorCreate, params *CreateHypervisorParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetHypervisorParams is what may be asked of [Client.GetHypervisor]; what is empty is left out.
type GetHypervisorParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *GetHypervisorParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// GetHypervisor: Get a hypervisor.
func (c *Client) GetHypervisor(ctx context.Context, hypervisor string, params *GetHypervisorParams, options ...CallOption) (*Hypervisor, error) {
	request := newRequest(http.MethodGet, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor), options)
	request.query = params.query()
	return sent[Hypervisor](ctx, c, request)
}

// UpdateHypervisorParams is what may be asked of [Client.UpdateHypervisor]; what is empty is left out.
type UpdateHypervisorParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *UpdateHypervisorParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// UpdateHypervisor: Change a hypervisor.
func (c *Client) UpdateHypervisor(ctx context.Context, hypervisor string, ifMatch string, body HypervisorPatch, params *UpdateHypervisorParams, options ...CallOption) (*HypervisorAccepted, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[HypervisorAccepted](ctx, c, request)
}

// PreviewUpdateHypervisor says what [Client.UpdateHypervisor] would do; it writes nothing.
func (c *Client) PreviewUpdateHypervisor(ctx context.Context, hypervisor string, ifMatch string, body HypervisorPatch, params *UpdateHypervisorParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
}

// DeleteHypervisorParams is what may be asked of [Client.DeleteHypervisor]; what is empty is left out.
type DeleteHypervisorParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *DeleteHypervisorParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// DeleteHypervisor: Remove an empty hypervisor.
func (c *Client) DeleteHypervisor(ctx context.Context, hypervisor string, ifMatch string, params *DeleteHypervisorParams, options ...CallOption) (*HypervisorAccepted, error) {
	request := newRequest(http.MethodDelete, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return sent[HypervisorAccepted](ctx, c, request)
}

// PreviewDeleteHypervisor says what [Client.DeleteHypervisor] would do; it writes nothing.
func (c *Client) PreviewDeleteHypervisor(ctx context.Context, hypervisor string, ifMatch string, params *DeleteHypervisorParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// ListImagesParams is what may be asked of [Client.ListImages]; what is empty is left out.
type ListImagesParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
	// Only this family.
	Name string
}

func (p *ListImagesParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "name", p.Name)
	return query
}

// ListImages: List the image versions.
func (c *Client) ListImages(ctx context.Context, params *ListImagesParams, options ...CallOption) (*ImagePage, error) {
	request := newRequest(http.MethodGet, "/v1/images", options)
	request.query = params.query()
	return sent[ImagePage](ctx, c, request)
}

// IterateImages goes through every item of [Client.ListImages], fetching pages as they are needed.
func (c *Client) IterateImages(ctx context.Context, params *ListImagesParams, options ...CallOption) *Iterator[Image] {
	asked := ListImagesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Image], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListImages(ctx, &asked, options...)
		if err != nil {
			return page[Image]{}, err
		}
		return page[Image]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetImageParams is what may be asked of [Client.GetImage]; what is empty is left out.
type GetImageParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *GetImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// GetImage: Get an image version: family, family@version or identifier.
func (c *Client) GetImage(ctx context.Context, image string, params *GetImageParams, options ...CallOption) (*Image, error) {
	request := newRequest(http.MethodGet, "/v1/images/"+url.PathEscape(image), options)
	request.query = params.query()
	return sent[Image](ctx, c, request)
}

// CreateImageParams is what may be asked of [Client.CreateImage]; what is empty is left out.
type CreateImageParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *CreateImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// CreateImage: Register an image version from a directory on the site's image host.
func (c *Client) CreateImage(ctx context.Context, body ImageCreate, params *CreateImageParams, options ...CallOption) (*ImageAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ImageAccepted](ctx, c, request)
}

// PreviewCreateImage says what [Client.CreateImage] would do; it writes nothing.
func (c *Client) PreviewCreateImage(ctx context.Context, body ImageCreate, params *CreateImageParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// DeleteImageParams is what may be asked of [Client.DeleteImage]; what is empty is left out.
type DeleteImageParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *DeleteImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// DeleteImage: Remove an image version that no machine uses.
func (c *Client) DeleteImage(ctx context.Context, image string, params *DeleteImageParams, options ...CallOption) (*ImageAccepted, error) {
	request := newRequest(http.MethodDelete, "/v1/operator/images/"+url.PathEscape(image), options)
	request.query = params.query()
	return sent[ImageAccepted](ctx, c, request)
}

// PreviewDeleteImage says what [Client.DeleteImage] would do; it writes nothing.
func (c *Client) PreviewDeleteImage(ctx context.Context, image string, params *DeleteImageParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/operator/images/"+url.PathEscape(image), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// ListServicesParams is what may be asked of [Client.ListServices]; what is empty is left out.
type ListServicesParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListServicesParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListServices: List the platform's services.
func (c *Client) ListServices(ctx context.Context, params *ListServicesParams, options ...CallOption) (*ServicePage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/services", options)
	request.query = params.query()
	return sent[ServicePage](ctx, c, request)
}

// IterateServices goes through every item of [Client.ListServices], fetching pages as they are needed.
func (c *Client) IterateServices(ctx context.Context, params *ListServicesParams, options ...CallOption) *Iterator[Service] {
	asked := ListServicesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Service], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListServices(ctx, &asked, options...)
		if err != nil {
			return page[Service]{}, err
		}
		return page[Service]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// StopService: Stop a service; work that needs it waits.
func (c *Client) StopService(ctx context.Context, service string, options ...CallOption) (*Service, error) {
	request := newRequest(http.MethodPost, "/v1/operator/services/"+url.PathEscape(service)+":stop", options)
	return sent[Service](ctx, c, request)
}

// StartService: Start a service; work that waits goes on.
func (c *Client) StartService(ctx context.Context, service string, options ...CallOption) (*Service, error) {
	request := newRequest(http.MethodPost, "/v1/operator/services/"+url.PathEscape(service)+":start", options)
	return sent[Service](ctx, c, request)
}

// GetFindings: What is wrong now, and what to do about it.
func (c *Client) GetFindings(ctx context.Context, options ...CallOption) (*Findings, error) {
	request := newRequest(http.MethodGet, "/v1/operator/findings", options)
	return sent[Findings](ctx, c, request)
}

// ListRunbooksParams is what may be asked of [Client.ListRunbooks]; what is empty is left out.
type ListRunbooksParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListRunbooksParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListRunbooks: List the runbooks.
func (c *Client) ListRunbooks(ctx context.Context, params *ListRunbooksParams, options ...CallOption) (*RunbookPage, error) {
	request := newRequest(http.MethodGet, "/v1/runbooks", options)
	request.query = params.query()
	return sent[RunbookPage](ctx, c, request)
}

// IterateRunbooks goes through every item of [Client.ListRunbooks], fetching pages as they are needed.
func (c *Client) IterateRunbooks(ctx context.Context, params *ListRunbooksParams, options ...CallOption) *Iterator[Runbook] {
	asked := ListRunbooksParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Runbook], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListRunbooks(ctx, &asked, options...)
		if err != nil {
			return page[Runbook]{}, err
		}
		return page[Runbook]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetRunbook: Get a runbook.
func (c *Client) GetRunbook(ctx context.Context, runbook string, options ...CallOption) (*Runbook, error) {
	request := newRequest(http.MethodGet, "/v1/runbooks/"+url.PathEscape(runbook), options)
	return sent[Runbook](ctx, c, request)
}

// UseRunbook: Record that a runbook is being followed.
func (c *Client) UseRunbook(ctx context.Context, runbook string, body RunbookUse, options ...CallOption) (*Runbook, error) {
	request := newRequest(http.MethodPost, "/v1/operator/runbooks/"+url.PathEscape(runbook)+":use", options)
	request.body, request.mergePatch = body, false
	return sent[Runbook](ctx, c, request)
}

// ListTenantsParams is what may be asked of [Client.ListTenants]; what is empty is left out.
type ListTenantsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListTenantsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListTenants: List the tenants that you may see.
func (c *Client) ListTenants(ctx context.Context, params *ListTenantsParams, options ...CallOption) (*TenantPage, error) {
	request := newRequest(http.MethodGet, "/v1/tenants", options)
	request.query = params.query()
	return sent[TenantPage](ctx, c, request)
}

// IterateTenants goes through every item of [Client.ListTenants], fetching pages as they are needed.
func (c *Client) IterateTenants(ctx context.Context, params *ListTenantsParams, options ...CallOption) *Iterator[Tenant] {
	asked := ListTenantsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Tenant], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListTenants(ctx, &asked, options...)
		if err != nil {
			return page[Tenant]{}, err
		}
		return page[Tenant]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetTenant: Get a tenant.
func (c *Client) GetTenant(ctx context.Context, tenant string, options ...CallOption) (*Tenant, error) {
	request := newRequest(http.MethodGet, "/v1/tenants/"+url.PathEscape(tenant), options)
	return sent[Tenant](ctx, c, request)
}

// CreateTenant: Create a tenant.
func (c *Client) CreateTenant(ctx context.Context, body TenantCreate, options ...CallOption) (*Tenant, error) {
	request := newRequest(http.MethodPost, "/v1/operator/tenants", options)
	request.body, request.mergePatch = body, false
	return sent[Tenant](ctx, c, request)
}

// PreviewCreateTenant says what [Client.CreateTenant] would do; it writes nothing.
func (c *Client) PreviewCreateTenant(ctx context.Context, body TenantCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/tenants", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// UpdateTenant: Change a tenant: description, labels, limits, protection.
func (c *Client) UpdateTenant(ctx context.Context, tenant string, ifMatch string, body ScopePatch, options ...CallOption) (*Tenant, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/tenants/"+url.PathEscape(tenant), options)
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Tenant](ctx, c, request)
}

// DeleteTenant: Delete an empty tenant.
func (c *Client) DeleteTenant(ctx context.Context, tenant string, ifMatch string, options ...CallOption) error {
	request := newRequest(http.MethodDelete, "/v1/operator/tenants/"+url.PathEscape(tenant), options)
	request.header.Set("If-Match", ifMatch)
	return c.send(ctx, request, nil)
}

// PreviewDeleteTenant says what [Client.DeleteTenant] would do; it writes nothing.
func (c *Client) PreviewDeleteTenant(ctx context.Context, tenant string, ifMatch string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/operator/tenants/"+url.PathEscape(tenant), options)
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// ListProjectsParams is what may be asked of [Client.ListProjects]; what is empty is left out.
type ListProjectsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
}

func (p *ListProjectsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	return query
}

// ListProjects: List the projects that you may see.
func (c *Client) ListProjects(ctx context.Context, params *ListProjectsParams, options ...CallOption) (*ProjectPage, error) {
	request := newRequest(http.MethodGet, "/v1/projects", options)
	request.query = params.query()
	return sent[ProjectPage](ctx, c, request)
}

// IterateProjects goes through every item of [Client.ListProjects], fetching pages as they are needed.
func (c *Client) IterateProjects(ctx context.Context, params *ListProjectsParams, options ...CallOption) *Iterator[Project] {
	asked := ListProjectsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Project], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListProjects(ctx, &asked, options...)
		if err != nil {
			return page[Project]{}, err
		}
		return page[Project]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateProject: Create a project.
func (c *Client) CreateProject(ctx context.Context, body ProjectCreate, options ...CallOption) (*Project, error) {
	request := newRequest(http.MethodPost, "/v1/projects", options)
	request.body, request.mergePatch = body, false
	return sent[Project](ctx, c, request)
}

// PreviewCreateProject says what [Client.CreateProject] would do; it writes nothing.
func (c *Client) PreviewCreateProject(ctx context.Context, body ProjectCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/projects", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetProjectParams is what may be asked of [Client.GetProject]; what is empty is left out.
type GetProjectParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
}

func (p *GetProjectParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	return query
}

// GetProject: Get a project.
func (c *Client) GetProject(ctx context.Context, project string, params *GetProjectParams, options ...CallOption) (*Project, error) {
	request := newRequest(http.MethodGet, "/v1/projects/"+url.PathEscape(project), options)
	request.query = params.query()
	return sent[Project](ctx, c, request)
}

// UpdateProjectParams is what may be asked of [Client.UpdateProject]; what is empty is left out.
type UpdateProjectParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
}

func (p *UpdateProjectParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	return query
}

// UpdateProject: Change a project: description, labels, limits, protection.
func (c *Client) UpdateProject(ctx context.Context, project string, ifMatch string, body ScopePatch, params *UpdateProjectParams, options ...CallOption) (*Project, error) {
	request := newRequest(http.MethodPatch, "/v1/projects/"+url.PathEscape(project), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Project](ctx, c, request)
}

// DeleteProjectParams is what may be asked of [Client.DeleteProject]; what is empty is left out.
type DeleteProjectParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
}

func (p *DeleteProjectParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	return query
}

// DeleteProject: Delete an empty project.
func (c *Client) DeleteProject(ctx context.Context, project string, ifMatch string, params *DeleteProjectParams, options ...CallOption) error {
	request := newRequest(http.MethodDelete, "/v1/projects/"+url.PathEscape(project), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return c.send(ctx, request, nil)
}

// PreviewDeleteProject says what [Client.DeleteProject] would do; it writes nothing.
func (c *Client) PreviewDeleteProject(ctx context.Context, project string, ifMatch string, params *DeleteProjectParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/projects/"+url.PathEscape(project), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// ListEnvironmentsParams is what may be asked of [Client.ListEnvironments]; what is empty is left out.
type ListEnvironmentsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
}

func (p *ListEnvironmentsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	return query
}

// ListEnvironments: List the environments that you may see.
func (c *Client) ListEnvironments(ctx context.Context, params *ListEnvironmentsParams, options ...CallOption) (*EnvironmentPage, error) {
	request := newRequest(http.MethodGet, "/v1/environments", options)
	request.query = params.query()
	return sent[EnvironmentPage](ctx, c, request)
}

// IterateEnvironments goes through every item of [Client.ListEnvironments], fetching pages as they are needed.
func (c *Client) IterateEnvironments(ctx context.Context, params *ListEnvironmentsParams, options ...CallOption) *Iterator[Environment] {
	asked := ListEnvironmentsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Environment], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListEnvironments(ctx, &asked, options...)
		if err != nil {
			return page[Environment]{}, err
		}
		return page[Environment]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateEnvironment: Create a environment.
func (c *Client) CreateEnvironment(ctx context.Context, body EnvironmentCreate, options ...CallOption) (*Environment, error) {
	request := newRequest(http.MethodPost, "/v1/environments", options)
	request.body, request.mergePatch = body, false
	return sent[Environment](ctx, c, request)
}

// PreviewCreateEnvironment says what [Client.CreateEnvironment] would do; it writes nothing.
func (c *Client) PreviewCreateEnvironment(ctx context.Context, body EnvironmentCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/environments", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetEnvironmentParams is what may be asked of [Client.GetEnvironment]; what is empty is left out.
type GetEnvironmentParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
}

func (p *GetEnvironmentParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	return query
}

// GetEnvironment: Get a environment.
func (c *Client) GetEnvironment(ctx context.Context, environment string, params *GetEnvironmentParams, options ...CallOption) (*Environment, error) {
	request := newRequest(http.MethodGet, "/v1/environments/"+url.PathEscape(environment), options)
	request.query = params.query()
	return sent[Environment](ctx, c, request)
}

// UpdateEnvironmentParams is what may be asked of [Client.UpdateEnvironment]; what is empty is left out.
type UpdateEnvironmentParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
}

func (p *UpdateEnvironmentParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	return query
}

// UpdateEnvironment: Change a environment: description, labels, limits, protection.
func (c *Client) UpdateEnvironment(ctx context.Context, environment string, ifMatch string, body ScopePatch, params *UpdateEnvironmentParams, options ...CallOption) (*Environment, error) {
	request := newRequest(http.MethodPatch, "/v1/environments/"+url.PathEscape(environment), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Environment](ctx, c, request)
}

// DeleteEnvironmentParams is what may be asked of [Client.DeleteEnvironment]; what is empty is left out.
type DeleteEnvironmentParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
}

func (p *DeleteEnvironmentParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	return query
}

// DeleteEnvironment: Delete an empty environment.
func (c *Client) DeleteEnvironment(ctx context.Context, environment string, ifMatch string, params *DeleteEnvironmentParams, options ...CallOption) error {
	request := newRequest(http.MethodDelete, "/v1/environments/"+url.PathEscape(environment), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return c.send(ctx, request, nil)
}

// PreviewDeleteEnvironment says what [Client.DeleteEnvironment] would do; it writes nothing.
func (c *Client) PreviewDeleteEnvironment(ctx context.Context, environment string, ifMatch string, params *DeleteEnvironmentParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/environments/"+url.PathEscape(environment), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// EmptyEnvironmentParams is what may be asked of [Client.EmptyEnvironment]; what is empty is left out.
type EmptyEnvironmentParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
}

func (p *EmptyEnvironmentParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	return query
}

// EmptyEnvironment: Delete every machine and network of an environment.
func (c *Client) EmptyEnvironment(ctx context.Context, environment string, ifMatch string, params *EmptyEnvironmentParams, options ...CallOption) (*EnvironmentAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/environments/"+url.PathEscape(environment)+":empty", options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return sent[EnvironmentAccepted](ctx, c, request)
}

// PreviewEmptyEnvironment says what [Client.EmptyEnvironment] would do; it writes nothing.
func (c *Client) PreviewEmptyEnvironment(ctx context.Context, environment string, ifMatch string, params *EmptyEnvironmentParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/environments/"+url.PathEscape(environment)+":empty", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// ListNetworksParams is what may be asked of [Client.ListNetworks]; what is empty is left out.
type ListNetworksParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
	// Only in this datacenter.
	Datacenter string
	// Only in this phase: `RUNNING`.
	Phase string
	// Only with a name that begins so.
	NamePrefix string
	// Only with these labels: `env=prod,tier!=test,gpu,!retired`.
	LabelSelector string
	// Only what changed at this time (RFC 3339) or later.
	UpdatedSince string
}

func (p *ListNetworksParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "phase", p.Phase)
	setText(query, "name_prefix", p.NamePrefix)
	setText(query, "label_selector", p.LabelSelector)
	setText(query, "updated_since", p.UpdatedSince)
	return query
}

// ListNetworks: List networks.
func (c *Client) ListNetworks(ctx context.Context, params *ListNetworksParams, options ...CallOption) (*NetworkPage, error) {
	request := newRequest(http.MethodGet, "/v1/networks", options)
	request.query = params.query()
	return sent[NetworkPage](ctx, c, request)
}

// IterateNetworks goes through every item of [Client.ListNetworks], fetching pages as they are needed.
func (c *Client) IterateNetworks(ctx context.Context, params *ListNetworksParams, options ...CallOption) *Iterator[Network] {
	asked := ListNetworksParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Network], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListNetworks(ctx, &asked, options...)
		if err != nil {
			return page[Network]{}, err
		}
		return page[Network]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateNetworkParams is what may be asked of [Client.CreateNetwork]; what is empty is left out.
type CreateNetworkParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *CreateNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// CreateNetwork: Create a network.
func (c *Client) CreateNetwork(ctx context.Context, body NetworkCreate, params *CreateNetworkParams, options ...CallOption) (*NetworkAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/networks", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[NetworkAccepted](ctx, c, request)
}

// PreviewCreateNetwork says what [Client.CreateNetwork] would do; it writes nothing.
func (c *Client) PreviewCreateNetwork(ctx context.Context, body NetworkCreate, params *CreateNetworkParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/networks", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetNetworkParams is what may be asked of [Client.GetNetwork]; what is empty is left out.
type GetNetworkParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *GetNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// GetNetwork: Get a network.
func (c *Client) GetNetwork(ctx context.Context, network string, params *GetNetworkParams, options ...CallOption) (*Network, error) {
	request := newRequest(http.MethodGet, "/v1/networks/"+url.PathEscape(network), options)
	request.query = params.query()
	return sent[Network](ctx, c, request)
}

// UpdateNetworkParams is what may be asked of [Client.UpdateNetwork]; what is empty is left out.
type UpdateNetworkParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *UpdateNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// UpdateNetwork: Change a network's labels or protection.
func (c *Client) UpdateNetwork(ctx context.Context, network string, ifMatch string, body NetworkPatch, params *UpdateNetworkParams, options ...CallOption) (*Network, error) {
	request := newRequest(http.MethodPatch, "/v1/networks/"+url.PathEscape(network), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Network](ctx, c, request)
}

// DeleteNetworkParams is what may be asked of [Client.DeleteNetwork]; what is empty is left out.
type DeleteNetworkParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *DeleteNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// DeleteNetwork: Delete a network that no machine uses.
func (c *Client) DeleteNetwork(ctx context.Context, network string, ifMatch string, params *DeleteNetworkParams, options ...CallOption) (*NetworkAccepted, error) {
	request := newRequest(http.MethodDelete, "/v1/networks/"+url.PathEscape(network), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return sent[NetworkAccepted](ctx, c, request)
}

// PreviewDeleteNetwork says what [Client.DeleteNetwork] would do; it writes nothing.
func (c *Client) PreviewDeleteNetwork(ctx context.Context, network string, ifMatch string, params *DeleteNetworkParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/networks/"+url.PathEscape(network), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// ListVMsParams is what may be asked of [Client.ListVMs]; what is empty is left out.
type ListVMsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
	// Only in this datacenter.
	Datacenter string
	// Only in this phase: `RUNNING`.
	Phase string
	// Only with a name that begins so.
	NamePrefix string
	// Only with these labels: `env=prod,tier!=test,gpu,!retired`.
	LabelSelector string
	// Only what changed at this time (RFC 3339) or later.
	UpdatedSince string
}

func (p *ListVMsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "phase", p.Phase)
	setText(query, "name_prefix", p.NamePrefix)
	setText(query, "label_selector", p.LabelSelector)
	setText(query, "updated_since", p.UpdatedSince)
	return query
}

// ListVMs: List machines.
func (c *Client) ListVMs(ctx context.Context, params *ListVMsParams, options ...CallOption) (*VMPage, error) {
	request := newRequest(http.MethodGet, "/v1/vms", options)
	request.query = params.query()
	return sent[VMPage](ctx, c, request)
}

// IterateVMs goes through every item of [Client.ListVMs], fetching pages as they are needed.
func (c *Client) IterateVMs(ctx context.Context, params *ListVMsParams, options ...CallOption) *Iterator[VM] {
	asked := ListVMsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[VM], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListVMs(ctx, &asked, options...)
		if err != nil {
			return page[VM]{}, err
		}
		return page[VM]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateVMParams is what may be asked of [Client.CreateVM]; what is empty is left out.
type CreateVMParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *CreateVMParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// CreateVM: Create a machine and start it.
func (c *Client) CreateVM(ctx context.Context, body VMCreate, params *CreateVMParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VMAccepted](ctx, c, request)
}

// PreviewCreateVM says what [Client.CreateVM] would do; it writes nothing.
func (c *Client) PreviewCreateVM(ctx context.Context, body VMCreate, params *CreateVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetVMParams is what may be asked of [Client.GetVM]; what is empty is left out.
type GetVMParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *GetVMParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// GetVM: Get a machine.
func (c *Client) GetVM(ctx context.Context, vm string, params *GetVMParams, options ...CallOption) (*VM, error) {
	request := newRequest(http.MethodGet, "/v1/vms/"+url.PathEscape(vm), options)
	request.query = params.query()
	return sent[VM](ctx, c, request)
}

// UpdateVMParams is what may be asked of [Client.UpdateVM]; what is empty is left out.
type UpdateVMParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *UpdateVMParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// UpdateVM: Change a machine's labels or protection.
func (c *Client) UpdateVM(ctx context.Context, vm string, ifMatch string, body VMPatch, params *UpdateVMParams, options ...CallOption) (*VM, error) {
	request := newRequest(http.MethodPatch, "/v1/vms/"+url.PathEscape(vm), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[VM](ctx, c, request)
}

// DeleteVMParams is what may be asked of [Client.DeleteVM]; what is empty is left out.
type DeleteVMParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *DeleteVMParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// DeleteVM: Delete a machine and its disk.
func (c *Client) DeleteVM(ctx context.Context, vm string, ifMatch string, params *DeleteVMParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodDelete, "/v1/vms/"+url.PathEscape(vm), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return sent[VMAccepted](ctx, c, request)
}

// PreviewDeleteVM says what [Client.DeleteVM] would do; it writes nothing.
func (c *Client) PreviewDeleteVM(ctx context.Context, vm string, ifMatch string, params *DeleteVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/vms/"+url.PathEscape(vm), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// StartVMParams is what may be asked of [Client.StartVM]; what is empty is left out.
type StartVMParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *StartVMParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// StartVM: Start a machine.
func (c *Client) StartVM(ctx context.Context, vm string, params *StartVMParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":start", options)
	request.query = params.query()
	return sent[VMAccepted](ctx, c, request)
}

// PreviewStartVM says what [Client.StartVM] would do; it writes nothing.
func (c *Client) PreviewStartVM(ctx context.Context, vm string, params *StartVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":start", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// StopVMParams is what may be asked of [Client.StopVM]; what is empty is left out.
type StopVMParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *StopVMParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// StopVM: Stop a machine: ask the guest, then cut the power.
func (c *Client) StopVM(ctx context.Context, vm string, body VMStop, params *StopVMParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":stop", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VMAccepted](ctx, c, request)
}

// PreviewStopVM says what [Client.StopVM] would do; it writes nothing.
func (c *Client) PreviewStopVM(ctx context.Context, vm string, body VMStop, params *StopVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":stop", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RebootVMParams is what may be asked of [Client.RebootVM]; what is empty is left out.
type RebootVMParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *RebootVMParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// RebootVM: Reboot a machine.
func (c *Client) RebootVM(ctx context.Context, vm string, params *RebootVMParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":reboot", options)
	request.query = params.query()
	return sent[VMAccepted](ctx, c, request)
}

// PreviewRebootVM says what [Client.RebootVM] would do; it writes nothing.
func (c *Client) PreviewRebootVM(ctx context.Context, vm string, params *RebootVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":reboot", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// AttachVMNetworkParams is what may be asked of [Client.AttachVMNetwork]; what is empty is left out.
type AttachVMNetworkParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *AttachVMNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// AttachVMNetwork: Add an interface on a network.
func (c *Client) AttachVMNetwork(ctx context.Context, vm string, body VMAttach, params *AttachVMNetworkParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":attach-network", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VMAccepted](ctx, c, request)
}

// PreviewAttachVMNetwork says what [Client.AttachVMNetwork] would do; it writes nothing.
func (c *Client) PreviewAttachVMNetwork(ctx context.Context, vm string, body VMAttach, params *AttachVMNetworkParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":attach-network", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// DetachVMNetworkParams is what may be asked of [Client.DetachVMNetwork]; what is empty is left out.
type DetachVMNetworkParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *DetachVMNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// DetachVMNetwork: Remove the interface on a network.
func (c *Client) DetachVMNetwork(ctx context.Context, vm string, body VMDetach, params *DetachVMNetworkParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":detach-network", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VMAccepted](ctx, c, request)
}

// PreviewDetachVMNetwork says what [Client.DetachVMNetwork] would do; it writes nothing.
func (c *Client) PreviewDetachVMNetwork(ctx context.Context, vm string, body VMDetach, params *DetachVMNetworkParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":detach-network", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetVMConsoleParams is what may be asked of [Client.GetVMConsole]; what is empty is left out.
type GetVMConsoleParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
	// Where to begin, bytes; negative counts from the end.
	Offset int
	// At most this many bytes, up to 262144; 65536 if left out.
	Limit int
}

func (p *GetVMConsoleParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	setNumber(query, "offset", p.Offset)
	setNumber(query, "limit", p.Limit)
	return query
}

// GetVMConsole: Read the serial console's log.
func (c *Client) GetVMConsole(ctx context.Context, vm string, params *GetVMConsoleParams, options ...CallOption) (*ConsoleLog, error) {
	request := newRequest(http.MethodGet, "/v1/vms/"+url.PathEscape(vm)+"/console", options)
	request.query = params.query()
	return sent[ConsoleLog](ctx, c, request)
}

// ListOfferingsParams is what may be asked of [Client.ListOfferings]; what is empty is left out.
type ListOfferingsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *ListOfferingsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// ListOfferings: What can be used in a scope, and what is missing for it.
func (c *Client) ListOfferings(ctx context.Context, params *ListOfferingsParams, options ...CallOption) (*OfferingInfoPage, error) {
	request := newRequest(http.MethodGet, "/v1/offerings", options)
	request.query = params.query()
	return sent[OfferingInfoPage](ctx, c, request)
}

// IterateOfferings goes through every item of [Client.ListOfferings], fetching pages as they are needed.
func (c *Client) IterateOfferings(ctx context.Context, params *ListOfferingsParams, options ...CallOption) *Iterator[OfferingInfo] {
	asked := ListOfferingsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[OfferingInfo], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListOfferings(ctx, &asked, options...)
		if err != nil {
			return page[OfferingInfo]{}, err
		}
		return page[OfferingInfo]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetOfferingParams is what may be asked of [Client.GetOffering]; what is empty is left out.
type GetOfferingParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *GetOfferingParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// GetOffering: One offering, its limits and what is missing for it.
func (c *Client) GetOffering(ctx context.Context, offering string, params *GetOfferingParams, options ...CallOption) (*OfferingInfo, error) {
	request := newRequest(http.MethodGet, "/v1/offerings/"+url.PathEscape(offering), options)
	request.query = params.query()
	return sent[OfferingInfo](ctx, c, request)
}

// ListAuditEntriesParams is what may be asked of [Client.ListAuditEntries]; what is empty is left out.
type ListAuditEntriesParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
	// Only by this actor.
	Actor string
	// Only on this resource, by identifier.
	Target string
	// Only of this request.
	RequestID string
}

func (p *ListAuditEntriesParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	setText(query, "actor", p.Actor)
	setText(query, "target", p.Target)
	setText(query, "request_id", p.RequestID)
	return query
}

// ListAuditEntries: List what was changed and by whom, newest first.
func (c *Client) ListAuditEntries(ctx context.Context, params *ListAuditEntriesParams, options ...CallOption) (*AuditEntryPage, error) {
	request := newRequest(http.MethodGet, "/v1/audit-entries", options)
	request.query = params.query()
	return sent[AuditEntryPage](ctx, c, request)
}

// IterateAuditEntries goes through every item of [Client.ListAuditEntries], fetching pages as they are needed.
func (c *Client) IterateAuditEntries(ctx context.Context, params *ListAuditEntriesParams, options ...CallOption) *Iterator[AuditEntry] {
	asked := ListAuditEntriesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[AuditEntry], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListAuditEntries(ctx, &asked, options...)
		if err != nil {
			return page[AuditEntry]{}, err
		}
		return page[AuditEntry]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListTasksParams is what may be asked of [Client.ListTasks]; what is empty is left out.
type ListTasksParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
	// Only in this state.
	State string
	// Only on this resource, by identifier.
	Target string
	// Only those that this task began.
	Parent string
	// Only those that make no progress, and should.
	Stuck *bool
}

func (p *ListTasksParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	setText(query, "state", p.State)
	setText(query, "target", p.Target)
	setText(query, "parent", p.Parent)
	setTruth(query, "stuck", p.Stuck)
	return query
}

// ListTasks: List tasks, newest first.
func (c *Client) ListTasks(ctx context.Context, params *ListTasksParams, options ...CallOption) (*TaskPage, error) {
	request := newRequest(http.MethodGet, "/v1/tasks", options)
	request.query = params.query()
	return sent[TaskPage](ctx, c, request)
}

// IterateTasks goes through every item of [Client.ListTasks], fetching pages as they are needed.
func (c *Client) IterateTasks(ctx context.Context, params *ListTasksParams, options ...CallOption) *Iterator[Task] {
	asked := ListTasksParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Task], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListTasks(ctx, &asked, options...)
		if err != nil {
			return page[Task]{}, err
		}
		return page[Task]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// QueueTasksParams is what may be asked of [Client.QueueTasks]; what is empty is left out.
type QueueTasksParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
	// Only on this resource, by identifier.
	Target string
}

func (p *QueueTasksParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	setText(query, "target", p.Target)
	return query
}

// QueueTasks: List the tasks that have not ended, oldest first, and what each waits for.
func (c *Client) QueueTasks(ctx context.Context, params *QueueTasksParams, options ...CallOption) (*TaskPage, error) {
	request := newRequest(http.MethodGet, "/v1/tasks:queue", options)
	request.query = params.query()
	return sent[TaskPage](ctx, c, request)
}

// IterateQueueTasks goes through every item of [Client.QueueTasks], fetching pages as they are needed.
func (c *Client) IterateQueueTasks(ctx context.Context, params *QueueTasksParams, options ...CallOption) *Iterator[Task] {
	asked := QueueTasksParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Task], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.QueueTasks(ctx, &asked, options...)
		if err != nil {
			return page[Task]{}, err
		}
		return page[Task]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetTask: Get a task with its steps.
func (c *Client) GetTask(ctx context.Context, task string, options ...CallOption) (*Task, error) {
	request := newRequest(http.MethodGet, "/v1/tasks/"+url.PathEscape(task), options)
	return sent[Task](ctx, c, request)
}

// WaitTaskParams is what may be asked of [Client.WaitTask]; what is empty is left out.
type WaitTaskParams struct {
	// How long to wait at most, 0s to 60s; 30s if left out.
	Timeout string
	// Answer as soon as the task's version is above this; see the ETag.
	ChangedSince int
}

func (p *WaitTaskParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "timeout", p.Timeout)
	setNumber(query, "changed_since", p.ChangedSince)
	return query
}

// WaitTask: Wait until the task ends or changes.
func (c *Client) WaitTask(ctx context.Context, task string, params *WaitTaskParams, options ...CallOption) (*Task, error) {
	request := newRequest(http.MethodGet, "/v1/tasks/"+url.PathEscape(task)+":wait", options)
	request.query = params.query()
	return sent[Task](ctx, c, request)
}

// DiagnoseTask: Why a task is where it is, and what to do about it.
func (c *Client) DiagnoseTask(ctx context.Context, task string, options ...CallOption) (*TaskDiagnosis, error) {
	request := newRequest(http.MethodGet, "/v1/tasks/"+url.PathEscape(task)+":diagnose", options)
	return sent[TaskDiagnosis](ctx, c, request)
}

// CancelTask: Ask a task to stop and undo what it did.
func (c *Client) CancelTask(ctx context.Context, task string, options ...CallOption) (*Task, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":cancel", options)
	return sent[Task](ctx, c, request)
}

// RetryTask: Take a failed task up again, as a new one, from the step that failed.
func (c *Client) RetryTask(ctx context.Context, task string, options ...CallOption) (*Task, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":retry", options)
	return sent[Task](ctx, c, request)
}

// PrioritizeTask: Put a task into another lane.
func (c *Client) PrioritizeTask(ctx context.Context, task string, body TaskPrioritize, options ...CallOption) (*Task, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":prioritize", options)
	request.body, request.mergePatch = body, false
	return sent[Task](ctx, c, request)
}

// ListWorkflowsParams is what may be asked of [Client.ListWorkflows]; what is empty is left out.
type ListWorkflowsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListWorkflowsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListWorkflows: List the kinds of task, their steps and what each needs.
func (c *Client) ListWorkflows(ctx context.Context, params *ListWorkflowsParams, options ...CallOption) (*WorkflowPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/workflows", options)
	request.query = params.query()
	return sent[WorkflowPage](ctx, c, request)
}

// IterateWorkflows goes through every item of [Client.ListWorkflows], fetching pages as they are needed.
func (c *Client) IterateWorkflows(ctx context.Context, params *ListWorkflowsParams, options ...CallOption) *Iterator[Workflow] {
	asked := ListWorkflowsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Workflow], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListWorkflows(ctx, &asked, options...)
		if err != nil {
			return page[Workflow]{}, err
		}
		return page[Workflow]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetWorkflow: One kind of task, its steps and what each needs.
func (c *Client) GetWorkflow(ctx context.Context, workflow string, options ...CallOption) (*Workflow, error) {
	request := newRequest(http.MethodGet, "/v1/operator/workflows/"+url.PathEscape(workflow), options)
	return sent[Workflow](ctx, c, request)
}
