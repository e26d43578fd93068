module github.com/acme/color

go 1.18
