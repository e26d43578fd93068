module example.com/store

go 1.20

require (
	lost.example.com/found v1.0.0
	pay.example.com/card v1.0.0
)
