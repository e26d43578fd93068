module github.com/acme/log

go 1.18

require github.com/acme/color v1.0.0

require golang.org/x/net v0.33.0
