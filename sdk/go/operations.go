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

// PreviewRevokeToken says what [Client.RevokeToken] would do; it writes nothing.
func (c *Client) PreviewRevokeToken(ctx context.Context, token string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/tokens/"+url.PathEscape(token), options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
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

// GetImage: Get an image version: family, family@version, family:channel or identifier.
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

// UpdateImageParams is what may be asked of [Client.UpdateImage]; what is empty is left out.
type UpdateImageParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *UpdateImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// UpdateImage: Change whether an image version may be removed.
func (c *Client) UpdateImage(ctx context.Context, image string, ifMatch string, body ImagePatch, params *UpdateImageParams, options ...CallOption) (*Image, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/images/"+url.PathEscape(image), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Image](ctx, c, request)
}

// PreviewUpdateImage says what [Client.UpdateImage] would do; it writes nothing.
func (c *Client) PreviewUpdateImage(ctx context.Context, image string, ifMatch string, body ImagePatch, params *UpdateImageParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/images/"+url.PathEscape(image), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
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

// PreviewStopService says what [Client.StopService] would do; it writes nothing.
func (c *Client) PreviewStopService(ctx context.Context, service string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/services/"+url.PathEscape(service)+":stop", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// StartService: Start a service; work that waits goes on.
func (c *Client) StartService(ctx context.Context, service string, options ...CallOption) (*Service, error) {
	request := newRequest(http.MethodPost, "/v1/operator/services/"+url.PathEscape(service)+":start", options)
	return sent[Service](ctx, c, request)
}

// PreviewStartService says what [Client.StartService] would do; it writes nothing.
func (c *Client) PreviewStartService(ctx context.Context, service string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/services/"+url.PathEscape(service)+":start", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// FenceHypervisorParams is what may be asked of [Client.FenceHypervisor]; what is empty is left out.
type FenceHypervisorParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *FenceHypervisorParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// FenceHypervisor: Stand for that a lost hypervisor runs nothing, and restart its machines
// elsewhere.
func (c *Client) FenceHypervisor(ctx context.Context, hypervisor string, body HypervisorFence, params *FenceHypervisorParams, options ...CallOption) (*HypervisorAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor)+":fence", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[HypervisorAccepted](ctx, c, request)
}

// PreviewFenceHypervisor says what [Client.FenceHypervisor] would do; it writes nothing.
func (c *Client) PreviewFenceHypervisor(ctx context.Context, hypervisor string, body HypervisorFence, params *FenceHypervisorParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor)+":fence", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// DrainHypervisorParams is what may be asked of [Client.DrainHypervisor]; what is empty is left out.
type DrainHypervisorParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *DrainHypervisorParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// DrainHypervisor: Empty a hypervisor for work on it; stopping the task returns it to service.
func (c *Client) DrainHypervisor(ctx context.Context, hypervisor string, body HypervisorDrain, params *DrainHypervisorParams, options ...CallOption) (*HypervisorAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor)+":drain", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[HypervisorAccepted](ctx, c, request)
}

// PreviewDrainHypervisor says what [Client.DrainHypervisor] would do; it writes nothing.
func (c *Client) PreviewDrainHypervisor(ctx context.Context, hypervisor string, body HypervisorDrain, params *DrainHypervisorParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor)+":drain", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ReleaseHypervisorParams is what may be asked of [Client.ReleaseHypervisor]; what is empty is left out.
type ReleaseHypervisorParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *ReleaseHypervisorParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// ReleaseHypervisor: Let a hypervisor carry machines again that was fenced, in maintenance or in
// quarantine.
func (c *Client) ReleaseHypervisor(ctx context.Context, hypervisor string, params *ReleaseHypervisorParams, options ...CallOption) (*HypervisorAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor)+":release", options)
	request.query = params.query()
	return sent[HypervisorAccepted](ctx, c, request)
}

// PreviewReleaseHypervisor says what [Client.ReleaseHypervisor] would do; it writes nothing.
func (c *Client) PreviewReleaseHypervisor(ctx context.Context, hypervisor string, params *ReleaseHypervisorParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/hypervisors/"+url.PathEscape(hypervisor)+":release", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
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

// PreviewUseRunbook says what [Client.UseRunbook] would do; it writes nothing.
func (c *Client) PreviewUseRunbook(ctx context.Context, runbook string, body RunbookUse, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/runbooks/"+url.PathEscape(runbook)+":use", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
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

// PreviewUpdateTenant says what [Client.UpdateTenant] would do; it writes nothing.
func (c *Client) PreviewUpdateTenant(ctx context.Context, tenant string, ifMatch string, body ScopePatch, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/tenants/"+url.PathEscape(tenant), options)
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
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

// PreviewUpdateProject says what [Client.UpdateProject] would do; it writes nothing.
func (c *Client) PreviewUpdateProject(ctx context.Context, project string, ifMatch string, body ScopePatch, params *UpdateProjectParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/projects/"+url.PathEscape(project), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
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

// PreviewUpdateEnvironment says what [Client.UpdateEnvironment] would do; it writes nothing.
func (c *Client) PreviewUpdateEnvironment(ctx context.Context, environment string, ifMatch string, body ScopePatch, params *UpdateEnvironmentParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/environments/"+url.PathEscape(environment), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
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

// ListQuotasParams is what may be asked of [Client.ListQuotas]; what is empty is left out.
type ListQuotasParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only of this level: TENANT, PROJECT or ENVIRONMENT.
	Level string
}

func (p *ListQuotasParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "level", p.Level)
	return query
}

// ListQuotas: Limits and use of tenants, projects and environments.
func (c *Client) ListQuotas(ctx context.Context, params *ListQuotasParams, options ...CallOption) (*QuotaPage, error) {
	request := newRequest(http.MethodGet, "/v1/quotas", options)
	request.query = params.query()
	return sent[QuotaPage](ctx, c, request)
}

// IterateQuotas goes through every item of [Client.ListQuotas], fetching pages as they are needed.
func (c *Client) IterateQuotas(ctx context.Context, params *ListQuotasParams, options ...CallOption) *Iterator[Quota] {
	asked := ListQuotasParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Quota], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListQuotas(ctx, &asked, options...)
		if err != nil {
			return page[Quota]{}, err
		}
		return page[Quota]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetQuota: Limits and use of a tenant, a project or an environment.
func (c *Client) GetQuota(ctx context.Context, scope string, options ...CallOption) (*Quota, error) {
	request := newRequest(http.MethodGet, "/v1/quotas/"+url.PathEscape(scope), options)
	return sent[Quota](ctx, c, request)
}

// SetQuota: Change limits: operators a tenant's, tenants their projects'.
func (c *Client) SetQuota(ctx context.Context, scope string, ifMatch string, body QuotaPatch, options ...CallOption) (*Quota, error) {
	request := newRequest(http.MethodPatch, "/v1/quotas/"+url.PathEscape(scope), options)
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Quota](ctx, c, request)
}

// PreviewSetQuota says what [Client.SetQuota] would do; it writes nothing.
func (c *Client) PreviewSetQuota(ctx context.Context, scope string, ifMatch string, body QuotaPatch, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/quotas/"+url.PathEscape(scope), options)
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
}

// ListUsageParams is what may be asked of [Client.ListUsage]; what is empty is left out.
type ListUsageParams struct {
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
	// Only of this dimension.
	Dimension string
	// Beginning of the period, RFC 3339; the beginning of this month if left out.
	From string
	// End of the period, RFC 3339; now if left out.
	Until string
}

func (p *ListUsageParams) query() url.Values {
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
	setText(query, "dimension", p.Dimension)
	setText(query, "from", p.From)
	setText(query, "until", p.Until)
	return query
}

// ListUsage: What was used in a period, by environment, datacenter and dimension.
func (c *Client) ListUsage(ctx context.Context, params *ListUsageParams, options ...CallOption) (*UsageTotalPage, error) {
	request := newRequest(http.MethodGet, "/v1/usage", options)
	request.query = params.query()
	return sent[UsageTotalPage](ctx, c, request)
}

// IterateUsage goes through every item of [Client.ListUsage], fetching pages as they are needed.
func (c *Client) IterateUsage(ctx context.Context, params *ListUsageParams, options ...CallOption) *Iterator[UsageTotal] {
	asked := ListUsageParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[UsageTotal], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListUsage(ctx, &asked, options...)
		if err != nil {
			return page[UsageTotal]{}, err
		}
		return page[UsageTotal]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListUsageIntervalsParams is what may be asked of [Client.ListUsageIntervals]; what is empty is left out.
type ListUsageIntervalsParams struct {
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
	// Only of this dimension.
	Dimension string
	// Only of this resource, by identifier.
	Resource string
	// Beginning of the period, RFC 3339; the beginning of this month if left out.
	From string
	// End of the period, RFC 3339; now if left out.
	Until string
}

func (p *ListUsageIntervalsParams) query() url.Values {
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
	setText(query, "dimension", p.Dimension)
	setText(query, "resource", p.Resource)
	setText(query, "from", p.From)
	setText(query, "until", p.Until)
	return query
}

// ListUsageIntervals: When which resource used how much.
func (c *Client) ListUsageIntervals(ctx context.Context, params *ListUsageIntervalsParams, options ...CallOption) (*UsageIntervalPage, error) {
	request := newRequest(http.MethodGet, "/v1/usage/intervals", options)
	request.query = params.query()
	return sent[UsageIntervalPage](ctx, c, request)
}

// IterateUsageIntervals goes through every item of [Client.ListUsageIntervals], fetching pages as they are needed.
func (c *Client) IterateUsageIntervals(ctx context.Context, params *ListUsageIntervalsParams, options ...CallOption) *Iterator[UsageInterval] {
	asked := ListUsageIntervalsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[UsageInterval], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListUsageIntervals(ctx, &asked, options...)
		if err != nil {
			return page[UsageInterval]{}, err
		}
		return page[UsageInterval]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CheckUsage: Compare budgets, charges, usage and the events that usage is derived from.
func (c *Client) CheckUsage(ctx context.Context, options ...CallOption) (*UsageCheck, error) {
	request := newRequest(http.MethodGet, "/v1/operator/usage-check", options)
	return sent[UsageCheck](ctx, c, request)
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

// SetOfferingAvailability: Decide who may create it: in a project, in a tenant, or on the whole
// platform.
func (c *Client) SetOfferingAvailability(ctx context.Context, offering string, body OfferingPolicy, options ...CallOption) (*OfferingInfo, error) {
	request := newRequest(http.MethodPost, "/v1/operator/offerings/"+url.PathEscape(offering)+":set-availability", options)
	request.body, request.mergePatch = body, false
	return sent[OfferingInfo](ctx, c, request)
}

// PreviewSetOfferingAvailability says what [Client.SetOfferingAvailability] would do; it writes nothing.
func (c *Client) PreviewSetOfferingAvailability(ctx context.Context, offering string, body OfferingPolicy, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/offerings/"+url.PathEscape(offering)+":set-availability", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// PreflightProject: What creating a project needs, and what is missing for it.
func (c *Client) PreflightProject(ctx context.Context, body ProjectCreate, options ...CallOption) (*Preflight, error) {
	request := newRequest(http.MethodPost, "/v1/projects:preflight", options)
	request.body, request.mergePatch = body, false
	return sent[Preflight](ctx, c, request)
}

// PreviewPreflightProject says what [Client.PreflightProject] would do; it writes nothing.
func (c *Client) PreviewPreflightProject(ctx context.Context, body ProjectCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/projects:preflight", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// PreflightEnvironment: What creating a environment needs, and what is missing for it.
func (c *Client) PreflightEnvironment(ctx context.Context, body EnvironmentCreate, options ...CallOption) (*Preflight, error) {
	request := newRequest(http.MethodPost, "/v1/environments:preflight", options)
	request.body, request.mergePatch = body, false
	return sent[Preflight](ctx, c, request)
}

// PreviewPreflightEnvironment says what [Client.PreflightEnvironment] would do; it writes nothing.
func (c *Client) PreviewPreflightEnvironment(ctx context.Context, body EnvironmentCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/environments:preflight", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// PreflightNetwork: What creating a network needs, and what is missing for it.
func (c *Client) PreflightNetwork(ctx context.Context, body NetworkCreate, options ...CallOption) (*Preflight, error) {
	request := newRequest(http.MethodPost, "/v1/networks:preflight", options)
	request.body, request.mergePatch = body, false
	return sent[Preflight](ctx, c, request)
}

// PreviewPreflightNetwork says what [Client.PreflightNetwork] would do; it writes nothing.
func (c *Client) PreviewPreflightNetwork(ctx context.Context, body NetworkCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/networks:preflight", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// PreflightVM: What creating a vm needs, and what is missing for it.
func (c *Client) PreflightVM(ctx context.Context, body VMCreate, options ...CallOption) (*Preflight, error) {
	request := newRequest(http.MethodPost, "/v1/vms:preflight", options)
	request.body, request.mergePatch = body, false
	return sent[Preflight](ctx, c, request)
}

// PreviewPreflightVM says what [Client.PreflightVM] would do; it writes nothing.
func (c *Client) PreviewPreflightVM(ctx context.Context, body VMCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms:preflight", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// PreflightVolume: What creating a volume needs, and what is missing for it.
func (c *Client) PreflightVolume(ctx context.Context, body VolumeCreate, options ...CallOption) (*Preflight, error) {
	request := newRequest(http.MethodPost, "/v1/volumes:preflight", options)
	request.body, request.mergePatch = body, false
	return sent[Preflight](ctx, c, request)
}

// PreviewPreflightVolume says what [Client.PreflightVolume] would do; it writes nothing.
func (c *Client) PreviewPreflightVolume(ctx context.Context, body VolumeCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/volumes:preflight", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ListRacksParams is what may be asked of [Client.ListRacks]; what is empty is left out.
type ListRacksParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *ListRacksParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// ListRacks: List the racks.
func (c *Client) ListRacks(ctx context.Context, params *ListRacksParams, options ...CallOption) (*RackPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/racks", options)
	request.query = params.query()
	return sent[RackPage](ctx, c, request)
}

// IterateRacks goes through every item of [Client.ListRacks], fetching pages as they are needed.
func (c *Client) IterateRacks(ctx context.Context, params *ListRacksParams, options ...CallOption) *Iterator[Rack] {
	asked := ListRacksParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Rack], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListRacks(ctx, &asked, options...)
		if err != nil {
			return page[Rack]{}, err
		}
		return page[Rack]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetRackParams is what may be asked of [Client.GetRack]; what is empty is left out.
type GetRackParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *GetRackParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// GetRack: Get a rack.
func (c *Client) GetRack(ctx context.Context, rack string, params *GetRackParams, options ...CallOption) (*Rack, error) {
	request := newRequest(http.MethodGet, "/v1/operator/racks/"+url.PathEscape(rack), options)
	request.query = params.query()
	return sent[Rack](ctx, c, request)
}

// ListDevicesParams is what may be asked of [Client.ListDevices]; what is empty is left out.
type ListDevicesParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
	// Only those in this rack, by name.
	Rack string
	// Only this type, as SWITCH.
	Type string
	// Only this role.
	Role string
	// Only the one with this serial number.
	Serial string
}

func (p *ListDevicesParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "rack", p.Rack)
	setText(query, "type", p.Type)
	setText(query, "role", p.Role)
	setText(query, "serial", p.Serial)
	return query
}

// ListDevices: List the devices.
func (c *Client) ListDevices(ctx context.Context, params *ListDevicesParams, options ...CallOption) (*DevicePage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/devices", options)
	request.query = params.query()
	return sent[DevicePage](ctx, c, request)
}

// IterateDevices goes through every item of [Client.ListDevices], fetching pages as they are needed.
func (c *Client) IterateDevices(ctx context.Context, params *ListDevicesParams, options ...CallOption) *Iterator[Device] {
	asked := ListDevicesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Device], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListDevices(ctx, &asked, options...)
		if err != nil {
			return page[Device]{}, err
		}
		return page[Device]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetDeviceParams is what may be asked of [Client.GetDevice]; what is empty is left out.
type GetDeviceParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *GetDeviceParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// GetDevice: Get a device.
func (c *Client) GetDevice(ctx context.Context, device string, params *GetDeviceParams, options ...CallOption) (*Device, error) {
	request := newRequest(http.MethodGet, "/v1/operator/devices/"+url.PathEscape(device), options)
	request.query = params.query()
	return sent[Device](ctx, c, request)
}

// ListDevicePortsParams is what may be asked of [Client.ListDevicePorts]; what is empty is left out.
type ListDevicePortsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
	// Only those of this device, by name.
	Device string
}

func (p *ListDevicePortsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "device", p.Device)
	return query
}

// ListDevicePorts: List the ports of devices.
func (c *Client) ListDevicePorts(ctx context.Context, params *ListDevicePortsParams, options ...CallOption) (*DevicePortPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/ports", options)
	request.query = params.query()
	return sent[DevicePortPage](ctx, c, request)
}

// IterateDevicePorts goes through every item of [Client.ListDevicePorts], fetching pages as they are needed.
func (c *Client) IterateDevicePorts(ctx context.Context, params *ListDevicePortsParams, options ...CallOption) *Iterator[DevicePort] {
	asked := ListDevicePortsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[DevicePort], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListDevicePorts(ctx, &asked, options...)
		if err != nil {
			return page[DevicePort]{}, err
		}
		return page[DevicePort]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListDeviceLinksParams is what may be asked of [Client.ListDeviceLinks]; what is empty is left out.
type ListDeviceLinksParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
	// Only those with an end at this device, by name.
	Device string
}

func (p *ListDeviceLinksParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "device", p.Device)
	return query
}

// ListDeviceLinks: List the cables.
func (c *Client) ListDeviceLinks(ctx context.Context, params *ListDeviceLinksParams, options ...CallOption) (*DeviceLinkPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/links", options)
	request.query = params.query()
	return sent[DeviceLinkPage](ctx, c, request)
}

// IterateDeviceLinks goes through every item of [Client.ListDeviceLinks], fetching pages as they are needed.
func (c *Client) IterateDeviceLinks(ctx context.Context, params *ListDeviceLinksParams, options ...CallOption) *Iterator[DeviceLink] {
	asked := ListDeviceLinksParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[DeviceLink], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListDeviceLinks(ctx, &asked, options...)
		if err != nil {
			return page[DeviceLink]{}, err
		}
		return page[DeviceLink]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListFailureDomainsParams is what may be asked of [Client.ListFailureDomains]; what is empty is left out.
type ListFailureDomainsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
	// Only this level or kind of set, as POWER_FEED.
	Kind string
}

func (p *ListFailureDomainsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "kind", p.Kind)
	return query
}

// ListFailureDomains: List the failure domains: places, and sets across them.
func (c *Client) ListFailureDomains(ctx context.Context, params *ListFailureDomainsParams, options ...CallOption) (*FailureDomainPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/failure-domains", options)
	request.query = params.query()
	return sent[FailureDomainPage](ctx, c, request)
}

// IterateFailureDomains goes through every item of [Client.ListFailureDomains], fetching pages as they are needed.
func (c *Client) IterateFailureDomains(ctx context.Context, params *ListFailureDomainsParams, options ...CallOption) *Iterator[FailureDomain] {
	asked := ListFailureDomainsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[FailureDomain], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListFailureDomains(ctx, &asked, options...)
		if err != nil {
			return page[FailureDomain]{}, err
		}
		return page[FailureDomain]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetDatacenterCard: Show a datacenter at a glance.
func (c *Client) GetDatacenterCard(ctx context.Context, datacenter string, options ...CallOption) (*DatacenterCard, error) {
	request := newRequest(http.MethodGet, "/v1/operator/datacenters/"+url.PathEscape(datacenter)+"/card", options)
	return sent[DatacenterCard](ctx, c, request)
}

// GetInventoryGraphParams is what may be asked of [Client.GetInventoryGraph]; what is empty is left out.
type GetInventoryGraphParams struct {
	// Key or identifier of the resource to begin at; required.
	From string
	// Edges to follow at most, 1 to 8; 2 if left out.
	Depth int
	// Only these kinds of edge, with commas between them, as LOCATED_IN,POWERED_BY.
	Edge string
}

func (p *GetInventoryGraphParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "from", p.From)
	setNumber(query, "depth", p.Depth)
	setText(query, "edge", p.Edge)
	return query
}

// GetInventoryGraph: Show what hangs together with a resource.
func (c *Client) GetInventoryGraph(ctx context.Context, params *GetInventoryGraphParams, options ...CallOption) (*InventoryGraph, error) {
	request := newRequest(http.MethodGet, "/v1/operator/graph", options)
	request.query = params.query()
	return sent[InventoryGraph](ctx, c, request)
}

// GetInventoryImpact: Say what is affected if a resource is lost.
func (c *Client) GetInventoryImpact(ctx context.Context, resource string, options ...CallOption) (*InventoryImpact, error) {
	request := newRequest(http.MethodGet, "/v1/operator/inventory/impact/"+url.PathEscape(resource), options)
	return sent[InventoryImpact](ctx, c, request)
}

// ListInventoryPlansParams is what may be asked of [Client.ListInventoryPlans]; what is empty is left out.
type ListInventoryPlansParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListInventoryPlansParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListInventoryPlans: List the plans, newest last.
func (c *Client) ListInventoryPlans(ctx context.Context, params *ListInventoryPlansParams, options ...CallOption) (*InventoryPlanPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/inventory/plans", options)
	request.query = params.query()
	return sent[InventoryPlanPage](ctx, c, request)
}

// IterateInventoryPlans goes through every item of [Client.ListInventoryPlans], fetching pages as they are needed.
func (c *Client) IterateInventoryPlans(ctx context.Context, params *ListInventoryPlansParams, options ...CallOption) *Iterator[InventoryPlan] {
	asked := ListInventoryPlansParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[InventoryPlan], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListInventoryPlans(ctx, &asked, options...)
		if err != nil {
			return page[InventoryPlan]{}, err
		}
		return page[InventoryPlan]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// PlanInventory: Compare a document with the inventory; keep the difference as a plan.
func (c *Client) PlanInventory(ctx context.Context, body InventoryPlanCreate, options ...CallOption) (*InventoryPlan, error) {
	request := newRequest(http.MethodPost, "/v1/operator/inventory/plans", options)
	request.body, request.mergePatch = body, false
	return sent[InventoryPlan](ctx, c, request)
}

// PreviewPlanInventory says what [Client.PlanInventory] would do; it writes nothing.
func (c *Client) PreviewPlanInventory(ctx context.Context, body InventoryPlanCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/inventory/plans", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetInventoryPlan: Get a plan with all that it does.
func (c *Client) GetInventoryPlan(ctx context.Context, plan string, options ...CallOption) (*InventoryPlan, error) {
	request := newRequest(http.MethodGet, "/v1/operator/inventory/plans/"+url.PathEscape(plan), options)
	return sent[InventoryPlan](ctx, c, request)
}

// ApplyInventoryPlan: Apply a plan, once, on the inventory that it was made for.
func (c *Client) ApplyInventoryPlan(ctx context.Context, plan string, body InventoryPlanApply, options ...CallOption) (*InventoryPlan, error) {
	request := newRequest(http.MethodPost, "/v1/operator/inventory/plans/"+url.PathEscape(plan)+":apply", options)
	request.body, request.mergePatch = body, false
	return sent[InventoryPlan](ctx, c, request)
}

// PreviewApplyInventoryPlan says what [Client.ApplyInventoryPlan] would do; it writes nothing.
func (c *Client) PreviewApplyInventoryPlan(ctx context.Context, plan string, body InventoryPlanApply, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/inventory/plans/"+url.PathEscape(plan)+":apply", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ExportInventoryParams is what may be asked of [Client.ExportInventory]; what is empty is left out.
type ExportInventoryParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *ExportInventoryParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// ExportInventory: Export the inventory as a document that imports to an empty plan.
func (c *Client) ExportInventory(ctx context.Context, params *ExportInventoryParams, options ...CallOption) (*InventoryDocument, error) {
	request := newRequest(http.MethodGet, "/v1/operator/inventory/document", options)
	request.query = params.query()
	return sent[InventoryDocument](ctx, c, request)
}

// ListObservationsParams is what may be asked of [Client.ListObservations]; what is empty is left out.
type ListObservationsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only of this scope, by key.
	Scope string
	// Only by this source.
	Source string
}

func (p *ListObservationsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "scope", p.Scope)
	setText(query, "source", p.Source)
	return query
}

// ListObservations: List the observations, oldest first.
func (c *Client) ListObservations(ctx context.Context, params *ListObservationsParams, options ...CallOption) (*ObservationPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/observations", options)
	request.query = params.query()
	return sent[ObservationPage](ctx, c, request)
}

// IterateObservations goes through every item of [Client.ListObservations], fetching pages as they are needed.
func (c *Client) IterateObservations(ctx context.Context, params *ListObservationsParams, options ...CallOption) *Iterator[Observation] {
	asked := ListObservationsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Observation], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListObservations(ctx, &asked, options...)
		if err != nil {
			return page[Observation]{}, err
		}
		return page[Observation]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// RecordObservation: Record what was seen; it is never changed.
func (c *Client) RecordObservation(ctx context.Context, body ObservationCreate, options ...CallOption) (*Observation, error) {
	request := newRequest(http.MethodPost, "/v1/operator/observations", options)
	request.body, request.mergePatch = body, false
	return sent[Observation](ctx, c, request)
}

// PreviewRecordObservation says what [Client.RecordObservation] would do; it writes nothing.
func (c *Client) PreviewRecordObservation(ctx context.Context, body ObservationCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/observations", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetObservation: Get an observation.
func (c *Client) GetObservation(ctx context.Context, observation string, options ...CallOption) (*Observation, error) {
	request := newRequest(http.MethodGet, "/v1/operator/observations/"+url.PathEscape(observation), options)
	return sent[Observation](ctx, c, request)
}

// ListDriftParams is what may be asked of [Client.ListDrift]; what is empty is left out.
type ListDriftParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
	// Only this severity: LOW, MEDIUM or HIGH.
	Severity string
	// Only this state: OPEN, IGNORED, REJECTED or PENDING_APPROVAL.
	State string
}

func (p *ListDriftParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "severity", p.Severity)
	setText(query, "state", p.State)
	return query
}

// ListDrift: List the differences between inventory and observation.
func (c *Client) ListDrift(ctx context.Context, params *ListDriftParams, options ...CallOption) (*DriftPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/drift", options)
	request.query = params.query()
	return sent[DriftPage](ctx, c, request)
}

// IterateDrift goes through every item of [Client.ListDrift], fetching pages as they are needed.
func (c *Client) IterateDrift(ctx context.Context, params *ListDriftParams, options ...CallOption) *Iterator[Drift] {
	asked := ListDriftParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Drift], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListDrift(ctx, &asked, options...)
		if err != nil {
			return page[Drift]{}, err
		}
		return page[Drift]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetDrift: Get a difference.
func (c *Client) GetDrift(ctx context.Context, drift string, options ...CallOption) (*Drift, error) {
	request := newRequest(http.MethodGet, "/v1/operator/drift/"+url.PathEscape(drift), options)
	return sent[Drift](ctx, c, request)
}

// AcceptDrift: Adopt what was observed; what others rely on waits for a second operator.
func (c *Client) AcceptDrift(ctx context.Context, drift string, options ...CallOption) (*Drift, error) {
	request := newRequest(http.MethodPost, "/v1/operator/drift/"+url.PathEscape(drift)+":accept", options)
	return sent[Drift](ctx, c, request)
}

// PreviewAcceptDrift says what [Client.AcceptDrift] would do; it writes nothing.
func (c *Client) PreviewAcceptDrift(ctx context.Context, drift string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/drift/"+url.PathEscape(drift)+":accept", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// IgnoreDrift: Let a difference stay for a time.
func (c *Client) IgnoreDrift(ctx context.Context, drift string, body DriftIgnore, options ...CallOption) (*Drift, error) {
	request := newRequest(http.MethodPost, "/v1/operator/drift/"+url.PathEscape(drift)+":ignore", options)
	request.body, request.mergePatch = body, false
	return sent[Drift](ctx, c, request)
}

// PreviewIgnoreDrift says what [Client.IgnoreDrift] would do; it writes nothing.
func (c *Client) PreviewIgnoreDrift(ctx context.Context, drift string, body DriftIgnore, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/drift/"+url.PathEscape(drift)+":ignore", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RejectDrift: Say that the declaration is right.
func (c *Client) RejectDrift(ctx context.Context, drift string, body DriftReject, options ...CallOption) (*Drift, error) {
	request := newRequest(http.MethodPost, "/v1/operator/drift/"+url.PathEscape(drift)+":reject", options)
	request.body, request.mergePatch = body, false
	return sent[Drift](ctx, c, request)
}

// PreviewRejectDrift says what [Client.RejectDrift] would do; it writes nothing.
func (c *Client) PreviewRejectDrift(ctx context.Context, drift string, body DriftReject, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/drift/"+url.PathEscape(drift)+":reject", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ListTrustChangesParams is what may be asked of [Client.ListTrustChanges]; what is empty is left out.
type ListTrustChangesParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this state: PENDING_APPROVAL, APPROVED, REJECTED or VOID.
	State string
}

func (p *ListTrustChangesParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "state", p.State)
	return query
}

// ListTrustChanges: List what waits to be trusted, and what was decided.
func (c *Client) ListTrustChanges(ctx context.Context, params *ListTrustChangesParams, options ...CallOption) (*TrustChangePage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/trust-changes", options)
	request.query = params.query()
	return sent[TrustChangePage](ctx, c, request)
}

// IterateTrustChanges goes through every item of [Client.ListTrustChanges], fetching pages as they are needed.
func (c *Client) IterateTrustChanges(ctx context.Context, params *ListTrustChangesParams, options ...CallOption) *Iterator[TrustChange] {
	asked := ListTrustChangesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[TrustChange], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListTrustChanges(ctx, &asked, options...)
		if err != nil {
			return page[TrustChange]{}, err
		}
		return page[TrustChange]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetTrustChange: Get a trust change.
func (c *Client) GetTrustChange(ctx context.Context, trustChange string, options ...CallOption) (*TrustChange, error) {
	request := newRequest(http.MethodGet, "/v1/operator/trust-changes/"+url.PathEscape(trustChange), options)
	return sent[TrustChange](ctx, c, request)
}

// ApproveTrustChange: Approve it, as an operator who did not ask for it.
func (c *Client) ApproveTrustChange(ctx context.Context, trustChange string, body TrustDecision, options ...CallOption) (*TrustChange, error) {
	request := newRequest(http.MethodPost, "/v1/operator/trust-changes/"+url.PathEscape(trustChange)+":approve", options)
	request.body, request.mergePatch = body, false
	return sent[TrustChange](ctx, c, request)
}

// PreviewApproveTrustChange says what [Client.ApproveTrustChange] would do; it writes nothing.
func (c *Client) PreviewApproveTrustChange(ctx context.Context, trustChange string, body TrustDecision, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/trust-changes/"+url.PathEscape(trustChange)+":approve", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RejectTrustChange: Reject it, or take one's own back.
func (c *Client) RejectTrustChange(ctx context.Context, trustChange string, body TrustDecision, options ...CallOption) (*TrustChange, error) {
	request := newRequest(http.MethodPost, "/v1/operator/trust-changes/"+url.PathEscape(trustChange)+":reject", options)
	request.body, request.mergePatch = body, false
	return sent[TrustChange](ctx, c, request)
}

// PreviewRejectTrustChange says what [Client.RejectTrustChange] would do; it writes nothing.
func (c *Client) PreviewRejectTrustChange(ctx context.Context, trustChange string, body TrustDecision, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/trust-changes/"+url.PathEscape(trustChange)+":reject", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
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

// PreviewUpdateNetwork says what [Client.UpdateNetwork] would do; it writes nothing.
func (c *Client) PreviewUpdateNetwork(ctx context.Context, network string, ifMatch string, body NetworkPatch, params *UpdateNetworkParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/networks/"+url.PathEscape(network), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
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

// PreviewUpdateVM says what [Client.UpdateVM] would do; it writes nothing.
func (c *Client) PreviewUpdateVM(ctx context.Context, vm string, ifMatch string, body VMPatch, params *UpdateVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/vms/"+url.PathEscape(vm), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
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

// ResizeVMParams is what may be asked of [Client.ResizeVM]; what is empty is left out.
type ResizeVMParams struct {
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

func (p *ResizeVMParams) query() url.Values {
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

// ResizeVM: Give a machine another size: stop it, change it where it is, start it again.
func (c *Client) ResizeVM(ctx context.Context, vm string, body VMResize, params *ResizeVMParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":resize", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VMAccepted](ctx, c, request)
}

// PreviewResizeVM says what [Client.ResizeVM] would do; it writes nothing.
func (c *Client) PreviewResizeVM(ctx context.Context, vm string, body VMResize, params *ResizeVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":resize", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RebuildVMParams is what may be asked of [Client.RebuildVM]; what is empty is left out.
type RebuildVMParams struct {
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

func (p *RebuildVMParams) query() url.Values {
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

// RebuildVM: Make a machine anew from an image; what is on its root disk is lost.
func (c *Client) RebuildVM(ctx context.Context, vm string, ifMatch string, body VMRebuild, params *RebuildVMParams, options ...CallOption) (*VMAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":rebuild", options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, false
	return sent[VMAccepted](ctx, c, request)
}

// PreviewRebuildVM says what [Client.RebuildVM] would do; it writes nothing.
func (c *Client) PreviewRebuildVM(ctx context.Context, vm string, ifMatch string, body VMRebuild, params *RebuildVMParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+":rebuild", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, false
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

// OpenVMConsoleParams is what may be asked of [Client.OpenVMConsole]; what is empty is left out.
type OpenVMConsoleParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *OpenVMConsoleParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// OpenVMConsole: Open a session at a machine's serial console.
func (c *Client) OpenVMConsole(ctx context.Context, vm string, body ConsoleOpen, params *OpenVMConsoleParams, options ...CallOption) (*ConsoleSession, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+"/console:open", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ConsoleSession](ctx, c, request)
}

// PreviewOpenVMConsole says what [Client.OpenVMConsole] would do; it writes nothing.
func (c *Client) PreviewOpenVMConsole(ctx context.Context, vm string, body ConsoleOpen, params *OpenVMConsoleParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+"/console:open", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// TypeVMConsoleParams is what may be asked of [Client.TypeVMConsole]; what is empty is left out.
type TypeVMConsoleParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *TypeVMConsoleParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// TypeVMConsole: Type at a machine's serial console.
func (c *Client) TypeVMConsole(ctx context.Context, vm string, body ConsoleInput, params *TypeVMConsoleParams, options ...CallOption) (*ConsoleTyped, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+"/console:type", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ConsoleTyped](ctx, c, request)
}

// PreviewTypeVMConsole says what [Client.TypeVMConsole] would do; it writes nothing.
func (c *Client) PreviewTypeVMConsole(ctx context.Context, vm string, body ConsoleInput, params *TypeVMConsoleParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+"/console:type", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// FollowVMConsoleParams is what may be asked of [Client.FollowVMConsole]; what is empty is left out.
type FollowVMConsoleParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
	// Session; it must be given.
	Session string
	// Where to begin, bytes of the session; 0 if left out.
	Offset int
	// How long to wait for something to show; 20 if left out.
	WaitSeconds int
}

func (p *FollowVMConsoleParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	setText(query, "session", p.Session)
	setNumber(query, "offset", p.Offset)
	setNumber(query, "wait_seconds", p.WaitSeconds)
	return query
}

// FollowVMConsole: Read what a console shows, and wait until it shows something.
func (c *Client) FollowVMConsole(ctx context.Context, vm string, params *FollowVMConsoleParams, options ...CallOption) (*ConsoleOutput, error) {
	request := newRequest(http.MethodGet, "/v1/vms/"+url.PathEscape(vm)+"/console:follow", options)
	request.query = params.query()
	return sent[ConsoleOutput](ctx, c, request)
}

// CloseVMConsoleParams is what may be asked of [Client.CloseVMConsole]; what is empty is left out.
type CloseVMConsoleParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *CloseVMConsoleParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// CloseVMConsole: End a session at a machine's serial console.
func (c *Client) CloseVMConsole(ctx context.Context, vm string, body ConsoleClose, params *CloseVMConsoleParams, options ...CallOption) error {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+"/console:close", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return c.send(ctx, request, nil)
}

// PreviewCloseVMConsole says what [Client.CloseVMConsole] would do; it writes nothing.
func (c *Client) PreviewCloseVMConsole(ctx context.Context, vm string, body ConsoleClose, params *CloseVMConsoleParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/vms/"+url.PathEscape(vm)+"/console:close", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ListShapesParams is what may be asked of [Client.ListShapes]; what is empty is left out.
type ListShapesParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Also those that are retired.
	Retired *bool
}

func (p *ListShapesParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setTruth(query, "retired", p.Retired)
	return query
}

// ListShapes: List the shapes that you may use.
func (c *Client) ListShapes(ctx context.Context, params *ListShapesParams, options ...CallOption) (*ShapePage, error) {
	request := newRequest(http.MethodGet, "/v1/shapes", options)
	request.query = params.query()
	return sent[ShapePage](ctx, c, request)
}

// IterateShapes goes through every item of [Client.ListShapes], fetching pages as they are needed.
func (c *Client) IterateShapes(ctx context.Context, params *ListShapesParams, options ...CallOption) *Iterator[Shape] {
	asked := ListShapesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Shape], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListShapes(ctx, &asked, options...)
		if err != nil {
			return page[Shape]{}, err
		}
		return page[Shape]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetShape: Get a shape.
func (c *Client) GetShape(ctx context.Context, shape string, options ...CallOption) (*Shape, error) {
	request := newRequest(http.MethodGet, "/v1/shapes/"+url.PathEscape(shape), options)
	return sent[Shape](ctx, c, request)
}

// CreateShape: Create a shape.
func (c *Client) CreateShape(ctx context.Context, body ShapeCreate, options ...CallOption) (*Shape, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes", options)
	request.body, request.mergePatch = body, false
	return sent[Shape](ctx, c, request)
}

// PreviewCreateShape says what [Client.CreateShape] would do; it writes nothing.
func (c *Client) PreviewCreateShape(ctx context.Context, body ShapeCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// OfferShape: Let a tenant or project use a shape.
func (c *Client) OfferShape(ctx context.Context, shape string, body ShapeOffer, options ...CallOption) (*Shape, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes/"+url.PathEscape(shape)+":offer", options)
	request.body, request.mergePatch = body, false
	return sent[Shape](ctx, c, request)
}

// PreviewOfferShape says what [Client.OfferShape] would do; it writes nothing.
func (c *Client) PreviewOfferShape(ctx context.Context, shape string, body ShapeOffer, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes/"+url.PathEscape(shape)+":offer", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// WithdrawShape: Let a tenant or project use a shape for no further machines.
func (c *Client) WithdrawShape(ctx context.Context, shape string, body ShapeOffer, options ...CallOption) (*Shape, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes/"+url.PathEscape(shape)+":withdraw", options)
	request.body, request.mergePatch = body, false
	return sent[Shape](ctx, c, request)
}

// PreviewWithdrawShape says what [Client.WithdrawShape] would do; it writes nothing.
func (c *Client) PreviewWithdrawShape(ctx context.Context, shape string, body ShapeOffer, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes/"+url.PathEscape(shape)+":withdraw", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RetireShape: Give a shape to no further machines; those that have it keep it.
func (c *Client) RetireShape(ctx context.Context, shape string, options ...CallOption) (*Shape, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes/"+url.PathEscape(shape)+":retire", options)
	return sent[Shape](ctx, c, request)
}

// PreviewRetireShape says what [Client.RetireShape] would do; it writes nothing.
func (c *Client) PreviewRetireShape(ctx context.Context, shape string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/shapes/"+url.PathEscape(shape)+":retire", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// ListShapeMachinesParams is what may be asked of [Client.ListShapeMachines]; what is empty is left out.
type ListShapeMachinesParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListShapeMachinesParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListShapeMachines: List the machines that have a shape.
func (c *Client) ListShapeMachines(ctx context.Context, shape string, params *ListShapeMachinesParams, options ...CallOption) (*ShapeUsePage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/shapes/"+url.PathEscape(shape)+"/machines", options)
	request.query = params.query()
	return sent[ShapeUsePage](ctx, c, request)
}

// IterateShapeMachines goes through every item of [Client.ListShapeMachines], fetching pages as they are needed.
func (c *Client) IterateShapeMachines(ctx context.Context, shape string, params *ListShapeMachinesParams, options ...CallOption) *Iterator[ShapeUse] {
	asked := ListShapeMachinesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[ShapeUse], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListShapeMachines(ctx, shape, &asked, options...)
		if err != nil {
			return page[ShapeUse]{}, err
		}
		return page[ShapeUse]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListVolumesParams is what may be asked of [Client.ListVolumes]; what is empty is left out.
type ListVolumesParams struct {
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

func (p *ListVolumesParams) query() url.Values {
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

// ListVolumes: List data volumes.
func (c *Client) ListVolumes(ctx context.Context, params *ListVolumesParams, options ...CallOption) (*VolumePage, error) {
	request := newRequest(http.MethodGet, "/v1/volumes", options)
	request.query = params.query()
	return sent[VolumePage](ctx, c, request)
}

// IterateVolumes goes through every item of [Client.ListVolumes], fetching pages as they are needed.
func (c *Client) IterateVolumes(ctx context.Context, params *ListVolumesParams, options ...CallOption) *Iterator[Volume] {
	asked := ListVolumesParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Volume], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListVolumes(ctx, &asked, options...)
		if err != nil {
			return page[Volume]{}, err
		}
		return page[Volume]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateVolumeParams is what may be asked of [Client.CreateVolume]; what is empty is left out.
type CreateVolumeParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *CreateVolumeParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// CreateVolume: Create an empty data volume.
func (c *Client) CreateVolume(ctx context.Context, body VolumeCreate, params *CreateVolumeParams, options ...CallOption) (*VolumeAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/volumes", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VolumeAccepted](ctx, c, request)
}

// PreviewCreateVolume says what [Client.CreateVolume] would do; it writes nothing.
func (c *Client) PreviewCreateVolume(ctx context.Context, body VolumeCreate, params *CreateVolumeParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/volumes", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetVolumeParams is what may be asked of [Client.GetVolume]; what is empty is left out.
type GetVolumeParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *GetVolumeParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// GetVolume: Get a data volume.
func (c *Client) GetVolume(ctx context.Context, volume string, params *GetVolumeParams, options ...CallOption) (*Volume, error) {
	request := newRequest(http.MethodGet, "/v1/volumes/"+url.PathEscape(volume), options)
	request.query = params.query()
	return sent[Volume](ctx, c, request)
}

// UpdateVolumeParams is what may be asked of [Client.UpdateVolume]; what is empty is left out.
type UpdateVolumeParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *UpdateVolumeParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// UpdateVolume: Change a volume's labels or protection.
func (c *Client) UpdateVolume(ctx context.Context, volume string, ifMatch string, body VolumePatch, params *UpdateVolumeParams, options ...CallOption) (*Volume, error) {
	request := newRequest(http.MethodPatch, "/v1/volumes/"+url.PathEscape(volume), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Volume](ctx, c, request)
}

// PreviewUpdateVolume says what [Client.UpdateVolume] would do; it writes nothing.
func (c *Client) PreviewUpdateVolume(ctx context.Context, volume string, ifMatch string, body VolumePatch, params *UpdateVolumeParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/volumes/"+url.PathEscape(volume), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
}

// DeleteVolumeParams is what may be asked of [Client.DeleteVolume]; what is empty is left out.
type DeleteVolumeParams struct {
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

func (p *DeleteVolumeParams) query() url.Values {
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

// DeleteVolume: Delete a volume that no machine has, with all that is on it.
func (c *Client) DeleteVolume(ctx context.Context, volume string, ifMatch string, params *DeleteVolumeParams, options ...CallOption) (*VolumeAccepted, error) {
	request := newRequest(http.MethodDelete, "/v1/volumes/"+url.PathEscape(volume), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return sent[VolumeAccepted](ctx, c, request)
}

// PreviewDeleteVolume says what [Client.DeleteVolume] would do; it writes nothing.
func (c *Client) PreviewDeleteVolume(ctx context.Context, volume string, ifMatch string, params *DeleteVolumeParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/volumes/"+url.PathEscape(volume), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// AttachVolumeParams is what may be asked of [Client.AttachVolume]; what is empty is left out.
type AttachVolumeParams struct {
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

func (p *AttachVolumeParams) query() url.Values {
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

// AttachVolume: Attach a volume to a stopped machine.
func (c *Client) AttachVolume(ctx context.Context, volume string, body VolumeAttach, params *AttachVolumeParams, options ...CallOption) (*VolumeAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/volumes/"+url.PathEscape(volume)+":attach", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VolumeAccepted](ctx, c, request)
}

// PreviewAttachVolume says what [Client.AttachVolume] would do; it writes nothing.
func (c *Client) PreviewAttachVolume(ctx context.Context, volume string, body VolumeAttach, params *AttachVolumeParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/volumes/"+url.PathEscape(volume)+":attach", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// DetachVolumeParams is what may be asked of [Client.DetachVolume]; what is empty is left out.
type DetachVolumeParams struct {
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

func (p *DetachVolumeParams) query() url.Values {
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

// DetachVolume: Detach a volume from its machine, which is stopped.
func (c *Client) DetachVolume(ctx context.Context, volume string, params *DetachVolumeParams, options ...CallOption) (*VolumeAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/volumes/"+url.PathEscape(volume)+":detach", options)
	request.query = params.query()
	return sent[VolumeAccepted](ctx, c, request)
}

// PreviewDetachVolume says what [Client.DetachVolume] would do; it writes nothing.
func (c *Client) PreviewDetachVolume(ctx context.Context, volume string, params *DetachVolumeParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/volumes/"+url.PathEscape(volume)+":detach", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// GrowVolumeParams is what may be asked of [Client.GrowVolume]; what is empty is left out.
type GrowVolumeParams struct {
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

func (p *GrowVolumeParams) query() url.Values {
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

// GrowVolume: Make a volume larger, while nobody writes to it.
func (c *Client) GrowVolume(ctx context.Context, volume string, body VolumeGrow, params *GrowVolumeParams, options ...CallOption) (*VolumeAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/volumes/"+url.PathEscape(volume)+":grow", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VolumeAccepted](ctx, c, request)
}

// PreviewGrowVolume says what [Client.GrowVolume] would do; it writes nothing.
func (c *Client) PreviewGrowVolume(ctx context.Context, volume string, body VolumeGrow, params *GrowVolumeParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/volumes/"+url.PathEscape(volume)+":grow", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ListSnapshotsParams is what may be asked of [Client.ListSnapshots]; what is empty is left out.
type ListSnapshotsParams struct {
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

func (p *ListSnapshotsParams) query() url.Values {
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

// ListSnapshots: List snapshots of volumes.
func (c *Client) ListSnapshots(ctx context.Context, params *ListSnapshotsParams, options ...CallOption) (*SnapshotPage, error) {
	request := newRequest(http.MethodGet, "/v1/snapshots", options)
	request.query = params.query()
	return sent[SnapshotPage](ctx, c, request)
}

// IterateSnapshots goes through every item of [Client.ListSnapshots], fetching pages as they are needed.
func (c *Client) IterateSnapshots(ctx context.Context, params *ListSnapshotsParams, options ...CallOption) *Iterator[Snapshot] {
	asked := ListSnapshotsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Snapshot], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListSnapshots(ctx, &asked, options...)
		if err != nil {
			return page[Snapshot]{}, err
		}
		return page[Snapshot]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateSnapshotParams is what may be asked of [Client.CreateSnapshot]; what is empty is left out.
type CreateSnapshotParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *CreateSnapshotParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// CreateSnapshot: Keep what is on a volume now, while nobody writes to it.
func (c *Client) CreateSnapshot(ctx context.Context, body SnapshotCreate, params *CreateSnapshotParams, options ...CallOption) (*SnapshotAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/snapshots", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[SnapshotAccepted](ctx, c, request)
}

// PreviewCreateSnapshot says what [Client.CreateSnapshot] would do; it writes nothing.
func (c *Client) PreviewCreateSnapshot(ctx context.Context, body SnapshotCreate, params *CreateSnapshotParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/snapshots", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetSnapshotParams is what may be asked of [Client.GetSnapshot]; what is empty is left out.
type GetSnapshotParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *GetSnapshotParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// GetSnapshot: Get a snapshot.
func (c *Client) GetSnapshot(ctx context.Context, snapshot string, params *GetSnapshotParams, options ...CallOption) (*Snapshot, error) {
	request := newRequest(http.MethodGet, "/v1/snapshots/"+url.PathEscape(snapshot), options)
	request.query = params.query()
	return sent[Snapshot](ctx, c, request)
}

// DeleteSnapshotParams is what may be asked of [Client.DeleteSnapshot]; what is empty is left out.
type DeleteSnapshotParams struct {
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

func (p *DeleteSnapshotParams) query() url.Values {
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

// DeleteSnapshot: Delete a snapshot; its volume stays as it is.
func (c *Client) DeleteSnapshot(ctx context.Context, snapshot string, ifMatch string, params *DeleteSnapshotParams, options ...CallOption) (*SnapshotAccepted, error) {
	request := newRequest(http.MethodDelete, "/v1/snapshots/"+url.PathEscape(snapshot), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return sent[SnapshotAccepted](ctx, c, request)
}

// PreviewDeleteSnapshot says what [Client.DeleteSnapshot] would do; it writes nothing.
func (c *Client) PreviewDeleteSnapshot(ctx context.Context, snapshot string, ifMatch string, params *DeleteSnapshotParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/snapshots/"+url.PathEscape(snapshot), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// RestoreSnapshotParams is what may be asked of [Client.RestoreSnapshot]; what is empty is left out.
type RestoreSnapshotParams struct {
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

func (p *RestoreSnapshotParams) query() url.Values {
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

// RestoreSnapshot: Make a volume what it was; what is on it now is lost.
func (c *Client) RestoreSnapshot(ctx context.Context, snapshot string, params *RestoreSnapshotParams, options ...CallOption) (*VolumeAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/snapshots/"+url.PathEscape(snapshot)+":restore", options)
	request.query = params.query()
	return sent[VolumeAccepted](ctx, c, request)
}

// PreviewRestoreSnapshot says what [Client.RestoreSnapshot] would do; it writes nothing.
func (c *Client) PreviewRestoreSnapshot(ctx context.Context, snapshot string, params *RestoreSnapshotParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/snapshots/"+url.PathEscape(snapshot)+":restore", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// ListBackupsParams is what may be asked of [Client.ListBackups]; what is empty is left out.
type ListBackupsParams struct {
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

func (p *ListBackupsParams) query() url.Values {
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

// ListBackups: List backups of volumes.
func (c *Client) ListBackups(ctx context.Context, params *ListBackupsParams, options ...CallOption) (*BackupPage, error) {
	request := newRequest(http.MethodGet, "/v1/backups", options)
	request.query = params.query()
	return sent[BackupPage](ctx, c, request)
}

// IterateBackups goes through every item of [Client.ListBackups], fetching pages as they are needed.
func (c *Client) IterateBackups(ctx context.Context, params *ListBackupsParams, options ...CallOption) *Iterator[Backup] {
	asked := ListBackupsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Backup], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListBackups(ctx, &asked, options...)
		if err != nil {
			return page[Backup]{}, err
		}
		return page[Backup]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateBackupParams is what may be asked of [Client.CreateBackup]; what is empty is left out.
type CreateBackupParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *CreateBackupParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// CreateBackup: Copy a volume to the datacenter's backups, while nobody writes to it.
func (c *Client) CreateBackup(ctx context.Context, body BackupCreate, params *CreateBackupParams, options ...CallOption) (*BackupAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/backups", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[BackupAccepted](ctx, c, request)
}

// PreviewCreateBackup says what [Client.CreateBackup] would do; it writes nothing.
func (c *Client) PreviewCreateBackup(ctx context.Context, body BackupCreate, params *CreateBackupParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/backups", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetBackupParams is what may be asked of [Client.GetBackup]; what is empty is left out.
type GetBackupParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *GetBackupParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// GetBackup: Get a backup.
func (c *Client) GetBackup(ctx context.Context, backup string, params *GetBackupParams, options ...CallOption) (*Backup, error) {
	request := newRequest(http.MethodGet, "/v1/backups/"+url.PathEscape(backup), options)
	request.query = params.query()
	return sent[Backup](ctx, c, request)
}

// DeleteBackupParams is what may be asked of [Client.DeleteBackup]; what is empty is left out.
type DeleteBackupParams struct {
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

func (p *DeleteBackupParams) query() url.Values {
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

// DeleteBackup: Delete a backup for good.
func (c *Client) DeleteBackup(ctx context.Context, backup string, ifMatch string, params *DeleteBackupParams, options ...CallOption) (*BackupAccepted, error) {
	request := newRequest(http.MethodDelete, "/v1/backups/"+url.PathEscape(backup), options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	return sent[BackupAccepted](ctx, c, request)
}

// PreviewDeleteBackup says what [Client.DeleteBackup] would do; it writes nothing.
func (c *Client) PreviewDeleteBackup(ctx context.Context, backup string, ifMatch string, params *DeleteBackupParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/backups/"+url.PathEscape(backup), options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// RestoreBackupParams is what may be asked of [Client.RestoreBackup]; what is empty is left out.
type RestoreBackupParams struct {
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

func (p *RestoreBackupParams) query() url.Values {
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

// RestoreBackup: Make a new volume from a backup.
func (c *Client) RestoreBackup(ctx context.Context, backup string, body BackupRestore, params *RestoreBackupParams, options ...CallOption) (*VolumeAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/backups/"+url.PathEscape(backup)+":restore", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[VolumeAccepted](ctx, c, request)
}

// PreviewRestoreBackup says what [Client.RestoreBackup] would do; it writes nothing.
func (c *Client) PreviewRestoreBackup(ctx context.Context, backup string, body BackupRestore, params *RestoreBackupParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/backups/"+url.PathEscape(backup)+":restore", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// GetVMStatsParams is what may be asked of [Client.GetVMStats]; what is empty is left out.
type GetVMStatsParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *GetVMStatsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// GetVMStats: What a machine uses: processor, memory, disks, network.
func (c *Client) GetVMStats(ctx context.Context, vm string, params *GetVMStatsParams, options ...CallOption) (*VMStats, error) {
	request := newRequest(http.MethodGet, "/v1/vms/"+url.PathEscape(vm)+"/stats", options)
	request.query = params.query()
	return sent[VMStats](ctx, c, request)
}

// ListVMStatsParams is what may be asked of [Client.ListVMStats]; what is empty is left out.
type ListVMStatsParams struct {
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

func (p *ListVMStatsParams) query() url.Values {
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

// ListVMStats: What machines use; as Prometheus text, all at once, for who accepts text/plain.
func (c *Client) ListVMStats(ctx context.Context, params *ListVMStatsParams, options ...CallOption) (*VMStatsPage, error) {
	request := newRequest(http.MethodGet, "/v1/vm-stats", options)
	request.query = params.query()
	return sent[VMStatsPage](ctx, c, request)
}

// IterateVMStats goes through every item of [Client.ListVMStats], fetching pages as they are needed.
func (c *Client) IterateVMStats(ctx context.Context, params *ListVMStatsParams, options ...CallOption) *Iterator[VMStats] {
	asked := ListVMStatsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[VMStats], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListVMStats(ctx, &asked, options...)
		if err != nil {
			return page[VMStats]{}, err
		}
		return page[VMStats]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListVMDriftParams is what may be asked of [Client.ListVMDrift]; what is empty is left out.
type ListVMDriftParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only of this datacenter.
	Datacenter string
	// Only of this kind.
	Kind string
	// Only those that are there still, or those that are gone.
	State string
}

func (p *ListVMDriftParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	setText(query, "kind", p.Kind)
	setText(query, "state", p.State)
	return query
}

// ListVMDrift: List the differences between hypervisors and what was decided about their machines.
func (c *Client) ListVMDrift(ctx context.Context, params *ListVMDriftParams, options ...CallOption) (*VMDriftPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/vm-drift", options)
	request.query = params.query()
	return sent[VMDriftPage](ctx, c, request)
}

// IterateVMDrift goes through every item of [Client.ListVMDrift], fetching pages as they are needed.
func (c *Client) IterateVMDrift(ctx context.Context, params *ListVMDriftParams, options ...CallOption) *Iterator[VMDrift] {
	asked := ListVMDriftParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[VMDrift], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListVMDrift(ctx, &asked, options...)
		if err != nil {
			return page[VMDrift]{}, err
		}
		return page[VMDrift]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ExplainPlacementParams is what may be asked of [Client.ExplainPlacement]; what is empty is left out.
type ExplainPlacementParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *ExplainPlacementParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// ExplainPlacement: Why a machine is where it is, or nowhere.
func (c *Client) ExplainPlacement(ctx context.Context, vm string, params *ExplainPlacementParams, options ...CallOption) (*PlacementDecision, error) {
	request := newRequest(http.MethodGet, "/v1/operator/vms/"+url.PathEscape(vm)+"/placement", options)
	request.query = params.query()
	return sent[PlacementDecision](ctx, c, request)
}

// TryPlacementParams is what may be asked of [Client.TryPlacement]; what is empty is left out.
type TryPlacementParams struct {
	// Datacenter; required.
	Datacenter string
	// Virtual CPUs, from 1 to 256; required.
	VCPUs int
	// Memory, MiB, from 64 to 4194304; required.
	MemoryMiB int
	// Whether a second hypervisor must have room for it too.
	Restartable *bool
	// Jurisdictions that will do, with commas between them; any if left out.
	Residency string
}

func (p *TryPlacementParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	setNumber(query, "vcpus", p.VCPUs)
	setNumber(query, "memory_mib", p.MemoryMiB)
	setTruth(query, "restartable", p.Restartable)
	setText(query, "residency", p.Residency)
	return query
}

// TryPlacement: Where a machine would go now; nothing is reserved.
func (c *Client) TryPlacement(ctx context.Context, params *TryPlacementParams, options ...CallOption) (*PlacementDecision, error) {
	request := newRequest(http.MethodGet, "/v1/operator/placements:try", options)
	request.query = params.query()
	return sent[PlacementDecision](ctx, c, request)
}

// GetCapacity: What is left of a datacenter, what would be after a loss, and for how long it lasts.
func (c *Client) GetCapacity(ctx context.Context, datacenter string, options ...CallOption) (*DatacenterCapacity, error) {
	request := newRequest(http.MethodGet, "/v1/operator/datacenters/"+url.PathEscape(datacenter)+"/capacity", options)
	return sent[DatacenterCapacity](ctx, c, request)
}

// GetSupply: Whether a datacenter has room for machines, in one word.
func (c *Client) GetSupply(ctx context.Context, datacenter string, options ...CallOption) (*DatacenterSupply, error) {
	request := newRequest(http.MethodGet, "/v1/datacenters/"+url.PathEscape(datacenter)+"/supply", options)
	return sent[DatacenterSupply](ctx, c, request)
}

// GetPlacementPolicy: Which hypervisors of a datacenter are filled first.
func (c *Client) GetPlacementPolicy(ctx context.Context, datacenter string, options ...CallOption) (*PlacementPolicy, error) {
	request := newRequest(http.MethodGet, "/v1/operator/datacenters/"+url.PathEscape(datacenter)+"/placement-policy", options)
	return sent[PlacementPolicy](ctx, c, request)
}

// UpdatePlacementPolicy: Decide which hypervisors of a datacenter are filled first; machines stay
// where they are.
func (c *Client) UpdatePlacementPolicy(ctx context.Context, datacenter string, ifMatch string, body PlacementPolicyPatch, options ...CallOption) (*PlacementPolicy, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/datacenters/"+url.PathEscape(datacenter)+"/placement-policy", options)
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[PlacementPolicy](ctx, c, request)
}

// PreviewUpdatePlacementPolicy says what [Client.UpdatePlacementPolicy] would do; it writes nothing.
func (c *Client) PreviewUpdatePlacementPolicy(ctx context.Context, datacenter string, ifMatch string, body PlacementPolicyPatch, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/datacenters/"+url.PathEscape(datacenter)+"/placement-policy", options)
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
}

// PromoteImageParams is what may be asked of [Client.PromoteImage]; what is empty is left out.
type PromoteImageParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *PromoteImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// PromoteImage: Let a channel of its family lead to an image version.
func (c *Client) PromoteImage(ctx context.Context, image string, body ImagePromotion, params *PromoteImageParams, options ...CallOption) (*ImageChannel, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":promote", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ImageChannel](ctx, c, request)
}

// PreviewPromoteImage says what [Client.PromoteImage] would do; it writes nothing.
func (c *Client) PreviewPromoteImage(ctx context.Context, image string, body ImagePromotion, params *PromoteImageParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":promote", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ReplicateImageParams is what may be asked of [Client.ReplicateImage]; what is empty is left out.
type ReplicateImageParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Datacenter to copy from; any that has it if left out.
	From string
}

func (p *ReplicateImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "from", p.From)
	return query
}

// ReplicateImage: Copy an image version to another datacenter.
func (c *Client) ReplicateImage(ctx context.Context, image string, body ImageReplicate, params *ReplicateImageParams, options ...CallOption) (*ImageAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":replicate", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ImageAccepted](ctx, c, request)
}

// PreviewReplicateImage says what [Client.ReplicateImage] would do; it writes nothing.
func (c *Client) PreviewReplicateImage(ctx context.Context, image string, body ImageReplicate, params *ReplicateImageParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":replicate", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RetireImageParams is what may be asked of [Client.RetireImage]; what is empty is left out.
type RetireImageParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *RetireImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// RetireImage: Let nothing new be made from an image version, and say who uses it.
func (c *Client) RetireImage(ctx context.Context, image string, body ImageRetire, params *RetireImageParams, options ...CallOption) (*ImageRetirement, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":retire", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ImageRetirement](ctx, c, request)
}

// PreviewRetireImage says what [Client.RetireImage] would do; it writes nothing.
func (c *Client) PreviewRetireImage(ctx context.Context, image string, body ImageRetire, params *RetireImageParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":retire", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ReinstateImageParams is what may be asked of [Client.ReinstateImage]; what is empty is left out.
type ReinstateImageParams struct {
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *ReinstateImageParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "datacenter", p.Datacenter)
	return query
}

// ReinstateImage: Take a retirement back.
func (c *Client) ReinstateImage(ctx context.Context, image string, params *ReinstateImageParams, options ...CallOption) (*Image, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":reinstate", options)
	request.query = params.query()
	return sent[Image](ctx, c, request)
}

// PreviewReinstateImage says what [Client.ReinstateImage] would do; it writes nothing.
func (c *Client) PreviewReinstateImage(ctx context.Context, image string, params *ReinstateImageParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/images/"+url.PathEscape(image)+":reinstate", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// ListImageUsersParams is what may be asked of [Client.ListImageUsers]; what is empty is left out.
type ListImageUsersParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this datacenter, by name or identifier; needed to find a resource by its name.
	Datacenter string
}

func (p *ListImageUsersParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "datacenter", p.Datacenter)
	return query
}

// ListImageUsers: List the machines of an image version.
func (c *Client) ListImageUsers(ctx context.Context, image string, params *ListImageUsersParams, options ...CallOption) (*ImageUserPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/images/"+url.PathEscape(image)+"/users", options)
	request.query = params.query()
	return sent[ImageUserPage](ctx, c, request)
}

// IterateImageUsers goes through every item of [Client.ListImageUsers], fetching pages as they are needed.
func (c *Client) IterateImageUsers(ctx context.Context, image string, params *ListImageUsersParams, options ...CallOption) *Iterator[ImageUser] {
	asked := ListImageUsersParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[ImageUser], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListImageUsers(ctx, image, &asked, options...)
		if err != nil {
			return page[ImageUser]{}, err
		}
		return page[ImageUser]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListImageChannelsParams is what may be asked of [Client.ListImageChannels]; what is empty is left out.
type ListImageChannelsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only of this family.
	Family string
}

func (p *ListImageChannelsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "family", p.Family)
	return query
}

// ListImageChannels: List the channels of images.
func (c *Client) ListImageChannels(ctx context.Context, params *ListImageChannelsParams, options ...CallOption) (*ImageChannelPage, error) {
	request := newRequest(http.MethodGet, "/v1/image-channels", options)
	request.query = params.query()
	return sent[ImageChannelPage](ctx, c, request)
}

// IterateImageChannels goes through every item of [Client.ListImageChannels], fetching pages as they are needed.
func (c *Client) IterateImageChannels(ctx context.Context, params *ListImageChannelsParams, options ...CallOption) *Iterator[ImageChannel] {
	asked := ListImageChannelsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[ImageChannel], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListImageChannels(ctx, &asked, options...)
		if err != nil {
			return page[ImageChannel]{}, err
		}
		return page[ImageChannel]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetImageChannel: Get a channel: family:channel or identifier.
func (c *Client) GetImageChannel(ctx context.Context, imageChannel string, options ...CallOption) (*ImageChannel, error) {
	request := newRequest(http.MethodGet, "/v1/image-channels/"+url.PathEscape(imageChannel), options)
	return sent[ImageChannel](ctx, c, request)
}

// RevertImageChannel: Let a channel lead to the version before its latest change again.
func (c *Client) RevertImageChannel(ctx context.Context, imageChannel string, options ...CallOption) (*ImageChannel, error) {
	request := newRequest(http.MethodPost, "/v1/operator/image-channels/"+url.PathEscape(imageChannel)+":revert", options)
	return sent[ImageChannel](ctx, c, request)
}

// PreviewRevertImageChannel says what [Client.RevertImageChannel] would do; it writes nothing.
func (c *Client) PreviewRevertImageChannel(ctx context.Context, imageChannel string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/image-channels/"+url.PathEscape(imageChannel)+":revert", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// DeleteImageChannel: Remove a channel.
func (c *Client) DeleteImageChannel(ctx context.Context, imageChannel string, options ...CallOption) error {
	request := newRequest(http.MethodDelete, "/v1/operator/image-channels/"+url.PathEscape(imageChannel), options)
	return c.send(ctx, request, nil)
}

// PreviewDeleteImageChannel says what [Client.DeleteImageChannel] would do; it writes nothing.
func (c *Client) PreviewDeleteImageChannel(ctx context.Context, imageChannel string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/operator/image-channels/"+url.PathEscape(imageChannel), options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// ListImageKeysParams is what may be asked of [Client.ListImageKeys]; what is empty is left out.
type ListImageKeysParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListImageKeysParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListImageKeys: List the keys whose signatures are believed.
func (c *Client) ListImageKeys(ctx context.Context, params *ListImageKeysParams, options ...CallOption) (*ImageKeyPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/image-keys", options)
	request.query = params.query()
	return sent[ImageKeyPage](ctx, c, request)
}

// IterateImageKeys goes through every item of [Client.ListImageKeys], fetching pages as they are needed.
func (c *Client) IterateImageKeys(ctx context.Context, params *ListImageKeysParams, options ...CallOption) *Iterator[ImageKey] {
	asked := ListImageKeysParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[ImageKey], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListImageKeys(ctx, &asked, options...)
		if err != nil {
			return page[ImageKey]{}, err
		}
		return page[ImageKey]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// CreateImageKey: Believe the signatures of a key.
func (c *Client) CreateImageKey(ctx context.Context, body ImageKeyCreate, options ...CallOption) (*ImageKey, error) {
	request := newRequest(http.MethodPost, "/v1/operator/image-keys", options)
	request.body, request.mergePatch = body, false
	return sent[ImageKey](ctx, c, request)
}

// PreviewCreateImageKey says what [Client.CreateImageKey] would do; it writes nothing.
func (c *Client) PreviewCreateImageKey(ctx context.Context, body ImageKeyCreate, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/image-keys", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// DeleteImageKey: Believe a key no more.
func (c *Client) DeleteImageKey(ctx context.Context, imageKey string, options ...CallOption) error {
	request := newRequest(http.MethodDelete, "/v1/operator/image-keys/"+url.PathEscape(imageKey), options)
	return c.send(ctx, request, nil)
}

// PreviewDeleteImageKey says what [Client.DeleteImageKey] would do; it writes nothing.
func (c *Client) PreviewDeleteImageKey(ctx context.Context, imageKey string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodDelete, "/v1/operator/image-keys/"+url.PathEscape(imageKey), options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// GetImagePolicy: What is asked of images.
func (c *Client) GetImagePolicy(ctx context.Context, options ...CallOption) (*ImagePolicy, error) {
	request := newRequest(http.MethodGet, "/v1/operator/image-policy", options)
	return sent[ImagePolicy](ctx, c, request)
}

// UpdateImagePolicy: Decide what is asked of images.
func (c *Client) UpdateImagePolicy(ctx context.Context, ifMatch string, body ImagePolicyPatch, options ...CallOption) (*ImagePolicy, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/image-policy", options)
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[ImagePolicy](ctx, c, request)
}

// PreviewUpdateImagePolicy says what [Client.UpdateImagePolicy] would do; it writes nothing.
func (c *Client) PreviewUpdateImagePolicy(ctx context.Context, ifMatch string, body ImagePolicyPatch, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/image-policy", options)
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
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

// PreviewCancelTask says what [Client.CancelTask] would do; it writes nothing.
func (c *Client) PreviewCancelTask(ctx context.Context, task string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":cancel", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// RetryTask: Take a failed task up again, as a new one, from the step that failed.
func (c *Client) RetryTask(ctx context.Context, task string, options ...CallOption) (*Task, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":retry", options)
	return sent[Task](ctx, c, request)
}

// PreviewRetryTask says what [Client.RetryTask] would do; it writes nothing.
func (c *Client) PreviewRetryTask(ctx context.Context, task string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":retry", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// PrioritizeTask: Put a task into another lane.
func (c *Client) PrioritizeTask(ctx context.Context, task string, body TaskPrioritize, options ...CallOption) (*Task, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":prioritize", options)
	request.body, request.mergePatch = body, false
	return sent[Task](ctx, c, request)
}

// PreviewPrioritizeTask says what [Client.PrioritizeTask] would do; it writes nothing.
func (c *Client) PreviewPrioritizeTask(ctx context.Context, task string, body TaskPrioritize, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/tasks/"+url.PathEscape(task)+":prioritize", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
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

// ListDeadLettersParams is what may be asked of [Client.ListDeadLetters]; what is empty is left out.
type ListDeadLettersParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only in this state: OPEN, REPLAYED or DISCARDED.
	State string
	// Only of this service.
	Service string
	// Only of this task, by identifier.
	Task string
}

func (p *ListDeadLettersParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "state", p.State)
	setText(query, "service", p.Service)
	setText(query, "task", p.Task)
	return query
}

// ListDeadLetters: List messages that could not be taken, newest first.
func (c *Client) ListDeadLetters(ctx context.Context, params *ListDeadLettersParams, options ...CallOption) (*DeadLetterPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/dead-letters", options)
	request.query = params.query()
	return sent[DeadLetterPage](ctx, c, request)
}

// IterateDeadLetters goes through every item of [Client.ListDeadLetters], fetching pages as they are needed.
func (c *Client) IterateDeadLetters(ctx context.Context, params *ListDeadLettersParams, options ...CallOption) *Iterator[DeadLetter] {
	asked := ListDeadLettersParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[DeadLetter], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListDeadLetters(ctx, &asked, options...)
		if err != nil {
			return page[DeadLetter]{}, err
		}
		return page[DeadLetter]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetDeadLetter: Get a message that could not be taken, and why.
func (c *Client) GetDeadLetter(ctx context.Context, deadLetter string, options ...CallOption) (*DeadLetter, error) {
	request := newRequest(http.MethodGet, "/v1/operator/dead-letters/"+url.PathEscape(deadLetter), options)
	return sent[DeadLetter](ctx, c, request)
}

// ReplayDeadLetter: Take a message again, once its cause is gone.
func (c *Client) ReplayDeadLetter(ctx context.Context, deadLetter string, ifMatch string, options ...CallOption) (*DeadLetter, error) {
	request := newRequest(http.MethodPost, "/v1/operator/dead-letters/"+url.PathEscape(deadLetter)+":replay", options)
	request.header.Set("If-Match", ifMatch)
	return sent[DeadLetter](ctx, c, request)
}

// PreviewReplayDeadLetter says what [Client.ReplayDeadLetter] would do; it writes nothing.
func (c *Client) PreviewReplayDeadLetter(ctx context.Context, deadLetter string, ifMatch string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/dead-letters/"+url.PathEscape(deadLetter)+":replay", options)
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
}

// DiscardDeadLetter: Give a message up; its step fails.
func (c *Client) DiscardDeadLetter(ctx context.Context, deadLetter string, ifMatch string, options ...CallOption) (*DeadLetter, error) {
	request := newRequest(http.MethodPost, "/v1/operator/dead-letters/"+url.PathEscape(deadLetter)+":discard", options)
	request.header.Set("If-Match", ifMatch)
	return sent[DeadLetter](ctx, c, request)
}

// PreviewDiscardDeadLetter says what [Client.DiscardDeadLetter] would do; it writes nothing.
func (c *Client) PreviewDiscardDeadLetter(ctx context.Context, deadLetter string, ifMatch string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/dead-letters/"+url.PathEscape(deadLetter)+":discard", options)
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	return sent[Preview](ctx, c, request)
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
	// Only what this approval allowed or is about.
	Approval string
	// Only at this time or later, RFC 3339.
	Since string
	// Only before this time, RFC 3339.
	Until string
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
	setText(query, "approval", p.Approval)
	setText(query, "since", p.Since)
	setText(query, "until", p.Until)
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

// ListAuditChainsParams is what may be asked of [Client.ListAuditChains]; what is empty is left out.
type ListAuditChainsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListAuditChainsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListAuditChains: List how far the chains of audit records reach.
func (c *Client) ListAuditChains(ctx context.Context, params *ListAuditChainsParams, options ...CallOption) (*AuditChainPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/audit-chains", options)
	request.query = params.query()
	return sent[AuditChainPage](ctx, c, request)
}

// IterateAuditChains goes through every item of [Client.ListAuditChains], fetching pages as they are needed.
func (c *Client) IterateAuditChains(ctx context.Context, params *ListAuditChainsParams, options ...CallOption) *Iterator[AuditChain] {
	asked := ListAuditChainsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[AuditChain], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListAuditChains(ctx, &asked, options...)
		if err != nil {
			return page[AuditChain]{}, err
		}
		return page[AuditChain]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ListAuditRecordsParams is what may be asked of [Client.ListAuditRecords]; what is empty is left out.
type ListAuditRecordsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
}

func (p *ListAuditRecordsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	return query
}

// ListAuditRecords: List the audit records as they are chained.
func (c *Client) ListAuditRecords(ctx context.Context, params *ListAuditRecordsParams, options ...CallOption) (*AuditRecordPage, error) {
	request := newRequest(http.MethodGet, "/v1/operator/audit-records", options)
	request.query = params.query()
	return sent[AuditRecordPage](ctx, c, request)
}

// IterateAuditRecords goes through every item of [Client.ListAuditRecords], fetching pages as they are needed.
func (c *Client) IterateAuditRecords(ctx context.Context, params *ListAuditRecordsParams, options ...CallOption) *Iterator[AuditRecord] {
	asked := ListAuditRecordsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[AuditRecord], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListAuditRecords(ctx, &asked, options...)
		if err != nil {
			return page[AuditRecord]{}, err
		}
		return page[AuditRecord]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// VerifyAudit: Check that the audit log is whole and unchanged.
func (c *Client) VerifyAudit(ctx context.Context, options ...CallOption) (*AuditVerdict, error) {
	request := newRequest(http.MethodGet, "/v1/operator/audit:verify", options)
	return sent[AuditVerdict](ctx, c, request)
}

// ListApprovalsParams is what may be asked of [Client.ListApprovals]; what is empty is left out.
type ListApprovalsParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only in this state.
	State string
}

func (p *ListApprovalsParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setNumber(query, "page_size", p.PageSize)
	setText(query, "page_token", p.PageToken)
	setText(query, "state", p.State)
	return query
}

// ListApprovals: List what waits for consent, and what has waited; newest first.
func (c *Client) ListApprovals(ctx context.Context, params *ListApprovalsParams, options ...CallOption) (*ApprovalPage, error) {
	request := newRequest(http.MethodGet, "/v1/approvals", options)
	request.query = params.query()
	return sent[ApprovalPage](ctx, c, request)
}

// IterateApprovals goes through every item of [Client.ListApprovals], fetching pages as they are needed.
func (c *Client) IterateApprovals(ctx context.Context, params *ListApprovalsParams, options ...CallOption) *Iterator[Approval] {
	asked := ListApprovalsParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[Approval], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListApprovals(ctx, &asked, options...)
		if err != nil {
			return page[Approval]{}, err
		}
		return page[Approval]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// GetApproval: Get an approval with what would be carried out.
func (c *Client) GetApproval(ctx context.Context, approval string, options ...CallOption) (*Approval, error) {
	request := newRequest(http.MethodGet, "/v1/approvals/"+url.PathEscape(approval), options)
	return sent[Approval](ctx, c, request)
}

// ApproveApproval: Approve; what was asked for goes on.
func (c *Client) ApproveApproval(ctx context.Context, approval string, body ApprovalGrant, options ...CallOption) (*Approval, error) {
	request := newRequest(http.MethodPost, "/v1/approvals/"+url.PathEscape(approval)+":approve", options)
	request.body, request.mergePatch = body, false
	return sent[Approval](ctx, c, request)
}

// PreviewApproveApproval says what [Client.ApproveApproval] would do; it writes nothing.
func (c *Client) PreviewApproveApproval(ctx context.Context, approval string, body ApprovalGrant, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/approvals/"+url.PathEscape(approval)+":approve", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RejectApproval: Refuse; nothing of what was asked for happens.
func (c *Client) RejectApproval(ctx context.Context, approval string, body ApprovalRefusal, options ...CallOption) (*Approval, error) {
	request := newRequest(http.MethodPost, "/v1/approvals/"+url.PathEscape(approval)+":reject", options)
	request.body, request.mergePatch = body, false
	return sent[Approval](ctx, c, request)
}

// PreviewRejectApproval says what [Client.RejectApproval] would do; it writes nothing.
func (c *Client) PreviewRejectApproval(ctx context.Context, approval string, body ApprovalRefusal, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/approvals/"+url.PathEscape(approval)+":reject", options)
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// WithdrawApproval: Take back what you asked for; nothing of it happens.
func (c *Client) WithdrawApproval(ctx context.Context, approval string, options ...CallOption) (*Approval, error) {
	request := newRequest(http.MethodPost, "/v1/approvals/"+url.PathEscape(approval)+":withdraw", options)
	return sent[Approval](ctx, c, request)
}

// PreviewWithdrawApproval says what [Client.WithdrawApproval] would do; it writes nothing.
func (c *Client) PreviewWithdrawApproval(ctx context.Context, approval string, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/approvals/"+url.PathEscape(approval)+":withdraw", options)
	request.query.Set("validate_only", "true")
	return sent[Preview](ctx, c, request)
}

// GetApprovalPolicy: Get what needs an approval in a tenant, beyond what needs one everywhere.
func (c *Client) GetApprovalPolicy(ctx context.Context, tenant string, options ...CallOption) (*ApprovalPolicy, error) {
	request := newRequest(http.MethodGet, "/v1/tenants/"+url.PathEscape(tenant)+"/approval-policy", options)
	return sent[ApprovalPolicy](ctx, c, request)
}

// UpdateApprovalPolicyParams is what may be asked of [Client.UpdateApprovalPolicy]; what is empty is left out.
type UpdateApprovalPolicyParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *UpdateApprovalPolicyParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// UpdateApprovalPolicy: Change what needs an approval in a tenant; asking for less waits for an
// approval itself.
func (c *Client) UpdateApprovalPolicy(ctx context.Context, tenant string, ifMatch string, body ApprovalPolicyPatch, params *UpdateApprovalPolicyParams, options ...CallOption) (*ApprovalPolicyAccepted, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/tenants/"+url.PathEscape(tenant)+"/approval-policy", options)
	request.query = params.query()
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[ApprovalPolicyAccepted](ctx, c, request)
}

// PreviewUpdateApprovalPolicy says what [Client.UpdateApprovalPolicy] would do; it writes nothing.
func (c *Client) PreviewUpdateApprovalPolicy(ctx context.Context, tenant string, ifMatch string, body ApprovalPolicyPatch, params *UpdateApprovalPolicyParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPatch, "/v1/operator/tenants/"+url.PathEscape(tenant)+"/approval-policy", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.header.Set("If-Match", ifMatch)
	request.body, request.mergePatch = body, true
	return sent[Preview](ctx, c, request)
}

// RaiseTenantQuotasParams is what may be asked of [Client.RaiseTenantQuotas]; what is empty is left out.
type RaiseTenantQuotasParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *RaiseTenantQuotasParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// RaiseTenantQuotas: Set a tenant's limits; waits for an approval where they pass its ceiling.
func (c *Client) RaiseTenantQuotas(ctx context.Context, tenant string, body QuotaRaise, params *RaiseTenantQuotasParams, options ...CallOption) (*TenantAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/tenants/"+url.PathEscape(tenant)+":raise-quotas", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[TenantAccepted](ctx, c, request)
}

// PreviewRaiseTenantQuotas says what [Client.RaiseTenantQuotas] would do; it writes nothing.
func (c *Client) PreviewRaiseTenantQuotas(ctx context.Context, tenant string, body QuotaRaise, params *RaiseTenantQuotasParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/tenants/"+url.PathEscape(tenant)+":raise-quotas", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// PurgeTenantParams is what may be asked of [Client.PurgeTenant]; what is empty is left out.
type PurgeTenantParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *PurgeTenantParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// PurgeTenant: Delete a tenant with its projects and environments; waits for an approval.
func (c *Client) PurgeTenant(ctx context.Context, tenant string, body ScopePurge, params *PurgeTenantParams, options ...CallOption) (*TenantAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/operator/tenants/"+url.PathEscape(tenant)+":purge", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[TenantAccepted](ctx, c, request)
}

// PreviewPurgeTenant says what [Client.PurgeTenant] would do; it writes nothing.
func (c *Client) PreviewPurgeTenant(ctx context.Context, tenant string, body ScopePurge, params *PurgeTenantParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/tenants/"+url.PathEscape(tenant)+":purge", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// PurgeProjectParams is what may be asked of [Client.PurgeProject]; what is empty is left out.
type PurgeProjectParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
}

func (p *PurgeProjectParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	setText(query, "tenant", p.Tenant)
	return query
}

// PurgeProject: Delete a project with its environments; waits for an approval.
func (c *Client) PurgeProject(ctx context.Context, project string, body ScopePurge, params *PurgeProjectParams, options ...CallOption) (*ProjectAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/projects/"+url.PathEscape(project)+":purge", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ProjectAccepted](ctx, c, request)
}

// PreviewPurgeProject says what [Client.PurgeProject] would do; it writes nothing.
func (c *Client) PreviewPurgeProject(ctx context.Context, project string, body ScopePurge, params *PurgeProjectParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/projects/"+url.PathEscape(project)+":purge", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// ListSharedNetworksParams is what may be asked of [Client.ListSharedNetworks]; what is empty is left out.
type ListSharedNetworksParams struct {
	// Resources per page, 1 to 500; 50 if left out.
	PageSize int
	// Token of the next page, from the page before.
	PageToken string
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
}

func (p *ListSharedNetworksParams) query() url.Values {
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

// ListSharedNetworks: List the networks of others that machines may be attached to.
func (c *Client) ListSharedNetworks(ctx context.Context, params *ListSharedNetworksParams, options ...CallOption) (*SharedNetworkPage, error) {
	request := newRequest(http.MethodGet, "/v1/shared-networks", options)
	request.query = params.query()
	return sent[SharedNetworkPage](ctx, c, request)
}

// IterateSharedNetworks goes through every item of [Client.ListSharedNetworks], fetching pages as they are needed.
func (c *Client) IterateSharedNetworks(ctx context.Context, params *ListSharedNetworksParams, options ...CallOption) *Iterator[SharedNetwork] {
	asked := ListSharedNetworksParams{}
	if params != nil {
		asked = *params
	}
	return newIterator(func(pageToken *string) (page[SharedNetwork], error) {
		if pageToken != nil {
			asked.PageToken = *pageToken
		}
		read, err := c.ListSharedNetworks(ctx, &asked, options...)
		if err != nil {
			return page[SharedNetwork]{}, err
		}
		return page[SharedNetwork]{read.Items, read.NextPageToken, read.Unreachable}, nil
	})
}

// ShareNetworkParams is what may be asked of [Client.ShareNetwork]; what is empty is left out.
type ShareNetworkParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *ShareNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// ShareNetwork: Let machines of another tenant or project be attached to a network.
func (c *Client) ShareNetwork(ctx context.Context, network string, body NetworkShare, params *ShareNetworkParams, options ...CallOption) (*SharedNetwork, error) {
	request := newRequest(http.MethodPost, "/v1/operator/networks/"+url.PathEscape(network)+":share", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[SharedNetwork](ctx, c, request)
}

// PreviewShareNetwork says what [Client.ShareNetwork] would do; it writes nothing.
func (c *Client) PreviewShareNetwork(ctx context.Context, network string, body NetworkShare, params *ShareNetworkParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/networks/"+url.PathEscape(network)+":share", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// UnshareNetworkParams is what may be asked of [Client.UnshareNetwork]; what is empty is left out.
type UnshareNetworkParams struct {
	// Only this tenant, by name or identifier; needed to find a resource by its name.
	Tenant string
	// Only this project, by name or identifier; needed to find a resource by its name.
	Project string
	// Only this environment, by name or identifier; needed to find a resource by its name.
	Environment string
}

func (p *UnshareNetworkParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "tenant", p.Tenant)
	setText(query, "project", p.Project)
	setText(query, "environment", p.Environment)
	return query
}

// UnshareNetwork: Let no further machines of another tenant or project be attached to a network.
func (c *Client) UnshareNetwork(ctx context.Context, network string, body NetworkShare, params *UnshareNetworkParams, options ...CallOption) (*SharedNetwork, error) {
	request := newRequest(http.MethodPost, "/v1/operator/networks/"+url.PathEscape(network)+":unshare", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[SharedNetwork](ctx, c, request)
}

// PreviewUnshareNetwork says what [Client.UnshareNetwork] would do; it writes nothing.
func (c *Client) PreviewUnshareNetwork(ctx context.Context, network string, body NetworkShare, params *UnshareNetworkParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/operator/networks/"+url.PathEscape(network)+":unshare", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}

// RequestProjectParams is what may be asked of [Client.RequestProject]; what is empty is left out.
type RequestProjectParams struct {
	// Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.
	Priority string
	// What if something that it needs is away: hold and wait, or fail with 503; hold if left out.
	Block string
}

func (p *RequestProjectParams) query() url.Values {
	query := url.Values{}
	if p == nil {
		return query
	}
	setText(query, "priority", p.Priority)
	setText(query, "block", p.Block)
	return query
}

// RequestProject: Ask for a project with its first environment; waits for an approval where you may
// not create one.
func (c *Client) RequestProject(ctx context.Context, body ProjectRequest, params *RequestProjectParams, options ...CallOption) (*ProjectAccepted, error) {
	request := newRequest(http.MethodPost, "/v1/projects:request", options)
	request.query = params.query()
	request.body, request.mergePatch = body, false
	return sent[ProjectAccepted](ctx, c, request)
}

// PreviewRequestProject says what [Client.RequestProject] would do; it writes nothing.
func (c *Client) PreviewRequestProject(ctx context.Context, body ProjectRequest, params *RequestProjectParams, options ...CallOption) (*Preview, error) {
	request := newRequest(http.MethodPost, "/v1/projects:request", options)
	request.query = params.query()
	request.query.Set("validate_only", "true")
	request.body, request.mergePatch = body, false
	return sent[Preview](ctx, c, request)
}
