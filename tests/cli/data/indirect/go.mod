module example.com/shop

go 1.22

require (
	pay.example.com/card v1.1.0
	test.example.com/mock v1.0.0
)

require (
	log.example.com/old v1.0.0 // indirect
	money.example.com/sum v1.3.0 // indirect
)
