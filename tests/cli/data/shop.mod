module example.com/shop

go 1.22

require (
	example.com/cart v1.2.0
	example.com/pay v1.0.0 // pays by card
)
