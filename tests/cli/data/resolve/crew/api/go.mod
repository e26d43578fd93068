module example.com/api

go 1.20

require (
	money.example.com/sum v1.2.0
	ship.example.com/box v1.0.0
)

require pay.example.com/card v1.1.0 // indirect
