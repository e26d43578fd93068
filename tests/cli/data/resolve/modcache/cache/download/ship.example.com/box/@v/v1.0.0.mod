module ship.example.com/box

go 1.20

require (
	money.example.com/sum v1.2.0
	pay.example.com/card v1.1.0
)
