module example.com/shop

go 1.20

require (
	github.com/acme/log v1.2.0
	golang.org/x/net v0.35.0
)

require (
	github.com/acme/color v1.0.0 // indirect
	golang.org/x/text v0.22.0 // indirect
)
