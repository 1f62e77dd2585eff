module dataverket.no/sdk/go

go 1.19
