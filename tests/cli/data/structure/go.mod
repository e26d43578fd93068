module example.com/shop

go 1.22

require (
	cart.example.com/cart v1.1.0
	pay.example.com/card v1.2.0
	ship.example.com/box v1.0.0 // indirect
)
