module example.com/worker

go 1.20

require (
	money.example.com/sum v1.3.0
	ship.example.com/box v1.0.0
)

replace ship.example.com/box => ../box
