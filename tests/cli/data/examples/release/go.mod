module example.com/shop

go 1.20

require github.com/acme/log v1.2.0

require github.com/acme/color v1.0.0 // indirect
