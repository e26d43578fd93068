module example.com/store

go 1.20

require (
	money.example.com/sum v1.0.0
	ship.example.com/box v1.0.0
)
