module example.com/team

go 1.18

require (
	money.example.com/sum v1.2.0
	pay.example.com/card v1.1.0
	ship.example.com/box v1.0.0
)

replace d.example/gone => ./gone
