module example.com/copied

go 1.20

require (
	money.example.com/sum v1.2.0
	pay.example.com/card v1.1.0
)

replace ship.example.com/box v1.0.0 => ../../box

replace pay.example.com/card => mirror.example.com/pay/card v1.1.0

exclude money.example.com/sum v1.3.0
