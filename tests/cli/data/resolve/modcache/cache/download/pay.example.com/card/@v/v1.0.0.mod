module pay.example.com/card

go 1.16

require (
	money.example.com/sum v1.1.0
	money.example.com/rate v0.2.0
)
